import Content
import Engine
import Typesetting

extension Session {
  /// The target in focus.
  var focused: Target? { state.focus.flatMap { target(at: $0) } }

  func target(at focus: Focus) -> Target? {
    let targets = page.layout(focus.block).targets
    return targets.indices.contains(focus.target) ? targets[focus.target] : nil
  }

  /// To the next or previous thing to act on: from the one in focus if it is on the screen, else from the screen's edge.
  mutating func moveFocus(_ direction: Int) {
    let page = page
    guard let found = direction > 0 ? nextFocus(in: page) : previousFocus(in: page) else {
      say(direction > 0 ? "Nothing further to act on." : "Nothing to act on before this.")
      return
    }
    state.focus = found
    if let target = target(at: found) { reveal(Page.Row(block: found.block, line: target.line)) }
    revealSideways(found)
  }

  func isOnScreen(_ focus: Focus, in page: Page) -> Bool {
    page.row(of: focus, from: state.top, rows: geometry.pageRows) != nil
  }

  private func nextFocus(in page: Page) -> Focus? {
    let start = searchStart(in: page)
    var block = start.block
    if let focus = state.focus, isOnScreen(focus, in: page) {
      if target(at: Focus(block: focus.block, target: focus.target + 1)) != nil {
        return Focus(block: focus.block, target: focus.target + 1)
      }
      block = focus.block + 1
    } else if let index = page.layout(block).targets.firstIndex(where: { $0.line >= start.line }) {
      return Focus(block: block, target: index)
    } else {
      block += 1
    }
    while block < page.blockCount {
      if page.index.needs[block].hasTargets, !page.layout(block).targets.isEmpty {
        return Focus(block: block, target: 0)
      }
      block += 1
    }
    return nil
  }

  /// Where to look from without a focus: the match that was found last if it is on the screen, else its first row.
  private func searchStart(in page: Page) -> PagePosition {
    guard state.search != nil, let match = state.match else { return state.top }
    let row = Page.Row(block: match.block, line: match.line)
    let isVisible = page.distance(from: state.top, to: row, limit: geometry.pageRows - 1) != nil
    return isVisible ? match : state.top
  }

  private func previousFocus(in page: Page) -> Focus? {
    var block = state.top.block
    if let focus = state.focus, isOnScreen(focus, in: page) {
      if focus.target > 0 { return Focus(block: focus.block, target: focus.target - 1) }
      block = focus.block - 1
    } else if let last = page.rows(from: state.top, count: geometry.pageRows).last {
      block = last.block
      if let index = page.layout(block).targets.lastIndex(where: { $0.line <= last.line }) {
        return Focus(block: block, target: index)
      }
      block -= 1
    }
    while block >= 0 {
      let count = page.index.needs[block].hasTargets ? page.layout(block).targets.count : 0
      if count > 0 { return Focus(block: block, target: count - 1) }
      block -= 1
    }
    return nil
  }

  /// Enter: what it means depends on the place.
  mutating func activate() {
    switch state.place {
    case .contents: followContents()
    case .panel: beginEntry(with: nil)
    case .entry: commitEntry()
    case .gaps:
      state.openQuestion?.isTyping = true
      state.openQuestion?.isFresh = false
    case .search, .goTo, .find, .noting, .remark, .asking: commitPrompt()
    case .answered:
      if state.isInSitting {
        goOnInSitting()
      } else if state.isInReview, state.round?.isAnswered == false, state.unrecorded > 0 {
        say("This answer is not recorded yet, and is tried again · Esc leaves the review")
      } else if state.isInReview {
        nextInReview()
      } else {
        closeQuestion()
      }
    case .page:
      if let target = focused {
        act(on: target.action)
      } else if asksWhatIsGone {
        goOnWithoutGone()
      } else {
        scroll(by: times)
      }
    default: break
    }
  }

  mutating func act(on action: Target.Action) {
    switch action {
    case .reference(let id): follow(id)
    case .link(let address): followLink(address)
    case .footnote(let label): showFootnote(label)
    case .citation(let keys): showSources(keys)
    case .live(let live): openLive(live)
    case .calculator(let id): openPanel(id, input: nil)
    case .input(let calculator, let name): openPanel(calculator, input: name)
    case .output(let calculator, let name):
      openPanel(calculator, input: nil)
      state.panel?.output = name
    case .question(let id): openQuestion(id)
    case .option(let question, let index):
      openQuestion(question)
      setCursor(index, of: question)
    case .tick(let block, let index): tick("\(block)#\(index)")
    case .fold(let key): turnFold(key)
    }
  }

  /// Opens or closes what is folded; of what was opened as much as there is room for comes on the screen.
  private mutating func turnFold(_ key: String) {
    if state.unfolded.remove(key) != nil { return }
    state.unfolded.insert(key)
    guard let focus = state.focus else { return }
    let layout = page.layout(focus.block)
    guard let title = layout.targets.first(where: { $0.action == .fold(key) }) else { return }
    reveal(title.line..<layout.lines.count, of: focus.block)
  }

  private mutating func follow(_ id: String) {
    if let term = state.book.glossary.first(where: { $0.id == id }) {
      state.popup = Popup(title: term.name, blocks: term.definition)
    } else if let anchor = state.book.anchor(id) {
      go(to: Destination(chapter: anchor.chapter, anchor: id))
    } else if let block = state.chapter.block(of: id) {
      show(PagePosition(block: block))
    } else if state.isComplete {
      complain("Nothing in the book has the id \(id) · napkin check lists such references")
    } else {
      say("Still reading the book; try again in a moment.")
    }
  }

  private mutating func followLink(_ address: String) {
    if address.hasPrefix("#") {
      follow(String(address.dropFirst()))
    } else if let page = PageAddress(parsing: address) {
      go(to: Destination(chapter: address))
      // The same table in another order: its column stays at hand.
      if let sort = page.options["sort"] {
        focusFirst { $0.kind == page.kind && $0.path == page.path && $0.options["sort"] == sort }
      }
    } else {
      say(address)
    }
  }

  private mutating func showFootnote(_ label: String) {
    guard let note = state.chapter.footnotes[label] else {
      complain("The footnote \(label) has no text · napkin check says where")
      return
    }
    state.popup = Popup(title: "Note \(note.number)", blocks: note.blocks)
  }

  private mutating func showSources(_ keys: [String]) {
    let blocks = keys.map { key -> Block in
      let entry = state.book.bibliography[key]
      return .paragraph(
        Paragraph(content: entry?.content ?? [.text("\(key): not read yet")], range: .generated))
    }
    state.popup = Popup(title: keys.count == 1 ? "Source" : "Sources", blocks: blocks)
  }

  private mutating func tick(_ item: String) {
    let isSet = state.ticked.insert(item).inserted
    if !isSet { state.ticked.remove(item) }
    effects.append(.setTick(item, isSet))
  }

  /// Esc: one step out of wherever the reader is.
  mutating func leave() {
    switch state.place {
    case .help: state.help = nil
    case .contents: state.contents.hasFocus = false
    case .search, .goTo, .find, .noting, .remark, .asking: abandonPrompt()
    case .naming: state.naming = nil
    case .selecting: state.selection = nil
    case .entry:
      state.panel?.entry = nil
      state.panel?.message = nil
    case .panel: leavePanel()
    case .writing:
      state.openQuestion?.isTyping = false
      let isLong = state.openQuestion.flatMap { state.question($0.id) }?.body.isLong == true
      state.openQuestion?.isFresh = !isLong
    case .options, .arranging, .matching, .gaps, .rubric, .answered:
      if state.isInSitting, state.sitting?.index != nil {
        leaveSitting()
      } else if state.isInReview, state.round?.index != nil {
        leaveReview()
      } else if state.isExamining {
        actInExam(["list"])
      } else {
        closeQuestion()
      }
    case .popup: state.popup = nil
    case .page:
      if state.focus != nil {
        state.focus = nil
      } else if state.search != nil {
        state.search = nil
        state.match = nil
      } else if state.isInSitting {
        leaveSitting()
      } else if state.isInReview {
        leaveReview()
      } else if state.isInExam {
        leaveExam()
      } else if state.isWritten {
        leavePage()
      }
    }
  }

  /// Leaves everything that is open on the page.
  mutating func closePlaces() {
    if state.panel != nil { closePanel() }
    if state.openQuestion != nil { closeQuestion() }
    state.popup = nil
    state.selection = nil
    state.focus = nil
    state.contents.hasFocus = false
  }

  mutating func click(row: Int, column: Int) {
    if state.help != nil {
      state.help = nil
      return
    }
    let geometry = geometry
    state.naming = nil
    if state.prompt?.kind == .note { return }
    if state.prompt != nil {
      if let offer = listItem(row: row, column: column) {
        state.prompt?.cursor = offer
        commitPrompt()
      } else {
        abandonPrompt()
      }
      return
    }
    if ContentsView(state: state).covers(column: column, row: row) {
      clickContents(row: row)
      return
    }
    if state.popup != nil {
      clickPopup(row: row, column: column)
      return
    }
    let page = page
    let rows = page.rows(from: state.top, count: geometry.pageRows)
    let textPlace = geometry.textPlace(row: row, column: column)
    guard rows.indices.contains(textPlace.row) else { return }
    let place = rows[textPlace.row]
    if state.selection != nil {
      select(place.block)
      return
    }
    let layout = page.layout(place.block)
    let targets = layout.targets
    let textColumn = textPlace.column + layout.outset
    guard
      let index = targets.lastIndex(where: { $0.line == place.line && $0.columns.contains(textColumn) })
    else {
      state.focus = nil
      let panel = layout.panels.first { $0.lines.contains(place.line) }
      if let panel, panel.calculator != state.panel?.calculator {
        clickPanel(panel, at: place, column: textColumn)
      }
      return
    }
    let action = targets[index].action
    if state.panel != nil, !action.isOfPanel { dropPanel() }
    if case .option(let question, let option) = action, state.openQuestion?.id == question {
      setCursor(option, of: question)
      if state.place != .matching { chooseOption(option) }
      return
    }
    if state.openQuestion != nil { closeQuestion() }
    state.focus = Focus(block: place.block, target: index)
    act(on: action)
  }
}

extension Session {
  /// The offer or hit at a place on the screen, of the list that lies over the text.
  private func listItem(row: Int, column: Int) -> Int? {
    // Beside the text stand the contents.
    if column < geometry.pane { return nil }
    let line = row - geometry.textRow
    return state.prompt?.kind == .find
      ? HitsView(state: state).item(at: line) : OffersView(state: state).item(at: line)
  }

  /// A click on a calculator that is not open opens it, with the input or output that stands there.
  private mutating func clickPanel(_ panel: PanelLines, at place: Page.Row, column: Int) {
    if state.panel != nil { dropPanel() }
    if state.openQuestion != nil { closeQuestion() }
    let title = page.layout(place.block).targets.firstIndex { $0.action == .calculator(panel.calculator) }
    state.focus = title.map { Focus(block: place.block, target: $0) }
    act(on: .calculator(panel.calculator))
    let target = page.layout(place.block).targets.last {
      $0.line == place.line && $0.columns.contains(column) && $0.action.isOfPanel
    }
    if let target, state.panel?.calculator == panel.calculator { act(on: target.action) }
  }

  /// A click while something lies over the page: on an input it goes there, anywhere else it closes.
  private mutating func clickPopup(row: Int, column: Int) {
    let view = PopupView(state: state)
    let layout = view.layout
    let focusRow = page.row(of: state.focus, from: state.top, rows: geometry.pageRows)
    let place = geometry.overlay(avoiding: focusRow)
    let line = row - geometry.textRow - view.firstRow(avoiding: place.focusRow)
    let target = layout.targets.first {
      $0.line == line && $0.columns.contains(column - place.firstColumn) && $0.action.isOfPanel
    }
    if let target {
      act(on: target.action)
    } else {
      closePanel()
    }
  }
}

extension Target.Action {
  /// Whether it stands in an open calculator.
  var isOfPanel: Bool {
    switch self {
    case .input, .output, .calculator: true
    default: false
    }
  }
}

extension BibliographyEntry {
  var content: [Inline] {
    var content: [Inline] = []
    if let author { content.append(.text("\(author)\(year.map { " (\($0))" } ?? ""). ")) }
    content.append(.emphasis([.text(title)]))
    if let container { content.append(.text(". \(container)")) }
    if author == nil, let year { content.append(.text(", \(year)")) }
    if let url { content.append(.text(". \(url)")) }
    return content
  }
}
