import Content
import Typesetting

/// The margin: how the number in focus comes about, footnotes beside the lines that refer to them, and the reader's notes beside their paragraphs.
struct MarginView {
  let state: ReaderState
  let page: Page
  let width: Int

  /// Rows of the margin beside rows of the page. What does not fit beside its line stands as near as the others, and wide
  /// blocks that reach into the margin, let it; the last one is cut at the foot of the screen or where such a block begins.
  func rows(beside places: [Page.Row]) -> [StyledLine] {
    var result = Array(repeating: StyledLine(), count: places.count)
    var context = page.context
    context.width = width
    context.isJustified = false
    let derivation = MarginDerivation(
      state: state, page: page, context: context, places: places, rows: max(6, places.count * 2 / 3))
    let notes = state.isWritten ? [:] : state.notes.byBlock(chapter: state.chapterID)
    var shown: Set<String> = []
    var next = 0
    let isFree = freeRows(places)
    /// Rows from `start` on that are free.
    func room(_ start: Int) -> Int { isFree[start...].prefix { $0 }.count }
    func put(_ lines: [StyledLine], at row: Int) {
      // Near the foot a note begins higher, where there is room; else below what is in its way.
      let wanted = max(next, min(row, places.count - lines.count))
      guard wanted < places.count else { return }
      let higher = (next...wanted).reversed().prefix { wanted - $0 <= lines.count }
      let fitting =
        ([wanted] + Array(higher) + Array(wanted..<places.count)).first { room($0) >= lines.count }
      guard let start = fitting ?? (wanted..<places.count).first(where: { isFree[$0] }) else { return }
      let count = min(lines.count, room(start))
      for (offset, line) in lines.prefix(count).enumerated() { result[start + offset] = line }
      if lines.count > count {
        result[start + count - 1] = StyledLine(state.isASCII ? "..." : "…", Style(.faint))
      }
      next = start + count + 1
    }
    for (row, place) in places.enumerated() {
      if let derivation, derivation.row == row { put(derivation.lines, at: row) }
      let isFirst = row == 0 || places[row - 1].block != place.block
      if isFirst, let own = notes[place.block] {
        for note in own where !note.text.isEmpty { put(lines(of: note.text, in: context), at: row) }
      }
      for target in page.layout(place.block).targets where target.line == place.line {
        guard case .footnote(let label) = target.action, shown.insert(label).inserted,
          let layout = page.context.chapter.footnoteLayout(label: label, in: context)
        else { continue }
        put(layout.lines.map { $0.columns(0..<width) }, at: row)
      }
    }
    return result
  }

  /// Whether nothing on a row of the page reaches into the margin; a block does so with all of its rows on the screen.
  private func freeRows(_ places: [Page.Row]) -> [Bool] {
    let geometry = state.geometry
    var wide: Set<Int> = []
    for (row, place) in places.enumerated() {
      let layout = page.layout(place.block)
      var lines = layout.lines.indices.contains(place.line) ? [layout.lines[place.line]] : []
      if row == 0, let header = page.pinnedHeader(at: place, rows: places.count) {
        lines += layout.lines[header.lines]
      }
      if lines.contains(where: { geometry.reachesMargin($0, outset: layout.outset) }) {
        wide.insert(place.block)
      }
    }
    return places.map { !wide.contains($0.block) }
  }

  private func lines(of text: String, in context: PageContext) -> [StyledLine] {
    var context = context
    context.width = width - 2
    let mark = Run(state.isASCII ? "| " : "▎ ", Style(.note))
    return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).flatMap { line in
      let paragraph = Block.paragraph(
        Paragraph(content: line.isEmpty ? [] : [.text(String(line))], range: .generated))
      let lines = line.isEmpty ? [StyledLine()] : paragraph.layout(in: context).lines
      return lines.map { StyledLine([mark]).appending($0) }
    }
  }
}
