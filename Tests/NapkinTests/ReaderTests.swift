import Foundation
import Learning
import Testing

/// The program in a terminal, keys in and screens out, on the book itself.
@Suite(.serialized) struct ReaderTests {
  private static let book = "mlsys"

  private func record(_ home: TemporaryFolder) throws -> Record {
    try Record(path: home.path + "/data/napkin/record.sqlite")
  }

  /// Opens the book and waits for its first page.
  private func opened(
    columns: Int = 80, rows: Int = 24, home: TemporaryFolder? = nil, arguments: String = "5"
  ) throws -> TerminalSession {
    let session = try TerminalSession(columns: columns, rows: rows, home: home)
    try session.run("NAPKIN_BOOK=$book $napkin \(arguments)")
    try session.wait(forText: "Neural Computation")
    return session
  }

  /// Goes to a place by name through the go-to line.
  private func go(to name: String, in session: TerminalSession, expecting text: String) throws {
    try session.press(":")
    try session.wait(forText: "Go to:")
    try session.type(name)
    try session.wait(forText: "Go to: \(name)")
    try session.press("Enter")
    try session.wait(forText: text)
  }

  /// Presses Tab until the status line says so.
  private func tab(to status: String, in session: TerminalSession) throws {
    for _ in 0..<200 {
      let before = (try session.screen(), try session.cursor())
      if before.0.split(separator: "\n").last?.contains(status) == true { return }
      try session.press("Tab")
      try session.wait(for: "the focus to move") { screen in
        (try? session.cursor()) != before.1 || screen != before.0
      }
    }
    Issue.record("no '\(status)' among the next two hundred things to act on:\n\(try session.screen())")
  }

  @Test func quittingLeavesTheTerminalAsItWas() throws {
    let session = try TerminalSession()
    try session.run("stty -a > $HOME/before; echo kept")
    try session.wait(forText: "kept")
    try session.run("NAPKIN_BOOK=$book $napkin 5; echo ended $?; stty -a > $HOME/after")
    try session.wait(forText: "Why does a systems engineer")
    try session.press("q")
    let screen = try session.wait(forText: "ended 0")
    #expect(screen.contains("kept"), "what stood on the screen before is back")
    #expect(!screen.contains("Why does a systems engineer"))
    try session.run("cmp $HOME/before $HOME/after; echo compared $?")
    try session.wait(forText: "compared 0")
  }

  @Test func aKilledProgramLeavesAUsableTerminal() throws {
    for signal in ["TERM", "HUP", "SEGV", "ABRT"] {
      let session = try TerminalSession()
      try session.run(
        "stty -a > $HOME/before; NAPKIN_BOOK=$book $napkin 5; stty -a > $HOME/after; echo ended")
      try session.wait(forText: "Why does a systems engineer")
      try session.signal(signal)
      let screen = try session.wait(for: "the shell after SIG\(signal)") { $0.contains("ended") }
      #expect(!screen.contains("Why does a systems engineer"), "SIG\(signal) leaves the page on the screen")
      try session.run("clear; cmp $HOME/before $HOME/after && echo same terminal")
      try session.wait(forText: "same terminal")
    }
  }

  @Test func thePlaceIsKept() throws {
    let home = try TemporaryFolder()
    let first = try opened(home: home)
    try go(to: "sec-sigmoid", in: first, expecting: "The sigmoid squeezes")
    let before = try first.screen()
    try first.press("q")
    try first.wait(forText: "ready>")
    let second = try TerminalSession(home: home)
    try second.run("NAPKIN_BOOK=$book $napkin")
    let after = try second.wait(forText: "The sigmoid squeezes")
    #expect(after == before)
  }

  @Test func scrollingMovesByLineHalfPageAndPage() throws {
    let session = try opened()
    let top = try session.screen()
    for (there, back) in [("j", "k"), ("d", "u"), ("Space", "b"), ("G", "g")] {
      try session.press(there)
      try session.wait(for: "\(there) to move") { $0 != top }
      try session.press(back)
      try session.wait(for: "\(back) to come back") { $0 == top }
    }
  }

  @Test func aReferenceIsFollowedAndLeftAgain() throws {
    let session = try opened()
    try go(to: "sec-silicon-contract", in: session, expecting: "The silicon contract")
    try tab(to: "Section 5.3.4.1", in: session)
    let before = try session.screen()
    try session.press("Enter")
    try session.wait(forText: "The sigmoid squeezes")
    try session.press("BSpace")
    try session.wait(for: "the place before") {
      $0.split(separator: "\n").first == before.split(separator: "\n").first
    }
  }

  @Test func aResizeKeepsTheParagraphAtTheTop() throws {
    let session = try opened()
    try go(to: "sec-relu", in: session, expecting: "The rectified linear unit")
    for (columns, rows) in [(140, 45), (50, 15), (100, 30), (80, 24)] {
      try session.resize(columns: columns, rows: rows)
      try session.wait(for: "ReLU at the top at \(columns)x\(rows)") { screen in
        screen.split(separator: "\n").dropFirst().prefix(4).contains { $0.contains("ReLU") }
      }
    }
  }

  @Test func aScreenTooSmallSaysSoAndRecovers() throws {
    let session = try opened()
    try session.resize(columns: 20, rows: 5)
    try session.wait(for: "a message about the size") { $0.contains("20x5") || $0.contains("small") }
    try session.resize(columns: 80, rows: 24)
    try session.wait(forText: "Why does a systems engineer")
  }

  @Test func aChangedInputIsFollowedByThePageAndTheProse() throws {
    let home = try TemporaryFolder()
    let session = try opened(columns: 100, rows: 50, home: home)
    try go(to: "Where training memory goes", in: session, expecting: "training over inference")
    try tab(to: "Where training memory goes", in: session)
    try session.press("Enter")
    try session.wait(forText: "Esc close")
    try session.press("Tab")
    try session.type("64")
    try session.press("Enter")
    // 252.4 KB of activations are 986 values of 4 B for each of 64 images.
    try session.wait(for: "outputs to follow") { $0.contains("252.4 KB") && $0.contains("2.00 MB") }
    try session.type("zzz")
    try session.press("Escape")
    try session.wait(for: "the calculator to close") { !$0.contains("Esc close") }
    try session.wait(for: "the prose to follow") { $0.contains("At a batch of 64") && $0.contains("4.54×") }
    try session.press("q")
    try session.wait(forText: "ready>")
    #expect(
      try record(home).scenario(book: Self.book)?.inputs["ch05-mnist-training-memory"] == ["batch": "64"])
  }

  @Test func aWrongEntrySaysWhatIsExpectedAndKeepsWhatWasTyped() throws {
    let session = try opened(columns: 100, rows: 50)
    try go(to: "Where training memory goes", in: session, expecting: "training over inference")
    try tab(to: "Where training memory goes", in: session)
    try session.press("Enter", "Tab")
    try session.wait(forText: "▸ 32 ◂")
    try session.type("3 GB")
    try session.press("Enter")
    let screen = try session.wait(forText: "plain number")
    #expect(screen.contains("3 GB"))
    #expect(screen.contains("126.2 KB"), "nothing else changed")
  }

  @Test func anAnswerIsKeptBeforeTheProgramCanDie() throws {
    let home = try TemporaryFolder()
    let session = try opened(columns: 80, rows: 40, home: home)
    try go(to: "sec-rules", in: session, expecting: "From explicit logic")
    try tab(to: "Question", in: session)
    try session.press("Enter")
    try session.wait(forText: "Enter answer")
    try session.press("b", "Enter")
    try session.wait(for: "feedback") { $0.contains("✓") && $0.contains("try again") }
    try session.signal("KILL")
    let attempts = try record(home).attempts(book: Self.book)
    #expect(attempts.count == 1)
  }

  @Test(arguments: [
    ("unset TERM", "TERM"), ("export TERM=no-such-terminal", "no-such-terminal"),
  ])
  func aTerminalThatCanNotBeUsedIsNamed(_ setting: String, words: String) throws {
    let session = try TerminalSession()
    try session.run("(\(setting); NAPKIN_BOOK=$book $napkin 5; echo ended $?)")
    let screen = try session.wait(forText: "ended 3")
    #expect(screen.replacing("\n", with: "").contains(words))
  }
}
