import Content
import Foundation
import Learning
import Terminal
import TextbookUI

/// The book by prompts on standard input and output.
enum LineMode {
  /// Whether prompts are wanted without a word: where the terminal has no screen, or where they were asked for last time.
  static var isDefault: Bool {
    let terminal = getenv("TERM").map { String(cString: $0) }
    return terminal == "dumb" || access(mark, F_OK) == 0
  }

  /// Beside the learner's record, so that it goes where that goes. A file of its own: it is looked for before the first
  /// page, and the record is not opened by then.
  private static var mark: String {
    let record = Record.defaultPath(environment: Program.environment)
    return record.prefix(upTo: record.lastIndex(of: "/") ?? record.startIndex) + "/line-mode"
  }

  /// Keeps the choice for the next time.
  static func remember(_ isWanted: Bool) {
    let files = FileManager.default
    guard isWanted else {
      try? files.removeItem(atPath: mark)
      return
    }
    let folder = (mark as NSString).deletingLastPathComponent
    try? files.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    _ = files.createFile(atPath: mark, contents: Data())
  }

  /// Reads, or takes a quiz, a review or an exam, until the input ends.
  ///
  /// - Parameter isKept: whether the learner's record takes part.
  static func open(
    chapter: String?, repertoire: Repertoire?, loader: BookLoader, quiz: QuizRequest?,
    review: ReviewRequest? = nil, exam: ExamStart? = nil, isKept: Bool = true
  ) throws(Failure) {
    let book: Book
    let place: NamedPlace?
    do throws(BookError) { book = loader.rest(of: try loader.open(chapter: nil)) } catch {
      throw Failure(error)
    }
    if let chapter, let id = try? loader.chapterID(named: chapter) {
      place = NamedPlace(whole: id, name: chapter)
    } else {
      place = try chapter.map { name throws(Failure) in try PlaceName(name).place(in: book) }
    }
    let isTerminal = isatty(0) == 1
    var problem: Failure?
    let isASCII = Output.isASCII(repertoire)
    func write(_ text: String) {
      if problem != nil { return }
      do throws(Failure) { try Output.plain(text, isASCII: isASCII) } catch { problem = error }
    }
    let terminal = LineTerminal(width: min(Output.columns, 88), isASCII: isASCII) { prompt in
      if problem != nil { return nil }
      // What is typed ends the line of the prompt; what is piped does not.
      write(isTerminal ? prompt : prompt + "\n")
      return readLine()
    } write: {
      write($0)
    }
    let path = isKept ? Record.defaultPath(environment: Program.environment) : ":memory:"
    var reader = LineReader(book: book, place: place, terminal: terminal) { () throws(RecordError) in
      try Record(path: path)
    }
    defer { reader.close() }
    if let quiz {
      guard reader.takeQuiz(quiz) else {
        throw Failure(
          "name", "all questions of the chapter that fit are suspended.",
          advice: "Z on the page of a question takes that back.")
      }
    } else if let review {
      reader.takeReview(minutes: review.minutes)
    } else if let exam {
      reader.takeExam(exam)
    } else {
      reader.run()
    }
    if let loss = reader.close() { throw Failure("io", loss, advice: LearnerRecord.lossAdvice) }
    if let problem { throw problem }
  }
}
