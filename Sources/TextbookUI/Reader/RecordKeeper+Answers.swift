import Dispatch
import Foundation
import Learning

/// Answers and the sessions that they belong to. An answer and its session are kept at once, before a call returns; what
/// can not be written waits here, and is tried again with the next answer, every few seconds, and at the end.
extension RecordKeeper {
  /// Keeps an answer.
  @discardableResult
  func keep(_ given: GivenAnswer) -> RecordEntry.Kept {
    var attempt = Attempt(
      book: book, question: given.question.id, version: given.question.version, answer: given.answer,
      drawn: given.drawn, optionOrder: given.order, credit: given.grade.credit,
      seconds: secondsOpen(given.question.id), usedHint: given.usedHint, sureness: given.sureness)
    if let quiz = given.quiz {
      attempt.id = quiz.session.attemptID(at: quiz.index)
      attempt.session = quiz.session.id
      attempt.origin = .quiz
      return keep(.quizAnswer(attempt, quiz.session))
    }
    if let review = given.review {
      attempt.id = review.session.attemptID(at: review.index)
      attempt.session = review.session.id
      attempt.origin = .review
      return keep(.reviewAnswer(attempt, review))
    }
    return keep(.answer(attempt))
  }

  /// Keeps how well a term or an equation was recalled.
  func keepReview(
    card: String, version: String, rating: ReviewRating, asked: AskedItem<ReviewSession>
  ) -> (review: Review, card: ReviewCard)? {
    let review = Review(
      id: asked.session.attemptID(at: asked.index), card: card, version: version, rating: rating)
    return keep(.recall(review, asked)).review
  }

  /// Keeps an exam as it stands.
  func save(_ exam: ExamSitting, result: ExamResult? = nil, isWritten: Bool = false) {
    _ = keep(.exam(exam, result, isWritten: isWritten))
  }

  private func keep(_ entry: RecordEntry) -> RecordEntry.Kept {
    unwritten.withLock { $0.add(entry) }
    let written = writeAgain()
    late.withLock { $0 += written.filter { $0.entry != entry }.map(\.kept) }
    if let kept = written.last(where: { $0.entry == entry })?.kept { return kept }
    if let error = unwritten.withLock({ $0.error }) {
      reportLoss("Not recorded yet: \(error.message) \(error.advice) It is kept here and tried again.")
    }
    tryLater()
    return RecordEntry.Kept()
  }

  /// How many answers wait to be written.
  var unwrittenCount: Int { unwritten.withLock(\.count) }

  /// What is lost when the program ends now, and why; nil where all is written.
  var loss: String? {
    unwritten.withLock { unwritten in
      unwritten.words.map { "\($0): \(unwritten.error.map { "\($0.message) \($0.advice)" } ?? "")" }
    }
  }

  /// Tries to write what waits.
  ///
  /// - Returns: what was written.
  @discardableResult
  func writeAgain() -> [(entry: RecordEntry, kept: RecordEntry.Kept)] {
    guard unwrittenCount > 0 else { return [] }
    return queue.sync { writeOnQueue() }
  }

  private func writeOnQueue() -> [(entry: RecordEntry, kept: RecordEntry.Kept)] {
    // Keys are answered while this waits for a disk.
    var entries = unwritten.withLock { $0 }
    let written = entries.write(book: book) { () throws(RecordError) in try present().get() }
    unwritten.withLock { $0.settle(written.map(\.entry), error: entries.error) }
    return written
  }

  /// What was written since the last call, other than by the call that brought it.
  func takeLate() -> [RecordEntry.Kept] {
    late.withLock { late in
      defer { late = [] }
      return late
    }
  }

  /// Calls `isNews` when something was written beside the caller.
  func whenWritten(_ isNews: @escaping @Sendable () -> Void) { news.withLock { $0 = isNews } }

  private func tryLater() {
    let isPlanned = isTryingLater.withLock { isPlanned in
      defer { isPlanned = true }
      return isPlanned
    }
    if isPlanned { return }
    queue.asyncAfter(deadline: .now() + Self.pause) { [weak self] in
      guard let self else { return }
      isTryingLater.withLock { $0 = false }
      let written = writeOnQueue()
      if !written.isEmpty {
        late.withLock { $0 += written.map(\.kept) }
        news.withLock { $0 }?()
      }
      if unwrittenCount > 0 { tryLater() }
    }
  }

  /// Seconds between two tries.
  private static let pause: Double = 3

  /// Keeps a quiz as it stands, after all that was to be kept before it.
  func save(_ quiz: QuizSession) {
    let problem = attempt { record, book throws(RecordError) in try record.save(quiz, book: book) }
    if let problem { report(problem) }
  }

  /// The quizzes of a chapter that were left, the last one first.
  func leftQuizzes(chapter: String) -> [QuizSession] {
    var left: [QuizSession] = []
    let problem = attempt { record, book throws(RecordError) in
      left = try record.leftQuizzes(book: book, chapter: chapter)
    }
    if let problem { report(problem) }
    return left
  }

  /// A quiz does not go on.
  func endSession(_ id: String) {
    let problem = attempt { record, book throws(RecordError) in try record.endSession(id, book: book) }
    if let problem { report(problem) }
  }
}
