import Content
import Foundation
import GRDB

/// An exam as a student takes it: answers may be changed until it is handed in, and nothing is graded before. A value,
/// which the record keeps after every answer.
public struct ExamSitting: Hashable, Sendable, Codable, Identifiable {
  public let id: String
  public let exam: Exam
  public let started: Date
  /// By the index of the item; nil where there is none yet.
  public private(set) var answers: [Answer?]
  /// Seconds that each item was on the screen.
  public private(set) var seconds: [Double]
  /// When it was handed in; nil while it is taken. No answer is taken after it.
  public private(set) var handedIn: Date?
  /// Which sitting of the student it is, where it is not the first.
  public let number: Int?

  /// - Parameter number: one more than the sittings that the student handed in before.
  public init(_ exam: Exam, at time: Date, number: Int = 1, id: String = UUID().uuidString) {
    self.id = id
    self.exam = exam
    self.number = number > 1 ? number : nil
    started = Date(milliseconds: time.milliseconds)
    answers = [Answer?](repeating: nil, count: exam.items.count)
    seconds = [Double](repeating: 0, count: exam.items.count)
  }

  /// When the time is over; nil without a limit.
  public var deadline: Date? { exam.plan.minutes.map { started.addingTimeInterval(Double($0) * 60) } }

  public func isOver(at time: Date) -> Bool { deadline.map { time >= $0 } ?? false }

  public var answered: Int { answers.count { $0 != nil } }

  /// Keeps an answer, in place of the one before; nil takes it back. After the deadline nothing changes.
  ///
  /// - Returns: whether it was kept.
  @discardableResult
  public mutating func answer(_ answer: Answer?, seconds: Double = 0, at index: Int, time: Date) -> Bool {
    guard answers.indices.contains(index), handedIn == nil, !isOver(at: time) else { return false }
    answers[index] = answer
    if seconds > 0, seconds.isFinite { self.seconds[index] += seconds }
    return true
  }

  /// Ends it; the first time counts.
  public mutating func handIn(at time: Date) {
    if handedIn == nil { handedIn = Date(milliseconds: time.milliseconds) }
  }

  /// Grades the exam as it is handed in. A question that the book no longer has brings no credit.
  public func result(book: Book, at time: Date) -> ExamResult {
    let questions = Dictionary(
      book.chapters.values.flatMap(\.questions).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let items = exam.items.enumerated().map { index, item in
      let question = questions[item.question]
      let draw = question.map { QuestionDraw($0, workbook: book.workbook, seed: item.seed) }
      var credit = 0.0
      if let question, let answer = answers[index] {
        credit =
          Grader.grade(question, answer: answer, workbook: book.workbook, drawn: draw?.inputs ?? [:]).credit
      }
      return ExamResult.Item(
        question: item.question, version: item.version, kind: question?.body.kind, section: item.section,
        objective: item.objective, answer: answers[index], drawn: draw?.inputs ?? [:], credit: credit,
        seconds: seconds[index])
    }
    let last = handedIn ?? time
    let ended = deadline.map { min($0, last) } ?? last
    return ExamResult(
      book: .init(id: book.manifest.id, version: book.manifest.version, hash: book.contentHash),
      exam: .init(id: exam.plan.id, title: exam.plan.title, passMark: exam.plan.passMark),
      student: exam.student, seed: exam.seed, started: started, ended: max(started, ended), items: items,
      sitting: number)
  }

  /// What the record keeps of the answers, once the exam is handed in.
  public func attempts(of result: ExamResult) -> [Attempt] {
    result.items.enumerated().compactMap { index, item in
      item.answer.map { answer in
        Attempt(
          id: "\(id)/\(index)", book: result.book.id, question: item.question, version: item.version,
          answer: answer, drawn: item.drawn, credit: item.credit, seconds: item.seconds, origin: .exam,
          session: id, time: result.endedDate)
      }
    }
  }
}

extension Record {
  /// Keeps a sitting as it stands, in one transaction.
  ///
  /// - Parameters:
  ///   - result: of one that was handed in; its answers are kept as attempts, too.
  ///   - isWritten: whether the result is in its file; until then the sitting is one that was left.
  public func save(
    _ sitting: ExamSitting, result: ExamResult? = nil, isWritten: Bool = true, book: String,
    at time: Date = Date()
  ) throws(RecordError) {
    try write { database in
      for attempt in result.map(sitting.attempts) ?? [] { try Self.insert(attempt, in: database) }
      let kept = KeptSession(
        id: sitting.id, kind: .exam, chapter: sitting.exam.plan.id, credit: result?.credit ?? 0,
        isFinished: result != nil && isWritten, isPassed: result?.isPassed ?? false)
      try Self.store(sitting, as: kept, book: book, at: time, in: database)
    }
  }

  /// The sitting of an exam that was left in the middle; nil when there is none.
  ///
  /// - Parameter student: whose; nil for the last one of anybody.
  public func unfinishedExam(
    _ exam: String, student: String? = nil, book: String
  ) throws(RecordError) -> ExamSitting? {
    try sittings(of: exam, isFinished: false, book: book)
      .first { student == nil || Exam.folded($0.exam.student) == Exam.folded(student ?? "") }
  }

  /// How often a student handed in an exam.
  public func finishedExams(_ exam: String, student: String, book: String) throws(RecordError) -> Int {
    try sittings(of: exam, isFinished: true, book: book)
      .count { Exam.folded($0.exam.student) == Exam.folded(student) }
  }

  /// The last one first.
  private func sittings(
    of exam: String, isFinished: Bool, book: String
  ) throws(RecordError) -> [ExamSitting] {
    try read { database in
      try String.fetchAll(
        database,
        sql: """
          SELECT state FROM session
          WHERE book = ? AND kind = 'exam' AND chapter = ? AND (ended IS NOT NULL) = ?
          ORDER BY changed DESC, id
          """,
        arguments: [book, exam, isFinished]
      ).map { try JSONText.decode($0) }
    }
  }
}

extension Book {
  /// A name for what can be asked: it changes when a question or a calculator changes. SHA-256 in hexadecimal.
  public var contentHash: String {
    var lines = ["book \(manifest.id) \(manifest.version)"]
    for id in manifest.chapterIDs {
      guard let chapter = chapters[id] else { continue }
      lines.append("chapter \(id)")
      lines += chapter.questions.map { "question \($0.id) \($0.version)" }
      lines += chapter.calculators.map { "calculator \($0.id) \($0.body)" }
    }
    return SHA256.hexadecimal(SHA256.hash(Array(lines.joined(separator: "\n").utf8)))
  }
}
