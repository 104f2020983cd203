import Content

/// An item of a checkpoint, to be ticked off.
public struct ChecklistItem: Hashable, Sendable {
  /// As `PageContext.ticked` and the record name it.
  public var key: String
  /// What it says, in words.
  public var text: String
  public var isTicked: Bool
}

extension Division {
  /// The items of a checkpoint in order; none of another box.
  public func checklist(in context: PageContext) -> [ChecklistItem] {
    guard kind == .checkpoint else { return [] }
    let items = blocks.flatMap { block -> [ListItem] in
      if case .list(let list) = block { list.items } else { [] }
    }
    let words = BlockWords(context: context)
    return items.enumerated().map { index, item in
      let key = "\(key(in: context.chapter))#\(index)"
      return ChecklistItem(
        key: key, text: words.lines(of: item.blocks).joined(separator: " "),
        isTicked: context.ticked.contains(key))
    }
  }
}
