import Content
import Foundation
import Learning
import Testing
import Typesetting

@testable import TextbookUI

/// Quizzes and reviews at the session's face.
@Suite struct SittingTests {
  private static func chapterID(of session: Session) -> String { session.state.chapterID }

  /// A session in a quiz of all questions of the fixture's chapter, drawn with a seed.
  private static func quiz(count: Int = 3, seed: UInt64 = 7, kinds: Set<String>? = nil) throws -> Session {
    var session = try FixtureBook.session()
    let plan = QuizPlan(count: count, kinds: kinds)
    _ = session.perform(.askQuiz(QuizRequest(chapter: "01-memory", plan: plan, seed: seed, continues: false)))
    return session
  }

  /// Gives the present question an answer that is right or wrong, and says what came of it.
  private static func answer(_ session: inout Session, rightly: Bool) throws -> [Effect] {
    let id = try #require(session.state.openQuestion?.id)
    let question = try #require(session.state.question(id))
    switch question.body {
    case .choice(let options):
      let index = try #require(options.firstIndex { $0.isCorrect == rightly })
      session.state.questions[id]?.chosen = [index]
    case .multiple(let options):
      session.state.questions[id]?.chosen = Set(options.indices.filter { options[$0].isCorrect == rightly })
    case .trueFalse(let answer, _): session.state.questions[id]?.chosen = [answer == rightly ? 0 : 1]
    case .numeric:
      let draw = QuestionDraw(
        question, workbook: session.state.book.workbook,
        seed: try #require(session.state.sitting?.quiz.items.first { $0.question == id }?.seed))
      session.state.questions[id]?.entries = [EntryState(rightly ? draw.answer ?? "" : "1e30")]
    case .fill(let gaps):
      session.state.questions[id]?.entries = gaps.map { EntryState(rightly ? $0[0] : "wrong") }
      session.state.questions[id]?.cursor = gaps.count - 1
    case .order(let items):
      session.state.questions[id]?.order = rightly ? Array(items.indices) : items.indices.reversed()
    case .match(let pairs):
      session.state.questions[id]?.order = rightly ? Array(pairs.indices) : pairs.indices.reversed()
    case .short(_, let rubric):
      var effects = session.press("<Enter>")
      session.state.questions[id]?.chosen = rightly ? Set(rubric.indices) : []
      effects += session.press("<Enter>")
      return effects
    }
    return session.press("<Enter>")
  }

  @Test func rightAnswersPass() throws {
    var session = try Self.quiz()
    let count = try #require(session.state.sitting?.quiz.items.count)
    for number in 1...count {
      #expect(session.screen.contains("Question \(number) of \(count)"))
      let effects = try Self.answer(&session, rightly: true)
      let isKept = effects.contains {
        if case .keepAttempt(let given) = $0 { given.quiz != nil } else { false }
      }
      #expect(isKept, "the answer is kept with its quiz before the next question")
      session.press("<Enter>")
    }
    #expect(session.state.sitting?.quiz.isFinished == true)
    #expect(session.screen.contains("Passed: 100 %"))
  }

  @Test func wrongAnswersShowWhatWentWrongAndAreAskedAgain() throws {
    var session = try Self.quiz()
    let asked = try #require(session.state.sitting?.quiz.items.map(\.question))
    for _ in asked {
      _ = try Self.answer(&session, rightly: false)
      session.press("<Enter>")
    }
    #expect(session.screen.contains("Not passed: 0 %"))
    #expect(session.state.chapter.questions.map(\.id).sorted() == asked.sorted())
    session.go(to: Destination(chapter: "napkin:quiz/retry"))
    #expect(session.state.sitting?.quiz.items.map(\.question).sorted() == asked.sorted())
    #expect(session.screen.contains("Question 1 of \(asked.count)"))
  }

  @Test func aNumericAnswerIsDerivedFromTheNumbersThatWereAsked() throws {
    var session = try Self.quiz(count: 1, kinds: ["numeric"])
    #expect(!session.screen.contains("With these numbers"))
    _ = try Self.answer(&session, rightly: false)
    let lines = session.screen.split(separator: "\n").map(String.init)
    let start = try #require(lines.firstIndex { $0.contains("With these numbers:") })
    let item = try #require(session.state.sitting?.quiz.items.first)
    let question = try #require(session.state.question(item.question))
    let draw = QuestionDraw(question, workbook: session.state.book.workbook, seed: item.seed)
    let answer = try #require(draw.answer)
    #expect(lines[start...].joined().contains(answer), "it ends with the answer to these numbers")
  }

  @Test func theSameSeedAsksTheSame() throws {
    let first = try Self.quiz(seed: 11).state.sitting?.quiz.items.map(\.question)
    let second = try Self.quiz(seed: 11).state.sitting?.quiz.items.map(\.question)
    #expect(first == second)
  }

  @Test func aQuizThatWasLeftGoesOn() throws {
    var session = try Self.quiz()
    _ = try Self.answer(&session, rightly: true)
    let kept = try #require(session.state.sitting?.quiz)
    session.press("<Enter><Esc>")
    if session.state.sitting != nil { session.press("<Esc>") }
    #expect(session.state.chapterID == "01-memory")
    #expect(session.state.message?.text.contains("waits for you") == true)
    let request = QuizRequest(chapter: "01-memory", plan: kept.plan)
    #expect(session.perform(.askQuiz(request)) == [.findQuiz(request)])
    _ = session.perform(.beginQuiz(request, kept))
    #expect(session.screen.contains("Question 2 of"))
  }

  @Test func aQuizOfAnotherPlanIsNotGoneOnWith() throws {
    var session = try Self.quiz()
    let kept = try #require(session.state.sitting?.quiz)
    let request = QuizRequest(chapter: "01-memory", plan: QuizPlan(count: 1))
    _ = session.perform(.beginQuiz(request, kept))
    #expect(session.state.sitting?.quiz.items.count == 1)
  }

  @Test func whenTheTimeIsUpTheResultsShow() throws {
    var session = try FixtureBook.session()
    let request = QuizRequest(chapter: "01-memory", continues: false, minutes: 1)
    #expect(session.perform(.askQuiz(request)).contains(.setClock(true)))
    session.state.now = 59
    _ = session.perform(.tick)
    #expect(session.screen.contains("0:01 left"))
    session.state.now = 60
    #expect(session.perform(.tick).contains(.setClock(false)))
    #expect(session.screen.contains("Not passed"))
  }

  @Test func howSureIsKeptWithTheAnswer() throws {
    var session = try Self.quiz(count: 1, kinds: ["choice"])
    session.press("ss")
    let effects = try Self.answer(&session, rightly: true)
    let sureness = effects.compactMap { if case .keepAttempt(let given) = $0 { given.sureness } else { nil } }
    #expect(sureness == [3])
  }

  @Test func aBadQuestionIsFlaggedAndSuspended() throws {
    var session = try Self.quiz(count: 1, kinds: ["choice"])
    let id = try #require(session.state.openQuestion?.id)
    #expect(session.press("!unclear<Enter>") == [.flag(question: id, "unclear")])
    #expect(session.press("Z") == [.suspend(question: id, true)])
    _ = session.perform(.askQuiz(QuizRequest(chapter: "01-memory", continues: false)))
    let asked = try #require(session.state.sitting?.quiz.items.map(\.question))
    #expect(!asked.isEmpty && !asked.contains(id))
  }

  // MARK: Reviews

  private static func review(_ session: inout Session) throws -> [ReviewSubject] {
    let subjects = ReviewSubject.all(in: session.state.book)
    session.state.date = Date(timeIntervalSince1970: 1_800_000_000)
    let plan = ReviewPlan(
      day: LearnerCalendar.local.day(of: session.state.date),
      entries: subjects.prefix(2).map {
        ReviewPlan.Entry(subject: $0, reason: .due, due: session.state.date, seconds: 30)
      }, total: 5)
    let start = ReviewStart(session: ReviewSession(plan, seed: 3), isResumed: false, further: 3)
    _ = session.perform(.beginReview(start))
    return subjects
  }

  @Test func aReviewAsksWhatIsDueAndSaysWhenItComesBack() throws {
    var session = try FixtureBook.session()
    let subjects = try Self.review(&session)
    #expect(session.screen.contains("1 of 2"))
    let id = try #require(session.state.openQuestion?.id)
    #expect(id == subjects[0].id)
    let kept = try Self.answer(&session, rightly: false)
    #expect(kept.contains { if case .keepAttempt(let given) = $0 { given.review != nil } else { false } })
    let card = ReviewCard(due: session.state.date.addingTimeInterval(3 * 86_400))
    _ = session.perform(.reviewed(id, .again, card))
    #expect(session.state.message?.text == "Again: back in 3 days")
    session.press("<Enter>")
    #expect(session.screen.contains("2 of 2"))
  }

  @Test func easyIsSaidBeforeTheAnswer() throws {
    var session = try FixtureBook.session()
    _ = try Self.review(&session)
    let id = try #require(session.state.openQuestion?.id)
    if session.state.openQuestion?.isTyping == true { session.press("<Esc>") }
    session.press("E")
    #expect(session.screen.contains("easy for you"))
    let kept = try Self.answer(&session, rightly: true)
    let isEasy = kept.contains { if case .keepAttempt(let given) = $0 { given.isEasy } else { false } }
    #expect(isEasy, "\(id)")
  }

  @Test func nothingDueSaysSo() throws {
    var session = try FixtureBook.session()
    let plan = ReviewPlan(day: Day(number: 20_000))
    let start = ReviewStart(session: ReviewSession(plan, seed: 3), isResumed: false, further: 0)
    _ = session.perform(.beginReview(start))
    #expect(session.screen.contains("Nothing is due today."))
    session.press("<Esc>")
    #expect(session.state.chapterID == "01-memory")
  }
}

/// The three marks of a chapter.
@Suite struct ChapterMarkTests {
  @Test func aChapterIsCompleteWithThreeMarks() throws {
    var session = try FixtureBook.session(columns: 140, rows: 45)
    let chapter = session.state.chapter
    #expect(!session.screen.contains("○"), "nothing was begun")
    let calculator = try #require(chapter.calculators.first?.id)
    session.openPanel(calculator, input: nil)
    #expect(!session.screen.contains("●"), "opening is not using")
    session.press("<Right>")
    session.closePanel()
    #expect(session.screen.split(separator: "\n")[0].contains("○●○"))
    session.state.sectionsRead[chapter.id] = Set(chapter.sections.compactMap(\.id))
    session.state.chaptersPassed = [chapter.id]
    #expect(
      session.screen.split(separator: "\n").count { $0.contains("●●●") } == 2,
      "in the first line and the contents")
  }
}
