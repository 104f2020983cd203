import Terminal

@testable import TextbookUI

extension Session {
  /// Presses keys written as text: characters stand for themselves, `<Enter>`, `<Tab>`, `<C-o>` for others.
  @discardableResult
  mutating func press(_ keys: String) -> [Effect] {
    var effects: [Effect] = []
    for key in Key.keys(keys) { effects += perform(request(for: key)) }
    return effects
  }

  /// The screen as text, without trailing spaces.
  var screen: String { frame.plainText(columns: state.size.columns) }
}

extension Key {
  private static let names: [String: Key] = [
    "Enter": .enter, "Esc": .escape, "Tab": .tab, "S-Tab": .backTab, "BS": .backspace, "Del": .delete,
    "Up": .up, "Down": .down, "Left": .left, "Right": .right, "PgUp": .pageUp, "PgDn": .pageDown,
    "Home": .home, "End": .end,
  ]

  static func keys(_ text: String) -> [Key] {
    var keys: [Key] = []
    var rest = text[...]
    while let character = rest.popFirst() {
      guard character == "<", let end = rest.firstIndex(of: ">") else {
        keys.append(.character(character))
        continue
      }
      let name = String(rest[..<end])
      if let key = names[name] {
        keys.append(key)
      } else if name.hasPrefix("C-"), name.count == 3, let letter = name.last {
        keys.append(.control(letter))
      } else {
        keys.append(.character(character))
        continue
      }
      rest = rest[rest.index(after: end)...]
    }
    return keys
  }
}
