import Content
import Engine
import Foundation
import Learning
import Typesetting

/// The book by prompts: for screen readers, dumb terminals and scripts. It reads section by section, calculates, and
/// asks questions, with the commands of `LineCommand`.
///
/// ```swift
/// var reader = LineReader(book: book, chapter: "5", terminal: terminal) { try Record(path: path) }
/// reader.run()
/// ```
public struct LineReader {
  /// What a number that is typed alone means.
  enum Item: Hashable {
    case place(chapter: String, section: Int)
    case calculator(String)
    case question(String)
    /// A page that the program writes; with an id what is there of that id alone.
    case page(PageAddress, id: String?)
    /// One section of such a page, by its index.
    case part(PageAddress, Int)
    /// A section, page or thing.
    case destination(Destination)
    /// A block of a chapter alone.
    case thing(Destination)
    /// Another machine or model for the whole book.
    case workbench(PageAddress)
    /// A constant or a figure of a machine or model, to be something else for the reader.
    case figure(String)
    /// A note of the learner, by its id.
    case note(String)
    case paragraph(BookPlace)
    /// An item of a checkpoint, by its key, with what it says.
    case tick(String, String)
  }

  let terminal: LineTerminal
  let fitter: ReviewFitter
  var context: PageContext
  var record: LineRecord
  var section = 0
  /// What was read in place of the section: one thing of a chapter, or a page that the program writes.
  var aside: Destination?
  /// The section that was read last, from its start to its end.
  var heard: (chapter: String, section: Int)?
  var history: History
  /// Places by the letter that the learner gave them.
  var marks: [String: Destination]
  var notes: NoteBook
  var items: [Item] = []
  /// The question that was missed last, for `teach`.
  var missed: (question: Question, chapter: String)?
  /// The time, which a quiz with a limit asks for.
  var now: () -> Date = { Date() }
  let searchIndex: LineSearchIndex
  /// A page or a thing to begin with, in place of the section.
  private var first: Destination?
  /// Whether the input ended or the learner left.
  var isOver = false

  /// A reader of a book that is read whole.
  ///
  /// - Parameters:
  ///   - chapter: the chapter's id; nil for the place where the book was left.
  ///   - open: opens the learner's record; where that fails, nothing is kept and the reader says so.
  public init(
    book: Book, chapter: String?, terminal: LineTerminal, record open: () throws(RecordError) -> Record
  ) {
    self.init(
      book: book,
      place: chapter.map { NamedPlace(whole: $0, name: $0) },
      terminal: terminal, record: open)
  }

  /// A reader that begins at a place, or where the book was left.
  public init(
    book: Book, place named: NamedPlace?, terminal: LineTerminal,
    record open: () throws(RecordError) -> Record
  ) {
    let chapter = named.flatMap { $0.isInChapter ? $0.chapter : nil }
    self.terminal = terminal
    record = LineRecord(book: book.manifest.id, open: open)
    fitter = record.fitter
    history = record.history()
    marks = record.marks()
    notes = NoteBook(record.notes())
    searchIndex = LineSearchIndex(book)
    var book = book
    if let scenario = record.scenario(), !scenario.isEmpty { _ = book.workbook.apply(scenario) }
    let place: ReadingPlace?
    if let chapter { place = record.place(in: chapter) } else { place = record.place() }
    let ids = book.manifest.chapterIDs.filter { book.chapters[$0] != nil }
    let id = chapter ?? place?.chapter ?? ids.first ?? ""
    let start = book.chapters[id] ?? ids.first.flatMap { book.chapters[$0] }
    let empty = Chapter(id: "", title: book.manifest.title, file: "")
    context = PageContext(
      width: terminal.width, isASCII: terminal.isASCII, book: book, chapter: start ?? empty)
    context.ticked = record.ticks()
    notes.place(in: book)
    if let place, place.chapter == (start ?? empty).id {
      let parts = LineSection.all(of: start ?? empty)
      section = parts.lastIndex { $0.blocks.lowerBound <= place.block } ?? 0
    }
    if let named, !named.isWhole || !named.isInChapter { begin(at: named) }
  }

  /// Before anything is said: the section of a place in a chapter; a page is said first.
  private mutating func begin(at place: NamedPlace) {
    guard place.isInChapter else {
      first = place.destination
      return
    }
    guard let block = place.blocks(in: context.chapter)?.lowerBound else { return }
    section = context.chapter.lineSection(at: block) ?? section
    if !place.isSection(of: context.chapter) { first = place.destination }
  }

  /// Reads until the learner leaves or the input ends.
  public mutating func run() {
    if let problem = record.takeProblem() { terminal.say(problem) }
    fitter.consider()
    terminal.say("\(context.book.manifest.title). help lists what can be typed.")
    if let first { read(first, remembering: false) } else { saySection() }
    while !isOver, let line = terminal.ask(prompt) {
      perform(line)
      if let problem = record.takeProblem() { terminal.say(problem) }
    }
  }

  /// Ends what is done beside the reading.
  ///
  /// - Returns: which answers the record does not have, and why; nil where it has all.
  @discardableResult
  public mutating func close() -> String? {
    fitter.stop()
    return record.finish()
  }

  /// A quiz alone.
  ///
  /// - Returns: false where the chapter has no such questions.
  public mutating func takeQuiz(_ request: QuizRequest) -> Bool {
    guard let chapter = context.book.chapters[request.chapter] else { return false }
    var context = context
    context.chapter = chapter
    guard
      var quiz = LineQuiz(
        request, chapter: chapter, context: context, record: record, terminal: terminal, now: now)
    else { return false }
    let isDone = quiz.run(&record)
    if isDone { listTeaching(of: quiz.missed, in: chapter) }
    if let problem = record.takeProblem() { terminal.say(problem) }
    return true
  }

  /// The paragraphs that teach what was missed, by number.
  private mutating func listTeaching(of missed: [QuizItem], in chapter: Chapter) {
    var places = TeachingPlaces(context.book)
    var found: [BookPlace] = []
    for item in missed {
      guard let question = chapter.questions.first(where: { $0.id == item.question }),
        let place = places.place(of: question, in: chapter.id), !found.contains(place)
      else { continue }
      found.append(place)
    }
    if found.isEmpty { return }
    items = found.map { .paragraph($0) }
    terminal.say("Read again:")
    for (index, place) in found.enumerated() {
      let title = spokenText(context.book.title(of: place), isASCII: terminal.isASCII)
      terminal.say("  \(index + 1). \(title): \(firstWords(at: place))")
    }
  }

  /// How a paragraph, a formula or a table begins, as it is said.
  private func firstWords(at place: BookPlace) -> String {
    guard let chapter = context.book.chapters[place.chapter], chapter.blocks.indices.contains(place.block)
    else { return "" }
    var page = context
    page.chapter = chapter
    return Self.start(of: words(of: [chapter.blocks[place.block]], in: page).first ?? "")
  }

  // MARK: The place

  var sections: [LineSection] { LineSection.all(of: context.chapter) }

  private var prompt: String {
    let all = sections
    let name = all.indices.contains(section) ? all[section].number ?? "" : ""
    let place = "\(min(section + 1, max(1, all.count)))/\(max(1, all.count))"
    return (name.isEmpty ? "" : name + ", ") + place + "> "
  }

  /// `Chapter 5, Neural Computation. Section 5.2.1, 7 of 48. 12 percent read.`
  func sayPosition() {
    let all = sections
    let chapter = (context.chapter.number.map { "Chapter \($0), " } ?? "") + context.chapter.title
    guard all.indices.contains(section) else { return terminal.say(chapter + ".") }
    let name = all[section].number.map { "Section \($0), " } ?? "Part "
    let before = all[section].blocks.lowerBound
    let percent = context.chapter.blocks.isEmpty ? 100 : before * 100 / context.chapter.blocks.count
    terminal.say("\(chapter). \(name)\(section + 1) of \(all.count). \(percent) percent read.")
  }

  /// Reads a section.
  ///
  /// - Parameter remembering: whether `back` comes back to where the learner is now.
  mutating func go(chapter id: String, section: Int, remembering: Bool = true) {
    guard let chapter = context.book.chapters[id] else {
      terminal.say("The chapter \(id) can not be read.")
      return
    }
    if remembering, aside != nil || id != context.chapter.id || section != self.section { leaveHere() }
    context.chapter = chapter
    self.section = min(max(section, 0), max(0, sections.count - 1))
    saySection()
  }

  mutating func saySection() {
    aside = nil
    heard = (context.chapter.id, section)
    let all = sections
    sayPosition()
    guard all.indices.contains(section) else { return terminal.say("The chapter is empty.") }
    let part = all[section]
    let blocks = Array(context.chapter.blocks[part.blocks])
    terminal.say()
    terminal.say(words(of: blocks, in: context))
    sayNotes(in: part.blocks)
    listItems(of: blocks)
    let place = ReadingPlace(
      chapter: context.chapter.id, section: part.id, block: part.blocks.lowerBound, fraction: 0)
    record.save(place)
  }

  /// The first words of a question, with the author's numbers, by which it is asked.
  private func start(of question: Question) -> String {
    Self.start(of: words(of: question.stem, in: question.asked(in: context)).joined(separator: " "))
  }

  static func start(of words: String) -> String {
    guard words.count > 60 else { return words }
    let cut = words.prefix(57)
    return cut[..<(cut.lastIndex(of: " ") ?? cut.endIndex)] + "..."
  }

  /// What can be opened in the section, by number.
  mutating func listItems(of blocks: [Block]) {
    items = []
    var names: [String] = []
    var questions = 0
    for block in blocks {
      block.walk { block in
        switch block {
        case .calculator(let calculator):
          items.append(.calculator(calculator.id))
          names.append("calculator\(calculator.number.map { " " + $0 } ?? ""), \(calculator.title)")
        case .moreNumbers(let numbers):
          for id in numbers.calculators {
            items.append(.calculator(id))
            names.append("calculator, \(context.book.workbook.calculator(id)?.title ?? id)")
          }
        case .plot(let plot):
          let workbook = context.book.workbook
          guard let id = plot.controller(in: workbook), !items.contains(.calculator(id)) else { break }
          items.append(.calculator(id))
          let figure = plot.number.map { "Figure " + $0 } ?? "the figure"
          names.append("calculator of \(figure), \(workbook.calculator(id)?.title ?? id)")
        case .question(let question):
          questions += 1
          items.append(.question(question.id))
          names.append("question, \(start(of: question))")
        case .division(let division):
          for item in division.checklist(in: context) {
            items.append(.tick(item.key, item.text))
            names.append((item.isTicked ? "ticked, " : "to tick, ") + Self.start(of: item.text))
          }
        default: break
        }
      }
    }
    if !items.isEmpty {
      terminal.say()
      terminal.say("Here, by number:")
      for (index, name) in names.enumerated() { terminal.say("  \(index + 1). \(name)") }
    }
    if questions > 1 { terminal.say("questions asks them one after the other.") }
    let notes = context.chapter.footnotes(in: blocks)
    if !notes.isEmpty {
      terminal.say(
        notes.count == 1 ? "footnotes reads its footnote." : "footnotes reads its \(notes.count) footnotes.")
    }
  }
}
