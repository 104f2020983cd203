import Engine

/// Calculators: their text, their checks, what they cover; and the live values of the prose.
struct CalculatorCheck {
  /// More mistakes of one calculator are only counted: most follow from the first.
  private static let reportLimit = 20

  private(set) var findings: [Finding] = []
  private(set) var checkCount = 0

  init(_ context: CheckContext) {
    for chapter in context.chapters {
      let places = Dictionary(
        chapter.notes.calculators.map { ($0.id, $0) }, uniquingKeysWith: { _, last in last })
      for calculator in chapter.calculators {
        guard let place = places[calculator.id], place.body == calculator.body else { continue }
        check(calculator, at: place, file: chapter.file, workbook: context.workbook)
      }
      checkLiveValues(of: chapter, in: context)
    }
  }

  private mutating func check(_ calculator: Calculator, at place: CellPlace, file: String, workbook: Workbook)
  {
    var count = 0
    func report(_ byte: Int, _ message: String, _ advice: String?) {
      count += 1
      guard count <= Self.reportLimit else { return }
      findings.append(Finding(.error, file: file, at: place.position(ofByte: byte), message, advice: advice))
    }
    defer {
      if count > Self.reportLimit {
        findings.append(
          Finding(
            .error, file: file, at: place.start,
            "the calculator `\(calculator.id)` has \(count - Self.reportLimit) more mistakes",
            advice: "correct the first ones, and check again"))
      }
    }
    for diagnostic in calculator.diagnostics {
      report(diagnostic.span.lowerBound, diagnostic.message, diagnostic.hint)
    }
    covers(of: calculator, at: place, file: file)
    guard let result = workbook.result(of: calculator.id) else { return }
    var reported = Set(calculator.diagnostics)
    let failures = result.inputs.compactMap(\.error) + result.outputs.compactMap(\.error)
    for error in failures where !error.isConsequence && reported.insert(error).inserted {
      report(error.span.lowerBound, error.message, error.hint)
    }
    for check in result.checks {
      checkCount += 1
      if let error = check.error {
        guard !error.isConsequence, reported.insert(error).inserted else { continue }
        report(
          check.span.lowerBound, "the check of \(check.name) can not be evaluated: \(error.message)",
          error.hint)
      } else if !check.isHeld {
        report(
          check.span.lowerBound,
          "the check does not hold: \(check.name) is \(check.found), not \(check.expected)",
          "correct the formula, or the value here; a `note` tells what a source printed")
      }
    }
  }

  /// Names in `covers` that the calculator does not have.
  private mutating func covers(of calculator: Calculator, at place: CellPlace, file: String) {
    let inputs = Set(calculator.inputs.map(\.name))
    let outputs = Set(calculator.outputs.map(\.name))
    guard !inputs.isEmpty || !outputs.isEmpty else { return }
    func report(_ name: String, _ what: String, _ known: Set<String>) {
      findings.append(
        Finding(
          .error, file: file, at: place.start,
          "`covers` names `\(name)`, which is no \(what) of this calculator",
          advice: "its \(what)s are \(known.sorted().joined(separator: ", "))"))
    }
    for cover in calculator.covers {
      for name in cover.inputs.values.sorted() + cover.set.keys.sorted() {
        let head = name.split(separator: ".").first.map(String.init) ?? name
        if !inputs.contains(head) { report(name, "input", inputs) }
      }
      for name in cover.outputs.values.sorted() where !outputs.contains(name) {
        report(name, "output", outputs)
      }
    }
  }

  private mutating func checkLiveValues(of chapter: Chapter, in context: CheckContext) {
    var lives: [(file: String, live: LiveValue)] = []
    func gather(_ block: Block, _ file: String) {
      block.walk { block in
        for run in block.inlineRuns {
          for inline in run { inline.walk { if case .live(let live) = $0 { lives.append((file, live)) } } }
        }
      }
    }
    for (file, block) in context.roots(of: chapter) { gather(block, file) }
    for (file, live) in lives {
      guard let error = context.workbook.inline(live.expression, near: live.calculator).error else {
        continue
      }
      findings.append(
        Finding(
          .error, file: file, at: live.range.start, "the live value `\(live.expression)`: \(error.message)",
          advice: error.hint))
    }
  }
}
