import ArgumentParser
import Content
import Foundation
import Learning

/// How far the learner is.
struct ProgressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "progress",
    abstract: "How far you are: chapters, objectives, days, and what is due.",
    discussion: """
      A chapter is complete with three marks: all its sections read, one of its calculators used, its quiz passed.

      napkin progress
      napkin progress --json
      napkin progress --delete-everything     after a question, deletes your whole record
      """)

  @Flag(help: "For programs.")
  var json = false

  @Flag(help: "Delete everything that was ever kept of you, of all books. Asks first.")
  var deleteEverything = false

  @OptionGroup var options: BookOptions

  func run() throws {
    if deleteEverything { return try Self.delete() }
    let book = try options.book()
    let record = try LearnerRecord.openOrEmpty()
    let id = book.manifest.id
    let progress = try LearnerRecord.reading { () throws(RecordError) in
      let settings = try record.reviewSettings(book: id)
      let plan = ReviewPlanner(settings: settings, scheduler: try record.scheduler(book: id)).plan(
        ReviewSubject.all(in: book, kinds: settings.subjects), history: try record.reviewHistory(book: id),
        at: Date())
      return LearningProgress(book, history: try record.learningHistory(book: id), plan: plan, at: Date())
    }
    let report = ProgressReport(progress)
    json ? try Output.json(report) : try Output.plain(report.text(of: progress, title: book.manifest.title))
  }

  /// What must be typed; nothing else will do.
  private static let confirmation = "delete everything"

  private static func delete() throws {
    guard let record = try LearnerRecord.openIfPresent() else {
      return try Output.line("There is no record: \(LearnerRecord.path)")
    }
    let counts = try LearnerRecord.reading { () throws(RecordError) in try record.archive().counts }
    try Output.plain(
      """
      This deletes your whole record, of all books: \(FindingReport.counted(counts["attempt"] ?? 0, "answer")),
      \(FindingReport.counted(counts["note"] ?? 0, "note")), reviews, places, scenarios and preferences, in \(LearnerRecord.path).
      It can not be undone; `napkin export record FILE` keeps a copy.
      Type `\(confirmation)` to go on:

      """)
    guard readLine() == confirmation else {
      throw Failure("choice", "nothing was deleted.", advice: "Type `\(confirmation)` when asked.")
    }
    try LearnerRecord.reading { () throws(RecordError) in try record.deleteEverything() }
    try Output.line("Everything is deleted.")
  }
}
