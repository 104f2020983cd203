import Content
import Engine
import Foundation
import Learning

extension RecordKeeper {
  func save(_ exam: ExamSitting) {
    if let problem = attempt({ record, book throws(RecordError) in try record.save(exam, book: book) }) {
      report(problem)
    }
  }

  /// The sitting of an exam that was left in the middle.
  func unfinishedExam(_ id: String) -> ExamSitting? {
    var sitting: ExamSitting?
    let problem = attempt { record, book throws(RecordError) in
      sitting = try record.unfinishedExam(id, book: book)
    }
    if let problem { report(problem) }
    return sitting
  }

  /// Grades an exam, writes its result to a file and keeps it.
  ///
  /// - Returns: the result, and why it could not be written or kept.
  func handIn(_ sitting: ExamSitting, to file: ResultFile, book content: Book) -> (
    ExamResult, problem: String?
  ) {
    let result = sitting.authoredResult(content, at: Date())
    if let problem = file.write(result) { return (result, problem) }
    let problem = attempt { record, book throws(RecordError) in
      try record.save(sitting, result: result, book: book)
    }
    return (result, problem)
  }

  /// How far the learner is.
  func progress(in content: Book) -> LearningProgress? {
    var progress: LearningProgress?
    let problem = attempt { record, book throws(RecordError) in
      let settings = try record.reviewSettings(book: book)
      let planner = ReviewPlanner(settings: settings, scheduler: try record.scheduler(book: book))
      let plan = planner.plan(
        ReviewSubject.all(in: content, kinds: settings.subjects),
        history: try record.reviewHistory(book: book),
        at: Date())
      try record.note(plan, book: book)
      progress = LearningProgress(
        content, history: try record.learningHistory(book: book), plan: plan, at: Date())
    }
    if let problem { report(problem) }
    return progress
  }

  /// Adds to the time that a chapter was read.
  func addReading(_ seconds: Double, chapter: String) {
    later { record, book throws(RecordError) in
      try record.addReading(seconds: seconds, chapter: chapter, book: book)
    }
  }
}
