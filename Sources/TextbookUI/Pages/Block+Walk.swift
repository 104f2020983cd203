import Content

extension Block {
  /// Visits the block, all blocks in it and all their inlines, in reading order. Feedback, hints and explanations of
  /// questions are among them.
  func walk(blocks: (Block) -> Void = { _ in }, inlines: (Inline) -> Void = { _ in }) {
    blocks(self)
    func visit(_ content: [Inline]) { content.forEach { $0.walk(inlines) } }
    func descend(_ children: [Block]) { children.forEach { $0.walk(blocks: blocks, inlines: inlines) } }
    switch self {
    case .heading(let heading): visit(heading.content)
    case .paragraph(let paragraph): visit(paragraph.content)
    case .list(let list): list.items.forEach { descend($0.blocks) }
    case .quote(let quote): descend(quote.blocks)
    case .table(let table):
      table.header.forEach(visit)
      table.rows.forEach { $0.forEach(visit) }
      visit(table.caption)
    case .division(let division):
      visit(division.title)
      descend(division.blocks)
    case .figure(let figure): visit(figure.caption)
    case .plot(let plot): visit(plot.caption)
    case .question(let question): question.walk(descend, visit)
    case .selfCheck(let check): check.questions.forEach { $0.walk(descend, visit) }
    case .code, .rule, .html, .formula, .calculator, .equation, .moreNumbers, .problem: break
    }
  }
}

extension Question {
  fileprivate func walk(_ descend: ([Block]) -> Void, _ visit: ([Inline]) -> Void) {
    descend(stem)
    switch body {
    case .choice(let options), .multiple(let options):
      for option in options {
        descend(option.content)
        descend(option.feedback)
      }
    case .trueFalse(_, let feedback): descend(feedback)
    case .numeric, .fill: break
    case .order(let items): items.forEach(descend)
    case .match(let pairs):
      for pair in pairs {
        visit(pair.left)
        visit(pair.right)
      }
    case .short(let answer, let rubric):
      descend(answer)
      rubric.forEach(descend)
    }
    descend(hint)
    descend(explanation)
  }
}

extension Inline {
  /// Visits this piece and those in it.
  func walk(_ visit: (Inline) -> Void) {
    visit(self)
    switch self {
    case .emphasis(let content), .strong(let content), .strikethrough(let content),
      .link(_, _, let content), .image(_, _, let content):
      content.forEach { $0.walk(visit) }
    default: break
    }
  }

  /// Its own text, without that of the pieces in it.
  var ownText: String {
    switch self {
    case .text(let text), .code(let text), .mathematics(let text): text
    case .softBreak, .lineBreak: " "
    default: ""
    }
  }
}
