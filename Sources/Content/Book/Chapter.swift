import Engine

/// A chapter, read and numbered.
public struct Chapter: Sendable {
  /// The name of its file without the ending: `05-neural-computation`.
  public var id: String
  /// `5`, `A`; nil for front matter.
  public var number: String?
  public var title: String
  /// Relative to the book's folder.
  public var file: String
  public var objectives: [Objective]
  public var blocks: [Block]
  /// Headings in order.
  public var sections: [Section]
  /// By label, numbered in the order of their first reference.
  public var footnotes: [String: Footnote]
  /// All calculators of the file, whatever their display.
  public var calculators: [Calculator]
  /// Its pool with the quick checks, in order.
  public var questions: [Question]
  /// What can be referred to in it.
  public var anchors: [Anchor]
  /// Of a page that the program writes: the blocks that only say what keys do there.
  public internal(set) var keyHints: Set<Int> = []
  /// What reading it found.
  public var findings: [Finding]
  /// The live numbers of its text, with the indices of their blocks; found when all of the book is read.
  private(set) var liveValues: [(block: Int, live: LiveValue)] = []
  /// How much of it is here.
  public internal(set) var extent = Extent.whole
  /// In an outline the ids of its calculators.
  var calculatorIDs: [String] = []
  /// Where each of its blocks begins in its file, and at the end where the last one ends, in bytes; empty where there is no
  /// file. What other files add has no length.
  public internal(set) var offsets: [Int] = []
  /// How long its file is, in bytes.
  public internal(set) var length = 0
  /// What it was read from; nil where that is not known.
  var origin: Origin?
  /// What checking needs of its file, and of the file of its pool.
  var notes = FileNotes()
  var poolNotes = FileNotes()
  var poolFile = ""
  /// The equations that it declares.
  var equations: [(equation: Equation, place: CellPlace)] = []

  /// The state of the files that a chapter was read from.
  struct Origin: Sendable {
    var stamp: String
    /// The sum of their contents.
    var contents: UInt64
    /// Whether it is in the cache.
    var isKept: Bool
  }

  /// How much of a chapter is at hand.
  public enum Extent: String, Hashable, Sendable {
    case whole
    /// Its first sections; references to what follows fill in later.
    case beginning
    /// What a page in the middle shows.
    case part
    /// Title, sections and anchors, no text.
    case outline

    /// Whether the rest of it is still to be read.
    public var isPartial: Bool { self == .beginning || self == .part }
  }

  public init(
    id: String, number: String? = nil, title: String, file: String, objectives: [Objective] = [],
    blocks: [Block] = [], sections: [Section] = [], footnotes: [String: Footnote] = [:],
    calculators: [Calculator] = [], questions: [Question] = [], anchors: [Anchor] = [],
    findings: [Finding] = []
  ) {
    self.id = id
    self.number = number
    self.title = title
    self.file = file
    self.objectives = objectives
    self.blocks = blocks
    self.sections = sections
    self.footnotes = footnotes
    self.calculators = calculators
    self.questions = questions
    self.anchors = anchors
    self.findings = findings
  }

  /// Adds the equations that it declares to the library; what is wrong with them joins its findings.
  mutating func addEquations(to library: inout Library) {
    for (equation, place) in equations {
      if library.equations[equation.id] != nil {
        findings.append(
          Finding(
            .error, file: file, at: place.start, "the equation `\(equation.id)` is declared twice",
            advice: "keep one of them"))
        continue
      }
      for diagnostic in library.add(equation) {
        findings.append(
          Finding(
            .error, file: file, at: place.position(ofByte: diagnostic.span.lowerBound), diagnostic.message,
            advice: diagnostic.hint))
      }
    }
  }

  /// Finds the live numbers of its text, if that was not done yet.
  mutating func findLiveValues() {
    guard liveValues.isEmpty else { return }
    var found: [(block: Int, live: LiveValue)] = []
    for (index, block) in blocks.enumerated() {
      block.walk { block in
        for run in block.inlineRuns {
          for inline in run { inline.walk { if case .live(let live) = $0 { found.append((index, live)) } } }
        }
      }
    }
    liveValues = found
  }

  /// Where a calculator of the file stands; nil for an unknown id.
  public func position(ofCalculator id: String) -> SourcePosition? {
    notes.calculators.first { $0.id == id }?.start
  }
}

/// What a reader should be able to do after a chapter.
public struct Objective: Hashable, Sendable {
  public var id: String
  public var text: String

  public init(id: String, text: String) {
    self.id = id
    self.text = text
  }
}

/// A heading as a place in a chapter.
public struct Section: Hashable, Sendable {
  public var id: String?
  public var level: Int
  public var number: String?
  /// Without markup.
  public var title: String
  /// The index of its heading among the chapter's blocks.
  public var block: Int

  public init(id: String?, level: Int, number: String?, title: String, block: Int) {
    self.id = id
    self.level = level
    self.number = number
    self.title = title
    self.block = block
  }
}

/// A footnote of a chapter.
public struct Footnote: Hashable, Sendable {
  public var label: String
  public var number: Int
  public var blocks: [Block]

  public init(label: String, number: Int, blocks: [Block]) {
    self.label = label
    self.number = number
    self.blocks = blocks
  }
}

/// Something that can be gone to, since it has an id, a number or a title.
public struct Anchor: Hashable, Sendable {
  /// What references name it by; nil where its author gave it none.
  public var id: String?
  /// As a reference shows it: `Section 5.2`, `Figure 5.1`, `Calculator 5.3`.
  public var label: String
  public var title: String
  public var chapter: String
  /// The index of the block that holds it among the chapter's blocks.
  public var block: Int

  public init(id: String?, label: String, title: String, chapter: String, block: Int) {
    self.id = id
    self.label = label
    self.title = title
    self.chapter = chapter
    self.block = block
  }
}
