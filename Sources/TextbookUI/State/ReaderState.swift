import Content
import Engine
import Foundation
import Learning
import Terminal
import Typesetting

/// Everything that decides what the reader sees: a value. Requests change it, and a frame is drawn from it alone.
struct ReaderState {
  var book: Book
  /// Counts the versions of the book: one more when chapters were added.
  var bookRevision = 0
  /// Counts the versions of the numbers: one more when an input was changed.
  var numbersRevision = 0
  /// Whether all chapters are there.
  var isComplete: Bool
  /// The id of the chapter on the screen, or the address of a page that the program wrote.
  var chapterID: String
  /// The page at that address, as it was written last.
  var written: WrittenPage?
  /// Where the reader was in the chapters before a written page came on the screen.
  var lastPlace: Destination?
  var size: ScreenSize
  /// Whether the terminal shows only ASCII.
  var isASCII: Bool
  /// The top of the screen.
  var top = PagePosition()
  var focus: Focus?
  var panel: PanelState?
  /// The number that was asked about last in a calculator in which something was changed.
  var changedSubject: ValueSubject?
  /// The calculator that was open when one of its numbers was asked about on another page.
  var leftPanel: LeftPanel?
  /// What had the focus when the panel was opened.
  var panelOpener: Focus?
  /// The top of the screen when the panel was opened.
  var panelOrigin: PagePosition?
  /// The numbers as the reader pinned them, to compare others with them.
  var pinned: Workbook?
  /// Scenarios that the learner kept, by name.
  var scenarios: [String: Scenario] = [:]
  /// The question that keys go to.
  var openQuestion: OpenQuestion?
  /// Questions as they stand, for each place that asks them.
  var drafts: [Desk: [String: QuestionState]] = [:]
  /// What was not answered when a question was left, by `draftKey`.
  var keptDrafts: [String: AnswerDraft] = [:]
  var unfolded: Set<String> = []
  var ticked: Set<String> = []
  /// The ids of sections that were read to their end, by chapter.
  var sectionsRead: [String: Set<String>] = [:]
  var history = History()
  /// The pages that were turned, so that turning back leads to where they began.
  var turns: [PageTurn] = []
  var contents = ContentsState()
  var prompt: Prompt?
  var search: PageSearch?
  /// Why the book can not be searched yet, or at all.
  var findNotice: String? = "The book is not indexed yet."
  /// The match that was shown last.
  var match: PagePosition?
  var popup: Popup?
  var help: HelpState?
  var message: Message?
  /// The number typed before a command.
  var count: Int?
  var hasMouse = true
  /// What was changed when the book was open last; what of it concerns chapters that are not read yet waits here.
  var savedScenario: Scenario?
  /// Where to go when the chapter is there.
  var destination: Destination?
  var keys = KeyTable.standard
  var settings = ReadingSettings()
  /// The name of the theme that suits the terminal, where the reader chose none.
  var terminalTheme: String?
  /// How far what is wider than the text is moved to the left.
  var sideways = 0
  /// Places that the reader named with a letter.
  var marks: [String: Destination] = [:]
  var notes = NoteBook()
  /// Whether notes are written in an editor; if not, on a line.
  var hasEditor = false
  /// The mark that waits for its letter.
  var naming: Naming?
  /// Paragraphs that are chosen to be marked.
  var selection: Selection?
  /// Whether the keys that matter lie over the page, as at the first start.
  var isGreeting = false
  /// The history as the record has it.
  var keptHistory = History()
  /// The exam that is taken.
  var exam: ExamRound?
  /// How far the learner is, as it was found last.
  var progress: LearningProgress?
  /// The review that is taken.
  var round: ReviewRound?
  /// What a review may ask, by id.
  var reviewSubjects: [String: ReviewSubject] = [:]
  /// What reviews ask.
  var reviewKinds: Set<ReviewSubject.Kind> = [.question]
  /// A review that was asked for while the book was read.
  var waitingReview: ReviewWish?
  /// An exam that was asked for while the book was read.
  var waitingExam: ExamStart?
  /// How many answers could not be recorded yet.
  var unrecorded = 0
  /// The time of day, as the reader's clock says it.
  var date = Date.distantPast
  /// The ids of calculators in which the reader changed something.
  var calculatorsUsed: Set<String> = []
  /// The ids of chapters whose quiz was passed.
  var chaptersPassed: Set<String> = []
  /// The quiz that is taken.
  var sitting: Sitting?
  /// The paragraphs that teach questions, as far as they were looked for, by the questions' ids.
  var teaching: [String: BookPlace] = [:]
  /// The ids of questions that the learner does not want to be asked.
  var suspended: Set<String> = []
  /// Seconds on a clock of the reader, for how long an answer takes.
  var now: Double = 0
  /// Counts what is shown on pages that the program writes besides the book's numbers.
  var pageNumber = 0
  /// Decides how options are shuffled and inputs drawn; another one after each draw.
  var seed: UInt64

  init(
    book: Book, chapterID: String, size: ScreenSize, isASCII: Bool = false, isComplete: Bool = true,
    seed: UInt64 = 0
  ) {
    self.book = book
    self.chapterID = chapterID
    self.size = size
    self.isASCII = isASCII
    self.isComplete = isComplete
    self.seed = seed
  }

  /// The chapter on the screen; an empty one while there is none.
  var chapter: Chapter {
    if let written, written.chapter.id == chapterID { return written.chapter }
    return book.chapters[chapterID] ?? Chapter(id: chapterID, title: "", file: "")
  }

  /// Whether the page on the screen was written by the program.
  var isWritten: Bool { chapterID.hasPrefix(PageAddress.scheme) }

  /// A number that differs whenever the page on the screen has other blocks.
  var pageRevision: Int {
    guard let written, written.chapter.id == chapterID else { return bookRevision }
    var hasher = Hasher()
    hasher.combine(bookRevision)
    hasher.combine(written.edition)
    return hasher.finalize()
  }

  /// Where keys go.
  var place: KeyPlace {
    if help != nil { return .help }
    if let prompt {
      switch prompt.kind {
      case .search: return .search
      case .goTo: return .goTo
      case .find: return .find
      case .note: return .noting
      case .remark: return .remark
      case .choose: return .goTo
      case .ask: return .asking
      }
    }
    if naming != nil { return .naming }
    if contents.hasFocus { return .contents }
    if selection != nil { return .selecting }
    if let panel { return panel.entry == nil ? .panel : .entry }
    if let openQuestion { return keyPlace(of: openQuestion) }
    return popup == nil ? .page : .popup
  }

  /// Questions as they stand where the reader is, by id.
  var questions: [String: QuestionState] {
    get { drafts[desk, default: [:]] }
    set { drafts[desk] = newValue }
  }

  /// What a page needs to be laid out.
  func context(width: Int) -> PageContext {
    var context = PageContext(
      width: width, isASCII: isASCII, book: book, chapter: chapter, panel: panel, questions: questions,
      unfolded: unfolded, ticked: ticked)
    context.sideways = sideways
    context.hasPlainNumbers = isExamining
    context.hasLineNumbers = settings.hasLineNumbers
    context.isJustified = settings.isJustified
    // They stand in the margin where there is one.
    let geometry = geometry
    context.hasFootnotes = geometry.margin == 0
    if width == geometry.textWidth { context.margins = geometry.margins }
    context.rows = size.rows
    context.pinned = pinned
    return context
  }

  /// A number that differs whenever a block with these needs would look different.
  func revision(of needs: BlockNeeds) -> Int {
    var hasher = Hasher()
    if needs.isLive { hasher.combine(numbersRevision) }
    if let panel, needs.calculators.contains(panel.calculator) { hasher.combine(panel) }
    for id in needs.questions { hasher.combine(questions[id]) }
    if needs.mayBeWide {
      hasher.combine(sideways)
      hasher.combine(settings.hasLineNumbers)
    }
    if needs.hasSwitches {
      hasher.combine(unfolded)
      hasher.combine(ticked)
    }
    return hasher.finalize()
  }
}

/// Something on the page that Enter would act on.
struct Focus: Hashable, Sendable, Codable {
  var block: Int
  /// The index among the block's targets.
  var target: Int
}

/// A calculator as it was open on a page that the reader comes back to.
struct LeftPanel: Hashable, Sendable {
  var chapter: String
  var panel: PanelState
  /// Where closing it leads.
  var origin: PagePosition?
}

/// The question that keys go to.
struct OpenQuestion: Hashable, Sendable {
  var id: String
  /// Whether letters go into an answer.
  var isTyping = false
  /// Whether what is typed first takes the place of what was typed before.
  var isFresh = true
  /// Whether an item was moved.
  var isTouched = false
  /// Whether the learner asked to answer and is to confirm it.
  var isConfirming = false
  /// Whether more was typed than an answer can hold.
  var isCut = false
}

/// Who asks a question. What is typed for one of them is no draft for another.
enum Desk: Hashable, Sendable {
  case page, quiz, review, exam
}

/// How long a review may take; nil for all that is due.
struct ReviewWish: Hashable, Sendable {
  var minutes: Double?
}

/// A page that the program wrote from the state; it is written again when the numbers change.
struct WrittenPage {
  var chapter: Chapter
  /// The versions of book and numbers from which it was written.
  var bookRevision: Int
  var numbersRevision: Int
  var pageNumber: Int
  /// Counts the pages that were written.
  var edition: Int
}

/// A line for the reader, shown until the next key.
struct Message: Hashable, Sendable {
  var text: String
  var isError = false
}

/// A place in the book.
struct Destination: Hashable, Sendable, Codable {
  var chapter: String
  /// An anchor or heading to go to; else `position`.
  var anchor: String?
  var position = PagePosition()
  /// The first words of the block there, to find it again after the chapter was edited.
  var words: String?
  /// What had the focus there.
  var focus: Focus?

  /// Whether it is a page that the program writes.
  var isWritten: Bool { chapter.hasPrefix(PageAddress.scheme) }
}

/// Places that the reader jumped from.
struct History: Hashable, Sendable, Codable {
  var back: [Destination] = []
  var forward: [Destination] = []
  static let capacity = 200

  /// As much of it as is kept for the next start.
  var recent: History { History(back: back.suffix(50), forward: forward.suffix(50)) }

  /// Notes a place before a jump.
  mutating func leave(_ place: Destination) {
    if back.last != place { back.append(place) }
    if back.count > Self.capacity { back.removeFirst() }
    forward = []
  }

  /// The history for a start at a place: where the book was left on a page of the program that was opened there, neither
  /// that page nor the place itself is one to go back to.
  func opened(at place: ReadingPlace) -> History {
    guard let last = back.lastIndex(where: { !$0.isWritten }), back[last].chapter == place.chapter,
      back[last].position.block == place.block, back[last].position.fraction == place.fraction
    else { return self }
    return History(back: Array(back[..<last]), forward: forward)
  }
}

/// A page that was turned.
struct PageTurn: Hashable, Sendable {
  static let capacity = 200

  var chapter: String
  var size: ScreenSize
  var from: PagePosition
  var to: PagePosition
}

/// The contents at the left, or on a narrow screen in place of the text.
struct ContentsState: Hashable, Sendable {
  /// Nil: shown where there is room.
  var isShown: Bool?
  var hasFocus = false
  var cursor = 0
  /// Where the wheel moved the list.
  var scrolled: ContentsScroll?
}

/// How far the contents are scrolled, until the reader goes elsewhere or the line that they follow is another.
struct ContentsScroll: Hashable, Sendable {
  var chapter: String
  var cursor: Int
  /// The first line that is shown.
  var first: Int
}

/// Something small shown over the page.
struct Popup: Hashable, Sendable {
  var title: String
  var blocks: [Block]
  var scroll = 0
}

/// The list of keys.
struct HelpState: Hashable, Sendable {
  /// The place it was asked from.
  var place: KeyPlace
  var scroll = 0
}

/// A line that is typed at the bottom.
struct Prompt: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// In the chapter, by number or name, in the book.
    case search, goTo, find
    /// A note on a paragraph.
    case note
    /// What is wrong with the question that is open.
    case remark
    /// One of a few things to do, each an address; the words before what is typed.
    case choose(String)
    /// A value, a name or a file.
    case ask(Ask)
  }
  var kind: Kind
  var entry = EntryState()
  /// What can be gone to, and what of it answers the entry.
  var index: GoToIndex?
  var offers: [GoToItem] = []
  /// What was found in the book, and for which text.
  var hits: [SearchHit] = []
  var hitsText = ""
  /// The note that is written.
  var draft: NoteDraft?
  /// The chosen one of the offers or hits.
  var cursor = 0
  /// Where the page was before.
  var origin: PagePosition
}

/// What is searched for on the page.
struct PageSearch: Hashable, Sendable {
  var text: String
  /// Nil where nothing was looked for yet.
  var count: MatchCount?
}

/// Which of how many matches is shown.
struct MatchCount: Hashable, Sendable {
  /// From 1 on.
  var place: Int
  var total: Int

  /// `3 of 36`
  var words: String { "\(place) of \(total)" }
}
