import Content
import Engine
import Learning
import Terminal
import Typesetting

/// A reader at work: the state, and the one function that changes it. What a request asks of the world comes back as
/// effects; nothing here reads or writes anything.
///
/// ```swift
/// var session = Session(state)
/// let effects = session.perform(.scroll(1))
/// let frame = session.frame
/// ```
struct Session {
  var state: ReaderState
  let cache = PageCache()
  var effects: [Effect] = []

  init(_ state: ReaderState) {
    self.state = state
    self.state.top = page.clamped(page.restored(state.top), rows: geometry.pageRows)
  }

  /// What the screen shows.
  var frame: Frame { FrameBuilder(state: state, page: page).frame }

  var geometry: Geometry { state.geometry }
  var page: Page { Page(state, width: geometry.textWidth, cache: cache) }

  /// What a key asks for now.
  func request(for key: Key) -> Request {
    guard state.size.isTooSmall else { return state.keys.request(for: key, in: state.place) }
    // Nobody acts on what can not be seen.
    let request = state.keys.request(for: key, in: .page)
    return request.worksUnseen ? request : .resize(state.size)
  }

  /// Changes the state as a reader asked.
  ///
  /// - Returns: what is to be done besides.
  mutating func perform(_ request: Request) -> [Effect] {
    if case .click(let row, let column) = request,
      let named = FrameBuilder(state: state, page: page).request(row: row, column: column)
    {
      return perform(named)
    }
    effects = []
    switch request {
    case .resize(let size): resize(to: size)
    case .completed(let book):
      adopt(book.book)
      if let wish = state.waitingReview {
        state.waitingReview = nil
        askForReview(minutes: wish.minutes)
      }
      if let start = state.waitingExam {
        state.waitingExam = nil
        askForExam(start)
      }
    case .reread(let paths, let book, let problem): adopt(book?.book, reread: paths, problem)
    case .report(let message): state.message = message
    case .tick:
      tick()
      tickExam()
    case .reviewed(let review, let card): take(review, card: card)
    case .beginReview(let start): begin(start)
    case .progress(let progress): show(progress)
    case .digit(let digit): addDigit(digit)
    case .found(let text, let hits): take(hits, for: text)
    case .findNotice(let notice): takeNotice(notice)
    case .click where state.size.isTooSmall, .scroll where state.size.isTooSmall,
      .wheel where state.size.isTooSmall, .paste where state.size.isTooSmall:
      break
    case .reading(.recalled): carryOut(request)
    default:
      state.message = nil
      let isGreeted = state.isGreeting
      state.isGreeting = false
      let hadMarks = state.hasMarks
      if request != .newQuiz { state.sitting?.isConfirming = false }
      if request != .answer, request != .activate { state.openQuestion?.isConfirming = false }
      // What lay under the welcome was not read yet.
      if isGreeted, request == .scrollPage(1) { break }
      carryOut(request)
      if !hadMarks { explainMarks() }
      state.count = nil
    }
    followPanel()
    renewWrittenPage()
    keepChanges()
    return effects
  }

  private mutating func carryOut(_ request: Request) {
    if state.isWritten, state.openQuestion != nil, request.leavesQuestion {
      say("A question is open here · Esc leaves it first")
      return
    }
    switch request {
    case .scroll(let lines): scroll(by: lines * times)
    case .scrollHalf(let direction): scroll(by: direction * max(1, geometry.textRows / 2) * times)
    case .scrollPage(let direction): turnPage(direction * times)
    case .top: goToEnd(-1)
    case .bottom: goToEnd(1)
    case .section(let direction): goToSection(direction * times)
    case .chapter(let direction): goToChapter(direction * times)
    case .back: for _ in 0..<min(times, History.capacity) { goBack() }
    case .forward: for _ in 0..<min(times, History.capacity) { goForward() }
    case .target(let direction): for _ in 0..<min(times, 100) { moveFocus(direction) }
    case .activate: activate()
    case .leave: leave()
    case .click(let row, let column): click(row: row, column: column)
    case .wheel(let lines, let row, let column): turnWheel(lines, row: row, column: column)
    case .restoreAuthor: restoreAuthor()
    case .contents: openContents()
    case .hideContents: hideContents()
    case .search: openPrompt(.search)
    case .goTo: openPrompt(.goTo)
    case .find: openPrompt(.find)
    case .help: state.help = HelpState(place: state.place)
    case .cursor(let direction): moveCursor(state.place == .contents ? direction * times : direction)
    case .cursorPage(let direction): moveCursor(direction * max(1, geometry.textRows - 2))
    case .cursorEnd(let direction): moveCursor(direction * EntryLimits.whole)
    case .match(let direction): goToMatch(direction)
    case .type, .eraseBackward, .eraseForward, .eraseAll, .moveInEntry: edit(request)
    case .paste(let text): paste(text)
    case .step(let steps, let coarse): stepInput(by: steps, coarse: coarse)
    case .resetInput: resetInput()
    case .resetCalculator: resetCalculator()
    case .option(let index): chooseOption(index)
    case .toggle: toggleOption()
    case .moveItem(let direction): moveItem(direction)
    case .hint: showHint()
    case .answer: answer()
    case .tryAgain: tryAgain()
    case .readAgain: readAgain()
    case .analyse(let analysis): analyse(analysis)
    case .output(let direction): moveOutput(direction)
    case .nextScale: changeScale()
    case .pin: pin()
    case .workbench: openWorkbench()
    case .whatIf: go(to: Destination(chapter: PageAddress("whatif").description))
    case .scenarios: go(to: Destination(chapter: PageAddress("scenarios").description))
    case .copy: openCopying()
    case .scenarioRead(let scenario): load(scenario)
    case .quiz: askForQuiz()
    case .askQuiz(let request): askForQuiz(request)
    case .review(let minutes): askForReview(minutes: minutes)
    case .easy: markEasy()
    case .askExam(let start): askForExam(start)
    case .beginExam(let start, let saved): begin(start, saved: saved)
    case .examResult(let result, let problem): take(result, problem: problem)
    case .askProgress: effects.append(.findProgress)
    case .newQuiz: newQuiz()
    case .sureness: nextSureness()
    case .flag: openFlag()
    case .suspend: suspendQuestion()
    case .beginQuiz(let request, let left): begin(request, left: left)
    case .quit: quit()
    case .stop:
      keepDraft()
      savePlace()
      effects.append(.stop)
    case .redraw: effects.append(.redraw)
    case .edit: edit()
    case .toggleMouse: toggleMouse()
    case .reading(let request): perform(request)
    case .unknown(let key): explain(key)
    case .resize, .completed, .reread, .report, .digit, .found, .findNotice, .tick, .reviewed, .beginReview,
      .progress:
      break
    }
  }

  /// The count typed before the command, else 1.
  var times: Int { max(1, state.count ?? 1) }

  private mutating func addDigit(_ digit: Int) {
    state.message = nil
    if state.count == nil, digit == 0 { return }
    state.count = min(9999, (state.count ?? 0) * 10 + digit)
  }

  private mutating func resize(to size: ScreenSize) {
    state.size = size
    settle()
  }

  /// Finds the place again after the page was laid out otherwise.
  mutating func settle() {
    let page = page
    let restored = page.restored(state.top)
    let clamped = page.clamped(restored, rows: geometry.pageRows)
    // The fraction stays as it was, so that a screen made smaller and larger again shows the same line.
    state.top = clamped.block == restored.block && clamped.line == restored.line ? restored : clamped
    state.panelOrigin = state.panelOrigin.map { page.restored($0) }
  }

  private mutating func toggleMouse() {
    state.hasMouse.toggle()
    effects.append(.setMouse(state.hasMouse))
    say(state.hasMouse ? "The mouse is Napkin's." : "The mouse selects text. m: back to Napkin")
  }

  private mutating func explain(_ key: Key) {
    if state.place == .panel, state.keys.request(for: key, in: .page) == .restoreAuthor {
      say("R brings back all of this calculator · Esc, then \(key.name), all of the book")
      return
    }
    if case .character(let character) = key, !character.isASCII || character.isLetter || character.isNumber {
      say("\(key.name) does nothing here · ? shows the keys")
    }
  }

  private mutating func quit() {
    keepDraft()
    savePlace()
    effects.append(.quit)
  }

  mutating func say(_ text: String) { state.message = Message(text: text) }

  mutating func complain(_ text: String) { state.message = Message(text: text, isError: true) }

  mutating func savePlace() {
    // A written page is no place to come back to at the next start.
    if !state.isWritten { save(here) }
  }

  /// Keeps a place in a chapter as the one where the next start begins.
  mutating func save(_ place: Destination) {
    guard let chapter = place.chapter == state.chapterID ? state.chapter : state.book.chapters[place.chapter]
    else { return }
    let block = place.position.block
    effects.append(
      .savePlace(
        ReadingPlace(
          chapter: chapter.id, section: chapter.section(at: block)?.id, block: block,
          fraction: place.position.fraction, text: chapter.firstWords(of: block))))
  }

  /// Takes the rest of the book, with what the reader changed in the meantime.
  private mutating func adopt(_ book: Book) {
    let focus = focusedAction
    let scenario = state.scenario
    let words = state.chapter.firstWords(of: state.top.block)
    state.savedScenario = nil
    state.book = book
    state.teaching = [:]
    state.bookRevision += 1
    state.numbersRevision += 1
    state.isComplete = true
    if let pinned = state.pinned {
      var workbook = state.book.workbook
      _ = workbook.apply(pinned.scenario)
      state.pinned = workbook
    }
    if state.book.workbook.scenario != scenario {
      let problems = state.book.workbook.apply(scenario)
      if !problems.isEmpty {
        say(
          problems.count == 1
            ? "One changed input no longer fits the book and is left out: \(problems[0].message)"
            : "\(problems.count) changed inputs no longer fit the book and are left out.")
      }
    }
    if !state.isWritten { state.top.block = state.chapter.block(near: state.top.block, text: words) }
    placeNotes()
    focusAgain(focus)
    settle()
    if let destination = state.destination {
      state.message = nil
      go(to: destination)
    } else if state.chapter.extent == .outline {
      effects.append(.read(chapter: state.chapterID))
    }
  }
}

extension Session {
  /// Takes the book as its files are now, at the same place.
  private mutating func adopt(_ book: Book?, reread paths: [String], _ problem: String?) {
    guard let book else {
      if let problem { complain(problem) }
      return
    }
    // What had the focus may be gone, or elsewhere.
    state.focus = nil
    if let panel = state.panel, book.workbook.calculator(panel.calculator) == nil { closePanel() }
    if let open = state.openQuestion,
      !book.chapters.values.contains(where: { $0.questions.contains { $0.id == open.id } })
    {
      closeQuestion()
    }
    adopt(book)
    let findings = book.findings + book.chapters.values.flatMap(\.findings)
    let errors = findings.filter { $0.severity == .error && paths.contains($0.file) }
    if let broken = brokenCalculator(in: paths) {
      complain("\(broken) · napkin check says more")
    } else if let first = errors.first {
      let more = errors.count > 1 ? " (and \(errors.count - 1) more · napkin check)" : ""
      // What is wrong with the file itself names it.
      let isNamed = first.message.contains("`\(first.file)`")
      let place = isNamed ? "" : "\(first.file):\(first.position.line): "
      complain("\(place)\(first.message)\(more)")
    } else {
      say(paths.count == 1 ? "Read again: \(paths[0])" : "Read again: \(paths.count) files")
    }
  }

  /// The first calculator in one of the files that can not be reckoned.
  private func brokenCalculator(in paths: [String]) -> String? {
    for id in state.book.manifest.chapterIDs {
      guard let chapter = state.book.chapters[id], paths.contains(chapter.file) else { continue }
      for calculator in chapter.calculators {
        guard let problem = state.book.workbook.diagnostics(of: calculator.id).first else { continue }
        let line = chapter.position(ofCalculator: calculator.id)?.line ?? 1
        return "\(chapter.file):\(line): \(calculator.id): \(problem.message)"
      }
    }
    return nil
  }

  /// Opens the file of the page where the reader is: at the block in focus, else at the top of the screen.
  mutating func edit() {
    let chapter = state.chapter
    guard !state.isWritten, !chapter.file.isEmpty else {
      say("This page has no file: the program writes it.")
      return
    }
    let block = state.focus?.block ?? state.top.block
    let line = chapter.blocks.indices.contains(block) ? chapter.blocks[block].range.start.line : 1
    effects.append(.edit(file: chapter.file, line: max(1, line)))
  }
}

extension Chapter {
  /// The heading under which a block stands; the chapter's own is none.
  func section(at block: Int, levels: ClosedRange<Int> = 2...6) -> Section? {
    sections.last { $0.block <= block && levels.contains($0.level) }
  }

  /// The block that begins with the same words, nearest to where it was before the chapter was edited.
  func block(near index: Int, text: String?) -> Int {
    guard let text, firstWords(of: index) != text else { return index }
    for distance in 1..<max(2, blocks.count) {
      for block in [index - distance, index + distance] where firstWords(of: block) == text { return block }
    }
    return min(max(0, index), max(0, blocks.count - 1))
  }

  /// The first words of a block, to find it again after the chapter was edited.
  func firstWords(of block: Int) -> String? {
    guard blocks.indices.contains(block) else { return nil }
    var text = ""
    blocks[block].walk(inlines: { if text.count < 60 { text += $0.ownText } })
    return text.isEmpty ? nil : String(text.prefix(60))
  }
}
