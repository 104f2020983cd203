import Content
import Engine
import Foundation
import Learning
import Terminal
import Testing
import Typesetting

@testable import TextbookUI

/// What a reader looks at stays where it is, or comes on the screen when it is opened.
@Suite struct KeepingThePlaceTests {
  private static func lastLine(_ session: Session) -> String {
    String(session.screen.split(separator: "\n").last ?? "")
  }

  /// The row of the screen on which the thing in focus stands.
  private static func focusRow(_ session: Session) -> Int? {
    session.page.row(of: session.state.focus, from: session.state.top, rows: session.geometry.pageRows)
  }

  @Test func closingACalculatorBringsTheScreenBack() throws {
    var session = try FixtureBook.session(columns: 80, rows: 14)
    session.press("/with a batch<Enter><Tab>")
    let focus = try #require(session.state.focus)
    // The number at the top of the screen, its calculator above.
    session.state.top = session.page.position(focus.block, 0)
    let before = session.screen
    session.press("<Enter>")
    #expect(session.state.place == .panel)
    #expect(session.screen.contains("batch size"))
    session.press("<Tab><Tab><Esc>")
    #expect(session.screen == before)
    // From a question about the number too.
    session.press("<Enter>x<Esc><Esc>")
    #expect(session.state.panel == nil)
    #expect(session.screen == before)
  }

  /// The first figure of a machine far down on the page of figures is changed, and then all of it is taken back.
  @Test func aChangedFigureStaysOnItsLine() throws {
    var session = try RealBook.session(chapter: "05-neural-computation")
    session.press(":what if?<Enter>/nvidia h100 sxm<Enter><Tab>")
    let action = try #require(session.focused?.action)
    let row = try #require(Self.focusRow(session))
    session.press("<Enter><Home>9<Enter>")
    #expect(session.state.scenario.overrides.count == 1)
    #expect(session.focused?.action == action)
    #expect(Self.focusRow(session) == row)
    session.press("a")
    #expect(session.state.scenario.isEmpty)
    #expect(session.focused?.action == action)
    #expect(Self.focusRow(session) == row)
  }

  @Test func whatIsUnfoldedComesOnTheScreen() throws {
    var session = try FixtureBook.session(columns: 80, rows: 14)
    session.press(":1.2<Enter>/shelf and a desk<Enter><Tab>")
    let focus = try #require(session.state.focus)
    let line = try #require(session.target(at: focus)?.line)
    let page = session.page
    session.state.top = page.moved(page.position(focus.block, line), up: session.geometry.pageRows - 1)
    #expect(Self.lastLine(session).contains("A shelf and a desk   Enter open it"))
    session.press("<Enter>")
    #expect(session.screen.contains("notes on the desk"))
    #expect(Self.lastLine(session).contains("A shelf and a desk   Enter fold it"))
  }

  /// Keys in a chapter whose first section has no number, and the number of the section at the top.
  @Test(arguments: [("3g", "5.3"), ("1g", "5.1"), ("99g", "5.9")])
  func aCountGoesToTheSectionOfThatNumber(keys: String, number: String) throws {
    var session = try RealBook.session(chapter: "05-neural-computation")
    session.press(keys)
    #expect(session.state.chapter.section(at: session.state.top.block)?.number == number)
  }

  @Test func wherePagesHaveNoNumbersSectionsAreCounted() throws {
    var session = try RealBook.session(chapter: "05-neural-computation")
    session.press(":constants<Enter>2g")
    let sections = session.state.chapter.sections.filter { $0.level == 2 }
    #expect(session.state.top.block == sections[1].block)
  }

  @Test func theFirstSpaceTakesTheWelcomeAway() throws {
    var session = try FixtureBook.session()
    session.state.isGreeting = true
    let top = session.state.top
    session.press(" ")
    #expect(!session.state.isGreeting && session.state.top == top)
    session.press(" ")
    #expect(session.state.top != top)
  }

  // MARK: What is said once

  @Test func theMarksAreExplainedOnce() throws {
    var session = try FixtureBook.session()
    session.act(on: .calculator("t01-memory"))
    session.press("<Right>")
    let words = try #require(session.state.message?.text)
    #expect(words.hasPrefix("○●○: all read, a calculator used, the quiz passed"))
    #expect(session.state.longMessage == nil, "on the last line, where it covers nothing")
    for keys in ["<Right>", "<Esc>", "X", "<Esc>", "}", "{", ":derivation<Esc>", "G"] {
      session.press(keys)
      #expect(session.state.message?.text.contains("the quiz passed") != true, "\(keys)")
    }
  }

  @Test func marksOfEarlierDaysAreNotExplained() throws {
    var session = try FixtureBook.session()
    var memory = RecordKeeper.Memory()
    memory.calculatorsUsed = ["t01-memory"]
    _ = session.perform(.reading(.recalled(Recollection(memory: memory, number: 1))))
    #expect(session.state.message == nil)
    session.press(" ")
    #expect(session.state.message?.text.contains("the quiz passed") != true)
  }

  // MARK: The last line

  /// Pages of the program, and a note: nothing in focus is called by its address.
  @Test func noAddressIsShown() throws {
    var session = try RealBook.session(chapter: "05-neural-computation", columns: 100, rows: 40)
    session.press(":5.2<Enter>v")
    session.press("v")
    _ = session.perform(
      .progress(
        LearningProgress(
          session.state.book, history: LearningHistory(), plan: ReviewPlan(day: Day(number: 20_000)),
          at: session.state.date)))
    let pages = [
      "progress", "notes", "scenarios", "whatif", "glossary", "hardware", "model", "constants", "equations",
      "hardware/h100_sxm", "derivation/ch05-mnist-macs.total", "equation/iron_law",
    ]
    for page in pages {
      session.go(to: Destination(chapter: PageAddress.scheme + page))
      for _ in 0..<30 {
        session.press("<Tab>")
        let line = Self.lastLine(session)
        #expect(!line.contains(PageAddress.scheme), "\(page): \(line)")
        #expect(!line.contains("show the address") || page == "glossary", "\(page): \(line)")
      }
    }
    session.go(to: Destination(chapter: PageAddress.scheme + "notes"))
    session.press("<Tab>")
    #expect(Self.lastLine(session).contains("Your mark in 5.2 "))
    #expect(Self.lastLine(session).contains("Enter go there"))
  }

  @Test(arguments: [
    (":", "Enter go there"), ("S", "Enter go there"), ("W", "Enter take it"), ("/", "Enter go there"),
  ])
  func linesThatAreTypedSayTheirKeys(key: String, words: String) throws {
    var session = try FixtureBook.session()
    session.press(key)
    #expect(Self.lastLine(session).contains(words))
    #expect(Self.lastLine(session).contains("Esc"))
  }

  /// How many options a question has, and the letters that choose one.
  @Test(arguments: [(2, " a b choose"), (3, " a b c choose"), (4, " a…d choose")])
  func theLettersAreThoseOfTheOptions(count: Int, letters: String) throws {
    let book = try RealBook.whole.get()
    let chapter = try #require(book.chapters["05-neural-computation"])
    let question = try #require(
      chapter.questions.first { question in
        switch question.body {
        case .choice(let options): options.count == count
        case .trueFalse: count == 2
        default: false
        }
      } ?? (count == 3 ? try FixtureBook.book().chapters["01-memory"]?.questions.first : nil))
    var session =
      count == 3
      ? try FixtureBook.session() : try RealBook.session(chapter: "05-neural-computation")
    session.act(on: .question(question.id))
    #expect(Self.lastLine(session).hasPrefix(letters), "\(Self.lastLine(session))")
  }

  @Test func whereNothingCanBeVariedTheReaderStays() throws {
    var session = try RealBook.session(chapter: "05-neural-computation")
    let workbook = session.state.book.workbook
    let id = try #require(workbook.calculatorIDs.first { workbook.calculator($0)?.inputs.isEmpty == true })
    session.openPanel(id, input: nil)
    for key in ["w", "s"] {
      session.press(key)
      #expect(session.state.chapterID == "05-neural-computation" && session.state.prompt == nil)
      #expect(session.state.message?.text.hasPrefix("Nothing here can be varied") == true)
      #expect(session.state.longMessage == nil)
    }
  }

  // MARK: Clicks

  /// A word on the closed calculator, and the input that has the focus when it was clicked.
  @Test(arguments: [
    ("Calculator 1.1", "batch"), ("bytes a value", "bytes"), ("machine  ", "hw"), ("Enter opens", "batch"),
  ])
  func aClickOpensACalculator(words: String, input: String) throws {
    var session = try FixtureBook.session(columns: 100, rows: 50)
    let lines = session.screen.split(separator: "\n", omittingEmptySubsequences: false)
    let first = try #require(lines.firstIndex { $0.contains("Calculator 1.1") })
    let row = try #require(lines.indices.first { $0 >= first && lines[$0].contains(words) })
    let text = lines[row]
    let place = try #require(text.range(of: words))
    let column = text.distance(from: text.startIndex, to: place.lowerBound)
    _ = session.perform(.click(row: row, column: column + 1))
    #expect(session.state.panel?.calculator == "t01-memory")
    #expect(session.state.panel?.input == input)
  }

  // MARK: Machines

  @Test func aMachineIsChosenFromTheListOfAll() throws {
    var session = try FixtureBook.session()
    session.act(on: .input(calculator: "t01-memory", name: "hw"))
    session.press("<Enter>")
    #expect(session.screen.contains("Big GPU") && session.screen.contains("Small GPU"))
    #expect(session.state.prompt?.offers[session.state.prompt?.cursor ?? -1].id == "big_gpu")
    session.press("mall<Enter>")
    #expect(session.state.panel?.input == "hw")
    #expect(session.state.book.workbook.result(of: "t01-memory")?.inputs[2].text == "Small GPU")
    session.press("<Esc>")
    #expect(session.state.panel == nil)
  }

  /// A part of a name leaves those that have it, and the first is taken.
  @Test func aPartOfANameFindsMachines() throws {
    var session = try RealBook.session(chapter: "06-network-architectures")
    let workbook = session.state.book.workbook
    let found = workbook.calculatorIDs.lazy.compactMap { id -> (id: String, input: String)? in
      guard let input = workbook.calculator(id)?.inputs.first(where: { $0.kind == .profile(.hardware) })
      else {
        return nil
      }
      return (id, input.name)
    }.first
    let (id, input) = try #require(found)
    session.act(on: .input(calculator: id, name: input))
    session.press("<Enter>h100")
    let names = session.state.prompt?.offers.prefix(2).map(\.title) ?? []
    #expect(names.allSatisfy { $0.contains("H100") } && names.count == 2)
    session.press("<Enter>")
    let value = session.state.book.workbook.result(of: id)?.inputs.first { $0.name == input }?.text
    #expect(value == names.first)
  }

  @Test(arguments: [(80, 24), (140, 45)]) func theListOfMachinesStandsInColumns(columns: Int, rows: Int)
    throws
  {
    var session = try RealBook.session(chapter: "05-neural-computation", columns: columns, rows: rows)
    session.press("W")
    let lines = session.screen.split(separator: "\n").filter { $0.contains("NVIDIA") && $0.contains("B/s") }
    #expect(lines.count > 5, "\(session.screen)")
    #expect(lines.contains { $0.contains("NVIDIA A100 80GB") }, "\(session.screen)")
    let ends = Set(
      lines.compactMap { line in
        line.range(of: "B/s", options: .backwards).map {
          line.distance(from: line.startIndex, to: $0.upperBound)
        }
      })
    #expect(ends.count == 1, "\(session.screen)")
  }
}
