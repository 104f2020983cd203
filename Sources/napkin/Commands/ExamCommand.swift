import ArgumentParser
import Content
import Foundation
import Learning
import TextbookUI

/// An instructor's exam.
struct ExamCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exam",
    abstract: "Take an instructor's exam, or look at one before students do.",
    discussion: """
      napkin exam exams/midterm.yaml --student "Ada Lovelace"
      napkin exam exams/midterm.yaml --student "Ada Lovelace" --key course.key -o ada.json
      napkin exam exams/midterm.yaml --preview
      napkin exam exams/midterm.yaml --preview --student "Ada Lovelace"
      napkin exam exams/midterm.yaml --preview --sections sec-xor,sec-depth --json
      """)

  @Argument(help: "The exam's file.")
  var file: String

  @Flag(help: "Print what a student would be asked, and what is right.")
  var preview = false

  @Option(help: ArgumentHelp("Whose questions.", valueName: "name"))
  var student: String?

  @Option(help: ArgumentHelp("Only of these sections: ids with commas between.", valueName: "ids"))
  var sections: String?

  @Option(
    help: ArgumentHelp(
      "The instructor's key: signs the result. `napkin gradebook --key` knows it by that.", valueName: "file")
  )
  var key: String?

  @Flag(help: "For programs.")
  var json = false

  @OptionGroup var characters: CharacterOptions

  @OptionGroup var mode: LineOptions

  @OptionGroup var options: BookOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Where the result goes; without it EXAM-STUDENT.json in this folder.", valueName: "file"))
  var output: String?

  @Flag(help: "Replace a result that is there.")
  var force = false

  func validate() throws {
    guard preview || student != nil else {
      throw ValidationError("--student \"NAME\" takes the exam, --preview looks at it")
    }
  }

  func run() throws {
    let key = try key.map { path throws(Failure) in try GradebookCommand.keyBytes(path) }
    let plan: ExamPlan
    do throws(BookError) { plan = try ExamPlan(file: file) } catch { throw Failure(error) }
    let book = try options.book()
    let limits = sections.map {
      $0.split(separator: ",").map { String($0).trimmingCharacters(in: .whitespaces) }
    }
    let exam: Exam
    let pool: [Question]
    do throws(Exam.Problem) {
      exam = try Exam(plan, book: book, student: student ?? "a student", sections: limits)
      pool = try Exam.pool(of: plan, book: book, sections: limits)
    } catch {
      throw Failure("name", error.message, advice: error.advice)
    }
    if !preview, let student {
      let name = student.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "-" }
      let file = output ?? "\(exam.plan.id)-\(String(name)).json"
      let path = file.hasPrefix("/") ? file : Program.directory + "/" + file
      let result = ResultFile(path: path, key: key, replaces: force)
      if let (message, advice) = result.problem() { throw Failure("io", message, advice: advice) }
      let start = ExamStart(exam: exam, result: result)
      return try Read.open(
        chapter: nil, repertoire: characters.repertoire, loader: options.loader(), line: mode.line,
        exam: start)
    }
    let report = ExamReport(exam, pool: pool.count, book: book)
    json ? try Output.json(report) : try Output.plain(report.text)
  }
}

/// What a preview of an exam says.
struct ExamReport: Encodable {
  var id, title, student: String
  var minutes: Int?
  /// From 0 to 1.
  var passMark: Double
  /// How many questions may be asked.
  var pool: Int
  var questions: [QuestionReport]

  init(_ exam: Exam, pool: Int, book: Book) {
    id = exam.plan.id
    title = exam.plan.title
    student = exam.student
    minutes = exam.plan.minutes
    passMark = exam.plan.passMark
    self.pool = pool
    var places: [String: (chapter: Chapter, question: Question)] = [:]
    for chapter in book.chapters.values {
      for question in chapter.questions { places[question.id] = (chapter, question) }
    }
    questions = exam.items.compactMap { item in
      places[item.question].map { place in
        var drawn = book
        drawn.workbook = QuestionDraw(place.question, workbook: book.workbook, seed: item.seed)
          .applied(to: book.workbook)
        return QuestionReport(place.question, of: place.chapter, in: drawn)
      }
    }
  }

  var text: String {
    let time = minutes.map { "\($0) min" } ?? "no limit of time"
    var text = "\(title): \(questions.count) of \(pool) questions, \(time), "
    text += "\(Int((passMark * 100).rounded())) % to pass; as \(student) gets it\n"
    for (index, question) in questions.enumerated() {
      let place = [question.section, question.objective].compactMap(\.self).joined(separator: ", ")
      text += "\n\(index + 1). \(question.id)  \(question.kind)  \(place)\n"
      text += paragraph(question.stem.replacing("\n", with: " "), indent: 3, width: Output.textWidth)
      for option in question.options {
        let line = "[\(option.correct ? "x" : " ")] \(option.text.replacing("\n", with: " "))"
        text += paragraph(line, indent: 5, width: Output.textWidth)
      }
      if question.options.isEmpty, let answer = question.answer?.plain {
        text += paragraph("→ \(answer)", indent: 5, width: Output.textWidth)
      }
    }
    return text
  }
}

extension QuestionReport.Answer {
  /// On one line.
  var plain: String {
    switch self {
    case .text(let text): text
    case .truth(let value): value ? "True" : "False"
    case .gaps(let gaps): gaps.map { $0.first ?? "" }.joined(separator: "; ")
    case .items(let items): items.joined(separator: " → ")
    case .pairs(let pairs): pairs.map { "\($0.left) – \($0.right)" }.joined(separator: "; ")
    }
  }
}
