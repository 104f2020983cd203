extension Session {
  /// The contents with the keys; shown first where they are hidden.
  mutating func openContents() {
    state.contents.isShown = nil
    state.contents.hasFocus = true
    state.contents.scrolled = nil
    state.contents.cursor = ContentsList(state).present
    settle()
  }

  mutating func hideContents() {
    state.contents.hasFocus = false
    if geometry.pane > 0 { state.contents.isShown = false }
    settle()
  }

  /// Up and down, in whatever list has the keys.
  mutating func moveCursor(_ direction: Int) {
    switch state.place {
    case .contents:
      let items = ContentsList(state).items
      var next = min(max(state.contents.cursor + direction, 0), max(0, items.count - 1))
      // A part's title is no place to go to.
      if items.indices.contains(next), items[next].destination == nil {
        let after = next + (direction > 0 ? 1 : -1)
        next = items.indices.contains(after) ? after : next + 1
      }
      state.contents.cursor = min(next, max(0, items.count - 1))
    case .panel: moveInput(direction)
    case .options, .arranging, .matching, .gaps, .writing, .rubric: moveQuestionCursor(direction)
    case .goTo:
      guard let prompt = state.prompt, !prompt.offers.isEmpty else { return }
      state.prompt?.cursor = (prompt.cursor + direction + prompt.offers.count) % prompt.offers.count
    case .find:
      guard let prompt = state.prompt, !prompt.hits.isEmpty else { return }
      state.prompt?.cursor = (prompt.cursor + direction + prompt.hits.count) % prompt.hits.count
    default: break
    }
  }

  mutating func followContents() {
    let items = ContentsList(state).items
    guard items.indices.contains(state.contents.cursor),
      let destination = items[state.contents.cursor].destination
    else { return }
    state.contents.hasFocus = false
    go(to: destination)
  }

  /// The wheel: over the contents beside the text it moves them, elsewhere the list that lies over the text, or the text.
  mutating func turnWheel(_ lines: Int, row: Int, column: Int) {
    let view = ContentsView(state: state)
    if state.help == nil, !state.contents.hasFocus, view.covers(column: column, row: row) {
      state.contents.scrolled = view.scrolled(by: lines)
    } else if let prompt = state.prompt, state.place == .goTo || state.place == .find {
      // Other than a key it stops at the ends. A hit has two lines.
      let count = state.place == .find ? prompt.hits.count : prompt.offers.count
      let steps = state.place == .find ? lines.signum() : lines
      state.prompt?.cursor = max(0, min(prompt.cursor + steps, count - 1))
    } else {
      scroll(by: lines * times)
    }
  }

  mutating func clickContents(row: Int) {
    let view = ContentsView(state: state)
    guard let item = view.item(at: row) else { return }
    closePlaces()
    state.contents.cursor = item
    followContents()
  }
}
