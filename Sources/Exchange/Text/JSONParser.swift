/// Reads JSON (RFC 8259).
struct JSONParser {
  private static let depthLimit = 64
  private let bytes: [UInt8]
  private var index = 0
  private var line = 1
  private var depth = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  mutating func document() throws(ImportProblem) -> JSONNode {
    let node = try value()
    skipSpace()
    if index < bytes.count { throw problem("the JSON goes on after its end") }
    return node
  }

  private func problem(_ message: String) -> ImportProblem {
    let found = index < bytes.count ? "`\(UnicodeScalar(bytes[index]))`" : "the end of the file"
    return ImportProblem(line, "\(message), found \(found)", advice: "check the JSON near this line")
  }

  private mutating func skipSpace() {
    while index < bytes.count, bytes[index] <= 0x20 {
      if bytes[index] == UInt8(ascii: "\n") { line += 1 }
      index += 1
    }
  }

  private mutating func take(_ text: String) -> Bool {
    guard bytes[index...].starts(with: text.utf8) else { return false }
    index += text.utf8.count
    return true
  }

  private mutating func value() throws(ImportProblem) -> JSONNode {
    skipSpace()
    let start = line
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else {
      throw problem("the JSON is nested more than \(Self.depthLimit) deep")
    }
    guard index < bytes.count else { throw problem("expected a value") }
    switch bytes[index] {
    case UInt8(ascii: "{"): return JSONNode(content: .object(try object()), line: start)
    case UInt8(ascii: "["): return JSONNode(content: .list(try list()), line: start)
    case UInt8(ascii: "\""): return JSONNode(content: .text(try string()), line: start)
    default:
      if take("true") { return JSONNode(content: .truth(true), line: start) }
      if take("false") { return JSONNode(content: .truth(false), line: start) }
      if take("null") { return JSONNode(content: .null, line: start) }
      let number = bytes[index...].prefix { "+-.0123456789eE".utf8.contains($0) }
      guard let first = number.first, first != UInt8(ascii: "."), first != UInt8(ascii: "+") else {
        throw problem("expected a value")
      }
      index = number.endIndex
      return JSONNode(content: .number(String(decoding: number, as: UTF8.self)), line: start)
    }
  }

  private mutating func object() throws(ImportProblem) -> [(key: String, value: JSONNode)] {
    var entries: [(key: String, value: JSONNode)] = []
    index += 1
    skipSpace()
    if take("}") { return entries }
    while true {
      skipSpace()
      guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
        throw problem("expected a key in quotes")
      }
      let key = try string()
      skipSpace()
      guard take(":") else { throw problem("expected a colon after the key `\(key)`") }
      entries.append((key, try value()))
      skipSpace()
      if take("}") { return entries }
      guard take(",") else { throw problem("expected a comma or `}`") }
    }
  }

  private mutating func list() throws(ImportProblem) -> [JSONNode] {
    var nodes: [JSONNode] = []
    index += 1
    skipSpace()
    if take("]") { return nodes }
    while true {
      nodes.append(try value())
      skipSpace()
      if take("]") { return nodes }
      guard take(",") else { throw problem("expected a comma or `]`") }
    }
  }

  private mutating func string() throws(ImportProblem) -> String {
    index += 1
    var text: [UInt8] = []
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\""):
        index += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        index += 1
        guard index < bytes.count else { throw problem("a text is not closed") }
        try escape(&text)
      default:
        if byte == UInt8(ascii: "\n") { throw problem("a text is not closed on its line") }
        text.append(byte)
        index += 1
      }
    }
    throw problem("a text is not closed")
  }

  private static let escapes: [UInt8: UInt8] = [
    UInt8(ascii: "n"): 10, UInt8(ascii: "t"): 9, UInt8(ascii: "r"): 13, UInt8(ascii: "b"): 8,
    UInt8(ascii: "f"): 12, UInt8(ascii: "\""): 34, UInt8(ascii: "\\"): 92, UInt8(ascii: "/"): 47,
  ]

  private mutating func escape(_ text: inout [UInt8]) throws(ImportProblem) {
    if let byte = Self.escapes[bytes[index]] {
      index += 1
      text.append(byte)
      return
    }
    guard bytes[index] == UInt8(ascii: "u"), let first = unit(at: index + 1) else {
      throw problem("expected one of \\n \\t \\r \\b \\f \\\" \\\\ \\/ \\uXXXX")
    }
    index += 5
    var value = UInt32(first)
    if 0xD800..<0xDC00 ~= value, bytes[min(index, bytes.count)...].starts(with: "\\u".utf8),
      let second = unit(at: index + 2),
      0xDC00..<0xE000 ~= UInt32(second)
    {
      value = 0x10000 + (value - 0xD800) << 10 + (UInt32(second) - 0xDC00)
      index += 6
    }
    text += String(UnicodeScalar(value).map(Character.init) ?? "\u{FFFD}").utf8
  }

  private func unit(at place: Int) -> UInt16? {
    guard place + 4 <= bytes.count else { return nil }
    return UInt16(String(decoding: bytes[place..<place + 4], as: UTF8.self), radix: 16)
  }
}
