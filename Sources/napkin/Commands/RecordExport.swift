import ArgumentParser
import Foundation
import Learning

/// Writes the learner's record.
struct ExportRecord: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: "Write your whole record, of all books, as JSON or as CSV tables.",
    discussion: """
      napkin export record > record.json
      napkin export record --csv tables/

      `napkin import record FILE` takes the JSON in on another machine.
      """)

  @Argument(help: "The file; standard output without.")
  var file: String?

  @Option(help: ArgumentHelp("Write a CSV file a table into this folder instead.", valueName: "dir"))
  var csv: String?

  @Flag(help: "Replace files that exist.")
  var force = false

  func validate() throws {
    if csv != nil, file != nil { throw ValidationError("--csv DIR and a file do not go together.") }
  }

  func run() throws {
    let record = try LearnerRecord.openOrEmpty()
    let archive = try LearnerRecord.reading { () throws(RecordError) in try record.archive() }
    if let csv {
      do { try FileManager.default.createDirectory(atPath: csv, withIntermediateDirectories: true) } catch {
        throw Failure("io", "the folder '\(csv)' can not be made.", advice: "Name another one.")
      }
      let files = archive.csv
      if !force, let present = files.keys.sorted().first(where: { access(csv + "/" + $0, F_OK) == 0 }) {
        throw Failure(
          "io", "'\(csv)/\(present)' exists already.", advice: "Name another folder, or add --force.")
      }
      for (name, text) in files.sorted(by: { $0.key < $1.key }) {
        try write(Data(text.utf8), to: csv + "/" + name)
      }
      return
    }
    guard let json = try? archive.json else { throw Failure("io", "the record can not be said in JSON.") }
    guard let file, file != "-" else {
      return try Output.json(text: String(decoding: json, as: UTF8.self) + "\n")
    }
    if !force, access(file, F_OK) == 0 {
      throw Failure("io", "'\(file)' exists already.", advice: "Name another file, or add --force.")
    }
    try write(json, to: file)
  }

  /// What a learner did is nobody else's business.
  private func write(_ data: Data, to path: String) throws(Failure) {
    guard FileManager.default.createFile(atPath: path, contents: data, attributes: [.posixPermissions: 0o600])
    else {
      throw Failure("io", "'\(path)' can not be written.", advice: "Name another file.")
    }
  }
}

/// Takes another machine's record in.
struct ImportRecord: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: "Take in a record that `napkin export record` wrote on another machine.",
    discussion: """
      napkin import record record.json

      Nothing is kept twice; what was changed on both machines stays as the later change left it. Importing a file again
      changes nothing.
      """)

  @Argument(help: "The file; - for standard input.")
  var file: String

  func run() throws {
    let data: Data
    if file == "-" {
      data = FileHandle.standardInput.readDataToEndOfFile()
    } else {
      guard let found = FileManager.default.contents(atPath: file) else {
        throw Failure(
          "io", "'\(file)' can not be read.", advice: "Name a file that `napkin export record` wrote.")
      }
      data = found
    }
    let archive: RecordArchive
    do throws(RecordArchive.Problem) { archive = try RecordArchive(json: data) } catch {
      throw Failure("syntax", error.message, advice: error.advice)
    }
    let record = try LearnerRecord.open()
    let counts = try LearnerRecord.reading { () throws(RecordError) in try record.merge(archive) }
    guard !counts.isEmpty else { return try Output.line("Nothing new.") }
    let parts = counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    try Output.line("New or changed: \(parts.joined(separator: ", ")).")
  }
}
