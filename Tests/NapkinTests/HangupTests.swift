import Foundation
import Learning
import Testing

/// The terminal goes away, or the system asks the program to end: what was given and written is there afterwards.
@Suite(.serialized) struct HangupTests {
  private static let book = "mlsys"

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

  /// A reader of chapter 5 in a terminal of its own.
  private struct Reading {
    let home: TemporaryFolder
    let session: TerminalSession
    let program: pid_t
  }

  /// - Parameter editor: what the reader's editor does, as commands of a shell; nil for a reader without one. A file `open`
  ///   says then that it is open.
  private func reading(editor commands: ((TemporaryFolder) -> String)? = nil, rows: Int = 24) throws
    -> Reading
  {
    let home = try TemporaryFolder()
    var setting = ""
    if let commands {
      let path = try home.write("#!/bin/sh\n\(commands(home))\n", to: "editor")
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
      setting = "EDITOR='\(path)'"
    }
    let session = try TerminalSession(rows: rows, home: home)
    try session.run("\(setting) NAPKIN_BOOK=$book $napkin read 5")
    try session.wait(forText: "Why does a systems engineer")
    return Reading(home: home, session: session, program: try session.program())
  }

  /// A reader whose editor writes a note, says that it is open, and stays until it is let go; the note is being written.
  private func readingWithOpenNote() throws -> Reading {
    let reading = try reading { home in
      """
      for file; do :; done
      printf 'Before the hangup.\\n' | cat - "$file" > '\(home.path)/new'
      cat '\(home.path)/new' > "$file"
      touch '\(home.path)/open'
      while [ ! -e '\(home.path)/go' ]; do sleep 0.05; done
      """
    }
    try reading.session.press("A")
    try waitForEditor(of: reading)
    return reading
  }

  private func waitForEditor(of reading: Reading) throws {
    try wait(for: "the editor") { FileManager.default.fileExists(atPath: reading.home.path + "/open") }
  }

  private func letEditorGo(of reading: Reading) throws { try reading.home.write("", to: "go") }

  /// Waits until the program has ended.
  ///
  /// - Returns: what it kept.
  private func recordAfterEnd(of reading: Reading) throws -> Record {
    try wait(for: "the end") { kill(reading.program, 0) != 0 }
    return try Record(path: reading.home.path + "/data/napkin/record.sqlite")
  }

  @Test(arguments: ["HUP", "TERM"])
  func aNoteInTheEditorIsKeptWhenTheProgramIsAskedToEnd(signal: String) throws {
    let reading = try readingWithOpenNote()
    try reading.session.signal(signal)
    try letEditorGo(of: reading)
    #expect(try recordAfterEnd(of: reading).notes(book: Self.book).map(\.text) == ["Before the hangup."])
    try reading.session.run("echo usable")
    try reading.session.wait(forText: "\nusable")
  }

  @Test func aNoteInTheEditorIsKeptWhenTheTerminalIsClosed() throws {
    let reading = try readingWithOpenNote()
    try reading.session.close()
    try letEditorGo(of: reading)
    #expect(try recordAfterEnd(of: reading).notes(book: Self.book).map(\.text) == ["Before the hangup."])
  }

  @Test func aNoteOnTheLastLineIsKeptWhenTheTerminalIsClosed() throws {
    let reading = try reading()
    try reading.session.press("A")
    try reading.session.wait(forText: "Note:")
    try reading.session.type("Half a thought")
    try reading.session.wait(forText: "Half a thought")
    try reading.session.close()
    #expect(try recordAfterEnd(of: reading).notes(book: Self.book).map(\.text) == ["Half a thought"])
  }

  @Test func theFileOfThePageIsTheEditorsWhenTheTerminalIsClosed() throws {
    let reading = try reading { "touch '\($0.path)/open'\nsleep 60" }
    try reading.session.press("d", "e")
    try waitForEditor(of: reading)
    try reading.session.close()
    let place = try recordAfterEnd(of: reading).place(book: Self.book)
    #expect(place?.chapter == "05-neural-computation")
    #expect(place.map { $0.block > 0 } == true, "the place is where e was pressed")
  }

  @Test func anAnswerIsKeptWhenTheTerminalIsClosed() throws {
    let reading = try reading(rows: 40)
    let session = reading.session
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
    #expect(try recordAfterEnd(of: reading).attempts(book: Self.book).count == 1)
  }

  /// A quiz with a number to type, before anything is typed.
  private func openedQuiz() throws -> TerminalSession {
    let session = try TerminalSession(rows: 30)
    try session.run("stty -a > $HOME/before; echo kept")
    try session.wait(forText: "kept")
    try session.run(
      "NAPKIN_BOOK=$book $napkin quiz 5 --kind numeric --seed 3; echo ended $?; stty -a > $HOME/after")
    try session.wait(forText: "Enter answer")
    return session
  }

  @Test(arguments: ["TERM", "QUIT", "USR1", "USR2"])
  func aTypedAnswerIsKeptAndTheTerminalIsGivenBack(signal: String) throws {
    let session = try openedQuiz()
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
    let session = try openedQuiz()
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
