import Content

/// The two sides of a matching question as two lists, `1 2 3` and `a b c`, which says of no two that they belong
/// together.
struct MatchLists {
  private static let gutter = 4
  /// Columns before a list.
  private static let lead = 2
  private static let leastRoom = 30

  let pairs: [MatchPair]
  /// The author's index of each right side.
  let order: [Int]
  let context: PageContext

  private typealias Item = (label: Run, text: MeasuredText)

  func set() -> BlockLayout {
    let digits = String(pairs.count).count
    let lefts = pairs.enumerated().map { place, pair in
      item(pair.left, label: spaces(digits - String(place + 1).count) + "\(place + 1)")
    }
    let rights = order.enumerated().map { place, index in
      item(pairs[index].right, label: context.marks.letter(place))
    }
    let room = context.width - Self.lead
    guard room >= Self.leastRoom else {
      var result = list(lefts, width: room)
      result.append(list(rights, width: room), blankLines: 1)
      return result.indented(by: Self.lead)
    }
    let widest = lefts.reduce(0) { max($0, $1.label.width + $1.text.naturalWidth) }
    let leftWidth = min(widest, (room - Self.gutter) / 2)
    let column = leftWidth + Self.gutter
    // Each list keeps its own lines: items that begin on one line would read as a pair.
    var result = list(lefts, width: leftWidth)
    result.place(list(rights, width: room - column), column: column)
    return result.indented(by: Self.lead)
  }

  private func item(_ content: [Inline], label: String) -> Item {
    (Run(label + "  ", Style(.label)), InlineText.measure(content, in: context))
  }

  private func list(_ items: [Item], width: Int) -> BlockLayout {
    var result = BlockLayout()
    for item in items { result.append(set(item, width: width)) }
    return result
  }

  private func set(_ item: Item, width: Int) -> BlockLayout {
    let columns = item.label.width
    return item.text.layout(width: max(1, width - columns)).prefixed(
      first: [item.label], rest: [Run(spaces(columns))], columns: columns)
  }
}
