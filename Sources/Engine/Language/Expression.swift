/// A formula as a tree. Spans are UTF-8 offsets into the text that was read.
struct Expression: Sendable {
  indirect enum Kind: Sendable {
    case number(Literal)
    case text(String)
    case truth(Bool)
    case name(String)
    /// A value of another calculator, in the prose.
    case cellValue(cell: String, name: String)
    case list([Expression])
    case unary(UnaryOperator, Expression)
    case binary(BinaryOperator, Expression, Expression)
    case comparison(Expression, [(operation: Comparison, operand: Expression)])
    case logical(isAnd: Bool, Expression, Expression)
    case conditional(condition: Expression, then: Expression, otherwise: Expression)
    case call(name: String, nameSpan: Range<Int>, arguments: [Argument])
    case index(Expression, Expression)
    case slice(Expression, from: Expression?, to: Expression?, step: Expression?)
    case field(Expression, name: String)
    case comprehension(Expression, clauses: [Clause])
  }

  /// An argument of a call, named or by its place.
  struct Argument: Sendable {
    var name: String?
    var value: Expression
  }

  /// `for pattern in source if condition`.
  struct Clause: Sendable {
    var pattern: Pattern
    var source: Expression
    var conditions: [Expression]
  }

  /// What a comprehension or an assignment binds: a name, or several for the items of a list.
  indirect enum Pattern: Sendable {
    case name(String)
    case items([Pattern])

    var names: [String] {
      switch self {
      case .name(let name): [name]
      case .items(let items): items.flatMap(\.names)
      }
    }
  }

  enum UnaryOperator: Sendable { case negate, plus, not }

  enum BinaryOperator: String, Sendable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case floorDivide = "//"
    case remainder = "%"
    case power = "**"
  }

  enum Comparison: Int32, Sendable { case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual }

  var kind: Kind
  var span: Range<Int>

  init(_ kind: Kind, at span: Range<Int>) {
    self.kind = kind
    self.span = span
  }

  /// Whether it is made of literals alone.
  var isConstant: Bool {
    switch kind {
    case .number, .text, .truth: true
    case .unary(_, let operand): operand.isConstant
    case .binary(_, let left, let right): left.isConstant && right.isConstant
    default: false
    }
  }

  /// The literal that it is, its sign apart.
  var literal: (literal: Literal, isNegative: Bool)? {
    switch kind {
    case .number(let literal): (literal, false)
    case .unary(.negate, let operand): operand.literal.map { ($0.literal, !$0.isNegative) }
    case .unary(.plus, let operand): operand.literal
    default: nil
    }
  }
}
