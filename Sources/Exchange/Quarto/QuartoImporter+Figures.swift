import Content

/// Images, drawings and cells: what stands for them is their text alternative.
extension QuartoImporter {
  /// Whether a line is nothing but an image.
  static func isImage(_ content: String) -> Bool {
    guard content.hasPrefix("![") else { return false }
    var scanner = InlineScanner(content, line: 1)
    scanner.skip(1)
    guard scanner.balanced() != nil, scanner.peek == UInt8(ascii: "("),
      scanner.balanced(UInt8(ascii: "("), UInt8(ascii: ")")) != nil
    else { return false }
    if scanner.peek == UInt8(ascii: "{") { _ = scanner.attributes() }
    return scanner.peek == nil
  }

  private struct Image {
    var caption: String
    var source: String
    var attributes: Attributes
  }

  private static func image(_ content: String) -> Image? {
    var scanner = InlineScanner(content, line: 1)
    scanner.skip(1)
    guard let caption = scanner.balanced(),
      let source = scanner.balanced(UInt8(ascii: "("), UInt8(ascii: ")"))
    else {
      return nil
    }
    let attributes = scanner.peek == UInt8(ascii: "{") ? scanner.attributes() : nil
    return Image(caption: caption, source: source.trimmedWord, attributes: attributes ?? Attributes())
  }

  mutating func write(image content: String, prefix: String, line: Int) -> [String] {
    guard let image = Self.image(content) else { return [content] }
    notes.append(ImportNote(line, "the image `\(image.source)` is kept as its text alternative"))
    return write(
      figure: image.attributes.id, caption: image.caption,
      alternative: image.attributes.values["fig-alt"] ?? image.attributes.values["alt"] ?? "",
      body: nil, prefix: prefix, line: line)
  }

  /// A div with the id of a figure: images, a drawing, or a cell; its last paragraph may be the caption.
  mutating func write(
    figure attributes: Attributes, id: String, _ inner: [QuartoBlock], prefix: String, line: Int
  ) -> [String] {
    var caption = attributes.values["fig-cap"] ?? attributes.values["caption"] ?? ""
    var alternatives: [String] = []
    var drawing: [String]?
    var rest: [QuartoBlock] = []
    func look(_ blocks: [QuartoBlock], depth: Int = 0) {
      for block in blocks {
        switch block {
        case .text(let lines, let place):
          var words: [String] = []
          for (offset, text) in lines.enumerated() {
            let content = QuartoReader.split(text).content
            guard Self.isImage(content), let image = Self.image(content) else {
              words.append(text)
              continue
            }
            notes.append(
              ImportNote(place + offset, "the image `\(image.source)` is kept as its text alternative"))
            let alternative = image.attributes.values["fig-alt"] ?? ""
            if let part = image.attributes.id { parts[part] = id }
            alternatives.append([image.caption, alternative].filter { !$0.isEmpty }.joined(separator: ": "))
          }
          if !words.isEmpty { rest.append(.text(words, line: place)) }
        case .code(let code):
          let (options, body) = code.options
          if let alternative = options["fig-alt"] { alternatives.append(alternative) }
          if caption.isEmpty, let found = options["fig-cap"] { caption = found }
          notes.append(
            ImportNote(code.line, "the drawing in \(Self.languageName(code)) is kept as its text alternative")
          )
          if ["mermaid", "dot", "ascii", "text", ""].contains(code.language) { drawing = body }
        case .division(let inside, let blocks, _, _):
          if let part = inside.id { parts[part] = id }
          if depth < 8 { look(blocks, depth: depth + 1) }
        case .formula: rest.append(block)
        }
      }
    }
    look(inner)
    if caption.isEmpty, case .text(let lines, _)? = rest.last {
      caption = lines.map(\.trimmed).joined(separator: " ")
      rest.removeLast()
    }
    let alternative =
      attributes.values["fig-alt"] ?? alternatives.filter { !$0.isEmpty }.joined(separator: " ")
    return write(
      figure: id, caption: caption, alternative: alternative, body: drawing, prefix: prefix, line: line)
      + (rest.isEmpty ? [] : [""] + write(rest))
  }

  private static func languageName(_ code: QuartoCode) -> String {
    ["tikz": "TikZ", "python": "Python", "mermaid": "Mermaid", "dot": "Graphviz", "r": "R"][code.language]
      ?? code.language.ifEmpty("text")
  }

  /// A `{figure}` cell; its picture is `body`, or the text alternative in lines.
  private mutating func write(
    figure id: String?, caption: String, alternative: String, body: [String]?, prefix: String, line: Int
  ) -> [String] {
    let words = inline(caption, line: line).replacing("\n", with: " ").trimmed
    var alternative = inline(alternative, line: line).plainWords.replacing("\n", with: " ").trimmed
    if alternative.isEmpty {
      notes.append(
        ImportNote(
          line, "the figure\(id.map { " `\($0)`" } ?? "") has no text alternative; write one below `#| alt:`")
      )
      alternative = words.plainWords.ifEmpty("A picture that the source does not describe.")
    }
    var id = declare(id, line: line)
    if let found = id, !found.hasPrefix("fig-") {
      declared.remove(found)
      id = nil
    }
    let lines = body.flatMap { $0.contains { !$0.trimmed.isEmpty } ? $0 : nil } ?? alternative.wrapped(to: 76)
    let longest = lines.map { $0.prefix { $0 == "`" }.count }.max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    var result = [fence + "{figure}"]
    if let id { result.append("#| id: \(id)") }
    if !words.isEmpty { result.append("#| caption: \(words.yamlQuoted)") }
    result.append("#| alt: \(alternative.yamlQuoted)")
    result += lines.map { $0.hasPrefix("#|") ? " " + $0 : $0 } + [fence]
    return result.map { prefix + $0 }
  }

  /// A div with the id of a table or a listing; its last paragraph may be the caption.
  mutating func write(captioned attributes: Attributes, _ inner: [QuartoBlock], line: Int) -> [String] {
    let isTable = attributes.id?.hasPrefix("tbl-") == true
    var caption = attributes.values["tbl-cap"] ?? attributes.values["lst-cap"] ?? ""
    var blocks = inner
    if caption.isEmpty, blocks.count > 1, case .text(let lines, _)? = blocks.last, !Self.isTable(lines),
      Self.caption(lines) == nil
    {
      caption = lines.map(\.trimmed).joined(separator: " ")
      blocks.removeLast()
    }
    let hasTable = blocks.contains { if case .text(let lines, _) = $0 { Self.isTable(lines) } else { false } }
    if isTable, hasTable {
      let id = attributes.id.map { " {#\($0)}" } ?? ""
      return write(blocks) + [write(caption: caption + id, line: line)]
    }
    if isTable {
      let id = declare(attributes.id, line: line).map { " #\($0)" } ?? ""
      notes.append(
        ImportNote(
          line, "the table `\(attributes.id ?? "")` is computed by a cell; a note stands in its place"))
      let title = inline(caption, line: line)
      return ["::: {.note\(id) title=\(title.ifEmpty("Table").attributeQuoted)}"]
        + ["The source computes this table with a program.", ""] + write(blocks) + [":::"]
    }
    note("ids of listings", at: line)
    let words = inline(caption, line: line)
    return write(blocks) + (words.isEmpty ? [] : ["", "*Listing:* " + words])
  }

  // MARK: - Cells and listings

  mutating func write(_ code: QuartoCode) -> [String] {
    let attributes = code.attributes
    let (options, body) = code.options
    let language = code.language
    if language.hasPrefix("=") {
      notes.append(
        ImportNote(
          code.line,
          "raw \(language.dropFirst()) is left out (\(QuartoReader.counted(code.lines.count, "line")))"))
      return []
    }
    let label = options["label"] ?? attributes.id ?? ""
    let isDrawing = ["tikz", "mermaid", "dot", "graphviz"].contains(language)
    if code.isCell, ["python", "r", "julia", "ojs"].contains(language) { python.read(body) }
    if label.hasPrefix("fig-") || options["fig-cap"] != nil || isDrawing {
      notes.append(
        ImportNote(code.line, "the drawing in \(Self.languageName(code)) is kept as its text alternative"))
      let picture = ["mermaid", "dot", "graphviz"].contains(language) ? body : nil
      return write(
        figure: label.isEmpty ? nil : label,
        caption: options["fig-cap"] ?? attributes.values["fig-cap"] ?? "",
        alternative: options["fig-alt"] ?? attributes.values["fig-alt"] ?? "", body: picture,
        prefix: code.prefix,
        line: code.line)
    }
    if code.isCell, label.hasPrefix("tbl-") {
      let title = inline(options["tbl-cap"] ?? "Table", line: code.line)
      notes.append(
        ImportNote(
          code.line,
          "the table `\(label)` is computed in \(Self.languageName(code)); a note stands in its place"))
      let id = declare(label, line: code.line).map { " #\($0)" } ?? ""
      return [
        code.prefix + "::: {.note\(id) title=\(title.attributeQuoted)}",
        code.prefix + "The source computes this table with a program.", code.prefix + ":::",
      ]
    }
    let isHidden = ["echo", "include"].contains { options[$0]?.lowercased() == "false" }
    if code.isCell, isHidden || options["output"]?.lowercased() == "false" {
      notes.append(
        ImportNote(
          code.line,
          "the hidden cell\(label.isEmpty ? "" : " `\(label)`") of \(QuartoReader.counted(body.count, "line")) in "
            + "\(Self.languageName(code)) is left out; write what it computes as a {calc} cell"))
      return []
    }
    if code.isCell {
      notes.append(ImportNote(code.line, "the cell in \(Self.languageName(code)) is shown and not run"))
    }
    var lines = code.isCell ? body : code.lines
    while lines.first?.trimmed.isEmpty == true { lines.removeFirst() }
    let longest = lines.map { $0.trimmed.prefix { $0 == "`" }.count }.max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    let name = language.allSatisfy({ $0.isLetter || $0.isNumber || "+-#_".contains($0) }) ? language : ""
    var result = ([fence + name] + lines + [fence]).map { code.prefix + $0 }
    let caption = options["lst-cap"] ?? attributes.values["lst-cap"] ?? attributes.values["caption"]
    if let caption { result += ["", code.prefix + "*Listing:* " + inline(caption, line: code.line)] }
    if label.hasPrefix("lst-") || attributes.id != nil { note("ids of listings", at: code.line) }
    return result
  }
}
