import Learning

/// What a reader may ask for beside moving and acting: marks, notes, and how the page looks.
enum ReadingRequest: Hashable, Sendable {
  // Places
  case setMark, goToMark
  /// To the part of the chapter that was typed before, in percent.
  case percent
  // Notes
  /// Begin to choose paragraphs.
  case select
  case selectNext(Int)
  case extendSelection(Int)
  /// Mark what is chosen, or take the marks away.
  case highlight
  case writeNote
  case removeNotes
  case restoreNotes
  case noteWritten(NoteDraft, String)
  // The look of the page
  case widen(Int)
  case changeMargin(Int)
  /// Text and margin as wide as suits the screen.
  case standardWidths
  case justify
  case columns
  case lineNumbers
  case sideways(Int)
  case theme
  /// The theme of this name.
  case setTheme(String)
  case greet
  /// What the record holds, where it could not be read before the first page.
  case recalled(Recollection)
}

/// What was kept from the last time. Two are equal only when they are one.
struct Recollection: Hashable, Sendable {
  let memory: RecordKeeper.Memory
  let number: Int

  static func == (left: Self, right: Self) -> Bool { left.number == right.number }
  func hash(into hasher: inout Hasher) { hasher.combine(number) }
}
