import Content
import Typesetting

/// A message that is too long for the status line, above it.
struct MessageView {
  let message: Message
  let state: ReaderState

  var layout: BlockLayout {
    let width = state.geometry.textWidth
    let content = Block.paragraph(Paragraph(content: [.text(message.text)], range: .generated))
    let lines = content.layout(in: state.context(width: Drawer.room(width: width))).lines
    let drawer = Drawer(title: message.isError ? "Problem" : "Note", width: width, isASCII: state.isASCII)
    return BlockLayout(lines: drawer.around(Array(lines.prefix(max(1, state.geometry.textRows - 2)))))
  }
}

extension ReaderState {
  /// The message, where the status line has no room for it.
  var longMessage: Message? {
    guard let message else { return nil }
    // While something is typed on the last line, what is wrong with it stands above.
    if let prompt { return prompt.isAsking ? message : nil }
    return DisplayWidth.of(message.text) > size.columns - 2 ? message : nil
  }
}
