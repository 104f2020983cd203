import Engine

/// Less of a chapter than all of it.
extension Chapter {
  /// Where a beginning may end, in lines of the file: behind what a first page shows.
  private static let beginningLines = 120

  /// The part of a chapter that so many of its lines are.
  static func share(of lines: Int, in all: Int) -> Double { min(1, Double(lines) / Double(max(1, all))) }

  /// What is known of it without its text.
  var outline: Chapter {
    var outline = self
    outline.extent = .outline
    (outline.blocks, outline.questions, outline.footnotes) = ([], [], [:])
    outline.calculatorIDs = calculators.map(\.id)
    outline.calculators = []
    (outline.notes, outline.poolNotes) = (FileNotes(), FileNotes())
    return outline
  }

  /// Its first sections with all that they refer to; nil where that is the whole chapter.
  var beginning: Chapter? {
    guard extent == .whole,
      let end = sections.first(where: { section in
        section.level == 2 && blocks.indices.contains(section.block)
          && blocks[section.block].range.start.line > Self.beginningLines
      })
    else { return nil }
    var beginning = self
    beginning.extent = .beginning
    beginning.blocks = Array(blocks[..<end.block])
    beginning.questions = []
    (beginning.notes, beginning.poolNotes) = (FileNotes(), FileNotes())
    (beginning.findings, beginning.equations) = ([], [])
    let line = blocks[end.block].range.start.line
    beginning.share = Self.share(
      of: line, in: (blocks.last?.range.end.line ?? line) + (questions.last?.range.end.line ?? 0))
    let near = Set(notes.calculators.filter { $0.start.line < line }.map(\.id))
    beginning.calculators = calculators.filter { near.contains($0.id) }
    let known = Dictionary(calculators.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    beginning.calculators += LibraryNeeds.calculators(namedIn: beginning) { known[$0] }
    return beginning
  }
}
