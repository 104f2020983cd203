import Content
import Engine

@testable import Typesetting

/// Short ways to build trees by hand.
let nowhere = SourceRange(SourcePosition(line: 7), SourcePosition(line: 9))

func paragraph(_ content: Inline...) -> Block { .paragraph(Paragraph(content: content, range: nowhere)) }

func paragraph(_ text: String) -> Block { .paragraph(Paragraph(content: [.text(text)], range: nowhere)) }

func heading(_ level: Int, _ title: String, number: String? = nil) -> Block {
  .heading(Heading(level: level, content: [.text(title)], number: number, range: nowhere))
}

func bullets(_ items: [[Block]], ordered start: Int? = nil, isTight: Bool = true) -> Block {
  .list(
    ListBlock(
      isOrdered: start != nil, start: start ?? 1, isTight: isTight,
      items: items.map { ListItem(blocks: $0, range: nowhere) }, range: nowhere))
}

func tasks(_ items: [(Bool, String)]) -> Block {
  .list(
    ListBlock(
      isOrdered: false,
      items: items.map { ListItem(task: $0.0, blocks: [paragraph($0.1)], range: nowhere) }, range: nowhere))
}

func quote(_ blocks: Block...) -> Block { .quote(Quote(blocks: blocks, range: nowhere)) }

func listing(_ language: String?, _ text: String) -> Block {
  .code(CodeBlock(language: language, text: text, range: nowhere))
}

func table(
  _ header: [String], _ rows: [[String]], _ alignments: [Table.Alignment?] = [], number: String? = nil,
  caption: String = ""
) -> Block {
  .table(
    Table(
      alignments: alignments + header.dropFirst(alignments.count).map { _ in nil },
      header: header.map { [.text($0)] }, rows: rows.map { $0.map { [.text($0)] } }, number: number,
      caption: caption.isEmpty ? [] : [.text(caption)], range: nowhere))
}

func division(
  _ kind: Division.Kind, _ title: String = "", number: String? = nil, id: String? = nil, _ blocks: Block...
) -> Block {
  .division(
    Division(
      kind: kind, attributes: Attributes(id: id), title: title.isEmpty ? [] : [.text(title)], number: number,
      blocks: blocks, range: nowhere))
}

func question(_ id: String, _ stem: String, _ body: QuestionBody, explanation: String = "", hint: String = "")
  -> Question
{
  Question(
    id: id, section: nil, objective: nil, stem: [paragraph(stem)], body: body,
    hint: hint.isEmpty ? [] : [paragraph(hint)],
    explanation: explanation.isEmpty ? [] : [paragraph(explanation)], file: "q.md", range: nowhere)
}

func option(_ text: String, _ isCorrect: Bool, _ feedback: String = "") -> QuestionOption {
  QuestionOption(
    content: [paragraph(text)], isCorrect: isCorrect, feedback: feedback.isEmpty ? [] : [paragraph(feedback)])
}

/// A page with a few anchors, sources and footnotes.
func page(_ width: Int, isASCII: Bool = false, isPrinted: Bool = false) -> PageContext {
  let manifest = Manifest(
    id: "test", title: "Test", version: "1", parts: [Part(id: "p", title: "P", chapters: ["05-test"])])
  let chapter = Chapter(
    id: "05-test", number: "5", title: "Neural Computation", file: "chapters/05-test.md",
    sections: [Section(id: "sec-size", level: 2, number: "5.2", title: "Model size", block: 0)],
    footnotes: [
      "a": Footnote(label: "a", number: 1, blocks: [paragraph("The first note, on the size of things.")]),
      "b": Footnote(label: "b", number: 12, blocks: [paragraph("Another.")]),
    ],
    anchors: [
      Anchor(id: "sec-size", label: "Section 5.2", title: "Model size", chapter: "05-test", block: 0),
      Anchor(id: "fig-a", label: "Figure 5.1", title: "A figure", chapter: "05-test", block: 0),
    ])
  let book = Book(
    manifest: manifest, folder: "", chapters: ["05-test": chapter], workbook: Workbook(library: Library()),
    bibliography: [
      "horowitz-2014": BibliographyEntry(
        key: "horowitz-2014", author: "M. Horowitz", year: "2014", title: "Computing's energy problem"),
      "rumelhart-1986": BibliographyEntry(
        key: "rumelhart-1986", author: "D. E. Rumelhart, G. E. Hinton and R. J. Williams", year: "1986",
        title: "Learning representations"),
      "nvidia-h100": BibliographyEntry(
        key: "nvidia-h100", author: "NVIDIA Corporation", year: "2023", title: "H100 datasheet"),
    ])
  return PageContext(width: width, isASCII: isASCII, book: book, chapter: chapter, isPrinted: isPrinted)
}

/// The lines of blocks as they stand on a page, without trailing spaces.
func picture(_ blocks: [Block], in context: PageContext) -> [String] {
  flow(blocks, in: context, depth: 0).lines.map(\.plain)
}
