import Content

extension Session {
  /// What the book has of the text that was typed; an answer to an earlier text is dropped.
  mutating func take(_ hits: [SearchHit], for text: String) {
    guard let prompt = state.prompt, prompt.kind == .find, prompt.entry.text == text else { return }
    state.prompt?.hits = hits
    state.prompt?.hitsText = text
    state.prompt?.cursor = 0
  }

  /// Whether the book can be searched; what was typed in the meantime is looked for when it can.
  mutating func takeNotice(_ notice: String?) {
    state.findNotice = notice
    guard notice == nil, let prompt = state.prompt, prompt.kind == .find else { return }
    effects.append(.find(prompt.entry.text))
  }

  /// To the chosen hit.
  mutating func follow(_ prompt: Prompt) {
    guard prompt.hits.indices.contains(prompt.cursor) else {
      if !prompt.entry.text.trimmed.isEmpty {
        complain("Nothing in the book has “\(prompt.entry.text)” · S with fewer words finds more")
      }
      return
    }
    let hit = prompt.hits[prompt.cursor]
    remember()
    let isAbout = hit.kind == .term || hit.kind == .constant
    go(
      to: Destination(
        chapter: hit.page, anchor: isAbout ? hit.id : nil, position: PagePosition(block: hit.block)),
      remembering: false)
    guard state.chapterID == hit.page else { return }
    if hit.kind == .calculator, let id = hit.id, page.index.panels[id] == nil { openPanel(id, input: nil) }
    // The words that were found are marked, as those of a search in the chapter are.
    if let word = (hit.snippet + hit.title).first(where: \.isMatch)?.text {
      state.search = PageSearch(text: word)
    }
  }
}
