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
  /// `l`, `c` or `r` for each column; the last repeats.
  var columns: [Character]
}
