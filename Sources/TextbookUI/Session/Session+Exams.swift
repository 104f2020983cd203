import Content
import Foundation
import Learning
import Typesetting

extension Session {
  mutating func begin(_ start: ExamStart, saved: ExamSitting?) {
    let isUsable =
      saved.map { $0.exam.plan == start.exam.plan && $0.exam.student == start.exam.student } == true
    let sitting =
      isUsable ? saved ?? ExamSitting(start.exam, at: state.date) : ExamSitting(start.exam, at: state.date)
    var round = ExamRound(sitting: sitting, origin: here)
    round.file = start.resultFile
    round.index = sitting.answers.firstIndex { $0 == nil }
    for item in start.exam.items { state.questions[item.question] = nil }
    state.exam = round
    if isUsable, sitting.answered > 0 {
      say("You go on with the exam: \(sitting.answered) answers are kept.")
    }
    effects.append(.saveExam(sitting))
    if sitting.deadline != nil { effects.append(.setClock(true)) }
    showExam()
  }

  /// Shows what the exam is at: a question open for an answer, the list, or the result.
  mutating func showExam() {
    let message = state.message
    closePlaces()
    state.pageNumber += 1
    go(to: Destination(chapter: ExamRound.address.description), remembering: !state.isInExam)
    renewWrittenPage()
    state.top = PagePosition()
    state.message = message
    guard let round = state.exam, let index = round.index, round.result == nil else { return }
    state.exam?.shownAt = state.now
    let item = round.sitting.exam.items[index]
    guard let question = state.question(item.question) else { return }
    if state.questions[item.question] == nil { draw(question, seed: item.seed) }
    openQuestion(item.question)
  }

  /// Keeps an answer without a word on it, and goes on.
  mutating func keepInExam(_ answer: Answer) {
    guard var round = state.exam, let index = round.index else { return }
    let isKept = round.sitting.answer(
      answer, seconds: max(0, state.now - round.shownAt), at: index, time: state.date)
    guard isKept else {
      handIn()
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
    guard let round = state.exam, round.result == nil else { return }
    effects.append(.setClock(false))
    effects.append(.handIn(round.sitting, file: round.file))
  }

  /// The result as it was written, or why it could not be.
  mutating func take(_ result: ExamResult, problem: String?) {
    guard state.exam != nil else { return }
    state.exam?.result = result
    for item in result.items {
      guard
        let question = state.book.chapters.values.lazy.flatMap(\.questions).first(where: {
          $0.id == item.question
        })
      else { continue }
      if state.questions[item.question] == nil { state.questions[item.question] = QuestionState() }
      let verdict = item.answer == nil ? "Not answered." : item.credit >= 1 ? "Right." : "Not right."
      let expected = item.answer.map {
        Grader.grade(question, answer: $0, workbook: authored(), drawn: item.drawn).expected
      }
      state.questions[item.question]?.outcome = QuestionState.Outcome(
        credit: item.credit, verdict: verdict, answer: item.credit >= 1 ? nil : expected ?? nil)
    }
    showExam()
    if let problem { complain(problem) }
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
    case "submit": handIn()
    default: leaveExam()
    }
  }

  mutating func leaveExam() {
    guard let round = state.exam else { return }
    state.openQuestion = nil
    state.exam = nil
    go(to: round.origin, remembering: false)
    if round.result == nil { say("The exam is kept as it is · the same command goes on with it") }
  }

  /// Hands in when the time is over.
  mutating func tickExam() {
    guard let round = state.exam, round.result == nil, round.sitting.isOver(at: state.date) else { return }
    say("The time is up.")
    handIn()
  }
}
