import Content

/// A part of a Quarto file, before its lines are read as Markdown.
indirect enum QuartoBlock {
  /// Lines without a blank one among them.
  case text([String], line: Int)
  case code(QuartoCode)
  /// A fenced div with its prefix: spaces and quote marks before the colons.
  case division(Attributes, [QuartoBlock], prefix: String, line: Int)
  /// Displayed mathematics.
  case formula([String], id: String?, prefix: String, line: Int)
}

/// A fenced listing or an executable cell.
struct QuartoCode {
  /// What follows the fence.
  var info: String
  /// Lines without the prefix.
  var lines: [String]
  var prefix: String
  var line: Int

  /// `python` of `{python}` and of `{.python}`.
  var language: String {
    if let open = info.firstIndex(of: "{") {
      if open != info.startIndex { return info[..<open].trimmedWord }
      let attributes = QuartoAttributes.read(Array(info.utf8)[...])?.attributes
      return attributes?.classes.first ?? ""
    }
    return info.trimmedWord
  }

  /// Whether it is a cell that Quarto runs: `{python}`, in contrast to `{.python}`.
  var isCell: Bool {
    guard info.hasPrefix("{"), let first = info.dropFirst().first else { return false }
    return first.isLetter
  }

  var attributes: Attributes {
    guard let open = info.utf8.firstIndex(of: UInt8(ascii: "{")) else { return Attributes() }
    return QuartoAttributes.read(Array(info.utf8[open...])[...])?.attributes ?? Attributes()
  }

  /// `#| key: value` lines, and the lines without them. Knitr's and Mermaid's `%%|` and `//|` count too.
  var options: (values: [String: String], body: [String]) {
    var values: [String: String] = [:]
    var body: [String] = []
    var last: String?
    for line in lines {
      let text = line.trimmed
      guard body.allSatisfy({ $0.trimmed.isEmpty }),
        let mark = ["#|", "%%|", "//|"].first(where: { text.hasPrefix($0) })
      else {
        body.append(line)
        continue
      }
      let option = String(text.dropFirst(mark.count))
      if let colon = option.firstIndex(of: ":"), !option.hasPrefix("   "),
        option[..<colon].trimmedWord.count == String(option[..<colon]).trimmed.count
      {
        let key = String(option[..<colon]).trimmed
        values[key] = String(option[option.index(after: colon)...]).trimmed.unquoted
        last = key
      } else if let key = last {
        values[key] = ((values[key] ?? "").trimmed.dropBlockMark + " " + option.trimmed).trimmed.unquoted
      }
    }
    return (values.mapValues(\.dropBlockMark), body)
  }
}

extension StringProtocol {
  /// The first word.
  var trimmedWord: String {
    String(self.drop(while: \.isWhitespace).prefix { !$0.isWhitespace && $0 != "," })
  }
}

extension String {
  /// Without YAML's quotes around it.
  var unquoted: String {
    guard count >= 2, let first, first == last, first == "\"" || first == "'" else { return self }
    let inner = String(dropFirst().dropLast())
    return first == "\""
      ? inner.replacing("\\\"", with: "\"").replacing("\\\\", with: "\\") : inner.replacing("''", with: "'")
  }

  /// Without `|` or `>` of a YAML block text.
  fileprivate var dropBlockMark: String {
    self == "|" || self == ">" || self == "|-" || self == ">-" ? "" : self
  }
}
