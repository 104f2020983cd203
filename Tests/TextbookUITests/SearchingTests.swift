import Content
import Learning
import Testing
import Typesetting

@testable import TextbookUI

/// Search in a chapter and by prompts.
@Suite struct SearchingTests {
  /// What is typed, what a page shows, and whether that is a match.
  @Test(arguments: [
    ("dk", "over dₖ of", true), ("\"it\"", "called “it” here", true), ("z(l)", "𝐙⁽ˡ⁾", true),
    ("-1", "−1", true),
    ("∂ℒ", "∂ℒ/∂𝐙", true), ("∂L", "∂ℒ", true), ("km²", "km2", true), ("λ", "l", false), ("dk", "d k", false),
  ])
  func formulasAreFoundAsTheyAreShown(typed: String, shown: String, isFound: Bool) throws {
    let search = try #require(LineSearch(typed))
    #expect(search.matches(in: [StyledLine(shown)]).isEmpty != isFound)
  }

  @Test func theFormulasOfTheChapterAreFound() throws {
    var session = try RealBook.session(chapter: "05-neural-computation")
    session.press("/∂ℒ")
    let count = try #require(session.state.search?.count)
    // Inline and displayed ones of 5.4.4.1 to 5.4.4.3.
    #expect(count.total > 8)
    #expect(session.status.hasSuffix(" 1 of \(count.total)"))
    session.press("<Enter>")
    let match = try #require(session.state.match)
    let number = session.state.chapter.sections.last { $0.block <= match.block }?.number
    #expect(number?.hasPrefix("5.4") == true, "\(number ?? "none")")
    session.press("n")
    #expect(session.status.hasPrefix(" n N 2 of \(count.total)   "))
  }

  @Test(arguments: [
    ("paragraph 4", "4 times", "Paragraph 4"), ("section 1 of", "once", "SECTION 1 of"),
  ])
  func capitalsThatHinderAreNamed(found: String, count: String, typed: String) {
    var session = TestBook.session()
    session.press("/\(typed.uppercased())<Enter>")
    #expect(
      session.state.message?.text
        == "“\(typed.uppercased())” does not stand so in this chapter · without capitals it does, \(count)")
    session.press("/\(found)<Enter>")
    #expect(session.state.message == nil)
    session.press("/\(found)ZZ<Enter>")
    #expect(
      session.state.message?.text.hasSuffix("does not stand in this chapter · S searches the book") == true)
  }

  @Test func whatDoesNotMatchIsSaidWhileItIsTyped() {
    var session = TestBook.session()
    session.press("/paragraph 4")
    #expect(session.status.hasSuffix("1 of 4"))
    session.press("zzz")
    #expect(session.status.hasPrefix(" / paragraph 4zzz"))
    #expect(session.status.hasSuffix("nothing matches"))
    session.press("<BS><BS><BS><Enter>N")
    #expect(session.status == " From the end again · 4 of 4")
  }

  private func transcript(_ lines: [String]) throws -> String {
    var rest = lines[...]
    var output = ""
    let terminal = LineTerminal(width: 400) { prompt in
      let line = rest.popFirst()
      output += prompt + (line ?? "(end)") + "\n"
      return line
    } write: {
      output += $0
    }
    let record = try Record(path: ":memory:")
    var reader = LineReader(book: try RealBook.whole.get(), chapter: "notation", terminal: terminal) {
      record
    }
    reader.run()
    return output
  }

  @Test func lineModeFindsInTheOrderOfTheBooksSearchAndGivesNoAnswersAway() throws {
    let text = try transcript(["search sigmoid", "search memory wall"])
    let start = try #require(text.range(of: "search sigmoid\n")?.upperBound)
    let end = try #require(text.range(of: "search memory wall\n"))
    let sigmoid = text[start..<end.lowerBound].split(separator: "\n")
    #expect(sigmoid.first?.hasPrefix("1. ") == true)
    #expect(sigmoid.prefix(3).contains { $0.contains("5.3.4.1 Sigmoid") }, "\(sigmoid.prefix(4))")
    // Feedback of a quick check.
    #expect(!sigmoid.contains { $0.contains("after all") })
    let wall = text[end.upperBound...].split(separator: "\n")
    #expect(wall.prefix(2).contains { $0.contains("is called the memory wall") }, "\(wall.prefix(3))")
  }

  private static let isSet = "rate = 0.1, learning rate, was "

  /// What is typed in a calculator, and what is said.
  @Test(arguments: [
    ("learning rate = 0.1", isSet), ("rate 0.1", isSet), ("1 0.1", isSet),
    ("1=0.1", isSet), ("Learning rate 0.1", isSet), ("set learning rate 0.1", isSet),
    ("1", "1=VALUE sets it."),
    ("learning rate", "1=VALUE sets it."), ("nothing 3", "Expected NAME=VALUE"), ("rate=9999", "."),
  ])
  func inputsAreSetByNumberNameAndLabel(line: String, said: String) throws {
    let text = try transcript(["calc ch05-learning-rate", line])
    let start = try #require(text.range(of: "> \(line)\n")?.upperBound)
    let answer = text[start...].prefix { $0 != ">" }
    #expect(answer.contains(said), "\(answer)")
    if said == Self.isSet { #expect(answer.contains("factor of a step: minus 0.5")) }
    for sentence in answer.split(separator: "\n") where said == "." {
      #expect(sentence.first?.isLowercase != true || sentence.hasPrefix("ch05"), "\(sentence)")
    }
  }

  @Test func everyPromptSaysWhatCanBeTyped() throws {
    let help = "hint helps, again says the question once more, skip goes on, quit leaves."
    // Which question is drawn is chance; where any words may be the answer, `help` is one.
    let isSaid = try (0..<60).contains { _ in
      let text = try transcript(["goto 5.1", "quiz 1", "help", "nonsense of many words", "quit"])
      #expect(text.contains("hint helps, skip puts a question off, again repeats it, quit leaves."))
      return text.contains(help)
    }
    #expect(isSaid)
  }
}
