import Content
import Engine

@testable import TextbookUI

/// A small book made without files.
enum TestBook {
  static let range = SourceRange(SourcePosition(line: 1), SourcePosition(line: 1))

  static func paragraph(_ content: Inline...) -> Block {
    .paragraph(Paragraph(content: content, range: range))
  }
  static func paragraph(_ text: String) -> Block { paragraph(.text(text)) }

  static func heading(_ level: Int, _ text: String, id: String? = nil, number: String? = nil) -> Block {
    .heading(
      Heading(
        level: level, content: [.text(text)], attributes: Attributes(id: id), number: number, range: range))
  }

  /// A chapter of sections, each with a heading, `paragraphs` of numbered sentences, and what is added to it.
  static func chapter(
    _ id: String, number: String, title: String, sections: Int = 4, paragraphs: Int = 6,
    adding extra: [Int: [Block]] = [:], questions: [Question] = [], footnotes: [String: Footnote] = [:]
  ) -> Chapter {
    var blocks: [Block] = []
    var places: [Section] = []
    var anchors: [Anchor] = []
    for section in 1...sections {
      let name = "sec-\(id)-\(section)"
      let heading = "Section \(section) of \(title)"
      places.append(
        Section(id: name, level: 2, number: "\(number).\(section)", title: heading, block: blocks.count))
      anchors.append(
        Anchor(
          id: name, label: "Section \(number).\(section)", title: heading, chapter: id, block: blocks.count))
      blocks.append(self.heading(2, heading, id: name, number: "\(number).\(section)"))
      for index in 1...max(1, paragraphs) {
        blocks.append(
          paragraph(
            "Paragraph \(index) of section \(section). "
              + Array(repeating: "A layer reads its weights once for each batch.", count: 1 + index % 5)
              .joined(separator: " ")))
      }
      blocks += extra[section] ?? []
    }
    return Chapter(
      id: id, number: number, title: title, file: "chapters/\(id).md", blocks: blocks, sections: places,
      footnotes: footnotes, questions: questions, anchors: anchors)
  }

  static let choice = Question(
    id: "q-relu", section: "sec-01-one-1", objective: nil,
    stem: [paragraph("Why does ReLU cost less hardware than the sigmoid?")],
    body: .choice([
      QuestionOption(
        content: [paragraph("It has fewer parameters.")], isCorrect: false,
        feedback: [paragraph("Neither has any.")]),
      QuestionOption(
        content: [paragraph("It is one comparison.")], isCorrect: true,
        feedback: [paragraph("A comparator is tens of transistors.")]),
    ]), hint: [paragraph("Which operation does each need?")],
    explanation: [paragraph("An exponential unit needs thousands of transistors.")],
    file: "chapters/01-one.md",
    range: range)

  static let fill = Question(
    id: "q-memory", section: "sec-01-one-2", objective: nil,
    stem: [paragraph(.text("Weights wait in "), .blank(0), .text(" or in "), .blank(1), .text("."))],
    body: .fill([["HBM"], ["SRAM"]]), file: "chapters/01-one.md", range: range)

  static let order = Question(
    id: "q-order", section: "sec-01-one-2", objective: nil,
    stem: [paragraph("Put the memories in order, the fastest first.")],
    body: .order([[paragraph("registers")], [paragraph("cache")], [paragraph("HBM")], [paragraph("disk")]]),
    file: "chapters/01-one.md", range: range)

  static let short = Question(
    id: "q-short", section: "sec-01-one-3", objective: nil,
    stem: [paragraph("What limits a batch of one?")],
    body: .short(
      answer: [paragraph("Bandwidth: each weight is read for one product.")],
      rubric: [[paragraph("names bandwidth")], [paragraph("says that weights are read once")]]),
    file: "chapters/01-one.md", range: range)

  static let note = Footnote(label: "n", number: 1, blocks: [paragraph("Measured on one machine.")])

  /// Two chapters; the first has references, a footnote, a checkpoint and questions of four kinds.
  static func book(sections: Int = 4) -> Book {
    let checkpoint = Block.division(
      Division(
        kind: .checkpoint, attributes: Attributes(id: "check-1"),
        blocks: [
          .list(
            ListBlock(
              isOrdered: false,
              items: ["You can name the parts.", "You can count them."].map {
                ListItem(task: false, blocks: [paragraph($0)], range: range)
              }, range: range))
        ], range: range))
    let one = chapter(
      "01-one", number: "1", title: "Introduction", sections: sections,
      adding: [
        1: [
          paragraph(
            .text("More stands in "), .reference(Reference(id: "sec-02-two-2", range: range)),
            .text(" and in "), .reference(Reference(id: "sec-01-one-3", range: range)),
            .text(", with a caveat."), .footnote(label: "n")),
          .question(choice),
        ],
        2: [checkpoint, .question(fill), .question(order)],
        3: [.question(short)],
      ], questions: [choice, fill, order, short], footnotes: ["n": note])
    let two = chapter("02-two", number: "2", title: "Machines", sections: sections)
    return Book(
      manifest: Manifest(
        id: "test", title: "A test", version: "1",
        parts: [Part(id: "all", title: "All", chapters: ["01-one", "02-two"])]),
      folder: "", chapters: ["01-one": one, "02-two": two], workbook: Workbook(library: Library()))
  }

  /// A reader at the beginning of the first chapter.
  static func session(columns: Int = 80, rows: Int = 24, book: Book = TestBook.book()) -> Session {
    Session(
      ReaderState(
        book: book, chapterID: "01-one", size: .init(columns: columns, rows: rows), seed: 1))
  }
}
