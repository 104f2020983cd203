import Engine

/// Something that a reader set differently: an input, a figure or what is on the workbench.
public struct Change: Hashable, Sendable {
  /// What it is called: the label of an input, a figure with its machine.
  public var name: String
  /// The id of the calculator whose input it is.
  public var calculator: String?
  /// For people.
  public var before: String
  public var now: String
  /// The page that changes it again.
  var address: PageAddress
}

extension Book {
  /// What two states of the book have set differently: the workbench, figures, then inputs.
  public func changes(from first: Scenario, to second: Scenario) -> [Change] {
    var before = workbook
    _ = before.apply(first)
    var after = workbook
    _ = after.apply(second)
    var changes: [Change] = []
    for kind in Profile.Kind.allCases {
      let ids = [first.workbench[kind.rawValue], second.workbench[kind.rawValue]]
      guard ids[0] != ids[1] else { continue }
      let names = ids.map { id in id.map { workbook.library.profiles[$0]?.name ?? $0 } ?? "the author's" }
      changes.append(
        Change(
          name: "workbench: \(kind.word)", before: names[0], now: names[1],
          address: PageAddress("workbench", options: [kind.rawValue: ""])))
    }
    for id in Set(first.overrides.keys).union(second.overrides.keys).sorted()
    where first.overrides[id] != second.overrides[id] {
      guard let figure = workbook.library.figure(id) else { continue }
      let owner = profile(ofFigure: id).map { " of \($0.name)" } ?? ""
      changes.append(
        Change(
          name: nameOnPage(id) + owner, before: before.text(ofFigure: id) ?? figure.text,
          now: after.text(ofFigure: id) ?? figure.text, address: PageAddress("override", id)))
    }
    for id in Set(first.inputs.keys).union(second.inputs.keys).sorted() where workbook.calculator(id) != nil {
      let old = before.result(of: id)?.inputs ?? []
      for (input, old) in zip(after.result(of: id)?.inputs ?? [], old)
      where input.value != old.value && first.inputs[id]?[input.name] != second.inputs[id]?[input.name] {
        changes.append(
          Change(
            name: input.label, calculator: id, before: old.text, now: input.text,
            address: PageAddress("input", "\(id).\(input.name)")))
      }
    }
    return changes
  }

  /// A value that differs, by its label and where it stands: `training, all, §5.3.8.1`.
  public func name(of difference: Difference) -> String {
    let section = place(of: difference).flatMap { sectionNumber(of: $0) }
    let title = workbook.calculator(difference.calculator)?.title
    return "\(difference.label), \(section ?? title ?? difference.calculator)"
  }

  /// Where the text uses a value that differs, else where its calculator stands.
  public func place(of difference: Difference) -> BookPlace? {
    places(of: difference.output, in: difference.calculator).first
      ?? place(ofCalculator: difference.calculator)
  }
}

extension [Difference] {
  /// `15 values change in 2 calculators`
  public var words: String {
    let calculators = Set(map(\.calculator)).count
    return "\(count) \(count == 1 ? "value changes" : "values change") in "
      + "\(calculators) \(calculators == 1 ? "calculator" : "calculators")"
  }
}

extension Workbook {
  /// Changes a constant, a profile's figure (`h100_sxm.memory.bandwidth`) or an input by its calculator
  /// (`ch05-mnist-training-memory.batch`); back to the author's when `entry` is nil.
  ///
  /// - Throws: what was expected, when there is no such thing or the entry is no value for it.
  public mutating func change(_ name: String, to entry: String?) throws(Diagnostic) {
    if let profile = library.profiles[name] {
      let figures = profile.figures.keys.sorted().prefix(3).map { "\(name).\($0)" }
      throw Diagnostic(
        .name, "“\(name)” is \(profile.name) as a whole, and one of its figures is expected",
        hint: "such as \(figures.joined(separator: ", "))")
    }
    guard let dot = name.lastIndex(of: "."), calculator(String(name[..<dot])) != nil else {
      // The book's own text is no change.
      try setOverride(name, to: entry == library.figure(name)?.text ? nil : entry)
      return
    }
    let (id, input) = (String(name[..<dot]), String(name[name.index(after: dot)...]))
    if let entry { try setInput(input, of: id, to: entry) } else { reset(input, of: id) }
  }
}
