import Content

/// The text of a block as its page shows it: numbers filled in, formulas on one line, without marks of notes; cut at a
/// word with an ellipsis.
///
/// - Parameter limit: the longest text, in characters.
public func quotation(of block: Block, in context: PageContext, limit: Int) -> String {
  var page = context
  page.width = max(page.width, 80)
  var text = ""
  block.walk { block in
    for run in block.inlineRuns where !run.isEmpty && text.count <= limit {
      let content = run.filter { if case .footnote = $0 { false } else { true } }
      let lines = InlineText.measure(content, in: page).layout(width: 100_000).lines
      for line in lines.map(\.text) where !line.isEmpty { text += (text.isEmpty ? "" : " ") + line }
    }
  }
  if text.isEmpty, case .code(let code) = block { text = code.text }
  if case .formula(let formula) = block {
    let lines = InlineText.measure([.mathematics(formula.tex)], in: page).layout(width: 100_000).lines
    text = lines.map(\.text).joined(separator: " ")
  }
  return text.replacing("\u{A0}", with: " ").cutAtWord(limit: limit)
}

extension String {
  /// At most `limit` characters, cut after a word, with an ellipsis where something was left out.
  public func cutAtWord(limit: Int) -> String {
    guard count > limit, limit > 1 else { return self }
    let part = prefix(limit - 1)
    let isWhole = self[part.endIndex].isWhitespace
    let end = isWhole ? part.endIndex : part.lastIndex(where: \.isWhitespace) ?? part.endIndex
    var words = part[..<end]
    while let last = words.last, last.isWhitespace { words.removeLast() }
    return words + "…"
  }
}
