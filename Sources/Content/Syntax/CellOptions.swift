import Engine

/// The `#|` lines of a cell.
struct CellOptions: Sendable {
  var entries: [YAMLEntry] = []
  /// What could not be read.
  var problem: YAMLProblem?

  init(_ cell: Cell) {
    let lines = cell.options.split(separator: "\n", omittingEmptySubsequences: false)
    let column = cell.range.start.column + 3
    var index = 0
    while index < lines.count {
      var end = index + 1
      while end < lines.count, lines[end].first == " " || lines[end].isEmpty { end += 1 }
      let origin = SourcePosition(line: cell.optionsLine + index, column: column)
      if end == index + 1, let entry = Self.plainEntry(lines[index], at: origin) {
        entries.append(entry)
      } else {
        read(lines[index..<end].joined(separator: "\n"), at: origin)
      }
      index = end
    }
  }

  subscript(key: String) -> YAMLNode? { entries.first { $0.key == key }?.value }

  func text(_ key: String) -> String? { self[key]?.text }

  private mutating func read(_ text: String, at origin: SourcePosition) {
    do throws(YAMLProblem) {
      guard let node = try YAMLNode.parse(text, at: origin) else { return }
      if let found = node.entries {
        entries += found
      } else {
        throw YAMLProblem(
          message: "an option is written `key: value`, and this is \(node.kindName)", advice: nil,
          position: origin)
      }
    } catch {
      if problem == nil { problem = error }
    }
  }

  /// `key: some text`, the common case, without the cost of a YAML parser.
  private static func plainEntry(_ line: Substring, at origin: SourcePosition) -> YAMLEntry? {
    let bytes = line.utf8
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let key = bytes[..<colon]
    guard !key.isEmpty, key.allSatisfy({ AttributeParser.isWord($0) && $0 < 0x80 && $0 != UInt8(ascii: "/") })
    else { return nil }
    let after = bytes[bytes.index(after: colon)...]
    guard after.first == UInt8(ascii: " ") else { return nil }
    let value = after.drop { $0 == UInt8(ascii: " ") }
    guard let first = value.first, isPlainStart(first), isPlain(value) else { return nil }
    let offset = line.utf8.distance(from: line.startIndex, to: value.startIndex)
    return YAMLEntry(
      key: String(Substring(key)), position: origin,
      value: YAMLNode(
        content: .scalar(LinePass.trimmed(String(Substring(value)))),
        position: SourcePosition(line: origin.line, column: origin.column + offset)))
  }

  private static func isPlainStart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "\\"), 0xC3...0xFF:
      true
    default: false
    }
  }

  /// Whether a text holds nothing that YAML could take for more than text.
  private static func isPlain(_ value: Substring.UTF8View) -> Bool {
    var previous: UInt8 = 0
    for byte in value {
      if byte < 0x20 || byte == 0x7F { return false }
      if previous == UInt8(ascii: ":"), byte == UInt8(ascii: " ") { return false }
      if previous == UInt8(ascii: " "), byte == UInt8(ascii: "#") { return false }
      previous = byte
    }
    return previous != UInt8(ascii: ":")
  }
}

extension YAMLNode {
  /// What `covers` says, in the short form or the long.
  func covers() throws(YAMLProblem) -> [Cover] {
    guard let nodes = sequence else {
      throw YAMLProblem(
        message: "`covers` is a list, and this is \(kindName)", advice: "write [id, …]", position: position)
    }
    var covers: [Cover] = []
    for node in nodes {
      if let id = node.text {
        covers.append(Cover(id: id))
        continue
      }
      guard let id = node["id"]?.text else {
        throw YAMLProblem(
          message: "an entry of `covers` is an id or a mapping with an id",
          advice: "write {id: …, inputs: {…}, outputs: {…}, set: {…}}", position: node.position)
      }
      for entry in node.entries ?? [] where !["id", "inputs", "outputs", "set"].contains(entry.key) {
        throw YAMLProblem(
          message: "`covers` knows no `\(entry.key)`", advice: "the keys are id, inputs, outputs and set",
          position: entry.position)
      }
      covers.append(
        Cover(
          id: id, inputs: try node["inputs"]?.textMapping() ?? [:],
          outputs: try node["outputs"]?.textMapping() ?? [:],
          set: try node["set"]?.textMapping() ?? [:]))
    }
    return covers
  }

  /// A mapping of texts.
  func textMapping() throws(YAMLProblem) -> [String: String] {
    guard let entries else {
      throw YAMLProblem(
        message: "a mapping is expected, and this is \(kindName)", advice: "write {name: value}",
        position: position)
    }
    var result: [String: String] = [:]
    for entry in entries {
      guard let text = entry.value.text else {
        throw YAMLProblem(
          message: "the value of `\(entry.key)` is a text, and this is \(entry.value.kindName)", advice: nil,
          position: entry.value.position)
      }
      result[entry.key] = text
    }
    return result
  }
}
