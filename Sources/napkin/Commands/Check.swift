import ArgumentParser
import Content

/// Verifies a book.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Verify every calculator, reference and question of the book.",
    discussion:
      "Prints file:line:column with what is wrong and what to do; exits with 1 when it found something.")

  @Argument(help: "Files of the book to report on; all of them without.")
  var files: [String] = []

  @Flag(help: "For programs.")
  var json = false

  @Flag(help: "Count warnings as errors.")
  var strict = false

  @OptionGroup var options: BookOptions

  func run() throws {
    let book = try options.book()
    let check = BookCheck(book)
    let findings = check.findings.filter(isWanted)
    let errors = findings.count { $0.severity == .error }
    let warnings = findings.count - errors
    if json {
      try Output.json(
        CheckReport(
          findings: findings.map(CheckReport.Entry.init), checks: check.checkCount, notes: check.noteCount,
          tolerances: check.toleranceCount))
    } else {
      for finding in findings { try Output.line(text(of: finding)) }
      try Output.line(
        "\(counted(book.workbook.calculatorIDs.count, "calculator")), \(counted(check.checkCount, "check")) "
          + "(\(check.toleranceCount) with a tolerance, \(counted(check.noteCount, "note"))): "
          + (findings.isEmpty
            ? "nothing is wrong." : "\(counted(errors, "error")), \(counted(warnings, "warning")).")
      )
    }
    if errors > 0 || (strict && warnings > 0) { throw ExitStatus.findings }
  }

  private func counted(_ number: Int, _ thing: String) -> String {
    "\(number) \(thing)\(number == 1 ? "" : "s")"
  }

  private func isWanted(_ finding: Finding) -> Bool {
    files.isEmpty || files.contains { $0 == finding.file || $0.hasSuffix("/" + finding.file) }
  }

  private func text(of finding: Finding) -> String {
    var text = "\(finding.file):\(finding.position.line):\(finding.position.column): "
    text += "\(finding.severity.rawValue): \(finding.message)"
    if let advice = finding.advice { text += "\n  \(advice)" }
    return text
  }
}

/// What `check --json` prints.
private struct CheckReport: Encodable {
  struct Entry: Encodable {
    var severity: String
    var file: String
    var line: Int
    var column: Int
    var message: String
    var advice: String?

    init(_ finding: Finding) {
      severity = finding.severity.rawValue
      file = finding.file
      line = finding.position.line
      column = finding.position.column
      message = finding.message
      advice = finding.advice
    }
  }

  var findings: [Entry]
  var checks: Int
  var notes: Int
  var tolerances: Int
}
