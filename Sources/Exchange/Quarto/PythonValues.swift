/// Values of Python names.
struct PythonValues {
  func text(_ expression: String) -> String? { nil }
  mutating func read(_ lines: [String]) {}
}
