import Learning

extension ReaderState {
  /// Who asks the questions of the page on the screen.
  var desk: Desk {
    switch chapterID {
    case Sitting.address.description: .quiz
    case ReviewRound.address.description: .review
    case ExamRound.address.description: .exam
    default: .page
    }
  }

  /// Seconds that are left of the quiz or exam on the screen; nil without a limit.
  var secondsLeft: Double? {
    if isInSitting { return sitting?.secondsLeft(at: now) }
    return isInExam ? exam?.secondsLeft(at: date) : nil
  }

  /// Whether an exam is being taken that is not handed in, wherever the reader is.
  var hasOpenExam: Bool { exam.map { $0.result == nil } ?? false }

  /// Whether the page of a quiz is on the screen.
  var isInSitting: Bool { sitting != nil && chapterID == Sitting.address.description }

  /// Whether a calculator computes the answer to a question of the exam that is being taken.
  func isClosedByExam(_ calculator: String) -> Bool {
    guard hasOpenExam, let items = exam?.sitting.exam.items else { return false }
    let asked = Set(items.map(\.question))
    return book.chapters.values.lazy.flatMap(\.questions).contains { question in
      guard asked.contains(question.id), case .numeric(let numeric) = question.body else { return false }
      return numeric.answer.hasPrefix(calculator + ".")
    }
  }

  /// Whether the page of an exam is on the screen.
  var isInExam: Bool { exam != nil && chapterID == ExamRound.address.description }

  /// Whether an answer given now belongs to an exam, which judges nothing before its end.
  var isExamining: Bool { isInExam && exam?.result == nil && exam?.index != nil }

  /// Whether the page of a review is on the screen.
  var isInReview: Bool { round != nil && chapterID == ReviewRound.address.description }

  /// What the review that waits for an answer to a question asks; nil where none does.
  func reviewAsking(_ question: String) -> (asked: AskedItem<ReviewSession>, subject: ReviewSubject)? {
    guard isInReview, let round, let index = round.index, !round.isAnswered else { return nil }
    let item = round.session.items[index]
    guard item.id == question, let subject = reviewSubjects[item.id] else { return nil }
    return (AskedItem(session: round.session, index: index), subject)
  }
}

/// How sure a learner says to be, as the record keeps it.
enum Sureness {
  static let steps: [(value: Int, name: String)] = [(1, "not sure"), (3, "fairly sure"), (5, "very sure")]

  static func name(of value: Int?) -> String? { steps.first { $0.value == value }?.name }

  /// The next one; after the last nothing is said.
  static func next(after value: Int?) -> Int? {
    guard let value else { return steps[0].value }
    return steps.first { $0.value > value }?.value
  }
}
