import Content
import Learning
import Terminal
import Testing
import Typesetting

@testable import TextbookUI

/// What was read on the page is what is asked: the same letters and the same numbers.
@Suite struct AskedAsShownTests {
  private static func given(_ effects: [Effect]) -> GivenAnswer? {
    for case .keepAttempt(let given) in effects { return given }
    return nil
  }

  /// The letter that stands before an option on the screen.
  private static func letter(of option: String, in session: Session) -> String? {
    for line in session.screen.split(separator: "\n") {
      guard let place = line.range(of: option) else { continue }
      return line[..<place.lowerBound].split(separator: " ").last.map(String.init)
    }
    return nil
  }

  @Test(arguments: [
    ("05-neural-computation", "A bank has 600", "A logistic regression or"),
    ("05-neural-computation", "A product replaces", nil),
  ])
  func theLetterReadOnThePageIsRight(chapter: String, stem: String, option: String?) throws {
    var session = try RealBook.session(chapter: chapter, columns: 90, rows: 40)
    let context = session.state.context(width: 80)
    let question = try #require(
      session.state.chapter.questions.first { question in
        quotation(of: question.stem[0], in: context, limit: 200).hasPrefix(stem)
      })
    guard case .choice(let options) = question.body else {
      Issue.record("no choice")
      return
    }
    let right = try #require(options.first(where: \.isCorrect)?.content.first)
    let words = quotation(of: right, in: context, limit: 30).replacing("…", with: "")
    if let option { #expect(words.hasPrefix(option.prefix(words.count))) }
    let block = try #require(session.page.index.questions[question.id])
    session.show(PagePosition(block: block))
    let letter = try #require(Self.letter(of: words, in: session))
    session.act(on: .question(question.id))
    #expect(Self.letter(of: words, in: session) == letter)
    let answer = try #require(Self.given(session.press("\(letter)<Enter>")))
    #expect(answer.grade.isRight)
  }

  @Test func theNumbersReadOnThePageAreAskedAndNewOnesComeWithT() throws {
    var session = try RealBook.session(chapter: "about", columns: 90, rows: 40)
    let id = "q-front-size"
    session.act(on: .question(id))
    #expect(session.state.questions[id]?.drawn == [:])
    #expect(session.screen.contains("7,000,000,000 parameters of 2 B each"))
    let answer = try #require(Self.given(session.press("14 GB<Enter>")))
    #expect(answer.grade.isRight)
    session.press("t")
    #expect(session.state.questions[id]?.drawn.isEmpty == false)
    #expect(!session.screen.contains("7,000,000,000 parameters of 2 B each"))
  }

  @Test func itemsKeepTheOrderOfThePage() throws {
    var session = TestBook.session(rows: 40)
    let block = try #require(session.page.index.questions["q-order"])
    session.show(PagePosition(block: block))
    func items() -> [String] {
      let lines = session.screen.split(separator: "\n").map { line in
        String(line.drop { character in character == " " || character == "▸" })
      }
      return lines.filter { line in line.first?.isNumber == true && line.dropFirst().hasPrefix(". ") }
    }
    let before = items()
    #expect(before.count == 4)
    session.act(on: .question("q-order"))
    #expect(items() == before)
  }
}
