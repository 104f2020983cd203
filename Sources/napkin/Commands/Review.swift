import ArgumentParser
import Content
import Foundation
import Learning
import TextbookUI

/// What is due for review.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "What is due for review today, over all chapters.",
    discussion: """
      napkin review --minutes 10
      napkin review --cards questions,terms,equations
      napkin review --due              the number alone, for a shell prompt
      napkin review --json
      napkin review --fit              fits the schedule to your own memory, after 512 reviews

      Questions come back when you are about to forget them (FSRS-6). The day turns at four in the morning. What \
      --cards names is asked from then on: terms are those of the glossary.
      """)

  @Flag(help: "Print how many are due, without reading the book, and end.")
  var due = false

  @Flag(help: "Fit the weights of the schedule to your own reviews, and end.")
  var fit = false

  @Option(
    parsing: .unconditional, help: ArgumentHelp("As many as take so long.", valueName: "number"),
    transform: NumberOption.decimal(0.1...1440))
  var minutes: Double?

  @Option(
    help: ArgumentHelp(
      "What reviews ask, from now on: questions, and with commas terms and equations.", valueName: "list"),
    transform: ReviewCommand.subjects)
  var cards: Set<ReviewSubject.Kind>?

  @Flag(help: "For programs.")
  var json = false

  @OptionGroup var characters: CharacterOptions

  @OptionGroup var mode: LineOptions

  @OptionGroup var options: BookOptions

  /// Names of what can be asked, as they are typed.
  private static func subjects(_ text: String) throws -> Set<ReviewSubject.Kind> {
    let names: [String: ReviewSubject.Kind] = [
      "questions": .question, "terms": .term, "equations": .equation,
    ]
    let words = text.lowercased().split(separator: ",").map { $0.filter { !$0.isWhitespace } }
    let kinds = words.compactMap { names[$0] }
    guard !words.isEmpty, kinds.count == words.count else {
      throw ValidationError(
        "expected questions, terms and equations, with commas between them, found \(text)")
    }
    return Set(kinds).union([.question])
  }

  private static func keep(_ subjects: Set<ReviewSubject.Kind>, book: String) throws {
    let record = try LearnerRecord.open()
    try LearnerRecord.reading { () throws(RecordError) in
      var settings = try record.reviewSettings(book: book)
      settings.subjects = subjects
      try record.save(settings, book: book)
    }
  }

  func run() throws {
    if let cards { try Self.keep(cards, book: options.loader().manifest.id) }
    if due {
      let loader = try options.loader()
      let record = try LearnerRecord.openIfPresent()
      let count = try LearnerRecord.reading { () throws(RecordError) in
        try record?.dueCount(book: loader.manifest.id) ?? 0
      }
      return json ? try Output.json(DueReport(due: count)) : try Output.line(String(count))
    }
    if fit { return try Self.fit(book: options.loader().manifest.id) }
    if !json, mode.line == true || Output.isTerminal {
      let request = ReviewRequest(minutes: minutes)
      return try Read.open(
        chapter: nil, repertoire: characters.repertoire, loader: options.loader(), review: request,
        line: mode.line)
    }
    let book = try options.book()
    let plan = try Self.plan(of: book, minutes: minutes)
    if json { return try Output.json(ReviewPlanReport(plan)) }
    try Output.plain(text(of: plan))
  }

  private static func fit(book: String) throws {
    let record = try LearnerRecord.openOrEmpty()
    let fit = try LearnerRecord.reading { () throws(RecordError) in try record.fitReviews(book: book) }
    guard let fit else {
      return try Output.line(
        "Too few reviews: \(ReviewOptimizer.leastReviews) must come a day or more after the one before.")
    }
    func digits(_ loss: Double) -> String { String(format: "%.4f", loss) }
    try Output.line(
      fit.after < fit.before
        ? "Fitted to \(fit.reviews) reviews: log-loss \(digits(fit.after)), until now \(digits(fit.before))."
        : "The weights are the best for your \(fit.reviews) reviews already: log-loss \(digits(fit.before)).")
  }

  /// Today's plan by the learner's settings; what it found out about the book is kept for `--due`.
  static func plan(of book: Book, minutes: Double?) throws(Failure) -> ReviewPlan {
    let record = try LearnerRecord.openOrEmpty()
    return try LearnerRecord.reading { () throws(RecordError) in
      let id = book.manifest.id
      let settings = try record.reviewSettings(book: id)
      let planner = ReviewPlanner(settings: settings, scheduler: try record.scheduler(book: id))
      let plan = planner.plan(
        ReviewSubject.all(in: book, kinds: settings.subjects), history: try record.reviewHistory(book: id),
        at: Date(), minutes: minutes)
      try record.note(plan, book: id)
      return plan
    }
  }

  private func text(of plan: ReviewPlan) -> String {
    guard !plan.entries.isEmpty else { return plan.emptyWords + "\n" }
    let parts = [
      (ReviewPlan.Reason.learning, "being learned"), (.due, "due"), (.edited, "edited"), (.new, "new"),
    ].compactMap { reason, name in plan.count(reason) > 0 ? "\(plan.count(reason)) \(name)" : nil }
    return "\(plan.entries.count) of \(plan.total) for today: \(parts.joined(separator: ", ")); "
      + "about \(plan.minutes) min.\n"
  }
}

private struct DueReport: Encodable {
  var due: Int
}

/// A plan for programs.
struct ReviewPlanReport: Encodable {
  struct Entry: Encodable {
    var id, kind, reason: String
    var chapter, section: String?
    var retrievability: Double?
    var seconds: Double
  }

  var day: String
  var total, minutes: Int
  var entries: [Entry]
  /// Of the coming days, tomorrow first.
  var forecast: [Int]

  init(_ plan: ReviewPlan) {
    day = plan.day.description
    total = plan.total
    minutes = plan.minutes
    forecast = plan.forecast
    entries = plan.entries.map { entry in
      Entry(
        id: entry.id, kind: entry.subject.kind.rawValue, reason: entry.reason.rawValue,
        chapter: entry.subject.chapter, section: entry.subject.section, retrievability: entry.retrievability,
        seconds: entry.seconds)
    }
  }
}
