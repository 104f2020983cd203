import Engine

/// The names that cells use, so that a first page reads no more of the library than it shows. Without the library at
/// hand any word may be a name of it; words that are none cost nothing.
struct LibraryNeeds: Sendable {
  private var words: Set<String> = []
  /// Words before a parenthesis.
  private var functions: Set<String> = []
  /// Whether a table shows a choice of the library, for which all of it is needed.
  private var needsAll = false

  /// What a chapter's cells, live values and plots name, and the texts of `others`.
  init(_ chapter: Chapter, others: [String]) {
    for calculator in chapter.calculators { add(calculator.body) }
    for text in Self.expressions(in: chapter) { add(text) }
    for text in others { add(text) }
    for block in chapter.blocks {
      let isSelection = { (block: Block) in
        if case .table(let table) = block { table.selection != nil } else { false }
      }
      if block.holds(isSelection) { needsAll = true }
    }
  }

  /// The live values and plots of a chapter, those of its footnotes too.
  static func expressions(in chapter: Chapter) -> [String] {
    var texts: [String] = []
    let notes = Chapter.footnotes(in: chapter.blocks).compactMap { chapter.footnotes[$0] }
    for block in chapter.blocks + notes.flatMap(\.blocks) {
      block.walk { block in
        if case .plot(let plot) = block { texts.append(plot.body) }
        for run in block.inlineRuns {
          for inline in run {
            inline.walk { inline in
              if case .live(let value) = inline { texts.append(value.expression) }
            }
          }
        }
      }
    }
    return texts
  }

  /// The calculators that the calculators, live values and plots of a chapter name and the chapter has not, with those that
  /// these name in turn.
  static func calculators(namedIn chapter: Chapter, find: (String) -> Calculator?) -> [Calculator] {
    var known = Set(chapter.calculators.map(\.id))
    var texts = chapter.calculators.map(\.body) + expressions(in: chapter)
    var found: [Calculator] = []
    while let text = texts.popLast() {
      for word in text.utf8.split(whereSeparator: { !isPart($0) && $0 != UInt8(ascii: "-") }) {
        let name = String(Substring(word))
        guard known.insert(name).inserted, let calculator = find(name) else { continue }
        found.append(calculator)
        texts.append(calculator.body)
      }
    }
    return found
  }

  /// The keys of the sources that a chapter cites.
  static func sources(citedIn chapter: Chapter) -> Set<String> {
    var keys: Set<String> = []
    func note(_ block: Block) {
      block.walk(inlines: { if case .citation(let cited) = $0 { keys.formUnion(cited) } })
    }
    chapter.blocks.forEach(note)
    for footnote in chapter.footnotes.values { footnote.blocks.forEach(note) }
    return keys
  }

  /// With what other texts name.
  func adding(_ others: [String]) -> LibraryNeeds {
    var needs = self
    for text in others { needs.add(text) }
    return needs
  }

  func contains(_ name: String) -> Bool { needsAll || words.contains(name) }

  /// Whether anything is called that may be an equation.
  var callsFunctions: Bool { needsAll || !functions.isEmpty }

  func containsFunction(_ name: String) -> Bool { needsAll || functions.contains(name) }

  /// The entries of a YAML file whose keys, at the left margin, are needed.
  func entries(of text: SourceText) -> String {
    if needsAll { return text.text(in: 0..<text.bytes.count) }
    return Self.entries(of: text) { words.contains($0) }
  }

  /// The entries of a YAML file whose keys, at the left margin, are wanted.
  static func entries(of text: SourceText, _ isNeeded: (String) -> Bool) -> String {
    var wanted: [UInt8] = []
    var isWanted = false
    for line in 0..<text.lineCount {
      let bytes = text.bytes[text.range(ofLine: line + 1)]
      let key = bytes.prefix { isPart($0) || $0 == UInt8(ascii: "-") }
      if !key.isEmpty {
        isWanted =
          key.endIndex < bytes.endIndex && bytes[key.endIndex] == UInt8(ascii: ":")
          && isNeeded(String(decoding: key, as: UTF8.self))
      }
      if isWanted {
        wanted += bytes
        wanted.append(UInt8(ascii: "\n"))
      }
    }
    return String(decoding: wanted, as: UTF8.self)
  }

  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var index = 0
      while index < bytes.count {
        guard Self.isPart(bytes[index]) else {
          index += 1
          continue
        }
        let start = index
        while index < bytes.count, Self.isPart(bytes[index]) { index += 1 }
        if !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[start]) {
          let word = String(decoding: bytes[start..<index], as: UTF8.self)
          if index < bytes.count, bytes[index] == UInt8(ascii: "(") { functions.insert(word) }
          words.insert(word)
        }
      }
    }
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: byte >= 0x80
    }
  }
}

extension LibraryNeeds: Stored {
  func write(to writer: inout ByteWriter) {
    writer.put(words.sorted())
    writer.put(functions.sorted())
    writer.put(needsAll)
  }

  init(from reader: inout ByteReader) throws(Damage) {
    let (words, functions): ([String], [String]) = (try reader.get(), try reader.get())
    self.words = Set(words)
    self.functions = Set(functions)
    needsAll = try reader.get()
  }
}
