extension Block {
  /// The blocks directly inside of this one, in order; a question gives its stem, options, hint and explanation.
  public var children: [Block] {
    switch self {
    case .list(let block): block.items.flatMap(\.blocks)
    case .quote(let block): block.blocks
    case .division(let block): block.blocks
    case .question(let question): question.blocks
    case .selfCheck(let block): block.questions.map { .question($0) }
    default: []
    }
  }

  /// The runs of inline content of this block itself: its text, its cells, its caption.
  public var inlineRuns: [[Inline]] {
    switch self {
    case .heading(let block): [block.content]
    case .paragraph(let block): [block.content]
    case .table(let block): block.header + block.rows.flatMap { $0 } + [block.caption]
    case .division(let block): [block.title]
    case .figure(let block): [block.caption]
    case .plot(let block): [block.caption]
    case .question(let question):
      if case .match(let pairs) = question.body { pairs.flatMap { [$0.left, $0.right] } } else { [] }
    default: []
    }
  }

  /// This block and all below it, in order.
  public func walk(_ visit: (Block) -> Void) {
    visit(self)
    for child in children { child.walk(visit) }
  }

  /// Whether this block or one below it, questions apart, is such.
  func holds(_ isSuch: (Block) -> Bool) -> Bool {
    if isSuch(self) { return true }
    switch self {
    case .list(let list): return list.items.contains { $0.blocks.contains { $0.holds(isSuch) } }
    case .quote(let quote): return quote.blocks.contains { $0.holds(isSuch) }
    case .division(let division): return division.blocks.contains { $0.holds(isSuch) }
    default: return false
    }
  }

  /// The same block with every run of inline content replaced, its own and those below.
  func mapInlines(_ transform: ([Inline]) -> [Inline]) -> Block {
    switch self {
    case .heading(var block):
      block.content = transform(block.content)
      return .heading(block)
    case .paragraph(var block):
      block.content = transform(block.content)
      return .paragraph(block)
    case .table(var block):
      block.header = block.header.map(transform)
      block.rows = block.rows.map { $0.map(transform) }
      block.caption = transform(block.caption)
      return .table(block)
    case .list(var block):
      for index in block.items.indices {
        block.items[index].blocks = block.items[index].blocks.map { $0.mapInlines(transform) }
      }
      return .list(block)
    case .quote(var block):
      block.blocks = block.blocks.map { $0.mapInlines(transform) }
      return .quote(block)
    case .division(var block):
      block.title = transform(block.title)
      block.blocks = block.blocks.map { $0.mapInlines(transform) }
      return .division(block)
    default: return self
    }
  }
}

extension Inline {
  /// The pieces directly inside of this one.
  public var children: [Inline] {
    switch self {
    case .emphasis(let content), .strong(let content), .strikethrough(let content): content
    case .link(_, _, let content), .image(_, _, let content): content
    default: []
    }
  }

  /// This piece and all inside of it, in order.
  public func walk(_ visit: (Inline) -> Void) {
    visit(self)
    for child in children { child.walk(visit) }
  }

  /// The same piece with `transform` applied to it and to all inside of it, innermost first.
  func map(_ transform: (Inline) -> Inline) -> Inline {
    switch self {
    case .emphasis(let content): transform(.emphasis(content.map { $0.map(transform) }))
    case .strong(let content): transform(.strong(content.map { $0.map(transform) }))
    case .strikethrough(let content): transform(.strikethrough(content.map { $0.map(transform) }))
    case .link(let destination, let title, let content):
      transform(.link(destination: destination, title: title, content: content.map { $0.map(transform) }))
    case .image(let source, let title, let content):
      transform(.image(source: source, title: title, alternative: content.map { $0.map(transform) }))
    default: transform(self)
    }
  }

  /// Its text without markup.
  public var plainText: String {
    switch self {
    case .text(let text), .code(let text), .mathematics(let text): text
    case .softBreak, .lineBreak: " "
    case .reference(let reference): "@\(reference.id)"
    case .citation(let keys): "[\(keys.map { "@\($0)" }.joined(separator: "; "))]"
    case .live(let live): live.expression
    case .blank: "___"
    case .footnote, .html: ""
    case .emphasis, .strong, .strikethrough, .link, .image: children.plainText
    }
  }
}

extension Sequence where Element == Inline {
  /// Their text without markup.
  public var plainText: String { map(\.plainText).joined() }
}

extension Question {
  /// All blocks of the question, in the order of its file.
  public var blocks: [Block] {
    let inner: [Block] =
      switch body {
      case .choice(let options), .multiple(let options): options.flatMap { $0.content + $0.feedback }
      case .trueFalse(_, let feedback): feedback
      case .order(let items): items.flatMap { $0 }
      case .short(let answer, let rubric): answer + rubric.flatMap { $0 }
      case .numeric, .fill, .match: []
      }
    return stem + inner + hint + explanation
  }
}
