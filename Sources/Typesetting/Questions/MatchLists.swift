import Content

/// The two sides of a matching question as two lists, `1 2 3` and `a b c`, which say of no two that they belong
/// together; the letter that was given to a left side stands behind its number.
struct MatchLists {
  private static let gutter = 4
  private static let leastRoom = 30

  let pairs: [MatchPair]
  /// The author's index of each right side.
  let order: [Int]
  /// For each left side the letter that it was given, or a gap; empty where none is asked for.
  var letters: [String] = []
  let context: PageContext

  private struct Item {
    var label: [Run]
    var text: MeasuredText
    var labelWidth: Int { label.reduce(0) { $0 + $1.width } }
  }

  /// - Parameters:
  ///   - leadWidth: the columns before a list.
  ///   - lead: what stands there before a left side.
  ///   - finish: what else a left side needs.
  func set(
    leadWidth: Int = 2, lead: (Int) -> [Run] = { _ in [Run("  ")] },
    finish: (inout BlockLayout, Int) -> Void = { _, _ in }
  ) -> BlockLayout {
    let digits = String(pairs.count).count
    let lefts = pairs.enumerated().map { place, pair in
      let number = spaces(digits - String(place + 1).count) + "\(place + 1)"
      var label = [Run(number, Style(.label))]
      if letters.indices.contains(place) { label.append(Run(" " + letters[place], Style(.callout, .bold))) }
      return Item(label: label + [Run("  ")], text: InlineText.measure(pair.left, in: context))
    }
    let rights = order.enumerated().map { place, index in
      Item(
        label: [Run(context.marks.letter(place) + "  ", Style(.label))],
        text: InlineText.measure(pairs[index].right, in: context))
    }
    let room = context.width - leadWidth
    let isStacked = room < Self.leastRoom
    let widest = lefts.reduce(0) { max($0, $1.labelWidth + $1.text.naturalWidth) }
    let leftWidth = isStacked ? room : min(widest, (room - Self.gutter) / 2)
    // Each list keeps its own lines: items that begin on one line would read as a pair.
    var result = BlockLayout()
    for (place, item) in lefts.enumerated() {
      var row = set(item, width: leftWidth).prefixed(
        first: lead(place), rest: [Run(spaces(leadWidth))], columns: leadWidth)
      finish(&row, place)
      result.append(row)
    }
    var list = BlockLayout()
    let column = isStacked ? leadWidth : leadWidth + leftWidth + Self.gutter
    for item in rights { list.append(set(item, width: context.width - column)) }
    if isStacked {
      result.append(list.indented(by: column), blankLines: 1)
    } else {
      result.place(list, column: column)
    }
    return result
  }

  private func set(_ item: Item, width: Int) -> BlockLayout {
    let columns = item.labelWidth
    return item.text.layout(width: max(1, width - columns)).prefixed(
      first: item.label, rest: [Run(spaces(columns))], columns: columns)
  }
}
