/// Strings, comments and documents, which may go on over line ends.
extension Highlighter {
  /// What a line leaves open for the next.
  enum Open {
    case span(Span)
    /// A here-document up to the line that ends it, which may be indented by tabs.
    case document(end: String, isIndented: Bool)
    /// A block of text in YAML: lines that are indented further than so many columns.
    case block(indent: Int)
  }

  /// A string or a comment.
  struct Span {
    var close: [Character]
    /// What opens another within it, where they nest.
    var nested: [Character]?
    var style: Style
    var hasEscapes = false
    /// What begins code within a string, which ends with the parenthesis that closes it.
    var interpolation: [Character]?
    /// How many are open.
    var depth = 1
  }

  /// The index behind the mark that closes the span, whose depth is then 0, or the end of the line.
  func close(_ span: inout Span, _ characters: [Character], from start: Int) -> Int {
    var index = min(start, characters.count)
    while index < characters.count {
      let rest = characters[index...]
      if let mark = span.interpolation, rest.starts(with: mark) {
        index = endOfCode(characters, from: index + mark.count)
      } else if span.hasEscapes && characters[index] == "\\" {
        index += 2
      } else if let nested = span.nested, rest.starts(with: nested) {
        span.depth += 1
        index += nested.count
      } else if rest.starts(with: span.close) {
        span.depth -= 1
        index += span.close.count
        if span.depth == 0 { return index }
      } else {
        index += 1
      }
    }
    return characters.count
  }

  /// Behind the parenthesis that closes the code in a string; strings in that code have quotes of their own. Where
  /// none closes it, what follows is the string.
  private func endOfCode(_ characters: [Character], from start: Int) -> Int {
    var depth = 1
    var isString = false
    var index = start
    while index < characters.count {
      switch characters[index] {
      case "\\" where isString: index += 1
      case "\"": isString.toggle()
      case "(" where !isString: depth += 1
      case ")" where !isString: depth -= 1
      default: break
      }
      index += 1
      if depth == 0 { return index }
    }
    return start
  }

  /// The string that begins at `index`, and how long its opening mark is. In Swift hashes around the quotes make a
  /// backslash a character like others.
  func quotation(_ characters: [Character], _ index: Int) -> (
    opening: Int, quotation: CodeLanguage.Quotation
  )? {
    var hashes = 0
    if language.hasRawStrings {
      hashes = characters[index...].prefix { $0 == "#" }.count
    }
    guard let found = language.strings.first(where: { characters[(index + hashes)...].starts(with: $0.mark) })
    else { return nil }
    guard hashes > 0 else { return (found.mark.count, found) }
    let mark = found.mark + String(repeating: "#", count: hashes)
    return (
      mark.count, CodeLanguage.Quotation(mark: mark, hasEscapes: false, spansLines: found.spansLines)
    )
  }

  /// What a whole line opens: a here-document of a shell, a block of text in YAML.
  func opening(_ characters: [Character]) -> Open? {
    if language.hasDocuments { return document(characters) }
    if language.hasBlocks { return block(characters) }
    return nil
  }

  /// `<<EOF`, `<<-EOF`, `<<'EOF'`, but not `<<<` or a shift in arithmetic.
  private func document(_ characters: [Character]) -> Open? {
    var index = 0
    while index + 2 < characters.count {
      guard characters[index] == "<", characters[index + 1] == "<" else {
        if characters[index] == "#", index == 0 || characters[index - 1] == " " { return nil }
        index += 1
        continue
      }
      if characters[index + 2] == "<" {
        index += 3
        continue
      }
      var rest = characters[(index + 2)...]
      let isIndented = rest.first == "-"
      if isIndented { rest = rest.dropFirst() }
      rest = rest.drop { $0 == " " }
      rest = rest.drop { $0 == "'" || $0 == "\"" || $0 == "\\" }
      let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      if let first = word.first, !first.isNumber {
        return .document(end: String(word), isIndented: isIndented)
      }
      index += 2
    }
    return nil
  }

  /// A value of `|` or `>`, with or without signs for its line ends.
  private func block(_ characters: [Character]) -> Open? {
    var words = String(characters)
    if let comment = words.firstRange(of: " #") { words = String(words[..<comment.lowerBound]) }
    while words.last == " " { words.removeLast() }
    guard let mark = words.split(separator: " ").last, let sign = mark.first, sign == "|" || sign == ">",
      mark.dropFirst().allSatisfy({ "+-123456789".contains($0) })
    else { return nil }
    let before = words.dropLast(mark.count).drop { $0 == " " }
    guard before.contains(":") || before.hasPrefix("-") else { return nil }
    return .block(indent: characters.prefix { $0 == " " }.count)
  }
}
