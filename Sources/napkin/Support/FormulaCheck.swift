import Content
import Typesetting

/// What is wrong in the formulas of a book: commands that are not known, braces that do not match.
struct FormulaCheck {
  private(set) var findings: [Finding] = []

  init(_ book: Book) {
    for id in book.manifest.chapterIDs {
      guard let chapter = book.chapters[id] else { continue }
      for block in chapter.blocks { check(block, of: book, file: chapter.file) }
      for note in chapter.footnotes.values.sorted(by: { $0.number < $1.number }) {
        for block in note.blocks { check(block, of: book, file: chapter.file) }
      }
      for question in chapter.questions {
        for block in question.blocks { check(block, of: book, file: question.file) }
        check(Block.question(question).inlineRuns, at: question.range.start, file: question.file)
      }
    }
    for term in book.glossary {
      for block in term.definition { check(block, of: book, file: "glossary.md") }
    }
  }

  private mutating func check(_ block: Block, of book: Book, file: String) {
    switch block {
    // Questions are checked in the file that they are written in.
    case .question, .selfCheck: return
    case .formula(let formula): check(formula.tex, at: formula.range.start, file: file)
    case .equation(let equation):
      if let tex = book.workbook.library.equations[equation.id]?.tex {
        check(tex, at: equation.range.start, file: file)
      }
    default: break
    }
    check(block.inlineRuns, at: block.range.start, file: file)
    for child in block.children { check(child, of: book, file: file) }
  }

  private mutating func check(_ runs: [[Inline]], at position: SourcePosition, file: String) {
    for inline in runs.joined() {
      inline.walk { if case .mathematics(let tex) = $0 { check(tex, at: position, file: file) } }
    }
  }

  private mutating func check(_ tex: String, at position: SourcePosition, file: String) {
    for problem in Mathematics(tex: tex).problems {
      let shown = tex.count > 60 ? tex.prefix(57) + "…" : tex[...]
      findings.append(
        Finding(
          .warning, file: file, at: position, "in the formula `\(shown)`: \(problem.message)",
          advice: "the page shows its name in its place; write it with other commands, or as \\text{…}"))
    }
  }
}
