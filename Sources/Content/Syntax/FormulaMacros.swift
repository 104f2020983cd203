/// Commands that a file defines for its formulas, as LaTeX does: `\newcommand{\R}{\mathbb{R}}`.
struct FormulaMacros: Sendable {
  /// How many definitions one file may have, and how long one may be, in characters.
  static let limit = 500
  static let lengthLimit = 500

  private var texts: [String: String] = [:]
  private var order: [String] = []

  var isEmpty: Bool { order.isEmpty }

  /// Takes the definitions that `tex` begins with, and returns what follows them.
  mutating func take(from tex: String) -> String {
    let (definitions, rest) = Self.split(tex)
    for definition in definitions where order.count < Self.limit {
      if texts.updateValue(definition.text, forKey: definition.name) == nil { order.append(definition.name) }
    }
    return rest
  }

  /// `tex` behind the definitions of the commands that it uses, and of those that they use.
  func applied(to tex: String) -> String {
    guard !isEmpty, tex.contains("\\") else { return tex }
    var used = Self.commands(in: tex).intersection(order)
    var pending = used
    while let name = pending.popFirst() {
      let more = Self.commands(in: texts[name] ?? "").intersection(order).subtracting(used)
      used.formUnion(more)
      pending.formUnion(more)
    }
    guard !used.isEmpty else { return tex }
    return order.filter(used.contains).compactMap { texts[$0] }.joined() + " " + tex
  }

  /// A formula without the definitions before it.
  static func body(of tex: String) -> String { split(tex).rest }

  /// Whether a line begins with a definition, in dollar signs or without.
  static func begins(_ line: ArraySlice<UInt8>) -> Bool {
    let text = line.drop { $0 == UInt8(ascii: "$") || $0 == UInt8(ascii: " ") }
    return starts.contains { text.starts(with: $0) }
  }

  private static let names = [
    "\\newcommand", "\\renewcommand", "\\providecommand", "\\DeclareMathOperator", "\\def", "\\gdef",
  ]
  private static let starts = names.map { Array($0.utf8) }

  private static func split(_ tex: String) -> (definitions: [(name: String, text: String)], rest: String) {
    var definitions: [(name: String, text: String)] = []
    var rest = skipped(tex[...])
    while let command = names.first(where: rest.hasPrefix), let found = definition(rest, after: command) {
      definitions.append((found.name, String(rest[..<found.end])))
      rest = skipped(rest[found.end...])
    }
    return (definitions, definitions.isEmpty ? tex : String(rest))
  }

  /// `text` behind blanks and comments.
  private static func skipped(_ text: Substring) -> Substring {
    var rest = text.drop(while: \.isWhitespace)
    while rest.first == "%" { rest = rest.drop { $0 != "\n" }.drop(while: \.isWhitespace) }
    return rest
  }

  /// The name that is defined at the start of `text`, and where the definition ends.
  private static func definition(_ text: Substring, after command: String) -> (
    name: String, end: String.Index
  )? {
    var rest = text.dropFirst(command.count)
    guard rest.first.map({ !$0.isLetter }) == true else { return nil }
    if rest.first == "*" { rest = rest.dropFirst() }
    rest = rest.drop(while: \.isWhitespace)
    var name = ""
    if rest.first == "{", let end = closing(rest) {
      name = rest[..<end].dropFirst().filter { !$0.isWhitespace }
      rest = rest[rest.index(after: end)...]
    } else if rest.first == "\\" {
      let letters = rest.dropFirst().prefix { $0.isLetter && $0.isASCII }
      name = "\\" + (letters.isEmpty ? rest.dropFirst().prefix(1) : letters)
      rest = rest.dropFirst(name.count)
    }
    guard name.hasPrefix("\\"), name.count > 1 else { return nil }
    rest = rest.drop { $0 != "{" && $0 != "\n" }
    guard rest.first == "{", let end = closing(rest) else { return nil }
    let after = text.index(after: end)
    guard text.distance(from: text.startIndex, to: after) <= lengthLimit else { return nil }
    return (String(name.dropFirst()), after)
  }

  /// The brace that closes the one at the start of `text`.
  private static func closing(_ text: Substring) -> String.Index? {
    var depth = 0
    var isEscaped = false
    for index in text.indices {
      if !isEscaped, text[index] == "{" { depth += 1 }
      if !isEscaped, text[index] == "}" { depth -= 1 }
      if depth == 0 { return index }
      isEscaped = !isEscaped && text[index] == "\\"
    }
    return nil
  }

  private static func commands(in tex: String) -> Set<String> {
    var result: Set<String> = []
    for part in tex.split(separator: "\\", omittingEmptySubsequences: false).dropFirst() {
      let letters = part.prefix { $0.isLetter && $0.isASCII }
      result.insert(String(letters.isEmpty ? part.prefix(1) : letters))
    }
    return result
  }
}
