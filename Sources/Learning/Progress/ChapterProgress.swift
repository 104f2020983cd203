import Content

/// How far the learner is with a chapter. It is complete with three marks: read, interactive part used, quiz passed.
public struct ChapterProgress: Hashable, Sendable, Identifiable {
  /// The chapter's id.
  public var id: String
  public var number: String?
  public var title: String
  public var sections: Int
  public var sectionsRead: Int
  public var calculators: Int
  public var calculatorsUsed: Int
  public var questions: Int
  /// Questions that were answered at least once.
  public var answered: Int
  /// The mean credit of the last answers to those, from 0 to 1.
  public var credit: Double
  /// Of the quizzes over the whole chapter, from 0 to 1; nil before the first.
  public var bestQuiz: Double?
  public var isQuizPassed: Bool
  public var readingSeconds: Double

  /// Whether all sections were read.
  public var isRead: Bool { sectionsRead >= sections }

  /// Whether something was changed in one of its calculators; true where it has none.
  public var isInteractiveUsed: Bool { calculators == 0 || calculatorsUsed > 0 }

  /// Read, used, passed; a chapter without questions needs no quiz.
  public var marks: [Bool] { [isRead, isInteractiveUsed, isQuizPassed || questions == 0] }

  public var isComplete: Bool { marks.allSatisfy(\.self) }

  /// Whether anything was done in it.
  public var isBegun: Bool {
    sectionsRead > 0 || calculatorsUsed > 0 || answered > 0 || bestQuiz != nil || readingSeconds > 0
  }

  /// For a bar: the three marks in equal parts, sections in proportion, and of a quiz the way to its pass; from 0 to 1.
  public var share: Double {
    let read = sections == 0 ? 1 : min(1, Double(sectionsRead) / Double(sections))
    let quiz = isQuizPassed || questions == 0 ? 1 : min(bestQuiz ?? 0, 0.99)
    return (read + (isInteractiveUsed ? 1 : 0) + quiz) / 3
  }

  init(_ chapter: Chapter, history: LearningHistory, latest: [String: Double]) {
    id = chapter.id
    number = chapter.number
    title = chapter.title
    let ids = chapter.sections.filter { $0.level == 2 }.compactMap(\.id)
    let read = history.sectionsRead[chapter.id] ?? []
    sections = ids.count
    sectionsRead = ids.count(where: read.contains)
    calculators = chapter.calculators.count
    calculatorsUsed = chapter.calculators.count { history.calculatorsUsed.contains($0.id) }
    questions = chapter.questions.count
    let credits = chapter.questions.compactMap { latest[$0.id] }
    answered = credits.count
    credit = credits.isEmpty ? 0 : credits.reduce(0, +) / Double(credits.count)
    let quizzes = history.sessions.filter { $0.kind == .quiz && $0.chapter == chapter.id && $0.ended != nil }
    bestQuiz = quizzes.map(\.credit).max()
    isQuizPassed = quizzes.contains(where: \.isPassed)
    readingSeconds = history.readingTimes.reduce(0) { $0 + ($1.chapter == chapter.id ? $1.seconds : 0) }
  }
}
