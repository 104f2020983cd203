import Terminal
import Typesetting

extension ScreenSize {
  /// Whether a page has no room.
  var isTooSmall: Bool { columns < Geometry.smallest.columns || rows < Geometry.smallest.rows }
}

/// Where things stand on a screen.
struct Geometry: Hashable, Sendable {
  static let smallest = ScreenSize(columns: 40, rows: 10)
  /// From this width on the contents are shown at the left.
  static let contentsFrom = 120
  static let widestText = 88
  /// From this width on there is room for two columns of text.
  static let columnsFrom = 2 * narrowestColumn + columnGap + 2 * sideMargin
  private static let narrowestColumn = 44
  private static let columnGap = 4
  private static let sideMargin = 2
  /// A margin that nobody asked for leaves the text as much.
  private static let narrowestText = 66
  /// The text yields no further to a margin that was made wider.
  private static let narrowestBesideMargin = 60
  private static let narrowestMargin = 28
  private static let widestMargin = 44
  private static let marginGap = 3

  let size: ScreenSize
  /// Columns of the contents with the rule beside them; 0 where they are not shown.
  let pane: Int
  /// The first column of the text.
  let textColumn: Int
  let textWidth: Int
  /// Columns of text side by side.
  let columnCount: Int
  /// Columns at the right for footnotes, derivations and the reader's notes; 0 where there is no room, or nothing to show.
  let margin: Int
  /// The first row of the text; above it the title and a rule.
  let textRow = 2
  /// Rows of the screen for text; below them the status line.
  let textRows: Int

  /// - Parameter hasMarginalia: whether the chapter has something for the margin.
  init(
    size: ScreenSize, contents: ContentsState, settings: ReadingSettings = ReadingSettings(),
    hasMarginalia: Bool = false
  ) {
    self.size = size
    let isWide = size.columns >= Self.contentsFrom
    // Two columns need the room; the contents are there when they are asked for.
    let isShown = isWide && (contents.isShown ?? (!settings.hasColumns || contents.hasFocus))
    pane = isShown ? min(42, max(34, size.columns / 4)) : 0
    let room = size.columns - pane
    let side = room < 60 ? 1 : Self.sideMargin
    textRows = max(1, size.rows - 3)
    if settings.hasColumns, room >= Self.columnsFrom {
      columnCount = 2
      margin = 0
      let widest = settings.textWidth ?? Self.widestText
      textWidth = max(1, min(widest, (room - 2 * side - Self.columnGap) / 2))
      textColumn = pane + (room - 2 * textWidth - Self.columnGap) / 2
      return
    }
    columnCount = 1
    (textWidth, margin) = Self.shares(
      of: room - 2 * side, settings: settings, hasMarginalia: hasMarginalia)
    let used = textWidth + (margin > 0 ? Self.marginGap + margin : 0)
    textColumn = pane + (room - used) / 2
  }

  /// How many columns text and margin get of those that there are. What the reader chose stands, where it fits; the margin
  /// is chosen before the width of the text. Of what is left to choose here, each grows with the room up to its widest.
  private static func shares(
    of room: Int, settings: ReadingSettings, hasMarginalia: Bool
  ) -> (text: Int, margin: Int) {
    let widest = max(1, min(settings.textWidth ?? widestText, room))
    let free = room - marginGap
    guard hasMarginalia, settings.margin != 0 else { return (widest, 0) }
    if let wanted = settings.margin {
      let most = free - min(widest, narrowestBesideMargin)
      guard most >= ReadingSettings.margins.lowerBound else { return (widest, 0) }
      let margin = min(wanted, most)
      return (min(widest, free - margin), margin)
    }
    if settings.textWidth != nil {
      let margin = min(free - widest, widestMargin)
      return (widest, margin < ReadingSettings.margins.lowerBound ? 0 : margin)
    }
    let spare = free - narrowestText - narrowestMargin
    if spare < 0 { return (widest, 0) }
    let growth = (text: widestText - narrowestText, margin: widestMargin - narrowestMargin)
    let text = min(widestText, narrowestText + spare * growth.text / (growth.text + growth.margin))
    return (text, min(free - text, widestMargin))
  }

  /// Columns beside the text that wide drawings, listings and tables take: at the left without those of the reader's
  /// marks; at the right, where the text gave columns to the margin, as many as make them no wider than the text would be.
  var margins: Margins {
    guard columnCount == 1 else { return Margins() }
    let right =
      margin > 0
      ? min(Self.widestText - textWidth, Self.marginGap + margin) : size.columns - textColumn - textWidth - 1
    return Margins(left: max(0, textColumn - pane - 3), right: max(0, right))
  }

  /// Whether a line of a block reaches into the margin.
  func reachesMargin(_ line: StyledLine, outset: Int) -> Bool {
    margin > 0 && line.width - outset >= textWidth + Self.marginGap
  }

  /// Rows of the page that a screen shows.
  var pageRows: Int { textRows * columnCount }

  /// The first column of the margin.
  var marginColumn: Int { textColumn + textWidth + Self.marginGap }

  /// The first column of one of the columns of text.
  func firstColumn(_ index: Int) -> Int { textColumn + index * (textWidth + Self.columnGap) }

  /// The row of the page, and the column of the text, at a place of the screen.
  func textPlace(row: Int, column: Int) -> (row: Int, column: Int) {
    guard row >= textRow, row < textRow + textRows else { return (-1, column - textColumn) }
    let index = columnCount > 1 && column >= firstColumn(1) ? 1 : 0
    return (row - textRow + index * textRows, column - firstColumn(index))
  }

  /// Where something small is shown over the page: in the last column of text, unless the focus is there.
  ///
  /// - Parameter focusRow: the row of the page with the focus.
  /// - Returns: the column of text, its first column, and the row of the focus if it is in the same.
  func overlay(avoiding focusRow: Int?) -> (index: Int, firstColumn: Int, focusRow: Int?) {
    guard columnCount > 1 else { return (0, textColumn, focusRow) }
    let index = (focusRow ?? 0) >= textRows ? 0 : 1
    return (index, firstColumn(index), nil)
  }

  var isTooSmall: Bool { size.columns < Self.smallest.columns || size.rows < Self.smallest.rows }

  /// Whether the contents, when asked for, take the place of the text.
  var contentsCoverText: Bool { pane == 0 }
}

extension ReaderState {
  var geometry: Geometry {
    Geometry(size: size, contents: contents, settings: settings, hasMarginalia: hasMarginalia)
  }

  /// Whether the chapter has something for the margin. Of one that is not read whole it is not known yet: most have.
  var hasMarginalia: Bool {
    if isWritten { return false }
    guard let chapter = book.chapters[chapterID] else { return false }
    return !chapter.footnotes.isEmpty || !chapter.calculators.isEmpty || chapter.extent != .whole
      || notes.hasNotes(in: chapterID)
  }
}
