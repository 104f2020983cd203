import Content
import Foundation

/// A quiz over a pool of questions: what is asked, what was answered, and the result. A value; the same pool, plan and
/// seed give the same quiz.
///
/// ```swift
/// var session = QuizSession(pool: chapter.questions, chapter: chapter.id, seed: 7)
/// while let index = session.nextIndex {
///   let item = session.items[index]  // ask its question, drawn with item.seed
///   session.record(answer, grade: grade, at: index)
/// }
/// session.isPassed
/// ```
public struct QuizSession: Hashable, Sendable, Codable, Identifiable {
  public let id: String
  /// The chapter's id.
  public let chapter: String
  public let plan: QuizPlan
  public let seed: UInt64
  /// The id of the quiz whose missed questions it asks; nil for a quiz of its own.
  public let retryOf: String?
  /// In the order of asking.
  public private(set) var items: [QuizItem]
  /// True from the last answer until the learner saw the results; nil before and after.
  public private(set) var awaitsResults: Bool?

  /// Draws the questions: a random section after the other gives one of its questions until there are enough, so that
  /// no section has two more than another that still has some.
  public init(
    pool: [Question], chapter: String, plan: QuizPlan = QuizPlan(), seed: UInt64,
    id: String = UUID().uuidString
  ) {
    var random = SplitMix64(seed: seed)
    let picked = Self.spread(plan.eligible(pool), count: plan.count, random: &random)
    let items = random.shuffled(picked).map { question in
      QuizItem(
        question: question.id, version: question.version, section: question.section,
        objective: question.objective, seed: random.next())
    }
    self.init(id: id, chapter: chapter, plan: plan, seed: seed, retryOf: nil, items: items)
  }

  private init(
    id: String, chapter: String, plan: QuizPlan, seed: UInt64, retryOf: String?, items: [QuizItem]
  ) {
    self.id = id
    self.chapter = chapter
    self.plan = plan
    self.seed = seed
    self.retryOf = retryOf
    self.items = items
  }

  /// The first question that has no answer yet; nil at the end.
  public var nextIndex: Int? { items.firstIndex { $0.credit == nil } }

  /// Whether every question has an answer. A quiz without questions is not finished.
  public var isFinished: Bool { !items.isEmpty && nextIndex == nil }

  /// The mean credit over all questions, those not yet answered counting 0; from 0 to 1.
  public var credit: Double {
    items.isEmpty ? 0 : items.reduce(0) { $0 + ($1.credit ?? 0) } / Double(items.count)
  }

  /// Whether the credit reached the pass mark, whatever is answered to the rest.
  public var isPassed: Bool { !items.isEmpty && credit >= plan.passMark - 1e-9 }

  /// Whether passing it passes the chapter's quiz: a retry of what was missed and a quiz over some of the sections do
  /// not.
  public var countsForChapter: Bool { retryOf == nil && plan.sections == nil }

  /// The credit that the answers to come must bring for a pass, of how many questions; nil once it is passed, and where
  /// it is out of reach.
  public var neededForPass: (credit: Double, questions: Int)? {
    let left = items.count { $0.credit == nil }
    let needed = (plan.passMark - credit) * Double(items.count)
    guard !items.isEmpty, needed > 1e-9, needed <= Double(left) + 1e-9 else { return nil }
    return (needed, left)
  }

  /// Keeps an answer. The first one to a question counts; another, or one that `Grade.isCounted` excludes, changes
  /// nothing.
  ///
  /// - Returns: whether it was kept.
  @discardableResult
  public mutating func record(
    _ answer: Answer, grade: Grade, seconds: Double = 0, usedHint: Bool = false, at index: Int
  ) -> Bool {
    guard items.indices.contains(index), items[index].credit == nil, grade.isCounted else { return false }
    items[index].answer = answer
    items[index].credit = grade.credit
    items[index].verdict = grade.verdict
    items[index].seconds = seconds
    items[index].usedHint = usedHint
    if isFinished { awaitsResults = true }
    return true
  }

  /// The quiz with the answers that are kept of it: the first answer to a question counts, whichever program took it.
  func merged(with kept: QuizSession) -> QuizSession {
    guard kept.id == id, kept.items.map(\.question) == items.map(\.question) else { return self }
    var result = self
    for index in items.indices where kept.items[index].credit != nil {
      result.items[index] = kept.items[index]
    }
    if result.isFinished { result.awaitsResults = true }
    return result
  }

  /// The quiz without the questions at its end that can not be asked any more. What is answered stays, and so do the
  /// places of all before, by which attempts are named.
  ///
  /// - Parameter known: the ids of the questions that can be asked.
  public func asking(_ known: Set<String>) -> QuizSession {
    let end = items.lastIndex { $0.credit != nil }.map { $0 + 1 } ?? 0
    var result = self
    result.items = items[..<end] + items[end...].filter { known.contains($0.question) }
    if result.isFinished, !isFinished { result.awaitsResults = true }
    return result
  }

  /// Notes that the learner saw the results.
  public mutating func noteResultsSeen() { awaitsResults = nil }

  /// How many questions have an answer.
  public var answered: Int { items.count { $0.credit != nil } }

  /// The id of the attempt at an item: it follows from the quiz, so that an item never has two.
  public func attemptID(at index: Int) -> String { "\(id)/\(index)" }

  /// The answered questions by section, in the order of first asking.
  public var bySection: [QuizTally] { tally(\.section) }

  /// The answered questions by objective, in the order of first asking.
  public var byObjective: [QuizTally] { tally(\.objective) }

  /// The questions that were answered without full credit.
  public var missed: [QuizItem] { items.filter { ($0.credit ?? 1) < 1 } }

  /// A quiz of the missed questions, drawn anew; nil when none was missed.
  public func retry(seed: UInt64, id: String = UUID().uuidString) -> QuizSession? {
    guard !missed.isEmpty else { return nil }
    var random = SplitMix64(seed: seed)
    let items = random.shuffled(missed).map { item in
      QuizItem(
        question: item.question, version: item.version, section: item.section, objective: item.objective,
        seed: random.next())
    }
    return QuizSession(id: id, chapter: chapter, plan: plan, seed: seed, retryOf: self.id, items: items)
  }

  static func spread(_ pool: [Question], count: Int, random: inout SplitMix64) -> [Question] {
    var sections: [String?] = []
    var groups: [String?: [Question]] = [:]
    for question in pool {
      if groups[question.section] == nil { sections.append(question.section) }
      groups[question.section, default: []].append(question)
    }
    for section in sections { groups[section] = random.shuffled(groups[section] ?? []) }
    var picked: [Question] = []
    while picked.count < count, !groups.isEmpty {
      for section in random.shuffled(sections) where picked.count < count {
        if let question = groups[section]?.popLast() { picked.append(question) }
        if groups[section]?.isEmpty == true { groups[section] = nil }
      }
      sections.removeAll { groups[$0] == nil }
    }
    return picked
  }

  private func tally(_ key: KeyPath<QuizItem, String?>) -> [QuizTally] {
    var tallies: [QuizTally] = []
    var places: [String?: Int] = [:]
    for item in items {
      guard let credit = item.credit else { continue }
      let place = places[item[keyPath: key]] ?? tallies.count
      if place == tallies.count {
        places[item[keyPath: key]] = place
        tallies.append(QuizTally(id: item[keyPath: key], asked: 0, credit: 0))
      }
      tallies[place].asked += 1
      tallies[place].credit += credit
    }
    return tallies
  }
}
