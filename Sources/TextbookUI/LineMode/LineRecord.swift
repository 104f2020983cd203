import Content
import Engine
import Foundation
import Learning

/// The learner's record as line mode keeps it: what can not be kept is said once and does not stop the reading.
struct LineRecord {
  let book: String
  private let record: Record?
  private(set) var problem: String?
  private var unwritten = UnwrittenEntries()

  init(book: String, open: () throws(RecordError) -> Record) {
    self.book = book
    do throws(RecordError) {
      record = try open()
    } catch {
      record = nil
      problem = "Nothing is kept: \(error.message) \(error.advice)"
    }
  }

  /// What went wrong since the last call.
  mutating func takeProblem() -> String? {
    defer { problem = nil }
    return problem
  }

  func place() -> ReadingPlace? { try? record?.place(book: book) }

  func place(in chapter: String) -> ReadingPlace? { try? record?.place(book: book, chapter: chapter) }

  /// Places that the learner jumped from, on the screen too.
  func history() -> History {
    (try? record?.preference("history", book: book)) ?? History()
  }

  mutating func save(_ history: History) {
    write { record, book throws(RecordError) in
      try record.setPreference("history", to: history.recent, book: book)
    }
  }

  /// Marks by their letters.
  func marks() -> [String: Destination] {
    (try? record?.preference("marks", book: book)) ?? [:]
  }

  mutating func save(_ marks: [String: Destination]) {
    write { record, book throws(RecordError) in try record.setPreference("marks", to: marks, book: book) }
  }

  func notes() -> [Note] { (try? record?.notes(book: book)) ?? [] }

  /// - Returns: whether the note is kept.
  mutating func save(_ note: Note) -> Bool {
    if record == nil { problem = "There is no record, and so the note is not kept." }
    return write { record, book throws(RecordError) in try record.save(note, book: book) }
  }

  /// - Returns: whether the note is removed.
  mutating func removeNote(_ id: String) -> Bool {
    write { record, book throws(RecordError) in try record.removeNote(id, book: book) }
  }

  func scenario() -> Scenario? { try? record?.scenario(book: book) }

  /// The ids of questions that the learner does not want to be asked.
  func suspended() -> Set<String> {
    let marks = (try? record?.questionMarks(book: book)) ?? [:]
    return Set(marks.filter(\.value.isSuspended).keys)
  }

  /// Keeps what the learner says of a question.
  ///
  /// - Returns: what to say to it.
  mutating func keep(_ remark: LineQuestion.Remark, on question: String) -> String {
    switch remark {
    case .never:
      let isSuspended = !suspended().contains(question)
      let isKept = write { record, book throws(RecordError) in
        try record.setSuspended(isSuspended, question: question, book: book)
      }
      if !isKept { return "That can not be kept." }
      return isSuspended
        ? "This question is not asked again. never once more takes that back."
        : "This question is asked again."
    case .wrong(let text):
      let isKept = write { record, book throws(RecordError) in
        try record.setFlag(text, question: question, book: book)
      }
      return isKept ? "Noted with the question." : "That can not be kept."
    }
  }

  /// The quizzes of a chapter that were left, the last one first.
  func leftQuizzes(of chapter: String) -> [QuizSession] {
    (try? record?.leftQuizzes(book: book, chapter: chapter)) ?? []
  }

  mutating func save(_ place: ReadingPlace) {
    write { record, book throws(RecordError) in try record.save(place, book: book) }
  }

  mutating func setRead(_ section: String, chapter: String) {
    write { record, book throws(RecordError) in try record.setRead(section, chapter: chapter, book: book) }
  }

  mutating func save(_ scenario: Scenario) {
    write { record, book throws(RecordError) in try record.save(scenario, book: book) }
  }

  mutating func noteUse(of calculator: String) {
    write { record, book throws(RecordError) in try record.setUsed(calculator: calculator, book: book) }
  }

  /// Keeps an answer; it is on the disk when this returns, or waits to be tried again.
  mutating func keep(_ attempt: Attempt) { _ = keep(.answer(attempt)) }

  /// Keeps an answer, and at once with it the quiz as it stands; both are on the disk when this returns, or wait.
  ///
  /// - Returns: the quiz, with what another program answered of it before.
  mutating func keep(_ attempt: Attempt, in quiz: QuizSession) -> QuizSession {
    keep(.quizAnswer(attempt, quiz))?.quiz ?? quiz
  }

  private mutating func keep(_ entry: RecordEntry) -> RecordEntry.Kept? {
    guard record != nil else { return nil }
    let before = unwritten.count
    unwritten.add(entry)
    let written = writeAgain()
    if let error = unwritten.error {
      problem = "Not recorded yet: \(error.message) \(error.advice) It is kept and tried again."
    } else if before > 0 {
      problem = "What was not recorded is recorded now."
    }
    return written.last { $0.entry == entry }?.kept
  }

  private mutating func writeAgain() -> [(entry: RecordEntry, kept: RecordEntry.Kept)] {
    guard let record, !unwritten.isEmpty else { return [] }
    return unwritten.write(book: book) { () throws(RecordError) in record }
  }

  /// Tries once more to write what waits.
  ///
  /// - Returns: what is lost when the program ends now, and why; nil where all is written.
  mutating func finish() -> String? {
    _ = writeAgain()
    return unwritten.words.map { words in
      "\(words): \(unwritten.error.map { "\($0.message) \($0.advice)" } ?? "")"
    }
  }

  /// Ends a quiz that can not go on: its time is up.
  mutating func end(_ quiz: QuizSession) {
    write { record, book throws(RecordError) in try record.endSession(quiz.id, book: book) }
  }

  mutating func save(_ quiz: QuizSession) {
    write { record, book throws(RecordError) in try record.save(quiz, book: book) }
  }

  /// The exam with its number, and the sitting of the student that was left.
  func sitting(for start: ExamStart) -> (start: ExamStart, saved: ExamSitting?) {
    var start = start
    let (id, student) = (start.exam.plan.id, start.exam.student)
    start.number = ((try? record?.finishedExams(id, student: student, book: book)) ?? 0) + 1
    return (start, (try? record?.unfinishedExam(id, student: student, book: book)) ?? nil)
  }

  /// Keeps an exam as it stands.
  ///
  /// - Parameters:
  ///   - result: of one that was handed in.
  ///   - isWritten: whether that is in its file.
  mutating func save(_ exam: ExamSitting, result: ExamResult? = nil, isWritten: Bool = false) {
    _ = keep(.exam(exam, result, isWritten: isWritten))
  }

  mutating func keep(_ review: Review) { _ = keep(.recall(review, nil)) }

  /// What an answer's card became; nil without a record.
  mutating func review(of attempt: Attempt) -> (review: Review, card: ReviewCard)? {
    guard let review = try? record?.reviews(book: book, card: attempt.question).last,
      review.id == attempt.id, let card = try? record?.cards(book: book)[attempt.question]?.card
    else { return nil }
    return (review, card)
  }

  /// Rates a review otherwise.
  mutating func rerate(_ review: Review, as rating: ReviewRating) -> (review: Review, card: ReviewCard)? {
    var result: (review: Review, card: ReviewCard)?
    write { record, book throws(RecordError) in
      result = try record.rerate(review.id, as: rating, book: book)
    }
    return result
  }

  /// Items of checkpoints that are ticked.
  func ticks() -> Set<String> { (try? record?.ticks(book: book)) ?? [] }

  mutating func setTick(_ item: String, _ isSet: Bool) {
    write { record, book throws(RecordError) in try record.setTick(item, isSet, book: book) }
  }

  /// Fits the schedule beside the reading where there is a record.
  var fitter: ReviewFitter { ReviewFitter(book: book) { [record] in record } }

  /// What is due today; nil without a record.
  mutating func plan(for content: Book, minutes: Double?) -> ReviewPlan? {
    var plan: ReviewPlan?
    write { record, book throws(RecordError) in
      let settings = try record.reviewSettings(book: book)
      let planner = ReviewPlanner(settings: settings, scheduler: try record.scheduler(book: book))
      let due = planner.plan(
        ReviewSubject.all(in: content, kinds: settings.subjects),
        history: try record.reviewHistory(book: book),
        at: Date(), minutes: minutes)
      try record.note(due, book: book)
      plan = due
    }
    return plan
  }

  /// - Returns: whether it was written.
  @discardableResult
  private mutating func write(_ body: (Record, String) throws(RecordError) -> Void) -> Bool {
    guard let record else { return false }
    do throws(RecordError) { try body(record, book) } catch {
      problem = "This is not kept: \(error.message) \(error.advice)"
      return false
    }
    return true
  }
}
