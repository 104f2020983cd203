import Content
import Foundation

/// The questions of an exam for one student. Pure: the same plan, book, student and seed give the same exam.
///
/// ```swift
/// let exam = try Exam(ExamPlan(file: "exams/midterm.yaml"), book: book, student: "Ada Lovelace")
/// var sitting = ExamSitting(exam, at: Date())
/// ```
public struct Exam: Hashable, Sendable, Codable {
  public let plan: ExamPlan
  /// The student's name as it was given.
  public let student: String
  public let seed: UInt64
  /// In the order of asking.
  public let items: [QuizItem]

  /// Why there is no such exam.
  public struct Problem: Error, Hashable, Sendable, CustomStringConvertible {
    public var message: String
    public var advice: String
    public var description: String { "\(message) \(advice)" }
  }

  /// Draws the questions: those that objectives ask for first, the rest from all that may be asked, spread over the
  /// sections.
  ///
  /// - Parameters:
  ///   - sections: limits the exam further, to sections that were assigned.
  ///   - randomSeed: for plans that want others at every sitting.
  public init(
    _ plan: ExamPlan, book: Book, student: String, sections: [String]? = nil,
    randomSeed: UInt64 = .random(in: 0 ... .max)
  ) throws(Problem) {
    let pool = try Self.pool(of: plan, book: book, sections: sections)
    seed =
      switch plan.seed {
      case .student: Fingerprint.number(of: plan.id + "/" + Self.folded(student))
      case .fixed(let number): number
      case .random: randomSeed
      }
    var random = SplitMix64(seed: seed)
    var picked: [Question] = []
    for share in plan.shares {
      let wanted = pool.filter { $0.objective == share.objective && !picked.contains($0) }
      guard wanted.count >= share.questions else {
        throw Problem(
          message:
            "The exam asks for \(share.questions) questions of the objective `\(share.objective)`, and "
            + "the pool has \(wanted.count).",
          advice: "Ask for fewer, or add questions, chapters or sections.")
      }
      picked += QuizSession.spread(wanted, count: share.questions, random: &random)
    }
    let chosen = Set(picked.map(\.id))
    let rest = pool.filter { !chosen.contains($0.id) }
    guard rest.count + picked.count >= plan.questions else {
      throw Problem(
        message:
          "The exam asks for \(plan.questions) questions, and the pool has \(rest.count + picked.count).",
        advice: "Ask for fewer, or add questions, chapters or sections.")
    }
    picked += QuizSession.spread(rest, count: plan.questions - picked.count, random: &random)
    self.plan = plan
    self.student = student
    items = random.shuffled(picked).map { question in
      QuizItem(
        question: question.id, version: question.version, section: question.section,
        objective: question.objective, seed: random.next())
    }
  }

  /// What may be asked. A `short` answer is graded by the learner, so none is, unless the plan names the kind.
  public static func pool(
    of plan: ExamPlan, book: Book, sections: [String]? = nil
  ) throws(Problem) -> [Question] {
    var chapters: [Chapter] = []
    for name in plan.chapters {
      guard let chapter = book.chapters[name] ?? book.chapters.values.first(where: { $0.number == name })
      else {
        throw Problem(
          message: "The exam names the chapter `\(name)`, which the book does not have.",
          advice: "Write a chapter's number or id; `napkin list` prints them.")
      }
      chapters.append(chapter)
    }
    let known = Set(chapters.flatMap(\.sections).compactMap(\.id))
    for section in (plan.sections ?? []) + (sections ?? []) where !known.contains(section) {
      throw Problem(
        message: "The exam names the section `\(section)`, which its chapters do not have.",
        advice: "Write the id of a heading, such as `sec-xor`.")
    }
    let objectives = Set(chapters.flatMap(\.objectives).map(\.id))
    for objective in (plan.objectives ?? []) + plan.shares.map(\.objective)
    where !objectives.contains(objective) {
      throw Problem(
        message: "The exam names the objective `\(objective)`, which its chapters do not have.",
        advice: "Write an id of a chapter's front matter.")
    }
    var seen: Set<String> = []
    return chapters.flatMap(\.questions).filter { question in
      let isAllowed =
        isListed(question.section, plan.sections) && isListed(question.section, sections)
        && isListed(question.objective, plan.objectives)
        && (plan.kinds?.contains(question.body.kind) ?? (question.body.kind != "short"))
      return isAllowed && seen.insert(question.id).inserted
    }
  }

  private static func isListed(_ id: String?, _ ids: [String]?) -> Bool {
    guard let ids else { return true }
    return id.map(ids.contains) ?? false
  }

  /// So that a name typed with other capitals or spaces is the same student.
  static func folded(_ student: String) -> String {
    student.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
