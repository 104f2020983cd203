import Typesetting

/// The few keys that a reader needs at first, over the page until the first key.
struct GreetingView {
  let state: ReaderState

  private static let entries: [(requests: [Request], text: String)] = [
    ([.scrollPage(1)], "the next page; back with %"),
    ([.target(1)], "the next number, link or question; Enter acts on it"),
    ([.leave], "out of whatever is open"),
    ([.goTo], "anything by name: a section, a figure, a term, a command"),
    ([.quiz], "a quiz of the chapter; %: how far you are"),
    ([.help], "all keys; %: quit, your place is kept"),
  ]
  private static let others: [[Request]] = [[.scrollPage(-1)], [], [], [], [.askProgress], [.quit]]

  var layout: BlockLayout {
    let width = Drawer.room(width: state.geometry.textWidth)
    var lines = [
      StyledLine("Every number here is computed: put a finger on it and change it.").clipped(
        to: width, marker: state.isASCII ? "..." : "…"),
      StyledLine(),
    ]
    var keys: [KeyHint] = []
    for (index, entry) in Self.entries.enumerated() {
      let other = name(of: Self.others[index])
      let name = name(of: entry.requests)
      // Within the frame.
      keys.append(KeyHint(name, line: lines.count + 1, columns: 3..<3 + DisplayWidth.of(name)))
      var line = StyledLine(" " + name, Style(.label, .bold)).padded(to: 10)
      line.append(entry.text.replacingFirst("%", with: other))
      lines.append(line.clipped(to: width, marker: state.isASCII ? "..." : "…"))
    }
    let drawer = Drawer(
      title: "Welcome to \(state.book.manifest.title)", width: state.geometry.textWidth,
      isASCII: state.isASCII)
    var layout = BlockLayout(lines: drawer.around(lines))
    layout.keys = keys
    return layout
  }

  private func name(of requests: [Request]) -> String {
    requests.compactMap { state.keys.keys(for: $0, in: .page).first?.name }.joined(separator: " ")
  }
}

extension String {
  fileprivate func replacingFirst(_ mark: Character, with text: String) -> String {
    guard let index = firstIndex(of: mark) else { return self }
    return self[..<index] + text + self[self.index(after: index)...]
  }
}
