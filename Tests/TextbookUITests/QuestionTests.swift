import Content
import Learning
import Terminal
import Testing
import Typesetting

@testable import TextbookUI

@Suite struct QuestionTests {
  /// A reader who has opened a question.
  func session(_ id: String) -> Session {
    var session = TestBook.session()
    _ = session.perform(.scroll(0))
    session.act(on: .question(id))
    return session
  }

  func given(_ effects: [Effect]) -> GivenAnswer? {
    for case .keepAttempt(let given) in effects { return given }
    return nil
  }

  @Test func aChoiceIsAnsweredByEnterAndExplained() throws {
    var session = session("q-relu")
    #expect(session.state.place == .options)
    let order = try #require(session.state.questions["q-relu"]?.order)
    let wrong = try #require(order.firstIndex(of: 0))
    let effects = session.press(wrong == 0 ? "a" : "b")
    #expect(given(effects) == nil)
    let answer = try #require(given(session.press("<Enter>")))
    #expect(answer.answer == .options([0]))
    #expect(answer.grade.credit == 0)
    #expect(answer.order == order)
    let screen = session.screen
    #expect(screen.contains("Neither has any."))
    #expect(screen.contains("A comparator is tens of transistors."))
    #expect(screen.contains("An exponential unit needs thousands of transistors."))
    #expect(session.state.place == .answered)
  }

  @Test func arrowsAndEnterAnswerToo() throws {
    var session = session("q-relu")
    let order = try #require(session.state.questions["q-relu"]?.order)
    let answer = try #require(given(session.press(order[0] == 1 ? "<Down><Enter>" : "<Down><Down><Enter>")))
    #expect(answer.answer == .options([1]))
    #expect(answer.grade.isRight)
  }

  @Test func enterAloneAnswersNothing() throws {
    var session = session("q-relu")
    #expect(!session.screen.contains("▸ ○"), "no option looks chosen before a key")
    #expect(given(session.press("<Enter>")) == nil)
    #expect(session.state.message?.text == "Choose with a, b or the arrows first; Enter answers then.")
    #expect(session.state.questions["q-relu"]?.outcome == nil)
    session.press("<Up>")
    #expect(session.state.questions["q-relu"]?.cursor == 1, "the last one")
  }

  /// Where several are right, Enter takes those that are chosen, and never the one under the cursor or none.
  @Test func whereSeveralAreRightNothingChosenIsNoAnswer() throws {
    guard case .choice(let options) = TestBook.choice.body else { return }
    var question = TestBook.choice
    question.id = "q-several"
    question.body = .multiple(options)
    var book = TestBook.book()
    book.chapters["01-one"]?.questions.append(question)
    var session = TestBook.session(book: book)
    session.act(on: .question("q-several"))
    for keys in ["<Enter>", "<Tab><Enter>", "<Down><Enter>", "aa<Enter>"] {
      #expect(given(session.press(keys)) == nil, "\(keys)")
      #expect(session.state.questions["q-several"]?.outcome == nil, "\(keys)")
    }
    #expect(
      session.state.message?.text == "Nothing is chosen yet · Space or a letter chooses; Enter answers then.")
    let answer = try #require(given(session.press(" <Enter>")))
    #expect(answer.answer == .options([try #require(answer.order.first)]))
  }

  @Test func whatIsTypedAgainReplacesADraft() throws {
    var session = session("q-memory")
    session.press("hbm<Esc><Esc>")
    #expect(session.state.openQuestion == nil)
    session.act(on: .question("q-memory"))
    session.press("sram")
    #expect(session.state.questions["q-memory"]?.entries.first?.text == "sram")
    session.press("<Esc><Enter>x")
    #expect(session.state.questions["q-memory"]?.entries.first?.text == "sramx", "Enter goes on with it")
  }

  @Test func theHintIsShownAndNoted() throws {
    var session = session("q-relu")
    session.press("h")
    #expect(session.screen.contains("Which operation does each need?"))
    let answer = try #require(given(session.press("a<Enter>")))
    #expect(answer.usedHint)
  }

  @Test func tryingAgainIsAnotherAttempt() throws {
    var session = session("q-relu")
    #expect(given(session.press("a<Enter>")) != nil)
    #expect(given(session.press("<Enter>")) == nil)
    session.act(on: .question("q-relu"))
    session.press("t")
    #expect(session.state.questions["q-relu"]?.outcome == nil)
    #expect(given(session.press("b<Enter>")) != nil)
  }

  @Test func gapsAreTyped() throws {
    var session = session("q-memory")
    #expect(session.state.place == .writing)
    let effects = session.press("hbm<Enter>sram")
    #expect(given(effects) == nil)
    let answer = try #require(given(session.press("<Enter>")))
    #expect(answer.answer == .text(["hbm", "sram"]))
    #expect(answer.grade.isRight)
  }

  @Test func typingCanBeLeftAndTakenUp() throws {
    var session = session("q-memory")
    session.press("hbx<BS>m<Esc>")
    #expect(session.state.place == .gaps)
    session.press("<Esc>")
    #expect(session.state.place == .page)
    session.press("<Enter><Tab>dram")
    #expect(session.state.questions["q-memory"]?.entries.map(\.text) == ["hbm", "dram"])
  }

  @Test func nothingTypedIsNoAttempt() {
    var session = session("q-memory")
    let effects = session.press("<Enter><Enter>")
    #expect(given(effects) == nil)
    #expect(session.status == " Type what belongs in the gap.")
  }

  @Test func itemsAreMoved() throws {
    var session = session("q-order")
    #expect(session.state.place == .arranging)
    // Bubbles each item to its place.
    for rank in 0..<4 {
      let order = try #require(session.state.questions["q-order"]?.order)
      let place = try #require(order.firstIndex(of: rank))
      session.setCursor(place, of: "q-order")
      session.press(String(repeating: "K", count: place - rank))
    }
    let answer = try #require(given(session.press("<Enter>")))
    #expect(answer.answer == .order([0, 1, 2, 3]))
    #expect(answer.grade.isRight)
  }

  /// A matching question of the book, and the letter of what belongs to each line.
  private func matching() throws -> (session: Session, id: String, letters: [String]) {
    var session = try RealBook.session(chapter: "05-neural-computation", columns: 90, rows: 40)
    let id = "q-ch05-activation-match"
    session.act(on: .question(id))
    let order = try #require(session.state.questions[id]?.order)
    let letters = try order.indices.map { left in
      String(Array("abcdefg")[try #require(order.firstIndex(of: left))])
    }
    return (session, id, letters)
  }

  @Test func sidesAreMatchedByTheLettersOnThePage() throws {
    var (session, id, letters) = try matching()
    #expect(session.state.place == .matching)
    let answer = try #require(given(session.press(letters.joined() + "<Enter>")))
    #expect(answer.answer == .match(Array(letters.indices)))
    #expect(answer.grade.isRight)
    #expect(session.state.questions[id]?.outcome?.credit == 1)
  }

  @Test func aLetterCanBeTakenAwayAndAMissingOneIsAskedFor() throws {
    var (session, id, letters) = try matching()
    #expect(given(session.press("<Enter>")) == nil)
    #expect(session.status == " Match at least one pair.")
    let effects = session.press(letters.joined() + "<Up><Space><Enter>".replacing("<Space>", with: " "))
    #expect(given(effects) == nil)
    #expect(session.status.contains("1 line has no letter yet · Enter once more answers without"))
    let answer = try #require(given(session.press("<Enter>")))
    #expect(!answer.grade.isRight)
    #expect(session.state.questions[id]?.outcome?.answer != nil)
  }

  @Test func lettersOfAMatchAreKeptAsADraft() throws {
    var (session, id, letters) = try matching()
    session.press("\(letters[0])<Esc>")
    #expect(session.state.openQuestion == nil)
    session.act(on: .question(id))
    #expect(session.state.questions[id]?.rights.first == 0)
  }

  @Test func aShortAnswerIsComparedWithTheModel() throws {
    var session = session("q-short")
    session.press("bandwidth<Enter>")
    #expect(session.state.place == .rubric)
    #expect(session.screen.contains("each weight is read for one product"))
    let answer = try #require(given(session.press(" <Enter>")))
    #expect(answer.answer == .rubric(text: "bandwidth", points: [0]))
    #expect(answer.grade.credit == 0.5)
  }

  @Test func lookingAtAQuestionIsNoted() {
    var session = TestBook.session()
    #expect(session.press("<Tab><Tab><Tab><Tab><Enter>").contains(.questionOpened("q-relu")))
  }
}
