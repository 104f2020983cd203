/// Puts a page of the program together, block by block; at the end it is numbered like a chapter of an author.
public struct PageBuilder {
  private let title: String
  private var blocks: [Block] = []
  private var keyHints: Set<Int> = []

  public init(title: String) {
    self.title = title
  }

  /// How many blocks it has so far.
  var count: Int { blocks.count }

  public mutating func add(_ block: Block) { blocks.append(block) }

  /// A heading below the title: level 2 begins a section.
  public mutating func heading(_ text: String, level: Int = 2, id: String? = nil) {
    var attributes = Attributes()
    attributes.id = id
    blocks.append(
      .heading(Heading(level: level, content: [.text(text)], attributes: attributes, range: .generated)))
  }

  public mutating func paragraph(_ content: [Inline]) {
    blocks.append(.paragraph(Paragraph(content: content, range: .generated)))
  }

  public mutating func paragraph(_ text: String) { paragraph([.text(text)]) }

  /// A paragraph that only says what keys do on the page; where there are no keys it is left out.
  mutating func keyHint(_ content: [Inline]) {
    keyHints.insert(blocks.count)
    paragraph(content)
  }

  /// - Parameters:
  ///   - rows: as many cells in each as there are in the header.
  ///   - leastWidths: characters that the columns are wide at least, where there is room.
  public mutating func table(
    _ header: [[Inline]], _ rows: [[[Inline]]], alignments: [Table.Alignment?] = [], leastWidths: [Int] = []
  ) {
    let missing = max(0, header.count - alignments.count)
    var table = Table(
      alignments: alignments + Array(repeating: nil, count: missing), header: header, rows: rows,
      range: .generated)
    table.leastWidths = leastWidths
    blocks.append(.table(table))
  }

  /// The page; its id is set by whoever knows its address.
  public var page: Chapter {
    var numbering = Numbering(chapter: "", number: nil)
    let numbered = numbering.run(blocks)
    var page = Chapter(
      id: "", title: title, file: "", blocks: numbered, sections: numbering.sections,
      anchors: numbering.anchors)
    page.keyHints = keyHints
    return page
  }
}

extension SourceRange {
  /// Of what was not written by an author.
  public static let generated = SourceRange(SourcePosition(line: 0), SourcePosition(line: 0))
}

extension Inline {
  /// A link to a page of the program.
  public static func link(to address: PageAddress, _ text: String) -> Inline {
    .link(destination: address.description, title: nil, content: [.text(text)])
  }
}
