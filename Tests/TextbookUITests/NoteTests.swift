import Content
import Foundation
import Learning
import Terminal
import Testing

@testable import TextbookUI

/// Notes and highlights, at the session's face and in the record.
@Suite struct NoteTests {
  private func kept(_ effects: [Effect]) -> [Note] {
    effects.compactMap { effect in
      if case .reading(.keepNote(let note)) = effect { note } else { nil }
    }
  }

  @Test func vMarksAParagraphAndTakesTheMarkAway() {
    var session = TestBook.session()
    session.press("v")
    #expect(session.state.place == .selecting)
    let notes = kept(session.press("v"))
    #expect(notes.map(\.block) == [1])
    #expect(notes[0].quote?.hasPrefix("Paragraph 1 of section 1.") == true)
    #expect(notes[0].text.isEmpty)
    #expect(session.screen.contains("▎ Paragraph 1 of section 1"))
    let effects = session.press("vv")
    #expect(effects.contains(.reading(.removeNote(notes[0].id))))
    #expect(!session.screen.contains("▎"))
  }

  /// Quotes are what the page says, and find their paragraph again whatever the numbers are now.
  @Test func aQuoteIsWhatThePageShows() throws {
    var session = try FixtureBook.session(columns: 100, rows: 50)
    let block = try #require(
      session.state.chapter.blocks.firstIndex { block in
        if case .paragraph = block {
          block.inlineRuns.joined().plainText.hasPrefix("With a batch")
        } else {
          false
        }
      })
    session.state.focus = Focus(block: block, target: 0)
    let note = try #require(kept(session.press("vv")).first)
    let quote =
      "With a batch of 32, the forward pass keeps 126 KB of activations beside 437 KB of weights, 563 KB in all."
    #expect(note.quote == quote)
    session.press(":notes<Enter>")
    #expect(session.screen.contains("keeps 126 KB of activations"))
    var book = session.state.book
    try book.workbook.setInput("batch", of: "t01-memory", to: "64")
    var chapter = try #require(book.chapters["01-memory"])
    chapter.blocks.insert(TestBook.paragraph("Another paragraph before all others."), at: 1)
    #expect(chapter.block(of: note, in: book) == block + 1)
    #expect(NotePlaces.located([note], in: session.state.book).map(\.quote) == [quote])
  }

  /// What is no text is called by its number and caption, and a note of several lines is one paragraph.
  @Test func aMarkedTableIsCalledByItsCaption() throws {
    var session = try FixtureBook.session(columns: 100, rows: 50)
    let block = try #require(
      session.state.chapter.blocks.firstIndex { if case .table = $0 { true } else { false } })
    session.state.selection = Selection(anchor: block, end: block)
    var note = try #require(kept(session.press("v")).first)
    note.text = "first line\nsecond line\n\nanother paragraph"
    session.state.notes.set(note, block: block)
    session.press(":notes<Enter>")
    let lines = session.screen.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(lines.contains { $0.contains("▏ Table 1.1 · What grows.") }, "\(session.screen)")
    let first = try #require(lines.firstIndex { $0.contains("first line") })
    #expect(lines[first + 1].contains("second line"))
    #expect(lines[first + 2].trimmed.isEmpty && lines[first + 3].contains("another paragraph"))
    #expect(NotePlaces.located([note], in: session.state.book).first?.quote == "Table 1.1 · What grows.")
  }

  /// What a mark on each is called on the Notes page and in the export: an equation, one without a number, a definition.
  @Test func whatBearsANumberIsCalledByIt() throws {
    var book = TestBook.book()
    let range = TestBook.range
    let blocks: [(block: Block, shown: String)] = [
      (
        .formula(Formula(tex: "a = b + c", id: "eq-sum", number: "1.1", range: range)),
        "Equation 1.1 · a = b + c"
      ),
      (.formula(Formula(tex: "a = b", range: range)), "a = b"),
      (
        .division(
          Division(
            kind: .definition, attributes: Attributes(id: "def-layer"), title: [.text("Layer")],
            number: "1.1",
            blocks: [TestBook.paragraph("Layer is a function of weights."), TestBook.paragraph("No more.")],
            range: range)), "Definition 1.1 · Layer. Layer is a function of weights. No more."
      ),
    ]
    let first = try #require(book.chapters["01-one"]?.blocks.count)
    book.chapters["01-one"]?.blocks += blocks.map(\.block)
    var session = TestBook.session(columns: 100, rows: 50, book: book)
    for (index, block) in blocks.enumerated() {
      session.state.selection = Selection(anchor: first + index, end: first + index)
      let note = try #require(kept(session.press("v")).first)
      #expect(NotePlaces.located([note], in: book)[0].quote == block.shown)
    }
    session.press(":notes<Enter>")
    for block in blocks { #expect(session.screen.contains("▏ " + block.shown), "\(session.screen)") }
  }

  @Test func aMarkWithoutANoteTakesNoEmptyLinesInTheExport() throws {
    let note = Note(chapter: "01-one", block: 1, quote: "A layer.", text: "")
    let text = NotesMarkdown.text([note], book: TestBook.book())
    #expect(text.contains("\n\n> A layer.\n\n*"), "\(text)")
  }

  /// A note from before quotes the text of the file; it is shown as the page shows its paragraph.
  @Test func anOldQuoteIsShownAsThePage() throws {
    let book = try FixtureBook.book()
    let chapter = try #require(book.chapters["01-memory"])
    let block = try #require(
      chapter.blocks.firstIndex { $0.inlineRuns.joined().plainText.hasPrefix("With a batch") })
    let note = Note(
      chapter: chapter.id, block: block, quote: chapter.text(of: block, limit: Note.quoteLimit), text: "x")
    #expect(note.quote?.contains("126 KB") == false)
    #expect(NotePlaces.located([note], in: book)[0].quote?.contains("keeps 126 KB of activations") == true)
  }

  @Test func severalParagraphsAreMarkedAtOnce() {
    var session = TestBook.session()
    #expect(kept(session.press("vjJJv")).map(\.block) == [2, 3, 4])
    #expect(kept(session.press("vJv")).map(\.block) == [1])
  }

  @Test func aNoteIsWrittenInTheEditor() throws {
    var session = TestBook.session()
    session.state.hasEditor = true
    let effects = session.press("vjA")
    guard case .reading(.writeNote(let draft))? = effects.last else {
      Issue.record("no editor is asked for: \(effects)")
      return
    }
    #expect(draft.note.block == 2)
    #expect(draft.paragraph.hasPrefix("Paragraph 2 of section 1."))
    let later = session.perform(.reading(.noteWritten(draft, "Ask about this.\n\nTwice.\n")))
    #expect(kept(later).map(\.text) == ["Ask about this.\n\nTwice."])
    #expect(session.state.notes.notes.count == 1)
    let again = session.perform(.reading(.noteWritten(draft, "")))
    #expect(kept(again).isEmpty, "nothing was written over an empty draft")
  }

  @Test func withoutAnEditorANoteIsALine() {
    var session = TestBook.session()
    session.press("A")
    #expect(session.state.place == .noting)
    let notes = kept(session.press("Mind the batch<Enter>"))
    #expect(notes.map(\.text) == ["Mind the batch"])
    session.press("A")
    #expect(session.state.prompt?.entry.text == "Mind the batch")
  }

  @Test func whatIsTypedForANoteIsKeptWhenTheTerminalEnds() {
    var session = TestBook.session()
    session.press("AUnfinished")
    #expect(kept(session.end()).map(\.text) == ["Unfinished"])
  }

  @Test func aRemovedNoteComesBack() {
    var session = TestBook.session()
    session.press("AKeep me<Enter>")
    session.press("vv")
    #expect(session.state.message?.text.contains("There is a note here") == true)
    #expect(session.press("x").contains { if case .reading(.removeNote) = $0 { true } else { false } })
    #expect(session.state.notes.notes.isEmpty)
    #expect(kept(session.press("u")).map(\.text) == ["Keep me"])
    #expect(session.state.notes.blocks.values.sorted() == [1])
  }

  @Test func aNoteFollowsItsParagraph() throws {
    var session = TestBook.session()
    session.press("vjjAOn three<Enter>")
    var book = TestBook.book()
    book.chapters["01-one"]?.blocks.insert(TestBook.paragraph("A new beginning."), at: 1)
    _ = session.perform(.completed(CompletedBook(book: book, number: 2)))
    #expect(session.state.notes.blocks.values.sorted() == [4])

    // Reworded: most of its words are still there.
    var reworded = TestBook.book()
    reworded.chapters["01-one"]?.blocks[3] = TestBook.paragraph(
      "This is paragraph 3 of section 1. A layer reads all its weights once for each batch.")
    _ = session.perform(.completed(CompletedBook(book: reworded, number: 3)))
    #expect(session.state.notes.blocks.count == 1)

    // Gone with all that is like it: the note stays, without a place.
    var other = TestBook.book()
    other.chapters["01-one"]?.blocks = [TestBook.paragraph("Something else entirely.")]
    other.chapters["01-one"]?.sections = []
    _ = session.perform(.completed(CompletedBook(book: other, number: 4)))
    #expect(session.state.notes.blocks.isEmpty)
    #expect(session.state.notes.notes.map(\.text) == ["On three"])
    session.press(":notes<Enter>")
    #expect(session.screen.contains("rewritten or removed"))
    #expect(session.screen.contains("On three"))
  }

  @Test func theNotesPageLeadsToTheParagraphs() {
    var session = TestBook.session()
    session.press("2gAOn two<Enter>}")
    session.press(":notes<Enter>")
    #expect(session.state.chapterID == "napkin:notes")
    #expect(session.screen.contains("On two"))
    session.press("<Tab><Enter>")
    #expect(session.state.chapterID == "01-one")
    #expect(session.screen.contains("Paragraph 1 of section 2"))
  }

  @Test func aWideScreenShowsNotesInTheMargin() {
    var session = TestBook.session(columns: 118, rows: 24)
    #expect(!session.screen.contains("Mind"))
    session.press("<<<<<<AMind the batch<Enter>")
    let row = session.screen.split(separator: "\n").first { $0.contains("Mind the batch") }
    #expect(row?.contains("Paragraph 1 of section 1") == true)
  }

  @Test func notesAreLocatedInTheBookAsItIs() throws {
    let book = TestBook.book()
    let quote = try #require(book.chapters["01-one"]?.text(of: 8, limit: 200))
    let notes = [
      Note(id: "moved", chapter: "01-one", block: 3, quote: quote, text: "first"),
      Note(id: "gone", chapter: "02-two", section: "sec-02-two-1", block: 1, quote: "gone", text: "later"),
      Note(id: "section", chapter: "01-one", section: "sec-01-one-2", text: "all of it"),
    ]
    let located = NotePlaces.located(notes, in: book)
    let second = book.chapters["01-one"]?.sections[1].block
    #expect(located.map(\.block) == [8, 1, second])
    #expect(located.map(\.section) == ["sec-01-one-1", "sec-02-two-1", "sec-01-one-2"])
  }

  @Test func notesMarksAndTheLookAreThereAgain() throws {
    let folder = try RecordKeepingTests.Folder()
    let path = folder.file
    func read(_ keys: String) throws -> RecordingScreen {
      let screen = RecordingScreen(columns: 80, rows: 24, events: Key.keys(keys).map(Event.key))
      try ScreenTests.reader { () throws(RecordError) in try Record(path: path) }.run(on: screen)
      return screen
    }
    _ = try read("]vvMa<<<T}q")
    let record = try Record(path: path)
    #expect(try record.notes(book: "interface-test").count == 1)
    let settings: ReadingSettings? = try record.preference("reading", book: "interface-test")
    #expect(settings?.theme == "light")
    #expect(settings?.textWidth == 64)
    let again = try read("'a")
    #expect(again.theme == "light")
    #expect(again.frames.last?.contains("1.1 Where memory goes") == true)
    #expect(again.frames.last?.contains("▎") == true)
    let back = try read("H")
    #expect(back.frames.last?.contains(" 2 Machines") == true)
  }
}
