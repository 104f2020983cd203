import Content
import Typesetting

extension Session {
  mutating func scroll(by lines: Int) {
    if state.contents.hasFocus {
      moveCursor(lines)
      return
    }
    if let help = state.help {
      let highest = HelpView(state: state).highestScroll
      state.help?.scroll = min(max(help.scroll + lines, 0), highest)
      return
    }
    if let popup = state.popup, state.panel == nil {
      let highest = PopupView(state: state).highestScroll
      state.popup?.scroll = min(max(popup.scroll + lines, 0), highest)
      return
    }
    let page = page
    let before = state.top
    state.top =
      lines >= 0
      ? page.clamped(page.moved(state.top, down: lines), rows: geometry.pageRows)
      : page.moved(state.top, up: -lines)
    // Near the end the last full screen may lie above: never move against what was asked.
    if lines > 0, state.top.isBefore(before) { state.top = before }
    if state.place == .page, let focus = state.focus, !isOnScreen(focus, in: page) { state.focus = nil }
    if state.top == before, lines != 0 { sayEnd(lines) }
    // What a count skips was not on the screen.
    if lines > 0, lines <= geometry.pageRows { noteRead(since: before, in: page) }
    noteSection(before: before)
  }

  /// By screens, of which the last two rows stay in sight. What the foot of a screen cuts of a drawing, a table or a
  /// calculator is whole on the next one where it fits; the way back leads to the same screens.
  mutating func turnPage(_ count: Int) {
    guard state.place == .page else {
      scroll(by: count * max(1, geometry.textRows - Page.ScreenRows.shownAgain))
      return
    }
    let page = page
    let screen = Page.ScreenRows(page: geometry.pageRows, column: geometry.textRows)
    let before = state.top
    var top = before
    if count == -1, let turn = state.turns.last, turn.size == state.size, turn.chapter == state.chapterID,
      turn.to == before
    {
      state.turns.removeLast()
      top = turn.from
    } else {
      for _ in 0..<abs(count) {
        let next = count > 0 ? page.turned(down: top, screen) : page.turned(up: top, screen)
        if next == top { break }
        top = next
      }
    }
    let rows = (abs(count) + 1) * screen.page
    let isUp = count < 0
    let distance = page.distance(from: isUp ? top : before, to: row(isUp ? before : top), limit: rows) ?? rows
    scroll(by: (isUp ? -1 : 1) * max(1, distance))
    guard count > 0, state.top != before else { return }
    state.turns.append(
      PageTurn(chapter: state.chapterID, size: state.size, from: before, to: state.top))
    if state.turns.count > PageTurn.capacity { state.turns.removeFirst() }
  }

  private func row(_ position: PagePosition) -> Page.Row {
    Page.Row(block: position.block, line: position.line)
  }

  /// A section is read when its end came on the screen while the reader scrolled down to it.
  private mutating func noteRead(since before: PagePosition, in page: Page) {
    guard let last = page.rows(from: state.top, count: geometry.pageRows).last else { return }
    let chapter = state.chapter
    for (index, section) in chapter.sections.enumerated() where section.level >= 2 {
      let next = chapter.sections[(index + 1)...].first { $0.level <= section.level }
      let end = (next?.block ?? page.blockCount) - 1
      guard let id = section.id, end >= before.block, section.block <= last.block else { continue }
      let isReached = last.block > end || (last.block == end && last.line + 1 >= page.layout(end).lines.count)
      if isReached, state.sectionsRead[chapter.id, default: []].insert(id).inserted {
        effects.append(.setRead(section: id, chapter: chapter.id))
      }
    }
  }

  private mutating func sayEnd(_ direction: Int) {
    if state.isWritten {
      say(direction > 0 ? "The end of this page · Esc back" : "The beginning of this page · Esc back")
      return
    }
    let ids = state.book.manifest.chapterIDs
    let isLast = (direction > 0 ? ids.last : ids.first) == state.chapterID
    if direction > 0 {
      say(isLast ? "The end of the book." : "The end of the chapter · } next chapter")
    } else {
      say(isLast ? "The beginning of the book." : "The beginning of the chapter · { chapter before")
    }
  }

  mutating func goToEnd(_ direction: Int) {
    if state.help != nil || (state.popup != nil && state.panel == nil) {
      scroll(by: direction * EntryLimits.whole)
      return
    }
    if let count = state.count {
      goToSection(numbered: count)
      return
    }
    remember()
    let before = state.top
    state.top = direction < 0 ? PagePosition() : page.lastTop(rows: geometry.pageRows)
    noteSection(before: before)
  }

  /// To the heading that is `count` sections further.
  mutating func goToSection(_ count: Int) {
    let headings = state.chapter.sections.filter { $0.level <= 3 }
    let top = state.top
    let target: Section?
    if count > 0 {
      let further = headings.filter { $0.block > top.block }
      target = further.isEmpty ? nil : further[min(count, further.count) - 1]
    } else {
      let before = headings.filter { $0.block < top.block || ($0.block == top.block && top.line > 0) }
      target = before.isEmpty ? nil : before[max(0, before.count + count)]
    }
    if let target {
      show(PagePosition(block: target.block), remembering: false)
    } else if count > 0 {
      say("This is the last section of the chapter · } next chapter")
      state.top = page.lastTop(rows: geometry.pageRows)
    } else {
      show(PagePosition(), remembering: false)
    }
  }

  mutating func goToChapter(_ count: Int) {
    let ids = state.book.manifest.chapterIDs
    let presentID = state.isWritten ? state.lastPlace?.chapter : state.chapterID
    guard let present = presentID.flatMap({ ids.firstIndex(of: $0) }) else { return }
    let wanted = min(max(present + count, 0), ids.count - 1)
    if wanted == present {
      say(count > 0 ? "This is the last chapter." : "This is the first chapter.")
      return
    }
    go(to: Destination(chapter: ids[wanted]))
  }

  /// Where the reader is now.
  var here: Destination {
    Destination(
      chapter: state.chapterID, position: state.top,
      words: state.isWritten ? nil : state.chapter.firstWords(of: state.top.block),
      focus: state.panel == nil ? state.focus : state.panelOpener)
  }

  /// Notes the place before a jump, so that `back` returns to it.
  mutating func remember() { state.history.leave(here) }

  mutating func goBack() {
    guard let place = state.history.back.popLast() else {
      say("There is nowhere to go back to.")
      return
    }
    let wasWritten = state.isWritten
    state.history.forward.append(here)
    go(to: place, remembering: false)
    if state.isWritten, !wasWritten, let opener = state.history.back.last(where: { !$0.isWritten }) {
      // Not the place that was just left: nobody goes on reading from there.
      state.lastPlace = opener
      save(opener)
    }
    resumeAsking()
    if state.openQuestion == nil, state.chapterID == place.chapter, let focus = place.focus,
      target(at: focus) != nil
    {
      state.focus = focus
    }
    reopenPanel()
  }

  mutating func goForward() {
    guard let place = state.history.forward.popLast() else {
      say("There is nowhere to go forward to.")
      return
    }
    state.history.back.append(here)
    go(to: place, remembering: false)
    resumeAsking()
  }

  /// To a place in any chapter; one that is not read yet is shown when it is.
  mutating func go(to destination: Destination, remembering: Bool = true) {
    state.contents.scrolled = nil
    if let address = PageAddress(parsing: destination.chapter) {
      if follow(address) { return }
      goToWritten(address, at: destination, remembering: remembering)
      return
    }
    guard let chapter = state.book.chapters[destination.chapter] else {
      if state.isComplete {
        state.destination = nil
        complain("The chapter \(destination.chapter) could not be read · napkin check says why")
      } else {
        state.destination = destination
        say("Reading the book …")
      }
      return
    }
    if chapter.extent == .outline {
      state.destination = destination
      effects.append(.read(chapter: destination.chapter))
      return
    }
    state.destination = nil
    var position = destination.position
    position.block = chapter.block(near: position.block, text: destination.words)
    if let id = destination.anchor { position = PagePosition(block: chapter.block(of: id) ?? 0) }
    if destination.chapter != state.chapterID {
      if remembering { remember() }
      closePlaces()
      state.chapterID = destination.chapter
      state.written = nil
      state.search = nil
      show(destination.anchor == nil ? page.restored(position) : position, remembering: false)
      savePlace()
    } else {
      show(position, remembering: remembering)
    }
  }

  /// Puts a place at the top of the screen, or as high as the end of the chapter lets it.
  mutating func show(_ position: PagePosition, remembering: Bool = true) {
    state.contents.scrolled = nil
    let page = page
    let settled = page.settled(position)
    if remembering, settled.block != state.top.block || settled.line != state.top.line { remember() }
    let before = state.top
    state.focus = nil
    state.top = page.clamped(settled, rows: geometry.pageRows)
    noteSection(before: before)
  }

  /// Scrolls as little as possible so that a row of the page is on the screen; if at all, then with `margin` rows around
  /// it.
  mutating func reveal(_ row: Page.Row, margin: Int = 2) {
    let page = page
    let rows = geometry.pageRows
    if page.distance(from: state.top, to: row, limit: rows - 1) != nil { return }
    let margin = min(margin, max(0, (rows - 1) / 2))
    let position = page.position(row.block, row.line)
    let isAbove = position.isBefore(state.top)
    // What is further away than a screen comes to its upper third, what is near to the edge.
    let isNear = !isAbove && page.distance(from: state.top, to: row, limit: 2 * rows) != nil
    let up = isAbove ? margin : isNear ? rows - 1 - margin : rows / 3
    state.top = page.clamped(page.moved(position, up: up), rows: rows)
  }

  /// Scrolls as little as possible so that these lines of a block are on the screen; the first of them if not all fit.
  mutating func reveal(_ lines: Range<Int>, of block: Int) {
    guard let last = lines.last else { return }
    let page = page
    let rows = geometry.pageRows
    let first = page.position(block, lines.lowerBound)
    let isAbove = first.isBefore(state.top)
    if !isAbove,
      page.distance(from: state.top, to: Page.Row(block: block, line: last), limit: rows - 1) != nil
    {
      return
    }
    if isAbove || lines.count >= rows {
      state.top = page.clamped(first, rows: rows)
    } else {
      state.top = page.clamped(page.moved(page.position(block, last), up: rows - 1), rows: rows)
    }
  }

  /// Keeps the place when the reader enters another section.
  private mutating func noteSection(before: PagePosition) {
    let chapter = state.chapter
    if chapter.section(at: before.block)?.block != chapter.section(at: state.top.block)?.block { savePlace() }
  }
}

extension PagePosition {
  func isBefore(_ other: PagePosition) -> Bool { (block, line) < (other.block, other.line) }
}

extension Chapter {
  /// The block that holds an anchor.
  func block(of id: String) -> Int? {
    anchors.first { $0.id == id }?.block ?? sections.first { $0.id == id }?.block
  }
}
