import Content
import Engine
import Foundation
import Learning
import Testing

@Suite struct ExamTests {
  static let start = Date(timeIntervalSince1970: 1_763_722_800)

  /// A chapter of three sections with four choices each, and an objective a section; the second option is right.
  static let book: Book = {
    let sections = ["sec-a", "sec-b", "sec-c"]
    var questions = sections.enumerated().flatMap { index, section in
      (0..<4).map { number in
        question(
          .choice(options("wrong \(number)", "*right", "other")), id: "q-\(section)-\(number)",
          section: section,
          objective: "o-\(index)")
      }
    }
    questions.append(question(.short(answer: words("…"), rubric: []), id: "q-short", section: "sec-a"))
    let chapter = Chapter(
      id: "05-title", number: "5", title: "Title", file: "chapters/05-title.md",
      objectives: (0..<3).map { Objective(id: "o-\($0)", text: "Do.") },
      sections: sections.map { Section(id: $0, level: 2, number: nil, title: "S", block: 0) },
      questions: questions)
    return Book(
      manifest: Manifest(
        id: "mlsys", title: "Book", version: "1", parts: [Part(id: "p", title: "P", chapters: ["05-title"])]),
      folder: "/book", chapters: ["05-title": chapter], workbook: emptyWorkbook)
  }()

  static func plan(_ change: (inout ExamPlan) -> Void = { _ in }) -> ExamPlan {
    var plan = ExamPlan(id: "midterm", title: "Midterm", chapters: ["5"], questions: 6, minutes: 30)
    change(&plan)
    return plan
  }

  @Test func drawing() throws {
    let ada = try Exam(Self.plan(), book: Self.book, student: "Ada Lovelace")
    #expect(ada.items.count == 6)
    #expect(Set(ada.items.map(\.question)).count == 6)
    #expect(
      Dictionary(grouping: ada.items, by: \.section).mapValues(\.count) == [
        "sec-a": 2, "sec-b": 2, "sec-c": 2,
      ])
    let again = try Exam(Self.plan(), book: Self.book, student: " ada  LOVELACE")
    #expect(again.items == ada.items, "the same student gets the same exam")
    #expect(try Exam(Self.plan(), book: Self.book, student: "Grace").items != ada.items)
    let fixed = Self.plan { $0.seed = .fixed(7) }
    #expect(
      try Exam(fixed, book: Self.book, student: "Ada").items
        == Exam(fixed, book: Self.book, student: "Bob").items)
    let random = Self.plan { $0.seed = .random }
    #expect(
      try Exam(random, book: Self.book, student: "Ada", randomSeed: 1).items
        != Exam(random, book: Self.book, student: "Ada", randomSeed: 2).items)
  }

  @Test func limits() throws {
    let two = try Exam(
      Self.plan { $0.questions = 8 }, book: Self.book, student: "Ada", sections: ["sec-a", "sec-c"])
    #expect(Set(two.items.map(\.section)) == ["sec-a", "sec-c"])
    let shares = Self.plan { $0.shares = [.init(objective: "o-1", questions: 4)] }
    let counts = Dictionary(
      grouping: try Exam(shares, book: Self.book, student: "Ada").items, by: \.objective
    ).mapValues(\.count)
    #expect(counts["o-1"] == 4)
    let objectives = Self.plan {
      $0.objectives = ["o-2"]
      $0.questions = 4
    }
    #expect(try Exam(objectives, book: Self.book, student: "Ada").items.allSatisfy { $0.section == "sec-c" })
  }

  @Test(arguments: [
    (plan { $0.questions = 13 }, "The exam asks for 13 questions, and the pool has 12."),
    (plan { $0.chapters = ["9"] }, "The exam names the chapter `9`, which the book does not have."),
    (plan { $0.sections = ["sec-x"] }, "The exam names the section `sec-x`, which its chapters do not have."),
    (plan { $0.objectives = ["o-9"] }, "The exam names the objective `o-9`, which its chapters do not have."),
    (
      plan { $0.shares = [.init(objective: "o-1", questions: 5)] },
      "The exam asks for 5 questions of the objective `o-1`, and the pool has 4."
    ),
  ])
  func impossibleExams(plan: ExamPlan, message: String) {
    let error = #expect(throws: Exam.Problem.self) { try Exam(plan, book: Self.book, student: "Ada") }
    #expect(error?.message == message)
  }

  /// The result of a student who answers the first `right` questions right, and the others with the first option.
  static func result(
    _ student: String, right: Int, exam id: String = "midterm", minutes: Double = 10, omit: Int = 0
  ) throws -> ExamResult {
    let exam = try Exam(
      plan {
        $0.id = id
        $0.seed = .fixed(3)
      }, book: book, student: student)
    var sitting = ExamSitting(exam, at: start)
    for index in exam.items.indices.dropLast(omit) {
      sitting.answer(.options([index < right ? 1 : 0]), seconds: 20, at: index, time: start + 60)
    }
    return sitting.result(book: book, at: start + minutes * 60)
  }

  @Test func sitting() throws {
    let exam = try Exam(Self.plan(), book: Self.book, student: "Ada")
    var sitting = ExamSitting(exam, at: Self.start)
    #expect(sitting.deadline == Self.start + 1800)
    let isFirstKept = sitting.answer(.options([0]), seconds: 5, at: 0, time: Self.start + 10)
    let isChangeKept = sitting.answer(.options([1]), seconds: 7, at: 0, time: Self.start + 20)
    let isLateKept = sitting.answer(.options([1]), at: 1, time: Self.start + 1800)
    let isStrayKept = sitting.answer(.options([1]), at: 99, time: Self.start)
    #expect([isFirstKept, isChangeKept, isLateKept, isStrayKept] == [true, true, false, false])
    let record = try Record(path: ":memory:")
    try record.save(sitting, book: "mlsys", at: Self.start)
    #expect(try record.unfinishedExam("midterm", book: "mlsys") == sitting)
    #expect(try record.attempts(book: "mlsys").isEmpty)
    let result = sitting.result(book: Self.book, at: Self.start + 9000)
    #expect(result.items.map(\.credit) == [1, 0, 0, 0, 0, 0])
    #expect(result.items[0].seconds == 12)
    #expect(result.endedDate == Self.start + 1800)
    #expect(!result.isPassed)
    for _ in 0..<2 { try record.save(sitting, result: result, book: "mlsys", at: Self.start) }
    #expect(try record.unfinishedExam("midterm", book: "mlsys") == nil)
    #expect(try record.attempts(book: "mlsys").map(\.origin) == [.exam])
    #expect(try record.sessions(book: "mlsys").map(\.isPassed) == [false])
  }

  @Test func files() throws {
    let key = Array("a secret of the course".utf8)
    let result = try Self.result("Ada", right: 5)
    let signed = try result.file(key: key)
    let plain = try result.file()
    #expect(try ExamResult.read(signed, key: key).result == result)
    #expect(try ExamResult.read(signed, key: key).trust == .signed)
    #expect(try ExamResult.read(signed).trust == .intact)
    #expect(try ExamResult.read(plain).trust == .intact)
    #expect(try ExamResult.read(plain, key: key).trust == .unsigned)
    #expect(try ExamResult.read(signed, key: Array("another secret".utf8)).trust == .edited)
    let text = String(decoding: signed, as: UTF8.self)
    let laidOut = text.replacing("\n", with: "\n  ")
    #expect(try ExamResult.read(Data(laidOut.utf8), key: key).trust == .signed, "blanks say nothing")
    for (found, put) in [
      ("\"Ada\"", "\"Bob\""), ("\"credit\" : 0", "\"credit\" : 1"), ("\"midterm\"", "\"final\""),
    ] {
      #expect(text.contains(found))
      let edited = Data(text.replacing(found, with: put).utf8)
      #expect(try ExamResult.read(edited).trust == .edited, "\(found)")
    }
    #expect(throws: ExamResult.Problem.self) { try ExamResult.read(Data("{}".utf8)) }
    #expect(throws: ExamResult.Problem.self) { try ExamResult.read(Data()) }
  }

  /// A checksum made anew over other content fools no key.
  @Test func checksumOfAForger() throws {
    let key = Array("a secret of the course".utf8)
    let forged = String(decoding: try Self.result("Ada", right: 6).file(), as: UTF8.self)
    let signed = String(decoding: try Self.result("Ada", right: 2).file(key: key), as: UTF8.self)
    let signature = try #require(signed.firstMatch(of: /"signature" : "[0-9a-f]+"/)).output
    let mixed = forged.replacing(
      "\n}", with: ",\n  \(signature)\n}",
      subrange: forged.index(forged.endIndex, offsetBy: -2)..<forged.endIndex)
    #expect(try ExamResult.read(Data(mixed.utf8), key: key).trust == .edited)
    #expect(try ExamResult.read(Data(mixed.utf8)).trust == .intact)
  }

  @Test func contentHash() {
    var other = Self.book
    #expect(other.contentHash == Self.book.contentHash)
    #expect(other.contentHash.count == 64)
    other.chapters["05-title"]?.questions[0].body = .choice(options("*right", "wrong"))
    #expect(other.contentHash != Self.book.contentHash)
  }

  @Test func aSittingWhoseResultIsNotWrittenStays() throws {
    let record = try Record(path: ":memory:")
    let exam = try Exam(Self.plan { $0.minutes = nil }, book: Self.book, student: "Ada")
    var sitting = ExamSitting(exam, at: Self.start)
    sitting.answer(.options([1]), at: 0, time: Self.start)
    sitting.handIn(at: Self.start + 60)
    let isTaken = sitting.answer(.options([2]), at: 0, time: Self.start + 61)
    #expect(!isTaken, "nothing changes after it")
    let result = sitting.result(book: Self.book, at: Self.start + 900)
    #expect(result.endedDate == Self.start + 60, "the same result whenever it is written")
    try record.save(sitting, result: result, isWritten: false, book: "mlsys")
    #expect(try record.unfinishedExam("midterm", student: "ada", book: "mlsys") == sitting)
    #expect(try record.unfinishedExam("midterm", student: "Bob", book: "mlsys") == nil)
    #expect(try record.finishedExams("midterm", student: "Ada", book: "mlsys") == 0)
    try record.save(sitting, result: result, book: "mlsys")
    #expect(try record.unfinishedExam("midterm", book: "mlsys") == nil)
    #expect(try record.finishedExams("midterm", student: " ADA", book: "mlsys") == 1)
    #expect(try record.attempts(book: "mlsys").count == 1, "its answer is kept once")
  }

  @Test func aSecondSittingIsMarked() throws {
    let exam = try Exam(Self.plan(), book: Self.book, student: "Ada")
    let first = ExamSitting(exam, at: Self.start).result(book: Self.book, at: Self.start + 60)
    let second = ExamSitting(exam, at: Self.start + 100, number: 2)
      .result(book: Self.book, at: Self.start + 160)
    #expect(first.sitting == nil)
    #expect(second.sitting == 2)
    let (read, trust) = try ExamResult.read(try second.file())
    #expect(read == second && trust == .intact)
    let gradebook = Gradebook([.init(name: "ada.json", result: second, trust: .intact)])
    #expect(gradebook.students.first?.grades["midterm"]?.sitting == 2)
  }
}
