import Content
import Engine
import Foundation
import Testing

@testable import Learning

@Suite struct ProgressTests {
  static let now = Date(timeIntervalSince1970: 1_763_722_800)  // 2025-11-21T11:00:00Z
  static let day = 86_400.0
  let calendar = LearnerCalendar(timeZone: .gmt)

  static var book: Book {
    func chapter(_ id: String, questions: [Question]) -> Chapter {
      Chapter(
        id: id, number: "5", title: "Title of \(id)", file: "chapters/\(id).md",
        objectives: ["o-1", "o-2", "o-3"].map { Objective(id: $0, text: "Do \($0).") },
        sections: ["sec-a", "sec-b", nil].map {
          Section(id: $0, level: 2, number: nil, title: "S", block: 0)
        } + [Section(id: "sec-sub", level: 3, number: nil, title: "S", block: 0)],
        questions: questions)
    }
    let questions = (1...6).map {
      question(.trueFalse(answer: true, feedback: []), id: "q-\($0)", objective: $0 <= 3 ? "o-1" : "o-2")
    }
    let chapters = [chapter("05", questions: questions), chapter("06", questions: [])]
    let manifest = Manifest(
      id: "mlsys", title: "Book", version: "1",
      parts: [Part(id: "p", title: "Part", chapters: ["05", "06", "07"])])
    return Book(
      manifest: manifest, folder: "/book",
      chapters: Dictionary(uniqueKeysWithValues: chapters.map { ($0.id, $0) }),
      workbook: emptyWorkbook)
  }

  private func progress(_ history: LearningHistory) -> LearningProgress {
    LearningProgress(
      Self.book, history: history, plan: ReviewPlan(day: Day(number: 0), total: 4, forecast: [1, 2]),
      at: Self.now,
      calendar: calendar)
  }

  private func attempt(_ question: String, _ credit: Double, days ago: Double = 0) -> Attempt {
    Attempt(
      book: "mlsys", question: question, version: "v", answer: .truth(true), credit: credit,
      time: Self.now - ago * Self.day)
  }

  private func quiz(_ credit: Double, isPassed: Bool, ended: Bool = true) -> SessionSummary {
    SessionSummary(
      id: "s", kind: .quiz, chapter: "05", credit: credit, isPassed: isPassed, started: Self.now,
      ended: ended ? Self.now : nil)
  }

  @Test func marksOfAChapter() throws {
    var history = LearningHistory(sectionsRead: ["05": ["sec-a", "sec-gone"]])
    var chapter = try #require(progress(history).chapters.first)
    #expect(chapter.sections == 2 && chapter.sectionsRead == 1)
    #expect(chapter.marks == [false, true, false], "without calculators nothing is left to use")
    #expect(abs(chapter.share - (0.5 + 1 + 0) / 3) < 1e-12)
    history.sectionsRead["05"] = ["sec-a", "sec-b"]
    history.sessions = [quiz(0.6, isPassed: false), quiz(1, isPassed: true, ended: false)]
    chapter = try #require(progress(history).chapters.first)
    #expect(chapter.marks == [true, true, false])
    #expect(chapter.bestQuiz == 0.6)
    history.sessions.append(quiz(0.8, isPassed: true))
    chapter = try #require(progress(history).chapters.first)
    #expect(chapter.isComplete)
    #expect(chapter.share == 1)
    #expect(progress(history).chapters.map(\.id) == ["05", "06"])
    #expect(progress(history).chapters.last?.marks == [false, true, true])
  }

  @Test func weakestObjectivesFirst() {
    let history = LearningHistory(attempts: [
      attempt("q-1", 0, days: 2), attempt("q-1", 1, days: 1), attempt("q-2", 1), attempt("q-4", 0),
    ])
    let objectives = progress(history).objectives
    #expect(objectives.map(\.id) == ["o-2", "o-1"], "o-3 has no questions")
    #expect(objectives.map(\.answered) == [1, 2])
    #expect(objectives.map(\.credit) == [0, 2])
    #expect(abs(objectives[0].strength - 1.0 / 3) < 1e-12)
    #expect(objectives[1].strength == 0.75)
    #expect(abs(objectives[1].share - 2.0 / 3) < 1e-12)
  }

  /// Days before today with an answer, and the streaks.
  @Test(arguments: [
    ([], 0, 0), ([0], 1, 1), ([1], 1, 1), ([2], 0, 1), ([0, 1, 2], 3, 3), ([1, 2], 2, 2),
    ([0, 2, 3, 4], 1, 3),
    ([5, 6, 7, 8], 0, 4), ([0, 0, 1], 2, 2),
  ])
  func streaks(days: [Int], present: Int, longest: Int) {
    let history = LearningHistory(attempts: days.reversed().map { attempt("q-1", 1, days: Double($0)) })
    let progress = progress(history)
    #expect(progress.streak == present)
    #expect(progress.longestStreak == longest)
  }

  @Test func daysAndDue() throws {
    let today = Day(number: 20_413)
    let answer = attempt("q-1", 1)
    let history = LearningHistory(
      attempts: [answer],
      readingTimes: [
        ReadingTime(chapter: "05", day: today - 1, seconds: 30),
        ReadingTime(chapter: "05", day: today, seconds: 90),
      ],
      reviews: [
        Review(id: answer.id, card: "q-1", rating: .good, time: Self.now),
        Review(card: "term-hbm", rating: .good, time: Self.now - 8 * 3600),
      ])
    let progress = progress(history)
    #expect(progress.today == today)
    #expect(
      progress.days == [
        DayActivity(day: today - 1, readingSeconds: 30, answers: 1),
        DayActivity(day: today, readingSeconds: 90, answers: 1),
      ], "an answer and its review are one; three in the morning is yesterday")
    #expect(progress.due == 4)
    #expect(progress.forecast == [1, 2])
  }

  /// How many are due and new today, and how it is said.
  @Test(arguments: [
    (0, 0, "Nothing is due today"), (1, 0, "1 due for review today"),
    (1, 9, "1 due for review today, 9 new beside it"), (2, 1, "2 due for review today, 1 new beside them"),
    (0, 9, "Nothing is due today, 9 new to review"),
  ])
  func newOnesAreNotDue(due: Int, new: Int, words: String) {
    func entries(_ count: Int, _ reason: ReviewPlan.Reason) -> [ReviewPlan.Entry] {
      (0..<count).map {
        .init(
          subject: ReviewSubject(id: "\(reason)-\($0)", version: "v"), reason: reason, due: Self.now,
          seconds: 30)
      }
    }
    let plan = ReviewPlan(
      day: Day(number: 0), entries: entries(due, .due) + entries(new, .new), total: due + new)
    let progress = LearningProgress(
      Self.book, history: LearningHistory(), plan: plan, at: Self.now, calendar: calendar)
    #expect((progress.due, progress.new) == (due, new))
    #expect(progress.todayWords == words)
  }
}
