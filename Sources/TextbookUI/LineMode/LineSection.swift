import Content

/// A stretch of a chapter that is read at once: a heading with what stands below it.
struct LineSection: Hashable {
  var id: String?
  var number: String?
  var title: String
  var level: Int
  var blocks: Range<Int>

  /// The sections of a chapter in order; what stands before the first heading is one too.
  static func all(of chapter: Chapter) -> [LineSection] {
    var result: [LineSection] = []
    let first = chapter.sections.first?.block ?? chapter.blocks.count
    if first > 0 {
      result.append(
        LineSection(
          id: nil, number: nil, title: chapter.title, level: 1, blocks: 0..<min(first, chapter.blocks.count)))
    }
    for (index, section) in chapter.sections.enumerated() {
      let end = index + 1 < chapter.sections.count ? chapter.sections[index + 1].block : chapter.blocks.count
      guard section.block < end else { continue }
      result.append(
        LineSection(
          id: section.id, number: section.number, title: section.title, level: section.level,
          blocks: section.block..<end))
    }
    return result
  }
}

extension Chapter {
  /// The index of the section that holds a block, in `LineSection.all`.
  func lineSection(at block: Int) -> Int? {
    LineSection.all(of: self).firstIndex { $0.blocks.contains(block) }
  }

  /// What has an id, wherever it stands in its block; the whole block where that itself has it.
  func thing(_ id: String?, in block: Int) -> Block {
    var found: Block?
    if let id { blocks[block].walk { if found == nil, $0.ownID == id { found = $0 } } }
    return found ?? blocks[block]
  }

  /// The footnotes that blocks refer to, in order.
  func footnotes(in blocks: [Block]) -> [Footnote] {
    var labels: Set<String> = []
    for block in blocks {
      block.walk(inlines: { if case .footnote(let label) = $0 { labels.insert(label) } })
    }
    return labels.compactMap { footnotes[$0] }.sorted { $0.number < $1.number }
  }
}

extension Block {
  /// The id that its author gave it.
  fileprivate var ownID: String? {
    switch self {
    case .heading(let block): block.attributes.id
    case .table(let block): block.id
    case .formula(let block): block.id
    case .division(let block): block.attributes.id
    case .calculator(let block): block.id
    case .figure(let block): block.id
    case .plot(let block): block.id
    case .equation(let block): block.id
    case .question(let block): block.id
    case .paragraph, .list, .quote, .code, .rule, .html, .moreNumbers, .selfCheck, .problem: nil
    }
  }
}
