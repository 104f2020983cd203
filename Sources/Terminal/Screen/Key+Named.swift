extension Key {
  private static let named: [String: Key] = [
    "space": .character(" "), "enter": .enter, "return": .enter, "esc": .escape, "escape": .escape,
    "tab": .tab,
    "shift-tab": .backTab, "backspace": .backspace, "del": .delete, "delete": .delete, "↑": .up, "up": .up,
    "↓": .down, "down": .down, "←": .left, "left": .left, "→": .right, "right": .right,
    "shift-←": .shiftLeft, "shift-left": .shiftLeft, "shift-→": .shiftRight, "shift-right": .shiftRight,
    "pgup": .pageUp, "pageup": .pageUp, "pgdn": .pageDown, "pagedown": .pageDown, "home": .home, "end": .end,
  ]

  /// The key that is called so in help texts (`j`, `Ctrl-L`, `PgDn`), also as `C-l`, `Up`, `F5`, `Alt-x`; nil for
  /// another text.
  public init?(named name: String) {
    let folded = name.lowercased()
    if let key = Self.named[folded] {
      self = key
      return
    }
    if name.count == 1, let scalar = name.unicodeScalars.first, scalar.value < 0x20 || scalar.value == 0x7F {
      // Escape, written out, is the key of that name; other control characters are better said as Ctrl-x.
      guard scalar.value == 0x1B else { return nil }
      self = .escape
      return
    }
    if name.count == 1, let character = name.first {
      self = .character(character)
      return
    }
    if folded.first == "f", let number = Int(folded.dropFirst()), (1...63).contains(number) {
      self = .function(number)
      return
    }
    for (prefix, isControl) in [("ctrl-", true), ("c-", true), ("alt-", false), ("m-", false)]
    where folded.hasPrefix(prefix) {
      let rest = name.dropFirst(prefix.count)
      let letter = rest.lowercased() == "space" ? " " : rest.count == 1 ? rest.first : nil
      guard let letter else { return nil }
      // A terminal sends Tab and Enter for these two.
      if isControl, let lower = letter.lowercased().first {
        self = lower == "i" ? .tab : lower == "m" ? .enter : .control(lower)
      } else {
        self = .alt(letter)
      }
      return
    }
    return nil
  }
}
