import Typesetting

/// The keys, made from the table that binds them: those of the place it was asked from first.
struct HelpView {
  let state: ReaderState

  /// How far it can be scrolled.
  var highestScroll: Int { max(0, lines.count - state.geometry.textRows) }

  func rows(from scroll: Int) -> [StyledLine] {
    Array(lines.dropFirst(min(max(scroll, 0), highestScroll)).prefix(state.geometry.textRows))
  }

  private var lines: [StyledLine] {
    let present = state.help?.place ?? .page
    let others = KeyPlace.allCases.filter { $0 != present && $0 != .help }
    var lines: [StyledLine] = []
    for place in [present] + others {
      if !lines.isEmpty { lines.append(StyledLine()) }
      lines.append(StyledLine(place.title, Style(.heading)))
      for entry in state.keys.help(in: place) { lines += line(entry) }
    }
    return lines
  }

  private func line(_ entry: (keys: String, text: String)) -> [StyledLine] {
    let width = state.geometry.textWidth
    let column = min(26, width / 2)
    var keys = StyledLine("  ")
    keys.append(state.isASCII ? entry.keys.asciiKeys : entry.keys, Style(.label, .bold))
    if keys.width + 1 > column {
      return [
        keys.clipped(to: width),
        StyledLine([Run(String(repeating: " ", count: column)), Run(entry.text)]).clipped(to: width),
      ]
    }
    keys = keys.padded(to: column)
    keys.append(entry.text)
    return [keys.clipped(to: width, marker: state.isASCII ? "..." : "…")]
  }
}

extension String {
  /// Names of keys without arrows.
  fileprivate var asciiKeys: String {
    let names: [Character: String] = ["↑": "Up", "↓": "Down", "←": "Left", "→": "Right", "…": "..."]
    return map { names[$0] ?? String($0) }.joined()
  }
}
