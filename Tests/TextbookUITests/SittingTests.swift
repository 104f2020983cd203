import Content
import Foundation
import Learning
import Terminal
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
      session.state.questions[id]?.rights = rightly ? Array(pairs.indices) : pairs.indices.reversed()
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

  @Test func aNewQuizInPlaceOfOneInProgressIsConfirmed() throws {
    var session = try Self.quiz()
    _ = try Self.answer(&session, rightly: true)
    let id = session.state.sitting?.quiz.id
    session.press("N")
    #expect(session.state.sitting?.quiz.id == id)
    #expect(session.state.message?.text == "1 of 3 are answered · N once more drops this quiz for a new one")
    session.press("jN")
    #expect(session.state.sitting?.quiz.id == id, "another key in between takes it back")
    session.press("N")
    #expect(session.state.sitting?.quiz.id != id)
  }

  @Test func aQuestionThatIsGoneIsPassedOver() throws {
    var session = try Self.quiz()
    _ = try Self.answer(&session, rightly: true)
    let items = try #require(session.state.sitting?.quiz.items.map(\.question))
    session.state.book.chapters["01-memory"]?.questions.removeAll { $0.id == items[1] }
    session.press("<Enter>")
    #expect(session.screen.contains("no longer in the book. Enter goes on."))
    session.press("<Enter>")
    #expect(session.state.openQuestion?.id == items[2])
    #expect(session.state.sitting?.quiz.items.map(\.question) == [items[0], items[2]])
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

  @Test func theParagraphThatTeachesIsALinkAway() throws {
    var session = try FixtureBook.session(rows: 10)
    let plan = QuizPlan(count: 1, kinds: ["truefalse"])
    _ = session.perform(.askQuiz(QuizRequest(chapter: "01-memory", plan: plan, seed: 7, continues: false)))
    _ = try Self.answer(&session, rightly: false)
    session.press("<Enter>")
    let item = try #require(session.state.sitting?.quiz.items.first)
    let chapter = try #require(session.state.book.chapters["01-memory"])
    let question = try #require(chapter.questions.first { $0.id == item.question })
    var places = TeachingPlaces(session.state.book)
    let found = places.place(of: question, in: chapter.id)
    let place = try #require(found)
    for _ in 0..<20 where session.focused?.action != .link("napkin:at/01-memory/\(place.block)") {
      session.press("<Tab>")
    }
    #expect(session.focused?.action == .link("napkin:at/01-memory/\(place.block)"))
    session.press("<Enter>")
    #expect(session.state.chapterID == "01-memory")
    let top = session.page.clamped(PagePosition(block: place.block), rows: session.geometry.pageRows)
    #expect(session.state.top.block == top.block, "at the top, or as high as the end of the chapter lets it")
    let words = try #require(chapter.firstWords(of: place.block)?.prefix(20))
    #expect(session.screen.contains(words), "\(place.block) of \(chapter.blocks.count): \(session.screen)")
    session.press("H")
    #expect(session.state.chapterID == "napkin:quiz")
    #expect(session.screen.contains("Read §"))
  }

  @Test func whatWasAnsweredIsReadAgainAndTheQuizGoesOn() throws {
    var session = try Self.quiz(count: 2, kinds: ["truefalse", "choice"])
    _ = try Self.answer(&session, rightly: false)
    let id = try #require(session.state.openQuestion?.id)
    session.press("r")
    #expect(session.state.chapterID == "01-memory")
    let place = try #require(session.state.teaching[id])
    let rows = session.page.rows(from: session.state.top, count: session.geometry.pageRows)
    #expect(rows.contains { $0.block == place.block })
    session.press("<BS>")
    #expect(session.state.place == .answered && session.state.openQuestion?.id == id)
    session.press("<Enter>")
    #expect(session.screen.contains("Question 2 of 2"))
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

  @Test func aDraftOfAQuizIsNoneOfThePage() throws {
    var session = try Self.quiz(count: 1, kinds: ["numeric"])
    let id = try #require(session.state.openQuestion?.id)
    session.press("P<Esc><Esc>")
    #expect(session.state.chapterID == "01-memory")
    session.openQuestion(id)
    session.press("3")
    #expect(session.state.questions[id]?.entries.map(\.text) == ["3"])
  }

  @Test func theHeaderStandsOnOneLine() throws {
    let session = try Self.quiz()
    let line = try #require(session.screen.split(separator: "\n").first { $0.contains("Question 1 of 3") })
    #expect(line.contains(" right to pass"))
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
    _ = session.perform(.beginQuiz(request, [kept]))
    #expect(session.screen.contains("Question 2 of"))
  }

  @Test func aQuizOfAnotherPlanIsNotGoneOnWith() throws {
    var session = try Self.quiz()
    let kept = try #require(session.state.sitting?.quiz)
    let request = QuizRequest(chapter: "01-memory", plan: QuizPlan(count: 1))
    _ = session.perform(.beginQuiz(request, [kept]))
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
    _ = session.perform(.reviewed(Review(card: id, rating: .again), card))
    #expect(session.state.message?.text == "Again: back in 3 days")
    session.press("<Enter>")
    #expect(session.screen.contains("2 of 2"))
  }

  /// The review that the record made of the answer to the first question, shown with its feedback.
  private static func answered(_ session: inout Session, _ rating: ReviewRating) throws -> Review {
    _ = try Self.review(&session)
    let id = try #require(session.state.openQuestion?.id)
    _ = try Self.answer(&session, rightly: rating != .again)
    let review = Review(id: "r-1", card: id, rating: rating)
    let card = ReviewCard(due: session.state.date.addingTimeInterval(3 * 86_400))
    _ = session.perform(.reviewed(review, card))
    return review
  }

  @Test func easyIsSaidAfterARightAnswerAndTakenBack() throws {
    var session = try FixtureBook.session()
    var review = try Self.answered(&session, .good)
    #expect(session.state.message?.text == "Good: back in 3 days · E if it was easy")
    #expect(session.press("E") == [.rerate(review: "r-1", .easy)])
    review.rating = .easy
    let later = ReviewCard(due: session.state.date.addingTimeInterval(9 * 86_400))
    _ = session.perform(.reviewed(review, later))
    #expect(session.state.message?.text == "Easy: back in 9 days · E takes Easy back")
    #expect(session.state.round?.session.items[0].ratings == [.easy], "one rating, not two")
    #expect(session.press("E") == [.rerate(review: "r-1", .good)])
    session.press("<Enter>")
    #expect(session.screen.contains("2 of 2"))
  }

  @Test(arguments: [(ReviewRating.again, "It stays Again"), (.hard, "It stays Hard")])
  func onlyARightAnswerCanBeEasy(rating: ReviewRating, says: String) throws {
    var session = try FixtureBook.session()
    _ = try Self.answered(&session, rating)
    #expect(session.press("E") == [])
    #expect(session.state.message?.text.hasPrefix(says) == true)
  }

  @Test func easyMeansNothingBeforeTheAnswer() throws {
    var session = try FixtureBook.session()
    _ = try Self.review(&session)
    if session.state.openQuestion?.isTyping == true { session.press("<Esc>") }
    #expect(session.press("E") == [])
  }

  @Test func termsAndEquationsAreSwitchedOnWhereNothingIsDue() throws {
    var session = try FixtureBook.session()
    let plan = ReviewPlan(day: Day(number: 20_000))
    let start = ReviewStart(session: ReviewSession(plan, seed: 3), isResumed: false, further: 0)
    _ = session.perform(.beginReview(start))
    #expect(session.screen.contains("[ ] terms of the glossary"))
    session.go(to: Destination(chapter: "napkin:review/cards/term"))
    #expect(session.effects.contains(.setSubjects([.question, .term])))
    #expect(session.effects.contains(.findReview(minutes: nil)))
    #expect(session.screen.contains("[x] terms of the glossary"))
    // At no width does a line end in the box.
    for columns in 40...80 {
      _ = session.perform(.resize(ScreenSize(columns: columns, rows: 40)))
      #expect(!session.screen.contains("[\n"), "\(columns)")
    }
    _ = session.perform(.resize(ScreenSize(columns: 80, rows: 24)))
    session.effects = []
    session.go(to: Destination(chapter: "napkin:review/cards/term"))
    #expect(session.effects.contains(.setSubjects([.question])))
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
