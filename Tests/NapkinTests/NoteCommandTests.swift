import Foundation
import Learning
import Testing

/// `napkin notes`, `napkin keys`, and the note that an editor writes.
@Suite(.serialized) struct NoteCommandTests {
  @Test func notesAreExportedAsMarkdown() throws {
    let home = try TemporaryFolder()
    let record = try Record(path: home.path + "/napkin/record.sqlite")
    try record.save(
      Note(id: "1", chapter: "05-neural-computation", block: 3, quote: "No such paragraph.", text: "Mine."),
      book: "mlsys")
    let result = try Program.run(["notes"], environment: ["XDG_DATA_HOME": home.path])
    #expect(result.status == 0)
    let lines = result.output.split(separator: "\n").map(String.init)
    #expect(lines.first?.hasPrefix("# Notes: ") == true)
    #expect(lines.contains("## 5 Neural Computation"))
    #expect(lines.contains("> No such paragraph."))
    #expect(lines.contains("Mine."))
    let json = try Program.run(["notes", "--json"], environment: ["XDG_DATA_HOME": home.path])
    #expect(json.output.contains("\"text\" : \"Mine.\""))
  }

  @Test func withoutNotesItSaysHowToWriteOne() throws {
    let result = try Program.run(["notes"])
    #expect(result.status == 0)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("A writes one"))
  }

  @Test func keysArePrintedAndTheFilesMistakesNamed() throws {
    let standard = try Program.run(["keys"])
    #expect(standard.status == 0)
    #expect(standard.output.contains("scroll-down:"))
    let home = try TemporaryFolder()
    let file = try home.write("page:\n  hlp: F1\n  contents: o\n", to: "napkin/keys.yaml")
    let result = try Program.run(["keys"], environment: ["XDG_CONFIG_HOME": home.path])
    #expect(result.status == 1)
    #expect(result.errors.contains("\(file):2: nothing in 'page' is called 'hlp'; did you mean 'help'?"))
    #expect(result.output.contains("contents:               o "))
  }

  @Test func aFileOfKeysThatIsNoneIsNamed() throws {
    let home = try TemporaryFolder()
    try home.write("", to: "napkin/keys.yaml/x")
    let folder = try Program.run(["keys"], environment: ["XDG_CONFIG_HOME": home.path])
    #expect(folder.status == 1 && folder.errors.contains("napkin/keys.yaml: the file can not be read"))
  }

  @Test func aThemeThatThereIsNotIsRefused() throws {
    let result = try Program.run(["read", "--theme", "pink"])
    #expect(result.status == 2)
    #expect(result.errors.contains("expected dark, light, terminal, contrast, mono, found pink"))
  }

  @Test func aNoteIsWrittenInTheEditorAndKept() throws {
    let home = try TemporaryFolder()
    let editor = try home.write(
      "#!/bin/sh\nprintf 'From the editor' | cat - \"$1\" > \"$1.new\"\nmv \"$1.new\" \"$1\"\n", to: "editor")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: editor)
    let session = try TerminalSession(home: home)
    try session.run("EDITOR='\(editor)' NAPKIN_BOOK=$book $napkin read 5")
    try session.wait(forText: "Why does a systems engineer")
    try session.press("A")
    try session.wait(forText: "The note is kept")
    try session.press("q")
    try session.wait(forText: "ready>")
    let notes = try Record(path: home.path + "/data/napkin/record.sqlite").notes(book: "mlsys")
    #expect(notes.map(\.text) == ["From the editor"])
  }
}
