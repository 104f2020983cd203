import Content
import Foundation
import Learning
import Typesetting

/// An exam by prompts. Nothing is judged before it is handed in, and until then every answer may be changed.
struct LineExam {
  private let start: ExamStart
  private var sitting: ExamSitting
  private let context: PageContext
  private let terminal: LineTerminal
  private let questions: [String: (chapter: Chapter, question: Question)]
  /// What is asked next; nil asks what to do.
  private var index: Int?
  /// The question that was read last, where it is asked on without being read again.
  private var heard: Int?
  private var isHandedIn = false

  init(_ start: ExamStart, context: PageContext, record: LineRecord, terminal: LineTerminal) {
    let (start, saved) = record.sitting(for: start)
    self.start = start
    self.context = context
    self.terminal = terminal
    sitting =
      start.sitting(saved) ?? ExamSitting(start.exam, at: Date(), number: start.number)
    var questions: [String: (chapter: Chapter, question: Question)] = [:]
    for chapter in context.book.chapters.values {
      for question in chapter.questions { questions[question.id] = (chapter, question) }
    }
    self.questions = questions
    index = sitting.answers.firstIndex { $0 == nil }
  }

  private static let commands: Set<String> = ["list", "goto", "hand in", "help"]

  /// Asks until it is handed in, or the learner leaves.
  mutating func run(_ record: inout LineRecord) {
    let plan = sitting.exam.plan
    let passes = Int((plan.passMark * 100).rounded())
    let time = plan.minutes.map { "\($0) minutes" } ?? "no limit of time"
    terminal.say(
      "\(plan.title): \(count == 1 ? "1 question" : "\(count) questions"), \(time), \(passes) percent pass. \(sitting.exam.student)."
    )
    if sitting.handedIn != nil { return handIn(&record, isOverTime: false) }
    if let number = sitting.number {
      terminal.say("You handed it in before: the result of this one says that it is sitting \(number).")
    }
    if sitting.answered > 0 { terminal.say("You go on with it: \(sitting.answered) answers are kept.") }
    sayHelp()
    record.save(sitting)
    while true {
      if sitting.isOver(at: Date()) { return handIn(&record, isOverTime: true) }
      guard let index else {
        guard decide(&record) else { return }
        continue
      }
      guard ask(index, &record) else { return leave() }
      if isHandedIn { return }
      if let problem = record.takeProblem() { terminal.say(problem) }
    }
  }

  private var count: Int { sitting.exam.items.count }

  private func leave() {
    terminal.say(
      "You leave the exam with \(sitting.answered) of \(count) answered; the same command goes on with it.")
  }

  private func sayHelp() {
    terminal.say(
      "skip goes on, goto 3 goes to a question, list says what is open, hand in ends it, quit leaves; answers are kept."
    )
  }

  /// Asks what to do where every question was asked; false where the learner left or handed in.
  private mutating func decide(_ record: inout LineRecord) -> Bool {
    sayList()
    guard let text = terminal.ask("goto a number, hand in or quit> "), !LineQuestion.leaves(text) else {
      leave()
      return false
    }
    return carryOut(text.lowercased(), &record)
  }

  /// - Returns: false where it was handed in.
  private mutating func carryOut(_ command: String, _ record: inout LineRecord) -> Bool {
    let words = command.split(separator: " ").map(String.init)
    if words.first == "goto", let number = words.last.flatMap({ Int($0) }), (1...count).contains(number) {
      index = number - 1
    } else if let number = Int(command), (1...count).contains(number) {
      index = number - 1
    } else if command == "list" {
      sayList()
    } else if command == "help" {
      sayHelp()
    } else if command == "hand in" {
      let open = count - sitting.answered
      let words =
        open == 0
        ? "Every question has an answer." : "\(open) of \(count) \(open == 1 ? "has" : "have") no answer."
      let reply = terminal.ask("\(words) After it nothing can be changed. Hand in, yes or no> ")
      if ["yes", "y"].contains(reply?.lowercased()) {
        handIn(&record, isOverTime: sitting.isOver(at: Date()))
        return false
      }
      terminal.say("It is not handed in.")
    } else {
      terminal.say(
        "Expected goto with a number from 1 to \(count), list, hand in or quit, found \"\(command)\".")
    }
    return true
  }

  private func sayList() {
    let open = sitting.answers.indices.filter { sitting.answers[$0] == nil }.map { String($0 + 1) }
    terminal.say(
      open.isEmpty ? "Every question has an answer." : "Without an answer: \(open.joined(separator: ", ")).")
  }

  /// Asks a question; false where the learner left.
  private mutating func ask(_ index: Int, _ record: inout LineRecord) -> Bool {
    let item = sitting.exam.items[index]
    guard let (chapter, question) = questions[item.question] else {
      terminal.say("Question \(index + 1) is no longer in the book.")
      self.index = next(after: index)
      return true
    }
    var page = context
    page.chapter = chapter
    var asking = LineQuestion(question, seed: item.seed, in: page)
    asking.examCommands = Self.commands
    asking.isHeard = heard == index
    heard = nil
    if !asking.isHeard { sayHead(of: index) }
    let began = Date()
    switch asking.ask(on: terminal, keep: { _ in "An exam takes no remarks." }) {
    case .left: return false
    case .skipped: self.index = next(after: index)
    case .command(let command):
      if !carryOut(command, &record) { isHandedIn = true }
      // What was only listed or explained is no reason to read the question again.
      if ["list", "help"].contains(command) { heard = index }
      return true
    case .answered(let answer, _, _, _, _):
      let seconds = Date().timeIntervalSince(began)
      if sitting.answer(answer, seconds: seconds, at: index, time: Date()) {
        record.save(sitting)
        self.index = next(after: index)
      }
    }
    return true
  }

  /// `Question 3 of 20, 2 answered, 12 minutes left.`
  private func sayHead(of index: Int) {
    terminal.say()
    var words = "Question \(index + 1) of \(count), \(sitting.answered) answered"
    if let deadline = sitting.deadline {
      let minutes = max(0, Int((deadline.timeIntervalSinceNow / 60).rounded(.up)))
      words += minutes == 1 ? ", 1 minute left" : ", \(minutes) minutes left"
    }
    terminal.say(words + ".")
    if sitting.answers[index] != nil {
      terminal.say("An answer is kept; another takes its place, skip leaves it.")
    }
  }

  /// The next question without an answer; nil after the last one.
  private func next(after index: Int) -> Int? {
    sitting.answers.indices.first { $0 > index && sitting.answers[$0] == nil }
  }

  private mutating func handIn(_ record: inout LineRecord, isOverTime: Bool) {
    sitting.handIn(at: Date())
    record.save(sitting)
    let result = sitting.authoredResult(context.book, at: Date())
    if isOverTime { terminal.say("The time is over; it is handed in as it stands.") }
    let problem = start.result.write(result)
    record.save(sitting, result: result, isWritten: problem == nil)
    let right = result.items.count { $0.credit >= 1 }
    let percent = Int((result.credit * 100).rounded())
    terminal.say(
      "Handed in: \(right) of \(count) right, \(percent) percent. \(result.isPassed ? "Passed." : "Not passed.")"
    )
    if let problem {
      terminal.say(problem)
      terminal.say(
        "The sitting is kept as it was handed in: the same command writes its result again, and with -o to another file."
      )
    } else {
      terminal.say("The result is in \(start.result.path).")
    }
  }
}
