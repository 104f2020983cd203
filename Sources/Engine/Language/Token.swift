/// A word of a formula with its place.
struct Token {
  enum Kind {
    case number(Literal)
    case name(String)
    case text(String)
    case symbol(Symbol)
    /// A unit after `->` or, in the head of a function, after `:`.
    case unit(String)
    case end
  }

  var kind: Kind
  var span: Range<Int>
}

/// Operators and brackets.
enum Symbol: String {
  case plus = "+"
  case minus = "-"
  case times = "*"
  case divide = "/"
  case floorDivide = "//"
  case percent = "%"
  case power = "**"
  case caret = "^"
  case openParenthesis = "("
  case closeParenthesis = ")"
  case openBracket = "["
  case closeBracket = "]"
  case openBrace = "{"
  case closeBrace = "}"
  case comma = ","
  case colon = ":"
  case dot = "."
  case range = "..."
  case assign = "="
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case arrow = "->"
  case approximately = "≈"
  case plusMinus = "±"

  /// Whether a value is to stand behind it.
  var takesValue: Bool {
    switch self {
    case .plus, .minus, .times, .divide, .floorDivide, .percent, .power, .caret, .equal, .notEqual, .less,
      .lessOrEqual, .greater, .greaterOrEqual, .approximately, .plusMinus, .assign:
      true
    default: false
    }
  }
}
