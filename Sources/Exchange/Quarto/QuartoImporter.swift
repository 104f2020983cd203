import Content

/// Turns a chapter of a Quarto book into a chapter of ours.
///
/// ```swift
/// let chapter = QuartoImporter.chapter(of: text, id: "05-neural-computation")
/// chapter.text      // Markdown with front matter
/// chapter.notes     // what is not in it, with its lines
/// ```
public struct QuartoImporter {
  /// What became of a file.
  public struct Result: Sendable {
    public var title: String
    public var text: String
    /// The keys that it cites, in order.
    public var citations: [String]
    /// What could not be carried over, by line.
    public var notes: [ImportNote]
  }

  /// What surrounds the file.
  public struct Surroundings: Sendable {
    /// Ids that other chapters of the book declare.
    public var anchors: Set<String>
    /// The text of an included file; nil where it can not be read.
    public var include: @Sendable (String) -> String?

    public init(anchors: Set<String> = [], include: @escaping @Sendable (String) -> String? = { _ in nil }) {
      self.anchors = anchors
      self.include = include
    }
  }

  /// Reads the text of a `.qmd` file.
  ///
  /// - Parameters:
  ///   - number: the number of the chapter, for its front matter.
  ///   - fallback: its title, where the file gives none.
  public static func chapter(
    of text: String, title fallback: String, number: String? = nil,
    surroundings: Surroundings = Surroundings()
  ) -> Result {
    // References to what comes later are known after a first reading, and what a reader really finds after another:
    // what is damaged may declare less than it seems.
    var first = QuartoImporter(surroundings, known: nil)
    _ = first.read(text)
    var known = first.declared
    var footnotes: Set<String> = []
    var result = Result(title: fallback, text: "", citations: [], notes: [])
    for _ in 0..<3 {
      var importer = QuartoImporter(surroundings, known: known.union(surroundings.anchors))
      importer.undefinedFootnotes = footnotes
      importer.parts = first.parts
      let body = importer.read(text)
      result = importer.result(body, title: fallback, number: number)
      let probe = PageProbe(result.text)
      if probe.anchors.isSuperset(of: known), probe.undefinedFootnotes.isEmpty { break }
      known.formIntersection(probe.anchors)
      footnotes.formUnion(probe.undefinedFootnotes)
    }
    return result
  }

  /// Quarto's inline Markdown as ours, for texts that are no chapters: questions, captions.
  public static func inline(_ text: String, line: Int, anchors: Set<String>) -> (
    text: String, notes: [ImportNote]
  ) {
    var importer = QuartoImporter(Surroundings(), known: anchors)
    let result = importer.inline(text, line: line)
    return (result + importer.footnotes.map { " (\($0.text))" }.joined(), importer.notes)
  }

  let surroundings: Surroundings
  /// Ids that references may name; nil while they are gathered.
  let known: Set<String>?
  /// The figures whose parts have ids of their own.
  var parts: [String: String] = [:]
  /// Ids that the chapter declares so far.
  var declared: Set<String> = []
  var notes: [ImportNote] = []
  /// What is left out in many places, with the lines.
  var repeated: [String: [Int]] = [:]
  var citations: [String] = []
  /// Inline footnotes, which get definitions at the end.
  var footnotes: [(label: String, text: String)] = []
  var usedLabels: Set<String> = []
  /// Labels, in lower case, that nothing defines.
  var undefinedFootnotes: Set<String> = []
  var front = QuartoFrontMatter()
  var title: String?
  var objectives: [(id: String, text: String)] = []
  /// The level of the last heading that was written.
  var lastLevel = 1
  /// Values of Python names that could be reckoned.
  var python = PythonValues()
  /// While what is inside of a div is written: headings there are no sections.
  var divisionDepth = 0
  /// How many files include each other.
  var includeDepth = 0
  var includeCount = 0

  init(_ surroundings: Surroundings, known: Set<String>?) {
    self.surroundings = surroundings
    self.known = known
  }

  private mutating func read(_ text: String) -> [String] {
    let (front, lines, first) = QuartoFrontMatter.read(unified(text))
    self.front = front
    notes += front.notes
    var ids: Set<String> = []
    for objective in front.objectives {
      let text = inline(objective.text, line: 1).plainWords
      objectives.append((unique(objective.id ?? text.slug(words: 4).ifEmpty("objective"), among: &ids), text))
    }
    var reader = QuartoReader(uncommented(lines, first: first), first: first)
    let blocks = reader.blocks()
    notes += reader.notes
    for label in lines.joined(separator: "\n").footnoteLabels { usedLabels.insert(label) }
    return write(blocks)
  }

  /// One kind of line end, and no control characters.
  private func unified(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var wasReturn = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\r": result.append("\n")
      case "\n": if !wasReturn { result.append(scalar) }
      default:
        if scalar.value >= 0x20 && scalar.value != 0x7F || scalar == "\t" { result.append(scalar) }
      }
      wasReturn = scalar == "\r"
    }
    return String(result)
  }

  /// The lines without HTML comments outside of code.
  private mutating func uncommented(_ lines: [String], first: Int) -> [String] {
    var result: [String] = []
    var fence: String?
    var opened: Int?
    for (offset, line) in lines.enumerated() {
      var line = line
      if opened != nil {
        guard let end = line.firstRange(of: "-->") else {
          result.append("")
          continue
        }
        line = String(line[end.upperBound...])
        opened = nil
      }
      let content = QuartoReader.split(line).content
      if let mark = fence {
        if content.hasPrefix(mark), content.allSatisfy({ $0 == mark.first }) { fence = nil }
      } else if let mark = content.first, mark == "`" || mark == "~",
        content.prefix(while: { $0 == mark }).count >= 3,
        mark == "~" || !content.drop(while: { $0 == mark }).contains("`")
      {
        fence = String(content.prefix { $0 == mark })
      } else {
        while let start = line.commentStart {
          note("HTML comments", at: first + offset)
          if let end = line[start...].firstRange(of: "-->") {
            line = String(line[..<start]) + line[end.upperBound...]
          } else {
            line = String(line[..<start])
            opened = first + offset
            break
          }
        }
      }
      result.append(line)
    }
    if let opened {
      notes.append(ImportNote(opened, "an HTML comment is not closed; all after it is left out"))
    }
    return result
  }

  /// Remembers that something of this kind is left out.
  mutating func note(_ kind: String, at line: Int) { repeated[kind, default: []].append(line) }

  /// Takes an id that is written; nil with a note for one that is taken already.
  mutating func declare(_ id: String?, line: Int) -> String? {
    guard let id, !id.isEmpty else { return nil }
    guard id.utf8.allSatisfy({ InlineScanner.isWord($0) || "-.:".utf8.contains($0) }) else {
      notes.append(ImportNote(line, "the id `\(id)` has characters that ids have not; it is left out"))
      return nil
    }
    guard declared.insert(id).inserted else {
      notes.append(ImportNote(line, "the id `\(id)` is given twice; the second is left out"))
      return nil
    }
    return id
  }

  private func result(_ body: [String], title fallback: String, number: String?) -> Result {
    let title = front.title ?? self.title ?? fallback
    var lines = ["---", "title: \(title.yamlQuoted)"]
    if let number = number ?? front.number { lines.append("number: \(number)") }
    let objectives = self.objectives
    if !objectives.isEmpty {
      lines.append("objectives:")
      lines += objectives.map { "  \($0.id): \($0.text.yamlQuoted)" }
    }
    lines += ["---", ""] + body
    for note in footnotes {
      lines += ["", "[^\(note.label)]: \(note.text.replacing("\n", with: "\n    "))"]
    }
    let many = repeated.map { kind, lines in
      let places = lines.prefix(12).map(String.init).joined(separator: ", ")
      let rest = lines.count > 12 ? ", … " : ""
      return ImportNote(
        lines.first ?? 1,
        lines.count == 1
          ? "left out: \(kind)" : "left out: \(kind), \(lines.count) times (lines \(places)\(rest))")
    }
    let all = (notes + many).sorted { ($0.line, $0.message) < ($1.line, $1.message) }
    return Result(
      title: title, text: Self.squeezed(lines).joined(separator: "\n") + "\n", citations: citations,
      notes: all)
  }

  /// Without blank lines after blank lines, outside of code.
  private static func squeezed(_ lines: [String]) -> [String] {
    var result: [String] = []
    var fence: String?
    for line in lines.flatMap(\.lines) {
      let text = QuartoReader.split(line).content
      if let mark = fence {
        if text.hasPrefix(mark), text.allSatisfy({ $0 == "`" }) { fence = nil }
      } else if text.hasPrefix("```") {
        fence = String(text.prefix { $0 == "`" })
      } else if line.trimmed.isEmpty, result.last?.trimmed.isEmpty != false {
        continue
      }
      result.append(line)
    }
    while result.last?.isEmpty == true { result.removeLast() }
    return result
  }
}

extension String {
  /// Where a comment begins that stands in no code span.
  fileprivate var commentStart: String.Index? {
    guard let start = firstRange(of: "<!--")?.lowerBound else { return nil }
    return self[..<start].count(where: { $0 == "`" }).isMultiple(of: 2) ? start : nil
  }

  /// The labels of the footnotes that it defines.
  fileprivate var footnoteLabels: [String] {
    lines.compactMap { line in
      guard line.hasPrefix("[^"), let close = line.firstIndex(of: "]") else { return nil }
      return String(line[line.index(line.startIndex, offsetBy: 2)..<close])
    }
  }
}
