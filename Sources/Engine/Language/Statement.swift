/// One line of a calculator.
struct Statement: Sendable {
  enum Kind: Sendable {
    case input(InputStatement)
    case define(Definition)
    case check(CheckStatement)
    case function(FunctionStatement)
    /// `use name = cell-id.name`.
    case use(name: String, cell: String, value: String, span: Range<Int>)
    case note(String)
  }

  var kind: Kind
  /// The whole statement.
  var span: Range<Int>
}

/// `input NAME = VALUE …`.
struct InputStatement: Sendable {
  var name: String
  var nameSpan: Range<Int>
  /// The value; a bare name is a choice or a profile, which the library decides.
  var value: Expression
  /// The unit after `->`.
  var shownUnit: Unit?
  var label: String?
  var lowest: Expression?
  var highest: Expression?
  var step: Expression?
  var choices: [Expression]?
  var isLogarithmic = false
  /// `int` or `real`, where it is said.
  var isInteger: Bool?
  var isWorkbench = false
}

/// `let NAME = EXPR` or `output NAME = EXPR [-> UNIT [digits N]] ["label"]`.
struct Definition: Sendable {
  var name: String
  var nameSpan: Range<Int>
  /// Nil when it could not be read: the name is known and has no value.
  var expression: Expression?
  var isOutput: Bool
  var unit: Unit?
  var digits: Int?
  var label: String?
}

/// `check EXPR ≈ VALUE`, `check EXPR == VALUE`, `check EXPR in A...B`, `check EXPR`.
struct CheckStatement: Sendable {
  enum Expectation: Sendable {
    case holds
    case near(Expression, tolerance: Tolerance?)
    case equal(Expression)
    case between(Expression, Expression)
  }

  enum Tolerance: Sendable {
    case relative(Double)
    case absolute(Quantity)
  }

  var expression: Expression
  var expectation: Expectation
  /// The text right of the comparison.
  var expectedSpan: Range<Int>
}

/// `fn NAME(a: DIM, b: DIM) -> DIM = EXPR`.
struct FunctionStatement: Sendable {
  struct Parameter: Sendable {
    var name: String
    /// Nil when it may have any.
    var unit: Unit?
  }

  var name: String
  var nameSpan: Range<Int>
  var parameters: [Parameter]
  var result: Unit?
  var body: Expression
}
