import Engine

/// What the prose of an answer says, for programs.
enum QuizText {
  /// Choices without `A. `, `B) ` or `(C) ` before each.
  static func withoutLetters(_ choices: [String]) -> [String] {
    let stripped = choices.enumerated().map { index, text -> String? in
      guard index < 26, let scalar = UnicodeScalar(65 + index) else { return nil }
      let letter = String(Character(scalar))
      for mark in ["\(letter). ", "\(letter)) ", "(\(letter)) ", "\(letter): "] where text.hasPrefix(mark) {
        return String(text.dropFirst(mark.count)).trimmed
      }
      return nil
    }
    return stripped.allSatisfy { $0 != nil } ? stripped.compactMap(\.self) : choices
  }

  private static let openings = [
    "the correct answers are", "the correct answer is", "correct answers are", "correct answers:",
    "correct answer is",
    "correct answer:", "the right answers are", "the right answer is", "the answers are", "the answer is",
    "answers:",
    "answer:", "correct options are", "the correct option is", "the correct options are", "option", "choice",
  ]

  /// The choices that an answer names, counted from 0, and the rest of the answer.
  static func letters(of answer: String, count: Int) -> (letters: [Int], rest: String) {
    var text = answer.plainStart
    for opening in openings where text.lowercased().hasPrefix(opening) {
      text = String(text.dropFirst(opening.count)).plainStart
      break
    }
    for word in ["options", "option", "choices", "choice", ":"] where text.lowercased().hasPrefix(word) {
      text = String(text.dropFirst(word.count)).plainStart
    }
    var found: [Int] = []
    while true {
      var rest = text[...]
      if rest.first == "(" || rest.first == "*" { rest = rest.drop { $0 == "(" || $0 == "*" } }
      guard let letter = rest.first, let value = letter.asciiValue,
        (65..<65 + UInt8(min(count, 26))).contains(value)
      else { break }
      rest = rest.dropFirst()
      // `A good …` begins with no letter of a choice.
      guard rest.first.map({ !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" }) ?? true else { break }
      if rest.first == " " {
        let next = rest.dropFirst()
        guard ["and ", "& ", "or ", "- ", "– ", "— ", "("].contains(where: { next.hasPrefix($0) }) else {
          break
        }
      }
      found.append(Int(value) - 65)
      rest = rest.drop { $0 == ")" || $0 == "*" }
      let afterMark = String(rest).trimmed
      let separator = [", and ", "and ", ", ", "& "].first { String(rest).trimmedStart.hasPrefix($0) }
      guard let separator else {
        text = afterMark
        break
      }
      text = String(String(rest).trimmedStart.dropFirst(separator.count)).plainStart
    }
    guard !found.isEmpty else { return ([], answer) }
    let rest = text.drop { ".:),–—-; ".contains($0) }
    return (Array(Set(found)).sorted(), String(rest).capitalizedStart)
  }

  /// An explanation without the words of the right choice at its front.
  static func without(_ choice: String, _ explanation: String) -> String {
    for form in [choice, choice.hasSuffix(".") ? String(choice.dropLast()) : choice] where !form.isEmpty {
      for text in [explanation, explanation.plainStart] where text.lowercased().hasPrefix(form.lowercased()) {
        let rest = text.dropFirst(form.count)
        guard rest.isEmpty || ".,:;–—\"”* ".contains(rest.first ?? ".") else { continue }
        return String(rest.drop { ".,:;–—\"”* ".contains($0) }).capitalizedStart
      }
    }
    return explanation
  }

  /// Sentences that speak of one option by its letter, by option, and all others.
  static func reasons(in explanation: String, count: Int) -> (reasons: [Int: String], rest: String) {
    var reasons: [Int: String] = [:]
    var rest: [String] = []
    for sentence in sentences(explanation) {
      let named = (0..<min(count, 26)).filter { index in
        guard let scalar = UnicodeScalar(65 + index) else { return false }
        let letter = Character(scalar)
        return [
          "Option \(letter) ", "Choice \(letter) ", "Option \(letter),", "Answer \(letter) ",
          "Option \(letter):", "(\(letter)) ",
        ]
        .contains { sentence.hasPrefix($0) }
      }
      guard named.count == 1, let index = named.first else {
        rest.append(sentence)
        continue
      }
      reasons[index] = [reasons[index], sentence].compactMap(\.self).joined(separator: " ")
    }
    return (reasons, rest.joined(separator: " "))
  }

  /// The one sentence of an explanation that speaks of a choice: two words or more are in both, and in no rival.
  static func sentence(about choice: String, but rivals: [String], in explanation: String) -> String? {
    let others = rivals.reduce(into: Set<Substring>()) { $0.formUnion(stems($1)) }
    let own = stems(choice).subtracting(others)
    guard own.count > 1 else { return nil }
    let scored = sentences(explanation).map { (sentence: $0, score: stems($0).intersection(own).count) }
    guard let best = scored.max(by: { $0.score < $1.score }), best.score > 1,
      scored.count(where: { $0.score == best.score }) == 1
    else { return nil }
    return best.sentence
  }

  /// The beginnings of the longer words.
  private static func stems(_ text: String) -> Set<Substring> {
    Set(text.lowercased().split { !$0.isLetter }.filter { $0.count > 4 }.map { $0.prefix(6) })
  }

  /// `True` or `False` at the front of an answer, and what follows.
  static func truth(of answer: String) -> (Bool?, rest: String) {
    var text = answer.plainStart
    for opening in openings + ["this statement is", "the statement is"]
    where text.lowercased().hasPrefix(opening) {
      text = String(text.dropFirst(opening.count)).plainStart
      break
    }
    for (word, value) in [("true", true), ("false", false)] where text.lowercased().hasPrefix(word) {
      let rest = text.dropFirst(word.count)
      guard rest.first?.isLetter != true else { continue }
      return (value, String(rest.drop { ".,:;–—-* \"".contains($0) }).capitalizedStart)
    }
    return (nil, answer)
  }

  /// A statement without `True or False:` before it.
  static func withoutTrueOrFalse(_ stem: String) -> String {
    let text = stem.plainStart
    for opening in ["true or false", "true/false", "t/f"] where text.lowercased().hasPrefix(opening) {
      let rest = String(text.dropFirst(opening.count).drop { ":.?*–—- ".contains($0) })
      return rest.isEmpty ? stem : rest.capitalizedStart
    }
    return stem
  }

  // MARK: - Gaps

  /// Runs of three or more underscores, and `[blank]`.
  static func gaps(in stem: String) -> [Range<String.Index>] {
    var gaps: [Range<String.Index>] = []
    var index = stem.startIndex
    while index < stem.endIndex {
      if stem[index] == "_" || stem[index...].hasPrefix("\\_") {
        var end = index
        var count = 0
        while end < stem.endIndex {
          if stem[end] == "_" {
            count += 1
          } else if stem[end] != "\\" {
            break
          }
          end = stem.index(after: end)
        }
        if count >= 3 { gaps.append(index..<end) }
        index = max(end, stem.index(after: index))
      } else if stem[index] == "[", stem[index...].lowercased().hasPrefix("[blank]") {
        let end = stem.index(index, offsetBy: 7)
        gaps.append(index..<end)
        index = end
      } else {
        index = stem.index(after: index)
      }
    }
    return gaps
  }

  /// The gap that accepts these words.
  static func gap(_ words: String) -> String {
    let accepted = words.replacing("\n", with: " ").filter { !"[]{}".contains($0) }
    return "[\(accepted.ifEmpty("…"))]{.blank}"
  }

  /// The first sentence of an answer, without `The answer is`, quotes and emphasis, and the rest.
  static func answerWords(_ answer: String) -> (words: String, rest: String) {
    var text = answer.plainStart
    for opening in openings
    where text.lowercased().hasPrefix(opening) && !opening.hasPrefix("option") && !opening.hasPrefix("choice")
    {
      text = String(text.dropFirst(opening.count)).trimmedStart
      break
    }
    let parts = sentences(text)
    guard let first = parts.first else { return (answer, "") }
    var words = first.trimmed
    while let last = words.last, ".;:".contains(last) { words.removeLast() }
    for mark in ["**", "*", "\"", "'", "`", "“"] where words.hasPrefix(mark) {
      words = words.filter { !"*\"`“”".contains($0) }
      if words.hasPrefix("'"), words.hasSuffix("'") { words = String(words.dropFirst().dropLast()) }
      break
    }
    return (words.trimmed, parts.dropFirst().joined(separator: " "))
  }

  /// `a, b and c` as three.
  static func list(_ words: String) -> [String] {
    for separator in [";", ","] where words.contains(separator) {
      return words.split(separator: Character(separator)).map { part in
        let text = String(part).trimmed
        return text.hasPrefix("and ") ? String(text.dropFirst(4)) : text
      }.flatMap { $0.components(" and ", onlyIf: words.count(where: { $0 == "," }) == 0) }
    }
    return words.components(" and ", onlyIf: true)
  }

  // MARK: - Orders

  /// The items `(1) …, (2) …` of a question, and the text before them.
  static func items(in stem: String) -> (before: String, items: [String]) {
    for style in ["(%)", "%)", "%."] {
      var places: [Range<String.Index>] = []
      var from = stem.startIndex
      for number in 1...30 {
        let mark = style.replacing("%", with: "\(number)")
        guard let range = stem[from...].firstRange(of: mark) else { break }
        places.append(range)
        from = range.upperBound
      }
      guard places.count > 1, let first = places.first else { continue }
      var items: [String] = []
      for (index, place) in places.enumerated() {
        let end = index + 1 < places.count ? places[index + 1].lowerBound : stem.endIndex
        items.append(item(stem[place.upperBound..<end], isLast: index + 1 == places.count))
      }
      guard items.allSatisfy({ !$0.isEmpty }) else { continue }
      return (String(stem[..<first.lowerBound]).trimmed, items)
    }
    return (stem, [])
  }

  private static func item(_ text: Substring, isLast: Bool) -> String {
    var words = String(text).trimmed
    for ending in [", and", "; and", " and", ",", ";"] where !isLast && words.hasSuffix(ending) {
      words = String(words.dropLast(ending.count)).trimmedEnd
      break
    }
    if isLast || words.hasSuffix("."), words.hasSuffix(".") { words.removeLast() }
    return words
  }

  /// The order of items that an answer gives, by their numbers or by their words, and the rest of the answer.
  static func order(of items: [String], in answer: String) -> (order: [Int], rest: String)? {
    var order: [Int] = []
    var end = answer.startIndex
    var index = answer.startIndex
    while index < answer.endIndex, order.count < items.count {
      guard answer[index] == "(" else {
        index = answer.index(after: index)
        continue
      }
      let digits = answer[answer.index(after: index)...].prefix { $0.isNumber }
      if let number = Int(digits), digits.endIndex < answer.endIndex, answer[digits.endIndex] == ")",
        (1...items.count).contains(number), !order.contains(number - 1)
      {
        order.append(number - 1)
        end = answer.index(after: digits.endIndex)
      }
      index = answer.index(after: index)
    }
    if order.count != items.count { (order, end) = bareOrder(items.count, answer) ?? ([], answer.startIndex) }
    if order.count != items.count { (order, end) = wordOrder(items, answer) ?? ([], answer.startIndex) }
    guard order.count == items.count, let last = order.last else { return nil }
    var rest = String(answer[end...]).trimmedStart
    if rest.lowercased().hasPrefix(items[last].lowercased()) {
      rest = String(rest.dropFirst(items[last].count))
    }
    let parts = sentences(String(rest.drop { ".,;: ".contains($0) }))
    return (order, parts.joined(separator: " ").capitalizedStart)
  }

  /// `2, 1, 3` or `2 → 1 → 3` in the first sentence.
  private static func bareOrder(_ count: Int, _ answer: String) -> ([Int], String.Index)? {
    let first = sentences(answer).first ?? ""
    var order: [Int] = []
    var end = answer.startIndex
    var index = answer.startIndex
    let limit =
      answer.index(answer.startIndex, offsetBy: first.count, limitedBy: answer.endIndex) ?? answer.endIndex
    while index < limit {
      let digits = answer[index...].prefix { $0.isNumber }
      guard let number = Int(digits) else {
        index = answer.index(after: index)
        continue
      }
      guard (1...count).contains(number), !order.contains(number - 1) else { return nil }
      order.append(number - 1)
      index = digits.endIndex
      end = index
      if order.count == count { return (order, end) }
    }
    return nil
  }

  /// The items in the order in which the answer says their words.
  private static func wordOrder(_ items: [String], _ answer: String) -> ([Int], String.Index)? {
    let text = answer.lowercased()
    guard text.count == answer.count else { return nil }
    var places: [(place: Range<String.Index>, item: Int)] = []
    for (index, item) in items.enumerated() {
      guard let range = text.firstRange(of: item.lowercased()) else { return nil }
      places.append((range, index))
    }
    places.sort { $0.place.lowerBound < $1.place.lowerBound }
    guard let last = places.last else { return nil }
    let offset = text.distance(from: text.startIndex, to: last.place.upperBound)
    return (places.map(\.item), answer.index(answer.startIndex, offsetBy: offset))
  }

  // MARK: - Sentences and numbers

  private static let abbreviations: Set<String> = [
    "e.g", "i.e", "vs", "etc", "Fig", "Eq", "Sec", "Dr", "al", "approx", "cf", "No",
  ]

  /// The sentences of a text; a full stop in a number, an abbreviation or code ends none.
  static func sentences(_ text: String) -> [String] {
    var result: [String] = []
    var current = ""
    var ticks = 0
    let characters = Array(text)
    for (index, character) in characters.enumerated() {
      current.append(character)
      if character == "`" || character == "$" { ticks += 1 }
      guard ".!?".contains(character), ticks.isMultiple(of: 2) else { continue }
      var next = index + 1
      while next < characters.count, "\"”')*".contains(characters[next]) { next += 1 }
      guard next < characters.count, characters[next].isWhitespace else { continue }
      let word =
        current.dropLast().split(whereSeparator: { $0.isWhitespace || $0 == "(" }).last.map(String.init) ?? ""
      if character == ".", abbreviations.contains(word) { continue }
      let following = characters[next...].first { !$0.isWhitespace }
      guard following.map({ $0.isUppercase || !$0.isLetter }) ?? true else { continue }
      // Quotes that close the sentence belong to it.
      if next > index + 1 { continue }
      result.append(current.trimmed)
      current = ""
    }
    if !current.trimmed.isEmpty { result.append(current.trimmed) }
    return result
  }

  /// What a good answer says: the sentences of the model, at most four.
  static func points(of answer: String) -> [String] {
    let all = sentences(answer.replacing("\n", with: " "))
    let points = all.filter { sentence in
      !["for example", "for instance", "this is important", "in practice"].contains {
        sentence.lowercased().hasPrefix($0)
      }
    }
    return Array((points.isEmpty ? all : points).prefix(4))
  }

  /// The one quantity that an answer gives, as our calculators read it.
  static func quantity(in answer: String) -> String? {
    let workbook = Workbook(library: Library())
    var text = answer.plainStart
    for opening in openings where text.lowercased().hasPrefix(opening) {
      text = String(text.dropFirst(opening.count)).trimmedStart
      break
    }
    let first = sentences(text).first ?? text
    var found: [String] = []
    let words = first.split(whereSeparator: \.isWhitespace).map { word in
      String(word.drop { "($*~≈=".contains($0) }).trimmedPunctuation
    }
    for (index, word) in words.enumerated() where word.first?.isNumber == true {
      let number = word.replacing(",", with: "")
      let unit = index + 1 < words.count ? words[index + 1] : ""
      if !unit.isEmpty, (try? workbook.evaluate("\(number) \(unit)")) != nil, Double(unit) == nil {
        found.append("\(number) \(unit)")
      } else if (try? workbook.evaluate(number)) != nil {
        found.append(number)
      }
    }
    if let last = found.last, found.count == 1 || first.contains("=") || first.contains("≈") { return last }
    return nil
  }
}

extension String {
  var trimmedStart: String { String(drop(while: \.isWhitespace)) }

  /// Without white space and marks of emphasis or quotes at the front.
  fileprivate var plainStart: String { String(drop { $0.isWhitespace || "*_\"“".contains($0) }) }

  fileprivate var capitalizedStart: String { prefix(1).uppercased() + dropFirst() }

  fileprivate var trimmedPunctuation: String {
    var text = self
    while let last = text.last, ".,;:)*$".contains(last) { text.removeLast() }
    return text
  }

  fileprivate func components(_ separator: String, onlyIf condition: Bool) -> [String] {
    condition ? split(separator: separator).map { String($0).trimmed } : [self]
  }
}
