import Engine

/// What is done while no key is waiting, so that none waits for it.
extension Session {
  /// Does a few milliseconds of the work that a key may ask for next: what a search reads while it is typed, and what the
  /// list of machines says of each.
  ///
  /// - Returns: whether there is more.
  func prepare() -> Bool {
    if state.prompt?.kind == .search {
      let page = page
      let blocks = cache.unsearched(of: page.blockCount, most: 80)
      for block in blocks { _ = cache.searchedLines(of: block, page.layout(block).lines) }
      return !blocks.isEmpty
    }
    guard state.isComplete, state.prompt == nil, state.panel == nil else { return false }
    return !Profile.Kind.allCases.allSatisfy { missingCounts(of: $0, most: 3).isAll }
  }

  func missingCounts(of kind: Profile.Kind, most count: Int? = nil) -> (counts: [String: Int], isAll: Bool) {
    cache.missingCounts(
      of: kind, in: state.book.workbook, revision: state.numbersRevision, most: count)
  }
}
