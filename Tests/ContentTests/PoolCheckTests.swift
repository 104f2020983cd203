import Testing

@testable import Content

/// What is said about the questions of a chapter together: a pool of `choice` questions, each given by the lengths of
/// its options and the place of the right one.
@Suite struct PoolCheckTests {
  struct Pool: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var found: [String]
    var testDescription: String { name }

    /// Questions whose option at `right` is right, with options of these lengths.
    init(_ name: String, _ questions: [(right: Int, lengths: [Int])], _ found: String...) {
      self.name = name
      self.found = found
      text = questions.enumerated().map { number, question in
        Self.choice(
          number,
          question.lengths.enumerated().map { index, length in
            (
              index == question.right, "\(index)" + String(repeating: "x", count: length - 1),
              "Because \(index)."
            )
          })
      }.joined(separator: "\n")
    }

    init(_ name: String, text: String, _ found: String...) {
      self.name = name
      self.text = text
      self.found = found
    }

    static func choice(_ number: Int, _ options: [(isRight: Bool, text: String, feedback: String)]) -> String
    {
      let list = options.map { "- [\($0.isRight ? "x" : " ")] \($0.text)\n  > \($0.feedback)" }
      return head("q\(number)", "choice") + list.joined(separator: "\n") + "\n:::\n"
    }

    static func truth(_ number: Int, _ answer: Bool) -> String {
      head("q\(number)", "truefalse", "answer=\"\(answer)\"") + "::: feedback\nSo.\n:::\n:::\n"
    }

    private static func head(_ id: String, _ kind: String, _ more: String = "") -> String {
      "::: {.question #\(id) kind=\"\(kind)\" section=\"sec-weights\" objective=\"size\" \(more)}\nWhich?\n\n"
    }
  }

  /// Eight questions of four options, the right one in each place twice; in the first of them the right option is the
  /// longest, in the rest the one after it.
  private static func eight(longest count: Int) -> [(right: Int, lengths: [Int])] {
    (0..<8).map { number in
      let right = number % 4
      return (right, [9, 9, 9, 9].replacing(number < count ? right : (right + 1) % 4, with: 12))
    }
  }

  static let pools = [
    Pool("the right option is as long as others", (0..<12).map { ($0 % 4, [9, 9, 9, 9]) }),
    Pool("the right option is the longest as often as by chance", eight(longest: 2)),
    Pool(
      "the right option is the longest", eight(longest: 8),
      "! 1:1 warning: the right option is the longest in 8 of 8 questions, by chance it would be in 2 > "
        + "shorten it or say more in the wrong ones: q0, q1, q2, q3, q4, q5, …"),
    Pool(
      "the right option is the first", (0..<8).map { (max(0, $0 - 5), [9, 9, 9, 9]) },
      "! 1:1 warning: the right option is number 1 in 6 of 8 questions > move it in some of them: "
        + "q0, q1, q2, q3, q4, q5"),
    Pool(
      "few questions are not measured", (0..<5).map { _ in (0, [12, 9]) }),
    Pool(
      "statements that are all true", text: (0..<6).map { Pool.truth($0, true) }.joined(separator: "\n"),
      "! 1:1 warning: 6 of 6 statements are true > turn some of them round: q0, q1, q2, q3, q4, q5"),
    Pool(
      "statements of both kinds", text: (0..<6).map { Pool.truth($0, $0 > 1) }.joined(separator: "\n")),
    Pool(
      "options and feedback that repeat",
      text: Pool.choice(
        0, [(true, "One", "Yes."), (false, "two", "No."), (false, "Two", "No.")]),
      "! 1:1 error: two options say `Two` > make them differ, or remove one",
      "! 1:1 warning: two wrong options have the same feedback > say of each why it is wrong"),
  ]

  @Test(arguments: pools) func isMeasured(_ pool: Pool) throws {
    let files = try TemporaryBook.small(with: ["questions/01-first.md": pool.text])
    let loader = try BookLoader(folder: files.folder)
    let book = loader.rest(of: try loader.open(chapter: nil))
    #expect(report(BookCheck(book).findings) == pool.found)
  }

  @Test func fewQuestionsAreTooFewForAQuiz() throws {
    let files = try TemporaryBook.small(with: [
      "questions/02-second.md":
        "::: {.question #q-a kind=\"numeric\" answer=\"1\" section=\"sec-second\"}\na\n:::\n",
      "chapters/02-second.md": "---\ntitle: Second\n---\n\n## More {#sec-second}\n",
    ])
    let loader = try BookLoader(folder: files.folder)
    let book = loader.rest(of: try loader.open(chapter: nil))
    #expect(
      report(BookCheck(book).findings) == [
        "! 1:1 warning: the question names no objective > add objective=\"…\" with an id of the chapter",
        "! 1:1 warning: the chapter has 1 question, and a quiz draws 5 > write 4 more; with many more a second quiz "
          + "asks others",
      ])
  }
}

extension [Int] {
  fileprivate func replacing(_ index: Int, with value: Int) -> [Int] {
    var copy = self
    copy[index] = value
    return copy
  }
}
