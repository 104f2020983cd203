import Engine

/// Less of a chapter than all of it.
extension Chapter {
  /// Where a beginning may end, in lines of the file: behind what a first page shows.
  private static let beginningLines = 120

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
    return part(0..<end.block, .beginning)
  }

  /// Places at which a part begins, in blocks, and how many blocks a part holds: more than a screen shows from any place
  /// before the next part.
  private static let (partStep, partLength) = (12, 48)

  /// The chapter in parts that overlap, each enough for a page from the blocks at its beginning; none for a short chapter.
  var parts: [Chapter] {
    guard extent == .whole, blocks.count > Self.partLength else { return [] }
    return stride(from: 0, to: blocks.count, by: Self.partStep).map { start in
      part(start..<min(blocks.count, start + Self.partLength), .part)
    }
  }

  /// Which of the parts has the page that begins with a block.
  static func part(of block: Int) -> Int { max(0, block) / partStep }

  /// Some of its blocks with all that they show. Blocks before them are emptied, so that indices stay as they are.
  private func part(_ range: Range<Int>, _ extent: Extent) -> Chapter {
    var part = self
    part.extent = extent
    // Footnotes stand at the end of their section, which may be on the page.
    let section = sections.last { $0.level <= 2 && $0.block <= range.lowerBound }?.block ?? 0
    let skipped = blocks[..<range.lowerBound].enumerated().map { index, block -> Block in
      if case .heading = block { return block }
      let notes = index < section ? [] : Self.footnotes(in: [block]).map { Inline.footnote(label: $0) }
      return .paragraph(Paragraph(content: notes, range: block.range))
    }
    part.blocks = skipped + blocks[range]
    let labels = Set(Self.footnotes(in: blocks[min(section, range.lowerBound)..<range.upperBound]))
    part.footnotes = footnotes.filter { labels.contains($0.key) }
    part.questions = []
    (part.notes, part.poolNotes) = (FileNotes(), FileNotes())
    (part.findings, part.equations) = ([], [])
    part.offsets = Array(offsets.prefix(range.upperBound + 1))
    let known = Dictionary(calculators.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let shown = Self.calculators(shownIn: blocks[range] + part.footnotes.values.flatMap(\.blocks))
    part.calculators = calculators.filter { shown.contains($0.id) }
    part.calculators += LibraryNeeds.calculators(namedIn: part) { known[$0] }
    return part
  }

  /// Where blocks begin in a file whose text ends at a line, and that end, in bytes.
  static func offsets(of blocks: [Block], in source: SourceText, lines: Int) -> [Int] {
    let end = lines < source.lineCount ? source.range(ofLine: lines + 1).lowerBound : source.bytes.count
    var offsets = [end]
    offsets.reserveCapacity(blocks.count + 1)
    for block in blocks.reversed() {
      let next = offsets[offsets.count - 1]
      switch block {
      // They stand behind the text of their section, whatever wrote them.
      case .moreNumbers, .selfCheck: offsets.append(next)
      default: offsets.append(min(next, source.range(ofLine: block.range.start.line).lowerBound))
      }
    }
    return offsets.reversed()
  }

  /// The labels of the footnotes that blocks refer to, in order.
  static func footnotes(in blocks: some Sequence<Block>) -> [String] {
    var labels: [String] = []
    for block in blocks {
      block.walk(inlines: { if case .footnote(let label) = $0 { labels.append(label) } })
    }
    return labels
  }

  /// The ids of calculators whose panels or values are on a page.
  private static func calculators(shownIn blocks: ArraySlice<Block>) -> Set<String> {
    var ids: Set<String> = []
    for block in blocks {
      block.walk { block in
        switch block {
        case .calculator(let calculator): ids.insert(calculator.id)
        case .question(let question):
          if case .numeric(let answer) = question.body {
            ids.insert(String(answer.answer.prefix { $0 != "." && $0 != " " }))
          }
        default: break
        }
      }
      block.walk(inlines: { if case .live(let live) = $0, let id = live.calculator { ids.insert(id) } })
    }
    return ids
  }
}
