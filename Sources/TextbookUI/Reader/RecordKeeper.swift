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
    var place: ReadingPlace?
    var scenario: Scenario?
    var ticks: Set<String> = []
    var sectionsRead: [String: Set<String>] = [:]
    var suspended: Set<String> = []
    /// Kept scenarios by name; the one that is restored is not among them.
    var scenarios: [String: Scenario] = [:]
    /// Why there is no record, where there is none.
    var error: String?
  }

  private let book: String
  private let record: Record?
  private let openingError: RecordError?
  private let queue = DispatchQueue(label: "record")
  private let error = Mutex<String?>(nil)
  private let opened = Mutex<[String: ContinuousClock.Instant]>([:])
  private let waitingPlace = Mailbox<ReadingPlace>()
  private let waitingScenario = Mailbox<Scenario>()

  init(book: String, open: () throws(RecordError) -> Record) {
    self.book = book
    do throws(RecordError) {
      record = try open()
      openingError = nil
    } catch {
      record = nil
      openingError = error
    }
  }

  /// What was kept: the place in a chapter, or the last place of all.
  func memory(chapter: String?) -> Memory {
    guard let record else { return Memory(error: openingError.map(Self.describe)) }
    var memory = Memory()
    do throws(RecordError) {
      memory.place = try record.place(book: book, chapter: chapter)
      memory.scenario = try record.scenario(book: book)
      memory.ticks = try record.ticks(book: book)
      memory.sectionsRead = try record.sectionsRead(book: book)
      memory.suspended = Set(
        try record.questionMarks(book: book).filter(\.value.isSuspended).keys)
      for scenario in try record.scenarios(book: book) { memory.scenarios[scenario.name] = scenario.scenario }
    } catch {
      memory.error = Self.describe(error)
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

  func noteOpening(of question: String) { opened.withLock { $0[question] = .now } }

  /// Keeps an answer; it is on the disk when this returns.
  func keep(_ given: GivenAnswer) {
    guard let record else {
      report("This answer is not kept: \(openingError?.message ?? "there is no record")")
      return
    }
    let began = opened.withLock { $0[given.question.id] }
    let seconds = began.map { Double(($0.duration(to: .now)).components.seconds) } ?? 0
    let attempt = Attempt(
      book: book, question: given.question.id, version: given.question.version, answer: given.answer,
      drawn: given.drawn, optionOrder: given.order, credit: given.grade.credit, seconds: seconds,
      usedHint: given.usedHint, sureness: given.sureness,
      origin: given.quiz != nil ? .quiz : given.review != nil ? .review : .page,
      session: given.quiz ?? given.review)
    do throws(RecordError) {
      try record.add(attempt, rating: given.isEasy && given.grade.isRight ? .easy : nil)
    } catch {
      report("This answer is not kept: \(error.message)")
    }
  }

  /// Keeps a quiz as it stands, after all that was to be kept before it.
  func save(_ quiz: QuizSession) {
    guard let record else { return }
    do throws(RecordError) { try record.save(quiz, book: book) } catch { report(Self.describe(error)) }
  }

  /// The quiz of a chapter that was left in the middle.
  func unfinishedQuiz(chapter: String) -> QuizSession? {
    guard let record else { return nil }
    do throws(RecordError) { return try record.unfinishedQuiz(book: book, chapter: chapter) } catch {
      report(Self.describe(error))
      return nil
    }
  }

  /// Keeps how well a card was recalled.
  func keepReview(card: String, version: String, rating: ReviewRating) {
    guard let record else {
      report("This review is not kept: \(openingError?.message ?? "there is no record")")
      return
    }
    do throws(RecordError) {
      try record.add(Review(card: card, version: version, rating: rating), book: book)
    } catch {
      report("This review is not kept: \(error.message)")
    }
  }

  /// How a card was recalled last, and when it comes back.
  func card(_ id: String) -> (rating: ReviewRating, card: ReviewCard?)? {
    guard let record else { return nil }
    do throws(RecordError) {
      guard let last = try record.reviews(book: book, card: id).last else { return nil }
      return (last.rating, try record.cards(book: book)[id]?.card)
    } catch {
      report(Self.describe(error))
      return nil
    }
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
          session: left, isResumed: true, further: plan.entries.count { !open.contains($0.id) })
      }
      return ReviewStart(
        session: ReviewSession(plan, seed: .random(in: .min ... .max)), isResumed: false,
        further: plan.total - plan.entries.count)
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

  /// Waits until all is written.
  func finish() { queue.sync {} }

  private func later(_ body: @escaping @Sendable (Record, String) throws(RecordError) -> Void) {
    guard let record else { return }
    queue.async { [self] in
      do throws(RecordError) { try body(record, book) } catch { report(Self.describe(error)) }
    }
  }

  private func report(_ message: String) { error.withLock { $0 = message } }

  private static func describe(_ error: RecordError) -> String { "\(error.message) \(error.advice)" }
}
