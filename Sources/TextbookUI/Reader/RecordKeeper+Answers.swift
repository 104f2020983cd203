import Foundation
import Learning

/// Answers and the sessions that they belong to. An answer and its session are kept at once, before a call returns.
extension RecordKeeper {
  /// What the record made of an answer.
  struct Kept {
    /// The review and its card, where a review asked.
    var review: (review: Review, card: ReviewCard)?
    /// The quiz, where another program answered some of it before.
    var quiz: QuizSession?
  }

  /// Keeps an answer.
  func keep(_ given: GivenAnswer) -> Kept {
    var attempt = Attempt(
      book: book, question: given.question.id, version: given.question.version, answer: given.answer,
      drawn: given.drawn, optionOrder: given.order, credit: given.grade.credit,
      seconds: secondsOpen(given.question.id), usedHint: given.usedHint, sureness: given.sureness)
    var kept = Kept()
    let problem = self.attempt { record, _ throws(RecordError) in
      if let quiz = given.quiz {
        attempt.id = quiz.session.attemptID(at: quiz.index)
        attempt.session = quiz.session.id
        attempt.origin = .quiz
        let stored = try record.add(attempt, in: quiz.session)
        if stored != quiz.session { kept.quiz = stored }
      } else if let review = given.review {
        attempt.id = review.session.attemptID(at: review.index)
        attempt.session = review.session.id
        attempt.origin = .review
        kept.review = try record.add(attempt, in: review.session, at: review.index, until: Self.endOfToday)
      } else {
        try record.add(attempt)
      }
    }
    if let problem { report("This answer is not kept: \(problem)") }
    return kept
  }

  /// Keeps how well a term or an equation was recalled.
  func keepReview(
    card: String, version: String, rating: ReviewRating, asked: AskedItem<ReviewSession>
  ) -> (review: Review, card: ReviewCard)? {
    let review = Review(
      id: asked.session.attemptID(at: asked.index), card: card, version: version, rating: rating)
    var kept: (review: Review, card: ReviewCard)?
    let problem = attempt { record, book throws(RecordError) in
      kept = try record.add(review, book: book, in: asked.session, at: asked.index, until: Self.endOfToday)
    }
    if let problem { report("This review is not kept: \(problem)") }
    return kept
  }

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

  private static var endOfToday: Date {
    let calendar = LearnerCalendar.local
    return calendar.start(of: calendar.day(of: Date()) + 1)
  }
}
