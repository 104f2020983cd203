import Foundation
import Learning
import Testing

/// Notes, marks of questions, preferences, reading times and sessions survive reopening.
@Suite struct RecordKeepingTests {
  let folder: Folder
  let start = Date(timeIntervalSince1970: 1_750_000_000)

  init() throws { folder = try Folder() }

  private func record() throws -> Record { try Record(path: folder.file("record.sqlite")) }

  @Test func notes() throws {
    let one = Note(
      id: "n-1", chapter: "05", section: "sec-a", block: 7, quote: "ReLU is cheap", text: "A comparator.",
      created: start)
    let two = Note(id: "n-2", chapter: "05", block: 2, text: "Read again.", created: start)
    let other = Note(id: "n-3", chapter: "06", text: "Later.", created: start)
    do { for note in [one, two, other] { try record().save(note, book: "mlsys") } }
    #expect(try record().notes(book: "mlsys") == [two, one, other])
    #expect(try record().notes(book: "mlsys", chapter: "06") == [other])
    #expect(try record().setText("A comparator and a gate.", ofNote: "n-1", book: "mlsys", at: start + 60))
    #expect(try !record().setText("x", ofNote: "n-9", book: "mlsys"))
    #expect(try !record().setText("x", ofNote: "n-1", book: "other"))
    let edited = try #require(try record().notes(book: "mlsys").first { $0.id == "n-1" })
    #expect(edited.text == "A comparator and a gate.")
    #expect(edited.quote == "ReLU is cheap")
    #expect(edited.created == start)
    #expect(edited.changed == start + 60)
    #expect(try record().removeNote("n-1", book: "mlsys"))
    #expect(try !record().removeNote("n-1", book: "mlsys"))
    #expect(try record().notes(book: "mlsys") == [two, other])
  }

  @Test func questionMarks() throws {
    let record = try record()
    try record.setFlag("Two options are right.", question: "q-1", book: "mlsys")
    try record.setSuspended(true, question: "q-1", book: "mlsys")
    try record.setSuspended(true, question: "q-2", book: "mlsys")
    try record.setFlag("", question: "q-3", book: "mlsys")
    #expect(
      try self.record().questionMarks(book: "mlsys") == [
        "q-1": QuestionMark(isSuspended: true, flag: "Two options are right."),
        "q-2": QuestionMark(isSuspended: true), "q-3": QuestionMark(flag: ""),
      ])
    try record.setFlag(nil, question: "q-1", book: "mlsys")
    try record.setSuspended(false, question: "q-2", book: "mlsys")
    #expect(
      try self.record().questionMarks(book: "mlsys") == [
        "q-1": QuestionMark(isSuspended: true), "q-3": QuestionMark(flag: ""),
      ])
  }

  @Test func preferences() throws {
    let record = try record()
    try record.setPreference("line-mode", to: true, book: "mlsys")
    try record.setPreference("theme", to: "dark", book: "mlsys")
    #expect(try self.record().preference("line-mode", as: Bool.self, book: "mlsys") == true)
    #expect(try self.record().preference("theme", as: Int.self, book: "mlsys") == nil, "another type")
    #expect(try self.record().preference("theme", as: String.self, book: "other") == nil)
    #expect(try record.preferenceNames(book: "mlsys") == ["line-mode", "theme"])
    try record.setPreference("theme", to: String?.none, book: "mlsys")
    #expect(try record.preferenceNames(book: "mlsys") == ["line-mode"])
  }

  @Test func readingTimes() throws {
    let calendar = LearnerCalendar(timeZone: .gmt)
    let night = try Date("2026-11-21T02:00:00Z", strategy: .iso8601)
    for (seconds, chapter, time) in [
      (60.0, "05", night), (30, "05", night + 3600), (15, "05", night + 7200), (20, "06", night),
      (-5, "06", night), (.nan, "06", night),
    ] {
      try record().addReading(seconds: seconds, chapter: chapter, book: "mlsys", at: time, calendar: calendar)
    }
    #expect(
      try record().readingTimes(book: "mlsys") == [
        ReadingTime(chapter: "05", day: #require(Day("2026-11-20")), seconds: 90),
        ReadingTime(chapter: "06", day: #require(Day("2026-11-20")), seconds: 20),
        ReadingTime(chapter: "05", day: #require(Day("2026-11-21")), seconds: 15),
      ])
  }

  @Test func sessionsOfAllKinds() throws {
    let record = try record()
    let pool = (0..<6).map { question(.trueFalse(answer: true, feedback: []), id: "q-\($0)") }
    func quiz(_ id: String, right: Int, answers: Int, plan: QuizPlan = QuizPlan()) -> QuizSession {
      var session = QuizSession(pool: pool, chapter: "05", plan: plan, seed: 1, id: id)
      for index in 0..<answers {
        session.record(.truth(true), grade: Grade(credit: index < right ? 1 : 0, verdict: ""), at: index)
      }
      return session
    }
    let failed = quiz("s-2", right: 3, answers: 5)
    try record.save(quiz("s-1", right: 4, answers: 5), book: "mlsys", at: start)
    try record.save(failed, book: "mlsys", at: start + 1)
    var retry = try #require(failed.retry(seed: 2, id: "s-3"))
    for index in 0..<2 { retry.record(.truth(true), grade: Grade(credit: 1, verdict: ""), at: index) }
    try record.save(retry, book: "mlsys", at: start + 2)
    try record.save(quiz("s-4", right: 2, answers: 2), book: "mlsys", at: start + 3)
    let plan = ReviewPlan(day: Day(number: 0))
    try record.save(ReviewSession(plan, seed: 3, id: "s-5"), isFinished: true, book: "mlsys", at: start + 4)
    let sessions = try self.record().sessions(book: "mlsys")
    #expect(sessions.map(\.id) == ["s-1", "s-2", "s-3", "s-4", "s-5"])
    #expect(sessions.map(\.kind) == [.quiz, .quiz, .quiz, .quiz, .review])
    #expect(sessions.map(\.isPassed) == [true, false, false, false, true], "a retry passes no chapter")
    #expect(sessions.map(\.credit) == [0.8, 0.6, 1, 0.4, 0])
    #expect(sessions.map { $0.ended != nil } == [true, true, true, false, true])
    #expect(try record.chaptersPassed(book: "mlsys") == ["05"])
    #expect(try record.leftQuizzes(book: "mlsys", chapter: "05").first?.id == "s-4")
    try record.endSession("s-4", book: "mlsys")
    #expect(try !record.leftQuizzes(book: "mlsys", chapter: "05").contains { $0.id == "s-4" })
  }

  @Test(arguments: [(0, 0, 3.5, 5), (2, 2, 1.5, 3), (3, 4, 0.5, 1)])
  func creditNeededForAPass(right: Int, answers: Int, credit: Double, questions: Int) throws {
    let pool = (0..<5).map { question(.trueFalse(answer: true, feedback: []), id: "q-\($0)") }
    var session = QuizSession(pool: pool, chapter: "05", seed: 1)
    for index in 0..<answers {
      session.record(.truth(true), grade: Grade(credit: index < right ? 1 : 0, verdict: ""), at: index)
    }
    let needed = try #require(session.neededForPass)
    #expect(abs(needed.credit - credit) < 1e-9)
    #expect(needed.questions == questions)
  }
}
