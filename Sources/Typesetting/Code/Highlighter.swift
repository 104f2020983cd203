/// Colours the lines of a listing, one after the other; strings and comments may go on over line ends.
struct Highlighter {
  let language: CodeLanguage
  /// What closes the string or comment that the last line left open.
  private var open: (close: [Character], style: Style, hasEscapes: Bool)?

  init(_ language: CodeLanguage) { self.language = language }

  mutating func line(_ text: String) -> StyledLine {
    let characters = Array(text)
    var result = StyledLine()
    var index = 0
    if let open {
      index = close(open.close, open.hasEscapes, characters, from: 0)
      result.append(String(characters[..<index]), open.style)
      if index == characters.count && !ends(characters, with: open.close, at: index) { return result }
      self.open = nil
    }
    while index < characters.count {
      let character = characters[index]
      let start = index
      if begins(characters, index, language.lineComment) {
        result.append(String(characters[index...]), Style(.comment))
        break
      }
      if let comment = language.blockComment, matches(characters, index, comment.open) {
        index = delimited(
          characters, start, comment.open.count, Array(comment.close), Style(.comment), false, true)
        result.append(String(characters[start..<index]), Style(.comment))
        continue
      }
      if let quotation = language.strings.first(where: { matches(characters, index, $0.mark) }) {
        index = delimited(
          characters, start, quotation.mark.count, Array(quotation.mark), Style(.string),
          quotation.hasEscapes,
          quotation.spansLines)
        let isKey = language.hasKeys && isFollowedByColon(characters, index)
        result.append(String(characters[start..<index]), Style(isKey ? .keyword : .string))
        continue
      }
      if character.isNumber {
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

  /// The end of a string or comment that opens at `start`; remembers it when it goes on in the next line.
  private mutating func delimited(
    _ characters: [Character], _ start: Int, _ length: Int, _ mark: [Character], _ style: Style,
    _ hasEscapes: Bool, _ spansLines: Bool
  ) -> Int {
    let end = close(mark, hasEscapes, characters, from: start + length)
    let isClosed = end >= start + length + mark.count && ends(characters, with: mark, at: end)
    if !isClosed && spansLines { open = (mark, style, hasEscapes) }
    return end
  }

  /// The index behind the closing mark, or the end of the line.
  private func close(_ mark: [Character], _ hasEscapes: Bool, _ characters: [Character], from: Int) -> Int {
    var index = min(from, characters.count)
    while index < characters.count {
      if hasEscapes && characters[index] == "\\" {
        index += 2
        continue
      }
      if characters[index...].starts(with: mark) { return index + mark.count }
      index += 1
    }
    return characters.count
  }

  private func ends(_ characters: [Character], with mark: [Character], at end: Int) -> Bool {
    end >= mark.count && characters[(end - mark.count)..<end].elementsEqual(mark)
  }

  private func begins(_ characters: [Character], _ index: Int, _ marks: [String]) -> Bool {
    guard let mark = marks.first(where: { matches(characters, index, $0) }) else { return false }
    // In shell and YAML a hash inside a word is no comment.
    return mark != "#" || index == 0 || !isWord(characters[index - 1], joinsDash: true)
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
