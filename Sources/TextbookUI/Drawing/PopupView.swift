import Content
import Typesetting

/// A note, a definition, a source or a calculator over the foot of the text.
struct PopupView {
  private let popup: Popup
  private let content: BlockLayout
  private let geometry: Geometry
  private let isASCII: Bool
  private let panel: PanelState?

  init(state: ReaderState) {
    geometry = state.geometry
    isASCII = state.isASCII
    panel = state.panel
    popup = state.popup ?? Popup(title: "", blocks: [])
    // A calculator has a frame of its own.
    let width = state.panel == nil ? Drawer.room(width: geometry.textWidth) : geometry.textWidth
    let context = state.context(width: width)
    var content = BlockLayout()
    for block in popup.blocks {
      if !content.lines.isEmpty { content.lines.append(StyledLine()) }
      let layout = block.layout(in: context)
      let offset = content.lines.count
      content.lines += layout.lines
      if let cursor = layout.cursor {
        content.cursor = Place(line: cursor.line + offset, column: cursor.column)
      }
      for var target in layout.targets {
        target.line += offset
        content.targets.append(target)
      }
      content.keys += layout.keys.map { $0.moved(lines: offset) }
    }
    self.content = content
  }

  /// The row of the text on which it begins: at the foot, or at the head where it would cover the row in focus.
  func firstRow(avoiding focusRow: Int?) -> Int {
    let height = layout.lines.count
    let foot = max(0, geometry.textRows - height)
    guard let focusRow, focusRow >= foot - 1, focusRow > height else { return foot }
    return 0
  }

  /// Lines of content that fit.
  private var room: Int { max(1, geometry.textRows - (panel == nil ? 3 : 1)) }

  var highestScroll: Int { max(0, content.lines.count - room) }

  /// The drawer with what of the content fits, and where the cursor stands.
  var layout: BlockLayout {
    if panel != nil { return calculator }
    let first = min(max(popup.scroll, 0), highestScroll)
    let lines = Array(content.lines.dropFirst(first).prefix(room))
    let drawer = Drawer(title: popup.title, width: geometry.textWidth, isASCII: isASCII)
    return BlockLayout(lines: drawer.around(lines))
  }

  private var calculator: BlockLayout {
    var cursor = content.cursor
    if let panel, cursor == nil {
      let wanted = Target.Action.input(calculator: panel.calculator, name: panel.input ?? "")
      cursor = content.targets.first { $0.action == wanted }
        .map { Place(line: $0.line, column: $0.columns.lowerBound) }
    }
    // A calculator that is taller than the screen shows the part with the cursor.
    let first = min(max(0, (cursor?.line ?? 0) - room + 2), highestScroll)
    cursor?.line -= first
    let targets = content.targets.map { target in
      var target = target
      target.line -= first
      return target
    }
    var layout = BlockLayout(
      lines: Array(content.lines.dropFirst(first).prefix(room)), targets: targets, cursor: cursor)
    layout.keys = content.keys.map { $0.moved(lines: -first) }
    return layout
  }
}
