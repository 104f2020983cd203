import Typesetting

/// What the go-to line offers, above it.
struct OffersView {
  let state: ReaderState

  var layout: BlockLayout {
    let geometry = state.geometry
    let offers = state.prompt?.offers ?? []
    let count = max(1, min(10, geometry.textRows - 2))
    let cursor = state.prompt?.cursor ?? 0
    let first = max(0, min(cursor - count + 1, offers.count - count))
    let width = Drawer.room(width: geometry.textWidth)
    let labelWidth = min(offers.map { DisplayWidth.of($0.label) }.max() ?? 0, width / 3)
    var lines: [StyledLine] = []
    for index in offers.indices.dropFirst(first).prefix(count) {
      let offer = offers[index]
      var line = StyledLine(offer.label, Style(.label)).clipped(to: labelWidth).padded(to: labelWidth)
      line.append("  ")
      line.append(offer.title)
      if offer.destination.chapter != state.chapterID {
        let title = state.book.chapters[offer.destination.chapter]?.title ?? offer.destination.chapter
        if title != offer.title { line.append("  " + title, Style(.faint)) }
      }
      line = line.clipped(to: width, marker: state.isASCII ? "..." : "…").padded(to: width)
      lines.append(index == cursor ? line.restyled(columns: 0..<width, [.reverse]) : line)
    }
    if lines.isEmpty { lines = [StyledLine("Nothing is called that.", Style(.faint))] }
    let drawer = Drawer(title: "Go to", width: geometry.textWidth, isASCII: state.isASCII)
    return BlockLayout(lines: drawer.around(lines))
  }
}
