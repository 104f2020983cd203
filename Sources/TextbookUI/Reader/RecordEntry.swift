import Foundation
import Learning

/// What must not be lost: an answer, or a session as it stands. Writing one twice is the same as once.
enum RecordEntry: Hashable, Sendable {
  case answer(Attempt)
  /// With the quiz as it stands with the answer.
  case quizAnswer(Attempt, QuizSession)
  /// With the review as it stood before.
  case reviewAnswer(Attempt, AskedItem<ReviewSession>)
  /// How well a term or an equation was recalled.
  case recall(Review, AskedItem<ReviewSession>?)
  /// With the result of one that was handed in, and whether that is in its file.
  case exam(ExamSitting, ExamResult?, isWritten: Bool)

  /// What the record made of it.
  struct Kept: Sendable {
    /// The review and its card, where a review asked.
    var review: (review: Review, card: ReviewCard)?
    /// The quiz, where another program answered some of it before.
    var quiz: QuizSession?
  }

  func write(to record: Record, book: String) throws(RecordError) -> Kept {
    var kept = Kept()
    switch self {
    case .answer(let attempt): try record.add(attempt)
    case .quizAnswer(let attempt, let quiz):
      let stored = try record.add(attempt, in: quiz)
      if stored != quiz { kept.quiz = stored }
    case .reviewAnswer(let attempt, let asked):
      kept.review = try record.add(
        attempt, in: asked.session, at: asked.index, until: Self.endOfDay(attempt.time))
    case .recall(let review, nil): try record.add(review, book: book)
    case .recall(let review, let asked?):
      kept.review = try record.add(
        review, book: book, in: asked.session, at: asked.index, until: Self.endOfDay(review.time))
    case .exam(let sitting, let result, let isWritten):
      try record.save(sitting, result: result, isWritten: isWritten, book: book)
    }
    return kept
  }

  /// Whether another entry holds all of this one.
  func isIncluded(in other: RecordEntry) -> Bool {
    if case .exam(let earlier, _, _) = self, case .exam(let later, _, _) = other {
      return earlier.id == later.id
    }
    return self == other
  }

  private static func endOfDay(_ time: Date) -> Date {
    let calendar = LearnerCalendar.local
    return calendar.start(of: calendar.day(of: time) + 1)
  }
}

/// What could not be written yet, in the order in which it was given. A value; writing is its caller's to ask for again.
struct UnwrittenEntries: Sendable {
  private(set) var entries: [RecordEntry] = []
  /// Why the first of them could not be written; nil where all is written.
  private(set) var error: RecordError?

  var count: Int { entries.count }
  var isEmpty: Bool { entries.isEmpty }

  mutating func add(_ entry: RecordEntry) {
    entries.removeAll { $0.isIncluded(in: entry) }
    entries.append(entry)
  }

  /// Writes what can be written.
  ///
  /// - Returns: what the record made of each entry that is written now.
  mutating func write(
    book: String, to record: () throws(RecordError) -> Record
  ) -> [(entry: RecordEntry, kept: RecordEntry.Kept)] {
    var written: [(entry: RecordEntry, kept: RecordEntry.Kept)] = []
    var left: [RecordEntry] = []
    var problem: RecordError?
    for entry in entries {
      // What hinders one hinders all; waiting for it once is enough.
      if let problem, problem.kind != .other {
        left.append(entry)
        continue
      }
      do throws(RecordError) {
        written.append((entry, try entry.write(to: try record(), book: book)))
      } catch {
        problem = problem ?? error
        left.append(entry)
      }
    }
    entries = left
    error = problem
    return written
  }

  /// Takes what came of writing a copy, while more may have been added.
  mutating func settle(_ written: [RecordEntry], error: RecordError?) {
    entries.removeAll { written.contains($0) }
    self.error = entries.isEmpty ? nil : error
  }

  /// `2 answers are not recorded`; nil where all is written.
  var words: String? {
    switch count {
    case 0: nil
    case 1: "1 answer is not recorded"
    default: "\(count) answers are not recorded"
    }
  }
}
