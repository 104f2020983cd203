import ArgumentParser
import Content
import Foundation
import Learning
import Terminal
import TextbookUI
import Typesetting

/// Opens the book.
struct Read: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract:
      "Open the book where you left it, or at a chapter, a section or anything else with a number or a name.",
    discussion: """
      napkin read 5
      napkin read 5.4
      napkin read figure 5.13
      napkin read 5 --line
      """)

  @Argument(
    help:
      "A chapter, by number or a part of its title; a section, figure, calculator, term or page by number or name."
  )
  var place: [String] = []

  @OptionGroup var characters: CharacterOptions

  @Option(
    help: ArgumentHelp(
      "Colours: \(Theme.all.map(\.name).joined(separator: ", ")). T changes them while you read.",
      valueName: "name"))
  var theme: String?

  @Flag(
    inversion: .prefixedNo,
    help: ArgumentHelp(
      "By prompts, for screen readers and plain terminals, without a screen; remembered until --no-line."))
  var line: Bool?

  @OptionGroup var scenario: ScenarioOptions

  @OptionGroup var options: BookOptions

  func validate() throws {
    if let theme, Theme.named(theme) == nil {
      throw ValidationError(
        "--theme: expected \(Theme.all.map(\.name).joined(separator: ", ")), found \(theme)")
    }
  }

  func run() throws {
    if let line { LineMode.remember(line) }
    let loader = try options.loader()
    try Self.open(
      chapter: place.isEmpty ? nil : place.joined(separator: " "), repertoire: characters.repertoire,
      theme: theme,
      loader: loader,
      scenario: try scenario.scenario(of: loader), line: line)
  }

  /// Opens the reader on the terminal.
  ///
  /// - Parameters:
  ///   - chapter: a chapter or any other place, as a person names it.
  ///   - isKept: whether the learner's record takes part.
  static func open(
    chapter: String?, repertoire: Repertoire? = nil, theme: String? = nil, loader: BookLoader,
    scenario: ScenarioFile? = nil,
    quiz: QuizRequest? = nil, review: ReviewRequest? = nil, line: Bool? = nil, exam: ExamStart? = nil,
    isKept: Bool = true
  ) throws(Failure) {
    if line ?? LineMode.isDefault {
      return try LineMode.open(
        chapter: chapter, repertoire: repertoire, loader: loader, quiz: quiz, review: review, exam: exam,
        isKept: isKept)
    }
    let place = try chapter.map { name throws(Failure) in try PlaceName(name).place(in: loader) }
    let chapter = place.flatMap { $0.isInChapter ? $0.chapter : nil }
    var options = Reader.Options(
      chapter: chapter, isASCII: repertoire == .ascii,
      firstFrame: isKept ? Program.cache("first-frame") : nil, scenario: scenario, quiz: quiz)
    options.place = place.flatMap { $0.isWhole && $0.isInChapter ? nil : $0 }
    // The book is read while ncurses learns about the terminal: the first page needs both.
    let opening = options
    let path = isKept ? Record.defaultPath(environment: Program.environment) : ":memory:"
    let record: RecordOpening
    do throws(BookError) {
      record = try RecordOpening(loader: loader, options: opening) { () throws(RecordError) in
        try Record(path: path)
      }
    } catch { throw Failure(error) }
    let reading = BesideThread {
      Result { () throws(BookError) in try Reader(loader: loader, options: opening, record: record) }
    }
    record.begin()
    options.searchIndex = isKept ? Program.searchIndex(of: loader) : nil
    options.clipboardFile = Program.cache("copied.txt")
    options.review = review
    options.exam = exam
    options.theme = theme
    options.terminalTheme = Program.themeOfTerminal.name
    options.terminalKind = Program.kindOfTerminal
    options.keys = Program.keys
    let screen: NcursesScreen
    do throws(ScreenError) {
      screen = try NcursesScreen(
        options: NcursesScreen.Options(
          theme: theme.flatMap(Theme.named) ?? Program.themeOfTerminal, repertoire: repertoire))
    } catch {
      throw Failure("io", error.description)
    }
    let isShown =
      place == nil && scenario == nil
      && options.firstFrame.map { Reader.drawFirstFrame(file: $0, book: loader.folder, on: screen) } == true
    defer { screen.close() }
    switch reading.result() {
    case .success(var reader):
      reader.options = options
      reader.run(on: screen, isShown: isShown)
      screen.close()
      if let loss = reader.loss { throw Failure("io", loss, advice: LearnerRecord.lossAdvice) }
      if let loss = reader.lostMarks {
        throw Failure("io", loss, advice: "Set them again when the record can be written.")
      }
    case .failure(let error): throw Failure(error)
    }
  }
}
