/// Names and words, which are read as they stand.
extension MathParser {
  /// The text of a braced argument, as it is.
  mutating func parseName() -> String {
    skipSpaces()
    guard token == .open else {
      report("a name in braces is missing")
      return ""
    }
    return parseText()
  }

  /// Words in braces, or one character; commands of symbols give their character.
  mutating func parseText() -> String {
    skipSpaces()
    guard token == .open else {
      guard case .character(let character) = token else {
        report("an argument is missing")
        return ""
      }
      index += 1
      return String(character)
    }
    let start = offset
    index += 1
    var open = 1
    var text = ""
    while let kind = token {
      index += 1
      switch kind {
      case .character(let character): text.append(character)
      case .command(let name): text += words(of: name)
      case .open: open += 1
      case .close:
        open -= 1
        if open == 0 { return text }
      case .space, .newline: text += " "
      case .subscript: text += "_"
      case .superscript: text += "^"
      case .alignment: text += "&"
      case .dollar: continue
      }
    }
    report("a { without its }", at: start)
    return text
  }

  private mutating func words(of name: String) -> String {
    if let space = MathCommands.spaces[name] { return space == 0 ? "" : " " }
    if let symbol = MathSymbolTable.command(name) { return symbol.unicode }
    if MathCommands.isIgnored(name) || MathCommands.textFonts.contains(name)
      || MathCommands.alphabets[name] != nil || MathCommands.switches[name] != nil
    {
      return ""
    }
    report("unknown command \\\(name)", at: tokens[index - 1].offset)
    return name
  }
}
