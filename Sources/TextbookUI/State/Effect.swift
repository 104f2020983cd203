import Content
import Engine
import Learning

/// What a request asks of the world outside the state.
enum Effect: Hashable, Sendable {
  case quit
  /// Stop as Ctrl-Z does.
  case stop
  /// Draw everything anew.
  case redraw
  case setMouse(Bool)
  case savePlace(ReadingPlace)
  /// Open a file of the book in an editor, at a line.
  case edit(file: String, line: Int)
  /// Look for a text in the book; `Request.found` brings what there is.
  case find(String)
  case saveScenario(Scenario)
  case reading(ReadingEffect)
  /// Keep a scenario under a name, or remove it.
  case keepScenario(String, Scenario?)
  /// Write a scenario's text to a file; `Request.report` says what became of it.
  case writeFile(path: String, text: String)
  /// Read a scenario from a file; `Request.scenarioRead` brings it.
  case readScenario(path: String)
  /// Put a text on the clipboard of the terminal, or into a file where it has none.
  case copy(String)
  case setTick(String, Bool)
  case setRead(section: String, chapter: String)
  case calculatorUsed(String)
  /// The learner began to look at a question.
  case questionOpened(String)
  /// Look in the record for quizzes that were left; `Request.beginQuiz` brings them.
  case findQuiz(QuizRequest)
  /// To be kept as it stands, so that it can go on after the program ended.
  case saveQuiz(QuizSession)
  /// A quiz that does not go on, by its id.
  case endQuiz(String)
  /// Look in the record for what is due; `Request.beginReview` brings it.
  case findReview(minutes: Double?)
  case saveReview(ReviewSession, isFinished: Bool)
  /// How well a term or an equation was recalled, to be kept before the next key is read.
  case keepReview(card: String, version: String, ReviewRating, AskedItem<ReviewSession>)
  /// Another rating for a review, by its id, to be kept before the next key is read.
  case rerate(review: String, ReviewRating)
  /// What reviews ask from now on.
  case setSubjects(Set<ReviewSubject.Kind>)
  case saveExam(ExamSitting)
  /// Grade an exam and write its result; `Request.examResult` tells of it.
  case handIn(ExamSitting, ResultFile)
  /// Look in the record for an exam that was left in the middle; `Request.beginExam` brings it.
  case findExam(ExamStart)
  /// Look in the record how far the learner is; `Request.progress` brings it.
  case findProgress
  /// Whether `Request.tick` comes every second.
  case setClock(Bool)
  /// The learner does not want to be asked this, or wants it again.
  case suspend(question: String, Bool)
  /// What is wrong with a question.
  case flag(question: String, String)
  /// To be kept before the next key is read.
  case keepAttempt(GivenAnswer)
  /// A chapter of which only the outline is here is to be read, and the book that has it to be given back.
  case read(chapter: String)
}

/// An answer with what is needed to keep it.
struct GivenAnswer: Hashable, Sendable {
  var question: Question
  var answer: Answer
  /// The author's indices as they were shown.
  var order: [Int]
  /// Entries drawn for inputs, by name.
  var drawn: [String: String]
  var grade: Grade
  var usedHint: Bool
  /// How sure the learner said to be, from 1 to 5.
  var sureness: Int?
  /// The quiz that asked, as it stands with this answer.
  var quiz: AskedItem<QuizSession>?
  /// The review that asked, as it stood before: the record decides when the question comes back.
  var review: AskedItem<ReviewSession>?
}

/// What a session asked.
struct AskedItem<Session: Hashable & Sendable>: Hashable, Sendable {
  var session: Session
  /// Among the session's items.
  var index: Int
}
