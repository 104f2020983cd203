import Foundation
import Testing

@testable import Learning

/// Commands over the learner's record, as a person runs them.
@Suite struct RecordCommandTests {
  let folder: TemporaryFolder
  var environment: [String: String] { ["XDG_DATA_HOME": folder.path] }

  init() throws { folder = try TemporaryFolder() }

  private func record() throws -> Record { try Record(path: folder.path + "/napkin/record.sqlite") }

  private func run(_ arguments: String..., shell: String? = nil) throws -> Program.Result {
    try Program.run(arguments, environment: environment, shell: shell)
  }

  private struct Report: Decodable {
    struct Chapter: Decodable {
      struct Marks: Decodable {
        var read, used, passed: Bool
      }

      var id: String
      var marks: Marks
      var answered: Int
    }

    struct Due: Decodable {
      var today: Int
    }

    var chapters: [Chapter]
    var due: Due
  }

  @Test func nothingIsKeptByReading() throws {
    #expect(try run("review", "--due").output == "0\n")
    #expect(try run("progress").status == 0)
    let notes = try run("notes")
    #expect(notes.output.isEmpty && notes.errors.hasPrefix("napkin: there are no notes yet"))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/napkin"))
  }

  @Test func dueCountAndProgress() throws {
    for (id, days) in [("q-1", 40.0), ("q-2", 40), ("q-3", 0)] {
      try record().add(
        Attempt(
          book: "mlsys", question: id, version: "v", answer: .truth(true), credit: 1,
          time: Date() - days * 86_400), rating: .easy)
    }
    #expect(try run("review", "--due").output == "2\n")
    #expect(try run("review", "--due", "--json").output == "{\n  \"due\" : 2\n}\n")
    let progress = try run("progress", "--json")
    let report = try JSONDecoder().decode(Report.self, from: Data(progress.output.utf8))
    let chapter = try #require(report.chapters.first { $0.id == "05-neural-computation" })
    #expect(!chapter.marks.read && chapter.answered == 0)
    #expect(report.due.today == 0, "the book has none of these questions")
    #expect(try run("review", "--json").status == 0)
    #expect(try run("review", "--due").output == "0\n", "the plan noted it")
    #expect(try run("progress").output.contains("Neural Computation"))
  }

  @Test func whatReviewsAskIsKept() throws {
    let before = try run("review").output
    #expect(
      before
        == "Nothing is due today. Questions come from sections that you have read, ten new ones a day: read on, or take a quiz of a chapter.\n"
    )
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/napkin"))
    let terms = try run("review", "--cards", "questions,terms")
    #expect(terms.output.hasPrefix("10 of 10 for today: 10 new; "))
    #expect(try record().reviewSettings(book: "mlsys").subjects == [.question, .term])
    #expect(try run("review").output.hasPrefix("10 of 10 for today"), "remembered")
    #expect(try run("review", "--cards", "questions").output == before)
    let wrong = try run("review", "--cards", "words")
    #expect(wrong.status == 2)
    #expect(
      wrong.errors.contains("expected questions, terms and equations, with commas between them, found words"))
  }

  @Test func progressTellsOfTheFit() throws {
    #expect(try run("progress").output.contains("The schedule is the published one."))
    try record().setPreference(
      "review.fit",
      to: ReviewFit(
        reviews: 1234, before: 0.5, after: 0.4, time: Date(timeIntervalSince1970: 1_763_722_800)),
      book: "mlsys")
    #expect(
      try run("progress").output.contains(
        "The schedule was fitted to your own memory on 2025-11-21, with 1234 reviews."))
    #expect(try run("progress", "--json").output.contains("\"reviews\" : 1234"))
  }

  @Test func notesAreAddedChangedAndRemoved() throws {
    #expect(try run("notes", "5", "--add", "Look *here*.", "--section", "sec-purpose").status == 0)
    let text = try run("notes").output
    #expect(
      text.hasPrefix(
        "# Notes: Machine Learning Systems, computed\n\n## 5 Neural Computation\n\n### Purpose\n"))
    #expect(text.contains("\nLook *here*.\n"))
    let id = try #require(try record().notes(book: "mlsys").first?.id)
    #expect(try run("notes", "--edit", String(id.prefix(6)), "--text", "Or there.").output == "Changed.\n")
    #expect(try run("notes", "--json").output.contains("\"text\" : \"Or there.\""))
    #expect(try run("notes", "--remove", id).output == "Removed.\n")
    let again = try run("notes", "--remove", id)
    #expect(again.status == 2 && again.errors.contains("there is no note '\(id)'."))
    #expect(try run("notes", "5", "--add", "x", "--section", "sec-nowhere").status == 2)
  }

  @Test func recordMovesToAnotherMachine() throws {
    try record().save(Note(id: "n-1", chapter: "05", text: "Kept."), book: "mlsys")
    let file = folder.path + "/record.json"
    #expect(try run("export", "record", file).status == 0)
    #expect(try run("export", "record", file).status == 3, "a file that exists stays")
    let other = try TemporaryFolder()
    func add() throws -> Program.Result {
      try Program.run(["import", "record", file], environment: ["XDG_DATA_HOME": other.path])
    }
    #expect(try add().output == "New or changed: note 1.\n")
    #expect(try add().output == "Nothing new.\n")
    #expect(
      try Record(path: other.path + "/napkin/record.sqlite").notes(book: "mlsys").map(\.text) == ["Kept."])
    #expect(try run("export", "record", "--csv", folder.path + "/tables").status == 0)
    let notes = try String(contentsOfFile: folder.path + "/tables/note.csv", encoding: .utf8)
    #expect(notes.hasPrefix("id,book,chapter,section,block,quote,text,created,changed\r\nn-1,mlsys,05,"))
    try folder.write("{}", to: "broken.json")
    let broken = try run("import", "record", folder.path + "/broken.json")
    #expect(broken.status == 2 && broken.errors.contains("The file is no record of Napkin"))
  }

  @Test func everythingIsDeletedAfterAQuestion() throws {
    try record().save(Note(chapter: "05", text: "Kept."), book: "mlsys")
    let refused = try run("progress", "--delete-everything", shell: #"echo yes | "$0" "$@""#)
    #expect(refused.status == 2)
    #expect(try record().notes(book: "mlsys").count == 1)
    let deleted = try run(
      "progress", "--delete-everything", shell: #"echo delete everything | "$0" "$@""#)
    #expect(deleted.status == 0 && deleted.output.hasSuffix("Everything is deleted.\n"))
    #expect(try record().notes(book: "mlsys").isEmpty)
  }

  @Test(arguments: [["progress"], ["progress", "--json"], ["review", "--due"]])
  func aRecordThatCanNotBeReachedIsNotEmpty(_ command: [String]) throws {
    let file = try folder.write("no folder", to: "data")
    let result = try Program.run(command, environment: ["XDG_DATA_HOME": file])
    #expect(result.status == 3)
    let said = command.contains("--json") ? result.output : result.errors
    #expect(said.contains("for the learner's record could not be created."))
  }

  @Test func anExamWithoutAPlaceForItsResultDoesNotBegin() throws {
    let file = try folder.write("id: m\ntitle: M\nchapters: [5]\nquestions: 2\n", to: "m.yaml")
    for (path, words) in [
      (folder.path + "/nowhere/a.json", "there is no folder"),
      (try folder.write("{}", to: "a.json"), "exists already"),
    ] {
      let result = try run("exam", file, "--student", "Ada", "--line", "-o", path)
      #expect(result.status == 3)
      #expect(result.errors.contains(words))
      #expect(result.output == "")
    }
  }

  @Test func previewOfAnExam() throws {
    let head = "id: midterm\ntitle: Midterm\nchapters: [5]\nquestions: 4\nminutes: 30\n"
    let file = try folder.write(head, to: "midterm.yaml")
    let preview = try run("exam", file, "--preview", "--student", "Ada")
    #expect(preview.output.hasPrefix("Midterm: 4 of "))
    #expect(preview.output.contains("questions, 30 min, 70 % to pass; as Ada gets it\n\n1. q-"))
    #expect(try run("exam", file, "--preview", "--student", "ada ").output.contains("\n4. q-"))
    let faulty = try folder.write(head + "points: 3\n", to: "faulty.yaml")
    let error = try run("exam", faulty, "--preview")
    #expect(error.status == 3 && error.errors.hasPrefix("napkin: faulty.yaml:6:1: an exam knows no 'points'"))
    #expect(try run("exam", file, "--preview", "--sections", "sec-nowhere").status == 2)
  }

  @Test func anExamByPromptsIsSigned() throws {
    let file = try folder.write(
      "id: m\ntitle: M\nchapters: [5]\nkinds: [truefalse]\nquestions: 2\n", to: "m.yaml")
    let key = try folder.write("a secret of the course\n", to: "key")
    let result = folder.path + "/ada.json"
    let taken = try run(
      "exam", file, "--student", "Ada", "--line", "--key", key, "-o", result,
      shell: #"printf 'hint\ntrue\nskip\nhand in\nyes\n' | "$0" "$@""#)
    #expect(taken.output.contains("An exam gives no hints."))
    #expect(taken.output.contains("1 of 2 has no answer. After it nothing can be changed."))
    #expect(taken.output.contains("The result is in \(result)."))
    let unsigned = folder.path + "/bob.json"
    let again = try run(
      "exam", file, "--student", "Bob", "--line", "-o", unsigned,
      shell: #"printf 'true\ntrue\nhand in\nyes\n' | "$0" "$@""#)
    #expect(again.status == 0)
    let cut = try folder.write("{", to: "cut.json")
    let book = try run("gradebook", result, unsigned, cut, "--key", key)
    #expect(book.status == 1)
    #expect(book.output.contains("Ada") && !book.output.contains("Bob "))
    #expect(book.output.contains("/bob.json: not signed, and left out\n"))
    #expect(book.output.contains("/cut.json: no result of an exam, and left out\n"))
  }

  @Test func gradebook() throws {
    let key = try folder.write("a secret of the course\n", to: "key")
    for (student, credits) in [("Ada", [1.0, 1.0]), ("Bob", [1, 0])] {
      let result = ExamResult(
        book: .init(id: "mlsys", version: "1", hash: "h"),
        exam: .init(id: "midterm", title: "Midterm", passMark: 0.7), student: student, seed: 1,
        started: Date(timeIntervalSince1970: 0), ended: Date(timeIntervalSince1970: 600),
        items: credits.enumerated().map { index, credit in
          ExamResult.Item(
            question: "q-\(index)", version: "v", kind: "choice", section: nil, objective: nil,
            answer: .options([credit > 0 ? 1 : 2]), drawn: [:], credit: credit, seconds: 30)
        })
      try result.file(key: Array("a secret of the course".utf8)).write(
        to: URL(fileURLWithPath: folder.path + "/\(student).json"))
    }
    let files = ["Ada", "Bob"].map { folder.path + "/\($0).json" }
    let csv = try Program.run(["gradebook"] + files + ["--key", key, "--csv"], environment: environment)
    #expect(
      csv.output
        == "student,midterm,midterm passed,midterm minutes,midterm sitting\r\nAda,1.0000,yes,10.0,1\r\n"
        + "Bob,0.5000,no,10.0,1\r\n")
    #expect(csv.status == 0)
    let items = try Program.run(["gradebook"] + files + ["--items", "--csv"], environment: environment)
    #expect(items.output.hasSuffix("midterm,q-1,2,0,0.5000,,option 3,1,Bob\r\n"))
    let text = try String(contentsOfFile: files[1], encoding: .utf8)
    try text.replacing("\"Bob\"", with: "\"Rob\"").write(toFile: files[1], atomically: true, encoding: .utf8)
    let edited = try Program.run(["gradebook"] + files, environment: environment)
    #expect(edited.status == 1)
    #expect(edited.output.contains("/Bob.json: edited after it was handed in, and left out\n"))
    #expect(!edited.output.contains("Rob"))
  }
}
