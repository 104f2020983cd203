import Content
import Typesetting

/// What the go-to line offers, above it.
struct OffersView {
  let state: ReaderState

  private var offers: [GoToItem] { state.prompt?.offers ?? [] }
  private var cursor: Int { state.prompt?.cursor ?? 0 }
  /// How many are shown.
  private var count: Int { max(1, min(10, state.geometry.textRows - 2)) }
  /// The first that is shown: the chosen one is always among them.
  private var first: Int { max(0, min(cursor - count + 1, offers.count - count)) }

  /// The offer on a row of the text.
  func item(at row: Int) -> Int? {
    let shown = min(count, offers.count)
    let index = row - (state.geometry.textRows - shown - 1)
    return (0..<shown).contains(index) ? first + index : nil
  }

  /// The title of its chapter, where that is not the one on the screen.
  private func otherChapter(of offer: GoToItem) -> String? {
    guard let id = offer.chapter, id != state.chapterID, PageAddress(parsing: id) == nil else { return nil }
    let title = state.book.chapters[id]?.title ?? id
    return title == offer.title ? nil : title
  }

  var layout: BlockLayout {
    let geometry = state.geometry
    let width = Drawer.room(width: geometry.textWidth)
    let labelWidth = min(offers.map { DisplayWidth.of($0.label) }.max() ?? 0, width / 3)
    var lines: [StyledLine] = []
    for index in offers.indices.dropFirst(first).prefix(count) {
      let offer = offers[index]
      var line = StyledLine(offer.label, Style(.label)).clipped(to: labelWidth).padded(to: labelWidth)
      line.append("  ")
      line.append(offer.title)
      let kind =
        (offer.detail ?? offer.kind ?? otherChapter(of: offer) ?? (offer.isSection ? "section" : nil)).map {
          "  " + $0
        } ?? ""
      let room = max(width / 2, width - DisplayWidth.of(kind))
      line = line.clipped(to: room, marker: state.isASCII ? "..." : "…")
      line.append(kind, Style(.faint))
      line = line.clipped(to: width, marker: state.isASCII ? "..." : "…").padded(to: width)
      lines.append(index == cursor ? line.restyled(columns: 0..<width, [.reverse]) : line)
    }
    if lines.isEmpty { lines = [StyledLine("Nothing is called that.", Style(.faint))] }
    var title = "Go to"
    if case .choose(let lead) = state.prompt?.kind { title = lead }
    let drawer = Drawer(title: title, width: geometry.textWidth, isASCII: state.isASCII)
    return BlockLayout(lines: drawer.around(lines))
  }
}
