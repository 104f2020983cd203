import Content

extension Chapter {
  /// A footnote by itself, for a pop-up or the margin; nil for an unknown label.
  public func footnoteLayout(label: String, in context: PageContext) -> BlockLayout? {
    guard let note = footnotes[label] else { return nil }
    return set(note, numberColumns: DisplayWidth.of(context.marks.footnote(note.number)) + 1, in: context)
  }

  /// Sets one block as it stands on the page: below the last one of a section are the section's footnotes.
  public func layout(of block: Int, in context: PageContext) -> BlockLayout {
    guard blocks.indices.contains(block) else { return BlockLayout() }
    var context = context
    // Its notes stand in the margin, beside the lines that refer to them.
    if !context.hasFootnotes, context.margins != Margins(),
      !footnoteLabels(in: block..<block + 1).isEmpty
    {
      context.margins = Margins()
    }
    var result = blocks[block].layout(in: context)
    if context.hasFootnotes, let section = sectionEnding(with: block) {
      let notes = notesLayout(labels: footnoteLabels(in: section), in: context)
      if !notes.lines.isEmpty { result.append(notes, blankLines: 1) }
    }
    return result
  }

  /// Footnotes below a short line, by their numbers; empty where there are none.
  public func notesLayout(labels: Set<String>, in context: PageContext) -> BlockLayout {
    let notes = labels.compactMap { footnotes[$0] }.sorted { ($0.number, $0.label) < ($1.number, $1.label) }
    guard let last = notes.last else { return BlockLayout() }
    let columns = DisplayWidth.of(context.marks.footnote(last.number)) + 1
    var result = BlockLayout(lines: [
      StyledLine(context.marks.line(min(context.width, 24)), Style(.frame))
    ])
    for note in notes { result.append(set(note, numberColumns: columns, in: context)) }
    return result
  }

  /// The labels of footnotes that blocks refer to.
  func footnoteLabels(in range: Range<Int>) -> Set<String> {
    var labels: Set<String> = []
    for block in blocks[range] {
      block.walk { block in
        for inline in block.inlineRuns.joined() {
          inline.walk { if case .footnote(let label) = $0 { labels.insert(label) } }
        }
      }
    }
    return labels
  }

  /// The blocks of the section whose text a block ends; nil for other blocks. What the book adds to a section, its
  /// numbers and its questions, stands below the notes.
  private func sectionEnding(with block: Int) -> Range<Int>? {
    if footnotes.isEmpty || isAdded(blocks[block]) { return nil }
    var next = block + 1
    while next < blocks.count, isAdded(blocks[next]) { next += 1 }
    guard next == blocks.count || isSectionHeading(blocks[next]) else { return nil }
    var first = block
    while first > 0, !isSectionHeading(blocks[first]) { first -= 1 }
    return first..<next
  }

  private func isAdded(_ block: Block) -> Bool {
    switch block {
    case .moreNumbers, .selfCheck: true
    default: false
    }
  }

  private func isSectionHeading(_ block: Block) -> Bool {
    if case .heading(let heading) = block { heading.level <= 3 } else { false }
  }

  private func set(_ note: Footnote, numberColumns: Int, in context: PageContext) -> BlockLayout {
    let number = context.marks.footnote(note.number)
    let isNarrow = numberColumns * 3 > context.width
    let content = flow(note.blocks, in: context.narrowed(by: isNarrow ? 0 : numberColumns), depth: 0)
    let first = Run(spaces(numberColumns - 1 - DisplayWidth.of(number)) + number + " ", Style(.label))
    if isNarrow { return BlockLayout(lines: [StyledLine([first])]).followed(by: content) }
    return content.prefixed(first: [first], rest: [Run(spaces(numberColumns))], columns: numberColumns)
  }
}
