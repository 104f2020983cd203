import Content
import Engine
import Foundation
import Learning
import Testing

@testable import TextbookUI

/// Line mode: calculators and the questions that ask about their numbers.
@Suite struct LineCalculatorTests {
  private func transcript(_ lines: [String], record: Record? = nil, book: Book? = nil) throws
    -> String
  {
    try LineModeTests().transcript(
      lines, width: 200, record: record, book: try book ?? FixtureBook.book())
  }

  /// Called as it is announced, by its number or its title.
  @Test(arguments: [
    "t01-memory", "1.1", "calculator 1.1", "Where training memory goes", "training memory",
    "memory goes",
  ])
  func aCalculatorIsOpenedByNumberAndTitle(name: String) throws {
    let text = try transcript(["calc \(name)", "done"])
    #expect(
      text.contains(
        "> calc \(name)\nCalculator 1.1, Where training memory goes (t01-memory).\nInputs:\n"))
    #expect(text.contains("\nCalculator 1.1> done\n"))
  }

  @Test func severalThatFitAreListed() throws {
    var book = try FixtureBook.book()
    book.workbook.add(
      ["left", "right"].map {
        Calculator(
          id: "t01-\($0)", title: "Sums on the \($0)", body: "output z = 1",
          units: book.workbook.library.units)
      })
    let text = try transcript(
      ["calc", "calc nothing", "calculators", "calc weights", "done", "calc sums", "2", "done"],
      book: book)
    #expect(text.contains("> calc\nExpected a calculator: its number, as in calc 5.5"))
    #expect(text.contains("> calc nothing\nThere is no calculator \"nothing\"."))
    #expect(
      text.contains(
        "> calculators\n1. Calculator 1.1, Where training memory goes (t01-memory)\n2. Reading the weights once (t01-reads)\n"
      ))
    #expect(text.contains("> calc weights\nReading the weights once (t01-reads).\n"))
    #expect(
      text.contains(
        "> calc sums\n2 calculators fit, by number:\n  1. Sums on the left (t01-left)\n  2. Sums on the right (t01-right)\n"
      ))
    #expect(text.contains("> 2\nSums on the right (t01-right).\n"))
  }

  /// A calculator whose inputs are called as commands are.
  private func named() throws -> Book {
    var book = try FixtureBook.book()
    book.workbook.add([
      Calculator(
        id: "t01-names", title: "Names",
        body: """
          input b = 2 B "bytes of a score" 1...8
          input x = 1
          input values = 3 "values" 1...10
          input q = 5
          output sum = x + values + q
          output size = b * 2
          """, units: book.workbook.library.units)
    ])
    return book
  }

  @Test(arguments: [
    ("b = 4 B", "b = 4 B, bytes of a score, was 2 B."),
    ("b 4 B", "b = 4 B, bytes of a score, was 2 B."),
    ("x = 2", "x = 2, was 1."), ("x 2", "x = 2, was 1."), ("values = 4", "values = 4, was 3."),
    ("values 4", "values = 4, was 3."), ("q=6", "q = 6, was 5."), ("set q 6", "q = 6, was 5."),
    ("4 = 6", "q = 6, was 5."), ("s x 2", "x = 2, was 1."),
    ("bytes of a score 4", "b = 4 B, bytes of a score, was 2 B."),
  ])
  func inputsThatAreCalledAsCommandsAreSet(typed: String, said: String) throws {
    let text = try transcript(["calc t01-names", typed, "done", "w"], book: try named())
    #expect(text.contains("> \(typed)\n\(said)\nResults that change:\n"))
    #expect(text.contains("> done\n1"), "the calculator is left by done alone")
  }

  @Test func commandsStayCommands() throws {
    let text = try transcript(
      [
        "calc t01-names", "values", "b", "x", "reset zzz", "9=3", "explain sum", "inputs twice",
        "choices",
        "choices b", "x = 1", "q", "quit",
      ], book: try named())
    #expect(text.contains("> values\nResults:\n"))
    #expect(
      text.contains(
        "> b\n  1. b = 2 B, bytes of a score\nb takes a number from 1 B to 8 B. 1=VALUE sets it.\n"
      ))
    #expect(text.contains("> x\n  2. x = 1\nx takes a number. 2=VALUE sets it.\n"))
    #expect(text.contains("> reset zzz\nThere is no input \"zzz\"; there are b, x, values, q.\n"))
    #expect(text.contains("> 9=3\nThere is no input \"9\"; there are b, x, values, q.\n"))
    #expect(text.contains("> explain sum\nGiven:\n  q = 5\n  values = 3\n  x = 1\nThen:\n  sum equals "))
    #expect(text.contains("> inputs twice\nExpected NAME=VALUE, inputs, results"))
    #expect(text.contains("> choices\nExpected the name of an input, as in choices NAME.\n"))
    #expect(text.contains("> choices b\nb takes a number from 1 B to 8 B.\n"))
    #expect(text.contains("> x = 1\nx = 1.\nNo result changes.\n"))
    #expect(text.contains("> q\n  4. q = 5\n"))
  }

  @Test func whatAnInputTakesIsSaid() throws {
    let text = try transcript([
      "calc 1.1", "choices batch", "bytes", "choices bytes", "batch=64", "explain share of",
      "reset batch",
      "done",
    ])
    #expect(text.contains("> choices batch\nbatch takes a whole number from 1 to 4,096.\n"))
    #expect(text.contains("\nbytes takes one of 3: choices bytes says them. 2=VALUE sets it.\n"))
    #expect(
      text.contains(
        "> choices bytes\n  1. 4 B, chosen now\n  2. 2 B\n  3. 1 B\nWhich for bytes? A number, or Enter to leave it> batch=64\n"
      ))
    // Weights do not follow the batch, and are not said.
    #expect(
      text.contains(
        "batch = 64, batch size, was 32.\nResults that change:\n  activations: "))
    #expect(text.contains("> explain share of\nGiven:\n"))
    #expect(
      text.contains(
        "> reset batch\nbatch is the author's again.\nResults that change:\n  activations: "))
  }

  /// A question is read, listed and asked with the same numbers: the author's, which the screen shows too.
  @Test func aQuestionIsReadWithTheNumbersThatAreAsked() throws {
    var book = try FixtureBook.book()
    let question = Question(
      id: "q-batch", section: "sec-where", objective: nil,
      stem: [
        TestBook.paragraph(
          .text("With a batch of "),
          .live(LiveValue(expression: "batch", calculator: "t01-memory", range: TestBook.range)),
          .text(", is it so?"))
      ], body: .trueFalse(answer: true, feedback: []), file: "", range: TestBook.range)
    book.chapters["01-memory"]?.blocks.append(.question(question))
    book.chapters["01-memory"]?.questions.append(question)
    let record = try Record(path: ":memory:")
    let page = try transcript(
      ["calc 1.1", "batch=64", "done", "goto 1.3"], record: record, book: book)
    #expect(page.contains("\nQuestion: With a batch of 32, is it so?\n"))
    let number = try #require(
      page.firstMatch(of: #/ ([0-9]+)\. question, With a batch of 32, is it so\?/#)?.1)
    let text = try transcript(
      ["goto 1.3", "\(number)", "false", "teach", "reset", "goto 1.1"], record: record, book: book)
    #expect(text.contains("> \(number)\nWith a batch of 32, is it so?\n"))
    #expect(!text.contains("With a batch of 64, is it so"))
    #expect(text.contains("teach reads what the book says on it.\n"))
    #expect(text.contains("> teach\nSection 1.1 Where memory goes.\n"))
    #expect(text.contains("> reset\nAll numbers are the author's again."))
    let after = try #require(text.range(of: "> reset\n"))
    #expect(text[after.upperBound...].contains("With a batch of 32, the forward pass"))
    #expect(!text[after.upperBound...].contains("changed"))
    #expect(try record.scenario(book: "interface-test")?.isEmpty == true)
  }

  @Test func whatIsSaidOfAQuestionIsKept() throws {
    let record = try Record(path: ":memory:")
    let text = try LineModeTests().transcript(
      ["1", "wrong Two are right.", "never", "sure 2", "a"], record: record)
    #expect(text.contains("> wrong Two are right.\nNoted with the question.\n"))
    #expect(text.contains("> never\nThis question is not asked again."))
    #expect(text.contains("> sure 2\nYou are fairly sure.\n"))
    #expect(text.contains("The right answer: b. It is one comparison.\n"))
    #expect(
      try record.questionMarks(book: "test")["q-relu"]
        == QuestionMark(isSuspended: true, flag: "Two are right."))
    #expect(try record.attempts(book: "test").map(\.sureness) == [3])
  }

  /// The clock of a quiz: what is left is said, and an answer that comes too late does not count.
  @Test func aQuizEndsWithItsTime() throws {
    let record = try Record(path: ":memory:")
    let request = QuizRequest(
      chapter: "01-one", plan: QuizPlan(count: 3, kinds: ["choice", "order", "fill"]), seed: 3,
      continues: false,
      minutes: 2)
    let answers = [
      "q-relu": "It is one comparison.", "q-memory": "HBM; SRAM", "q-order": "3 1 2 4",
    ]
    let order = QuizSession(
      pool: TestBook.book().chapters["01-one"]?.questions ?? [], chapter: "01-one",
      plan: request.plan ?? QuizPlan(), seed: 3
    ).items.map(\.question)
    // The second answer comes after the two minutes.
    var rest = [0.0, 0, 0, 0, 70, 70, 130][...]
    let text = try LineModeTests().transcript(
      order.compactMap { answers[$0] }, width: 200, record: record
    ) {
      var last = 0.0
      $0.now = {
        last = rest.popFirst() ?? last
        return Date(timeIntervalSince1970: last)
      }
      _ = $0.takeQuiz(request)
    }
    #expect(
      text.hasPrefix(
        "Quiz of chapter 1, Introduction: 3 questions, 70 percent pass, 2 minutes for all of it.\n")
    )
    #expect(text.contains("Question 1 of 3, 2 minutes left.\n"))
    #expect(text.contains("Question 2 of 3, 50 seconds left.\n"))
    #expect(text.contains("The time is up; what is not answered counts nothing.\n"))
    #expect(!text.contains("Question 3 of 3"))
    #expect(text.contains("Result: 1 of 3, 33 percent. Not passed.\n"))
    #expect(try record.attempts(book: "test").count == 1)
    #expect(try record.leftQuizzes(book: "test", chapter: "01-one").isEmpty)
  }
}
