extension Block {
  /// The tree in short, one line a block: for tests and for people who debug.
  var outline: String { outline(indent: "") }

  private func outline(indent: String) -> String {
    let below = children.map { "\n" + $0.outline(indent: indent + "  ") }.joined()
    return indent + head(indent: indent) + (isInlineOutline ? "" : below)
  }

  /// Whether the head tells of the children already.
  private var isInlineOutline: Bool {
    switch self {
    case .list, .question: true
    default: false
    }
  }

  private func head(indent: String) -> String {
    switch self {
    case .heading(let block):
      "heading \(block.level)\(Self.note(block.number))\(block.attributes.outline): \(block.content.outline)"
    case .paragraph(let block): "paragraph: \(block.content.outline)"
    case .list(let block): Self.list(block, indent: indent)
    case .quote: "quote"
    case .code(let block): "code\(Self.note(block.language)): \(Self.quoted(block.text))"
    case .table(let block):
      (["table\(Self.note(block.number))\(Self.note(block.id.map { "#" + $0 })): \(block.caption.outline)"]
        + ([block.header] + block.rows).map { row in
          "\(indent)  | " + row.map(\.outline).joined(separator: " | ")
        }).joined(separator: "\n")
    case .rule: "rule"
    case .html(let block): "html: \(Self.quoted(block.text))"
    case .formula(let block):
      "formula\(Self.note(block.number))\(Self.note(block.id.map { "#" + $0 })): \(Self.quoted(block.tex))"
    case .division(let block):
      "div \(block.kind)\(Self.note(block.number))\(block.attributes.outline)"
        + (block.title.isEmpty ? "" : ": \(block.title.outline)")
    case .calculator(let block): "calculator\(Self.note(block.number)) \(block.id): \(block.title)"
    case .figure(let block):
      "figure\(Self.note(block.number)) \(block.id ?? "-"): \(block.caption.outline), \(block.lines.count) lines"
    case .plot(let block):
      "plot\(Self.note(block.number)) \(block.id ?? "-") \(block.specification.kind) near \(block.calculator ?? "-"): "
        + block.caption.outline
    case .equation(let block): "equation\(Self.note(block.number)) \(block.id)"
    case .question(let question): question.outline(indent: indent)
    case .moreNumbers(let block): "more numbers: \(block.calculators.joined(separator: ", "))"
    case .selfCheck(let block): "self-check \(block.section)"
    case .problem(let block): "problem: \(block.message)"
    }
  }

  private static func list(_ list: ListBlock, indent: String) -> String {
    let kind = (list.isOrdered ? "ordered \(list.start)" : "list") + (list.isTight ? "" : " loose")
    let items = list.items.map { item -> String in
      let mark = item.task.map { $0 ? "[x]" : "[ ]" } ?? "-"
      return "\n\(indent)  \(mark)" + item.blocks.map { "\n" + $0.outline(indent: indent + "    ") }.joined()
    }
    return kind + items.joined()
  }

  private static func note(_ text: String?) -> String { text.map { " " + $0 } ?? "" }

  static func quoted(_ text: String) -> String {
    "\"" + text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\\n") + "\""
  }
}

extension Attributes {
  /// In the order id, classes, values.
  var outline: String {
    let parts =
      (id.map { ["#\($0)"] } ?? []) + classes.map { ".\($0)" }
      + values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    return parts.isEmpty ? "" : " {\(parts.joined(separator: " "))}"
  }
}

extension Sequence where Element == Inline {
  var outline: String { map(\.outline).joined(separator: " ") }
}

extension Inline {
  var outline: String {
    switch self {
    case .text(let text): Block.quoted(text)
    case .emphasis(let content): "(em \(content.outline))"
    case .strong(let content): "(strong \(content.outline))"
    case .strikethrough(let content): "(del \(content.outline))"
    case .code(let text): "(code \(text))"
    case .mathematics(let tex): "(math \(tex))"
    case .link(let destination, let title, let content):
      "(link \(destination)\(title.map { " '\($0)'" } ?? "") \(content.outline))"
    case .image(let source, _, let content): "(image \(source) \(content.outline))"
    case .reference(let reference):
      "(\(reference.isCalculator ? "calc" : "ref") \(reference.id) \(reference.range.start.outline))"
    case .citation(let keys): "(cite \(keys.joined(separator: " ")))"
    case .footnote(let label): "(note \(label))"
    case .live(let live): "(live \(live.expression) \(live.calculator ?? "-") \(live.range.start.outline))"
    case .blank(let index): "(blank \(index))"
    case .html(let text): "(html \(text))"
    case .softBreak: "/"
    case .lineBreak: "//"
    }
  }
}

extension SourcePosition {
  var outline: String { "\(line):\(column)" }
}

extension Question {
  fileprivate func outline(indent: String) -> String {
    let inner = indent + "  "
    func part(_ name: String, _ blocks: [Block]) -> [String] {
      blocks.isEmpty ? [] : ["\(inner)\(name): " + blocks.map(\.outline).joined(separator: "; ")]
    }
    var lines = ["question \(id) \(body.kind) \(difficulty) in \(section ?? "-") for \(objective ?? "-")"]
    lines += part("stem", stem)
    switch body {
    case .choice(let options), .multiple(let options):
      for option in options {
        lines += part(option.isCorrect ? "right" : "wrong", option.content) + part("  why", option.feedback)
      }
    case .trueFalse(let answer, let feedback): lines += ["\(inner)\(answer)"] + part("why", feedback)
    case .numeric(let answer):
      lines.append("\(inner)answer \(answer.answer) ± \(answer.tolerance ?? "-") vary \(answer.vary)")
    case .fill(let gaps): lines += gaps.map { "\(inner)gap: \($0.joined(separator: " | "))" }
    case .order(let items): lines += items.flatMap { part("item", $0) }
    case .match(let pairs): lines += pairs.map { "\(inner)pair: \($0.left.outline) = \($0.right.outline)" }
    case .short(let answer, let rubric):
      lines += part("answer", answer) + rubric.flatMap { part("point", $0) }
    }
    return (lines + part("hint", hint) + part("explanation", explanation)).joined(separator: "\n")
  }
}
