import Content
import Learning
import Testing

@testable import TextbookUI

/// What is typed at a prompt, and the answer that it is.
@Suite struct TypedAnswerTests {
  static func question(_ body: QuestionBody) -> Question {
    Question(
      id: "q", section: nil, objective: nil, stem: [], body: body, file: "q.md", range: TestBook.range)
  }

  static let options = ["red", "green", "blue"].map {
    QuestionOption(content: [TestBook.paragraph($0)], isCorrect: $0 == "red")
  }
  static let pairs = ["one", "two", "three"].map {
    MatchPair(left: [.text($0)], right: [.text($0.uppercased())])
  }

  /// The options stand as blue, red, green.
  static let cases: [(QuestionBody, String, Answer?)] = [
    (.choice(options), "a", .options([2])), (.choice(options), "B", .options([0])),
    (.choice(options), "b.", .options([0])), (.choice(options), "3", .options([1])),
    (.choice(options), "Green", .options([1])), (.choice(options), "d", nil), (.choice(options), "", nil),
    (.choice(options), "purple", nil),
    (.multiple(options), "a c", .options([1, 2])), (.multiple(options), "ca", .options([1, 2])),
    (.multiple(options), "b, c", .options([0, 1])), (.multiple(options), "none", .options([])),
    (.multiple(options), "red", .options([0])), (.multiple(options), "a x", nil),
    (.multiple(options), "", nil),
    (.trueFalse(answer: true, feedback: []), "T", .truth(true)),
    (.trueFalse(answer: true, feedback: []), "no", .truth(false)),
    (.trueFalse(answer: true, feedback: []), "maybe", nil),
    (.numeric(NumericAnswer(answer: "3 GB")), "~3 GB", .text(["~3 GB"])),
    (.numeric(NumericAnswer(answer: "3 GB")), "", nil),
    (.fill([["HBM"], ["SRAM"]]), "HBM; SRAM", .text(["HBM", "SRAM"])),
    (.fill([["HBM"], ["SRAM"]]), "HBM", nil),
    (.fill([["HBM"]]), "HBM; or so", .text(["HBM; or so"])),
    (.order([[], [], []]), "2 3 1", .order([0, 1, 2])), (.order([[], [], []]), "213", .order([0, 2, 1])),
    (.order([[], [], []]), "2, 1, 3", .order([0, 2, 1])), (.order([[], [], []]), "1 1 2", nil),
    (.order([[], [], []]), "1 2", nil),
    (.match(pairs), "1b 2c 3a", .match([0, 1, 2])), (.match(pairs), "3a 1b 2c", .match([0, 1, 2])),
    (.match(pairs), "b c a", .match([0, 1, 2])), (.match(pairs), "bca", .match([0, 1, 2])),
    (.match(pairs), "1a 1b 2c", nil), (.match(pairs), "a b", nil), (.match(pairs), "1z 2b 3c", nil),
    (.short(answer: [], rubric: []), "It waits.", .rubric(text: "It waits.", points: [])),
  ]

  @Test(arguments: cases)
  func typed(body: QuestionBody, text: String, answer: Answer?) {
    let typed = TypedAnswer(question: Self.question(body), order: [2, 0, 1])
    #expect((try? typed.read(text, options: ["blue", "red", "green"]).get()) == answer)
  }
}
