import Content
import Learning
import Terminal

/// What a reader may ask for, whatever the key.
enum Request: Hashable, Sendable {
  // Moving
  case scroll(Int)
  case scrollHalf(Int)
  case scrollPage(Int)
  case top, bottom
  case section(Int)
  case chapter(Int)
  case back, forward
  case digit(Int)
  // Acting
  case target(Int)
  case activate
  case leave
  case click(row: Int, column: Int)
  /// So many lines down, or up when negative, where the pointer stands.
  case wheel(Int, row: Int, column: Int)
  case restoreAuthor
  // Places
  case contents, search, goTo, find, help
  case hideContents
  /// Up and down in a list: contents, offers, options, gaps, inputs.
  case cursor(Int)
  case cursorPage(Int)
  case cursorEnd(Int)
  case match(Int)
  // Typing
  case type(Character)
  case paste(String)
  case eraseBackward, eraseForward, eraseAll
  case moveInEntry(Int)
  // Calculators
  case step(Int, coarse: Bool)
  case resetInput, resetCalculator
  // The live page
  case analyse(Analysis)
  case output(Int)
  case nextScale
  case pin
  case workbench, whatIf, scenarios
  case copy
  // Questions
  case option(Int)
  case toggle
  case moveItem(Int)
  case hint, answer, tryAgain
  /// To the paragraph that teaches the question that was answered.
  case readAgain
  case quiz, newQuiz
  case askQuiz(QuizRequest)
  /// What is due, for so many minutes or all of it.
  case review(minutes: Double?)
  case easy
  case askExam(ExamStart)
  case beginExam(ExamStart, ExamSitting?)
  case examResult(ExamResult, problem: String?)
  case askProgress
  case progress(LearningProgress)
  case beginReview(ReviewStart)
  /// What the record made of an answer in a review.
  case reviewed(Review, ReviewCard?)
  /// How sure the learner is: the next of not, fairly, very.
  case sureness
  case flag, suspend
  /// With the quizzes of the chapter that were left, the last one first.
  case beginQuiz(QuizRequest, [QuizSession])
  /// A second went by.
  case tick
  // The program
  case quit, stop, redraw, toggleMouse
  /// Open the page's file in an editor.
  case edit
  case resize(ScreenSize)
  /// The rest of the book was read.
  case completed(CompletedBook)
  /// Files were saved and read again; nil where the book can not be read as it is now, with the reason.
  case reread([String], CompletedBook?, String?)
  case report(Message)
  /// A scenario's file was read.
  case scenarioRead(ScenarioFile)
  /// What the book has of a text.
  case found(String, [SearchHit])
  /// Why nothing can be found yet; nil when it can.
  case findNotice(String?)
  case reading(ReadingRequest)
  /// A key that has no meaning here.
  case unknown(Key)
}

extension Request {
  /// Whether it acts while the screen is too small to show what it acts on.
  var worksUnseen: Bool {
    switch self {
    case .quit, .stop, .redraw: true
    default: false
    }
  }

  /// Whether it leads from an open question to something else.
  var leavesQuestion: Bool {
    switch self {
    case .quiz, .chapter: true
    default: false
    }
  }
}

/// A book that was read in the background. Two are equal only when they are one: a book is never compared.
struct CompletedBook: Hashable, Sendable {
  let book: Book
  let number: Int

  static func == (left: Self, right: Self) -> Bool { left.number == right.number }
  func hash(into hasher: inout Hasher) { hasher.combine(number) }
}
