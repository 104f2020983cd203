import Content

extension Reader {
  /// How a book is opened.
  public struct Options: Sendable {
    /// The chapter to open, by id, number or a part of its title; nil for the place where the reader was.
    public var chapter: String?
    /// What to go to in the chapter, or a page of the program.
    public var place: NamedPlace?
    /// Only ASCII, whatever the terminal shows.
    public var isASCII: Bool
    /// Decides how options are shuffled and inputs drawn; nil for another one each time.
    public var seed: UInt64?
    /// Whether the rest of the book is read beside the reading; if not, before the first frame.
    public var readsInBackground: Bool
    /// The file that keeps the first frame of the next start; nil for none.
    public var firstFrame: String?
    /// The file that keeps the search index; nil for one in memory.
    public var searchIndex: String?
    /// The reader's own keys.
    public var keys = KeyFile.standard
    /// The theme that was asked for; nil for the one that was chosen last.
    public var theme: String?
    /// The kind of terminal, and the theme that suits it as far as its variables say.
    public var terminalKind = ""
    public var terminalTheme: String?
    /// Seconds that the first page waits for a record which another program keeps locked.
    public var patience = 0.25
    /// The file that takes what is copied where the terminal has no clipboard.
    public var clipboardFile: String?
    /// What is changed at the start, in place of what was changed last.
    public var scenario: ScenarioFile?
    /// A quiz to begin with.
    public var quiz: QuizRequest?
    /// A review to begin with.
    public var review: ReviewRequest?
    /// An exam to begin with.
    public var exam: ExamStart?

    public init(
      chapter: String? = nil, isASCII: Bool = false, seed: UInt64? = nil, readsInBackground: Bool = true,
      firstFrame: String? = nil, searchIndex: String? = nil,
      clipboardFile: String? = nil, scenario: ScenarioFile? = nil, quiz: QuizRequest? = nil
    ) {
      self.chapter = chapter
      self.isASCII = isASCII
      self.seed = seed
      self.readsInBackground = readsInBackground
      self.firstFrame = firstFrame
      self.searchIndex = searchIndex
      self.clipboardFile = clipboardFile
      self.scenario = scenario
      self.quiz = quiz
    }
  }
}
