/// Values that the author's machine or model has and the present one lacks.
extension Diagnostic {
  /// The same of a value that has one under the author's scenario, or has none. What fails there too is a mistake of the
  /// author's and stays an error, whatever figure it asks for.
  func known(isAuthored: Bool) -> Diagnostic {
    guard !isAuthored, missing != nil else { return self }
    var result = self
    result.missing = nil
    return result
  }
}

extension InlineResult {
  /// Why the present machine or model leaves it empty; nil where it has a value, and where something else is wrong.
  public var missing: String? { error?.missing }
}

extension InputResult {
  /// Why the present machine or model leaves it empty.
  public var missing: String? { error?.missing }
}

extension OutputResult {
  /// Why the present machine or model leaves it empty.
  public var missing: String? { error?.missing }
}

extension CalculatorResult {
  /// What the present machine or model lacks and how many values that leaves empty, a sentence each:
  /// `peak.fp16 is not given for Raspberry Pi 5 8GB: 6 values are missing.`
  public var missing: [String] {
    let reasons = inputs.compactMap(\.missing) + outputs.compactMap(\.missing)
    var seen: Set<String> = []
    return reasons.filter { seen.insert($0).inserted }.map { reason in
      let count = reasons.count { $0 == reason }
      return "\(reason): \(count == 1 ? "1 value is" : "\(count) values are") missing."
    }
  }
}

extension Workbook {
  /// How many outputs of the book have no value because the present machine or model lacks a figure.
  public var missingCount: Int { missingCount(in: cells.indices) }

  private func missingCount(in indices: some Sequence<Int>) -> Int {
    indices.reduce(0) { count, index in
      count
        + cells[index].calculator.outputs.count {
          values(of: $0.name, unit: $0.unit, cell: index).error?.missing != nil
        }
    }
  }

  /// How many outputs of the book would be empty with each profile of a kind on the workbench, for want of its figures.
  ///
  /// - Parameter ids: those that are asked for; nil for all.
  public func missingCounts(of kind: Profile.Kind, among ids: Set<String>? = nil) -> [String: Int] {
    var counts: [String: Int] = [:]
    let read = cells.indices.map { figuresOnWorkbench(of: kind, readBy: $0) }
    for profile in library.profiles.values where profile.kind == kind && ids?.contains(profile.id) ?? true {
      // What reads no figure that is missing, and nothing that does, has all its values.
      let lacking = Set(read.indices.filter { !read[$0].allSatisfy { profile.figures[$0] != nil } })
      if lacking.isEmpty {
        counts[profile.id] = 0
        continue
      }
      var other = self
      if let affected = try? other.setWorkbench(kind, to: profile.id, for: lacking) {
        counts[profile.id] = other.missingCount(in: affected)
      }
    }
    return counts
  }

  /// The figures that a calculator's formulas read of what stands on the workbench.
  private func figuresOnWorkbench(of kind: Profile.Kind, readBy index: Int) -> Set<String> {
    let cell = cells[index]
    let slots = zip(cell.calculator.inputs, cell.inputs).filter { input, _ in
      input.isWorkbench && input.kind == .profile(kind)
    }.map(\.1.slot)
    var paths: Set<String> = []
    for case (.inputFigure(let slot, let path), _) in cell.program.externals where slots.contains(slot) {
      paths.insert(path)
    }
    return paths
  }
}
