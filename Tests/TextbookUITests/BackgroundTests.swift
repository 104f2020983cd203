import Learning
import Terminal
import Testing

@testable import TextbookUI

/// Dark or light as the terminal says, and as it said the last time.
@Suite struct BackgroundTests {
  private let folder: RecordKeepingTests.Folder
  private var path: String { folder.file }

  init() throws { folder = try RecordKeepingTests.Folder() }

  private func read(_ events: [Event]) throws -> RecordingScreen {
    let path = path
    let screen = RecordingScreen(columns: 80, rows: 24, events: events)
    try ScreenTests.reader { () throws(RecordError) in try Record(path: path) }.run(on: screen)
    return screen
  }

  @Test func theAnswerIsFollowedAndRemembered() throws {
    let first = try read([.background(isLight: true), .key(.character("q"))])
    #expect(first.backgroundQuestions == 1)
    #expect(first.theme == "light")
    #expect(first.frames.count >= 2 && Set(first.frames.suffix(2)).count == 1, "it is no key")
    let second = try read([.key(.character("q"))])
    #expect(second.theme == "light", "before any answer")
    let third = try read([.background(isLight: false), .key(.character("q"))])
    #expect(third.theme == "dark")
  }

  @Test func aThemeThatWasChosenStays() throws {
    // After the light one comes that of the terminal.
    let first = try read([.background(isLight: true), .key(.character("T")), .key(.character("q"))])
    #expect(first.theme == "terminal")
    let second = try read([.background(isLight: true), .key(.character("q"))])
    #expect(second.theme == "terminal")
    #expect(second.backgroundQuestions == 0)
  }
}
