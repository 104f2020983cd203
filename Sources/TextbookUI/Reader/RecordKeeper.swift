import Content
import Dispatch
import Engine
import Learning
import Synchronization

/// Keeps what the reader does in the learner's record. Answers are kept before a call returns; places and changed inputs
/// are written beside the reading, the last ones at the latest in `finish`. What fails is a message for the reader.
final class RecordKeeper: Sendable {
  /// What was kept from the last time.
  struct Memory: Sendable {
    var settings = ReadingSettings()
    var marks: [String: Destination] = [:]
    var history = History()
    var notes: [Note] = []
    var place: ReadingPlace?
    var scenario: Scenario?
    var ticks: Set<String> = []
    var sectionsRead: [String: Set<String>] = [:]
    var suspended: Set<String> = []
    /// Why there is no record, where there is none.
    var error: String?
  }

  private let book: String
  private let opened: Mutex<Result<Record, RecordError>?> = Mutex(nil)
  private let remembered: Mutex<Memory?> = Mutex(nil)
  private let isRemembered = DispatchSemaphore(value: 0)
  private let queue = DispatchQueue(label: "record", qos: .userInitiated)
  private let error = Mutex<String?>(nil)
  private let begun = Mutex<[String: ContinuousClock.Instant]>([:])
  private let waitingPlace = Mailbox<ReadingPlace>()
  private let waitingScenario = Mailbox<Scenario>()
  private let waitingHistory = Mailbox<History>()

  /// Begins to open the record beside the caller, and to read what it has of the book.
  ///
  /// - Parameter chapter: whose place is wanted; nil for the last place of all.
  init(book: String, chapter: String?, open: @escaping @Sendable () throws(RecordError) -> Record) {
    self.book = book
    let work: @Sendable () -> Void = { [self] in
      let result: Result<Record, RecordError>
      do throws(RecordError) { result = .success(try open()) } catch { result = .failure(error) }
      opened.withLock { $0 = result }
      let memory = Self.memory(of: result, book: book, chapter: chapter)
      remembered.withLock { $0 = memory }
      isRemembered.signal()
    }
    queue.async(execute: work)
  }

  /// What was kept; nil while the record is not open, after waiting for `patience` seconds.
  func memory(patience: Double) -> Memory? {
    if patience.isFinite {
      if isRemembered.wait(timeout: .now() + patience) == .timedOut { return nil }
    } else {
      isRemembered.wait()
    }
    // For whoever asks next.
    isRemembered.signal()
    return remembered.withLock { $0 }
  }

  /// Calls back with what was kept, when the record is open.
  func whenRemembered(_ body: @escaping @Sendable (Memory) -> Void) {
    queue.async { [self] in
      if let memory = remembered.withLock({ $0 }) { body(memory) }
    }
  }

  private static func memory(
    of record: Result<Record, RecordError>, book: String, chapter: String?
  ) -> Memory {
    var memory = Memory()
    do throws(RecordError) {
      let record = try record.get()
      memory.place = try record.place(book: book, chapter: chapter)
      memory.scenario = try record.scenario(book: book)
      memory.ticks = try record.ticks(book: book)
      memory.sectionsRead = try record.sectionsRead(book: book)
      memory.notes = try record.notes(book: book)
      memory.settings = try record.preference("reading", book: book) ?? ReadingSettings()
      memory.marks = try record.preference("marks", book: book) ?? [:]
      memory.history = try record.preference("history", book: book) ?? History()
      memory.suspended = Set(
        try record.questionMarks(book: book).filter(\.value.isSuspended).keys)
    } catch {
      memory.error = describe(error)
    }
    return memory
  }

  /// What went wrong since the last call.
  func takeError() -> String? {
    error.withLock { error in
      defer { error = nil }
      return error
    }
  }

  /// Only the last of several places in a row is written.
  func save(_ place: ReadingPlace) {
    if waitingPlace.put(place) { return }
    later { [self] record, book throws(RecordError) in
      if let last = waitingPlace.take() { try record.save(last, book: book) }
    }
  }

  /// Only the last of several scenarios in a row is written.
  func save(_ scenario: Scenario) {
    if waitingScenario.put(scenario) { return }
    later { [self] record, book throws(RecordError) in
      if let last = waitingScenario.take() { try record.save(last, book: book) }
    }
  }

  func setTick(_ item: String, _ isSet: Bool) {
    later { record, book throws(RecordError) in try record.setTick(item, isSet, book: book) }
  }

  func setRead(_ section: String, chapter: String) {
    later { record, book throws(RecordError) in try record.setRead(section, chapter: chapter, book: book) }
  }

  func noteUse(of calculator: String) {
    later { record, book throws(RecordError) in try record.setUsed(calculator: calculator, book: book) }
  }

  func setSuspended(_ question: String, _ isSuspended: Bool) {
    later { record, book throws(RecordError) in
      try record.setSuspended(isSuspended, question: question, book: book)
    }
  }

  func flag(_ question: String, _ text: String) {
    later { record, book throws(RecordError) in try record.setFlag(text, question: question, book: book) }
  }

  func save(_ settings: ReadingSettings) {
    later { record, book throws(RecordError) in
      try record.setPreference("reading", to: settings, book: book)
    }
  }

  func save(marks: [String: Destination]) {
    later { record, book throws(RecordError) in try record.setPreference("marks", to: marks, book: book) }
  }

  /// Only the last of several histories in a row is written.
  func save(_ history: History) {
    if waitingHistory.put(history) { return }
    later { [self] record, book throws(RecordError) in
      if let last = waitingHistory.take() {
        try record.setPreference("history", to: last.recent, book: book)
      }
    }
  }

  /// Keeps a note; it is on the disk when this returns.
  ///
  /// - Returns: why it is not kept, with what to do; nil where it is.
  func keep(_ note: Note) -> String? {
    attempt { record, book throws(RecordError) in try record.save(note, book: book) }
  }

  func removeNote(_ id: String) {
    later { record, book throws(RecordError) in try record.removeNote(id, book: book) }
  }

  func noteOpening(of question: String) { begun.withLock { $0[question] = .now } }

  /// Keeps an answer; it is on the disk when this returns.
  func keep(_ given: GivenAnswer) {
    let began = begun.withLock { $0[given.question.id] }
    let seconds = began.map { Double(($0.duration(to: .now)).components.seconds) } ?? 0
    let attempt = Attempt(
      book: book, question: given.question.id, version: given.question.version, answer: given.answer,
      drawn: given.drawn, optionOrder: given.order, credit: given.grade.credit, seconds: seconds,
      usedHint: given.usedHint, sureness: given.sureness, origin: given.quiz == nil ? .page : .quiz,
      session: given.quiz)
    let problem = self.attempt { record, _ throws(RecordError) in try record.add(attempt) }
    if let problem { report("This answer is not kept: \(problem)") }
  }

  /// Keeps a quiz as it stands, after all that was to be kept before it.
  func save(_ quiz: QuizSession) {
    let problem = attempt { record, book throws(RecordError) in try record.save(quiz, book: book) }
    if let problem { report(problem) }
  }

  /// The quiz of a chapter that was left in the middle.
  func unfinishedQuiz(chapter: String) -> QuizSession? {
    var quiz: QuizSession?
    let problem = attempt { record, book throws(RecordError) in
      quiz = try record.unfinishedQuiz(book: book, chapter: chapter)
    }
    if let problem { report(problem) }
    return quiz
  }

  /// Waits until all is written.
  func finish() { queue.sync {} }

  /// Does something with the record before it returns, after what waits.
  ///
  /// - Returns: why it could not be done.
  private func attempt(_ body: (Record, String) throws(RecordError) -> Void) -> String? {
    queue.sync {
      do throws(RecordError) {
        guard let opened = opened.withLock({ $0 }) else { return nil }
        try body(try opened.get(), book)
        return nil
      } catch {
        return Self.describe(error)
      }
    }
  }

  private func later(_ body: @escaping @Sendable (Record, String) throws(RecordError) -> Void) {
    queue.async { [self] in
      // That there is no record was said when it could not be opened.
      guard case .success(let record)? = opened.withLock({ $0 }) else { return }
      do throws(RecordError) { try body(record, book) } catch { report(Self.describe(error)) }
    }
  }

  private func report(_ message: String) { error.withLock { $0 = message } }

  private static func describe(_ error: RecordError) -> String { "\(error.message) \(error.advice)" }
}
