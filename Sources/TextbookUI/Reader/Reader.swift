import Content
import Dispatch
import Engine
import Foundation
import Learning
import Terminal
import Typesetting

/// The full-screen reader of a book.
///
/// ```swift
/// let reader = try Reader(loader: BookLoader(folder: "Content")) { try Record(path: path) }
/// let screen = try NcursesScreen()
/// reader.run(on: screen)
/// screen.close()
/// ```
public struct Reader: Sendable {
  /// The smallest screen on which a page is shown.
  public static let smallestScreen = Geometry.smallest
  /// Columns from which on the contents stand at the left.
  public static let contentsFrom = Geometry.contentsFrom

  let loader: BookLoader
  /// What `init` took says what is read; the rest may be set until `run`.
  public var options: Options
  private let book: Book
  private let chapterID: String
  let keeper: RecordKeeper
  /// Nil where the record was not open in time.
  private let memory: RecordKeeper.Memory?
  /// Where the book was left, as the cache has it, where the record was not open in time.
  private let cachedPlace: Destination?

  /// Reads what the first screen needs: where the reader was, and that chapter.
  ///
  /// - Parameter record: opens the learner's record. One that can not be opened is reported on the screen, and reading
  ///   goes on without it.
  /// - Throws: when the chapter that was asked for can not be read.
  public init(
    loader: BookLoader, options: Options = Options(),
    record: @escaping @Sendable () throws(RecordError) -> Record
  ) throws(BookError) {
    let opening = try RecordOpening(loader: loader, options: options, open: record)
    opening.begin()
    try self.init(loader: loader, options: options, record: opening)
  }

  /// Reads what the first screen needs.
  ///
  /// - Parameter record: the learner's record, made with the same options and begun, or begun while this waits for it.
  /// - Throws: when the chapter that was asked for can not be read.
  public init(loader: BookLoader, options: Options, record: RecordOpening) throws(BookError) {
    self.loader = loader
    self.options = options
    var wanted = record.chapter
    keeper = record.keeper
    // The record opens beside this, and nearly always says that the book was left where the last frame was.
    let lastPlace = options.firstFrame.flatMap { FirstFrame(path: $0, book: loader.folder).place }
    let likelyPlace = wanted == nil || wanted == lastPlace?.chapter ? lastPlace : nil
    let guess = Opening(
      chapter: wanted ?? likelyPlace?.chapter, block: likelyPlace?.position.block ?? 0, options, loader)
    let guessed = Result { () throws(BookError) in try guess.book(from: loader) }
    var memory = keeper.memory(patience: options.readsInBackground ? options.patience : .infinity)
    if let scenario = options.scenario?.scenario {
      if let before = memory?.scenario, !before.isEmpty, before != scenario {
        keeper.keep(before, named: Session.previous)
        memory?.scenarios[Session.previous] = before
      }
      memory?.scenario = scenario
      keeper.save(scenario)
    }
    self.memory = memory
    cachedPlace = memory != nil || wanted != nil ? nil : lastPlace
    if wanted == nil, let id = memory?.place?.chapter ?? cachedPlace?.chapter,
      loader.manifest.chapterIDs.contains(id)
    {
      wanted = id
    }
    let place = memory?.place.flatMap { $0.chapter == wanted ? $0.block : nil } ?? cachedPlace?.position.block
    var opening = Opening(chapter: wanted, block: place ?? 0, options, loader)
    opening.scenario = memory?.scenario ?? Scenario()
    let book = opening == guess ? try guessed.get() : try opening.book(from: loader, after: guess, guessed)
    let ids = (wanted.map { [$0] } ?? []) + loader.manifest.chapterIDs
    chapterID = ids.first { book.chapters[$0] != nil } ?? ""
    self.book = book
  }

  /// Shows the book until the reader quits or the terminal ends. The terminal is the caller's to close.
  ///
  /// - Parameter isShown: whether the page is on the screen already; it is drawn again when all of the book is read.
  public func run(on screen: any Screen, isShown: Bool = false) {
    var session = Session(startingState(on: screen))
    if let place = options.place {
      // The beginning of a chapter where the reader never was is nowhere to go back to.
      session.go(to: place.destination, remembering: memory?.place != nil || !place.isInChapter)
    }
    let inbox = Inbox(waker: screen.waker)
    let theme = session.state.settings.theme ?? session.state.terminalTheme
    if let theme = theme.flatMap(Theme.named) { screen.setTheme(theme) }
    if memory == nil {
      keeper.whenRemembered { inbox.put(.reading(.recalled(Recollection(memory: $0, number: 1)))) }
    }
    keeper.whenWritten { inbox.put(.tick) }
    let helpers = Helpers(
      inbox: inbox, finder: Finder(path: options.searchIndex, inbox: inbox),
      rereader: Rereader(loader: loader, inbox: inbox), clock: Clock(inbox: inbox),
      fitter: ReviewFitter(book: loader.manifest.id) { [keeper] in keeper.record })
    defer { helpers.stop() }
    if options.readsInBackground {
      if !isShown || memory == nil { screen.draw(session.frame) }
      readRest(session.state.book, into: inbox)
    } else {
      let rest = CompletedBook(
        book: loader.rest(of: session.state.book, limit: BookLoader.wholeBookLimit).linkingTerms(), number: 1)
      _ = session.perform(.completed(rest))
      helpers.finder.read(rest.book, from: loader)
      helpers.rereader.watch(rest.book)
      helpers.fitter.consider()
      screen.draw(session.frame)
    }
    var isOver = false
    if let quiz = options.quiz {
      isOver = perform(.askQuiz(quiz), &session, screen, helpers)
      reportMissingRecord(to: &session)
      screen.draw(session.frame)
    }
    if let review = options.review {
      isOver = perform(.review(minutes: review.minutes), &session, screen, helpers)
      screen.draw(session.frame)
    }
    if let exam = options.exam {
      isOver = perform(.askExam(exam), &session, screen, helpers)
      reportMissingRecord(to: &session)
      screen.draw(session.frame)
    }
    // The first page does not wait for the answer.
    if options.theme == nil, memory != nil, session.state.settings.theme == nil { screen.askBackground() }
    var reading = ReadingClock()
    var isStale = false
    while !isOver {
      // Not after each event: keys that are held down never pile up.
      let event = screen.nextEvent {
        if isStale { screen.draw(session.frame) }
        isStale = false
        if options.readsInBackground, session.prepare() { inbox.put(.tick) }
      }
      let read = reading.note(session.state.chapterID, at: Double(DispatchTime.now().uptimeNanoseconds) / 1e9)
      keep(read, in: session.state.book)
      switch event {
      case .key(let key):
        completeChapter(&session)
        isOver = perform(session.request(for: key), &session, screen, helpers)
      case .mouse(let mouse):
        completeChapter(&session)
        isOver = perform(mouse.request, &session, screen, helpers)
      case .paste(let text):
        completeChapter(&session)
        isOver = perform(.paste(text), &session, screen, helpers)
      case .background(let isLight):
        guard options.theme == nil, session.state.settings.theme == nil else { break }
        let theme = isLight ? Theme.light : .dark
        session.state.terminalTheme = theme.name
        screen.setTheme(theme)
        if session.state.settings.backgrounds[options.terminalKind] != theme.name {
          session.state.settings.backgrounds[options.terminalKind] = theme.name
          keeper.save(session.state.settings)
        }
      case .resize(let size): isOver = perform(.resize(size), &session, screen, helpers)
      case .wake:
        for request in inbox.take() {
          if case .completed(let book) = request {
            helpers.finder.read(book.book, from: loader)
            helpers.rereader.watch(book.book)
            helpers.fitter.consider()
          }
          if case .reread(_, let book?, _) = request {
            helpers.finder.read(book.book, from: helpers.rereader.loader)
          }
          isOver = perform(request, &session, screen, helpers) || isOver
        }
      case .end:
        _ = carryOut(session.end(), &session, screen, helpers)
        isOver = true
      }
      isOver = takeRecorded(&session, screen, helpers) || isOver
      if let error = keeper.takeError() { _ = session.perform(.report(Message(text: error, isError: true))) }
      isStale = true
    }
    keep(reading.take(), in: session.state.book)
    keepFirstFrame(after: session.state, on: screen)
    keeper.finish()
  }

  /// Says again what the first page said and the first question took away.
  private func reportMissingRecord(to session: inout Session) {
    guard let error = memory?.error else { return }
    _ = session.perform(.report(Message(text: error, isError: true)))
  }

  /// Which answers the record does not have after `run`, and why; nil where it has all.
  public var loss: String? { keeper.loss }

  /// That the record does not have the marks after `run`, and why; nil where it has them.
  public var lostMarks: String? { keeper.lostMarks }

  private func keep(_ seconds: [String: Double], in book: Book) {
    for (chapter, seconds) in seconds where book.chapters[chapter] != nil {
      keeper.addReading(seconds, chapter: chapter)
    }
  }

  private func startingState(on screen: any Screen) -> ReaderState {
    var seed = options.seed ?? 0
    if options.seed == nil { seed = UInt64.random(in: .min ... .max) }
    var state = ReaderState(
      book: book, chapterID: chapterID, size: screen.size, isASCII: options.isASCII || !screen.isUnicode,
      isComplete: loader.manifest.chapterIDs.allSatisfy { book.chapters[$0]?.extent == .whole },
      seed: seed)
    state.keys = options.keys.table
    state.hasEditor = Editor.isNamed
    state.terminalTheme = options.terminalTheme
    if let memory {
      state.recall(memory)
      state.terminalTheme = state.settings.backgrounds[options.terminalKind] ?? options.terminalTheme
      state.isGreeting =
        options.chapter == nil && options.place == nil && !loader.isPage && memory.place == nil
        && memory.error == nil
    } else {
      if let cachedPlace, cachedPlace.chapter == chapterID { state.top = cachedPlace.position }
      state.message = Message(
        text: "The learner's record is in use by another program · reading goes on, your place follows")
    }
    if let theme = options.theme { state.settings.theme = theme }
    if let problem = options.keys.messages.first {
      let more = options.keys.messages.count - 1
      state.message = Message(
        text: problem + (more > 0 ? " (and \(more) more · `napkin keys` lists them)" : ""), isError: true)
    }
    return state
  }

  /// A key may lead anywhere in the chapter, so that all of it is read first where only its beginning is here.
  private func completeChapter(_ session: inout Session) {
    guard session.state.chapter.extent.isPartial,
      let book = try? loader.open(
        chapter: session.state.chapterID, scenario: session.state.savedScenario ?? Scenario())
    else { return }
    let bibliography = session.state.book.bibliography
    session.state.book = book
    session.state.book.bibliography = bibliography
    if let scenario = session.state.savedScenario { _ = session.state.book.workbook.apply(scenario) }
    session.state.bookRevision += 1
    session.state.numbersRevision += 1
    session.settle()
  }

  private func readRest(_ book: Book, into inbox: Inbox) {
    let loader = loader
    let work: @Sendable () -> Void = {
      let rest = loader.rest(of: book, limit: BookLoader.wholeBookLimit).linkingTerms()
      inbox.put(.completed(CompletedBook(book: rest, number: 1)))
    }
    DispatchQueue.global(qos: .utility).async(execute: work)
  }
}

extension MouseEvent {
  /// What the mouse asks for.
  fileprivate var request: Request {
    switch kind {
    case .click: .click(row: row, column: column)
    case .wheelUp: .wheel(-3, row: row, column: column)
    case .wheelDown: .wheel(3, row: row, column: column)
    }
  }
}
