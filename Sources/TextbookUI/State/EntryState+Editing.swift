import Typesetting

extension EntryState {
  /// The longest text that can be typed.
  static let capacity = 400

  init(_ text: String) { self.init(text: text, cursor: text.count) }

  /// - Returns: whether there was room for it.
  @discardableResult
  mutating func insert(_ character: Character, capacity: Int = capacity) -> Bool {
    if givesWay { eraseAll() }
    guard text.count < capacity else { return false }
    text.insert(character, at: index)
    cursor += 1
    return true
  }

  /// - Returns: whether there was room for all of it.
  @discardableResult
  mutating func insert(_ pasted: String, capacity: Int = capacity) -> Bool {
    if givesWay { eraseAll() }
    let before = text.count
    let part = pasted.prefix(max(0, capacity - before))
    text.insert(contentsOf: part, at: index)
    cursor = max(cursor, 0) + text.count - before
    return part.endIndex == pasted.endIndex
  }

  mutating func eraseBackward() {
    givesWay = false
    guard cursor > 0, !text.isEmpty else { return }
    cursor = min(cursor, text.count) - 1
    text.remove(at: index)
  }

  mutating func eraseForward() {
    givesWay = false
    guard cursor < text.count else { return }
    text.remove(at: index)
  }

  mutating func eraseAll() { self = EntryState() }

  mutating func move(by characters: Int) {
    givesWay = false
    cursor = min(max(cursor + characters, 0), text.count)
  }

  private var index: String.Index {
    text.index(text.startIndex, offsetBy: max(cursor, 0), limitedBy: text.endIndex) ?? text.endIndex
  }
}
