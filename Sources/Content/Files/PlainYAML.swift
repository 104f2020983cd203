/// Reads the YAML that authors write nearly always, many times faster than a full parser: block and flow collections,
/// scalars on one line, comments. It gives up on everything else, errors among it, which the full parser then reads.
struct PlainYAML {
  /// Thrown to give up.
  private struct Unusual: Error {}

  private static let depthLimit = 32

  private let bytes: UnsafeBufferPointer<UInt8>
  private let origin: SourcePosition
  private var index = 0
  private var line = 0
  /// The offset of the line's first byte, and the bytes since then that begin no character.
  private var lineStart = 0
  private var continuations = 0
  private var depth = 0

  private init(_ bytes: UnsafeBufferPointer<UInt8>, origin: SourcePosition) {
    self.bytes = bytes
    self.origin = origin
  }

  /// The document; nil when it needs the full parser.
  static func parse(_ text: String, at origin: SourcePosition) -> YAMLNode? {
    var text = text
    return text.withUTF8 { buffer in
      guard !buffer.isEmpty, isPlain(buffer) else { return nil }
      var reader = PlainYAML(buffer, origin: origin)
      return try? reader.document()
    }
  }

  private mutating func document() throws(Unusual) -> YAMLNode {
    try skipToContent()
    guard index < bytes.count else { throw Unusual() }
    let node = try block(column)
    try skipToContent()
    guard index == bytes.count else { throw Unusual() }
    return node
  }

  // MARK: - Blocks

  /// The column of the present byte, from 0.
  private var column: Int { index - lineStart - continuations }

  private var position: SourcePosition {
    SourcePosition(line: origin.line + line, column: origin.column + column)
  }

  /// A mapping or a sequence whose entries all begin at this column.
  private mutating func block(_ indent: Int) throws(Unusual) -> YAMLNode {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else { throw Unusual() }
    return isDash ? try blockSequence(indent) : try blockMapping(indent)
  }

  private var isDash: Bool { peek == UInt8(ascii: "-") && isBreak(at: index + 1) }

  private mutating func blockSequence(_ indent: Int) throws(Unusual) -> YAMLNode {
    let start = position
    var nodes: [YAMLNode] = []
    while index < bytes.count, column == indent, isDash {
      advance()
      skipSpaces()
      if isEnd || peek == UInt8(ascii: "#") {
        try skipToContent()
        guard index < bytes.count, column > indent else { throw Unusual() }
        nodes.append(try block(column))
      } else {
        let isBlock = isDash ? true : try startsKey()
        nodes.append(isBlock ? try block(column) : try value(in: indent))
      }
      try skipToContent()
    }
    guard index == bytes.count || column < indent || column == indent && !nodes.isEmpty else {
      throw Unusual()
    }
    return YAMLNode(content: .sequence(nodes), position: start)
  }

  private mutating func blockMapping(_ indent: Int) throws(Unusual) -> YAMLNode {
    let start = position
    var entries: [YAMLEntry] = []
    while index < bytes.count, column == indent {
      guard !isDash, try startsKey() else { throw Unusual() }
      let place = position
      let key = try scalar(inFlow: false, isKey: true)
      guard peek == UInt8(ascii: ":") else { throw Unusual() }
      advance()
      skipSpaces()
      let node: YAMLNode
      if isEnd || peek == UInt8(ascii: "#") {
        try skipToContent()
        guard index < bytes.count, column > indent || column == indent && isDash else { throw Unusual() }
        node = try block(column)
      } else {
        node = try value(in: indent)
      }
      entries.append(YAMLEntry(key: key, position: place, value: node))
      try skipToContent()
    }
    guard index == bytes.count || column < indent else { throw Unusual() }
    try refuseDuplicates(entries)
    return YAMLNode(content: .mapping(entries), position: start)
  }

  /// A value that begins on this line of a block, and ends with a line.
  private mutating func value(in indent: Int) throws(Unusual) -> YAMLNode {
    let place = position
    if peek == UInt8(ascii: "[") || peek == UInt8(ascii: "{") {
      let node = try flow()
      skipSpaces()
      guard isEnd || peek == UInt8(ascii: "#") else { throw Unusual() }
      return node
    }
    let text = try scalar(inFlow: false, isKey: false)
    skipSpaces()
    guard isEnd || peek == UInt8(ascii: "#") else { throw Unusual() }
    // A deeper line after a scalar goes on with it.
    var ahead = self
    try ahead.skipToContent()
    guard ahead.index == bytes.count || ahead.column <= indent else { throw Unusual() }
    return YAMLNode(content: .scalar(text), position: place)
  }

  /// Whether a key begins here: a colon with a break after it stands further on in the line, outside of quotes.
  private func startsKey() throws(Unusual) -> Bool {
    guard peek != UInt8(ascii: "["), peek != UInt8(ascii: "{") else { return false }
    var ahead = self
    _ = try ahead.scalar(inFlow: false, isKey: true)
    return ahead.peek == UInt8(ascii: ":") && ahead.isBreak(at: ahead.index + 1)
  }

  // MARK: - Flow

  private mutating func flow() throws(Unusual) -> YAMLNode {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else { throw Unusual() }
    let start = position
    let isMapping = peek == UInt8(ascii: "{")
    let close = isMapping ? UInt8(ascii: "}") : UInt8(ascii: "]")
    advance()
    var nodes: [YAMLNode] = []
    var entries: [YAMLEntry] = []
    while true {
      try skipInFlow()
      if peek == close { break }
      if isMapping {
        let place = position
        let key = try scalar(inFlow: true, isKey: true)
        guard peek == UInt8(ascii: ":"), isBreak(at: index + 1) else { throw Unusual() }
        advance()
        try skipInFlow()
        entries.append(YAMLEntry(key: key, position: place, value: try flowValue()))
      } else {
        nodes.append(try flowValue())
      }
      try skipInFlow()
      if peek == UInt8(ascii: ",") {
        advance()
      } else if peek != close {
        throw Unusual()
      }
    }
    advance()
    try refuseDuplicates(entries)
    return YAMLNode(content: isMapping ? .mapping(entries) : .sequence(nodes), position: start)
  }

  private mutating func flowValue() throws(Unusual) -> YAMLNode {
    if peek == UInt8(ascii: "[") || peek == UInt8(ascii: "{") { return try flow() }
    let place = position
    return YAMLNode(content: .scalar(try scalar(inFlow: true, isKey: false)), position: place)
  }

  private func refuseDuplicates(_ entries: [YAMLEntry]) throws(Unusual) {
    if entries.count > 16 {
      guard Set(entries.map(\.key)).count == entries.count else { throw Unusual() }
      return
    }
    for (index, entry) in entries.enumerated() {
      guard !entries[..<index].contains(where: { $0.key == entry.key }) else { throw Unusual() }
    }
  }

  // MARK: - Scalars

  private mutating func scalar(inFlow: Bool, isKey: Bool) throws(Unusual) -> String {
    switch peek {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return try quoted()
    case UInt8(ascii: "-"):
      guard index + 1 < bytes.count, AttributeParser.isWord(bytes[index + 1]),
        bytes[index + 1] != UInt8(ascii: "-")
      else { throw Unusual() }
    case 0, UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "*"),
      UInt8(ascii: "!"), UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "%"), UInt8(ascii: "@"),
      UInt8(ascii: "`"), UInt8(ascii: "\n"):
      throw Unusual()
    default: break
    }
    let start = index
    var end = index
    scan: while !isEnd {
      switch peek {
      case UInt8(ascii: ":"):
        if isBreak(at: index + 1) {
          guard isKey else { throw Unusual() }
          break scan
        }
        if inFlow, index + 1 < bytes.count, Self.isFlowMark(bytes[index + 1]) { throw Unusual() }
      case UInt8(ascii: "#") where index > start && bytes[index - 1] == UInt8(ascii: " "): break scan
      case UInt8(ascii: "?") where inFlow: throw Unusual()
      case let byte where inFlow && Self.isFlowMark(byte):
        if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") { throw Unusual() }
        break scan
      default: break
      }
      let isSpace = peek == UInt8(ascii: " ")
      advance()
      if !isSpace { end = index }
    }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  private mutating func quoted() throws(Unusual) -> String {
    let quote = peek
    advance()
    var text: [UInt8] = []
    while !isEnd {
      let byte = peek
      advance()
      if byte == quote {
        guard quote == UInt8(ascii: "'"), peek == quote else { return String(decoding: text, as: UTF8.self) }
        advance()
        text.append(quote)
      } else if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        guard peek == UInt8(ascii: "\\") || peek == UInt8(ascii: "\"") else { throw Unusual() }
        text.append(peek)
        advance()
      } else {
        text.append(byte)
      }
    }
    throw Unusual()
  }

  // MARK: - Bytes

  /// The present byte; 0 at the end.
  private var peek: UInt8 { index < bytes.count ? bytes[index] : 0 }

  private var isEnd: Bool { index >= bytes.count || bytes[index] == UInt8(ascii: "\n") }

  private func isBreak(at index: Int) -> Bool {
    index >= bytes.count || bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "\n")
  }

  private static func isFlowMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"): true
    default: false
    }
  }

  private mutating func advance() {
    guard index < bytes.count else { return }
    if bytes[index] == UInt8(ascii: "\n") {
      line += 1
      lineStart = index + 1
      continuations = 0
    } else if bytes[index] & 0xC0 == 0x80 {
      continuations += 1
    }
    index += 1
  }

  private mutating func skipSpaces() {
    while peek == UInt8(ascii: " ") { advance() }
  }

  private mutating func skipComment() throws(Unusual) {
    guard peek == UInt8(ascii: "#") else { return }
    guard index == lineStart || bytes[index - 1] == UInt8(ascii: " ") else { throw Unusual() }
    while !isEnd { advance() }
  }

  /// To the first byte of the next line that holds something.
  private mutating func skipToContent() throws(Unusual) {
    while true {
      skipSpaces()
      try skipComment()
      guard peek == UInt8(ascii: "\n") else { break }
      advance()
    }
    let isMark =
      column == 0 && index + 2 < bytes.count && bytes[index + 1] == peek && bytes[index + 2] == peek
    if isMark, peek == UInt8(ascii: "-") || peek == UInt8(ascii: ".") { throw Unusual() }
  }

  private mutating func skipInFlow() throws(Unusual) {
    let first = line
    try skipToContent()
    guard index < bytes.count, line == first || column > 0 else { throw Unusual() }
  }

  /// Whether all characters are ones that YAML takes as they are.
  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "\n"): continue
      case 0..<0x20, 0x7F: return false
      case 0xC2: if bytes[index + 1] < 0xA0 { return false }
      case 0xE2: if bytes[index + 1] == 0x80, bytes[index + 2] | 1 == 0xA9 { return false }
      case 0xEF: if bytes[index + 1] == 0xBB || bytes[index + 1] == 0xBF { return false }
      default: continue
      }
    }
    return true
  }
}
