import Content
import Engine
import Foundation
import Learning

extension RecordKeeper {
  /// The exam with its number, and the sitting of the student that was left.
  func sitting(for start: ExamStart) -> (start: ExamStart, saved: ExamSitting?) {
    var found = (start: start, saved: ExamSitting?.none)
    let (id, student) = (start.exam.plan.id, start.exam.student)
    let problem = attempt { record, book throws(RecordError) in
      found.saved = try record.unfinishedExam(id, student: student, book: book)
      found.start.number = try record.finishedExams(id, student: student, book: book) + 1
    }
    if let problem { report(problem) }
    return found
  }

  /// Grades an exam that was handed in, writes its result to a file and keeps it. Where it can not be written, the
  /// sitting stays one that was left, so that it can be written later.
  ///
  /// - Returns: the result, and why it could not be written.
  func handIn(_ sitting: ExamSitting, to file: ResultFile, book content: Book) -> (
    ExamResult, problem: String?
  ) {
    let result = sitting.authoredResult(content, at: Date())
    // Before the answers are shown, so that no end of the program opens the exam again.
    save(sitting)
    let problem = file.write(result)
    save(sitting, result: result, isWritten: problem == nil)
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
