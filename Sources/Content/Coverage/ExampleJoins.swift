import Engine

/// Worked examples beside the calculators of a book.
struct ExampleJoins {
  private let workbook: Workbook
  private let exceptions: Set<String>
  /// Where calculators stand, by id.
  private var places: [String: (file: String, position: SourcePosition)] = [:]
  /// Calculators that cover an example, by its id, where there are several.
  private var others: [String: [String]] = [:]

  init(_ context: CheckContext, exceptions: [Declaration]) {
    workbook = context.workbook
    self.exceptions = Set(exceptions.map(\.id))
    for (file, notes) in context.files {
      for place in notes.calculators where places[place.id] == nil {
        places[place.id] = (file, place.start)
      }
    }
    for calculator in context.calculators {
      for cover in calculator.covers { others[cover.id, default: []].append(calculator.id) }
    }
  }

  /// What disagrees, at the calculator that covers the example; nil when none does.
  func findings(of example: WorkedExample) -> [Finding]? {
    guard let calculator = workbook.calculator(covering: example.id)?.calculator else { return nil }
    let place = places[calculator.id] ?? (CoverageNotes.file, SourcePosition(line: 1))
    func finding(_ message: String, _ advice: String) -> Finding {
      Finding(.error, file: place.file, at: place.position, message, advice: advice)
    }
    var findings = ExampleJoin(example: example, workbook: workbook, exceptions: exceptions).problems().map {
      finding(
        $0, "correct the calculator or the names in `covers`, or argue `\(example.id).name` in coverage.yaml")
    }
    if let all = others[example.id], all.count > 1 {
      findings.append(
        finding(
          "several calculators cover \(example.id): \(all.joined(separator: ", "))", "keep it in one of them")
      )
    }
    return findings
  }

  /// Why an example that no calculator covers is open although something bears its name.
  func reason(for example: WorkedExample) -> String? {
    workbook.calculator(example.id) == nil
      ? nil : "the calculator `\(example.id)` has its id; add `#| covers: [\(example.id)]` to it"
  }
}
