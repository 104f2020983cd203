import Content
import Typesetting

/// What was found in the book, above the line that is typed: two rows for each.
struct HitsView {
  let state: ReaderState

  private var hits: [SearchHit] { state.prompt?.hits ?? [] }
  private var cursor: Int { state.prompt?.cursor ?? 0 }
  /// How many are shown.
  private var count: Int { max(1, min(8, (state.geometry.textRows - 3) / 2)) }
  /// The first that is shown: the chosen one is always among them.
  private var first: Int { max(0, min(cursor - count + 1, hits.count - count)) }

  /// The hit on a row of the text.
  func item(at row: Int) -> Int? {
    let shown = min(count, hits.count)
    let line = row - (state.geometry.textRows - 2 * shown - 1)
    return (0..<2 * shown).contains(line) ? first + line / 2 : nil
  }

  var layout: BlockLayout {
    let geometry = state.geometry
    let width = Drawer.room(width: geometry.textWidth)
    let ellipsis = state.isASCII ? "..." : "…"
    var lines: [StyledLine] = []
    for index in hits.indices.dropFirst(first).prefix(count) {
      let hit = hits[index]
      var kind = StyledLine("  " + hit.kind.name.lowercased(), Style(.faint))
      kind = kind.clipped(to: width / 3, marker: ellipsis)
      var head = StyledLine(sanitized(hit.place), Style(.label))
      if !hit.title.isEmpty, !hit.place.hasSuffix(hit.title.text) {
        head.append(state.isASCII ? " - " : " · ", Style(.label))
        head.append(hit.title.line(isASCII: state.isASCII))
      }
      head = head.clipped(to: width - kind.width, marker: ellipsis).padded(to: width - kind.width)
      head.append(kind)
      let snippet = hit.snippet.line(Style(.faint), columns: width - 2, isASCII: state.isASCII)
      let text = StyledLine("  ").appending(snippet).padded(to: width)
      lines.append(index == cursor ? head.restyled(columns: 0..<width, [.reverse]) : head)
      lines.append(text)
    }
    if lines.isEmpty { lines = [StyledLine(notice, Style(.faint))] }
    let place = Drawer.place(cursor, of: hits.count, limit: SearchIndex.limit)
    let title = hits.isEmpty ? "Search the book" : "Search the book: " + place
    let drawer = Drawer(title: title, width: geometry.textWidth, isASCII: state.isASCII)
    return BlockLayout(lines: drawer.around(lines))
  }

  private var notice: String {
    if let notice = state.findNotice { return notice }
    guard let prompt = state.prompt, !prompt.entry.text.trimmed.isEmpty else {
      return "Words or their beginnings; a phrase in \"quotes\"."
    }
    return prompt.hitsText == prompt.entry.text ? "Nothing in the book has this." : "Searching …"
  }
}
