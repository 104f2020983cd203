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
    let texts = entry.text.wrapped(to: max(8, width - column))
    var lines: [StyledLine] = []
    if keys.width + 1 > column {
      lines.append(keys.clipped(to: width))
      keys = StyledLine()
    }
    for (index, text) in texts.enumerated() {
      var line = (index == 0 ? keys : StyledLine()).padded(to: column)
      line.append(text)
      lines.append(line.clipped(to: width, marker: state.isASCII ? "..." : "…"))
    }
    return lines
  }
}

extension String {
  /// Lines of whole words.
  fileprivate func wrapped(to width: Int) -> [String] {
    var lines: [String] = []
    for word in split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  /// Names of keys without arrows.
  fileprivate var asciiKeys: String {
    let names: [Character: String] = ["↑": "Up", "↓": "Down", "←": "Left", "→": "Right", "…": "..."]
    return map { names[$0] ?? String($0) }.joined()
  }
}
