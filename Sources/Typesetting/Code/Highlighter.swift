/// Colours the lines of a listing, one after the other; strings and comments may go on over line ends.
struct Highlighter {
  let language: CodeLanguage
  /// What the last line left open.
  private var open: Open?

  init(_ language: CodeLanguage) { self.language = language }

  mutating func line(_ text: String) -> StyledLine {
    let characters = Array(text)
    var result = StyledLine()
    var index = 0
    switch open {
    case .span(var span):
      index = close(&span, characters, from: 0)
      result.append(String(characters[..<index]), span.style)
      open = span.depth > 0 ? .span(span) : nil
      if span.depth > 0 { return result }
    case .document(let end, let isIndented):
      if text.drop(while: { isIndented && ($0 == " " || $0 == "\t") }) == end { open = nil }
      result.append(text, Style(.string))
      return result
    case .block(let indent):
      let isBlank = text.allSatisfy { $0 == " " }
      if isBlank || characters.prefix(while: { $0 == " " }).count > indent {
        result.append(text, Style(.string))
        return result
      }
      open = nil
    case nil: break
    }
    defer { if open == nil { open = opening(characters) } }
    while index < characters.count {
      let character = characters[index]
      let start = index
      if begins(characters, index, language.lineComment) {
        result.append(String(characters[index...]), Style(.comment))
        break
      }
      if let comment = language.blockComment, matches(characters, index, comment.open) {
        var span = Span(
          close: Array(comment.close), nested: language.nestsComments ? Array(comment.open) : nil,
          style: Style(.comment))
        index = close(&span, characters, from: start + comment.open.count)
        if span.depth > 0 { open = .span(span) }
        result.append(String(characters[start..<index]), Style(.comment))
        continue
      }
      if let (opening, quotation) = quotation(characters, index) {
        var span = Span(
          close: Array(quotation.mark), style: Style(.string), hasEscapes: quotation.hasEscapes,
          interpolation: language.interpolation)
        index = close(&span, characters, from: start + opening)
        if span.depth > 0, quotation.spansLines { open = .span(span) }
        let isKey = language.hasKeys && isFollowedByColon(characters, index)
        result.append(String(characters[start..<index]), Style(isKey ? .keyword : .string))
        continue
      }
      if character.isNumber || beginsFraction(characters, index) {
        index = number(characters, start)
        result.append(String(characters[start..<index]), Style(.number))
        continue
      }
      let hasPrefix = language.keywordPrefixes.contains(character)
      if character.isLetter || character == "_" || hasPrefix {
        index += 1
        while index < characters.count, isWord(characters[index], joinsDash: language.hasKeys) { index += 1 }
        let word = String(characters[start..<index])
        let isKey = language.hasKeys && isFollowedByColon(characters, index)
        let isKeyword = language.keywords.contains(word) || isKey || (hasPrefix && index > start + 1)
        result.append(word, Style(isKeyword ? .keyword : .code))
        continue
      }
      index += 1
      result.append(String(character), Style(.code))
    }
    return result
  }

  private func begins(_ characters: [Character], _ index: Int, _ marks: [String]) -> Bool {
    guard let mark = marks.first(where: { matches(characters, index, $0) }) else { return false }
    guard mark == "#", index > 0 else { return true }
    let before = characters[index - 1]
    // `$#` and `${x#prefix}` of a shell, `a#b` of YAML.
    if language.commentsBeginWords { return before.isWhitespace || ";&|()".contains(before) }
    return !isWord(before, joinsDash: true)
  }

  /// Whether a number begins with its point: `.5`, but not the field of `x.0` or `f().0`.
  private func beginsFraction(_ characters: [Character], _ index: Int) -> Bool {
    guard characters[index] == ".", index + 1 < characters.count, characters[index + 1].isNumber else {
      return false
    }
    guard index > 0 else { return true }
    let before = characters[index - 1]
    return !isWord(before, joinsDash: false) && !".)]}\"'".contains(before)
  }

  private func matches(_ characters: [Character], _ index: Int, _ mark: String) -> Bool {
    characters[index...].starts(with: mark)
  }

  private func isWord(_ character: Character, joinsDash: Bool) -> Bool {
    character.isLetter || character.isNumber || character == "_" || (joinsDash && character == "-")
  }

  private func isFollowedByColon(_ characters: [Character], _ index: Int) -> Bool {
    guard index < characters.count, characters[index] == ":" else { return false }
    return index + 1 == characters.count || characters[index + 1] == " "
      || !language.lineComment.contains("#")
  }

  private func number(_ characters: [Character], _ start: Int) -> Int {
    var index = start
    while index < characters.count {
      let character = characters[index]
      let isExponentSign =
        (character == "-" || character == "+") && index > start
        && (characters[index - 1] == "e" || characters[index - 1] == "E")
      // `1'000'000` in C++.
      let groups = character == "'" && index + 1 < characters.count && characters[index + 1].isNumber
      guard
        character.isLetter || character.isNumber || character == "_" || character == "." || isExponentSign
          || groups
      else { break }
      index += 1
    }
    return index
  }
}
