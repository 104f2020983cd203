import Engine

/// `calculator.output`, as a numeric question names its answer.
struct NumericReference: Hashable {
  var calculator: String
  var output: String

  init?(_ text: String) {
    guard let dot = text.lastIndex(of: "."), dot != text.startIndex, text.index(after: dot) != text.endIndex
    else {
      return nil
    }
    calculator = String(text[..<dot])
    output = String(text[text.index(after: dot)...])
  }
}

extension Workbook {
  /// A copy with entries for inputs of one calculator, set in the order of their names.
  func setting(_ entries: [String: String], of calculator: String) throws(Diagnostic) -> Workbook {
    var copy = self
    for (name, entry) in entries.sorted(by: { $0.key < $1.key }) {
      try copy.setInput(name, of: calculator, to: entry)
    }
    return copy
  }
}
