import Foundation

/// Reads an expression of Python: numbers, names, `+ - * / // % **`, parentheses, a few functions, texts and f-strings.
struct PythonReader {
  typealias Value = PythonValues.Value
  private let characters: [Character]
  private var index = 0
  private var depth: Int
  private let lookUp: (String) -> Value?

  init(_ text: String, depthLimit: Int, lookUp: @escaping (String) -> Value?) {
    characters = Array(text)
    depth = depthLimit
    self.lookUp = lookUp
  }

  mutating func whole() -> Value? {
    guard let value = sum() else { return nil }
    skipSpace()
    return index == characters.count ? value : nil
  }

  private mutating func skipSpace() {
    while index < characters.count, characters[index].isWhitespace { index += 1 }
  }

  private mutating func take(_ text: String) -> Bool {
    skipSpace()
    let wanted = Array(text)
    guard index + wanted.count <= characters.count, Array(characters[index..<index + wanted.count]) == wanted
    else { return false }
    index += wanted.count
    return true
  }

  private mutating func sum() -> Value? {
    depth -= 1
    defer { depth += 1 }
    guard depth > 0, var left = product() else { return nil }
    while true {
      let isPlus = take("+")
      guard isPlus || take("-") else { return left }
      guard let right = product() else { return nil }
      if isPlus, case .text(let first) = left, case .text(let second) = right {
        left = .text(first + second)
        continue
      }
      guard let value = Self.reckon(left, right, isPlus ? { $0 + $1 } : { $0 - $1 }) else { return nil }
      left = value
    }
  }

  private mutating func product() -> Value? {
    guard var left = power() else { return nil }
    while true {
      let value: Value?
      if take("//") {
        value = power().flatMap { Self.reckon(left, $0) { $1 == 0 ? .nan : ($0 / $1).rounded(.down) } }
      } else if take("*") {
        value = power().flatMap { Self.reckon(left, $0) { $0 * $1 } }
      } else if take("/") {
        value = power().flatMap { Self.reckon(left, $0, staysInteger: false) { $1 == 0 ? .nan : $0 / $1 } }
      } else {
        return left
      }
      guard let value else { return nil }
      left = value
    }
  }

  private mutating func power() -> Value? {
    if take("-") { return power().flatMap { Self.reckon(.number(0, isInteger: true), $0) { $0 - $1 } } }
    guard let base = operand() else { return nil }
    guard take("**") else { return base }
    depth -= 1
    defer { depth += 1 }
    guard depth > 0, let exponent = power(), case .number(let number, _) = exponent else { return nil }
    return Self.reckon(base, exponent, staysInteger: number >= 0) { pow($0, $1) }
  }

  private static func reckon(
    _ left: Value, _ right: Value, staysInteger: Bool = true, _ operation: (Double, Double) -> Double
  ) -> Value? {
    guard case .number(let first, let isFirst) = left, case .number(let second, let isSecond) = right else {
      return nil
    }
    let result = operation(first, second)
    let isInteger = staysInteger && isFirst && isSecond
    // Python's integers have no end; those that a Double can not hold have no value here.
    guard result.isFinite, !isInteger || abs(result) < 9e15 else { return nil }
    return .number(result, isInteger: isInteger)
  }

  private mutating func operand() -> Value? {
    skipSpace()
    guard index < characters.count else { return nil }
    let first = characters[index]
    if first == "(" {
      index += 1
      guard let value = sum(), take(")") else { return nil }
      return value
    }
    if first == "\"" || first == "'" { return quoted(isFormatted: false) }
    if first == "f" || first == "F", index + 1 < characters.count, "\"'".contains(characters[index + 1]) {
      index += 1
      return quoted(isFormatted: true)
    }
    if first.isNumber || first == "." { return number() }
    guard first.isLetter || first == "_" else { return nil }
    let start = index
    while index < characters.count,
      characters[index].isLetter || characters[index].isNumber || "_.".contains(characters[index])
    {
      index += 1
    }
    let name = String(characters[start..<index])
    return take("(") ? call(name) : lookUp(name)
  }

  private mutating func number() -> Value? {
    let start = index
    while index < characters.count {
      let character = characters[index]
      let isSign =
        (character == "-" || character == "+") && index > start && "eE".contains(characters[index - 1])
      guard character.isNumber || "._eE".contains(character) || isSign else { break }
      index += 1
    }
    let text = String(characters[start..<index]).replacing("_", with: "")
    return Double(text).map { .number($0, isInteger: !text.contains { ".eE".contains($0) }) }
  }

  /// `round(x, 1)`, `int(x)`, `abs`, `min`, `max`, `str`.
  private mutating func call(_ name: String) -> Value? {
    var arguments: [Value] = []
    while !take(")") {
      guard let value = sum() else { return nil }
      arguments.append(value)
      if !take(",") {
        guard take(")") else { return nil }
        break
      }
    }
    var numbers: [Double] = []
    var areIntegers = true
    for case .number(let number, let isInteger) in arguments {
      numbers.append(number)
      areIntegers = areIntegers && isInteger
    }
    guard numbers.count == arguments.count, let first = numbers.first else { return nil }
    switch name {
    case "round" where numbers.count == 1: return .number(first.rounded(.toNearestOrEven), isInteger: true)
    case "int": return .number(first.rounded(.towardZero), isInteger: true)
    case "float": return .number(first, isInteger: false)
    case "abs": return .number(abs(first), isInteger: areIntegers)
    case "min": return numbers.min().map { .number($0, isInteger: areIntegers) }
    case "max": return numbers.max().map { .number($0, isInteger: areIntegers) }
    default: return nil
    }
  }

  private mutating func quoted(isFormatted: Bool) -> Value? {
    let quote = characters[index]
    index += 1
    var text = ""
    while index < characters.count, characters[index] != quote {
      let character = characters[index]
      if character == "\\" { return nil }
      if isFormatted, character == "{" {
        if index + 1 < characters.count, characters[index + 1] == "{" {
          text += "{"
          index += 2
          continue
        }
        index += 1
        guard let value = sum() else { return nil }
        skipSpace()
        var format = ""
        if index < characters.count, characters[index] == ":" {
          index += 1
          while index < characters.count, characters[index] != "}" {
            format.append(characters[index])
            index += 1
          }
        }
        guard index < characters.count, characters[index] == "}", let shown = PythonFormat.text(value, format)
        else { return nil }
        text += shown
        index += 1
        continue
      }
      if isFormatted, character == "}" { index += 1 }
      text.append(character)
      index += 1
    }
    guard index < characters.count else { return nil }
    index += 1
    return .text(text)
  }
}
