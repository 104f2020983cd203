/// Inline text: what Pandoc knows and we do not is rewritten, the rest is copied.
extension QuartoImporter {
  /// Rewrites text that begins on a line of the file.
  ///
  /// - Parameter isCell: whether it stands in a table, where no line may break.
  mutating func inline(_ text: String, line: Int, isCell: Bool = false, depth: Int = 0) -> String {
    guard text.utf8.contains(where: Self.isSpecial), depth < 16 else { return text }
    var scanner = InlineScanner(text, line: line)
    while let byte = scanner.peek {
      switch byte {
      case UInt8(ascii: "\\"): command(&scanner)
      case UInt8(ascii: "`"): code(&scanner)
      case UInt8(ascii: "$"): mathematics(&scanner)
      case UInt8(ascii: "["): bracket(&scanner, isCell: isCell, depth: depth)
      case UInt8(ascii: "!"):
        if scanner.peek(1) == UInt8(ascii: "["), image(&scanner, depth: depth) { continue }
        scanner.copy()
      case UInt8(ascii: "^"): raised(&scanner, depth: depth)
      case UInt8(ascii: "~"): lowered(&scanner)
      case UInt8(ascii: "@"): at(&scanner)
      case UInt8(ascii: "{"):
        if scanner.starts(with: "{{<") { shortcode(&scanner) } else { scanner.copy() }
      case UInt8(ascii: "<"): html(&scanner, isCell: isCell)
      case UInt8(ascii: "-"): dashes(&scanner)
      default: scanner.copy()
      }
    }
    return scanner.text
  }

  private static func isSpecial(_ byte: UInt8) -> Bool { "\\`$[!^~@{<-".utf8.contains(byte) }

  // MARK: - LaTeX

  private static let silentCommands: Set<String> = [
    "noindent", "newpage", "clearpage", "pagebreak", "bigskip", "medskip", "smallskip", "chapterminitoc",
    "vfill", "hfill", "centering", "par", "index",
  ]

  private static let textCommands: [String: (String, String)] = [
    "textbf": ("**", "**"), "emph": ("*", "*"), "textit": ("*", "*"), "texttt": ("`", "`"),
    "underline": ("", ""), "text": ("", ""), "textsc": ("", ""), "mbox": ("", ""),
  ]

  private mutating func command(_ scanner: inout InlineScanner) {
    let name = scanner.word(at: scanner.index + 1)
    if name.isEmpty {
      scanner.copy()
      if scanner.peek != nil { scanner.copy() }
      return
    }
    let line = scanner.line
    scanner.skip(1 + name.utf8.count)
    if name == "ldots" || name == "dots" { return scanner.append("…") }
    var arguments: [String] = []
    while let next = scanner.peek, next == UInt8(ascii: "{") || next == UInt8(ascii: "[") {
      guard let argument = scanner.balanced() else { break }
      if next == UInt8(ascii: "{") { arguments.append(argument) }
    }
    if let (open, close) = Self.textCommands[name], let argument = arguments.last {
      return scanner.append(open + inline(argument, line: line, depth: 1) + close)
    }
    switch name {
    case "index": note("index entries, \\index{…}", at: line)
    case "ref", "cref", "Cref", "autoref", "eqref", "pageref":
      let id = arguments.first ?? ""
      let name = reference(id, line: line, after: scanner.last)
      // The sentence says already what kind of thing it is.
      let quoted = name.firstIndex(of: "“").map { (name.contains("](#") ? "[" : "") + name[$0...] }
      scanner.append(quoted ?? name)
    case "href" where arguments.count > 1: scanner.append("[\(arguments[1])](\(arguments[0]))")
    case "url" where !arguments.isEmpty: scanner.append("<\(arguments[0])>")
    case "cite", "citep", "citet":
      let keys = (arguments.first ?? "").split(separator: ",").map { String($0).trimmed }
      scanner.append(citation(keys))
    case "label": note("LaTeX labels, \\label{…}", at: line)
    default:
      if Self.silentCommands.contains(name) {
        note("LaTeX for the printed page, \\\(name)", at: line)
      } else {
        notes.append(
          ImportNote(
            line, "the LaTeX command \\\(name)\(arguments.map { "{\($0.prefix(40))}" }.joined()) is left out")
        )
      }
    }
    scanner.dropDoubleSpace()
  }

  // MARK: - Code and mathematics

  private mutating func code(_ scanner: inout InlineScanner) {
    let run = scanner.run(of: UInt8(ascii: "`"))
    guard let end = scanner.closing(run, of: UInt8(ascii: "`")) else { return scanner.copy(run) }
    let line = scanner.line
    let literal = scanner.slice(scanner.index + run, end)
    if run == 1, literal.hasPrefix("{"), let close = literal.firstIndex(of: "}"),
      let next = literal[close...].dropFirst().first,
      next == " "
    {
      let language = String(literal[literal.index(after: literal.startIndex)..<close])
      if language.allSatisfy({ $0.isLetter || $0.isNumber }) {
        scanner.skip(to: end + run)
        let expression = String(literal[close...].dropFirst()).trimmed
        if language == "python", let value = python.text(expression) {
          note(
            "the program behind a value, which is typed as a number; write a {calc} cell to make it live",
            at: line)
          return scanner.append(value)
        }
        notes.append(
          ImportNote(
            line,
            "the value of `{\(language)} \(expression)` is not known; the expression stands in its place"))
        return scanner.append(expression.contains("`") ? "`` \(expression) ``" : "`\(expression)`")
      }
    }
    scanner.copy(end + run - scanner.index)
    if scanner.peek == UInt8(ascii: "{"), !scanner.starts(with: "{{"), scanner.attributes() != nil {}
  }

  private func mathematics(_ scanner: inout InlineScanner) {
    if let end = scanner.endOfMathematics() { scanner.copy(end - scanner.index) } else { scanner.copy() }
  }

  private static let superscripts = Dictionary(
    uniqueKeysWithValues: zip("0123456789+-n()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ⁽⁾"))
  private static let subscripts = Dictionary(
    uniqueKeysWithValues: zip("0123456789+-()x", "₀₁₂₃₄₅₆₇₈₉₊₋₍₎ₓ"))

  static func small(_ text: String, raised: Bool) -> String {
    let table = raised ? superscripts : subscripts
    let letters = text.map { table[$0] }
    if letters.allSatisfy({ $0 != nil }) { return String(letters.compactMap(\.self)) }
    return "$" + (raised ? "^" : "_") + "{\\text{\(text)}}$"
  }

  /// `^[note]` and `x^2^`.
  private mutating func raised(_ scanner: inout InlineScanner, depth: Int) {
    if scanner.peek(1) == UInt8(ascii: "[") {
      let line = scanner.line
      scanner.skip(1)
      guard let body = scanner.balanced() else { return scanner.append("^") }
      let label = unique("note-\(footnotes.count + 1)", among: &usedLabels)
      let place = footnotes.count
      footnotes.append((label, ""))
      footnotes[place].text = inline(body, line: line, depth: depth + 1)
      return scanner.append("[^\(label)]")
    }
    guard let body = scanner.between(UInt8(ascii: "^")) else { return scanner.copy() }
    scanner.append(Self.small(body, raised: true))
  }

  private func lowered(_ scanner: inout InlineScanner) {
    let run = scanner.run(of: UInt8(ascii: "~"))
    guard run == 1 else { return scanner.copy(run) }
    guard let body = scanner.between(UInt8(ascii: "~")) else { return scanner.append("\\~", skipping: 1) }
    scanner.append(Self.small(body, raised: false))
  }

  private func dashes(_ scanner: inout InlineScanner) {
    let run = scanner.run(of: UInt8(ascii: "-"))
    let startsLine = scanner.isAtLineStart
    if run == 3, !startsLine { return scanner.append("—", skipping: 3) }
    if run == 2, !startsLine { return scanner.append("–", skipping: 2) }
    scanner.copy(run)
  }

  // MARK: - References and citations

  /// Kinds of Quarto's references that we do not number.
  private static let otherKinds: [String: String] = [
    "lst": "listing", "thm": "theorem", "lem": "lemma", "cor": "corollary", "prp": "proposition",
    "def": "definition", "exm": "example", "exr": "exercise", "nte": "note", "tip": "tip", "wrn": "warning",
    "imp": "notice", "cau": "caution", "alg": "algorithm", "chk": "checkpoint", "sec": "section",
    "fig": "figure",
    "tbl": "table", "eq": "equation", "pri": "principle", "vid": "video", "tab": "table",
  ]
  private static let ours: Set<String> = ["sec", "fig", "tbl", "eq", "def"]

  /// The kind of a reference; nil for the key of a citation.
  private static func kind(of id: String) -> String? {
    guard let hyphen = id.firstIndex(of: "-") else { return nil }
    let kind = id[..<hyphen].lowercased()
    return otherKinds[kind] == nil || id.index(after: hyphen) == id.endIndex ? nil : kind
  }

  /// A reference as ours, or as words where nothing in the book has the id.
  ///
  /// - Parameter after: the byte before it.
  private mutating func reference(_ written: String, line: Int, after: UInt8?) -> String {
    guard let kind = Self.kind(of: written) else {
      notes.append(
        ImportNote(
          line, "the reference to `\(written)` leads to nothing that is known; its name stands there"))
      return "`\(written)`"
    }
    let own = kind + written.dropFirst(kind.count)
    let id = parts[own] ?? own
    guard let known else { return "" }
    if Self.ours.contains(kind), known.contains(id) {
      let isPlain = after.map { " \n\t([".utf8.contains($0) } ?? true
      return isPlain ? "@\(id)" : "[@\(id)]"
    }
    let name = Self.otherKinds[kind] ?? kind
    let words = "\(name) “\(Self.words(id.dropFirst(kind.count + 1)))”"
    if known.contains(id) { return "the [\(words)](#\(id))" }
    notes.append(
      ImportNote(line, "`@\(written)` refers to a \(name) that is not in the book; it is kept as words"))
    return "the " + words
  }

  /// `neural computation` of `neural-computation-5d0c`.
  private static func words(_ id: Substring) -> String {
    var parts = id.split(whereSeparator: { $0 == "-" || $0 == "_" }).map(String.init)
    if parts.count > 1, let last = parts.last, last.count == 4, last.allSatisfy(\.isHexDigit) {
      parts.removeLast()
    }
    return parts.joined(separator: " ")
  }

  private mutating func citation(_ keys: [String]) -> String {
    for key in keys where !citations.contains(key) { citations.append(key) }
    return "[" + keys.map { "@\($0)" }.joined(separator: "; ") + "]"
  }

  /// `@fig-id` or a citation in the sentence.
  private mutating func at(_ scanner: inout InlineScanner) {
    if let last = scanner.last,
      InlineScanner.isWord(last) || last == UInt8(ascii: "/") || last == UInt8(ascii: "\\")
    {
      return scanner.copy()
    }
    guard let (key, length) = scanner.key(at: scanner.index) else { return scanner.copy() }
    let line = scanner.line
    let after = scanner.last
    scanner.skip(length)
    if Self.kind(of: key) != nil { return scanner.append(reference(key, line: line, after: after)) }
    scanner.append(citation([key]))
  }

  // MARK: - Brackets

  private mutating func bracket(_ scanner: inout InlineScanner, isCell: Bool, depth: Int) {
    let line = scanner.line
    let start = scanner.index
    guard let body = scanner.balanced() else { return scanner.copy() }
    if body.hasPrefix("^") {
      let label = body.dropFirst().lowercased()
      if undefinedFootnotes.contains(label), scanner.peek != UInt8(ascii: ":") {
        notes.append(ImportNote(line, "the footnote `[^\(label)]` is defined nowhere; its mark is left out"))
        return
      }
      // Before a parenthesis it would be a link.
      if scanner.peek == UInt8(ascii: "("), !body.contains("]") { return scanner.append("[\(body)] ") }
      scanner.index = start
      return scanner.copy()
    }
    if let cited = citations(in: body, line: line, after: scanner.last, depth: depth) {
      return scanner.append(cited)
    }
    switch scanner.peek {
    case UInt8(ascii: "("):
      if let target = scanner.balanced(UInt8(ascii: "("), UInt8(ascii: ")")) {
        _ = scanner.peek == UInt8(ascii: "{") && !scanner.starts(with: "{{") ? scanner.attributes() : nil
        let words = inline(body, line: line, depth: depth + 1)
        return scanner.append(link(words, to: target, line: line))
      }
    case UInt8(ascii: "{") where !scanner.starts(with: "{{"):
      if let attributes = scanner.attributes() {
        if attributes.id != nil { note("ids of words, [words]{#id}", at: line) }
        return scanner.append(inline(body, line: line, depth: depth + 1))
      }
    default: break
    }
    // Task boxes, link references and plain brackets stay.
    scanner.index = start
    scanner.copy()
  }

  private mutating func link(_ words: String, to target: String, line: Int) -> String {
    let address = target.trimmed.prefix { !$0.isWhitespace }
    if address.contains("://") || address.hasPrefix("mailto:") { return "[\(words)](\(target))" }
    if address.hasPrefix("#"), known?.contains(String(address.dropFirst())) != false {
      return "[\(words)](\(target))"
    }
    notes.append(ImportNote(line, "the link to `\(address)` leads to nothing in the book; its words stay"))
    return words
  }

  /// `[@a; see @b, p. 3; -@c]`; nil for brackets without a citation.
  private mutating func citations(in body: String, line: Int, after: UInt8?, depth: Int) -> String? {
    guard body.contains("@") else { return nil }
    let items = body.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    var found: [(before: String, key: String, after: String)] = []
    for item in items {
      guard let sign = InlineScanner.citationSign(in: item) else { return nil }
      let bytes = Array(item.utf8)
      var before = String(decoding: bytes[..<sign], as: UTF8.self)
      if before.hasSuffix("-") { before.removeLast() }
      guard let (key, length) = InlineScanner(item, line: line).key(at: sign) else { return nil }
      found.append((before.trimmed, key, String(decoding: bytes[(sign + length)...], as: UTF8.self)))
    }
    if found.allSatisfy({ $0.before.isEmpty && $0.after.trimmed.isEmpty && Self.kind(of: $0.key) == nil }) {
      return citation(found.map(\.key))
    }
    let parts = found.map { item -> String in
      let name =
        Self.kind(of: item.key) == nil
        ? citation([item.key]) : reference(item.key, line: line, after: item.before.isEmpty ? after : nil)
      let before = item.before.isEmpty ? "" : inline(item.before, line: line, depth: depth + 1) + " "
      return before + name + inline(item.after.trimmedEnd, line: line, depth: depth + 1)
    }
    let isOnlyReferences = found.allSatisfy { $0.before.isEmpty && $0.after.trimmed.isEmpty }
    return isOnlyReferences ? parts.joined(separator: ", ") : "(\(parts.joined(separator: "; ")))"
  }

  /// An image in a line, as its words.
  private mutating func image(_ scanner: inout InlineScanner, depth: Int) -> Bool {
    let line = scanner.line
    let start = scanner.index
    scanner.skip(1)
    guard let words = scanner.balanced(), scanner.peek == UInt8(ascii: "("),
      let source = scanner.balanced(UInt8(ascii: "("), UInt8(ascii: ")"))
    else {
      scanner.index = start
      return false
    }
    let attributes =
      scanner.peek == UInt8(ascii: "{") && !scanner.starts(with: "{{") ? scanner.attributes() : nil
    let alternative = attributes?.values["fig-alt"] ?? attributes?.values["alt"] ?? words
    notes.append(ImportNote(line, "the image `\(source.trimmedWord)` is kept as its text alternative"))
    scanner.append(
      "[image: \(alternative.isEmpty ? source : inline(alternative, line: line, depth: depth + 1))]")
    return true
  }

  // MARK: - Shortcodes and HTML

  private mutating func shortcode(_ scanner: inout InlineScanner) {
    guard let end = scanner.find(">}}") else { return scanner.copy() }
    let line = scanner.line
    let words = InlineScanner.words(scanner.slice(scanner.index + 3, end))
    scanner.skip(to: end + 3)
    scanner.append(text(ofShortcode: words, line: line))
  }

  mutating func text(ofShortcode words: [String], line: Int) -> String {
    let name = words.first ?? ""
    let arguments = words.dropFirst().filter { !$0.contains("=") || $0.contains("://") }
    if name.contains("video"), let address = arguments.first,
      address.hasPrefix("https://") || address.hasPrefix("http://")
    {
      let title = arguments.dropFirst().joined(separator: ", ")
      notes.append(ImportNote(line, "the video \(address) is kept as a link"))
      return "[Video: \(title.isEmpty ? address : title)](\(address))"
    }
    notes.append(ImportNote(line, "the shortcode {{< \(words.joined(separator: " ")) >}} is left out"))
    return ""
  }

  private mutating func html(_ scanner: inout InlineScanner, isCell: Bool) {
    guard let tag = scanner.tag() else { return scanner.copy() }
    let line = scanner.line
    let length = tag.length
    switch tag.name {
    case "br": scanner.append(isCell ? " " : "\\\n", skipping: length)
    case "sup", "sub":
      if let close = scanner.find("</\(tag.name)>") {
        let body = scanner.slice(scanner.index + length, close)
        scanner.skip(to: close + tag.name.utf8.count + 3)
        return scanner.append(Self.small(body, raised: tag.name == "sup"))
      }
      scanner.skip(length)
    case "": scanner.copy(length)
    default:
      note("the HTML tag <\(tag.name)>", at: line)
      scanner.skip(length)
    }
  }
}
