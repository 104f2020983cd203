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

  /// What is said of it beside its title.
  private func sort(of offer: GoToItem) -> String? {
    offer.detail ?? offer.kind ?? otherChapter(of: offer) ?? (offer.isSection ? "section" : nil)
  }

  /// The value that a constant has now.
  private func value(of offer: GoToItem) -> String? {
    guard offer.value != nil, let id = offer.id else { return nil }
    return sanitized(state.book.workbook.text(ofFigure: id) ?? offer.value ?? "")
  }

  /// Whether it is one of a few things to do, and not a place.
  private var isChoice: Bool {
    if case .choose = state.prompt?.kind { true } else { false }
  }

  /// Captions are sentences; in a list they stand without their full stop.
  private func title(of offer: GoToItem) -> String {
    offer.title.hasSuffix(".") && !offer.label.isEmpty ? String(offer.title.dropLast()) : offer.title
  }

  private var titleWidth: Int { offers.map { DisplayWidth.of(sanitized($0.title)) }.max() ?? 0 }

  /// Of what there is to compare, with the space before it.
  private var detailWidth: Int { offers.map { DisplayWidth.of($0.detail ?? "") + 2 }.max() ?? 0 }

  /// Columns of the frame: as wide as the text; what there is to compare takes the empty columns at its right too.
  var width: Int {
    let geometry = state.geometry
    guard isChoice else { return geometry.textWidth }
    return min(
      max(geometry.textWidth, Drawer.width(room: titleWidth + detailWidth)),
      max(geometry.textWidth, geometry.size.columns - geometry.textColumn - 1))
  }

  private func finished(_ line: StyledLine, isChosen: Bool, width: Int) -> StyledLine {
    let line = line.clipped(to: width, marker: state.isASCII ? "..." : "…").padded(to: width)
    return isChosen ? line.restyled(columns: 0..<width, [.reverse]) : line
  }

  var layout: BlockLayout {
    let (titleWidth, detailWidth) = (titleWidth, detailWidth)
    let frameWidth = self.width
    let width = Drawer.room(width: frameWidth)
    let ellipsis = state.isASCII ? "..." : "…"
    let labelWidth = min(offers.map { DisplayWidth.of($0.label) }.max() ?? 0, width / 2)
    var lines: [StyledLine] = []
    for index in offers.indices.dropFirst(first).prefix(count) {
      let offer = offers[index]
      var line = StyledLine(offer.label, Style(.label)).clipped(to: labelWidth, marker: ellipsis).padded(
        to: labelWidth)
      line.append("  ")
      let room = width - line.width
      if isChoice {
        // What there is to compare stands in columns, and needs all the room.
        let column = max(min(titleWidth, width - detailWidth), min(titleWidth, 16))
        line = StyledLine(sanitized(offer.title)).clipped(to: column, marker: ellipsis).padded(to: column)
        if let detail = offer.detail { line.append("  " + detail, Style(.faint)) }
        lines.append(finished(line, isChosen: index == cursor, width: width))
        continue
      }
      let (value, sort) = (value(of: offer), sort(of: offer))
      // A value is always said; of a long title more matters than what sort of thing it is.
      let said = [[value, sort], [value]].map { $0.compactMap(\.self).map { "  " + $0 }.joined() }
      let least = min(DisplayWidth.of(offer.title), 2 * room / 3)
      let words = said.first { DisplayWidth.of($0) <= room - least } ?? said[1]
      let titleRoom = max(1, room - DisplayWidth.of(words))
      line = line.appending(
        StyledLine(sanitized(title(of: offer))).clipped(to: titleRoom, marker: ellipsis).padded(to: titleRoom)
      )
      line.append(words, Style(.faint))
      lines.append(finished(line, isChosen: index == cursor, width: width))
    }
    if lines.isEmpty { lines = [StyledLine("Nothing is called that.", Style(.faint))] }
    var title = "Go to"
    var limit = GoToIndex.limit
    if case .choose(let lead) = state.prompt?.kind {
      (title, limit) = (lead.hasSuffix(":") ? String(lead.dropLast()) : lead, .max)
    }
    if offers.count > count { title += ": " + Drawer.place(cursor, of: offers.count, limit: limit) }
    let drawer = Drawer(title: title, width: frameWidth, isASCII: state.isASCII)
    return BlockLayout(lines: drawer.around(lines))
  }
}
