import Content
import Foundation
import Learning
import Typesetting

/// A quiz by prompts. Every answer is kept before the next question shows.
struct LineQuiz {
  private var quiz: QuizSession
  private let chapter: Chapter
  private let context: PageContext
  private let terminal: LineTerminal
  /// Another one that was left in the middle and waits.
  private let other: QuizSession?
  /// How many questions are no longer in the book.
  private var gone = 0
  /// Places of questions that were put off.
  private var skipped: Set<Int> = []
  /// Seconds for all of it; nil without a limit.
  private let limit: Double?
  /// When the limit is reached.
  private var deadline: Date?
  private let now: () -> Date

  /// Draws the quiz, or takes up the one that was left; nil where the chapter has no question of the kind.
  init?(
    _ request: QuizRequest, chapter: Chapter, context: PageContext, record: LineRecord,
    terminal: LineTerminal, now: @escaping () -> Date
  ) {
    let suspended = record.suspended()
    let pool = chapter.questions.filter { !suspended.contains($0.id) }
    let known = Set(chapter.questions.map(\.id))
    let left = record.leftQuizzes(of: chapter.id)
    if let goesOn = request.quiz(among: left, known: known) {
      quiz = goesOn.asking(known)
      gone = goesOn.items.count - quiz.items.count
      other = nil
    } else {
      quiz = QuizSession(
        pool: pool, chapter: chapter.id, plan: request.plan ?? QuizPlan(),
        seed: request.seed ?? .random(in: 0...UInt64.max))
      other = left.first { $0.answered > 0 && !$0.isFinished }
    }
    guard !quiz.items.isEmpty else { return nil }
    self.chapter = chapter
    self.context = context
    self.terminal = terminal
    self.now = now
    limit = request.minutes.map { $0 * 60 }
  }

  /// Asks all questions, then says the result; false where the learner left before.
  mutating func run(_ record: inout LineRecord) -> Bool {
    let title = (chapter.number.map { "chapter \($0), " } ?? "") + chapter.title
    let passes = Int((quiz.plan.passMark * 100).rounded())
    terminal.say(
      "Quiz of \(title): \(counted(quiz.items.count)), \(passes) percent pass"
        + (limit.map { ", \(Self.time($0)) for all of it." } ?? "."))
    if let other {
      terminal.say(
        "Your quiz of \(other.items.count) with \(other.answered) answered waits until this one is done.")
    }
    if gone > 0 {
      terminal.say("\(counted(gone)) of it \(gone == 1 ? "is" : "are") no longer in the book, and left out.")
    }
    if quiz.isFinished {
      terminal.say("All of them were answered before.")
      sayResult(&record)
      return true
    }
    if quiz.answered > 0 { terminal.say("\(quiz.answered) of them were answered before.") }
    terminal.say("hint helps, skip puts a question off, again repeats it, quit leaves.")
    record.save(quiz)
    deadline = limit.map { now().addingTimeInterval($0) }
    while let index = next {
      if isOver { break }
      terminal.say()
      let left = deadline.map { ", \(Self.time($0.timeIntervalSince(now()))) left" } ?? ""
      terminal.say("Question \(index + 1) of \(quiz.items.count)\(left).")
      guard ask(index, &record) else {
        terminal.say(
          "You leave the quiz with \(quiz.answered) of \(quiz.items.count) answered; it can go on later.")
        return false
      }
      if let problem = record.takeProblem() { terminal.say(problem) }
    }
    if next != nil { terminal.say("The time is up; what is not answered counts nothing.") }
    sayResult(&record)
    if !quiz.isFinished { record.end(quiz) }
    return true
  }

  private var isOver: Bool { deadline.map { now() >= $0 } ?? false }

  /// `6 seconds`, `10 minutes`: minutes are counted up.
  private static func time(_ seconds: Double) -> String {
    func counted(_ count: Int, _ unit: String) -> String { "\(count) \(unit)\(count == 1 ? "" : "s")" }
    return seconds <= 60
      ? counted(max(0, Int(seconds.rounded(.up))), "second")
      : counted(Int((seconds / 60).rounded(.up)), "minute")
  }

  /// The next question without an answer; those put off come last.
  private var next: Int? {
    let open = quiz.items.indices.filter { quiz.items[$0].credit == nil }
    return open.first { !skipped.contains($0) } ?? open.first
  }

  private mutating func ask(_ index: Int, _ record: inout LineRecord) -> Bool {
    let item = quiz.items[index]
    guard let question = chapter.questions.first(where: { $0.id == item.question }) else {
      let grade = Grade(credit: 0, verdict: "The question is no longer in the book.")
      quiz.record(.options([]), grade: grade, at: index)
      return true
    }
    let asking = LineQuestion(question, seed: item.seed, in: context)
    let began = Date()
    switch asking.ask(on: terminal, keep: { record.keep($0, on: question.id) }) {
    case .left, .command: return false
    case .skipped:
      skipped.insert(index)
      if quiz.items.indices.allSatisfy({ quiz.items[$0].credit != nil || skipped.contains($0) }) {
        terminal.say("Only skipped questions are left. quit leaves the quiz.")
      }
    case .answered where isOver: break
    case .answered(let answer, let grade, let draw, let usedHint, let sureness):
      let seconds = Date().timeIntervalSince(began)
      quiz.record(answer, grade: grade, seconds: seconds, usedHint: usedHint, at: index)
      var attempt = Attempt(
        id: quiz.attemptID(at: index), question, book: record.book, answer: answer, draw: draw, grade: grade,
        seconds: seconds, usedHint: usedHint, origin: .quiz, session: quiz.id)
      attempt.sureness = sureness
      quiz = record.keep(attempt, in: quiz)
      asking.explain(grade, of: answer, on: terminal)
    }
    return true
  }

  private mutating func sayResult(_ record: inout LineRecord) {
    let credit = quiz.items.reduce(0) { $0 + ($1.credit ?? 0) }
    let percent = Int((quiz.credit * 100).rounded())
    terminal.say()
    terminal.say(
      "Result: \(number(credit)) of \(quiz.items.count), \(percent) percent. "
        + (quiz.isPassed ? "Passed." : "Not passed."))
    let sections = quiz.bySection
    if sections.count > 1 {
      for tally in sections {
        let place = chapter.sections.first { $0.id == tally.id }
        let name = place.map { ($0.number.map { $0 + " " } ?? "") + $0.title } ?? "Other questions"
        terminal.say("  \(name): \(number(tally.credit)) of \(tally.asked)")
      }
    }
    quiz.noteResultsSeen()
    record.save(quiz)
  }

  /// What was answered without full credit.
  var missed: [QuizItem] { quiz.missed }

  private func counted(_ count: Int) -> String { count == 1 ? "1 question" : "\(count) questions" }

  /// `7`, `7.5`
  private func number(_ credit: Double) -> String {
    let rounded = (credit * 100).rounded() / 100
    return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
  }
}
