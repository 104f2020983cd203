import Content
import Engine

/// What a page needs besides its blocks. Laying out is a pure function of a block and this.
public struct PageContext: Sendable {
  /// Columns of text.
  public var width: Int
  /// Rows of the screen, for figures that take their height from it; nil where there is no screen.
  public var rows: Int?
  /// The book as it was when the reader pinned it: panels show its values beside the present ones, in place of the
  /// author's.
  public var pinned: Workbook?
  /// Plain ASCII for terminals without Unicode.
  public var isASCII: Bool
  public var book: Book {
    get { source.book }
    set { source = Source(book: newValue, chapter: source.chapter) }
  }
  public var chapter: Chapter {
    get { source.chapter }
    set { source = Source(book: source.book, chapter: newValue) }
  }
  /// The panel that is open, with its focus and entry.
  public var panel: PanelState?
  /// Questions that were opened or answered, by id.
  public var questions: [String: QuestionState]
  /// Keys of folded blocks (`Target.Action.fold`) that are open.
  public var unfolded: Set<String>
  /// Items of checkpoints that are ticked: `block id#index`.
  public var ticked: Set<String>
  /// Whether everything is shown that a reader could open: for printing to a file.
  public var isPrinted: Bool
  /// How far what is wider than the page is moved to the left; nil where nothing can be moved.
  public var sideways: Int?
  /// Empty columns beside the text, which drawings, listings and tables take before they are cut.
  public var margins = Margins()
  /// Whether emphasis is written `_so_`: where nothing can be slanted.
  public var marksEmphasis = false
  /// Whether what was struck out is written `~~so~~`: where no line can go through it, as on ncurses' screen.
  public var marksStrikethrough = true
  /// Whether the lines of listings are numbered.
  public var hasLineNumbers = false
  /// Whether footnotes stand at the foot of their section; not where they stand in a margin.
  public var hasFootnotes = true
  /// Whether running text ends at the right edge: a preference.
  public var isJustified = false
  /// Whether numbers in the prose lead nowhere: in an exam.
  public var hasPlainNumbers = false
  /// The gaps of the question that is being set.
  var gaps: GapFilling?
  /// Whether values that differ from the author's are marked; the inputs drawn for a question are not.
  var showsChanges = true
  private var anchors: [String: Anchor]?
  private var source: Source

  /// What is read and never changed, in one place: contexts are copied for every run of text.
  private final class Source: Sendable {
    let book: Book
    let chapter: Chapter

    init(book: Book, chapter: Chapter) {
      self.book = book
      self.chapter = chapter
    }
  }

  /// What a reference leads to: in the chapter, else in the book.
  func anchor(_ id: String) -> Anchor? {
    if let anchors { return anchors[id] }
    return chapter.anchors.first { $0.id == id } ?? book.anchor(id)
  }

  /// Makes a table of all anchors, which pays where many references are set.
  mutating func tabulateAnchors() {
    let others = book.manifest.chapterIDs.compactMap { book.chapters[$0] }.flatMap(\.anchors)
    anchors = Dictionary(
      (chapter.anchors + others).compactMap { anchor in anchor.id.map { ($0, anchor) } },
      uniquingKeysWith: { first, _ in first })
  }

  public init(
    width: Int, isASCII: Bool = false, book: Book, chapter: Chapter, panel: PanelState? = nil,
    questions: [String: QuestionState] = [:], unfolded: Set<String> = [], ticked: Set<String> = [],
    isPrinted: Bool = false
  ) {
    self.width = width
    self.isASCII = isASCII
    source = Source(book: book, chapter: chapter)
    self.panel = panel
    self.questions = questions
    self.unfolded = unfolded
    self.ticked = ticked
    self.isPrinted = isPrinted
  }
}

/// Columns at the left and at the right.
public struct Margins: Hashable, Sendable {
  public var left: Int
  public var right: Int

  public init(left: Int = 0, right: Int = 0) {
    self.left = left
    self.right = right
  }
}

/// An open calculator panel.
public struct PanelState: Hashable, Sendable {
  public var calculator: String
  /// The input in focus.
  public var input: String?
  /// The output that derivations, sweeps and solutions are about; the first one when nil.
  public var output: String?
  /// What is being typed; nil when nothing is.
  public var entry: EntryState?
  /// Why the last entry was not taken, with what to do.
  public var message: String?

  public init(
    calculator: String, input: String? = nil, output: String? = nil, entry: EntryState? = nil,
    message: String? = nil
  ) {
    self.calculator = calculator
    self.input = input
    self.output = output
    self.entry = entry
    self.message = message
  }
}

/// A line of text being typed.
public struct EntryState: Hashable, Sendable {
  public var text: String
  /// Characters before the cursor.
  public var cursor: Int
  /// Whether the text was there before and gives way to what is typed first.
  public var givesWay = false

  public init(text: String = "", cursor: Int = 0) {
    self.text = text
    self.cursor = cursor
  }
}

/// A question as it stands before the learner.
public struct QuestionState: Hashable, Sendable {
  /// Whether it is the one that keys go to.
  public var isOpen: Bool
  /// The option, item or gap under the cursor: its place on the screen, as in `Target.Action.option`.
  public var cursor: Int
  /// Options chosen (`choice`, `multiple`, `truefalse`: 0 is true), points ticked (`short`): the author's indices.
  public var chosen: Set<Int>
  /// The author's index of what stands in each place: items (`order`), right sides (`match`), shuffled options.
  /// Empty for options in the author's order; items to order are then shown in an order made from the question's id.
  public var order: [Int]
  /// For each left side (`match`) the author's index of the right side that it was given, -1 for none; empty before any.
  public var rights: [Int]
  /// What was typed, one for each gap; one for `numeric` and `short`.
  public var entries: [EntryState]
  /// Inputs drawn for a numeric question: entries by name.
  public var drawn: [String: String]
  /// What stands after the field of a numeric answer: `in KB or another unit`.
  public var unitWords: String?
  public var isHintShown: Bool
  /// How sure the learner said to be, from 1 to 5; nil where nothing was said.
  public var sureness: Int?
  /// Whether the learner compares a `short` answer with the model, which is shown then.
  public var isGrading: Bool
  public var outcome: Outcome?

  /// What grading said.
  public struct Outcome: Hashable, Sendable {
    /// From 0 to 1.
    public var credit: Double
    /// One sentence: `Right.`, `Not quite: the unit is off.`
    public var verdict: String
    /// The right answer as text, where it is not among the options.
    public var answer: String?

    public init(credit: Double, verdict: String, answer: String? = nil) {
      self.credit = credit
      self.verdict = verdict
      self.answer = answer
    }
  }

  public init(
    isOpen: Bool = false, cursor: Int = 0, chosen: Set<Int> = [], order: [Int] = [],
    rights: [Int] = [], entries: [EntryState] = [],
    drawn: [String: String] = [:], isHintShown: Bool = false, isGrading: Bool = false, outcome: Outcome? = nil
  ) {
    self.isOpen = isOpen
    self.cursor = cursor
    self.chosen = chosen
    self.order = order
    self.rights = rights
    self.entries = entries
    self.drawn = drawn
    self.isHintShown = isHintShown
    self.isGrading = isGrading
    self.outcome = outcome
  }
}
