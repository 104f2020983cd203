import Engine

/// What `whatif` prints.
struct DifferenceReport: Encodable {
  struct Change: Encodable {
    var calculator: String
    var output: String
    var label: String
    var before: String
    var after: String
    /// After over before; absent where they are no numbers or before is zero.
    var factor: Double?
  }

  var changes: [String]
  var differences: [Change]
  private let summary: String

  private enum CodingKeys: CodingKey { case changes, differences }

  init(changes: [String], differences: [Difference]) {
    self.changes = changes
    summary = differences.words
    self.differences = differences.map {
      Change(
        calculator: $0.calculator, output: $0.output, label: $0.label, before: $0.before, after: $0.after,
        factor: $0.ratio)
    }
  }

  /// For people.
  func text(width: Int) -> String {
    guard !differences.isEmpty else { return "Nothing in the book changes.\n" }
    let rows = differences.map { change in
      [
        change.factor.map(ProfileTables.times) ?? "", change.before, change.after,
        "\(change.calculator).\(change.output)",
      ]
    }
    let table = TextTable(header: ["factor", "before", "after", "value"], rows: rows, numeric: [0, 1, 2])
    return table.text(width: width)
      + "\n\(summary).\n"
  }
}
