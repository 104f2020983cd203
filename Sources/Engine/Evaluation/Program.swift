/// A calculator's formulas, compiled: names are slots, trees are nodes in one array.
struct Program: Sendable {
  enum Operation: UInt8, Sendable {
    /// A constant; `a` is its index.
    case constant
    /// A name of the calculator; `a` is its slot.
    case slot
    /// Something from outside; `a` is its slot.
    case external
    /// A parameter or a name of a comprehension; `a` counts from the frame's beginning.
    case local
    case negate, not
    case add, subtract, multiply, divide, floorDivide, remainder
    /// `c` is 1 when the exponent is made of literals.
    case power
    /// A chain: the operand at `operands[b]`, then pairs of operation and operand; `c` is the number of pairs.
    case compare
    case and, or
    case conditional
    /// Items at `operands[b…]`, `c` of them. Also the arguments of calls.
    case list
    case index
    /// Of `a`; from, to and step at `operands[b…]`, -1 where missing.
    case slice
    /// Of `a`, named by the string `b`.
    case field
    /// `a` is the index of the function.
    case builtin, mathematical, call
    /// The element `a`; clauses at `operands[b…]`, `c` of them.
    case comprehension
    /// Something that could not be compiled; `a` is the index of the diagnostic.
    case failure
  }

  struct Node: Sendable {
    var operation: Operation
    var a: Int32 = 0
    var b: Int32 = 0
    var c: Int32 = 0
    var start: Int32 = 0
    var end: Int32 = 0

    var span: Range<Int> { Int(start)..<Int(max(start, end)) }
  }

  /// What a comprehension or an assignment binds.
  indirect enum Pattern: Sendable {
    case slot(Int)
    case items([Pattern])
  }

  struct Function: Sendable {
    var name: String
    var parameters: [(name: String, dimension: Dimension?)]
    var result: Dimension?
    /// Parameters and names of comprehensions.
    var frameSize = 0
    var root: Int32 = 0
    /// The nodes of its body.
    var nodes = 0..<0
    /// Whether the text of its body is not that of the calculator.
    var isEquation: Bool
  }

  /// A value that is not computed here.
  enum External: Hashable, Sendable {
    case constant(String)
    case figure(profile: String, path: String)
    /// A figure of the profile in an input's slot.
    case inputFigure(slot: Int, path: String)
    case cell(String, name: String)
  }

  var nodes: [Node] = []
  var operands: [Int32] = []
  var constants: [Value] = []
  var strings: [String] = []
  var diagnostics: [Diagnostic] = []
  var patterns: [Pattern] = []
  var functions: [Function] = []
  /// By slot.
  var names: [String] = []
  var externals: [(source: External, slot: Int)] = []
  /// Names of comprehensions outside of functions.
  var localCount = 0

  static let maximumItems = 100_000
  static let maximumSteps = 1_000_000
  /// Of all formulas of a calculator together.
  static let maximumCellSteps = 2_000_000
  /// Of all calculators that are evaluated at once.
  static let maximumBookSteps = 10_000_000
  static let maximumDepth = 64
  static let maximumNesting = 2000
}
