extension BookLoader {
  /// Reads the scenarios of the book's author; one that can not be read is a finding.
  func addScenarios(to book: inout Book) {
    for name in store.names(in: "scenarios", ending: ".yaml") {
      let file = "scenarios/\(name)"
      let id = String(name.dropLast(5))
      do throws(BookError) {
        let source = try store.text(file)
        let scenario = try ScenarioFile(text: source.text(in: 0..<source.bytes.count), named: id)
        var workbook = book.workbook
        for problem in workbook.apply(scenario.scenario) {
          book.findings.append(
            Finding(.error, file: file, at: SourcePosition(line: 1), problem.message, advice: problem.hint))
        }
        let unknown = scenario.scenario.inputs.keys.sorted().filter {
          workbook.calculator($0) == nil && book.homes[$0] == nil
        }
        for calculator in unknown {
          book.findings.append(
            Finding(
              .error, file: file, at: SourcePosition(line: 1),
              "there is no calculator `\(calculator)` in this book", advice: "napkin calc --list shows all"))
        }
        book.scenarios[scenario.id ?? id] = scenario
      } catch {
        book.findings.append(
          Finding(.error, file: file, at: SourcePosition(line: 1), error.message, advice: error.advice))
      }
    }
  }
}
