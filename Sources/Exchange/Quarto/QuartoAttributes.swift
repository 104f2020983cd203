import Content

/// Reads Pandoc's `{#id .class key="value"}`, with all that authors of Quarto write there.
enum QuartoAttributes {
  /// The attributes that begin at the brace at `start`, and where they end; nil where no brace closes them.
  static func read(_ bytes: ArraySlice<UInt8>) -> (attributes: Attributes, end: Int)? {
    guard bytes.first == UInt8(ascii: "{") else { return nil }
    var attributes = Attributes()
    var index = bytes.startIndex + 1
    func word(_ stops: String) -> String {
      let start = index
      while index < bytes.endIndex, !stops.utf8.contains(bytes[index]) { index += 1 }
      return String(decoding: bytes[start..<index], as: UTF8.self)
    }
    while index < bytes.endIndex {
      switch bytes[index] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: ","): index += 1
      case UInt8(ascii: "}"): return (attributes, index + 1)
      case UInt8(ascii: "#"):
        index += 1
        let id = word(" \t\n}")
        if attributes.id == nil, !id.isEmpty { attributes.id = id }
      case UInt8(ascii: "."):
        index += 1
        let name = word(" \t\n}")
        if !name.isEmpty { attributes.classes.append(name) }
      default:
        let key = word(" \t\n}=")
        guard index < bytes.endIndex, bytes[index] == UInt8(ascii: "=") else {
          // `{-}` is short for `.unnumbered`; `{python}` and the like name a language.
          attributes.classes.append(key == "-" ? "unnumbered" : key)
          continue
        }
        index += 1
        if key.isEmpty {
          attributes.classes.append("=" + word(" \t\n}"))
        } else {
          attributes.values[key] = value(bytes, &index)
        }
      }
    }
    return nil
  }

  /// Attributes at the very end of a text, and the text before them.
  static func trailing(_ text: String) -> (before: String, attributes: Attributes)? {
    let bytes = Array(text.utf8)
    guard bytes.last == UInt8(ascii: "}") else { return nil }
    // Values may hold braces, so the opening one is looked for from the end.
    var open = bytes.count - 1
    var tries = 0
    while open > 0, tries < 64 {
      open -= 1
      guard bytes[open] == UInt8(ascii: "{") else { continue }
      tries += 1
      guard let (attributes, end) = read(bytes[open...]), end == bytes.count else { continue }
      if attributes == Attributes() { return nil }
      return (String(decoding: bytes[..<open], as: UTF8.self).trimmedEnd, attributes)
    }
    return nil
  }

  private static func value(_ bytes: ArraySlice<UInt8>, _ index: inout Int) -> String {
    guard index < bytes.endIndex else { return "" }
    let quote = bytes[index]
    var value: [UInt8] = []
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      while index < bytes.endIndex, !" \t\n}".utf8.contains(bytes[index]) {
        value.append(bytes[index])
        index += 1
      }
      return String(decoding: value, as: UTF8.self)
    }
    index += 1
    while index < bytes.endIndex, bytes[index] != quote {
      if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.endIndex,
        bytes[index + 1] == quote || bytes[index + 1] == UInt8(ascii: "\\")
      {
        index += 1
      }
      value.append(bytes[index])
      index += 1
    }
    index += 1
    return String(decoding: value, as: UTF8.self)
  }
}
