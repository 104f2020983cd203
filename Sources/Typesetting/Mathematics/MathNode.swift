/// A formula as a tree.
indirect enum MathNode: Hashable, Sendable {
  case symbol(MathSymbol)
  /// Words set as they are, spaces included.
  case text(String)
  case operation(MathSymbol, MathLimits)
  case group([MathNode])
  case scripts(base: MathNode, sub: MathNode?, sup: MathNode?)
  case fraction(top: MathNode, bottom: MathNode, bar: Bool)
  case root(MathNode, index: MathNode?)
  case accent(MathAccent, MathNode)
  case brace(MathNode, label: MathNode?, above: Bool)
  /// Growing delimiters: one more delimiter than parts, `\middle` ones between.
  case delimited([MathSymbol], parts: [[MathNode]])
  case matrix(MathMatrix)
  case annotated(MathNode, over: MathNode?, under: MathNode?)
  case arrow(MathSymbol, over: MathNode?, under: MathNode?)
  /// Columns of explicit space.
  case space(Int)
  case phantom(MathNode)
  case boxed(MathNode)
  case tag(String)

  /// The node of a group of one, or the node itself.
  var only: MathNode {
    if case .group(let nodes) = self, nodes.count == 1 { nodes[0].only } else { self }
  }

  /// The nodes of a group, or the node itself.
  var list: [MathNode] {
    if case .group(let nodes) = self { nodes } else { [self] }
  }
}

/// Where an operator's sub- and superscript go.
enum MathLimits: Hashable, Sendable {
  /// At the side.
  case side
  /// Above and below on a line of its own, at the side within fractions and running text.
  case display
  /// Above and below.
  case always
}

/// A mark over or under its base.
enum MathAccent: String, Hashable, Sendable {
  case hat, bar, tilde, vector = "vec", dot, doubleDot = "ddot", tripleDot = "dddot", check, breve, ring,
    acute, grave
  case leftVector, bothVector, quadrupleDot
  case overline, underline, cancel

  /// A letter with scripts over which the mark stands: set, it stands on the letter alone. Nil where it spans the
  /// scripts.
  func narrowed(_ body: MathNode) -> (base: MathNode, sub: MathNode?, sup: MathNode?)? {
    guard self != .overline, self != .underline, self != .cancel,
      case .scripts(let base, let sub, let sup) = body.only, case .symbol = base
    else { return nil }
    return (base, sub, sup)
  }

  /// The combining character.
  var mark: Unicode.Scalar {
    switch self {
    case .hat: "\u{302}"
    case .bar: "\u{304}"
    case .tilde: "\u{303}"
    case .vector: "\u{20D7}"
    case .dot: "\u{307}"
    case .doubleDot: "\u{308}"
    case .tripleDot: "\u{20DB}"
    case .quadrupleDot: "\u{20DC}"
    case .leftVector: "\u{20D6}"
    case .bothVector: "\u{20E1}"
    case .check: "\u{30C}"
    case .breve: "\u{306}"
    case .ring: "\u{30A}"
    case .acute: "\u{301}"
    case .grave: "\u{300}"
    case .overline: "\u{305}"
    case .underline: "\u{332}"
    case .cancel: "\u{336}"
    }
  }

  /// The character that stands in the row above a wide base.
  var row: Character? {
    switch self {
    case .hat: "^"
    case .tilde: "~"
    case .vector: "→"
    case .leftVector: "←"
    case .bothVector: "↔"
    case .dot: "."
    case .bar, .overline: "_"
    default: nil
    }
  }

  /// The word for the mark in ASCII and in speech.
  var name: String {
    switch self {
    case .doubleDot: "double dot"
    case .tripleDot: "triple dot"
    case .quadrupleDot: "quadruple dot"
    case .vector, .bothVector: "vector"
    case .leftVector: "left vector"
    case .overline: "bar"
    case .cancel: "cancelled"
    default: rawValue
    }
  }
}

/// Rows and columns: a matrix, cases, or equations aligned at `&`.
struct MathMatrix: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// Columns with space between, within delimiters.
    case matrix
    case small
    case cases
    /// Columns in pairs, right and left of a relation.
    case aligned
    case gathered
  }

  var kind: Kind
  var rows: [[[MathNode]]]
  var left: MathSymbol
  var right: MathSymbol
  /// `l`, `c` or `r` for each column; the last repeats. Of gathered rows, for all, or for the first, those between and
  /// the last.
  var columns: [Character]
  /// Lines between columns, each by the number of the column that it stands before.
  var columnRules: Set<Int> = []
  /// Lines between rows.
  var rowRules: [MathRule] = []
  /// Cells wider than one column; empty ones fill the places behind them.
  var spans: [MathSpan] = []

  /// The cell that begins at a place and takes several columns.
  func span(row: Int, column: Int) -> MathSpan? {
    spans.first { $0.row == row && $0.column == column }
  }

  /// What stands in a cell: behind `&`, and on later lines of one equation, operators and relations have what stands
  /// before them as a neighbour.
  func content(row: Int, column: Int) -> [MathNode] {
    let continues =
      switch kind {
      case .aligned: column % 2 == 1
      case .gathered: row > 0 && columns.count > 1
      case .matrix, .small, .cases: false
      }
    return continues ? [.group([])] + rows[row][column] : rows[row][column]
  }

  /// A row of equations as one list, with `gap` columns before each pair of cells.
  func joined(row: Int, gap: Int) -> [MathNode] {
    rows[row].indices.flatMap { column in
      (column > 0 && column % 2 == 0 ? [MathNode.space(gap)] : []) + content(row: row, column: column)
    }
  }
}

/// A line between the rows of a matrix.
struct MathRule: Hashable, Sendable {
  /// The number of the row that it stands before.
  var row: Int
  /// The columns over which it runs; nil for all.
  var columns: Range<Int>?
}

/// A cell of a matrix that takes several columns.
struct MathSpan: Hashable, Sendable {
  var row: Int
  var column: Int
  var count: Int
  /// `l`, `c` or `r`.
  var alignment: Character
}
