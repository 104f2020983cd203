import Content

/// Reads the lines of a Quarto file into blocks: divs by their colons, code, mathematics and paragraphs.
struct QuartoReader {
  /// Divs deeper than this stand beside each other.
  static let depthLimit = 32

  private let lines: [String]
  private var index = 0
  private(set) var notes: [ImportNote] = []
  /// Environments that nothing ends, so that no end is looked for twice.
  private var openEnds: Set<String> = []
  /// The number of the first line.
  private let first: Int

  init(_ lines: [String], first: Int) {
    self.lines = lines
    self.first = first
  }

  mutating func blocks() -> [QuartoBlock] {
    var result: [QuartoBlock] = []
    while index < lines.count {
      result += blocks(depth: 0)
      guard index < lines.count else { break }
      notes.append(ImportNote(number, "a line of colons closes no div; it is left out"))
      index += 1
    }
    return result
  }

  private var number: Int { first + index }

  /// The blocks up to the line that closes their div, or to the end.
  private mutating func blocks(depth: Int) -> [QuartoBlock] {
    var result: [QuartoBlock] = []
    var text: [String] = []
    var textLine = number
    func finish() {
      if !text.isEmpty { result.append(.text(text, line: textLine)) }
      text = []
    }
    while index < lines.count {
      let line = lines[index]
      let (prefix, content) = Self.split(line)
      if content.isEmpty {
        finish()
        index += 1
      } else if let run = Self.fence(content) {
        finish()
        result.append(.code(code(run, content, prefix)))
      } else if content.hasPrefix(":::") {
        finish()
        guard let attributes = Self.division(content) else { return result }
        let opened = number
        index += 1
        guard depth < Self.depthLimit else {
          notes.append(
            ImportNote(opened, "divs are nested more than \(Self.depthLimit) deep; this one is opened up"))
          continue
        }
        let inner = blocks(depth: depth + 1)
        if index >= lines.count {
          notes.append(ImportNote(opened, "the div that begins here is not closed; it ends with the file"))
        }
        index += 1
        result.append(.division(attributes, inner, prefix: prefix, line: opened))
      } else if content.hasPrefix("$$") {
        finish()
        result.append(formula(content, prefix))
      } else if let name = Self.environment(content) {
        finish()
        let opened = number
        let body = environment(name)
        if body.isEmpty { continue }
        if Self.mathematics.contains(name) {
          let numbered = name.hasPrefix("equation") || name.hasPrefix("displaymath") || name == "math"
          result.append(
            .formula(
              numbered ? Array(body.dropFirst().dropLast()) : Self.aligned(body), id: nil, prefix: prefix,
              line: opened))
        } else {
          notes.append(
            ImportNote(opened, "LaTeX, \\begin{\(name)}, is left out (\(Self.counted(body.count, "line")))"))
        }
      } else {
        if text.isEmpty { textLine = number }
        text.append(line)
        index += 1
      }
    }
    finish()
    return result
  }

  static func counted(_ count: Int, _ thing: String) -> String { "\(count) \(thing)\(count == 1 ? "" : "s")" }

  // MARK: - Lines

  /// Spaces and quote marks at the front of a line, and what follows them.
  static func split(_ line: String) -> (prefix: String, content: String) {
    var end = line.startIndex
    var index = line.startIndex
    while index < line.endIndex, line[index] == " " || line[index] == "\t" || line[index] == ">" {
      index = line.index(after: index)
      end = index
    }
    return (String(line[..<end]), String(line[end...]).trimmedEnd)
  }

  private static func fence(_ content: String) -> (mark: Character, count: Int)? {
    guard let mark = content.first, mark == "`" || mark == "~" else { return nil }
    let count = content.prefix { $0 == mark }.count
    guard count >= 3, mark == "~" || !content.dropFirst(count).contains("`") else { return nil }
    return (mark, count)
  }

  private mutating func code(_ fence: (mark: Character, count: Int), _ content: String, _ prefix: String)
    -> QuartoCode
  {
    let opened = number
    var code = QuartoCode(
      info: String(content.dropFirst(fence.count)).trimmed, lines: [], prefix: prefix, line: opened)
    index += 1
    while index < lines.count {
      let line = lines[index]
      index += 1
      let body = line.hasPrefix(prefix) ? String(line.dropFirst(prefix.count)) : line
      let text = body.trimmed
      if text.count >= fence.count, text.allSatisfy({ $0 == fence.mark }) { return code }
      code.lines.append(body)
    }
    notes.append(ImportNote(opened, "the code fence that begins here is not closed; it ends with the file"))
    return code
  }

  /// The attributes of an opening line; nil for one that closes.
  private static func division(_ content: String) -> Attributes? {
    var rest = content.drop { $0 == ":" }.drop(while: \.isWhitespace)
    while rest.last == ":" || rest.last?.isWhitespace == true { rest.removeLast() }
    if rest.isEmpty { return nil }
    if rest.hasPrefix("{") {
      return QuartoAttributes.read(Array(rest.utf8)[...])?.attributes ?? Attributes()
    }
    var attributes = Attributes(classes: [rest.prefix { !$0.isWhitespace && $0 != "{" }.description])
    if let open = rest.firstIndex(of: "{"),
      let more = QuartoAttributes.read(Array(rest[open...].utf8)[...])?.attributes
    {
      attributes.id = more.id
      attributes.classes += more.classes
      attributes.values = more.values
    }
    return attributes
  }

  /// `$$ … $$ {#eq-id}`, over one line or many.
  private mutating func formula(_ content: String, _ prefix: String) -> QuartoBlock {
    let opened = number
    var body: [String] = []
    var rest = String(content.dropFirst(2))
    var after = ""
    while true {
      if let end = rest.firstRange(of: "$$") {
        body.append(String(rest[..<end.lowerBound]))
        after = String(rest[end.upperBound...]).trimmed
        index += 1
        break
      }
      body.append(rest)
      index += 1
      guard index < lines.count, !lines[index].trimmed.isEmpty,
        !Self.split(lines[index]).content.hasPrefix(":::")
      else {
        notes.append(
          ImportNote(opened, "the formula that begins here is not closed; it ends before line \(number)"))
        break
      }
      rest = Self.split(lines[index]).content
    }
    if after.isEmpty, index < lines.count, lines[index].trimmed.hasPrefix("{#") {
      after = lines[index].trimmed
      index += 1
    }
    let id = QuartoAttributes.read(Array(after.utf8)[...])?.attributes.id
    return .formula(body.filter { !$0.trimmed.isEmpty }, id: id, prefix: prefix, line: opened)
  }

  static let mathematics: Set<String> = [
    "equation", "equation*", "align", "align*", "gather", "gather*", "displaymath", "eqnarray", "eqnarray*",
    "multline", "multline*",
  ]

  /// The name of a LaTeX environment that begins a line.
  private static func environment(_ content: String) -> String? {
    guard content.hasPrefix("\\begin{"), let close = content.firstIndex(of: "}") else { return nil }
    return String(content[content.index(content.startIndex, offsetBy: 7)..<close])
  }

  private mutating func environment(_ name: String) -> [String] {
    let end = "\\end{\(name)}"
    let last =
      openEnds.count < 64 && !openEnds.contains(name) ? lines[index...].firstIndex { $0.contains(end) } : nil
    guard let last else {
      openEnds.insert(name)
      notes.append(ImportNote(number, "\\begin{\(name)} has no \(end); the line is left out"))
      index += 1
      return []
    }
    defer { index = last + 1 }
    return Array(lines[index...last])
  }

  private static func aligned(_ body: [String]) -> [String] {
    body.count < 2 ? body : ["\\begin{aligned}"] + body.dropFirst().dropLast() + ["\\end{aligned}"]
  }
}
