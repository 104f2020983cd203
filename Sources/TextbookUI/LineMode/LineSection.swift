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
  /// The footnotes that blocks refer to, in order.
  func footnotes(in blocks: [Block]) -> [Footnote] {
    var labels: Set<String> = []
    for block in blocks {
      block.walk(inlines: { if case .footnote(let label) = $0 { labels.insert(label) } })
    }
    return labels.compactMap { footnotes[$0] }.sorted { $0.number < $1.number }
  }
}
