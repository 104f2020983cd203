import Content

extension Chapter {
  /// A footnote by itself, for a pop-up or the margin; nil for an unknown label.
  public func footnoteLayout(label: String, in context: PageContext) -> BlockLayout? {
    guard let note = footnotes[label] else { return nil }
    return set(note, numberColumns: DisplayWidth.of(context.marks.footnote(note.number)) + 1, in: context)
  }

  /// The footnotes under the heading “Notes”, for the end of the chapter; empty where there are none.
  ///
  /// - Parameter labels: those that are wanted; nil for all.
  public func notesLayout(labels: Set<String>? = nil, in context: PageContext) -> BlockLayout {
    let notes = footnotes.values.filter { labels?.contains($0.label) ?? true }
      .sorted { ($0.number, $0.label) < ($1.number, $1.label) }
    guard let last = notes.last else { return BlockLayout() }
    let columns = DisplayWidth.of(context.marks.footnote(last.number)) + 1
    var result = BlockLayout(lines: [
      StyledLine("Notes", Style(.heading, .bold)),
      StyledLine(context.marks.line(context.width), Style(.frame)),
    ])
    for (index, note) in notes.enumerated() {
      result.append(set(note, numberColumns: columns, in: context), blankLines: index == 0 ? 1 : 0)
    }
    return result
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

extension BlockLayout {
  /// Adds footnotes at the foot of a section, under a short rule.
  public mutating func append(footnotes labels: [String], in context: PageContext) {
    let notes = labels.compactMap { context.chapter.footnoteLayout(label: $0, in: context) }
    if notes.isEmpty { return }
    if !lines.isEmpty { append(StyledLine()) }
    append(StyledLine(context.marks.line(min(12, context.width)), Style(.frame)))
    for note in notes { append(note) }
  }
}
