import Content
import Dispatch
import Engine
import Foundation
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
    var drafts: [String: AnswerDraft] = [:]
    var suspended: Set<String> = []
    var calculatorsUsed: Set<String> = []
    var chaptersPassed: Set<String> = []
    /// Kept scenarios by name; the one that is restored is not among them.
    var scenarios: [String: Scenario] = [:]
    /// Why there is no record, where there is none.
    var error: String?
  }

  let book: String
  private let chapter: String?
  private let open: @Sendable () throws(RecordError) -> Record
  /// What opening it came to; changed on the queue alone.
  private let opened: Mutex<Result<Record, RecordError>?> = Mutex(nil)
  private let remembered: Mutex<Memory?> = Mutex(nil)
  private let isRemembered = DispatchSemaphore(value: 0)
  let queue = DispatchQueue(label: "record")
  private let error = Mutex<(text: String, isLoss: Bool)?>(nil)
  /// Answers that could not be written yet.
  let unwritten = Mutex(UnwrittenEntries())
  /// What was written of them beside the caller.
  let late = Mutex<[RecordEntry.Kept]>([])
  let news = Mutex<(@Sendable () -> Void)?>(nil)
  let isTryingLater = Mutex(false)
  private let begun = Mutex<[String: ContinuousClock.Instant]>([:])
  private let unkeptMarks = Mutex<(marks: [String: Destination], problem: String)?>(nil)
  private let waitingPlace = Mailbox<ReadingPlace>()
  private let waitingScenario = Mailbox<Scenario>()
  private let waitingHistory = Mailbox<History>()

  /// A record that `begin` opens.
  ///
  /// - Parameter chapter: whose place is wanted; nil for the last place of all.
  init(book: String, chapter: String?, open: @escaping @Sendable () throws(RecordError) -> Record) {
    self.book = book
    self.chapter = chapter
    self.open = open
  }

  /// Begins to open the record beside the caller, and to read what it has of the book.
  func begin() {
    queue.async { [self] in
      let result: Result<Record, RecordError>
      do throws(RecordError) { result = .success(try open()) } catch { result = .failure(error) }
      opened.withLock { $0 = result }
      let memory = Self.memory(of: result, book: book, chapter: chapter)
      remembered.withLock { $0 = memory }
      isRemembered.signal()
    }
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
      memory.drafts = try record.preference("drafts", book: book) ?? [:]
      memory.suspended = Set(
        try record.questionMarks(book: book).filter(\.value.isSuspended).keys)
      memory.calculatorsUsed = try record.calculatorsUsed(book: book)
      memory.chaptersPassed = try record.chaptersPassed(book: book)
      for scenario in try record.scenarios(book: book) { memory.scenarios[scenario.name] = scenario.scenario }
    } catch {
      memory.error = describe(error)
    }
    return memory
  }

  /// What went wrong since the last call.
  func takeError() -> String? {
    error.withLock { error in
      defer { error = nil }
      return error?.text
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

  /// Keeps a scenario under a name, or removes it.
  func keep(_ scenario: Scenario?, named name: String) {
    later { record, book throws(RecordError) in
      if let scenario {
        try record.save(scenario, named: name, book: book)
      } else {
        try record.removeScenario(named: name, book: book)
      }
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

  /// Keeps the marks; they are on the disk when this returns. Those that can not be written are tried again in `finish`.
  ///
  /// - Returns: why they are not kept, with what to do; nil where they are.
  func keep(_ marks: [String: Destination]) -> String? {
    let problem = attempt { record, book throws(RecordError) in
      try record.setPreference("marks", to: marks, book: book)
    }
    unkeptMarks.withLock { $0 = problem.map { (marks, $0) } }
    return problem
  }

  /// That marks were not kept, and why; nil where all are.
  var lostMarks: String? { unkeptMarks.withLock { $0.map { "Marks are not kept: \($0.problem)" } } }

  func save(drafts: [String: AnswerDraft]) {
    later { record, book throws(RecordError) in try record.setPreference("drafts", to: drafts, book: book) }
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

  /// Seconds since a question was opened; 0 where it was not.
  func secondsOpen(_ question: String) -> Double {
    let began = begun.withLock { $0[question] }
    return began.map { Double(($0.duration(to: .now)).components.seconds) } ?? 0
  }

  /// Rates a review otherwise.
  ///
  /// - Returns: the review and when its card comes back; nil where that can not be kept.
  func rerate(_ review: String, as rating: ReviewRating) -> (review: Review, card: ReviewCard)? {
    var result: (review: Review, card: ReviewCard)?
    let problem = attempt { record, book throws(RecordError) in
      result = try record.rerate(review, as: rating, book: book)
    }
    if let problem { report("This rating is not kept: \(problem)") }
    return result
  }

  /// What reviews ask from now on.
  func setSubjects(_ subjects: Set<ReviewSubject.Kind>) {
    let problem = attempt { record, book throws(RecordError) in
      var settings = try record.reviewSettings(book: book)
      settings.subjects = subjects
      try record.save(settings, book: book)
    }
    if let problem { report(problem) }
  }

  /// What is due, or the review of today that was left in the middle.
  func review(of content: Book, minutes: Double?) -> ReviewStart? {
    guard let record else {
      report("There is no record, and so nothing is due: \(openingError?.message ?? "")")
      return nil
    }
    do throws(RecordError) {
      let settings = try record.reviewSettings(book: book)
      let planner = ReviewPlanner(settings: settings, scheduler: try record.scheduler(book: book))
      let plan = planner.plan(
        ReviewSubject.all(in: content, kinds: settings.subjects),
        history: try record.reviewHistory(book: book),
        at: Date(), minutes: minutes)
      try record.note(plan, book: book)
      if minutes == nil, let left = try record.unfinishedReview(book: book),
        left.nextIndex(at: Date()) != nil
      {
        let open = Set(left.items.map(\.id))
        return ReviewStart(
          session: left, isResumed: true, further: plan.entries.count { !open.contains($0.id) },
          subjects: settings.subjects, daysToNext: plan.daysToNext)
      }
      return ReviewStart(
        session: ReviewSession(plan, seed: .random(in: .min ... .max)), isResumed: false,
        further: plan.total - plan.entries.count, subjects: settings.subjects, daysToNext: plan.daysToNext)
    } catch {
      report(Self.describe(error))
      return nil
    }
  }

  func save(_ review: ReviewSession, isFinished: Bool) {
    guard let record else { return }
    do throws(RecordError) { try record.save(review, isFinished: isFinished, book: book) } catch {
      report(Self.describe(error))
    }
  }

  /// Waits until all is written that can be.
  func finish() {
    queue.sync {}
    writeAgain()
    if let (marks, _) = unkeptMarks.withLock({ $0 }) { _ = keep(marks) }
  }

  /// The record, when what waits before is done; nil where there is none.
  var record: Record? { queue.sync { try? present().get() } }

  /// Why there is no record.
  private var openingError: RecordError? {
    queue.sync {
      if case .failure(let error) = present() { error } else { nil }
    }
  }

  /// The record as it is open now; one that could not be opened is tried again where that may have changed. On the queue.
  func present() -> Result<Record, RecordError> {
    if let known = opened.withLock({ $0 }) {
      guard case .failure(let error) = known, ![.foreign, .newer, .damaged].contains(error.kind) else {
        return known
      }
    }
    let result: Result<Record, RecordError>
    do throws(RecordError) { result = .success(try open()) } catch { result = .failure(error) }
    opened.withLock { $0 = result }
    return result
  }

  /// Does something with the record before it returns, after what waits.
  ///
  /// - Returns: why it could not be done.
  func attempt(_ body: (Record, String) throws(RecordError) -> Void) -> String? {
    queue.sync {
      do throws(RecordError) {
        try body(try present().get(), book)
        return nil
      } catch {
        return Self.describe(error)
      }
    }
  }

  func later(_ body: @escaping @Sendable (Record, String) throws(RecordError) -> Void) {
    queue.async { [self] in
      // That there is no record was said when it could not be opened.
      guard case .success(let record) = present() else { return }
      do throws(RecordError) { try body(record, book) } catch {
        report(Self.describe(error))
        // The reader may press no key for long.
        news.withLock { $0 }?()
      }
    }
  }

  /// Says what went wrong; that an answer is not recorded stays the more important news.
  func report(_ message: String) {
    error.withLock { if $0?.isLoss != true { $0 = (message, false) } }
  }

  func reportLoss(_ message: String) { error.withLock { $0 = (message, true) } }

  private static func describe(_ error: RecordError) -> String { "\(error.message) \(error.advice)" }
}
