import Content
import Typesetting

/// The margin: how the number in focus comes about, footnotes beside the lines that refer to them, and the reader's notes beside their paragraphs.
struct MarginView {
  let state: ReaderState
  let page: Page
  let width: Int

  /// Rows of the margin beside rows of the page. What does not fit beside its line stands as near as the others let it;
  /// the last one is cut at the foot of the screen.
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
    func put(_ lines: [StyledLine], at row: Int) {
      // Near the foot a note begins higher, where there is room.
      let start = max(next, min(row, places.count - lines.count))
      guard start < places.count else { return }
      for (offset, line) in lines.prefix(places.count - start).enumerated() { result[start + offset] = line }
      if lines.count > places.count - start {
        result[places.count - 1] = StyledLine(state.isASCII ? "..." : "…", Style(.faint))
      }
      next = start + lines.count + 1
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
