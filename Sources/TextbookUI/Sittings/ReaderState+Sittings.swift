import Learning

extension ReaderState {
  /// Whether the page of a quiz is on the screen.
  var isInSitting: Bool { sitting != nil && chapterID == Sitting.address.description }

  /// The id of the quiz that waits for an answer to a question.
  func quizAsking(_ question: String) -> String? {
    guard let sitting, let index = sitting.index else { return nil }
    let item = sitting.quiz.items[index]
    return item.question == question && item.credit == nil ? sitting.quiz.id : nil
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
