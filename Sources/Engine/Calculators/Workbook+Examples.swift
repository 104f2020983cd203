extension Workbook {
  /// The scenario in which a calculator stands for a worked example of the source: what the cover fixes, and entries
  /// by the example's own input names over the present scenario.
  ///
  /// A cover may name a profile's field as the target of an input (`hw.memory.bandwidth`); that field of the profile
  /// which the input holds is then overridden.
  ///
  /// - Throws: when no calculator covers the example, a name is unknown, or an entry does not fit.
  public func scenario(covering example: String, inputs: [String: String] = [:]) throws(Diagnostic)
    -> Scenario
  {
    guard let (calculator, cover) = calculator(covering: example) else {
      throw Diagnostic(.name, "no calculator stands for the example “\(example)”")
    }
    var copy = self
    for (name, entry) in cover.set.sorted(by: { $0.key < $1.key }) {
      try copy.set(name, of: calculator.id, to: entry)
    }
    let targets = inputs.map { (target: cover.inputs[$0.key] ?? $0.key, entry: $0.value) }
      .sorted { $0.target < $1.target }
    // Inputs before figures: a figure is one of the profile that an input holds.
    for isFigure in [false, true] {
      for (target, entry) in targets where target.contains(".") == isFigure {
        try copy.set(target, of: calculator.id, to: entry)
      }
    }
    return copy.scenario
  }

  /// Changes an input, or a figure of the profile that an input holds.
  private mutating func set(_ target: String, of id: String, to entry: String) throws(Diagnostic) {
    let parts = target.split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2 else {
      try setInput(target, of: id, to: entry)
      return
    }
    let (index, position) = try find(parts[0], of: id)
    guard case .profile(let profile) = current[index].values[cells[index].inputs[position].slot] else {
      throw Diagnostic(.name, "“\(parts[0])” is no profile and has no figure \(parts[1])")
    }
    try setOverride("\(profile).\(parts[1])", to: entry)
  }
}
