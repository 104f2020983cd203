import Content
import Foundation
import Learning
import Testing
import Typesetting

@testable import TextbookUI

/// The program ends between any two things that it does: no answer is lost, and none is kept twice.
@Suite struct KilledTests {
  private static let book = "interface-test"
  private static let request = QuizRequest(chapter: "01-memory", seed: 5)

  private static func keeper(_ folder: RecordKeepingTests.Folder) -> RecordKeeper {
    let path = folder.file
    let keeper = RecordKeeper(book: book, chapter: nil) { () throws(RecordError) in try Record(path: path) }
    keeper.begin()
    return keeper
  }

  /// Does what a reader does with an effect, as far as it concerns a quiz.
  private static func carryOut(_ effect: Effect, _ keeper: RecordKeeper) {
    switch effect {
    case .keepAttempt(let given): _ = keeper.keep(given)
    case .saveQuiz(let quiz): keeper.save(quiz)
    case .endQuiz(let id): keeper.endSession(id)
    default: break
    }
  }

  /// Begins the quiz or goes on with it.
  private static func session(_ keeper: RecordKeeper) throws -> Session {
    var session = try FixtureBook.session()
    let left = keeper.leftQuizzes(chapter: request.chapter)
    for effect in session.perform(.beginQuiz(request, left)) { carryOut(effect, keeper) }
    return session
  }

  /// Answers the present question, rightly or not, and goes on.
  ///
  /// - Parameter count: after so many effects the program ends; nil for never.
  /// - Returns: whether it came to its end.
  private static func answer(_ session: inout Session, _ keeper: RecordKeeper, endingAfter count: Int?) throws
    -> Bool
  {
    let id = try #require(session.state.openQuestion?.id)
    let question = try #require(session.state.question(id))
    var keys = ["<Enter>", "<Enter>"]
    switch question.body {
    case .choice, .multiple, .trueFalse: session.state.questions[id]?.chosen = [1]
    case .numeric: session.state.questions[id]?.entries = [EntryState("1e30")]
    case .fill(let gaps):
      session.state.questions[id]?.entries = gaps.map { _ in EntryState("wrong") }
      session.state.questions[id]?.cursor = gaps.count - 1
    case .short: keys.insert("<Enter>", at: 0)
    case .order, .match: break
    }
    var done = 0
    for key in keys {
      for effect in session.press(key) {
        if done == count { return true }
        done += 1
        carryOut(effect, keeper)
      }
    }
    return done == count
  }

  @Test(arguments: 0..<6) func noAnswerIsLostOrDoubled(effects count: Int) throws {
    let folder = try RecordKeepingTests.Folder()
    let keeper = Self.keeper(folder)
    let record = try Record(path: folder.file)
    let asked = try #require(try Self.session(keeper).state.sitting?.quiz.items.count)
    for number in 0..<40 where try record.attempts(book: Self.book).count < asked {
      var session = try Self.session(keeper)
      // Every second time the program ends, so that the quiz comes to its end.
      _ = try Self.answer(&session, keeper, endingAfter: number.isMultiple(of: 2) ? count : nil)
    }
    let attempts = try record.attempts(book: Self.book)
    #expect(asked > 2 && attempts.count == asked)
    #expect(Set(attempts.map(\.question)).count == asked)
    let quiz = try #require(try record.sessions(book: Self.book).last)
    #expect(quiz.ended != nil)
    #expect(try record.sessions(book: Self.book).count == 1, "it went on, and never began anew")
  }

  @Test func theResultsOfAQuizThatWasLeftShowFirst() throws {
    let folder = try RecordKeepingTests.Folder()
    let keeper = Self.keeper(folder)
    var session = try Self.session(keeper)
    while session.state.sitting?.quiz.isFinished == false {
      if session.state.openQuestion.flatMap({ session.state.questions[$0.id] })?.outcome != nil {
        session.press("<Enter>")
      }
      _ = try Self.answer(&session, keeper, endingAfter: 1)
    }
    var next = try Self.session(keeper)
    #expect(next.screen.contains("assed: "))
    #expect(next.state.message?.text == "You left this quiz before its results")
    next.press("q")
    next = try Self.session(keeper)
    #expect(next.screen.contains("Question 1 of"), "another one, once the results were seen")
  }

  @Test func theQuizThatWasLeftLastGoesOnWhateverItsPlan() throws {
    let folder = try RecordKeepingTests.Folder()
    let keeper = Self.keeper(folder)
    var session = try FixtureBook.session()
    func begin(_ request: QuizRequest) throws {
      session = try FixtureBook.session()
      let left = keeper.leftQuizzes(chapter: request.chapter)
      for effect in session.perform(.beginQuiz(request, left)) { Self.carryOut(effect, keeper) }
    }
    try begin(QuizRequest(chapter: "01-memory", plan: QuizPlan(count: 4), seed: 5))
    let first = try #require(session.state.sitting?.quiz.id)
    _ = try Self.answer(&session, keeper, endingAfter: nil)
    try begin(QuizRequest(chapter: "01-memory"))
    #expect(session.state.sitting?.quiz.id == first)
    #expect(session.state.message?.text.contains("You left this quiz at question 2") == true)
    try begin(QuizRequest(chapter: "01-memory", plan: QuizPlan(count: 4), seed: 5))
    #expect(session.state.sitting?.quiz.id == first, "the same command goes on")
    try begin(QuizRequest(chapter: "01-memory", plan: QuizPlan(count: 2)))
    #expect(session.state.sitting?.quiz.id != first)
    #expect(session.state.message?.text == "Your quiz of 3 with 1 answered waits until this one is done")
  }
}
