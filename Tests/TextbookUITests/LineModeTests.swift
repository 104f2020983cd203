import Content
import Foundation
import Learning
import Testing

@testable import TextbookUI

/// Conversations in line mode: what is typed, and all that is said.
@Suite struct LineModeTests {
  /// What is said where these lines are typed, prompts with what was typed behind them.
  func transcript(
    _ lines: [String], width: Int = 72, isASCII: Bool = false, record: Record? = nil,
    book: Book = TestBook.book(sections: 3),
    _ body: (inout LineReader) -> Void = { $0.run() }
  ) throws -> String {
    let record = try record ?? Record(path: ":memory:")
    var rest = lines[...]
    var output = ""
    let terminal = LineTerminal(width: width, isASCII: isASCII) { prompt in
      let line = rest.popFirst()
      output += prompt + (line ?? "(end)") + "\n"
      return line
    } write: {
      output += $0
    }
    var reader = LineReader(book: book, chapter: book.manifest.chapterIDs[0], terminal: terminal) {
      record
    }
    body(&reader)
    return output
  }

  @Test func sectionsAreReadOneAfterTheOther() throws {
    let text = try transcript(["", "b", "goto 2.3", "n", "where", "q"])
    #expect(
      text.hasPrefix(
        """
        A test. help lists what can be typed.
        Chapter 1, Introduction. Section 1.1, 1 of 3. 0 percent read.

        1.1. Section 1 of Introduction

        Paragraph 1 of section 1. A layer reads its weights once for each batch.
        A layer reads its weights once for each batch.
        """))
    #expect(text.contains("1.1, 1/3> \nChapter 1, Introduction. Section 1.2, 2 of 3. 33 percent read.\n"))
    #expect(text.contains("1.2, 2/3> b\nChapter 1, Introduction. Section 1.1, 1 of 3."))
    #expect(text.contains("1.1, 1/3> goto 2.3\nChapter 2, Machines. Section 2.3, 3 of 3."))
    #expect(text.contains("2.3, 3/3> n\nThis is the end of the book.\n"))
    #expect(
      text.hasSuffix(
        "2.3, 3/3> where\nChapter 2, Machines. Section 2.3, 3 of 3. 66 percent read.\n2.3, 3/3> q\n"))
  }

  @Test func listsAreTakenFromByNumber() throws {
    let text = try transcript([
      "c", "3", "chapters", "2", "search caveat", "1", "footnotes", "9", "frobnicate",
    ])
    #expect(
      text.contains(
        """
        1.1, 1/3> c
          1. 1.1 Section 1 of Introduction, you are here
          2. 1.2 Section 2 of Introduction
          3. 1.3 Section 3 of Introduction
        1.1, 1/3> 3
        Chapter 1, Introduction. Section 1.3, 3 of 3.
        """))
    #expect(
      text.contains("1.3, 3/3> chapters\n1. Chapter 1, Introduction, you are here\n2. Chapter 2, Machines\n"))
    #expect(text.contains("2.1, 1/3> search caveat\n1. 1.1 Section 1 of Introduction: "))
    #expect(text.contains("1.1, 1/3> footnotes\nNote 1: Measured on one machine.\n"))
    #expect(text.contains("1.1, 1/3> 9\nExpected a number from 1 to 1.\n"))
    #expect(text.contains("There is no command \"frobnicate\"."))
    #expect(text.hasSuffix("1.1, 1/3> (end)\n"))
  }

  @Test func aQuestionOfThePageIsAskedAndKept() throws {
    let record = try Record(path: ":memory:")
    let text = try transcript(["1", "hint", "z", "It is one comparison."], record: record)
    #expect(
      text.contains(
        """
        1.1, 1/3> 1
        Why does ReLU cost less hardware than the sigmoid?
        """))
    #expect(text.contains("Answer, a letter> hint\nHint: Which operation does each need?\n"))
    #expect(
      text.contains("Expected one letter from a to b, found \"z\". help says what else can be\ntyped.\n"))
    #expect(text.contains("Right.\n"))
    #expect(text.contains("A comparator is tens of transistors."))
    #expect(text.contains("An exponential unit needs thousands of transistors.\n"))
    let attempts = try record.attempts(book: "test")
    #expect(attempts.map(\.answer) == [.options([1])])
    #expect(attempts.map(\.usedHint) == [true])
  }

  @Test func thePlaceIsKept() throws {
    let record = try Record(path: ":memory:")
    _ = try transcript(["n", "n"], record: record)
    #expect(try record.place(book: "test")?.section == "sec-01-one-3")
    #expect(try record.sectionsRead(book: "test") == ["01-one": ["sec-01-one-1", "sec-01-one-2"]])
    #expect(try transcript([], record: record).contains("Section 1.3, 3 of 3."))
  }

  @Test func aQuizEndsWithItsResult() throws {
    let record = try Record(path: ":memory:")
    let request = QuizRequest(chapter: "01-one", plan: QuizPlan(count: 4), seed: 3, continues: false)
    let answers = [
      "q-relu": ["It is one comparison."], "q-memory": ["HBM; SRAM"], "q-order": ["1 2 3 4"],
      "q-short": ["It waits.", "1"],
    ]
    let order = QuizSession(
      pool: TestBook.book().chapters["01-one"]?.questions ?? [], chapter: "01-one", plan: QuizPlan(count: 4),
      seed: 3
    ).items.map(\.question)
    let text = try transcript(order.flatMap { answers[$0] ?? [] }, record: record) {
      let isTaken = $0.takeQuiz(request)
      #expect(isTaken)
    }
    #expect(text.hasPrefix("Quiz of chapter 1, Introduction: 4 questions, 70 percent pass.\n"))
    #expect(text.contains("Question 4 of 4.\n"))
    #expect(text.contains("Model answer: Bandwidth: each weight is read for one product.\n"))
    #expect(text.contains("Result: "))
    #expect(try record.attempts(book: "test").count == 4)
    #expect(try record.attempts(book: "test").allSatisfy { $0.origin == .quiz })
    #expect(try record.leftQuizzes(book: "test", chapter: "01-one").isEmpty)
  }

  @Test func aQuizThatIsLeftGoesOn() throws {
    let record = try Record(path: ":memory:")
    let request = QuizRequest(
      chapter: "01-one", plan: QuizPlan(count: 2, kinds: ["choice", "order"]), seed: 5)
    let first = try transcript(["skip", "1 2 3 4", "quit"], record: record) { _ = $0.takeQuiz(request) }
    #expect(
      first.hasSuffix("You leave the quiz with 1 of 2 answered; it can go on later.\n")
        || first.contains("Expected"))
    let second = try transcript([], record: record) { _ = $0.takeQuiz(request) }
    #expect(
      second.contains("of them were answered before.") == (try record.attempts(book: "test").count == 1))
  }

  @Test func termsAndPages() throws {
    var book = TestBook.book()
    book.glossary = [
      Term(
        id: "term-batch", name: "batch", synonyms: ["minibatch"],
        definition: [TestBook.paragraph("The samples of one step.")])
    ]
    let lines = [
      "term batch", "define Mini", "term x", "pages", "1", "goto napkin:glossary", "goto napkin:x", "w",
    ]
    let text = try transcript(lines, book: book)
    #expect(text.contains("> term batch\nbatch, also: minibatch.\nThe samples of one step.\n"))
    #expect(text.contains("> define Mini\nbatch, also: minibatch.\n"))
    #expect(text.contains("> term x\nThe glossary has no term \"x\"."))
    #expect(text.contains("> goto napkin:glossary\nGlossary.\n\nbatch\n"))
    #expect(text.contains("> goto napkin:x\nThere is no page napkin:x."))
    #expect(text.contains("> w\nChapter 1, Introduction. Section 1.1, 1 of "))
  }

  /// Whatever is typed, the reader goes on to the end of the input.
  @Test(arguments: [1, 2, 3, 4] as [UInt64]) func anyInput(seed: UInt64) throws {
    var random = Generator(state: seed)
    let words = [
      "n", "b", "c", "1", "2", "3", "0", "-1", "99", "a", "b c", "1 2 3 4", "goto 1.2", "goto", "goto zz",
      "/ a", "search",
      "calc", "calc memory", "calculators", "batch=64", "1=5", "set 1 2", "explain", "explain x", "reset",
      "reset 1",
      "done", "questions", "quiz 2", "quiz x", "quit", "skip", "hint", "none", "all", "", "é 漢", "chapters",
      "help",
      "notes", "where", "pages", "review", "review 1", "term a", "12 GB", "x; y", "true", "f", "p", "note hm",
      "remove 1", "mark a", "marks", "sources", "sources a", "goto table 1.1", "goto napkin:hardware",
      "teach",
      "footnotes", "b = 2", "hw = x", "choices hw", "batch", "sure 2", "never", "wrong all",
    ]
    let lines = (0..<800).map { _ in words[random.below(words.count)] }.filter {
      $0 != "quit" || random.below(30) == 0
    }
    let text = try transcript(lines, book: seed > 2 ? TestBook.book() : try FixtureBook.book())
    #expect(!text.contains("\u{1B}"))
  }

  @Test func whatIsDueIsReviewed() throws {
    let record = try Record(path: ":memory:")
    #expect(
      try transcript(["review x"], record: record).contains(
        "> review x\nExpected minutes, a number above 0 and up to 1440, found \"x\".\n"))
    #expect(
      try transcript(["review"], record: record).contains(
        "> review\nNothing is due today. Questions come from sections that you have read"))
    let old = Attempt(
      TestBook.choice, book: "test", answer: .options([0]), grade: Grade(credit: 0, verdict: "Not right."),
      time: Date(timeIntervalSinceNow: -40 * 86_400))
    try record.add(old)
    let text = try transcript(
      ["review", "It is one comparison.", "perhaps", "easy", "w"], record: record)
    #expect(text.contains("> review\nReview: 1 of 1 for today.\n\n1 of 1.\nWhy does ReLU cost less"))
    #expect(text.contains("Right.\n"))
    #expect(text.contains("Good: back "))
    #expect(text.contains("Expected Enter, easy or quit, found \"perhaps\".\n"))
    #expect(text.contains("> easy\nEasy: back "))
    #expect(try record.reviews(book: "test").map(\.rating) == [.again, .easy])
    #expect(text.contains("The review is done.\n"))
    #expect(try record.attempts(book: "test").map(\.origin) == [.page, .review])
  }

  private static let points = "Which of these points did you make? Numbers, all or none> "

  /// The points of a short answer are asked for at a prompt of the question, where the same words are taken.
  @Test(arguments: [
    (["quit"], "You leave the quiz with 0 of 1 answered; it can go on later.\n"),
    (["exit"], "You leave the quiz with 0 of 1 answered; it can go on later.\n"),
    (["help", "1"], "help\nhint helps, again says the question once more, skip goes on, quit leaves."),
    (["hint", "1"], "hint\nThere is no hint.\n"), (["?", "1"], "?\nThere is no hint.\n"),
    (["again", "1"], "again\nModel answer: "),
    (["sure 3", "1"], "sure 3\nYou are very sure.\n"),
    (["never", "1"], "never\nThis question is not asked again."),
    (["wrong One is missing.", "1"], "wrong One is missing.\nNoted with the question.\n"),
    (["skip", "quit"], "Question 1 of 1.\n"),
    (["9", "1"], "9\nExpected numbers from 1 to 2, all or none, found \"9\"."),
    (["1 or so", "1"], "1 or so\nExpected numbers from 1 to 2, all or none, found \"1 or so\"."),
    (["", "all"], "\nExpected numbers from 1 to 2, all or none, found \"\"."),
  ])
  func thePointsOfAnAnswerAreAskedForAsTheAnswer(typed: [String], said: String) throws {
    let request = QuizRequest(
      chapter: "01-one", plan: QuizPlan(count: 1, kinds: ["short"]), seed: 3, continues: false)
    let text = try transcript(["It waits."] + typed, width: 400) {
      let isTaken = $0.takeQuiz(request)
      #expect(isTaken)
    }
    let parts = text.components(separatedBy: Self.points)
    try #require(parts.count >= 2)
    #expect(parts[1].contains(said), "\(text)")
    let leaves = ["quit", "exit"].contains(typed.last)
    #expect(text.contains("Result: ") == !leaves)
    #expect(!leaves || text.contains("You leave the quiz"))
  }

  /// Help is there where any word may be the answer, too.
  @Test func wordsThatFillAGapAreAnswersFirst() throws {
    let request = QuizRequest(
      chapter: "01-one", plan: QuizPlan(count: 1, kinds: ["fill"]), seed: 3, continues: false)
    let text = try transcript(["help", "HBM; SRAM"], width: 400) { _ = $0.takeQuiz(request) }
    #expect(text.contains("> help\nhint helps, again says the question once more"))
    #expect(text.contains("Right.\n"))
  }

  /// What is only asked about is no reason to read a question again, and nothing is handed in by mistake.
  @Test func anExamIsTakenByPrompts() throws {
    let book = try FixtureBook.book()
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "ada.json").path
    let plan = ExamPlan(
      id: "midterm", title: "Midterm", chapters: ["01-memory"], kinds: ["choice"], questions: 1, minutes: nil)
    let start = ExamStart(exam: try Exam(plan, book: book, student: "Ada"), result: ResultFile(path: path))
    let record = try Record(path: ":memory:")
    let text = try transcript(
      ["help", "list", "hint", "again", "skip", "foo", "hand in", "later", "exit"], width: 400,
      record: record,
      book: book
    ) { $0.takeExam(start) }
    #expect(text.components(separatedBy: "Question 1 of 1, 0 answered.\n").count == 2, "\(text)")
    #expect(text.contains("> hint\nAn exam gives no hints.\n"))
    #expect(text.contains("> later\nIt is not handed in.\n"))
    #expect(text.hasSuffix("You leave the exam with 0 of 1 answered; the same command goes on with it.\n"))
    #expect(!FileManager.default.fileExists(atPath: path))
    let end = try transcript(["goto 1", "a", "hand in", "yes"], width: 400, record: record, book: book) {
      $0.takeExam(start)
    }
    #expect(end.contains("Every question has an answer. After it nothing can be changed."))
    #expect(end.contains("The result is in \(path).\n"))
    #expect(FileManager.default.fileExists(atPath: path))
  }

  /// At the prompts of a review the same words are taken; behind an answer a rating has a word.
  @Test func aTermIsRecalled() throws {
    let record = try Record(path: ":memory:")
    var settings = try record.reviewSettings(book: "interface-test")
    settings.subjects = [.term]
    try record.save(settings, book: "interface-test")
    let book = try FixtureBook.book()
    let text = try transcript(
      ["review", "help", "again", "", "repeat", "good?", "again", "exit"], width: 400, record: record,
      book: book)
    #expect(
      text.contains(
        "Enter shows the answer> help\nRecall it, then Enter shows the answer, and a number from 1 to 4"))
    #expect(text.contains("Enter shows the answer> again\nWhat does "))
    #expect(text.contains("4 easy> good?\nExpected a number from 1 to 4 or its word, found \"good?\".\n"))
    #expect(try record.reviews(book: "interface-test").map(\.rating) == [.again])
  }

  /// The right order and the right pairs are said by the numbers and letters that were read.
  @Test func whatIsRightIsSaidAsItWasRead() throws {
    let text = try transcript(["questions"], width: 400) {
      _ = $0.takeQuiz(
        QuizRequest(chapter: "01-one", plan: QuizPlan(count: 1, kinds: ["order"]), seed: 3, continues: false))
    }
    let shown = text.matches(of: #/\n  (\d)\. (.*)/#).map { (number: $0.1, item: $0.2) }
    try #require(shown.count > 2)
    let answer = try transcript(
      [shown.map { String($0.number) }.joined(separator: " ")], width: 400
    ) {
      _ = $0.takeQuiz(
        QuizRequest(chapter: "01-one", plan: QuizPlan(count: 1, kinds: ["order"]), seed: 3, continues: false))
    }
    let right = try #require(answer.firstMatch(of: #/The right answer: (.*)\.\n/#)?.1)
    for part in right.split(separator: "; ") {
      #expect(
        shown.contains { "\($0.number). \($0.item)" == part || "\($0.number). \($0.item)" == part + "." },
        "\(answer)")
    }
  }

  @Test func checkpointsAreTicked() throws {
    let book = try FixtureBook.book()
    let chapter = try #require(book.chapters["01-memory"])
    let section = try #require(
      LineSection.all(of: chapter).first { section in
        chapter.blocks[section.blocks].contains {
          if case .division(let division) = $0 { division.kind == .checkpoint } else { false }
        }
      })
    let record = try Record(path: ":memory:")
    let page = try transcript(["goto \(section.number ?? "")"], record: record, book: book)
    let line = try #require(page.split(separator: "\n").last { $0.contains(". to tick, ") })
    let number = String(try #require(line.split(separator: ".").first)).trimmed
    let text = try transcript(
      ["goto \(section.number ?? "")", number, number, number, "r"], record: record, book: book)
    #expect(text.contains("> \(number)\nTicked: "))
    #expect(text.contains("> \(number)\nNo longer ticked: "))
    #expect(text.contains("- done: "))
    #expect(text.contains("  \(number). ticked, "))
    #expect(try record.ticks(book: book.manifest.id).count == 1)
  }

  @Test func whatWasMissedIsReadByNumber() throws {
    let book = try FixtureBook.book()
    let request = QuizRequest(
      chapter: "01-memory", plan: QuizPlan(count: 1, kinds: ["truefalse"]), seed: 1, continues: false)
    let chapter = try #require(book.chapters["01-memory"])
    let question = try #require(chapter.questions.first { $0.body.kind == "truefalse" })
    guard case .trueFalse(let right, _) = question.body else { return }
    let text = try transcript(["\(!right)"], book: book) {
      _ = $0.takeQuiz(request)
      $0.perform("1")
    }
    let again = try #require(text.range(of: "Read again:\n  1. Section "))
    var places = TeachingPlaces(book)
    let found = places.place(of: question, in: chapter.id)
    let place = try #require(found)
    let words = try #require(chapter.firstWords(of: place.block)?.prefix(30))
    #expect(
      text[again.upperBound...].split(separator: "\n").dropFirst().joined(separator: " ").contains(words))
  }

  @Test func nothingIsBeyondASCII() throws {
    let text = try transcript(["n", "c", "help", "q"], isASCII: true)
    #expect(text.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test func longLinesAreBroken() throws {
    let text = try transcript(["n", "help", "q"], width: 40)
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 40 })
  }

  @Test func withoutARecordTheReaderSaysSo() throws {
    var output = ""
    let terminal = LineTerminal { _ in
      nil
    } write: {
      output += $0
    }
    var reader = LineReader(book: TestBook.book(), chapter: nil, terminal: terminal) {
      () throws(RecordError) in
      throw RecordError(.folder, "The folder can not be written.", advice: "Name another.")
    }
    reader.run()
    #expect(output.hasPrefix("Nothing is kept: The folder can not be written. Name another.\n"))
  }
}
