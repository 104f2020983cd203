import Foundation
import Learning
import Testing

/// The terminal goes away, or the system asks the program to end: what was given and written is there afterwards.
@Suite(.serialized) struct HangupTests {
  private static let book = "mlsys"

  private func record(_ home: TemporaryFolder) throws -> Record {
    try Record(path: home.path + "/data/napkin/record.sqlite")
  }

  /// Polls until something holds; fails when that takes longer than half a minute.
  private func wait(for wish: String, until holds: () throws -> Bool) throws {
    let limit = Date().addingTimeInterval(30)
    while try !holds() {
      guard Date() < limit else {
        Issue.record("waited in vain for \(wish)")
        return
      }
      usleep(20_000)
    }
  }

  private func exists(_ name: String, in home: TemporaryFolder) -> Bool {
    FileManager.default.fileExists(atPath: home.path + "/" + name)
  }

  /// An editor that writes, says that it is open, and stays until `go` is there.
  private func editor(in home: TemporaryFolder) throws -> String {
    let path = try home.write(
      """
      #!/bin/sh
      for file; do :; done
      printf 'Before the hangup.\\n' | cat - "$file" > '\(home.path)/new'
      cat '\(home.path)/new' > "$file"
      touch '\(home.path)/open'
      while [ ! -e '\(home.path)/go' ]; do sleep 0.05; done
      """, to: "editor")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    return path
  }

  private func opened(
    _ home: TemporaryFolder, editor: String? = nil, rows: Int = 24
  ) throws -> (TerminalSession, program: pid_t) {
    let session = try TerminalSession(rows: rows, home: home)
    let setting = editor.map { "EDITOR='\($0)'" } ?? ""
    try session.run("\(setting) NAPKIN_BOOK=$book $napkin read 5")
    try session.wait(forText: "Why does a systems engineer")
    return (session, try session.program())
  }

  @Test(arguments: ["HUP", "TERM"])
  func aNoteInTheEditorIsKeptWhenTheProgramIsAskedToEnd(signal: String) throws {
    let home = try TemporaryFolder()
    let (session, program) = try opened(home, editor: try editor(in: home))
    try session.press("A")
    try wait(for: "the editor") { exists("open", in: home) }
    try session.signal(signal)
    try home.write("", to: "go")
    try wait(for: "the end") { kill(program, 0) != 0 }
    let notes = try record(home).notes(book: Self.book)
    #expect(notes.map(\.text) == ["Before the hangup."])
    try session.run("echo usable")
    try session.wait(forText: "\nusable")
  }

  @Test func aNoteInTheEditorIsKeptWhenTheTerminalIsClosed() throws {
    let home = try TemporaryFolder()
    let (session, program) = try opened(home, editor: try editor(in: home))
    try session.press("A")
    try wait(for: "the editor") { exists("open", in: home) }
    try session.close()
    try home.write("", to: "go")
    try wait(for: "the end") { kill(program, 0) != 0 }
    #expect(try record(home).notes(book: Self.book).map(\.text) == ["Before the hangup."])
  }

  @Test func aNoteOnTheLastLineIsKeptWhenTheTerminalIsClosed() throws {
    let home = try TemporaryFolder()
    let (session, program) = try opened(home)
    try session.press("A")
    try session.wait(forText: "Note:")
    try session.type("Half a thought")
    try session.wait(forText: "Half a thought")
    try session.close()
    try wait(for: "the end") { kill(program, 0) != 0 }
    #expect(try record(home).notes(book: Self.book).map(\.text) == ["Half a thought"])
  }

  @Test func theFileOfThePageIsTheEditorsWhenTheTerminalIsClosed() throws {
    let home = try TemporaryFolder()
    let path = try home.write("#!/bin/sh\ntouch '\(home.path)/open'\nsleep 60\n", to: "editor")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    let (session, program) = try opened(home, editor: path)
    try session.press("d", "e")
    try wait(for: "the editor") { exists("open", in: home) }
    try session.close()
    try wait(for: "the end") { kill(program, 0) != 0 }
    let place = try record(home).place(book: Self.book)
    #expect(place?.chapter == "05-neural-computation")
    #expect(place.map { $0.block > 0 } == true, "the place is where e was pressed")
  }

  @Test func anAnswerIsKeptWhenTheTerminalIsClosed() throws {
    let home = try TemporaryFolder()
    let (session, program) = try opened(home, rows: 40)
    try session.press(":")
    try session.wait(forText: "Go to:")
    try session.type("sec-rules")
    try session.wait(forText: "Go to: sec-rules")
    try session.press("Enter")
    try session.wait(forText: "From explicit logic")
    for _ in 0..<200 where try !session.screen().contains("Enter answer it") {
      let before = (try session.screen(), try session.cursor())
      try session.press("Tab")
      try session.wait(for: "the focus to move") { $0 != before.0 || (try? session.cursor()) != before.1 }
    }
    try session.press("Enter")
    try session.wait(forText: "how sure")
    try session.press("b", "Enter")
    try session.wait(for: "feedback") { $0.contains("try again") }
    try session.close()
    try wait(for: "the end") { kill(program, 0) != 0 }
    #expect(try record(home).attempts(book: Self.book).count == 1)
  }

  /// A quiz with a number to type, before anything is typed.
  private func openedQuiz(_ home: TemporaryFolder) throws -> TerminalSession {
    let session = try TerminalSession(rows: 30, home: home)
    try session.run("stty -a > $HOME/before; echo kept")
    try session.wait(forText: "kept")
    try session.run(
      "NAPKIN_BOOK=$book $napkin quiz 5 --kind numeric --seed 3; echo ended $?; stty -a > $HOME/after")
    try session.wait(forText: "Enter answer")
    return session
  }

  @Test(arguments: ["TERM", "QUIT", "USR1", "USR2"])
  func aTypedAnswerIsKeptAndTheTerminalIsGivenBack(signal: String) throws {
    let home = try TemporaryFolder()
    let session = try openedQuiz(home)
    try session.type("12.5")
    try session.wait(forText: "12.5")
    try session.signal("PIPE")
    try session.type("75")
    try session.wait(forText: "12.575")
    try session.signal(signal)
    let screen = try session.wait(forText: "ended 0")
    #expect(screen.contains("kept") && !screen.contains("12.575"))
    try session.run("cmp $HOME/before $HOME/after; echo compared $?")
    try session.wait(forText: "compared 0")
    try session.run("clear; NAPKIN_BOOK=$book $napkin quiz 5")
    try session.wait(forText: "12.575")
  }

  @Test func whatIsPastedIsTextAndNoKeys() throws {
    let session = try openedQuiz(try TemporaryFolder())
    try session.paste("12\n34\n")
    try session.wait(forText: "12 34")
    try session.press("C-u")
    try session.press("C-z")
    try session.wait(forText: "ready>")
    try session.paste("echo no marks")
    try session.press("Enter")
    try session.wait(forText: "\nno marks")
    try session.run("fg")
    try session.wait(forText: "Enter answer")
    try session.paste("56\n")
    try session.wait(forText: "56")
    try session.press("Escape")
    try session.wait(for: "the field to be left") { !$0.contains("Enter answer  ") }
    try session.press("?")
    try session.wait(forText: "A question with an answer to type")
    try session.paste("qqq")
    try session.wait(forText: "What was pasted is dropped")
  }

  /// A key and what a terminal sends at once after it that is no key: a report of the focus, a key that nobody knows, a
  /// byte of another encoding. What the key did is on the screen without a further key.
  @Test func aKeyIsDrawnThoughBytesThatAreNoKeyFollow() throws {
    let session = try TerminalSession()
    try session.run("NAPKIN_BOOK=$book $napkin 5")
    var before = try session.wait(forText: "Why does a systems engineer")
    for bytes in [Array("\u{1B}[I".utf8), Array("\u{1B}[33~".utf8), [0xE9]] {
      try session.send(bytes: Array("j".utf8) + bytes)
      before = try session.wait(for: "a line further after \(bytes)") { $0 != before }
    }
  }

  @Test func theTerminalsAnswerIsNeverReadAsKeys() throws {
    let session = try TerminalSession()
    try session.run("TERM=xterm-256color NAPKIN_BOOK=$book $napkin 5")
    let before = try session.wait(forText: "Why does a systems engineer")
    let dark = try session.styledScreen()
    try session.send(bytes: Array("\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\".utf8))
    try session.wait(for: "the light theme") { _ in (try? session.styledScreen().contains("48;5;254")) == true
    }
    #expect(dark.contains("48;5;236"))
    #expect(try session.screen() == before)
    try session.send(bytes: Array("\u{1B}]11;rgb:0000/0000/0000\u{7}".utf8))
    try session.wait(for: "the dark theme") { _ in (try? session.styledScreen() == dark) == true }
    #expect(try session.screen() == before)
    try session.press("j")
    try session.wait(for: "the next line") { $0 != before }
  }
}
