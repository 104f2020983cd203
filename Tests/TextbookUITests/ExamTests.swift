import Content
import Foundation
import Learning
import Testing
import Typesetting

@testable import TextbookUI

/// Exams and the page of progress at the session's face.
@Suite struct ExamTests {
  private static func start(questions: Int = 2, minutes: Int? = nil, book: Book) throws -> ExamStart {
    let plan = ExamPlan(
      id: "midterm", title: "Midterm", chapters: ["01-memory"], kinds: ["choice", "truefalse"],
      questions: questions,
      minutes: minutes)
    return ExamStart(
      exam: try Exam(plan, book: book, student: "Ada"),
      result: ResultFile(path: "/tmp/ada.json", key: Array("a secret".utf8)))
  }

  private static func session(minutes: Int? = nil) throws -> Session {
    var session = try FixtureBook.session()
    session.state.date = Date(timeIntervalSince1970: 1_800_000_000)
    let start = try start(minutes: minutes, book: session.state.book)
    _ = session.perform(.beginExam(start, nil))
    return session
  }

  /// Chooses the right option of the present question, and says what the answer asks for.
  private static func answer(_ session: inout Session) throws -> [Effect] {
    let id = try #require(session.state.openQuestion?.id)
    switch try #require(session.state.question(id)).body {
    case .choice(let options):
      let right = try #require(options.indices.first { options[$0].isCorrect })
      session.state.questions[id]?.chosen = [right]
    case .trueFalse(let answer, _): session.state.questions[id]?.chosen = [answer ? 0 : 1]
    default: Issue.record("the exam asks only these two kinds")
    }
    return session.press("<Enter>")
  }

  @Test func nothingIsJudgedBeforeTheEnd() throws {
    var session = try Self.session()
    let id = try #require(session.state.openQuestion?.id)
    let effects = try Self.answer(&session)
    #expect(session.state.questions[id]?.outcome == nil)
    #expect(!effects.contains { if case .keepAttempt = $0 { true } else { false } })
    #expect(effects.contains { if case .saveExam(let kept) = $0 { kept.answered == 1 } else { false } })
    #expect(session.screen.contains("Question 2 of 2 · 1 answered"))
    #expect(!session.screen.contains("Right."))
  }

  @Test func handingInWritesTheResultAndShowsIt() throws {
    var session = try Self.session()
    _ = try Self.answer(&session)
    _ = try Self.answer(&session)
    #expect(session.screen.contains("Every question has an answer."))
    #expect(session.press("<Enter>").isEmpty, "the focus is on handing in, which is confirmed")
    #expect(session.state.message?.text == "Every question has an answer · Enter once more hands in")
    let handedIn = session.press("<Enter>").compactMap { effect -> (ExamSitting, ResultFile)? in
      if case .handIn(let sitting, let file) = effect { (sitting, file) } else { nil }
    }
    let (sitting, file) = try #require(handedIn.first)
    #expect(file.path == "/tmp/ada.json")
    #expect(file.key == Array("a secret".utf8))
    let result = sitting.result(book: session.state.book, at: session.state.date)
    #expect(result.credit == 1)
    _ = session.perform(.examResult(result, problem: nil))
    #expect(session.screen.contains("Passed: 100 %"))
    #expect(session.screen.contains("/tmp/ada.json"))
  }

  @Test func anAnswerMayBeChangedUntilThen() throws {
    var session = try Self.session()
    _ = try Self.answer(&session)
    session.go(to: Destination(chapter: "napkin:exam/question/0"))
    #expect(session.screen.contains("This answer is kept; another takes its place."))
    session.go(to: Destination(chapter: "napkin:exam/list"))
    #expect(session.screen.contains("1 question has no answer."))
  }

  @Test func afterTheTimeItIsHandedIn() throws {
    var session = try Self.session(minutes: 10)
    session.state.date += 601
    let effects = session.perform(.tick)
    #expect(effects.contains { if case .handIn = $0 { true } else { false } })
  }

  @Test func theClockShowsAndTheLastMinuteIsAnnounced() throws {
    var session = try Self.session(minutes: 10)
    #expect(session.screen.contains("10 min"))
    #expect(session.screen.contains("10:00 left"))
    #expect(session.state.message?.text.hasPrefix("You have 10 minutes") == true)
    session.state.date += 541
    _ = session.perform(.tick)
    #expect(session.screen.contains("0:59 left"))
    #expect(session.state.message?.text.hasPrefix("One minute is left") == true)
  }

  @Test func whatIsChosenCountsWhenTheTimeIsOver() throws {
    var session = try Self.session(minutes: 10)
    session.press("a")
    session.state.date += 601
    let handedIn = session.perform(.tick).compactMap { effect -> ExamSitting? in
      if case .handIn(let sitting, _) = effect { sitting } else { nil }
    }
    let sitting = try #require(handedIn.first)
    #expect(sitting.answered == 1)
    let result = sitting.result(book: session.state.book, at: session.state.date)
    _ = session.perform(.examResult(result, problem: nil))
    #expect(session.state.message?.text == "The time is over; handed in.")
    #expect(session.screen.contains("The time was over; it was handed in as it stood."))
  }

  @Test func aKeptAnswerStandsInItsFieldAfterTheExamWasLeft() throws {
    var session = try Self.session()
    let id = try #require(session.state.openQuestion?.id)
    _ = try Self.answer(&session)
    let chosen = try #require(session.state.questions[id]?.chosen)
    let kept = try #require(session.state.exam?.sitting)
    session = try Self.session()
    _ = session.perform(.beginExam(try Self.start(book: session.state.book), kept))
    session.go(to: Destination(chapter: "napkin:exam/question/0"))
    #expect(session.state.openQuestion?.id == id)
    #expect(session.state.questions[id]?.chosen == chosen)
    session.press("<Enter>")
    #expect(session.screen.contains("Question 2 of 2 · 1 answered"), "Enter leaves it and goes on")
  }

  @Test func theResultShowsWhatWasAskedAndAnswered() throws {
    var session = try FixtureBook.session()
    session.state.date = Date(timeIntervalSince1970: 1_800_000_000)
    let plan = ExamPlan(
      id: "m", title: "M", chapters: ["01-memory"], kinds: ["numeric"], questions: 1)
    let exam = try Exam(plan, book: session.state.book, student: "Ada")
    var sitting = ExamSitting(exam, at: session.state.date)
    sitting.answer(.text(["7 KB"]), at: 0, time: session.state.date)
    let start = ExamStart(exam: exam, result: ResultFile(path: "/tmp/m.json"))
    _ = session.perform(.beginExam(start, sitting))
    let result = sitting.result(book: session.state.book, at: session.state.date)
    _ = session.perform(.examResult(result, problem: nil))
    let shown = try #require(session.state.questions[exam.items[0].question])
    #expect(shown.entries.map(\.text) == ["7 KB"])
    #expect(shown.drawn == result.items[0].drawn)
    #expect(session.screen.contains("Answer: 7 KB"))
  }

  @Test func questionsOfTheBookAreClosedMeanwhile() throws {
    var session = try Self.session()
    session.go(to: Destination(chapter: "01-memory"))
    let question = try #require(session.state.chapter.questions.first)
    session.openQuestion(question.id)
    #expect(session.state.openQuestion == nil)
    #expect(session.state.message?.text == "Questions are closed until the exam is handed in.")
  }

  @Test func anExamThatWasLeftGoesOn() throws {
    var session = try Self.session()
    _ = try Self.answer(&session)
    let kept = try #require(session.state.exam?.sitting)
    session.leaveExam()
    #expect(session.state.chapterID == "01-memory")
    _ = session.perform(.beginExam(try Self.start(book: session.state.book), kept))
    #expect(session.screen.contains("Question 2 of 2 · 1 answered"))
  }

  @Test func aResultThatIsNotWrittenIsWrittenByTheSameCommand() throws {
    var session = try Self.session()
    session.press("<Esc>")
    session.go(to: Destination(chapter: "napkin:exam/submit"))
    let handedIn = session.perform(.activate).compactMap { effect -> ExamSitting? in
      if case .handIn(let sitting, _) = effect { sitting } else { nil }
    }
    session.handIn()
    let sitting = try #require(handedIn.first ?? session.state.exam?.sitting)
    #expect(sitting.handedIn == session.state.date)
    let result = sitting.result(book: session.state.book, at: session.state.date)
    _ = session.perform(.examResult(result, problem: "There is no room."))
    #expect(session.screen.contains("There is no room."))
    #expect(!session.screen.contains("The result is in"))
    session = try FixtureBook.session()
    let effects = session.perform(.beginExam(try Self.start(book: session.state.book), sitting))
    #expect(effects.contains { if case .handIn(sitting, _) = $0 { true } else { false } })
    #expect(session.state.openQuestion == nil, "nothing is asked again")
  }

  @Test func aSecondSittingSaysSo() throws {
    var session = try FixtureBook.session()
    var start = try Self.start(book: session.state.book)
    start.number = 2
    _ = session.perform(.beginExam(start, nil))
    #expect(session.screen.contains("sitting 2"))
    #expect(session.state.exam?.sitting.number == 2)
  }

  @Test func numbersOfAQuestionLeadNowhere() throws {
    var session = try FixtureBook.session()
    let plan = ExamPlan(id: "m", title: "M", chapters: ["01-memory"], kinds: ["numeric"], questions: 1)
    let exam = try Exam(plan, book: session.state.book, student: "Ada")
    let start = ExamStart(exam: exam, result: ResultFile(path: "/tmp/m.json"))
    _ = session.perform(.beginExam(start, nil))
    let page = session.page
    let actions = (0..<page.blockCount).flatMap { page.layout($0).targets.map(\.action) }
    #expect(!actions.contains { if case .live = $0 { true } else { false } })
    session.go(to: Destination(chapter: "01-memory"))
    session.openPanel("t01-memory", input: nil)
    #expect(session.state.panel == nil)
    #expect(session.state.message?.text == Session.closedByExam)
  }

  @Test func aResultReplacesNoFile() throws {
    let folder = NSTemporaryDirectory() + "napkin-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let book = try FixtureBook.session().state.book
    let sitting = ExamSitting(try Self.start(book: book).exam, at: Date(timeIntervalSince1970: 0))
    let result = sitting.result(book: book, at: Date(timeIntervalSince1970: 60))
    let later = sitting.result(book: book, at: Date(timeIntervalSince1970: 90))
    let file = ResultFile(path: folder + "/ada.json")
    #expect(file.problem() == nil)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [], "trying leaves nothing")
    #expect(file.write(result) == nil)
    #expect(file.write(result) == nil, "the same once more")
    #expect(file.write(later)?.contains("exists already") == true)
    #expect(file.problem()?.advice.contains("--force") == true)
    #expect(ResultFile(path: file.path, replaces: true).write(later) == nil)
    #expect(ResultFile(path: folder + "/no/ada.json").problem()?.message.contains("no folder") == true)
    #expect(ResultFile(path: folder).problem()?.message.hasSuffix("is a folder.") == true)
  }

  @Test func progressShowsTheThreeMarksOfAChapter() throws {
    var session = try FixtureBook.session()
    #expect(session.press("P") == [.findProgress])
    let history = LearningHistory(
      attempts: [], sectionsRead: ["01-memory": Set(session.state.chapter.sections.compactMap(\.id))],
      calculatorsUsed: Set(session.state.chapter.calculators.map(\.id)), sessions: [], readingTimes: [],
      reviews: [])
    let progress = LearningProgress(
      session.state.book, history: history, plan: ReviewPlan(day: Day(number: 20_000)),
      at: Date(timeIntervalSince1970: 1_800_000_000))
    _ = session.perform(.progress(progress))
    let line = try #require(
      session.screen.split(separator: "\n").first { $0.contains("1 Memory") && $0.contains("█") })
    #expect(line.contains("████████····"), "two of three marks")
    #expect(line.filter { $0 == "✓" }.count == 2)
    session.press("<Esc>")
    #expect(session.state.chapterID == "01-memory")
  }

  @Test func timeIsCountedOnlyWhileSomebodyReads() {
    var clock = ReadingClock()
    #expect(clock.note("a", at: 0) == [:])
    #expect(clock.note("a", at: 20) == [:])
    #expect(clock.note("b", at: 35) == ["a": 20, "b": 15])
    #expect(clock.note("b", at: 1000) == [:], "a pause of a quarter of an hour is none of reading")
    #expect(clock.take() == [:])
  }
}
