import Content

extension Block {
  /// Sets the block, without blank lines before or after it. No line is wider than the context's width.
  public func layout(in context: PageContext) -> BlockLayout { set(in: context, depth: 0) }

  /// Sets the block; `depth` counts the blocks around it.
  func set(in context: PageContext, depth: Int) -> BlockLayout {
    if depth > 60 { return BlockLayout(lines: [StyledLine(context.marks.ellipsis, Style(.faint))]) }
    var layout = unclipped(in: context, depth: depth)
    if isOne, layout.lines.count > 1 { layout.kept = [layout.lines.indices] }
    // Only on the narrowest pages do marks and frames leave no room for the text.
    return context.width < 24 ? layout.clipped(to: max(1, context.width), marks: context.marks) : layout
  }

  /// Whether half of it says little: a page is not turned in the middle of it.
  private var isOne: Bool {
    switch self {
    case .formula, .equation, .calculator: true
    default: false
    }
  }

  private func unclipped(in context: PageContext, depth: Int) -> BlockLayout {
    switch self {
    case .heading(let block): return block.set(in: context)
    case .paragraph(let block): return block.set(in: context)
    case .list(let block): return block.set(in: context, depth: depth)
    case .quote(let block): return block.set(in: context, depth: depth)
    case .code(let block): return block.set(in: context)
    case .table(let block): return block.set(in: context)
    case .rule: return BlockLayout(lines: [ruleLine(in: context)])
    case .html(let block): return block.set(in: context)
    case .formula(let block): return block.set(in: context)
    case .division(let block): return block.set(in: context, depth: depth)
    case .calculator(let block): return block.set(in: context)
    case .figure(let block): return block.set(in: context)
    case .plot(let block): return block.set(in: context)
    case .equation(let block): return block.set(in: context)
    case .question(let block): return block.set(in: context, depth: depth)
    case .moreNumbers(let block): return block.set(in: context)
    case .selfCheck(let block): return block.set(in: context, depth: depth)
    case .problem(let block): return block.set(in: context)
    }
  }
}

/// Blocks one below the other, with the blank lines that belong between them; none where the flow is tight.
func flow(_ blocks: [Block], in context: PageContext, depth: Int, isTight: Bool = false) -> BlockLayout {
  var result = BlockLayout()
  var previous: Block?
  for block in blocks {
    let blank = previous.map { Spacing.blankLines(between: $0, and: block) } ?? 0
    let layout = block.set(in: context, depth: depth + 1)
    if layout.lines.isEmpty { continue }
    result.append(layout, blankLines: isTight ? 0 : blank)
    previous = block
  }
  return result
}

/// How many blank lines stand between blocks.
enum Spacing {
  static func blankLines(between first: Block, and second: Block) -> Int {
    if case .heading(let heading) = second {
      if case .heading = first { return 1 }
      return heading.level <= 2 ? 2 : 1
    }
    return 1
  }
}

private func ruleLine(in context: PageContext) -> StyledLine {
  let columns = min(context.width, max(3, context.width / 3))
  let line = StyledLine(context.marks.line(columns), Style(.frame))
  return StyledLine([Run(spaces((context.width - columns) / 2))]).appending(line)
}
