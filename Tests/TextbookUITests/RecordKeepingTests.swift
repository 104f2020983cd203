import Content
import Dispatch
import Engine
import Foundation
import Learning
import Terminal
import Testing

@testable import TextbookUI

/// What a reader does is in the record, and there again the next time.
@Suite struct RecordKeepingTests {
  /// A folder that ends with the test.
  final class Folder {
    let path = NSTemporaryDirectory() + "napkin-\(UUID().uuidString)"
    init() throws {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
    deinit { try? FileManager.default.removeItem(atPath: path) }
    var file: String { path + "/record.sqlite" }
  }

  func read(_ keys: String, _ folder: Folder, then more: [Event] = []) throws -> RecordingScreen {
    let screen = RecordingScreen(columns: 80, rows: 24, events: Key.keys(keys).map(Event.key) + more)
    let path = folder.file
    try ScreenTests.reader { () throws(RecordError) in try Record(path: path) }.run(on: screen)
    return screen
  }

  @Test func thePlaceIsThereAgain() throws {
    let folder = try Folder()
    let before = try read(":1.2<Enter>jjjq", folder)
    let after = try read("q", folder)
    #expect(after.frames.first == before.frames.last { _ in true })
  }

  @Test func theEndOfTheTerminalKeepsThePlaceToo() throws {
    let folder = try Folder()
    let before = try read(":1.2<Enter>j", folder)
    #expect(try read("", folder).frames.first == before.frames.last)
  }

  @Test func theOtherChapterIsThereAgain() throws {
    let folder = try Folder()
    _ = try read("}q", folder)
    #expect(try read("q", folder).frames.first?.hasPrefix(" 2 Machines") == true)
  }

  /// Keys to a page of the program and the end there, keys at the next start, and what stands at the top then.
  @Test(arguments: [
    // The page stands where it was opened, which is not a second time a place to go back to.
    (":1.2<Enter>}:hardware<Enter>q", "", " 2 Machines"), (":1.2<Enter>}:hardware<Enter>q", "<BS>", "§1.2 "),
    // Gone back to the page: still where it was opened, not where the reader came back from.
    (":1.2<Enter>:hardware<Enter>}<BS>q", "", "§1.2 "),
  ])
  func afterAPageOfTheProgram(keys: String, more: String, top: String) throws {
    let folder = try Folder()
    _ = try read(keys, folder)
    let screen = try read(more, folder)
    #expect(
      screen.frames.last?.split(separator: "\n").first?.contains(top) == true,
      "\(screen.frames.last?.prefix(80) ?? "")")
  }

  @Test func aPlaceThatIsNamedAtTheStartHasNothingBeforeIt() throws {
    let folder = try Folder()
    let path = folder.file
    let screen = RecordingScreen(columns: 80, rows: 24, events: [.key(.backspace)])
    var options = Reader.Options(seed: 7, readsInBackground: false)
    options.chapter = "01-memory"
    options.place = NamedPlace(
      name: "1.2", chapter: "01-memory", anchor: "sec-machine", block: 0, isWhole: false)
    let loader = try BookLoader(folder: FixtureBook.folder)
    try Reader(loader: loader, options: options) { () throws(RecordError) in try Record(path: path) }
      .run(on: screen)
    #expect(screen.frames.first?.contains("§1.2 ") == true)
    #expect(screen.frames.last?.contains("There is nowhere to go back to.") == true)
  }

  @Test func anAnswerIsKeptBeforeTheNextKey() throws {
    let folder = try Folder()
    _ = try read("/larger batch change<Enter><Tab><Enter>a<Enter>", folder)
    let attempts = try Record(path: folder.file).attempts(book: "interface-test")
    #expect(attempts.map(\.question) == ["q-t01-part"])
    #expect(attempts.first?.optionOrder.count == 3)
  }

  @Test func changedInputsAreThereAgain() throws {
    let folder = try Folder()
    _ = try read("/batch of<Enter><Tab><Enter>64<Enter>q", folder)
    let scenario = try Record(path: folder.file).scenario(book: "interface-test")
    #expect(scenario?.inputs["t01-memory"]?["batch"] == "64")
    let screen = try read("/batch of<Enter>", folder)
    #expect(screen.frames.last?.contains("With a batch of 64") == true)
    _ = try read("aq", folder)
    #expect(try Record(path: folder.file).scenario(book: "interface-test")?.isEmpty == true)
  }

  @Test func ticksAreThereAgain() throws {
    let folder = try Folder()
    _ = try read("/before you go<Enter><Tab><Enter>q", folder)
    let screen = try read("/before you go<Enter>", folder)
    #expect(screen.frames.last?.contains("☑ You can name what training keeps.") == true)
  }

  @Test func aLockedRecordDoesNotHoldTheFirstPage() throws {
    let folder = try Folder()
    _ = try read("}jjjMaq", folder)
    let path = folder.file
    let gate = DispatchSemaphore(value: 0)
    let keeper = RecordKeeper(book: "interface-test", chapter: nil) { () throws(RecordError) in
      gate.wait()
      return try Record(path: path)
    }
    keeper.begin()
    #expect(keeper.memory(patience: 0.01) == nil)
    gate.signal()
    let memory = try #require(keeper.memory(patience: .infinity))
    // The book has opened at its beginning meanwhile; the place follows, and the marks.
    var session = try FixtureBook.session()
    _ = session.perform(.reading(.recalled(Recollection(memory: memory, number: 1))))
    #expect(session.state.chapterID == "02-machines")
    #expect(session.state.marks["a"]?.chapter == "02-machines")
    // A reader who has moved stays.
    var moved = try FixtureBook.session()
    moved.press("]")
    let place = moved.state.top
    _ = moved.perform(.reading(.recalled(Recollection(memory: memory, number: 2))))
    #expect(moved.state.top == place)
    #expect(moved.state.marks["a"] != nil)
  }

  @Test func aRecordThatCanNotBeOpenedIsReportedAndReadingGoesOn() throws {
    let folder = try Folder()
    try Data("no database at all, but long enough to be read as one".utf8).write(
      to: URL(filePath: folder.file))
    let screen = try read("", folder)
    #expect(screen.frames.first?.contains("┌─ Problem ─") == true)
    #expect(screen.frames.first?.contains("SQLite database") == true)
    // A quiz says so before its first answer is lost.
    let asking = RecordingScreen(columns: 80, rows: 24, events: [])
    var options = Reader.Options(seed: 7, readsInBackground: false)
    options.quiz = QuizRequest(chapter: "01-memory", continues: false)
    let (path, loader) = (folder.file, try BookLoader(folder: FixtureBook.folder))
    try Reader(loader: loader, options: options) { () throws(RecordError) in try Record(path: path) }
      .run(on: asking)
    #expect(asking.frames.last?.contains("SQLite database") == true)
    let moved = try read("]", folder)
    #expect(moved.frames.last?.contains("1.1 Where memory goes") == true)
  }
}
