import Content
import Foundation
import Learning

/// An exam as it is taken: no answer is judged before it is handed in, and until then each may be changed.
struct ExamRound: Hashable, Sendable {
  var sitting: ExamSitting
  /// The question that is asked; nil for the list of all.
  var index: Int?
  var origin: Destination
  /// When the question came on the screen, on `ReaderState.now`.
  var shownAt: Double = 0
  /// What came of it.
  var result: ExamResult?
  /// Why the result is not in its file; nil where it is.
  var problem: String?
  /// Where that was written.
  var file: ResultFile
  /// Whether the learner asked to hand in and is to confirm it.
  var isConfirming = false
  /// Whether the end of the time was announced.
  var isWarned = false
  /// Whether it was handed in because the time was over.
  var isOverTime = false

  static let address = PageAddress("exam")

  init(sitting: ExamSitting, file: ResultFile, origin: Destination) {
    self.sitting = sitting
    self.file = file
    self.origin = origin
  }

  /// Seconds that are left; nil without a limit, and once it is handed in.
  func secondsLeft(at time: Date) -> Double? {
    result == nil ? sitting.deadline.map { max(0, $0.timeIntervalSince(time)) } : nil
  }

  /// `2 questions have no answer.`
  var openWords: String {
    switch sitting.exam.items.count - sitting.answered {
    case 0: "Every question has an answer"
    case 1: "1 question has no answer"
    case let open: "\(open) questions have no answer"
    }
  }
}

/// What an exam begins with.
public struct ExamStart: Hashable, Sendable {
  public var exam: Exam
  /// Where the result goes.
  public var result: ResultFile
  /// How often the student handed it in before, and one more.
  var number = 1

  public init(exam: Exam, result: ResultFile) {
    self.exam = exam
    self.result = result
  }

  /// The sitting to go on with: of the same exam and student.
  func sitting(_ saved: ExamSitting?) -> ExamSitting? {
    guard let saved, saved.exam.plan == exam.plan, saved.exam.student == exam.student else { return nil }
    return saved
  }
}

/// The page of an exam: a question, the list of all, or at the end the result.
struct ExamPage {
  let round: ExamRound
  let state: ReaderState

  private var exam: Exam { round.sitting.exam }

  var page: Chapter {
    var page = round.result.map(results) ?? round.index.map(question) ?? list
    page.id = ExamRound.address.description
    return page
  }

  private func find(_ id: String) -> Question? {
    for chapter in state.book.chapters.values {
      if let question = chapter.questions.first(where: { $0.id == id }) { return question }
    }
    return nil
  }

  private func question(_ index: Int) -> Chapter {
    var builder = PageBuilder(title: exam.plan.title)
    var words = [
      "Question \(index + 1) of \(exam.items.count)", "\(round.sitting.answered) answered", exam.student,
    ]
    if let minutes = exam.plan.minutes { words.append("\(minutes) min") }
    if let number = round.sitting.number { words.append("sitting \(number)") }
    builder.paragraph([.emphasis([.text(words.joined(separator: " · "))])])
    guard let question = find(exam.items[index].question) else {
      builder.paragraph("This question is no longer in the book. Enter goes on.")
      return builder.page
    }
    var asked = question
    asked.hint = []
    builder.add(.question(asked))
    if round.sitting.answers[index] != nil {
      builder.paragraph("This answer is kept; another takes its place.")
    }
    builder.paragraph([.link(to: PageAddress("exam", "list"), "All questions, and handing in")])
    var page = builder.page
    page.questions = [asked]
    return page
  }

  private var list: Chapter {
    var builder = PageBuilder(title: exam.plan.title)
    builder.paragraph(round.openWords + ".")
    builder.table(
      [[.text("Question")], [.text("")]],
      exam.items.indices.map { index in
        [
          [.link(to: PageAddress("exam", "question", "\(index)"), "Question \(index + 1)")],
          [.text(round.sitting.answers[index] == nil ? "open" : "answered")],
        ]
      })
    builder.paragraph([
      .link(to: PageAddress("exam", "submit"), "Hand in"), .text(": after it nothing can be changed."),
    ])
    return builder.page
  }

  private func results(_ result: ExamResult) -> Chapter {
    var builder = PageBuilder(title: exam.plan.title)
    let percent = Int((result.credit * 100).rounded())
    builder.heading("\(result.isPassed ? "Passed" : "Not passed"): \(percent) %")
    if round.isOverTime { builder.paragraph("The time was over; it was handed in as it stood.") }
    let sitting = result.sitting.map { ", sitting \($0)" } ?? ""
    if let problem = round.problem {
      builder.paragraph(
        "Handed in by \(result.student)\(sitting). \(problem) The sitting is kept as it was handed in: the same "
          + "command writes its result again, and with -o to another file.")
    } else {
      builder.paragraph("Handed in by \(result.student)\(sitting). The result is in \(round.file.path)")
    }
    builder.paragraph([.link(to: PageAddress("exam", "leave"), "Back to the book")])
    var questions: [Question] = []
    for item in result.items {
      guard let question = find(item.question) else { continue }
      questions.append(question)
      builder.add(.question(question))
    }
    var page = builder.page
    page.questions = questions
    return page
  }
}
