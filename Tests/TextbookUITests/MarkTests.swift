import Terminal
import Testing

@testable import TextbookUI

/// Marks, the history, counts and percent.
@Suite struct MarkTests {
  @Test func aMarkIsSetAndGoneTo() {
    var session = TestBook.session()
    session.press("]]")
    let place = session.state.top
    let effects = session.press("Ma")
    #expect(effects.contains(.reading(.keepMarks(session.state.marks))))
    session.press("g}")
    #expect(session.state.chapterID == "02-two")
    session.press("'a")
    #expect(session.state.chapterID == "01-one")
    #expect(session.state.top == place)
    session.press("''")
    #expect(session.state.chapterID == "02-two")
  }

  @Test func aMarkThatIsNotSetIsNamed() {
    var session = TestBook.session()
    session.press("Ma'b")
    #expect(session.state.message?.text == "There is no mark b · there are a")
    session.press("M+")
    #expect(session.state.message?.isError == true)
    #expect(session.state.place == .page)
  }

  @Test func theMarksAreShownWhileALetterIsTyped() {
    var session = TestBook.session()
    session.press("]Mx'")
    #expect(session.screen.contains("Go to a mark"))
    #expect(session.screen.contains("x  1.2 Section 2 of Introduction  Paragraph 1 of section 2."))
    session.press("<Esc>")
    #expect(session.state.place == .page)
  }

  @Test(arguments: [("50%", 0.4...0.6), ("100%", 0.9...1.0), ("0%", 0.0...0.0)])
  func percentGoesToAPartOfTheChapter(keys: String, part: ClosedRange<Double>) {
    var session = TestBook.session(book: TestBook.book(sections: 20))
    session.press("]" + keys)
    if keys == "0%" {
      // A zero alone is no count.
      #expect(session.state.message?.text.contains("50%") == true)
      return
    }
    let top = session.state.top
    let reached = session.page.index.part(before: top.block, fraction: top.fraction)
    #expect(part.contains(reached))
  }

  @Test func countsRepeatCommands() {
    var session = TestBook.session()
    session.press("3]")
    let third = session.state.top
    session.press("g]]]")
    #expect(session.state.top == third)
    session.press("2g")
    #expect(session.state.chapter.section(at: session.state.top.block)?.number == "1.2")
    session.press("3<Tab>")
    var other = TestBook.session()
    other.press("2g<Tab><Tab><Tab>")
    #expect(session.state.focus == other.state.focus)
    session.press("c3j")
    #expect(session.state.contents.cursor == ContentsList(session.state).present + 3)
  }
}
