import Content
import Typesetting

extension Session {
  mutating func openPrompt(_ kind: Prompt.Kind) {
    var prompt = Prompt(kind: kind, origin: state.top)
    if kind == .goTo { prompt.index = GoToIndex(state) }
    state.prompt = prompt
    if kind == .search { state.search = nil }
    findOffers()
  }

  /// What the go-to line offers for what was typed.
  private mutating func findOffers() {
    guard let prompt = state.prompt, let index = prompt.index else { return }
    state.prompt?.offers = index.offers(for: prompt.entry.text, chapter: state.chapterID)
  }

  /// A key that changes an entry: of the prompt, of a calculator or of a question.
  mutating func edit(_ request: Request) {
    switch state.place {
    case .naming: takeMark(request)
    case .search, .goTo, .find, .noting, .remark, .asking:
      guard var prompt = state.prompt else { return }
      if case .eraseBackward = request, prompt.entry.text.isEmpty, prompt.kind != .note {
        abandonPrompt()
        return
      }
      prompt.entry.apply(request)
      prompt.cursor = 0
      state.prompt = prompt
      switch prompt.kind {
      case .search: searchAsTyped()
      case .goTo: findOffers()
      case .find: effects.append(.find(prompt.entry.text))
      case .note, .remark, .ask: break
      case .choose: findOffers()
      }
    case .panel:
      switch request {
      case .type(let character): beginEntry(with: character)
      case .paste:
        beginEntry(with: nil)
        state.panel?.entry?.apply(request)
      default: break
      }
    case .entry:
      state.panel?.entry?.apply(request)
      state.panel?.message = nil
    case .gaps:
      state.openQuestion?.isTyping = true
      edit(request)
    case .writing:
      guard let id = state.openQuestion?.id, let place = state.questions[id]?.cursor,
        state.questions[id]?.entries.indices.contains(place) == true
      else { return }
      if request.isText, state.openQuestion?.isFresh == true {
        state.questions[id]?.entries[place].eraseAll()
      }
      state.openQuestion?.isFresh = false
      let capacity = state.question(id)?.body.entryCapacity ?? EntryState.capacity
      if case .type(let character) = request {
        if state.questions[id]?.entries[place].insert(character, capacity: capacity) == false {
          state.openQuestion?.isCut = true
          complain("An answer holds \(capacity) characters · what is typed now is not taken")
        }
      } else if case .paste(let text) = request {
        if state.questions[id]?.entries[place].insert(text, capacity: capacity) == false {
          state.openQuestion?.isCut = true
          complain("An answer holds \(capacity) characters · the end of what was pasted is not taken")
        }
      } else {
        if request != .moveInEntry(1), request != .moveInEntry(-1) { state.openQuestion?.isCut = false }
        state.questions[id]?.entries[place].apply(request)
      }
      revealCursor()
    default: break
    }
  }

  private mutating func searchAsTyped() {
    guard let prompt = state.prompt else { return }
    state.search = prompt.entry.text.trimmed.isEmpty ? nil : PageSearch(text: prompt.entry.text)
    state.top = prompt.origin
    if state.search != nil { findMatch(from: prompt.origin, direction: 1, isIncluded: true, isQuiet: true) }
  }

  mutating func commitPrompt() {
    guard let prompt = state.prompt else { return }
    state.prompt = nil
    switch prompt.kind {
    case .search:
      let reached = state.top
      state.top = prompt.origin
      guard state.search != nil else { return }
      remember()
      state.top = reached
      if !hasMatch { complainOfAbsence(of: prompt.entry.text) }
    case .goTo:
      guard prompt.offers.indices.contains(prompt.cursor) else {
        complain("Nothing is called “\(prompt.entry.text)” · S searches the book for it")
        return
      }
      if state.panel != nil { closePanel() }
      follow(prompt.offers[prompt.cursor].goal)
    case .find: follow(prompt)
    case .note: if let draft = prompt.draft { take(prompt.entry.text, for: draft) }
    case .remark: flag(prompt.entry.text)
    case .choose:
      guard prompt.offers.indices.contains(prompt.cursor) else {
        state.prompt = prompt
        complain("Nothing here is called “\(prompt.entry.text)” · Ctrl-U shows all")
        return
      }
      // What is done in place is no jump.
      if case .place(let destination) = prompt.offers[prompt.cursor].goal {
        go(to: destination, remembering: false)
      }
    case .ask(let ask): answer(ask, prompt)
    }
  }

  mutating func abandonPrompt() {
    guard let prompt = state.prompt else { return }
    if prompt.kind == .search {
      state.top = prompt.origin
      state.search = nil
    }
    state.prompt = nil
  }

  // MARK: Searching in the chapter

  private var hasMatch: Bool {
    guard let search = state.search.flatMap({ LineSearch($0.text) }) else { return false }
    let page = page
    return (0..<page.blockCount).contains {
      mayMatch(search, $0, in: page) && !matches(search, $0, in: page).isEmpty
    }
  }

  mutating func goToMatch(_ direction: Int) {
    guard state.search != nil else {
      say("Nothing is searched for · / search")
      return
    }
    for _ in 0..<min(times, 100) {
      findMatch(from: state.match ?? state.top, direction: direction, isIncluded: false, isQuiet: false)
    }
  }

  /// To the next match after a place, around the end of the chapter.
  private mutating func findMatch(from start: PagePosition, direction: Int, isIncluded: Bool, isQuiet: Bool) {
    guard let search = state.search.flatMap({ LineSearch($0.text) }) else { return }
    let page = page
    let count = page.blockCount
    guard count > 0 else { return }
    for distance in 0...count {
      let raw = start.block + direction * distance
      let block = ((raw % count) + count) % count
      guard mayMatch(search, block, in: page) else { continue }
      var lines = matches(search, block, in: page).compactMap(\.first?.line)
      if direction < 0 { lines.reverse() }
      let line = lines.first { line in
        if distance == 0 {
          return direction > 0 ? (isIncluded ? line >= start.line : line > start.line) : line < start.line
        }
        return distance < count || (direction > 0 ? line <= start.line : line >= start.line)
      }
      guard let line else { continue }
      state.match = PagePosition(block: block, line: line)
      countMatches()
      reveal(Page.Row(block: block, line: line), margin: 3)
      if !isQuiet, raw < 0 || raw >= count {
        let place = state.search?.count.map { " · \($0.words)" } ?? ""
        say((direction > 0 ? "From the top again" : "From the end again") + place)
      }
      return
    }
    state.match = nil
    state.search?.count = MatchCount(place: 0, total: 0)
    if !isQuiet { complainOfAbsence(of: state.search?.text ?? "") }
  }

  /// That a text is nowhere in the chapter; where only its capitals hinder, so much.
  private mutating func complainOfAbsence(of text: String) {
    let lowered = text.lowercased()
    var count = 0
    if lowered != text, let search = LineSearch(lowered) {
      let page = page
      for block in 0..<page.blockCount where mayMatch(search, block, in: page) {
        count += matches(search, block, in: page).count
      }
    }
    complain(
      count == 0
        ? "“\(text)” does not stand in this chapter · S searches the book"
        : "“\(text)” does not stand so in this chapter · without capitals it does, \(count == 1 ? "once" : "\(count) times")"
    )
  }

  /// Notes how many lines have a match, and which of them is shown.
  private mutating func countMatches() {
    guard let search = state.search.flatMap({ LineSearch($0.text) }), let shown = state.match else { return }
    let page = page
    var count = MatchCount(place: 0, total: 0)
    for block in 0..<page.blockCount where mayMatch(search, block, in: page) {
      for line in matches(search, block, in: page).compactMap(\.first?.line) {
        count.total += 1
        if (block, line) <= (shown.block, shown.line) { count.place = count.total }
      }
    }
    state.search?.count = count
  }

  /// Whether a block could hold a match: by its text, or because it shows what is not in its text.
  private func mayMatch(_ search: LineSearch, _ block: Int, in page: Page) -> Bool {
    let needs = page.index.needs[block]
    if needs.isLive || needs.hasTargets { return true }
    let text = cache.searchText(of: block, in: state.chapter, page: state.pageRevision)
    return text.contains(search.firstWord) || text.contains(PageCache.drawn)
  }

  private func matches(_ search: LineSearch, _ block: Int, in page: Page) -> [[Match]] {
    search.matches(in: cache.searchedLines(of: block, page.layout(block).lines))
  }
}

extension EntryState {
  /// Changes the entry as a request for typing says.
  mutating func apply(_ request: Request) {
    switch request {
    case .type(let character): insert(character)
    case .paste(let text): insert(text)
    case .eraseBackward: eraseBackward()
    case .eraseForward: eraseForward()
    case .eraseAll: eraseAll()
    case .moveInEntry(let characters): move(by: characters)
    default: break
    }
  }
}
