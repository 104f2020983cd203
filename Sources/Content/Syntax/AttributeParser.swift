/// Reads `{#id .class key="value"}`.
enum AttributeParser {
  /// What was read, with the length of the text in bytes.
  struct Result {
    var attributes: Attributes
    var length: Int
    /// What is wrong, with its offset.
    var problem: (message: String, offset: Int)?
  }

  /// Reads attributes at the start of `bytes`, which begins with a brace; nil when there is no closing brace.
  static func read(_ bytes: ArraySlice<UInt8>) -> Result? {
    guard bytes.first == UInt8(ascii: "{") else { return nil }
    var attributes = Attributes()
    var problem: (String, Int)?
    var index = bytes.startIndex + 1
    func note(_ message: String) {
      if problem == nil { problem = (message, index - bytes.startIndex) }
    }
    while index < bytes.endIndex {
      switch bytes[index] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"):
        index += 1
      case UInt8(ascii: "}"):
        return Result(attributes: attributes, length: index + 1 - bytes.startIndex, problem: problem)
      case UInt8(ascii: "#"):
        let id = word(bytes, from: index + 1)
        if id.isEmpty { note("`#` is followed by no id") }
        if attributes.id != nil, !id.isEmpty { note("a second id, `\(string(id))`") }
        if !id.isEmpty, attributes.id == nil { attributes.id = string(id) }
        index = max(id.endIndex, index + 1)
      case UInt8(ascii: "."):
        let name = word(bytes, from: index + 1)
        if name.isEmpty {
          note("`.` is followed by no class")
        } else {
          attributes.classes.append(string(name))
        }
        index = max(name.endIndex, index + 1)
      default:
        let key = word(bytes, from: index)
        guard !key.isEmpty else {
          note("`\(string(bytes[index...index]))` is no attribute")
          index += 1
          continue
        }
        guard key.endIndex < bytes.endIndex, bytes[key.endIndex] == UInt8(ascii: "=") else {
          note("`\(string(key))` is neither `#id`, `.class` nor `key=\"value\"`")
          index = key.endIndex
          continue
        }
        guard let (value, next) = value(bytes, from: key.endIndex + 1) else {
          note("the value of `\(string(key))` has no closing quote")
          index = bytes.endIndex
          continue
        }
        if attributes.values[string(key)] != nil { note("`\(string(key))` is given twice") }
        attributes.values[string(key)] = value
        index = next
      }
    }
    return nil
  }

  /// Attributes at the end of a text: the text before them, and where they begin. A brace after a backslash is text.
  static func trailing(_ text: String) -> (before: String, attributes: Attributes, problem: String?)? {
    let bytes = Array(text.utf8)
    guard bytes.last == UInt8(ascii: "}"), let open = bytes.lastIndex(of: UInt8(ascii: "{")) else {
      return nil
    }
    guard let result = read(bytes[open...]), open + result.length == bytes.count else { return nil }
    guard result.attributes != Attributes() else { return nil }
    var end = open
    while end > 0, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    return (String(decoding: bytes[..<end], as: UTF8.self), result.attributes, result.problem?.message)
  }

  private static func word(_ bytes: ArraySlice<UInt8>, from start: Int) -> ArraySlice<UInt8> {
    var end = start
    while end < bytes.endIndex, isWord(bytes[end]) { end += 1 }
    return bytes[min(start, bytes.endIndex)..<min(end, bytes.endIndex)]
  }

  static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ":"),
      UInt8(ascii: "."), UInt8(ascii: "/"), 0x80...0xFF:
      true
    default: false
    }
  }

  private static func value(_ bytes: ArraySlice<UInt8>, from start: Int) -> (String, Int)? {
    guard start < bytes.endIndex else { return ("", start) }
    let quote = bytes[start]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      var end = start
      while end < bytes.endIndex,
        ![UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "}")].contains(bytes[end])
      {
        end += 1
      }
      return (string(bytes[start..<end]), end)
    }
    var value: [UInt8] = []
    var index = start + 1
    while index < bytes.endIndex {
      if bytes[index] == quote { return (String(decoding: value, as: UTF8.self), index + 1) }
      if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.endIndex,
        bytes[index + 1] == quote || bytes[index + 1] == UInt8(ascii: "\\")
      {
        index += 1
      }
      value.append(bytes[index])
      index += 1
    }
    return nil
  }

  private static func string(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}
