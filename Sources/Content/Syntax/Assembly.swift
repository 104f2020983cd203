/// Puts back what the line pass took out, and rebuilds the nesting of divs, among the children of one container.
extension FileReader {
  /// Deeper divs are refused.
  private static let divisionLimit = 64

  private struct OpenDivision {
    var attributes: Attributes
    var range: SourceRange
    var blocks: [Block] = []
  }

  func assemble(_ children: [Block]) -> [Block] {
    var blocks: [Block] = []
    var open: [OpenDivision] = []
    func append(_ block: Block) {
      if open.isEmpty { blocks.append(block) } else { open[open.count - 1].blocks.append(block) }
    }
    func close(at end: SourcePosition) {
      guard let division = open.popLast() else { return }
      append(self.division(division.attributes, division.blocks, SourceRange(division.range.start, end)))
    }
    for child in children {
      guard case .html(let html) = child else {
        append(finished(child))
        continue
      }
      guard let index = scan.piece(markedBy: Self.withoutLineEnd(html.text)) else {
        if let block = rawHTML(html) { append(block) }
        continue
      }
      let piece = scan.pieces[index]
      switch piece.kind {
      case .open(let attributes):
        guard open.count < Self.divisionLimit else {
          report(
            .error, at: piece.range.start, "divs are nested more than \(Self.divisionLimit) deep",
            advice: "close some, or write it flatter")
          append(
            .problem(
              ProblemBlock(
                message: "nested too deep", source: scan.source(of: piece), range: piece.range)))
          continue
        }
        open.append(OpenDivision(attributes: attributes, range: piece.range))
      case .close:
        if open.isEmpty {
          report(
            .error, at: piece.range.start, "`:::` closes nothing",
            advice: "remove it, or open a div above it in the same list item or quote")
        }
        close(at: piece.range.end)
      case .formula(let tex, let id):
        if let id { declare(id, at: piece.range.start) }
        append(.formula(Formula(tex: tex, id: id, range: piece.range)))
      case .cell(let cell):
        if let block = block(of: cell, options: options[index] ?? CellOptions(cell)) { append(block) }
      case .definitions: continue
      case .caption(let text, let attributes):
        let last = open.isEmpty ? blocks.last : open[open.count - 1].blocks.last
        let caption = inlines(of: text, at: piece.range)
        guard case .table(var table) = last else {
          append(.paragraph(Paragraph(content: [.text(": ")] + caption, range: piece.range)))
          continue
        }
        table.caption = caption
        table.id = attributes.id
        noteCovers(of: attributes, at: piece.range.start)
        if let id = attributes.id { declare(id, at: piece.range.start) }
        if open.isEmpty {
          blocks[blocks.count - 1] = .table(table)
        } else {
          open[open.count - 1].blocks[open[open.count - 1].blocks.count - 1] = .table(table)
        }
      case .problem(let message, let advice):
        append(
          .problem(
            ProblemBlock(message: message, advice: advice, source: scan.source(of: piece), range: piece.range)
          ))
      }
    }
    while let division = open.last {
      let name = Self.name(of: division.attributes)
      report(
        .error, at: division.range.start,
        name.isEmpty ? "a div without a class is not closed" : "the div `\(name)` is not closed",
        advice: "close it with a line of `:::` in the same list item or quote")
      close(at: division.blocks.last?.range.end ?? division.range.end)
    }
    return blocks
  }

  func declare(_ id: String, at position: SourcePosition) {
    contents.notes.declarations.append(Declaration(id: id, position: position))
  }

  /// The attribute `covers`: ids parted by blanks or commas.
  private func noteCovers(of attributes: Attributes, at position: SourcePosition) {
    guard let covers = attributes.values["covers"] else { return }
    for id in covers.split(whereSeparator: { $0 == " " || $0 == "," || $0 == "\n" }) {
      contents.notes.covers.append(Declaration(id: String(id), position: position))
    }
  }

  static func name(of attributes: Attributes) -> String {
    attributes.id.map { "#\($0)" } ?? attributes.classes.first ?? ""
  }

  /// A block with what only we understand of it.
  private func finished(_ block: Block) -> Block {
    switch block {
    case .heading(var heading):
      guard case .text(let text) = heading.content.last, let trailing = AttributeParser.trailing(text) else {
        break
      }
      heading.content.removeLast()
      if !trailing.before.isEmpty { heading.content.append(.text(trailing.before)) }
      heading.attributes = trailing.attributes
      if let problem = trailing.problem {
        report(.error, at: heading.range.start, problem, advice: "write `{#id .class key=\"value\"}`")
      }
      if let id = trailing.attributes.id { declare(id, at: heading.range.start) }
      noteCovers(of: trailing.attributes, at: heading.range.start)
      return .heading(heading)
    case .table(let table):
      let wide = (table.range.start.line...table.range.end.line).first {
        scan.source.range(ofLine: $0).count > 80 && shownWidth(scan.source.text(ofLine: $0)) > 80
      }
      if let wide { contents.notes.wideTables.append(SourcePosition(line: wide, column: 81)) }
    case .code(let listing) where listing.language == "math":
      return .formula(
        Formula(tex: scan.macros.applied(to: LinePass.trimmed(listing.text)), range: listing.range))
    default: break
    }
    return block
  }

  /// HTML that the author wrote, without comments.
  private func rawHTML(_ html: HTMLBlock) -> Block? {
    let text = scan.restored(html.text)
    if text != html.text {
      report(
        .warning, at: html.range.start,
        "a div, a cell or a formula stands inside raw HTML, where it is not read",
        advice: "put a blank line between the HTML and it")
    }
    if text.hasPrefix("<!--"), let end = text.firstRange(of: "-->") {
      let rest = LinePass.trimmed(String(text[end.upperBound...]))
      return rest.isEmpty ? nil : .html(HTMLBlock(text: rest, range: html.range))
    }
    return .html(HTMLBlock(text: text, range: html.range))
  }

  private static func withoutLineEnd(_ text: String) -> String {
    var marker = text.drop { $0 == " " }
    if marker.last == "\n" { marker.removeLast() }
    return String(marker)
  }

  private func division(_ attributes: Attributes, _ blocks: [Block], _ range: SourceRange) -> Block {
    if let id = attributes.id { declare(id, at: range.start) }
    noteCovers(of: attributes, at: range.start)
    let title = attributes.values["title"].map { inlines(of: $0, at: SourceRange(range.start, range.start)) }
    let division = Division(
      kind: Division.Kind(classes: attributes.classes), attributes: attributes, title: title ?? [],
      blocks: blocks,
      range: range)
    if attributes.classes.contains("question") { return question(division) }
    checkParts(of: division)
    return .division(division)
  }
}

extension FileReader {
  /// Quick checks and checkpoints hold what they are for.
  private func checkParts(of division: Division) {
    switch division.kind {
    case .quickCheck:
      let count = division.blocks.count { block in
        switch block {
        case .question, .problem: true
        default: false
        }
      }
      guard count != 1 || division.blocks.count != 1 else { return }
      report(
        .error, at: division.range.start,
        "a quick check wraps exactly one question and nothing else, and this one holds \(count) questions",
        advice: count > 1 ? "split it" : "put one `::: {.question …}` into it")
    case .checkpoint:
      let hasTasks = division.blocks.contains { block in
        if case .list(let list) = block { list.items.contains { $0.task != nil } } else { false }
      }
      if hasTasks { return }
      report(
        .warning, at: division.range.start, "the checkpoint has nothing to tick off",
        advice: "add a list of `- [ ]` items")
    default: break
    }
  }
}

extension Division.Kind {
  /// The classes that authors write, with their kinds.
  static let known: [(name: String, kind: Division.Kind)] = [
    ("definition", .definition), ("perspective", .perspective), ("napkin-math", .napkinMath),
    ("example", .example),
    ("checkpoint", .checkpoint), ("war-story", .warStory), ("lighthouse", .lighthouse),
    ("principle", .principle),
    ("insight", .insight), ("fallacy", .fallacy), ("pitfall", .pitfall), ("takeaways", .takeaways),
    ("note", .note),
    ("warning", .warning), ("quickcheck", .quickCheck),
  ]

  /// The first class that is known, else the first class.
  init(classes: [String]) {
    for name in classes {
      if let known = Self.known.first(where: { $0.name == name }) {
        self = known.kind
        return
      }
    }
    self = .other(classes.first ?? "")
  }
}

/// About how many columns a table's line takes on the page: a live value is a number there, whatever its name.
private func shownWidth(_ line: String) -> Int {
  let parts = line.utf8.split(separator: UInt8(ascii: "`"), omittingEmptySubsequences: false)
  return parts.enumerated().reduce(0) { width, part in
    if part.offset % 2 == 1, part.element.starts(with: "{calc}".utf8) { return width + 8 }
    let isASCII = part.element.allSatisfy { $0 < 0x80 }
    return width + (isASCII ? part.element.count : Substring(part.element).count)
  }
}
