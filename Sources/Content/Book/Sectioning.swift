/// Puts at the end of each section what belongs there: calculators without a place of their own, and the questions of
/// the pool.
struct Sectioning {
  /// Questions of the pool.
  let pool: [Question]

  /// The blocks with a `.moreNumbers` and a `.selfCheck` at the end of sections that have what they show.
  func run(_ blocks: [Block]) -> [Block] {
    var result: [Block] = []
    result.reserveCapacity(blocks.count + 64)
    var section: String?
    var inner: Set<String> = []
    var folded = MoreNumbers(
      calculators: [], range: SourceRange(SourcePosition(line: 1), SourcePosition(line: 1)))
    var left = pool
    func close() {
      if !folded.calculators.isEmpty {
        result.append(.moreNumbers(folded))
        folded.calculators = []
      }
      let questions = left.filter { question in question.section.map(inner.contains) ?? false }
      if let section = section ?? inner.sorted().first, let first = questions.first {
        left.removeAll { question in question.section.map(inner.contains) ?? false }
        let range = result.last?.range ?? first.range
        result.append(.selfCheck(SelfCheck(section: section, questions: questions, range: range)))
      }
      inner = []
    }
    for block in blocks {
      if case .heading(let heading) = block {
        if heading.level <= 2 {
          close()
          section = heading.attributes.id
        }
        if let id = heading.attributes.id { inner.insert(id) }
      }
      if let kept = Self.fold(block, into: &folded) { result.append(kept) }
    }
    close()
    return result
  }

  /// Takes the calculators without a place out of a block; nil when nothing is left of it.
  private static func fold(_ block: Block, into folded: inout MoreNumbers) -> Block? {
    guard block.holds({ if case .moreNumbers = $0 { true } else { false } }) else { return block }
    switch block {
    case .moreNumbers(let more):
      if folded.calculators.isEmpty { folded.range = more.range }
      folded.range.end = more.range.end
      folded.calculators += more.calculators
      return nil
    case .division(var division):
      division.blocks = division.blocks.compactMap { fold($0, into: &folded) }
      return .division(division)
    case .quote(var quote):
      quote.blocks = quote.blocks.compactMap { fold($0, into: &folded) }
      return .quote(quote)
    case .list(var list):
      for index in list.items.indices {
        list.items[index].blocks = list.items[index].blocks.compactMap { fold($0, into: &folded) }
      }
      return .list(list)
    default: return block
    }
  }
}
