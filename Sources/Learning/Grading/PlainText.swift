import Content
import Engine

/// The words of blocks without markup, on one line.
struct PlainText {
  /// Gives the numbers of live values; without it they are written as the author's expressions.
  var workbook: Workbook?
  /// Leaves mathematics as its author wrote it, for names that must not change when its writing for people does.
  var keepsTeX = false

  func text(_ blocks: [Block]) -> String {
    blocks.map(text).filter { !$0.isEmpty }.joined(separator: " ")
  }

  func text(_ inlines: [Inline]) -> String { inlines.map(text).joined() }

  private func text(_ block: Block) -> String {
    switch block {
    case .heading(let block): text(block.content)
    case .paragraph(let block): text(block.content)
    case .list(let block): text(block.items.flatMap(\.blocks))
    case .quote(let block): text(block.blocks)
    case .code(let block): block.text
    case .table(let block):
      ([block.header] + block.rows).map { $0.map(text).joined(separator: " ") }.joined(separator: " ")
    case .rule: ""
    case .html(let block): block.text
    case .formula(let block): keepsTeX ? block.tex : PlainMathematics.text(block.tex)
    case .division(let block): text(block.title) + " " + text(block.blocks)
    case .calculator(let block): block.id
    case .figure(let block): block.lines.joined(separator: " ")
    case .plot(let block): block.body
    case .equation(let block): block.id
    case .question(let block): text(block.stem)
    case .moreNumbers(let block): block.calculators.joined(separator: " ")
    case .selfCheck(let block): block.section
    case .problem(let block): block.source
    }
  }

  private func text(_ inline: Inline) -> String {
    switch inline {
    case .text(let string), .code(let string), .html(let string): string
    case .mathematics(let tex): keepsTeX ? tex : PlainMathematics.text(tex)
    case .emphasis(let content), .strong(let content), .strikethrough(let content): text(content)
    case .link(_, _, let content), .image(_, _, let content): text(content)
    case .reference(let reference): reference.id
    case .citation, .footnote: ""
    case .live(let value): workbook?.inline(value.expression, near: value.calculator).text ?? value.expression
    case .blank: "___"
    case .softBreak, .lineBreak: " "
    }
  }
}
