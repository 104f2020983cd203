import Content
import Foundation
import Testing

@testable import TextbookUI

/// Files that change while the book is open, and the way to an editor.
@Suite struct RereadingTests {
  /// A copy of the fixture's book that may be written to.
  private final class Copy {
    let folder = NSTemporaryDirectory() + "napkin-reread-" + UUID().uuidString
    let loader: BookLoader

    init() throws {
      try FileManager.default.copyItem(atPath: FixtureBook.folder, toPath: folder)
      loader = try BookLoader(folder: folder)
    }

    func replace(_ old: String, with new: String, in path: String) throws {
      let full = folder + "/" + path
      let text = try String(contentsOfFile: full, encoding: .utf8)
      try #require(text.contains(old))
      try text.replacingOccurrences(of: old, with: new).write(toFile: full, atomically: true, encoding: .utf8)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }
  }

  private static let chapter = "chapters/01-memory.md"

  private static func reread(_ copy: Copy, _ session: inout Session, _ paths: [String]) throws {
    let (_, book) = try copy.loader.reread(session.state.book, changed: paths)
    _ = session.perform(.reread(paths, CompletedBook(book: book, number: 2), nil))
  }

  @Test func whatWasAddedAboveLeavesTheReaderAtTheSameParagraph() throws {
    let copy = try Copy()
    var session = try FixtureBook.session()
    session.press("]]")
    let top = session.screen.split(separator: "\n")[2]
    let text = try String(contentsOfFile: copy.folder + "/" + Self.chapter, encoding: .utf8)
    let firstHeading = try #require(text.split(separator: "\n").first { $0.hasPrefix("## ") })
    try copy.replace(
      String(firstHeading) + "\n", with: "A new paragraph.\n\nAnd another.\n\n" + firstHeading + "\n",
      in: Self.chapter)
    try Self.reread(copy, &session, [Self.chapter])
    #expect(session.screen.split(separator: "\n")[2] == top)
    #expect(session.state.message?.text == "Read again: \(Self.chapter)")
    #expect(session.state.chapter.blocks.contains { $0.inlineRuns.first?.plainText == "And another." })
  }

  @Test func aBrokenCalculatorIsNamedWithItsPlace() throws {
    let copy = try Copy()
    var session = try FixtureBook.session()
    let text = try String(contentsOfFile: copy.folder + "/" + Self.chapter, encoding: .utf8)
    let cell = "\n```{calc}\n#| id: broken\ninput x = \n```\n"
    try (text + cell).write(toFile: copy.folder + "/" + Self.chapter, atomically: true, encoding: .utf8)
    try Self.reread(copy, &session, [Self.chapter])
    let message = try #require(session.state.message)
    #expect(message.isError)
    #expect(message.text.hasPrefix("\(Self.chapter):"))
    #expect(message.text.contains("broken"))
  }

  @Test func aFileThatIsRemovedIsSaidInTheLastLine() throws {
    let copy = try Copy()
    var session = try FixtureBook.session()
    try FileManager.default.removeItem(atPath: copy.folder + "/" + Self.chapter)
    try Self.reread(copy, &session, [Self.chapter])
    #expect(session.state.message?.isError == true)
    let last = session.screen.split(separator: "\n").last
    #expect(last == " `\(Self.chapter)` can not be read: there is no such file")
  }

  @Test func changedInputsStayChanged() throws {
    let copy = try Copy()
    var session = try FixtureBook.session()
    let calculator = try #require(session.state.book.workbook.calculatorIDs.first)
    let input = try #require(session.state.book.workbook.result(of: calculator)?.inputs.first)
    session.state.book.workbook.step(input.name, of: calculator, by: 1, coarse: false)
    let scenario = session.state.scenario
    try #require(!scenario.isEmpty)
    try Self.reread(copy, &session, [Self.chapter])
    #expect(session.state.scenario == scenario)
  }

  @Test func aManifestThatCanNotBeReadLeavesTheBookAsItWas() throws {
    let copy = try Copy()
    var session = try FixtureBook.session()
    let before = session.state.book.chapters.count
    try "parts: [".write(toFile: copy.folder + "/book.yaml", atomically: true, encoding: .utf8)
    let error = #expect(throws: BookError.self) {
      try copy.loader.reread(session.state.book, changed: ["book.yaml"])
    }
    _ = session.perform(.reread(["book.yaml"], nil, error?.message))
    #expect(session.state.message?.isError == true)
    #expect(session.state.book.chapters.count == before)
  }

  @Test func theEditorOpensAtTheTopOfTheScreenOrAtTheFocus() throws {
    var session = try FixtureBook.session()
    session.press("]]")
    let top = session.state.chapter.blocks[session.state.top.block].range.start.line
    #expect(session.press("e") == [.edit(file: Self.chapter, line: top)])
    session.press("<Tab>")
    let focus = try #require(session.state.focus)
    let line = session.state.chapter.blocks[focus.block].range.start.line
    #expect(session.press("e") == [.edit(file: Self.chapter, line: line)])
  }

  @Test func aWrittenPageHasNoFile() throws {
    var session = try FixtureBook.session()
    session.press(":glossary<Enter>")
    #expect(session.press("e") == [])
    #expect(session.state.message?.text.contains("no file") == true)
  }
}
