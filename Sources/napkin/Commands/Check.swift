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

  @Option(help: ArgumentHelp("text, or github for annotations of a workflow.", valueName: "form"))
  var format = FindingReport.Form.text

  @Option(
    help: ArgumentHelp(
      "What of an inventory of a source book has no counterpart.", valueName: "inventory-dir"))
  var coverage: String?

  @Option(help: ArgumentHelp("With --coverage: one chapter, or one file of the inventory.", valueName: "n"))
  var chapter: String?

  @Flag(help: "With --coverage: files of chapters, too, that the book does not have.")
  var all = false

  @OptionGroup var options: BookOptions

  func validate() throws {
    if coverage == nil, chapter != nil || all {
      throw ValidationError("--chapter and --all go with --coverage INVENTORY_DIR.")
    }
  }

  func run() throws {
    let book = try options.book()
    if let coverage { return try cover(book, inventory: coverage) }
    let check = BookCheck(book)
    let findings = check.findings.filter(isWanted)
    if json {
      try Output.json(
        CheckReport(
          findings: findings.map(JSONFinding.init), checks: check.checkCount, notes: check.noteCount,
          tolerances: check.toleranceCount))
    } else {
      for finding in findings { try Output.line(FindingReport.text(of: finding, as: format)) }
      try Output.line(
        "\(FindingReport.counted(book.workbook.calculatorIDs.count, "calculator")), "
          + "\(FindingReport.counted(check.checkCount, "check")) (\(check.toleranceCount) with a tolerance, "
          + "\(FindingReport.counted(check.noteCount, "note"))): \(FindingReport.summary(findings))")
    }
    if strict ? !findings.isEmpty : findings.contains(where: { $0.severity == .error }) {
      throw ExitStatus.findings
    }
  }

  private func isWanted(_ finding: Finding) -> Bool {
    files.isEmpty || files.contains { $0 == finding.file || $0.hasSuffix("/" + finding.file) }
  }

  private func cover(_ book: Book, inventory folder: String) throws {
    let inventory: Inventory
    do {
      inventory = try Inventory(folder: folder)
    } catch {
      throw Failure(error)
    }
    let coverage = Coverage(book, of: inventory, chapter: chapter)
    if coverage.files.isEmpty, let chapter {
      throw Failure(
        "name", "the inventory has no chapter or file `\(chapter)`",
        advice: "the files are \(inventory.names.joined(separator: ", "))")
    }
    let report = CoverageReport(coverage: coverage, isAll: all, isNamed: chapter != nil, form: format)
    if json {
      try Output.json(report.json)
    } else {
      try Output.write(report.lines.map { $0 + "\n" }.joined())
    }
    if !report.isComplete { throw ExitStatus.findings }
  }
}

extension FindingReport.Form: ExpressibleByArgument {}

/// What `check --json` prints.
private struct CheckReport: Encodable {
  var findings: [JSONFinding]
  var checks: Int
  var notes: Int
  var tolerances: Int
}
