import Learning
import Typesetting

/// The marks before paragraphs: chosen, marked, with a note.
struct MarkColumn {
  private let selection: Selection?
  private let notes: [Int: [Note]]
  private let isASCII: Bool

  init(state: ReaderState) {
    selection = state.selection
    notes = state.isWritten ? [:] : state.notes.byBlock(chapter: state.chapterID)
    isASCII = state.isASCII
  }

  /// The mark before a row of a block; nil for none. The gap after a block has one only between chosen paragraphs.
  func mark(beside block: Int, isInText: Bool) -> StyledLine? {
    if let selection, selection.blocks.contains(block) {
      if !isInText, block == selection.blocks.upperBound { return nil }
      return StyledLine(isASCII ? ">" : "▌", Style(.changed, .bold))
    }
    guard isInText, let notes = notes[block] else { return nil }
    let hasText = notes.contains { !$0.text.isEmpty }
    return StyledLine(isASCII ? (hasText ? "*" : "|") : (hasText ? "▌" : "▎"), Style(.note))
  }
}
