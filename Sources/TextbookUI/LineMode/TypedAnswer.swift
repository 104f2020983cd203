import Content
import Learning

/// Reads what was typed as an answer: letters, numbers or words, as they come.
struct TypedAnswer {
  let question: Question
  /// The author's indices in the order of showing.
  let order: [Int]

  /// What the prompt asks for.
  var prompt: String {
    switch question.body {
    case .choice: "Answer, a letter"
    case .multiple: "Answer, letters as in a c, or none"
    case .trueFalse: "Answer, true or false"
    case .numeric: "Answer, a number"
    case .fill(let gaps): gaps.count == 1 ? "Answer" : "Answer, \(gaps.count) words with ; between them"
    case .order(let items): "Answer, the numbers in the right order, as in \(example(items.count))"
    case .match: "Answer, a letter for each number, as in 1b 2a"
    case .short: "Answer, in your words"
    }
  }

  /// The answer; nil where the text is none, with what was expected.
  func read(_ text: String, options: [String]) -> Result<Answer, Misread> {
    switch question.body {
    case .choice:
      if let index = option(named: text, options) { return .success(.options([order[index]])) }
      return expected("one letter from a to \(letter(order.count - 1))")
    case .multiple:
      if ["none", "0", "-"].contains(text.lowercased()) { return .success(.options([])) }
      if text.count > 1, let index = option(named: text, options),
        order.count > 9 || !text.allSatisfy(\.isNumber)
      {
        return .success(.options([order[index]]))
      }
      let places = tokens(text).map { option(named: $0, []) }
      if !places.isEmpty, places.allSatisfy({ $0 != nil }) {
        return .success(.options(places.compactMap(\.self).map { order[$0] }.sorted()))
      }
      return expected("letters from a to \(letter(order.count - 1)), or none")
    case .trueFalse:
      switch text.lowercased() {
      case "t", "true", "yes", "y", "a", "1": return .success(.truth(true))
      case "f", "false", "no", "n", "b", "2": return .success(.truth(false))
      default: return expected("true or false")
      }
    case .numeric: return text.isEmpty ? expected("a number, with its unit") : .success(.text([text]))
    case .fill(let gaps):
      let parts = gaps.count == 1 ? [text] : text.split(separator: ";").map { String($0).trimmed }
      guard parts.count == gaps.count, !parts.contains("") else {
        return expected(gaps.count == 1 ? "a word" : "\(gaps.count) words with ; between them")
      }
      return .success(.text(parts))
    case .order(let items):
      let places = tokens(text).map { option(named: $0, []) }
      guard places.count == items.count, Set(places.compactMap(\.self)).count == items.count else {
        return expected("each number from 1 to \(items.count) once")
      }
      return .success(.order(places.compactMap(\.self).map { order[$0] }))
    case .match(let pairs): return readMatch(text, count: pairs.count)
    case .short: return text.isEmpty ? expected("a sentence") : .success(.rubric(text: text, points: []))
    }
  }

  /// What was expected in the place of what was typed.
  struct Misread: Error, Hashable { var message: String }

  private func expected(_ what: String) -> Result<Answer, Misread> {
    .failure(Misread(message: "Expected \(what)."))
  }

  /// `1b 2a 3c`, or `b a c`.
  private func readMatch(_ text: String, count: Int) -> Result<Answer, Misread> {
    var rights = Array(repeating: -1, count: count)
    let letters = text.lowercased().filter { $0.isLetter || $0.isNumber }
    let hasNumbers = letters.contains(where: \.isNumber)
    var left: Int?
    var next = 0
    for character in letters {
      if let number = character.wholeNumberValue {
        left = number - 1
        continue
      }
      guard let place = place(of: character), order.indices.contains(place) else { left = -1; break }
      let index = hasNumbers ? left ?? -1 : next
      guard rights.indices.contains(index), rights[index] == -1 else { left = -1; break }
      rights[index] = order[place]
      next += 1
    }
    guard left != -1, next == count else {
      return expected("a letter for each of \(count) numbers, as in 1b 2a")
    }
    return .success(.match(rights))
  }

  /// The place of an option by its letter, its number or its text.
  private func option(named name: String, _ options: [String]) -> Int? {
    let name = name.lowercased().filter { $0 != "." && $0 != ")" }.trimmed
    if let number = Int(name), order.indices.contains(number - 1) { return number - 1 }
    if name.count == 1, let letter = name.first, let place = place(of: letter), order.indices.contains(place)
    {
      return place
    }
    return options.firstIndex { $0.lowercased().filter { $0 != "." && $0 != ")" } == name }
  }

  private func place(of letter: Character) -> Int? {
    guard let value = letter.asciiValue, (97...122).contains(value) else { return nil }
    return Int(value) - 97
  }

  private func letter(_ place: Int) -> String { Self.letter(max(0, place)) }

  static func letter(_ place: Int) -> String {
    place < 26 ? String(UnicodeScalar(UInt8(97 + place))) : String(place + 1)
  }

  /// The parts of `a, c`, `a c` and `ac`; numbers stay whole where something stands between them.
  private func tokens(_ text: String) -> [String] {
    let parts = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    if parts.count == 1, let only = parts.first, only.count > 1 { return only.map(String.init) }
    return parts
  }

  private func example(_ count: Int) -> String {
    (1...max(1, count)).reversed().map(String.init).joined(separator: " ")
  }
}
