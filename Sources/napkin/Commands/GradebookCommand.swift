import ArgumentParser
import Content
import Foundation
import Learning

/// What a course reached.
struct GradebookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gradebook",
    abstract: "Students by exams from result files, with pass rates and an analysis of each question.",
    discussion: """
      napkin gradebook results/*.json
      napkin gradebook results/*.json --key course.key --csv > grades.csv
      napkin gradebook results/*.json --items --csv

      A student who handed in twice counts with the last file. Files that were edited, that can not be read, or that with
      --key are not signed, are named and left out; the exit status is then 1.
      """)

  @Argument(help: "Result files.")
  var files: [String]

  @Option(help: ArgumentHelp("The key that results were signed with.", valueName: "file"))
  var key: String?

  @Flag(help: "Questions in place of students.")
  var items = false

  @Flag(help: "A table for spreadsheets.")
  var csv = false

  @Flag(help: "For programs: all of it.")
  var json = false

  @OptionGroup var options: BookOptions

  func validate() throws {
    if csv, json { throw ValidationError("--csv and --json do not go together.") }
  }

  func run() throws {
    let bytes = try key.map { try Self.keyBytes($0) }
    var found: [Gradebook.File] = []
    var unreadable: [String] = []
    for file in files {
      guard let data = FileManager.default.contents(atPath: file) else {
        unreadable.append(file)
        continue
      }
      do throws(ExamResult.Problem) {
        let (result, trust) = try ExamResult.read(data, key: bytes)
        found.append(Gradebook.File(name: file, result: result, trust: trust))
      } catch {
        if files.count == 1 { throw Failure("syntax", "\(file): \(error.message)", advice: error.advice) }
        unreadable.append(file)
      }
    }
    if found.isEmpty {
      throw Failure(
        "io", "none of these files is the result of an exam: \(unreadable.joined(separator: ", ")).",
        advice: "Name files that `napkin exam` wrote.")
    }
    var report = GradebookReport(Gradebook(found), book: try? options.book())
    report.unreadable = unreadable
    if json {
      try Output.json(report)
    } else if csv {
      try Output.document(items ? report.itemsCSV : report.studentsCSV)
    } else {
      try Output.plain(items ? report.itemsText : report.text)
    }
    if csv || items { for line in report.leftOut { Output.complain(line) } }
    if !report.leftOut.isEmpty { throw ExitStatus.findings }
  }

  /// The bytes of a key's file without the line end that editors add.
  static func keyBytes(_ path: String) throws(Failure) -> [UInt8] {
    guard var data = FileManager.default.contents(atPath: path) else {
      throw Failure("io", "the key '\(path)' can not be read.", advice: "Name the file of the key.")
    }
    while let last = data.last, [10, 13].contains(last) { data.removeLast() }
    guard data.count >= 8 else {
      throw Failure(
        "bounds", "the key '\(path)' has \(data.count) bytes.",
        advice: "Use 8 bytes or more, such as those of `openssl rand -hex 32`.")
    }
    return Array(data)
  }
}
