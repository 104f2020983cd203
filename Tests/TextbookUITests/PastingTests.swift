import Terminal
import Testing

@testable import TextbookUI

/// What is pasted is text where text is taken, and nothing elsewhere.
@Suite struct PastingTests {
  private func numericQuestion(_ session: inout Session) throws -> String {
    let questions = session.state.chapter.questions
    let id = try #require(questions.first { if case .numeric = $0.body { true } else { false } }?.id)
    session.openQuestion(id)
    return id
  }

  @Test func onAPageItIsDropped() throws {
    var session = try FixtureBook.session()
    let before = session.state.top
    #expect(session.perform(.paste("qm\njj:")) == [])
    #expect(session.state.top == before && session.state.prompt == nil && session.state.hasMouse)
    #expect(session.state.message?.text == "What was pasted is dropped: no field for text is open.")
  }

  @Test(arguments: ["?", "c", "M", "v"]) func whereNoTextIsTakenItIsDropped(keys: String) throws {
    var session = try FixtureBook.session()
    session.press(keys)
    let place = session.state.place
    #expect(session.perform(.paste("a")) == [])
    #expect(session.state.place == place && session.state.marks.isEmpty)
    #expect(session.state.message?.text.contains("dropped") == true)
  }

  @Test(arguments: [
    ("/", "memory\n", "memory"), ("S", "two\nwords", "two words"), (":", "5.1\r\n", "5.1"),
    ("A", "\nA note\n\tof two\n\n", "A note  of two"),
  ])
  func aLineThatIsTypedTakesItAndEnterIsNotPressed(key: String, pasted: String, text: String) throws {
    var session = try FixtureBook.session()
    session.press(key)
    let place = session.state.place
    _ = session.perform(.paste(pasted))
    #expect(session.state.prompt?.entry.text == text)
    #expect(session.state.place == place)
    session.press("<BS>!")
    #expect(session.state.prompt?.entry.text == text.dropLast() + "!", "the cursor stands behind it")
  }

  @Test func anAnswerTakesItAndIsNotGiven() throws {
    var session = try FixtureBook.session()
    let id = try numericQuestion(&session)
    #expect(session.perform(.paste("12\n34\n")).isEmpty)
    #expect(session.state.questions[id]?.entries.first?.text == "12 34")
    #expect(session.state.questions[id]?.outcome == nil)
    #expect(session.state.place == .writing)
  }

  @Test func anAnswerThatIsFullSaysSo() throws {
    var session = try FixtureBook.session()
    let id = try numericQuestion(&session)
    _ = session.perform(.paste(String(repeating: "1", count: 1000)))
    #expect(session.state.questions[id]?.entries.first?.text.count == 400)
    #expect(session.state.message?.text.contains("the end of what was pasted is not taken") == true)
    #expect(session.press("<Enter>").isEmpty, "Enter says it once more")
    #expect(session.state.questions[id]?.outcome == nil)
  }

  @Test func aCalculatorTakesItForTheInputInFocus() throws {
    var session = try FixtureBook.session()
    let calculator = try #require(session.state.book.workbook.calculatorIDs.first)
    session.openPanel(calculator, input: nil)
    try #require(session.state.place == .panel)
    _ = session.perform(.paste("42\n"))
    #expect(session.state.panel?.entry?.text == "42")
    _ = session.perform(.paste("7"))
    #expect(session.state.panel?.entry?.text == "427")
    #expect(session.state.place == .entry && session.state.scenario.isEmpty)
  }

  @Test func theReaderTakesItFromTheScreen() throws {
    let screen = RecordingScreen(
      columns: 80, rows: 24, events: [.paste("q"), .key(.character("/")), .paste("memory\n")])
    try ScreenTests.reader().run(on: screen)
    #expect(screen.frames.contains { $0.contains("What was pasted is dropped") })
    #expect(screen.frames.last?.contains("/ memory") == true)
  }
}
