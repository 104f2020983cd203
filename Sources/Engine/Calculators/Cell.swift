/// A calculator in its workbook: compiled, with names resolved.
struct Cell: Sendable {
  struct InputSlot: Sendable {
    var slot: Int
    /// The author's value.
    var root: Int32
    /// What may be chosen, by the entries of the input.
    var choices: [(entry: String, root: Int32)]?
  }

  struct CompiledCheck: Sendable {
    var root: Int32
    var statement: CheckStatement
    /// The right side, where it is not literal; its two ends for a range.
    var expected: [Int32]
  }

  var calculator: Calculator
  var program: Program
  var slots: [String: Int] = [:]
  var inputs: [InputSlot] = []
  /// Definitions in the order of evaluation, with the diagnostic of those that need themselves.
  var definitions: [(slot: Int, root: Int32, cycle: Diagnostic?)] = []
  var checks: [CompiledCheck] = []
  /// Unknown names and what else compiling found.
  var diagnostics: [Diagnostic] = []
  /// Calculators that it reads.
  var reads: Set<String> = []
  var constants: Set<String> = []
  var readsFigures = false

  func input(named name: String) -> Int? { calculator.inputs.firstIndex { $0.name == name } }
  func output(named name: String) -> Output? { calculator.outputs.first { $0.name == name } }
}
