import Yams

/// A value of a YAML file. Scalars stay text, as the author wrote them, and mappings keep their order.
struct YAMLNode: Sendable {
  /// What it holds.
  enum Content: Sendable {
    case scalar(String)
    case sequence([YAMLNode])
    case mapping([YAMLEntry])
  }

  var content: Content
  var position: SourcePosition

  var text: String? {
    if case .scalar(let text) = content { text } else { nil }
  }

  var sequence: [YAMLNode]? {
    if case .sequence(let nodes) = content { nodes } else { nil }
  }

  var entries: [YAMLEntry]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }

  subscript(key: String) -> YAMLNode? { entries?.first { $0.key == key }?.value }

  /// What it is, for a message.
  var kindName: String {
    switch content {
    case .scalar(let text): text.isEmpty ? "nothing" : "the text `\(text.prefix(40))`"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}

/// A key with its value.
struct YAMLEntry: Sendable {
  var key: String
  var position: SourcePosition
  var value: YAMLNode
}

/// Why a YAML text can not be read.
struct YAMLProblem: Error {
  var message: String
  var advice: String?
  var position: SourcePosition
}

extension YAMLNode {
  /// Deeper nesting is refused.
  private static let depthLimit = 64

  /// Reads one document; nil when the text holds nothing. Anchors and aliases are refused: a short text with them can
  /// stand for one of any length.
  ///
  /// - Parameter origin: where the text begins in its file; the column holds for every line.
  static func parse(
    _ text: String, at origin: SourcePosition = SourcePosition(line: 1)
  ) throws(YAMLProblem) -> YAMLNode? {
    if let node = PlainYAML.parse(text, at: origin) { return node }
    return try parseFully(text, at: origin)
  }

  /// So few aliases stand for no more than some hundred times their text, however they are nested.
  private static let aliasLimit = 16

  /// Reads any YAML.
  ///
  /// - Parameter allowsAliases: whether a few anchors and aliases are read, as programs write them.
  static func parseFully(
    _ text: String, at origin: SourcePosition = SourcePosition(line: 1), allowsAliases: Bool = false
  ) throws(YAMLProblem) -> YAMLNode? {
    let allowsAliases = allowsAliases && mostAliases(in: text) <= aliasLimit
    func place(_ line: Int, _ column: Int) -> SourcePosition {
      SourcePosition(line: origin.line + max(line, 1) - 1, column: origin.column + max(column, 1) - 1)
    }
    if !allowsAliases, let mark = alias(in: text) {
      throw refusal(of: "an alias", at: place(mark.line, mark.column))
    }
    do {
      let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      guard let root = try parser.singleRoot() else { return nil }
      return try withExtendedLifetime(parser) {
        try convert(root, depth: 0, allowsAliases: allowsAliases, place: place)
      }
    } catch let problem as YAMLProblem {
      throw problem
    } catch let error as YamlError {
      throw YAMLProblem(error, place: place)
    } catch {
      throw YAMLProblem(message: "this is no YAML", advice: nil, position: origin)
    }
  }

  private static func refusal(of what: String, at position: SourcePosition) -> YAMLProblem {
    YAMLProblem(
      message: "\(what) is not allowed here",
      advice: "write the value itself, in quotes if it begins with & or *",
      position: position)
  }

  private static func convert(
    _ node: Node, depth: Int, allowsAliases: Bool, place: (Int, Int) -> SourcePosition
  ) throws -> YAMLNode {
    let position = place(node.mark?.line ?? 1, node.mark?.column ?? 1)
    guard depth < depthLimit else {
      throw YAMLProblem(
        message: "lists and mappings are nested more than \(depthLimit) deep", advice: "write it flatter",
        position: position)
    }
    if node.anchor != nil, !allowsAliases { throw refusal(of: "an anchor", at: position) }
    func convert(_ node: Node) throws -> YAMLNode {
      try Self.convert(node, depth: depth + 1, allowsAliases: allowsAliases, place: place)
    }
    switch node {
    case .scalar(let scalar):
      return YAMLNode(content: .scalar(scalar.string), position: position)
    case .sequence(let sequence):
      let nodes = try sequence.map(convert)
      return YAMLNode(content: .sequence(nodes), position: position)
    case .mapping(let mapping):
      let entries = try mapping.map { key, value in
        let key = try convert(key)
        guard let name = key.text else {
          throw YAMLProblem(
            message: "a key is a text, and this is \(key.kindName)", advice: "put it in quotes",
            position: key.position)
        }
        return YAMLEntry(
          key: name, position: key.position, value: try convert(value))
      }
      return YAMLNode(content: .mapping(entries), position: position)
    case .alias:
      throw refusal(of: "an alias", at: position)
    }
  }

  /// Where an alias stands, as far as a look at the text can tell. It must be found before the text is parsed, because
  /// comparing keys made of aliases can take forever.
  private static func alias(in text: String) -> (line: Int, column: Int)? {
    guard text.utf8.contains(UInt8(ascii: "*")) else { return nil }
    let bytes = Array(text.utf8)
    var (line, column, flow) = (1, 0, 0)
    var quote: UInt8?
    /// Whether a value may begin here, and whether only a line end makes it so.
    var (isPlace, isLineStart) = (true, true)
    var lastMark: UInt8 = 0
    for (index, byte) in bytes.enumerated() {
      column += byte & 0xC0 == 0x80 ? 0 : 1
      let next = index + 1 < bytes.count ? bytes[index + 1] : UInt8(ascii: "\n")
      let isBreak = next == UInt8(ascii: " ") || next == UInt8(ascii: "\n")
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 0
        if quote == nil { (isPlace, isLineStart) = (true, true) }
        continue
      }
      if let open = quote {
        if byte == open, open == UInt8(ascii: "'") || bytes[index - 1] != UInt8(ascii: "\\") { quote = nil }
        continue
      }
      let wasPlace = isPlace
      let wasLineStart = isLineStart
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"): continue
      case UInt8(ascii: "*") where wasPlace && isNameByte(next):
        let marks: [UInt8] = [UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "?")]
        let after = bytes[(index + 1)...].drop(while: isNameByte).drop { $0 == UInt8(ascii: " ") }.first
        if !wasLineStart || flow > 0 || marks.contains(lastMark) || after == UInt8(ascii: ":") {
          return (line, column)
        }
        isPlace = false
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if wasPlace { quote = byte }
        isPlace = false
      case UInt8(ascii: ":"): isPlace = isBreak
      case UInt8(ascii: "-"), UInt8(ascii: "?"): isPlace = wasPlace && isBreak
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        isPlace = wasPlace
        if wasPlace { flow += 1 }
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        isPlace = false
        if flow > 0 { flow -= 1 }
      case UInt8(ascii: ","): isPlace = flow > 0
      default: isPlace = false
      }
      isLineStart = false
      lastMark = byte
    }
    return nil
  }

  /// No fewer than the aliases of a text: stars that may begin one.
  private static func mostAliases(in text: String) -> Int {
    var count = 0
    var (before, last) = (UInt8(ascii: " "), UInt8(ascii: " "))
    for byte in text.utf8 {
      if last == UInt8(ascii: "*"), isNameByte(byte), !isNameByte(before), before != UInt8(ascii: "*") {
        count += 1
      }
      (before, last) = (last, byte)
    }
    return count
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}

extension YAMLProblem {
  fileprivate init(_ error: YamlError, place: (Int, Int) -> SourcePosition) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      let (message, advice) = Self.explanation(of: problem)
      self.init(message: message, advice: advice, position: place(mark.line, mark.column))
    case .duplicatedKeysInMapping(let keys, let context):
      self.init(
        message: "the key `\(keys.first ?? "")` is given twice", advice: "keep one of them",
        position: place(context.mark.line, context.mark.column))
    case .reader(let problem, _, _, _):
      self.init(
        message: "this is no YAML: \(problem)", advice: "remove control characters from the text",
        position: place(1, 1))
    default:
      self.init(message: "this is no YAML", advice: Self.quoting, position: place(1, 1))
    }
  }

  private static let quoting = "put the text in double quotes if it holds `: `, ` #`, a quote or a bracket"

  /// What the parser means, for authors.
  private static func explanation(of problem: String) -> (message: String, advice: String) {
    if problem.hasPrefix("mapping values are not allowed") {
      return (
        "a colon with a space after it stands in a text without quotes", "put the text in double quotes"
      )
    }
    if problem.hasPrefix("found character that cannot start any token") {
      return (
        "a text begins with a character that has a meaning in YAML, or a tab", "put the text in double quotes"
      )
    }
    if problem.hasPrefix("could not find expected ':'") {
      return ("a key has no colon after it", "write `key: value`")
    }
    if problem.hasPrefix("did not find expected ',' or") {
      return (
        "a list or mapping in brackets is not closed, or a comma is missing",
        "close it on the line where it ends"
      )
    }
    if problem.hasPrefix("did not find expected key") || problem.hasPrefix("did not find expected '-'") {
      return (
        "the line stands neither as deep as the entries above it nor deeper than the one it belongs to",
        "give entries that belong together the same number of spaces before them"
      )
    }
    return ("this is no YAML: \(problem)", quoting)
  }
}
