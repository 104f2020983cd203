import ArgumentParser
import Content
import Engine
import Foundation
import Terminal
import Typesetting

/// Prints a chapter, a part of one, or a file.
struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print a chapter, or anything in the book with a number or a name, or any Markdown file.",
    discussion: """
      napkin show 5
      napkin show 5.4 --width 60
      napkin show figure 5.13
      napkin show softmax
      napkin show notes.md --ansi | less -R
      """)

  /// Text is easiest to read in lines of at most this many columns.
  private static let widestText = 88

  @Argument(
    help:
      "A chapter, section, figure, calculator, term, machine or page, by number, name or id; or a Markdown file."
  )
  var words: [String]

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Columns; the terminal's, at most 88, without.", valueName: "columns"))
  var width: Int?

  @Flag(exclusivity: .exclusive, help: "Plain text, or with the terminal's styles.")
  var form: Form?

  @Flag(
    inversion: .prefixedNo,
    help: "Links to the web that the terminal opens; without, on terminals that are known to take them.")
  var links: Bool?

  @OptionGroup var characters: CharacterOptions

  @OptionGroup var scenario: ScenarioOptions
  @Flag(help: "Running text that ends at the right edge.")
  var justify = false

  @OptionGroup var options: BookOptions

  /// What lines are printed as.
  enum Form: String, EnumerableFlag { case plain, ansi }

  func validate() throws {
    if let width, !(20...400).contains(width) {
      throw ValidationError("--width: expected 20 to 400 columns, found \(width)")
    }
  }

  func run() throws {
    let page = try isFile ? file() : part()
    let look = look
    let hasLinks = hasLinks
    let text = Document.printed(page.chapter, blocks: page.blocks, in: page.context) { line, links, bytes in
      guard let look else { return line.appendPlain(to: &bytes) }
      bytes += (hasLinks ? look.text(of: line, links: links) : look.text(of: line)).utf8
    }
    try Output.set(text)
    // The system takes a program's memory back at once; to let go of a large book piece by piece takes longer than to set it.
    withExtendedLifetime(page) { Foundation.exit(0) }
  }

  /// What is printed.
  private struct Page {
    var chapter: Chapter
    var blocks: Range<Int>?
    var context: PageContext

    init(_ chapter: Chapter, blocks: Range<Int>? = nil, in context: PageContext) {
      (self.chapter, self.blocks, self.context) = (chapter, blocks, context)
    }
  }

  private var subject: String { words.joined(separator: " ") }

  private var isFile: Bool {
    PageAddress(parsing: subject) == nil && (subject.hasSuffix(".md") || subject.contains("/"))
  }

  /// How lines are styled; nil for plain text.
  private var look: TerminalLook? {
    switch form {
    case .plain: nil
    case .ansi: Output.lookOfTerminal ?? .xterm
    case nil: Output.look
    }
  }

  /// Whether links are told to the terminal: what is asked for, else what it is known to take.
  private var hasLinks: Bool {
    links ?? (Output.isTerminal && Hyperlinks.areKnown(environment: ProcessInfo.processInfo.environment))
  }

  private var columns: Int { width ?? min(max(Output.columns, 20), Show.widestText) }

  private func file() throws(Failure) -> Page {
    do throws(BookError) {
      let chapter = try BookLoader.page(file: subject)
      return Page(chapter, in: context(Book(page: chapter), chapter))
    } catch {
      throw Failure(error)
    }
  }

  private func part() throws(Failure) -> Page {
    let loader = try options.loader()
    if let id = try? loader.chapterID(named: subject) {
      let changed = scenario.name == nil ? nil : try options.book(with: scenario)
      do throws(BookError) {
        var book: Book
        if let changed { book = changed } else { book = loader.withReferences(try loader.open(chapter: id)) }
        if book.chapters[id]?.namesCalculators(missingIn: book.workbook) == true {
          book = loader.rest(of: book)
        }
        book = book.linkingTerms()
        guard let chapter = book.chapters[id] else { throw BookError("chapter '\(id)' can not be read") }
        if case .problem(let problem)? = chapter.blocks.first, chapter.blocks.count == 1 {
          throw BookError(problem.message, advice: problem.advice, file: chapter.file)
        }
        return Page(chapter, in: context(book, chapter))
      } catch {
        throw Failure(error)
      }
    }
    let book = try options.book(with: scenario)
    let place = try PlaceName(subject).place(in: book)
    guard
      let chapter = book.chapters[place.chapter]
        ?? PageAddress(parsing: place.chapter).flatMap({ book.page(at: $0) })
    else { throw Failure("name", "'\(place.name)' can not be read.") }
    return Page(chapter, blocks: place.blocks(in: chapter), in: context(book, chapter))
  }

  private func context(_ book: Book, _ chapter: Chapter) -> PageContext {
    let look = look
    let isASCII = Output.isASCII(characters.repertoire, isForTerminal: Output.isTerminal || form == .ansi)
    var context = PageContext(
      width: columns, isASCII: isASCII, book: book, chapter: chapter, isPrinted: true)
    context.isJustified = justify
    let emphases = look?.styles.emphases ?? []
    context.marksEmphasis =
      characters.repertoire == .ascii || emphases.isDisjoint(with: [.italic, .underline])
    context.marksStrikethrough = !emphases.contains(.strikethrough)
    return context
  }
}

extension Book {
  /// A book of one page, with the units that every book has.
  init(page: Chapter) {
    let part = Part(id: "page", title: page.title, chapters: [page.id])
    var workbook = Workbook(library: Library())
    workbook.add(page.calculators)
    self.init(
      manifest: Manifest(id: "page", title: page.title, version: "1", parts: [part]), folder: "",
      chapters: [page.id: page], workbook: workbook)
  }
}
