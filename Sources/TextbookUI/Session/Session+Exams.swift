import Content
import Foundation
import Learning
import Typesetting

extension Session {
  mutating func begin(_ start: ExamStart, saved: ExamSitting?) {
    let goesOn = start.sitting(saved)
    let sitting = goesOn ?? ExamSitting(start.exam, at: state.date, number: start.number)
    var round = ExamRound(sitting: sitting, file: start.result, origin: here)
    round.index = sitting.answers.firstIndex { $0 == nil }
    state.drafts[.exam] = [:]
    state.exam = round
    if sitting.handedIn != nil {
      // It was handed in before, and its result could not be written.
      effects.append(.handIn(sitting, round.file))
      return
    }
    if sitting.answered > 0 {
      say("You go on with the exam: \(sitting.answered) answers are kept.")
    } else if let number = sitting.number {
      say("You handed this exam in before · the result of this one says that it is sitting \(number)")
    } else if let left = round.secondsLeft(at: state.date) {
      say("You have \(Self.minutes(left)) · answers may be changed until you hand in")
    }
    effects.append(.saveExam(sitting))
    if sitting.deadline != nil { effects.append(.setClock(true)) }
    showExam()
  }

  private static func minutes(_ seconds: Double) -> String {
    let minutes = Int((seconds / 60).rounded(.up))
    return minutes == 1 ? "1 minute" : "\(minutes) minutes"
  }

  /// Shows what the exam is at: a question open for an answer, the list, or the result.
  mutating func showExam() {
    let message = state.message
    closePlaces()
    state.pageNumber += 1
    state.exam?.isConfirming = false
    go(to: Destination(chapter: ExamRound.address.description), remembering: !state.isInExam)
    renewWrittenPage()
    state.top = PagePosition()
    state.message = message
    guard let round = state.exam, round.result == nil else { return }
    guard let index = round.index else {
      focusInExamList()
      return
    }
    state.exam?.shownAt = state.now
    let item = round.sitting.exam.items[index]
    guard let question = state.question(item.question) else { return }
    if state.questions[item.question] == nil {
      let draw = QuestionDraw(question, workbook: authored(), seed: item.seed)
      state.questions[item.question] = QuestionState(
        question, answer: round.sitting.answers[index], draw: draw, workbook: authored())
    }
    openQuestion(item.question)
  }

  /// The focus on the first question without an answer, else on handing in.
  private mutating func focusInExamList() {
    guard let round = state.exam else { return }
    let address =
      round.sitting.answers.firstIndex { $0 == nil }
      .map { PageAddress("exam", "question", "\($0)") } ?? PageAddress("exam", "submit")
    let page = page
    for block in 0..<page.blockCount {
      let targets = page.layout(block).targets
      guard let index = targets.firstIndex(where: { $0.action == .link(address.description) }) else {
        continue
      }
      state.focus = Focus(block: block, target: index)
      reveal(Page.Row(block: block, line: targets[index].line))
      return
    }
  }

  /// Goes on from a question whose answer is kept and whose field was left empty; false where none is kept.
  mutating func keepsAnswerInExam() -> Bool {
    guard let round = state.exam, let index = round.index, let answer = round.sitting.answers[index] else {
      return false
    }
    let item = round.sitting.exam.items[index]
    state.questions[item.question] = nil
    keepInExam(answer)
    return true
  }

  /// Keeps an answer without a word on it, and goes on.
  mutating func keepInExam(_ answer: Answer) {
    guard var round = state.exam, let index = round.index else { return }
    let isKept = round.sitting.answer(
      answer, seconds: max(0, state.now - round.shownAt), at: index, time: state.date)
    guard isKept else {
      handInOverTime()
      return
    }
    let items = round.sitting.answers.indices
    round.index =
      items.first { $0 > index && round.sitting.answers[$0] == nil }
      ?? items.first { round.sitting.answers[$0] == nil }
    state.exam = round
    effects.append(.saveExam(round.sitting))
    showExam()
  }

  mutating func handIn() {
    guard var round = state.exam, round.result == nil else { return }
    round.sitting.handIn(at: state.date)
    state.exam = round
    effects.append(.setClock(false))
    effects.append(.handIn(round.sitting, round.file))
  }

  /// Hands in on a second Enter: nothing can be changed after it.
  private mutating func askToHandIn() {
    guard let round = state.exam, round.result == nil else { return }
    if round.isConfirming {
      handIn()
    } else {
      state.exam?.isConfirming = true
      say("\(round.openWords) · Enter once more hands in")
    }
  }

  /// The result as it was written, or why it could not be.
  mutating func take(_ result: ExamResult, problem: String?) {
    guard let round = state.exam else { return }
    state.exam?.result = result
    state.exam?.problem = problem
    var drafts: [String: QuestionState] = [:]
    for (index, item) in result.items.enumerated() {
      guard
        let question = state.book.chapters.values.lazy.flatMap(\.questions).first(where: {
          $0.id == item.question
        })
      else { continue }
      let draw = QuestionDraw(
        question, workbook: authored(), seed: round.sitting.exam.items[index].seed)
      var present = QuestionState(question, answer: item.answer, draw: draw, workbook: authored())
      let verdict =
        item.answer == nil
        ? "Not answered." : item.credit >= 1 ? "Right." : item.credit > 0 ? "Partly right." : "Not right."
      let expected = Grader.expected(question, workbook: authored(), drawn: item.drawn)
      present.outcome = QuestionState.Outcome(
        credit: item.credit, verdict: verdict,
        answer: item.credit >= 1 || question.body.showsAnswer ? nil : expected)
      drafts[item.question] = present
    }
    state.drafts[.exam] = drafts
    showExam()
    if let problem {
      complain(problem)
    } else {
      say(round.isOverTime ? "The time is over; handed in." : "Handed in.")
    }
  }

  /// Links on the pages of an exam.
  mutating func actInExam(_ path: [String]) {
    guard state.exam != nil else {
      say("No exam is being taken · napkin exam FILE begins one.")
      return
    }
    switch path.first {
    case "question":
      state.exam?.index = path.dropFirst().first.flatMap { Int($0) }
      if let index = state.exam?.index, state.exam?.sitting.exam.items.indices.contains(index) != true {
        state.exam?.index = nil
      }
      showExam()
    case "list":
      state.exam?.index = nil
      showExam()
    case "submit": askToHandIn()
    default: leaveExam()
    }
  }

  mutating func leaveExam() {
    guard let round = state.exam else { return }
    keepDraft()
    state.openQuestion = nil
    state.exam = nil
    effects.append(.setClock(false))
    go(to: round.origin, remembering: false)
    if round.result == nil {
      let clock = round.sitting.deadline == nil ? "" : "; its clock runs"
      say("The exam is kept as it is\(clock) · the same command goes on with it")
    }
  }

  /// Says when the time is nearly over, and hands in when it is.
  mutating func tickExam() {
    guard let round = state.exam, let left = round.secondsLeft(at: state.date) else { return }
    if left <= 0 {
      handInOverTime()
    } else if left <= Self.warning, !round.isWarned {
      state.exam?.isWarned = true
      say("One minute is left · what stands in the field then counts")
    }
  }

  /// Seconds before the end at which it is announced.
  private static let warning: Double = 60

  /// Takes what is chosen or typed for the open question, and hands in.
  private mutating func handInOverTime() {
    guard var round = state.exam, round.result == nil, let deadline = round.sitting.deadline else { return }
    if state.isExamining, let index = round.index {
      let item = round.sitting.exam.items[index]
      if let question = state.question(item.question), let present = state.questions[item.question],
        let answer = present.answer(to: question)
      {
        let draw = QuestionDraw(question, workbook: authored(), seed: item.seed)
        let isCounted = Grader.grade(question, answer: answer, workbook: authored(), drawn: draw.inputs)
          .isCounted
        if isCounted, present.hasAnswer(to: question, shown: draw.optionOrder) {
          round.sitting.answer(
            answer, seconds: max(0, state.now - round.shownAt), at: index, time: deadline - 0.001)
        }
      }
    }
    round.isOverTime = true
    state.exam = round
    handIn()
  }
}
