import Engine
import Testing

@testable import Content

/// A chapter from its text, as if it stood in `chapters/05-test.md`.
func chapter(_ markdown: String, pool: String = "") -> Chapter {
  let file = "chapters/05-test.md"
  let questions = FileReader.read(
    LinePass.scan(SourceText(pool), file: "questions/05-test.md"), units: .standard)
  let scan = LinePass.scan(SourceText(markdown), file: file)
  return ChapterReader.chapter(
    id: "05-test", file: file, scan: scan, contents: FileReader.read(scan, units: .standard), pool: questions,
    poolFile: "questions/05-test.md")
}

/// The tree in short, then the findings, one a line.
func outline(_ markdown: String) -> String {
  let chapter = chapter(markdown)
  let footnotes = chapter.footnotes.values.sorted { $0.number < $1.number }.flatMap { note in
    ["footnote \(note.number) \(note.label)"] + note.blocks.map { "  " + $0.outline }
  }
  return (chapter.blocks.map(\.outline) + footnotes + report(chapter.findings)).joined(separator: "\n")
}

/// Findings as lines: place, severity, message, advice.
func report(_ findings: [Finding], withFile: Bool = false) -> [String] {
  findings.map { finding in
    "! \(withFile ? finding.file + ":" : "")\(finding.position.outline) \(finding.severity): \(finding.message)"
      + (finding.advice.map { " > \($0)" } ?? "")
  }
}

/// A text with the tree that it becomes.
struct OutlineCase: Sendable, CustomTestStringConvertible {
  var name: String
  var markdown: String
  var expected: String
  var testDescription: String { name }

  init(_ name: String, _ markdown: String, _ expected: String) {
    self.name = name
    self.markdown = markdown
    self.expected = expected
  }
}
