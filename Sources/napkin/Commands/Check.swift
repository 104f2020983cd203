import ArgumentParser
import Content
import Typesetting

/// Verifies a book.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Verify every calculator, reference and question of the book.",
    discussion: """
      Prints file:line:column with what is wrong and what to do. Exits with 1 when it found an error, with --strict \
      also for a warning.

      napkin check                         the book
      napkin check chapters/05-memory.md   what concerns one file of it
      napkin check draft.md                any Markdown file
      napkin check --coverage inventory    what of its source the book has no counterpart for
      """)

  @Argument(
    help: ArgumentHelp("Files and folders of a book, books, or any Markdown files.", valueName: "path"))
  var paths: [String] = []

  @Flag(help: "For programs.")
  var json = false

  @Flag(help: "Count warnings as errors.")
  var strict = false

  @Option(help: ArgumentHelp("text, or github for annotations of a workflow.", valueName: "form"))
  var format = FindingReport.Form.text

  @Option(
    help: ArgumentHelp("Compare with the inventory of a source book in this folder.", valueName: "dir"))
  var coverage: String?

  @Option(help: ArgumentHelp("With --coverage: one chapter, or one file of the inventory.", valueName: "n"))
  var chapter: String?

  @Flag(help: "With --coverage: also chapters that the book does not have.")
  var all = false

  @OptionGroup var options: BookOptions

  func validate() throws {
    if coverage == nil, chapter != nil || all {
      throw ValidationError("--chapter and --all go with --coverage DIR.")
    }
    if coverage != nil, !paths.isEmpty {
      throw ValidationError(
        "--coverage looks at the whole book: leave the paths out, or choose with --chapter.")
    }
    if json, format != .text { throw ValidationError("--json and --format exclude each other.") }
  }

  func run() throws {
    if let coverage { return try cover(inventory: coverage) }
    var report = CheckReport()
    do throws(Failure) {
      if paths.isEmpty { try add(.book(try options.book(), isWanted: { _ in true }), to: &report) }
      for path in paths {
        for target in try CheckTarget.read(path, option: options.folder) { try add(target, to: &report) }
      }
    } catch {
      // A book.yaml with a mistake ends every other command; here it is what was asked for.
      guard let finding = error.finding else { throw error }
      report.add(finding)
    }
    if json {
      try Output.json(report.json)
    } else {
      try Output.plain(report.lines(as: format).map { $0 + "\n" }.joined())
    }
    if report.isFailure(strict: strict) { throw ExitStatus.findings }
  }

  private func add(_ target: CheckTarget, to report: inout CheckReport) throws(Failure) {
    do throws(BookError) {
      switch target {
      case .book(let book, let isWanted):
        report.add(BookCheck(book, mathematics: Self.problems), of: book, isWanted: isWanted)
      case .draft(let file, let book):
        report.add(
          try BookCheck(page: file, in: book, mathematics: Self.problems), of: book, isWanted: { _ in true })
      case .page(let path):
        report.add(try BookCheck(page: path, mathematics: Self.problems), of: nil, isWanted: { _ in true })
      }
    } catch {
      throw Failure(error)
    }
  }

  /// What the page would say of a formula.
  private static func problems(of tex: String) -> [String] { Mathematics(tex: tex).problems.map(\.message) }

  private func cover(inventory folder: String) throws {
    let book = try options.book()
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
    let report = CoverageReport(
      coverage: coverage, isAll: all, isNamed: chapter != nil, form: format, folder: book.folder)
    if json {
      try Output.json(report.json)
    } else {
      try Output.plain(report.lines.map { $0 + "\n" }.joined())
    }
    if !report.isComplete { throw ExitStatus.findings }
  }
}

extension FindingReport.Form: ExpressibleByArgument {}
