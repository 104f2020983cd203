import Content
import Engine
import Typesetting

extension Session {
  /// Opens a calculator: in place where the chapter shows it, else over the page.
  mutating func openPanel(_ id: String, input: String?) {
    if state.isClosedByExam(id) {
      say(Self.closedByExam)
      return
    }
    guard let result = state.book.workbook.result(of: id) else {
      complain("There is no calculator \(id) · : finds those that there are")
      return
    }
    if state.panel?.calculator != id { state.panel = nil }
    if state.panel == nil {
      state.panelOpener = state.focus
      state.panelOrigin = state.top
    }
    state.popup = nil
    state.panel = PanelState(calculator: id, input: input ?? state.panel?.input ?? result.inputs.first?.name)
    let page = page
    if let block = page.index.panels[id] {
      // What a page says of a number stays on the screen beside its calculator.
      if analysisPage == nil { reveal(0..<page.layout(block).lines.count, of: block) }
      focusPanel(in: block)
    } else {
      let title = state.book.workbook.calculator(id)?.title ?? id
      state.popup = Popup(
        title: title, blocks: [.calculator(CalculatorBlock(id: id, title: title, range: .generated))])
      makeRoomForPopup()
    }
  }

  static let closedByExam = "This calculator answers a question of the exam: closed until it is handed in."

  /// Notes that the reader changed something in a calculator.
  mutating func noteUse(of id: String) {
    state.calculatorsUsed.insert(id)
    effects.append(.calculatorUsed(id))
  }

  /// A number in the prose: its calculator, with the input in focus if it is one.
  mutating func openLive(_ live: LiveTarget) {
    let result = state.book.workbook.inline(live.expression, near: live.calculator)
    guard let id = result.calculator ?? live.calculator, let cell = state.book.workbook.calculator(id) else {
      if let page = PageAddress(figure: live.expression, in: state.book.workbook.library) {
        go(to: Destination(chapter: page.description))
      } else {
        say("\(live.expression) = \(result.text)")
      }
      return
    }
    if let name = result.name, !cell.inputs.contains(where: { $0.name == name }) {
      open(.derivation, of: ValueSubject(calculator: id, value: name))
    } else {
      openPanel(id, input: cell.inputs.first { $0.name == result.name }?.name)
    }
  }

  /// Moves the page up so that the paragraph of the number in focus, its end at least, stands above the calculator.
  private mutating func makeRoomForPopup() {
    let rows = geometry.pageRows
    let page = page
    guard geometry.textRows == rows, let focus = state.focus,
      let row = page.row(of: focus, from: state.top, rows: rows)
    else { return }
    let shown = page.rows(from: state.top, count: rows)
    let own = shown.indices.filter { shown[$0].block == focus.block }
    guard let first = own.first, let last = own.last else { return }
    let foot = max(0, rows - PopupView(state: state).layout.lines.count)
    let wanted = max(min(last + 1 - foot, first), row + 2 - foot)
    if wanted > 0 { state.top = page.clamped(page.moved(state.top, down: wanted), rows: rows) }
  }

  /// Back to what was in focus when the calculator was opened, where that stood on the screen.
  mutating func closePanel() {
    let isAtOpener = openPanelBlock == state.panelOpener?.block
    let origin = state.panelOrigin
    state.panel = nil
    state.popup = nil
    state.focus = state.panelOpener
    state.panelOpener = nil
    state.panelOrigin = nil
    guard let focus = state.focus else { return }
    guard let target = target(at: focus) else {
      state.focus = nil
      return
    }
    let page = page
    if let origin, !isAtOpener { state.top = page.clamped(page.settled(origin), rows: geometry.pageRows) }
    reveal(Page.Row(block: focus.block, line: target.line))
  }

  /// The block in which the open calculator stands; nil for one over the page.
  private var openPanelBlock: Int? {
    guard let panel = state.panel else { return nil }
    return page.index.panels[panel.calculator]
  }

  /// Closes the calculator where the reader turned to something else on the screen.
  mutating func dropPanel() {
    state.panel = nil
    state.popup = nil
    state.focus = nil
    state.panelOpener = nil
    state.panelOrigin = nil
  }

  /// The input in focus, by its place in the list.
  private var inputs: [InputResult] {
    state.panel.flatMap { state.book.workbook.result(of: $0.calculator) }?.inputs ?? []
  }

  mutating func moveInput(_ direction: Int) {
    let inputs = inputs
    guard !inputs.isEmpty else { return }
    let present = inputs.firstIndex { $0.name == state.panel?.input }
    let next = present.map { ($0 + direction + inputs.count) % inputs.count } ?? 0
    state.panel?.input = inputs[next].name
    state.panel?.entry = nil
    state.panel?.message = nil
    if let panel = state.panel, let block = page.index.panels[panel.calculator] { focusPanel(in: block) }
  }

  /// Puts the focus on the open panel's input, so that the cursor stands there and Tab goes on from there.
  mutating func focusPanel(in block: Int) {
    guard let panel = state.panel else { return }
    let targets = page.layout(block).targets
    let wanted = targets.firstIndex {
      $0.action == .input(calculator: panel.calculator, name: panel.input ?? "")
    }
    guard let index = wanted ?? targets.firstIndex(where: { $0.action == .calculator(panel.calculator) })
    else { return }
    state.focus = Focus(block: block, target: index)
    reveal(Page.Row(block: block, line: targets[index].line), margin: 1)
  }

  mutating func beginEntry(with character: Character?) {
    guard let panel = state.panel, let name = panel.input else { return }
    let present = inputs.first { $0.name == name }
    if case .profile(let id)? = present?.value {
      chooseProfile(name, of: panel.calculator, present: id, typed: character.map { String($0) } ?? "")
      return
    }
    let prefill = state.book.workbook.scenario.inputs[panel.calculator]?[name] ?? present?.text ?? ""
    var entry = EntryState(prefill)
    entry.givesWay = !prefill.isEmpty
    state.panel?.entry = character.map { EntryState(String($0)) } ?? entry
    state.panel?.message = nil
  }

  /// A machine or model is one of a list, found by a part of its name.
  private mutating func chooseProfile(_ name: String, of calculator: String, present: String, typed: String) {
    guard let kind = state.book.workbook.library.profiles[present]?.kind else { return }
    let offers = ProfileOffers(workbook: state.book.workbook, kind: kind, chosen: present)
    let ids = state.book.workbook.choices(of: name, in: calculator).map(\.entry)
    let items = offers.items(Set(ids)) {
      PageAddress("set", of: name, in: calculator, options: ["to": $0.id])
    }
    choose("\(state.book.label(of: name, in: calculator)):", items, typed: typed, present: present)
  }

  mutating func commitEntry() {
    guard let panel = state.panel, let name = panel.input, let entry = panel.entry else { return }
    do {
      try state.book.workbook.setInput(name, of: panel.calculator, to: entry.text)
      state.panel?.entry = nil
      state.panel?.message = nil
      noteUse(of: panel.calculator)
      numbersChanged()
    } catch {
      state.panel?.message = error.hint.map { "\(error.message); \($0)" } ?? error.message
    }
  }

  mutating func stepInput(by steps: Int, coarse: Bool) {
    guard let panel = state.panel, let name = panel.input else { return }
    let changed = state.book.workbook.step(name, of: panel.calculator, by: steps, coarse: coarse)
    if !changed.isEmpty { noteUse(of: panel.calculator) }
    state.panel?.message = nil
    numbersChanged()
  }

  mutating func resetInput() {
    guard let panel = state.panel, let name = panel.input else { return }
    state.book.workbook.reset(name, of: panel.calculator)
    state.panel?.message = nil
    numbersChanged()
  }

  mutating func resetCalculator() {
    guard let panel = state.panel else { return }
    state.book.workbook.reset(nil, of: panel.calculator)
    state.panel?.message = nil
    numbersChanged()
  }

  /// `a`: every number in the book as its author wrote it.
  mutating func restoreAuthor() {
    if state.scenario.isEmpty {
      say("All numbers are the author's.")
      return
    }
    _ = state.book.workbook.apply(Scenario())
    state.savedScenario = nil
    numbersChanged()
    say("All numbers are the author's again.")
  }

  mutating func numbersChanged() {
    state.numbersRevision += 1
    if state.panel != nil { state.changedSubject = state.derivedSubject(of: nil) }
    if state.scenario.isEmpty, state.panel == nil { state.changedSubject = nil }
    effects.append(.saveScenario(state.scenario))
    // A value that grows longer may add lines above the focus.
    let page = page
    state.top = page.clamped(page.settled(state.top), rows: geometry.pageRows)
    if let panel = state.panel, let block = page.index.panels[panel.calculator] { focusPanel(in: block) }
  }
}

extension ReaderState {
  /// What the reader changed, with what waits for chapters that are not read yet.
  var scenario: Scenario {
    var scenario = book.workbook.scenario
    guard let savedScenario else { return scenario }
    for (id, entries) in savedScenario.inputs where book.workbook.calculator(id) == nil {
      scenario.inputs[id] = entries
    }
    return scenario
  }
}
