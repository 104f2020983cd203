import Typesetting

extension Session {
  /// Changes the state as a reader asked, in what concerns marks, notes and the look of the page.
  mutating func perform(_ request: ReadingRequest) {
    switch request {
    case .setMark: name(.set)
    case .goToMark: name(.go)
    case .percent: goToPercent()
    case .select: select()
    case .selectNext(let direction): moveSelection(direction * times)
    case .extendSelection(let direction): extendSelection(direction * times)
    case .highlight: highlight()
    case .writeNote: writeNote()
    case .removeNotes: removeNotes()
    case .restoreNotes: restoreNotes()
    case .noteWritten(let draft, let text): take(text, for: draft)
    case .widen(let steps): widen(by: steps * times)
    case .changeMargin(let steps): changeMargin(by: steps * times)
    case .standardWidths: restoreWidths()
    case .justify: toggleJustified()
    case .columns: toggleColumns()
    case .lineNumbers: toggleLineNumbers()
    case .sideways(let direction): moveSideways(direction * times)
    case .theme: nextTheme()
    case .setTheme(let name): setTheme(name)
    case .greet: state.isGreeting = true
    case .recalled(let recollection): recall(recollection.memory)
    }
  }

  /// What is asked of the world after each request, because the state changed.
  mutating func keepChanges() {
    if state.history != state.keptHistory {
      state.keptHistory = state.history
      effects.append(.reading(.keepHistory(state.history)))
    }
    if state.sideways > 0, state.place == .page, visibleOverflow == 0 { state.sideways = 0 }
  }

  // MARK: The look of the page

  private mutating func widen(by steps: Int) {
    let present = geometry
    let before = state.settings
    let limits = ReadingSettings.textWidths
    let wanted = present.textWidth + steps * ReadingSettings.textWidthStep
    state.settings.textWidth = min(max(wanted, limits.lowerBound), limits.upperBound)
    if steps > 0, present.margin > 0, geometry.textWidth < wanted {
      // The margin gives way to what was asked for last.
      state.settings.margin = nil
    }
    settle()
    if geometry.textWidth == present.textWidth {
      state.settings = before
      settle()
      say(steps > 0 ? "The text is as wide as it can be." : "The text is as narrow as it can be.")
      return
    }
    keepSettings()
    let margin =
      geometry.margin > 0
      ? ", the margin \(geometry.margin)" : present.margin > 0 ? ", which leaves no margin" : ""
    say("The text is \(geometry.textWidth) columns wide\(margin) · < narrower   > wider")
  }

  /// Back to the widths that suit the screen.
  private mutating func restoreWidths() {
    if state.settings.textWidth == nil, state.settings.margin == nil {
      say("Text and margin have the widths that suit the screen.")
      return
    }
    state.settings.textWidth = nil
    state.settings.margin = nil
    keepSettings()
    settle()
    let margin = geometry.margin > 0 ? ", the margin \(geometry.margin)" : ""
    say("As suits the screen: the text is \(geometry.textWidth) columns wide\(margin)")
  }

  private mutating func changeMargin(by steps: Int) {
    let limits = ReadingSettings.margins
    let present = geometry.margin
    var wanted = present + steps * ReadingSettings.textWidthStep
    if wanted < limits.lowerBound { wanted = steps > 0 ? limits.lowerBound : 0 }
    var settings = state.settings
    settings.margin = min(wanted, limits.upperBound)
    let before = state.settings
    state.settings = settings
    settle()
    let margin = geometry.margin
    if steps > 0, margin <= present {
      state.settings = before
      settle()
      say(
        !state.hasMarginalia
          ? "This page has nothing for the margin: no footnote, no calculator, no note of yours."
          : geometry.columnCount > 1
            ? "Two columns of text leave no margin · | one column"
            : present > 0 ? "The margin is as wide as it can be." : "The screen is too narrow for a margin.")
      return
    }
    keepSettings()
    say(
      margin == 0
        ? "No margin: footnotes stand at the foot of the section · ) wider"
        : "The margin is \(margin) columns wide, the text \(geometry.textWidth) · ( narrower   ) wider")
  }

  private mutating func toggleJustified() {
    state.settings.isJustified.toggle()
    keepSettings()
    settle()
    say(
      state.settings.isJustified ? "Lines are filled to the right edge." : "Lines end where their words do.")
  }

  private mutating func toggleColumns() {
    state.settings.hasColumns.toggle()
    keepSettings()
    settle()
    if state.settings.hasColumns, geometry.columnCount == 1 {
      say(
        "Two columns of text are shown from \(Geometry.columnsFrom) columns on; here are \(state.size.columns)."
      )
    }
  }

  private mutating func toggleLineNumbers() {
    state.settings.hasLineNumbers.toggle()
    keepSettings()
    settle()
    say(state.settings.hasLineNumbers ? "Listings have line numbers." : "Listings have no line numbers.")
  }

  private mutating func nextTheme() {
    let names = Theme.all.map(\.name)
    let present = names.firstIndex(of: state.settings.theme ?? state.terminalTheme ?? Theme.all[0].name) ?? 0
    setTheme(names[(present + 1) % names.count])
  }

  private mutating func setTheme(_ name: String) {
    state.settings.theme = name
    keepSettings()
    effects.append(.reading(.setTheme(name)))
    say("Colours: \(name) · \(Theme.all.map(\.name).joined(separator: ", "))")
  }

  func keepingSettings() -> Effect { .reading(.keepSettings(state.settings)) }

  private mutating func keepSettings() { effects.append(keepingSettings()) }

  // MARK: Sideways

  /// Columns that the widest thing on the screen is wider than the text.
  private var visibleOverflow: Int {
    page.overflow(from: state.top, rows: geometry.pageRows)
  }

  /// How far one key moves.
  private var sidewaysStep: Int { max(4, geometry.textWidth / 4) }

  private mutating func moveSideways(_ steps: Int) {
    let overflow = visibleOverflow
    guard overflow > 0 else {
      say("Nothing here is wider than the text.")
      return
    }
    let before = min(state.sideways, overflow)
    state.sideways = min(max(before + steps * sidewaysStep, 0), overflow)
    if state.sideways == before { say(steps > 0 ? "This is the right end." : "This is the left end.") }
  }

  /// Moves what is too wide so that the thing in focus is in sight, where it is not.
  mutating func revealSideways(_ focus: Focus) {
    guard target(at: focus)?.columns.isEmpty == true else { return }
    let overflow = page.layout(focus.block).overflow
    var best = (moved: state.sideways, columns: 0)
    for moved in Array(stride(from: 0, to: overflow, by: sidewaysStep)) + [overflow] {
      state.sideways = moved
      let columns = target(at: focus)?.columns.count ?? 0
      if columns > best.columns { best = (moved, columns) }
    }
    state.sideways = best.moved
  }
}
