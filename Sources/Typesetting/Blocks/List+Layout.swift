import Content

extension ListBlock {
  func set(in context: PageContext, depth: Int, bulletDepth: Int = 0) -> BlockLayout {
    let marks = context.marks
    let markers: [Run] = items.enumerated().map { index, item in
      if let task = item.task {
        return Run(task ? marks.task.done : marks.task.open, Style(task ? .right : .label))
      }
      // Saturates: a list may begin with any number.
      if isOrdered { return Run("\(start.addingReportingOverflow(index).partialValue).", Style(.label)) }
      return Run(marks.bullets[bulletDepth % marks.bullets.count], Style(.label))
    }
    let widest = markers.reduce(0) { max($0, $1.width) }
    let columns = widest + 1
    let isNarrow = columns * 2 > context.width
    let inner = context.narrowed(by: isNarrow ? 0 : columns)
    var result = BlockLayout()
    for (item, marker) in zip(items, markers) {
      var content = BlockLayout()
      var previous: Block?
      for block in item.blocks {
        let blank = previous.map { isTight ? 0 : Spacing.blankLines(between: $0, and: block) } ?? 0
        if case .list(let list) = block {
          content.append(
            list.set(in: inner, depth: depth + 1, bulletDepth: bulletDepth + 1), blankLines: blank)
        } else {
          content.append(block.set(in: inner, depth: depth + 1), blankLines: blank)
        }
        previous = block
      }
      if isNarrow {
        result.append(StyledLine([marker]))
      } else {
        let room = Run(spaces(columns - marker.width))
        // Numbers are aligned at their points.
        let first = isOrdered ? [Run(spaces(widest - marker.width)), marker, Run(" ")] : [marker, room]
        content = content.prefixed(
          first: first.filter { !$0.text.isEmpty }, rest: [Run(spaces(columns))], columns: columns)
      }
      result.append(content, blankLines: isTight ? 0 : 1)
    }
    return result
  }
}
