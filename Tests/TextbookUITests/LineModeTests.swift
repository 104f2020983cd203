import Content
import Learning
import Testing

@testable import TextbookUI

/// Conversations in line mode: what is typed, and all that is said.
@Suite struct LineModeTests {
  /// What is said where these lines are typed, prompts with what was typed behind them.
  func transcript(
    _ lines: [String], width: Int = 72, isASCII: Bool = false, record: Record? = nil,
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
    var reader = LineReader(book: TestBook.book(sections: 3), chapter: "01-one", terminal: terminal) {
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
    let text = try transcript(["c", "3", "chapters", "2", "search caveat", "1", "notes", "9", "frobnicate"])
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
    #expect(text.contains("2.1, 1/3> search caveat\n1. 1.1 Section 1 of Introduction: ... "))
    #expect(text.contains("1.1, 1/3> notes\nNote 1: Measured on one machine.\n"))
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
    #expect(text.contains("Expected one letter from a to b. hint helps, skip goes on, quit leaves."))
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
      pool: TestBook.book().chapters["01-one"]?.questions ?? [], chapter: "01-one", plan: request.plan,
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
    #expect(try record.unfinishedQuiz(book: "test", chapter: "01-one") == nil)
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
