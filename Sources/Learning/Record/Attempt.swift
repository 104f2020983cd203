import Content
import Foundation

/// One answer to one question, as it is kept.
public struct Attempt: Hashable, Sendable, Codable, Identifiable {
  /// Where it was given.
  public enum Origin: String, Hashable, Sendable, Codable {
    case page, quiz, review, exam
  }

  public var id: String
  /// The book's id.
  public var book: String
  /// The question's id.
  public var question: String
  /// `Question.version` of what was asked.
  public var version: String
  public var answer: Answer
  /// Entries drawn for the inputs of a numeric question's calculator, by name.
  public var drawn: [String: String]
  /// The author's indices of options, items or right sides, in the order in which they were shown; empty where nothing
  /// was shuffled.
  public var optionOrder: [Int]
  /// From 0 to 1.
  public var credit: Double
  /// How long the question was on the screen.
  public var seconds: Double
  public var usedHint: Bool
  /// How sure the learner said to be, from 1 to 5.
  public var sureness: Int?
  public var origin: Origin
  /// The id of the quiz or exam that it belongs to.
  public var session: String?
  /// When it was given, to the millisecond.
  public var time: Date

  public init(
    id: String = UUID().uuidString, book: String, question: String, version: String, answer: Answer,
    drawn: [String: String] = [:], optionOrder: [Int] = [], credit: Double, seconds: Double = 0,
    usedHint: Bool = false, sureness: Int? = nil, origin: Origin = .page, session: String? = nil,
    time: Date = Date()
  ) {
    self.id = id
    self.book = book
    self.question = question
    self.version = version
    self.answer = answer
    self.drawn = drawn
    self.optionOrder = optionOrder
    self.credit = credit
    self.seconds = seconds
    self.usedHint = usedHint
    self.sureness = sureness
    self.origin = origin
    self.session = session
    self.time = Date(milliseconds: time.milliseconds)
  }

  /// The attempt at a question as it was drawn and graded.
  public init(
    id: String = UUID().uuidString, _ question: Question, book: String, answer: Answer,
    draw: QuestionDraw? = nil, grade: Grade,
    seconds: Double = 0, usedHint: Bool = false, origin: Origin = .page, session: String? = nil,
    time: Date = Date()
  ) {
    self.init(
      id: id, book: book, question: question.id, version: question.version, answer: answer,
      drawn: draw?.inputs ?? [:], optionOrder: draw?.optionOrder ?? [], credit: grade.credit,
      seconds: seconds, usedHint: usedHint, origin: origin, session: session, time: time)
  }
}
