/// Values that Python cells give to names, as far as they follow from numbers and texts in the cells alone: nothing is
/// run. Assignments are read line by line; a class gives its names a prefix. What uses anything else has no value.
struct PythonValues {
  /// A value of Python.
  enum Value {
    case number(Double, isInteger: Bool)
    case text(String)
  }

  private static let lineLimit = 20_000
  private static let depthLimit = 40
  private var values: [String: Value] = [:]
  private var lineCount = 0

  /// What an inline expression shows: a name or an attribute.
  func text(_ expression: String) -> String? {
    let name = expression.trimmed
    guard name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }) else { return nil }
    switch values[name] {
    case .text(let text): return text
    case .number(let number, let isInteger):
      return isInteger ? PythonFormat.grouped(number, places: 0, isGrouped: false) : nil
    case nil: return nil
    }
  }

  /// Reads a cell.
  mutating func read(_ lines: [String]) {
    var scope = ""
    var scopeIndent = 0
    // In functions and branches it is not known what runs.
    var skipIndent: Int?
    var isInDocumentation = false
    var openBrackets = 0
    for line in lines {
      lineCount += 1
      guard lineCount <= Self.lineLimit else { return }
      let marks = line.ranges(of: "\"\"\"").count + line.ranges(of: "\'\'\'").count
      let wasInside = isInDocumentation || openBrackets > 0
      if !marks.isMultiple(of: 2) { isInDocumentation.toggle() }
      if marks > 0 || isInDocumentation { continue }
      let text = Self.withoutComment(line).trimmed
      openBrackets = max(
        0, openBrackets + text.count { "([{".contains($0) } - text.count { ")]}".contains($0) })
      if text.isEmpty || wasInside { continue }
      let indent = line.prefix { $0 == " " }.count
      if let skip = skipIndent {
        if indent > skip {
          forget(text, scope: scope)
          continue
        }
        skipIndent = nil
      }
      if !scope.isEmpty, indent <= scopeIndent { scope = "" }
      if text.hasPrefix("class "), text.hasSuffix(":"), scope.isEmpty {
        scope = String(text.dropFirst(6).prefix { $0.isLetter || $0.isNumber || $0 == "_" })
        scopeIndent = indent
        continue
      }
      if Self.branches.contains(where: { text.hasPrefix($0) }) {
        if text.hasSuffix(":") { skipIndent = indent }
        forget(text, scope: scope)
        continue
      }
      assign(text, scope: scope)
    }
  }

  private static let branches = [
    "def ", "if ", "for ", "while ", "try:", "with ", "else:", "elif ", "except", "@", "del ",
  ]

  /// Whatever a line may assign has a value no longer.
  private mutating func forget(_ text: String, scope: String) {
    let target = text.prefix { $0 != "=" }
    for name in target.split(whereSeparator: { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == ".") }) {
      values[String(name)] = nil
      if !scope.isEmpty { values[scope + "." + name] = nil }
    }
  }

  private mutating func assign(_ text: String, scope: String) {
    guard let sign = text.firstIndex(of: "="), sign != text.startIndex else { return }
    var name = text[..<sign].trimmed
    let after = text.index(after: sign)
    guard after < text.endIndex, text[after] != "=" else { return }
    if let colon = name.firstIndex(of: ":") { name = name[..<colon].trimmed }
    let full = scope.isEmpty ? name : scope + "." + name
    guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }) else {
      return forget(text, scope: scope)
    }
    values[full] = evaluate(String(text[after...]), scope: scope)
  }

  private func evaluate(_ text: String, scope: String) -> Value? {
    var reader = PythonReader(text, depthLimit: Self.depthLimit) { name in
      (scope.isEmpty ? nil : values[scope + "." + name]) ?? values[name]
    }
    return reader.whole()
  }

  private static func withoutComment(_ line: String) -> String {
    guard line.contains("#") else { return line }
    var quote: Character?
    for index in line.indices {
      let character = line[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == "#" {
        return String(line[..<index])
      }
    }
    return line
  }
}
