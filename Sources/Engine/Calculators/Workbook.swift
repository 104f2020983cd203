/// All calculators of a book, evaluated: a value. Changing an input re-evaluates what depends on it and nothing else.
///
/// ```swift
/// var workbook = Workbook(library: library)
/// workbook.add([calculator])
/// try workbook.setInput("batch", of: "ch05-mnist-training-memory", to: "64")
/// workbook.result(of: "ch05-mnist-training-memory")?.outputs
/// ```
public struct Workbook: Sendable {
  public let library: Library
  /// What the reader changed.
  public private(set) var scenario = Scenario()
  /// The ids of all calculators, in the order of the book.
  public private(set) var calculatorIDs: [String] = []

  public init(library: Library) { self.library = library }

  /// Adds calculators in the order of the book; one with an id that is there already replaces it.
  public mutating func add(_ calculators: [Calculator]) {}

  public func calculator(_ id: String) -> Calculator? { nil }

  /// The values under the present scenario; nil for an unknown id.
  public func result(of id: String) -> CalculatorResult? { nil }

  /// The calculators that read a value of this one, directly.
  public func dependents(of id: String) -> [String] { [] }

  /// Changes one input. The entry is what a reader types: a number (in the unit of the author's value), a quantity, a
  /// choice, a profile's id, a list; thousands commas are allowed.
  ///
  /// - Returns: the ids of the calculators that were evaluated again.
  /// - Throws: what was expected, when the entry is no value for it; nothing is changed then.
  @discardableResult
  public mutating func setInput(_ name: String, of id: String, to entry: String) throws(Diagnostic) -> Set<
    String
  > { [] }

  /// Back to the author's value of one input, or of all inputs of a calculator when `name` is nil.
  @discardableResult
  public mutating func reset(_ name: String?, of id: String) -> Set<String> { [] }

  /// Moves an input by `steps` of its step, through its choices, or along its logarithmic scale; `coarse` steps are
  /// ten times as large. Stays inside the bounds.
  @discardableResult
  public mutating func step(_ name: String, of id: String, by steps: Int, coarse: Bool = false) -> Set<String>
  { [] }

  /// Replaces the scenario; what in it no longer fits the book is left out and reported.
  public mutating func apply(_ scenario: Scenario) -> [Diagnostic] { [] }

  /// What an input may be set to, as entries with their descriptions; empty where any value in bounds goes.
  public func choices(of name: String, in id: String) -> [(entry: String, text: String)] { [] }

  /// A live value in the prose: a name of the calculator `near`, `calculator.name` of another, or an expression.
  public func inline(_ text: String, near: String?) -> InlineResult {
    InlineResult(text: "", value: nil, isChanged: false, calculator: nil, name: nil, error: nil)
  }

  /// Evaluates an expression with the library's names, for a command line.
  public func evaluate(_ expression: String) throws(Diagnostic) -> InlineResult {
    inline(expression, near: nil)
  }

  /// The calculator that stands for a worked example of the source, with the names it uses for it.
  public func calculator(covering example: String) -> (calculator: Calculator, cover: Cover)? { nil }
}
