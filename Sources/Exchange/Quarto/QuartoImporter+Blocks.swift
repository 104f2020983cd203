import Content

/// Blocks: divs, headings, paragraphs, formulas.
extension QuartoImporter {
  /// The lines of blocks, each followed by a blank one.
  mutating func write(_ blocks: [QuartoBlock]) -> [String] {
    var result: [String] = []
    var index = 0
    /// Whether the last block is a table that waits for its caption.
    var awaitsCaption = false
    while index < blocks.count {
      let block = blocks[index]
      index += 1
      let mayClose = awaitsCaption
      awaitsCaption = false
      switch block {
      case .text(let lines, let line):
        awaitsCaption = Self.isTable(lines) && !lines.contains { Self.caption([$0]) != nil }
        // A caption above its table goes below it.
        if !mayClose, let caption = Self.caption(lines), index < blocks.count,
          case .text(let next, let place) = blocks[index],
          Self.isTable(next)
        {
          result += write(text: next, line: place) + [""]
          result += [write(caption: caption, line: line), ""]
          index += 1
          continue
        }
        result += write(text: lines, line: line) + [""]
      case .code(let code): result += write(code) + [""]
      case .division(let attributes, let inner, let prefix, let line):
        result += write(attributes, inner, prefix: prefix, line: line) + [""]
      case .formula(let tex, let id, let prefix, let line):
        result += write(formula: tex, id: id, prefix: prefix, line: line) + [""]
      }
    }
    return result
  }

  // MARK: - Divs

  /// Classes of Quarto's callouts and of those that books define, as our boxes, with a title where the class says more.
  private static let boxes: [String: (kind: String, title: String?)] = [
    "note": ("note", nil), "tip": ("note", "Tip"), "important": ("note", "Important"),
    "warning": ("warning", nil),
    "caution": ("warning", "Caution"), "definition": ("definition", nil), "perspective": ("perspective", nil),
    "notebook": ("napkin-math", nil), "napkin-math": ("napkin-math", nil), "example": ("example", nil),
    "checkpoint": ("checkpoint", nil), "war-story": ("war-story", nil), "lighthouse": ("lighthouse", nil),
    "principle": ("principle", nil), "insight": ("insight", nil), "analogy": ("insight", nil),
    "fallacy": ("fallacy", nil), "pitfall": ("pitfall", nil), "takeaways": ("takeaways", nil),
    "key-takeaways": ("takeaways", nil), "takeaway": ("takeaways", nil), "theorem": ("principle", "Theorem"),
    "quickcheck": ("note", "Quick check"),
  ]

  private static let layout: Set<String> = [
    "columns", "column", "column-margin", "column-page", "column-body", "column-screen", "layout-narrow",
    "margin",
    "fbx-simple", "center", "small", "aside", "content-visible", "content-hidden", "tabset", "panel-tabset",
    "panel-sidebar", "panel-fill", "hidden", "refs", "unnumbered", "cell", "cell-output",
    "cell-output-display", "incremental",
    "nonincremental", "smaller", "scrollable", "fragment", "grid", "callout",
  ]

  private mutating func write(_ attributes: Attributes, _ inner: [QuartoBlock], prefix: String, line: Int)
    -> [String]
  {
    let classes = attributes.classes
    if let reason = Self.hidden(attributes) {
      if !inner.isEmpty { notes.append(ImportNote(line, "left out: \(reason)")) }
      return []
    }
    if let id = attributes.id, id.hasPrefix("fig-") {
      return write(figure: attributes, id: id, inner, prefix: prefix, line: line)
    }
    if let id = attributes.id, ["tbl-", "lst-"].contains(where: { id.hasPrefix($0) }) {
      return write(captioned: attributes, inner, line: line)
    }
    let name = classes.first { $0.hasPrefix("callout-") }.map { String($0.dropFirst(8)) }
    if let name, Self.isObjectives(name, attributes.values["title"]), !inner.isEmpty {
      return take(objectives: inner, prefix: prefix, line: line)
    }
    if let box = name ?? classes.first(where: { Self.boxes[$0] != nil }) {
      return write(box: box, attributes, inner, prefix: prefix, line: line)
    }
    if classes.contains("panel-tabset") { return write(tabs: inner) }
    let other = classes.filter {
      !Self.layout.contains($0) && !$0.hasPrefix("column") && !$0.hasPrefix("g-") && !$0.hasPrefix("layout")
    }
    if !other.isEmpty {
      notes.append(
        ImportNote(line, "the div .\(other.joined(separator: " .")) is opened up; its content stays"))
    }
    if attributes.id != nil { note("ids of divs, {#id}", at: line) }
    return write(inner)
  }

  /// Why a div is not for this reader.
  private static func hidden(_ attributes: Attributes) -> String? {
    let visible = attributes.classes.contains("content-visible")
    let hidden = attributes.classes.contains("content-hidden")
    guard visible || hidden else { return nil }
    func isPrint(_ format: String?) -> Bool? {
      format.map { ["pdf", "latex", "epub", "docx", "typst", "beamer", "titlepage-pdf"].contains($0) }
    }
    let isForPrint = isPrint(attributes.values["when-format"])
    let isForScreen = isPrint(attributes.values["unless-format"])
    if visible, isForPrint == true { return "content for \(attributes.values["when-format"] ?? "") alone" }
    if visible, isForScreen == false {
      return "content for all but \(attributes.values["unless-format"] ?? "")"
    }
    if hidden, isForPrint == false {
      return "content that is hidden in \(attributes.values["when-format"] ?? "")"
    }
    if hidden, isForScreen == true { return "content for \(attributes.values["unless-format"] ?? "") alone" }
    if hidden, isForPrint == nil, isForScreen == nil { return "content that is hidden" }
    return nil
  }

  private static func isObjectives(_ name: String, _ title: String?) -> Bool {
    name == "learning-objectives" || name == "objectives"
      || title?.lowercased().contains("learning objectives") == true
  }

  private mutating func write(
    box name: String, _ attributes: Attributes, _ inner: [QuartoBlock], prefix: String, line: Int
  ) -> [String] {
    let box =
      Self.boxes[name] ?? ("note", name.prefix(1).uppercased() + name.dropFirst().replacing("-", with: " "))
    if Self.boxes[name] == nil {
      notes.append(ImportNote(line, "the callout .callout-\(name) is of no kind of ours; it is a note"))
    }
    var inner = inner
    var title = attributes.values["title"]
    if title == nil, let (heading, rest) = Self.leadingHeading(inner) {
      title = heading
      inner = rest
    }
    let text = (title ?? box.title).map { inline($0, line: line) }
    // Sections and the like have their own prefixes; a box keeps its id where nothing else has it.
    let id = declare(attributes.id, line: line)
    divisionDepth += 1
    let body = write(inner)
    divisionDepth -= 1
    var head = "::: {.\(box.kind)"
    if let id { head += " #\(id)" }
    if let text { head += " title=\(text.attributeQuoted)" }
    return [prefix + head + "}"] + body + [prefix + ":::"]
  }

  /// A heading that begins a callout, which is its title, and what follows it.
  private static func leadingHeading(_ blocks: [QuartoBlock]) -> (String, [QuartoBlock])? {
    guard case .text(let lines, let line)? = blocks.first, let first = lines.first,
      let (_, text) = heading(QuartoReader.split(first).content)
    else { return nil }
    let rest = Array(lines.dropFirst())
    let title = QuartoAttributes.trailing(text)?.before ?? text
    return (title, (rest.isEmpty ? [] : [.text(rest, line: line + 1)]) + blocks.dropFirst())
  }

  /// The list of a callout of learning objectives goes into the front matter.
  private mutating func take(objectives blocks: [QuartoBlock], prefix: String, line: Int) -> [String] {
    var rest: [QuartoBlock] = []
    var ids = Set(objectives.map(\.id))
    var taken = false
    for block in blocks {
      guard case .text(let lines, let first) = block, !lines.isEmpty else {
        rest.append(block)
        continue
      }
      var items: [(line: Int, text: String)] = []
      var before: [String] = []
      for (offset, line) in lines.enumerated() {
        let text = line.trimmed
        if let item = Self.item(text) {
          items.append((first + offset, item))
        } else if items.isEmpty {
          before.append(line)
        } else {
          items[items.count - 1].text += " " + text
        }
      }
      if !before.isEmpty { rest.append(.text(before, line: first)) }
      for item in items {
        let text = inline(item.text, line: item.line).plainWords
        let id = unique(text.slug(words: 4).ifEmpty("objective"), among: &ids)
        objectives.append((id, text))
        taken = true
      }
    }
    if rest.isEmpty { return [] }
    // Words around the list, which have no place in the front matter.
    if taken {
      notes.append(ImportNote(line, "words beside the list of learning objectives stand in the text"))
    }
    return write(rest)
  }

  static func item(_ text: String) -> String? {
    for mark in ["- ", "* ", "+ "] where text.hasPrefix(mark) { return String(text.dropFirst(2)).trimmed }
    let digits = text.prefix { $0.isNumber }
    guard !digits.isEmpty, [". ", ") "].contains(where: { text.dropFirst(digits.count).hasPrefix($0) }) else {
      return nil
    }
    return String(text.dropFirst(digits.count + 2)).trimmed
  }

  /// Tabs one below the other, each under its name.
  private mutating func write(tabs blocks: [QuartoBlock]) -> [String] {
    divisionDepth += 1
    defer { divisionDepth -= 1 }
    return write(blocks)
  }

  // MARK: - Formulas

  private mutating func write(formula tex: [String], id: String?, prefix: String, line: Int) -> [String] {
    var id = id
    var lines = tex
    for index in lines.indices {
      while let open = lines[index].firstRange(of: "\\label{"),
        let close = lines[index][open.upperBound...].firstIndex(of: "}")
      {
        if id == nil { id = String(lines[index][open.upperBound..<close]) }
        lines[index].removeSubrange(open.lowerBound...close)
      }
      if lines[index].contains("`{python}") {
        notes.append(ImportNote(line, "a formula holds an inline value, which stays as its source"))
      }
    }
    lines.removeAll { $0.trimmed.isEmpty }
    guard !lines.isEmpty else { return [] }
    if let found = id, !found.hasPrefix("eq-") { id = "eq-" + found.replacing(":", with: "-") }
    let anchor = declare(id, line: line).map { " {#\($0)}" } ?? ""
    return [prefix + "$$"] + lines.map { prefix + $0.trimmed } + [prefix + "$$" + anchor]
  }

  // MARK: - Text

  private mutating func write(text lines: [String], line: Int) -> [String] {
    // An image whose caption goes over lines.
    let joined = lines.map { line in
      let content = QuartoReader.split(line).content
      return content.hasSuffix("\\") ? String(content.dropLast()) : content
    }.joined(separator: " ")
    if lines.count > 1, Self.isImage(joined) {
      return write(image: joined, prefix: QuartoReader.split(lines[0]).prefix, line: line)
    }
    var result: [String] = []
    var paragraph: [String] = []
    var first = line
    func isAlone(_ content: String) -> Bool {
      Self.heading(content) != nil || Self.isImage(content)
        || content.hasPrefix("{{<") && content.hasSuffix(">}}")
    }
    for (offset, text) in lines.enumerated() {
      let (prefix, content) = QuartoReader.split(text)
      guard isAlone(content), !Self.isListContinuation(prefix, in: paragraph) || Self.isImage(content) else {
        if paragraph.isEmpty { first = line + offset }
        paragraph.append(text)
        continue
      }
      result += write(paragraph: paragraph, line: first)
      paragraph = []
      let number = line + offset
      if let (level, words) = Self.heading(content) {
        result += [""] + write(heading: words, level: level, prefix: prefix, line: number) + [""]
      } else if content.hasPrefix("{{<") {
        result += write(shortcode: content, prefix: prefix, line: number)
      } else {
        result += [""] + write(image: content, prefix: prefix, line: number) + [""]
      }
    }
    return result + write(paragraph: paragraph, line: first)
  }

  private static func isListContinuation(_ prefix: String, in paragraph: [String]) -> Bool {
    !prefix.isEmpty && !paragraph.isEmpty
  }

  static func heading(_ content: String) -> (level: Int, text: String)? {
    let level = content.prefix { $0 == "#" }.count
    guard (1...6).contains(level), content.dropFirst(level).first == " " else { return nil }
    return (level, String(content.dropFirst(level)).trimmed)
  }

  private mutating func write(heading words: String, level: Int, prefix: String, line: Int) -> [String] {
    let (before, attributes) = QuartoAttributes.trailing(words) ?? (words, Attributes())
    var text = inline(before, line: line)
    while text.hasSuffix("#") { text = String(text.dropLast()).trimmedEnd }
    if divisionDepth > 0 || !prefix.isEmpty {
      if attributes.id != nil { note("ids of headings in boxes", at: line) }
      return [prefix + "**\(text.plainWords)**"]
    }
    var level = level
    if level == 1 {
      if title == nil, lastLevel == 1 {
        title = text.plainWords
      } else {
        level = 2
      }
    }
    if level > lastLevel + 1 {
      notes.append(
        ImportNote(
          line,
          "a heading of level \(level) follows one of level \(lastLevel); it is one of level \(lastLevel + 1)"
        ))
      level = lastLevel + 1
    }
    lastLevel = level
    var id = declare(attributes.id, line: line)
    // Questions and references name a section by its id.
    if id == nil, level == 2 {
      id = unique("sec-" + text.plainWords.slug().ifEmpty("section"), among: &declared)
    }
    var anchor = id.map { " #\($0)" } ?? ""
    if attributes.classes.contains("unnumbered") { anchor += " .unnumbered" }
    return [
      String(repeating: "#", count: level) + " " + text + (anchor.isEmpty ? "" : " {\(anchor.dropFirst())}")
    ]
  }

  private mutating func write(shortcode content: String, prefix: String, line: Int) -> [String] {
    let words = InlineScanner.words(String(content.dropFirst(3).dropLast(3)))
    if words.first == "include", let path = words.dropFirst().first {
      includeCount += 1
      guard includeDepth < 8, includeCount <= 100, let text = surroundings.include(path) else {
        notes.append(ImportNote(line, "the included file `\(path)` can not be read; its content is missing"))
        return []
      }
      notes.append(
        ImportNote(line, "the file `\(path)` is included here; lines of notes on it count from its own start")
      )
      var reader = QuartoReader(QuartoFrontMatter.read(text).lines, first: 1)
      let blocks = reader.blocks()
      notes += reader.notes
      includeDepth += 1
      defer { includeDepth -= 1 }
      return [""] + write(blocks)
    }
    let result = text(ofShortcode: words, line: line)
    return result.isEmpty ? [] : [prefix + result]
  }

  /// Lines without blank ones, headings or images: prose, a list, a table, a definition list.
  private mutating func write(paragraph lines: [String], line: Int) -> [String] {
    guard let head = lines.first else { return [] }
    if let table = write(table: lines, line: line) { return table }
    if let caption = Self.caption(lines), Self.isTableCaption(lines) {
      return [write(caption: caption, line: line)]
    }
    if lines.count > 1, let second = lines.dropFirst().first,
      second.hasPrefix(": ") || second.hasPrefix(":   "),
      !head.hasPrefix(":")
    {
      return write(definitions: lines, line: line)
    }
    if lines.allSatisfy({ $0.hasPrefix("| ") || $0 == "|" }) {
      let text = inline(lines.map { $0.dropFirst(2).description }.joined(separator: "\n"), line: line)
      return text.lines.dropLast().map { $0 + "\\" } + text.lines.suffix(1)
    }
    let text = inline(lines.joined(separator: "\n"), line: line)
    return text.lines.map { $0.hasSuffix(" ") && !$0.hasSuffix("  ") ? $0.trimmedEnd : $0 }
      .filter { !QuartoReader.split($0).content.isEmpty || $0.contains(">") }
      .map(Self.withoutFence)
  }

  /// A line of prose that would open a div, behind the marks of lists and quotes, says its colons instead.
  private static func withoutFence(_ line: String) -> String {
    guard let colons = line.firstRange(of: ":::") else { return line }
    let marks = line[..<colons.lowerBound]
    guard marks.count < 40, marks.allSatisfy({ " \t>-*+.)".contains($0) || $0.isNumber }) else { return line }
    return marks + "\\" + line[colons.lowerBound...]
  }

  /// Pandoc's definition list: a term, and below it lines that begin with a colon.
  private mutating func write(definitions lines: [String], line: Int) -> [String] {
    var result: [String] = []
    for (offset, text) in lines.enumerated() {
      if text.hasPrefix(":") {
        let words = inline(String(text.dropFirst()).trimmed, line: line + offset)
        if result.isEmpty { result.append(words) } else { result[result.count - 1] += " " + words }
      } else if text.first?.isWhitespace == true, !result.isEmpty {
        result[result.count - 1] += " " + inline(text.trimmed, line: line + offset)
      } else {
        result += ["", "**\(inline(text.trimmed, line: line + offset))**:"]
      }
    }
    return result
  }
}

extension String {
  /// Without the marks of emphasis and code, and without the addresses of links.
  var plainWords: String {
    var text = replacing("***", with: "").replacing("**", with: "").replacing("*", with: "").replacing(
      "`", with: "")
    // Each link that is taken out costs the length of the text.
    guard text.utf8.count < 20_000 else { return text }
    var from = text.startIndex
    while let middle = text[from...].firstRange(of: "]("),
      let close = text[middle.upperBound...].firstIndex(of: ")")
    {
      from = middle.lowerBound
      guard let open = text[..<middle.lowerBound].lastIndex(of: "[") else {
        from = middle.upperBound
        continue
      }
      let offset = text.distance(from: text.startIndex, to: middle.lowerBound) - 1
      text.removeSubrange(middle.lowerBound...close)
      text.remove(at: open)
      from = text.index(text.startIndex, offsetBy: offset)
    }
    return text
  }

  func ifEmpty(_ other: String) -> String { isEmpty ? other : self }
}
