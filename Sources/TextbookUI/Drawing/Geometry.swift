import Terminal

/// Where things stand on a screen.
struct Geometry: Hashable, Sendable {
  static let smallest = ScreenSize(columns: 40, rows: 10)
  /// From this width on the contents are shown at the left.
  static let contentsFrom = 120
  static let widestText = 88

  let size: ScreenSize
  /// Columns of the contents with the rule beside them; 0 where they are not shown.
  let pane: Int
  /// The first column of the text.
  let textColumn: Int
  let textWidth: Int
  /// The first row of the text; above it the title and a rule.
  let textRow = 2
  /// Rows of text; below it the status line.
  let textRows: Int

  init(size: ScreenSize, contents: ContentsState) {
    self.size = size
    let isWide = size.columns >= Self.contentsFrom
    let isShown = isWide && contents.isShown ?? true
    pane = isShown ? min(42, max(36, size.columns - Self.widestText - 8)) : 0
    let room = size.columns - pane
    let margin = room < 60 ? 1 : 2
    textWidth = max(1, min(Self.widestText, room - 2 * margin))
    textColumn = pane + (room - textWidth) / 2
    textRows = max(1, size.rows - 3)
  }

  var isTooSmall: Bool { size.columns < Self.smallest.columns || size.rows < Self.smallest.rows }

  /// Whether the contents, when asked for, take the place of the text.
  var contentsCoverText: Bool { pane == 0 }
}

extension ReaderState {
  var geometry: Geometry { Geometry(size: size, contents: contents) }
}
