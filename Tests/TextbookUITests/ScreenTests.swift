import Content
import Foundation
import Learning
import Terminal
import Testing

@testable import TextbookUI

/// Screens of the fixture book, compared with stored text. `NAPKIN_RECORD=1 swift test --filter ScreenTests` stores them
/// anew; the difference is for a person to read.
@Suite struct ScreenTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  /// A reader's keys, and the name of the screen that they lead to.
  static let walks: [(name: String, keys: String)] = [
    ("first", ""),
    // The first Space takes the welcome away.
    ("next-page", "  "),
    ("end", "G"),
    ("live-number", "/batch of<Enter><Tab>"),
    ("panel-open", "/batch of<Enter><Tab><Enter>"),
    ("panel-stepped", "/batch of<Enter><Tab><Enter><Right><Right>"),
    ("panel-typing", "/batch of<Enter><Tab><Enter>64"),
    ("panel-wrong-entry", "/batch of<Enter><Tab><Enter>9 s<Enter>"),
    ("panel-changed", "/batch of<Enter><Tab><Enter>64<Enter><Esc>"),
    ("derivation", "/the forward pass keeps<Enter><Tab><Tab><Enter>"),
    ("derivation-inline", "/width 128<Enter><Tab><Enter>"),
    ("sweep", "/batch of<Enter><Tab><Enter>ow<Right>"),
    ("sweep-choices", "/batch of<Enter><Tab><Enter>Ow<Tab><Tab>"),
    ("solve-asking", "/batch of<Enter><Tab><Enter>oos5 s<Enter>"),
    ("solve", "/batch of<Enter><Tab><Enter>oos1 MB<Enter>"),
    ("sensitivity", "/batch of<Enter><Tab><Enter>Ot"),
    ("compare", "/batch of<Enter><Tab><Enter><Right>c<Right><Right>c"),
    ("workbench", "Wgpu"),
    ("what-if", "WSmall<Enter>X"),
    ("copy", "/batch of<Enter><Tab><Enter>oy"),
    ("hardware", ":Hardware<Enter>"),
    ("scenarios", "/batch of<Enter><Tab><Enter><Right><Esc>:Scenarios<Enter>"),
    ("question", ":1.2<Enter>/larger batch change<Enter><Tab><Enter>"),
    ("question-answered", ":1.2<Enter>/larger batch change<Enter><Tab><Enter>a<Enter>"),
    ("numeric-typing", "/How many bytes<Enter><Tab><Enter>437 KB"),
    ("search", "/activations<Enter>"),
    ("go-to", ":mach"),
    ("contents", "c<Down>"),
    ("footnote", "<Tab><Tab><Enter>"),
    ("help", "?"),
    ("second-chapter", "}"),
  ]

  static let sizes = [ScreenSize(columns: 80, rows: 24), ScreenSize(columns: 140, rows: 45)]

  @Test(arguments: walks, sizes) func showsTheStoredScreen(
    walk: (name: String, keys: String), size: ScreenSize
  ) throws {
    let reader = try Self.reader()
    let screen = RecordingScreen(
      columns: size.columns, rows: size.rows, events: Key.keys(walk.keys).map(Event.key))
    reader.run(on: screen)
    let shown = screen.frames.last ?? ""
    let file = Self.folder.appending(path: "Screens/\(walk.name)-\(size.columns)x\(size.rows).txt")
    if ProcessInfo.processInfo.environment["NAPKIN_RECORD"] == "1" {
      try shown.write(to: file, atomically: true, encoding: .utf8)
    }
    let stored = try String(contentsOf: file, encoding: .utf8)
    #expect(shown == stored)
  }

  /// A reader of the fixture book with an empty record and fixed draws.
  static func reader(
    _ record: @escaping @Sendable () throws(RecordError) -> Record = { () throws(RecordError) in
      try Record(path: ":memory:")
    }
  ) throws -> Reader {
    let loader = try BookLoader(folder: FixtureBook.folder)
    let options = Reader.Options(seed: 7, readsInBackground: false)
    return try Reader(loader: loader, options: options, record: record)
  }
}
