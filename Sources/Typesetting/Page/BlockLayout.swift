/// A block as lines, with what on them can be acted on.
public struct BlockLayout: Hashable, Sendable {
  public var lines: [StyledLine]
  /// In reading order.
  public var targets: [Target]
  /// Where the cursor of an entry stands, while something is typed.
  public var cursor: Place?
  /// Headers of tables that can stay at the top of a screen while their rows scroll.
  public var headers: [RepeatingHeader] = []
  /// Columns of its widest part that do not fit the page: how far it can be moved sideways.
  public var overflow = 0
  /// Columns by which its lines begin before the text.
  public var outset = 0
  /// Lines that belong together, such as those of a table's row or of a figure.
  public var kept: [Range<Int>] = []
  /// The lines of calculators, which open where they are clicked.
  public var panels: [PanelLines] = []
  /// The keys that its frames name.
  public var keys: [KeyHint] = []

  public init(lines: [StyledLine] = [], targets: [Target] = [], cursor: Place? = nil) {
    self.lines = lines
    self.targets = targets
    self.cursor = cursor
  }
}

/// The lines that a calculator's box takes.
public struct PanelLines: Hashable, Sendable {
  public var calculator: String
  public var lines: Range<Int>

  public init(calculator: String, lines: Range<Int>) {
    self.calculator = calculator
    self.lines = lines
  }
}

/// A place in a layout, counted from 0.
public struct Place: Hashable, Sendable {
  public var line: Int
  public var column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// Something on a page that Tab reaches and Enter acts on.
public struct Target: Hashable, Sendable {
  /// What acting on it means.
  public enum Action: Hashable, Sendable {
    /// Go to the anchor of this id.
    case reference(String)
    case link(String)
    case footnote(String)
    case citation([String])
    /// A number in the prose; the calculator and the name in it that give it, where they are known.
    case live(LiveTarget)
    /// Open this calculator's panel.
    case calculator(String)
    /// An input of the open panel.
    case input(calculator: String, name: String)
    /// An output of the open panel.
    case output(calculator: String, name: String)
    /// Open this question.
    case question(String)
    /// An option, item or gap of the open question.
    case option(question: String, index: Int)
    /// Tick an item of a checkpoint: the id of the block, the index of the item.
    case tick(String, Int)
    /// Open or close what is folded: an insight, a section's self-check, more numbers. The key is the block's.
    case fold(String)
  }

  public var action: Action
  /// The line of the block on which it begins.
  public var line: Int
  /// The columns that it takes on that line; none where it is moved out of sight sideways.
  public var columns: Range<Int>

  public init(_ action: Action, line: Int, columns: Range<Int>) {
    self.action = action
    self.line = line
    self.columns = columns
  }
}

/// Where a live number comes from.
public struct LiveTarget: Hashable, Sendable {
  public var expression: String
  public var calculator: String?

  public init(expression: String, calculator: String?) {
    self.expression = expression
    self.calculator = calculator
  }
}
