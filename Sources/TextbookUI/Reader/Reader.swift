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
  /// How a book is opened.
  public struct Options: Sendable {
    /// The chapter to open, by id, number or a part of its title; nil for the place where the reader was.
    public var chapter: String?
    /// What to go to in the chapter, or a page of the program.
    public var place: NamedPlace?
    /// Only ASCII, whatever the terminal shows.
    public var isASCII: Bool
    /// Decides how options are shuffled and inputs drawn; nil for another one each time.
    public var seed: UInt64?
    /// Whether the rest of the book is read beside the reading; if not, before the first frame.
    public var readsInBackground: Bool
    /// The file that keeps the first frame of the next start; nil for none.
    public var firstFrame: String?
    /// The file that keeps the search index; nil for one in memory.
    public var searchIndex: String?
    /// The reader's own keys.
    public var keys = KeyFile.standard
    /// The theme that was asked for; nil for the one that was chosen last.
    public var theme: String?
    /// The kind of terminal, and the theme that suits it as far as its variables say.
    public var terminalKind = ""
    public var terminalTheme: String?
    /// Seconds that the first page waits for a record which another program keeps locked.
    public var patience = 0.25
    /// The file that takes what is copied where the terminal has no clipboard.
    public var clipboardFile: String?
    /// What is changed at the start, in place of what was changed last.
    public var scenario: ScenarioFile?
    /// A quiz to begin with.
    public var quiz: QuizRequest?
    /// A review to begin with.
    public var review: ReviewRequest?
    /// An exam to begin with.
    public var exam: ExamStart?

    public init(
      chapter: String? = nil, isASCII: Bool = false, seed: UInt64? = nil, readsInBackground: Bool = true,
      firstFrame: String? = nil, searchIndex: String? = nil,
      clipboardFile: String? = nil, scenario: ScenarioFile? = nil, quiz: QuizRequest? = nil
    ) {
      self.chapter = chapter
      self.isASCII = isASCII
      self.seed = seed
      self.readsInBackground = readsInBackground
      self.firstFrame = firstFrame
      self.searchIndex = searchIndex
      self.clipboardFile = clipboardFile
      self.scenario = scenario
      self.quiz = quiz
    }
  }

  /// The smallest screen on which a page is shown.
  public static let smallestScreen = Geometry.smallest
  /// Columns from which on the contents stand at the left.
  public static let contentsFrom = Geometry.contentsFrom

  private let loader: BookLoader
  private let options: Options
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
    self.loader = loader
    self.options = options
    var wanted: String?
    if let name = options.chapter { wanted = try loader.chapterID(named: name) }
    keeper = RecordKeeper(book: loader.manifest.id, chapter: wanted, open: record)
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

  /// What of the book is read for the first page.
  private struct Opening: Equatable {
    /// Nil for the book's first.
    var chapter: String?
    /// The block with which the page begins; nil for the whole chapter.
    var block: Int?
    var scenario = Scenario()

    init(chapter: String?, block: Int, _ options: Options, _ loader: BookLoader) {
      self.chapter = chapter.flatMap { loader.manifest.chapterIDs.contains($0) ? $0 : nil }
      self.block = options.quiz == nil && options.place == nil ? block : nil
    }

    func book(
      from loader: BookLoader, after other: Opening? = nil, _ read: Result<Book, BookError>? = nil
    ) throws(BookError) -> Book {
      let isSame = other?.chapter == chapter && other?.block == block
      return try loader.open(
        chapter: chapter, scenario: scenario, pageFrom: block, known: isSame ? try? read?.get() : nil)
    }
  }

  /// Shows the page on which the book was left, as it was kept then, while the book is read.
  ///
  /// - Returns: whether there was one for this screen and these files.
  public static func drawFirstFrame(file: String, book: String, on screen: any Screen) -> Bool {
    let kept = FirstFrame(path: file, book: book)
    guard let (frame, theme) = kept.frame(size: screen.size, isUnicode: screen.isUnicode) else {
      return false
    }
    if let theme = theme.flatMap(Theme.named) { screen.setTheme(theme) }
    screen.draw(frame)
    return true
  }

  /// Shows the book until the reader quits or the terminal ends. The terminal is the caller's to close.
  ///
  /// - Parameter isShown: whether the page is on the screen already; it is drawn again when all of the book is read.
  public func run(on screen: any Screen, isShown: Bool = false) {
    var session = Session(startingState(on: screen))
    if let place = options.place { session.go(to: place.destination) }
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
      screen.draw(session.frame)
    }
    if let review = options.review {
      isOver = perform(.review(minutes: review.minutes), &session, screen, helpers)
      screen.draw(session.frame)
    }
    if let exam = options.exam {
      isOver = perform(.askExam(exam), &session, screen, helpers)
      screen.draw(session.frame)
    }
    // The first page does not wait for the answer.
    if options.theme == nil, memory != nil, session.state.settings.theme == nil { screen.askBackground() }
    var reading = ReadingClock()
    while !isOver {
      let event = screen.nextEvent()
      let read = reading.note(session.state.chapterID, at: Double(DispatchTime.now().uptimeNanoseconds) / 1e9)
      keep(read, in: session.state.book)
      switch event {
      case .key(let key):
        completeChapter(&session)
        isOver = perform(session.request(for: key), &session, screen, helpers)
      case .mouse(let mouse):
        completeChapter(&session)
        isOver = perform(mouse.request, &session, screen, helpers)
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
      // A frame that is stale before it is seen is not drawn: keys that are held down never pile up.
      if !isOver, !screen.hasWaitingInput { screen.draw(session.frame) }
    }
    keep(reading.take(), in: session.state.book)
    keepFirstFrame(after: session.state, on: screen)
    keeper.finish()
  }

  /// Takes what became of answers that could not be recorded at once.
  private func takeRecorded(
    _ session: inout Session, _ screen: any Screen, _ helpers: Helpers
  ) -> Bool {
    var isOver = false
    for kept in keeper.takeLate() {
      if let (review, card) = kept.review {
        isOver = perform(.reviewed(review, card), &session, screen, helpers) || isOver
      }
      if let quiz = kept.quiz { session.take(quiz) }
    }
    let count = keeper.unwrittenCount
    if count == 0, session.state.unrecorded > 0 {
      _ = session.perform(.report(Message(text: "What was not recorded is recorded now.")))
    }
    session.state.unrecorded = count
    return isOver
  }

  /// Which answers the record does not have after `run`, and why; nil where it has all.
  public var loss: String? { keeper.loss }

  private func keep(_ seconds: [String: Double], in book: Book) {
    for (chapter, seconds) in seconds where book.chapters[chapter] != nil {
      keeper.addReading(seconds, chapter: chapter)
    }
  }

  private func keepFirstFrame(after state: ReaderState, on screen: any Screen) {
    guard let path = options.firstFrame, state.isComplete else { return }
    // The next start comes back to a chapter, not to a page that was written.
    let place = state.isWritten ? state.lastPlace : nil
    if state.isWritten, place == nil { return }
    var next = ReaderState(
      book: state.book, chapterID: place?.chapter ?? state.chapterID, size: screen.size,
      isASCII: state.isASCII,
      isComplete: true,
      seed: state.seed)
    next.ticked = state.ticked
    next.sectionsRead = state.sectionsRead
    next.settings = state.settings
    next.keys = state.keys
    next.notes = state.notes
    next.top = place?.position ?? state.top
    let chapter = next.chapter
    FirstFrame(path: path, book: loader.folder).keep(
      Session(next).frame, size: screen.size, isUnicode: screen.isUnicode,
      theme: state.settings.theme ?? state.terminalTheme,
      place: Destination(chapter: next.chapterID, position: next.top),
      files: ["book.yaml", chapter.file, "questions/\(chapter.id).md"])
  }

  /// - Returns: whether the reader is done.
  private func perform(
    _ request: Request?, _ session: inout Session, _ screen: any Screen, _ helpers: Helpers
  ) -> Bool {
    guard let request else { return false }
    session.state.date = Date()
    session.state.now = Double(DispatchTime.now().uptimeNanoseconds) / 1e9
    return carryOut(session.perform(request), &session, screen, helpers)
  }

  /// - Returns: whether the reader is done.
  private func carryOut(
    _ effects: [Effect], _ session: inout Session, _ screen: any Screen, _ helpers: Helpers
  ) -> Bool {
    var isOver = false
    for effect in effects {
      switch effect {
      case .quit: isOver = true
      case .stop: screen.stop()
      case .redraw: screen.redraw()
      case .setMouse(let isOn): screen.setMouse(isOn)
      case .savePlace(let place): keeper.save(place)
      case .find(let text): helpers.finder.find(text)
      case .findQuiz(let request):
        let left = keeper.leftQuizzes(chapter: request.chapter)
        isOver = perform(.beginQuiz(request, left), &session, screen, helpers) || isOver
      case .saveQuiz(let quiz): keeper.save(quiz)
      case .endQuiz(let id): keeper.endSession(id)
      case .findReview(let minutes):
        if let start = keeper.review(of: session.state.book, minutes: minutes) {
          isOver = perform(.beginReview(start), &session, screen, helpers) || isOver
        }
      case .saveExam(let sitting): keeper.save(sitting)
      case .findExam(let start):
        let (start, saved) = keeper.sitting(for: start)
        isOver = perform(.beginExam(start, saved), &session, screen, helpers) || isOver
      case .handIn(let sitting, let file):
        let (result, problem) = keeper.handIn(sitting, to: file, book: session.state.book)
        isOver = perform(.examResult(result, problem: problem), &session, screen, helpers) || isOver
      case .findProgress:
        if let progress = keeper.progress(in: session.state.book) {
          isOver = perform(.progress(progress), &session, screen, helpers) || isOver
        }
      case .saveReview(let review, let isFinished):
        keeper.save(review, isFinished: isFinished)
        if isFinished { helpers.fitter.consider() }
      case .keepReview(let card, let version, let rating, let asked):
        if let (review, card) = keeper.keepReview(card: card, version: version, rating: rating, asked: asked)
        {
          isOver = perform(.reviewed(review, card), &session, screen, helpers) || isOver
        }
      case .rerate(let review, let rating):
        if let (review, card) = keeper.rerate(review, as: rating) {
          isOver = perform(.reviewed(review, card), &session, screen, helpers) || isOver
        }
      case .setSubjects(let subjects): keeper.setSubjects(subjects)
      case .setClock(let isOn): helpers.clock.set(isOn)
      case .suspend(let question, let isSuspended): keeper.setSuspended(question, isSuspended)
      case .flag(let question, let text): keeper.flag(question, text)
      case .edit(let file, let line):
        var problem: String?
        screen.suspended { problem = Editor.open(loader.folder + "/" + file, line: line) }
        if let problem { _ = session.perform(.report(Message(text: problem, isError: true))) }
      case .saveScenario(let scenario): keeper.save(scenario)
      case .reading(let effect):
        let further = carryOut(effect, &session, screen)
        isOver = carryOut(further, &session, screen, helpers) || isOver
      case .keepScenario(let name, let scenario): keeper.keep(scenario, named: name)
      case .writeFile(let path, let text): _ = session.perform(.report(Files.write(text, to: path)))
      case .readScenario(let path):
        switch Files.scenario(path) {
        case .success(let scenario):
          isOver = perform(.scenarioRead(scenario), &session, screen, helpers) || isOver
        case .failure(let error):
          let words = [error.message, error.advice ?? ""].filter { !$0.isEmpty }.joined(separator: "; ")
          _ = session.perform(.report(Message(text: words, isError: true)))
        }
      case .copy(let text):
        _ = session.perform(.report(Files.copy(text, on: screen, orTo: options.clipboardFile)))
      case .setTick(let item, let isSet): keeper.setTick(item, isSet)
      case .setRead(let section, let chapter): keeper.setRead(section, chapter: chapter)
      case .calculatorUsed(let id): keeper.noteUse(of: id)
      case .questionOpened(let id): keeper.noteOpening(of: id)
      case .keepAttempt(let given):
        let kept = keeper.keep(given)
        if let (review, card) = kept.review {
          isOver = perform(.reviewed(review, card), &session, screen, helpers) || isOver
        }
        if let quiz = kept.quiz { session.take(quiz) }
        if given.quiz?.session.isFinished == true { helpers.fitter.consider() }
      case .read(let chapter):
        let book = helpers.rereader.loader.complete(chapter, of: session.state.book).linkingTerms()
        helpers.rereader.watch(book)
        isOver =
          perform(.completed(CompletedBook(book: book, number: 2)), &session, screen, helpers) || isOver
      }
    }
    return isOver
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
    case .wheelUp: .scroll(-3)
    case .wheelDown: .scroll(3)
    }
  }
}
