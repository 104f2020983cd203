/// Reads a file line by line before Markdown does, and takes out what Markdown would misread: front matter, the fences
/// of divs, displayed mathematics, captions and cells. Each leaves a comment of one line, a block to every Markdown
/// parser, in its place and at its indentation.
struct LinePass {
  /// Deeper quotes and lists are refused: they cost a parser time and a reader patience.
  static let depthLimit = 64
  var file: ScannedFile
  let source: SourceText
  var containers = Containers()
  /// The number of the line that is read.
  var line = 1
  /// Lines of the file from here on are not yet copied.
  private var copied = 1
  /// The last line that holds something, where that was prose.
  private var lastProse: Int?
  private var safety: Guard
  /// How many divs are open.
  private var openDivisions = 0

  private init(_ source: SourceText, file: String, marker: String) {
    self.source = source
    self.file = ScannedFile(source: source, file: file, marker: marker)
    safety = Guard(source.bytes)
  }

  /// - Parameter length: reads to the first heading after so many bytes, with the notes and links that are defined behind
  ///   it; nil for the whole file.
  static func scan(_ source: SourceText, file: String, length: Int? = nil) -> ScannedFile {
    var pass = LinePass(source, file: file, marker: marker(for: source.bytes))
    pass.run(length: length ?? source.bytes.count)
    return pass.file
  }

  /// The front matter alone.
  static func head(_ source: SourceText, file: String) -> ScannedFile {
    var pass = LinePass(source, file: file, marker: "")
    pass.readFrontMatter()
    return pass.file
  }

  private mutating func run(length: Int) {
    if length >= source.bytes.count {
      file.markdown.reserveCapacity(source.bytes.count)
      file.lineMap.reserveCapacity(source.lineCount)
    }
    readFrontMatter()
    var seam = ScannedFile.partLength
    while line <= source.lineCount, !isHeading(after: length) {
      if isHeading(after: seam), line > 1, source.range(ofLine: line - 1).isEmpty {
        copyLines(before: line)
        file.seams.append((file.markdown.count, file.lineMap.count))
        seam = source.range(ofLine: line).lowerBound + ScannedFile.partLength
      }
      readLine()
    }
    copyLines(before: line)
    file.lineCount = line - 1
    if line <= source.lineCount {
      file.isWhole = false
      readDefinitions()
    }
    Guard.defuse(&file.markdown)
  }

  /// Whether a section begins with this line, behind so many bytes and outside of all divs.
  private func isHeading(after length: Int) -> Bool {
    let range = source.range(ofLine: line)
    return range.lowerBound >= length && openDivisions == 0
      && source.bytes[range].starts(with: Self.sectionMark)
  }

  private static let sectionMark = Array("## ".utf8)

  /// Takes from the lines that are left those that define notes and links.
  private mutating func readDefinitions() {
    while line <= source.lineCount {
      let text = source.bytes[source.range(ofLine: line)]
      guard text.first == UInt8(ascii: "["), text.contains(UInt8(ascii: ":")) else {
        line += 1
        continue
      }
      containers = Containers()
      copied = line
      file.markdown.append(UInt8(ascii: "\n"))
      file.lineMap.append(line)
      repeat { readLine() } while line <= source.lineCount && !source.range(ofLine: line).isEmpty
      copyLines(before: line)
    }
  }

  // MARK: - Lines

  private mutating func readLine() {
    let text = source.bytes[source.range(ofLine: line)]
    let (content, indent) = containers.enter(text, limit: Self.depthLimit)
    guard content.byte < text.endIndex else {
      line += 1
      return
    }
    if containers.depth >= Self.depthLimit {
      return refuse(
        "quotes and lists are nested more than \(Self.depthLimit) deep", advice: "write it flatter",
        at: content.byte - text.startIndex)
    }
    guard indent <= 3 else {
      if containers.isProse { lastProse = line }
      line += 1
      return
    }
    let rest = text[content.byte...]
    let wasProse = containers.isProse
    containers.isProse = false
    switch text[content.byte] {
    case UInt8(ascii: "`"), UInt8(ascii: "~"):
      if let fence = Fence(rest) { return readFence(fence, at: content, indent: indent, in: text) }
    case UInt8(ascii: ":"):
      if let fence = DivisionFence(rest) { return readDivision(fence, at: content, in: text) }
      if rest.dropFirst().first == UInt8(ascii: " "), let last = lastProse,
        source.bytes[source.range(ofLine: last)].contains(UInt8(ascii: "|"))
      {
        return readCaption(at: content, in: text)
      }
    case UInt8(ascii: "\\"):
      if readEnvironment(at: content, in: text) { return }
      if !wasProse, FormulaMacros.begins(rest), readMacros(at: content, in: text) { return }
    case UInt8(ascii: "$"):
      if !wasProse, rest.count == 1 || FormulaMacros.begins(rest), readMacros(at: content, in: text) {
        return
      }
      if rest.starts(with: Self.dollars), readFormula(at: content, in: text) { return }
    case UInt8(ascii: "<"):
      if let end = Self.endOfHTML(rest) { return skipHTML(until: end, from: content.byte + 1) }
    case UInt8(ascii: "["):
      if rest.dropFirst().first == UInt8(ascii: "^") { noteFootnote(rest, in: text) }
      if !file.hasDefinitions { file.hasDefinitions = Self.mayDefine(rest) }
    case UInt8(ascii: "#"):
      lastProse = nil
      line += 1
      return
    default: break
    }
    if !wasProse { safety.endTable() }
    let following = source.bytes[source.range(ofLine: line + 1)]
    if let (message, advice) = safety.complaint(about: rest, following: following) {
      return refuse(message, advice: advice, at: content.byte - text.startIndex)
    }
    containers.isProse = true
    lastProse = line
    line += 1
  }

  private static let dollars = Array("$$".utf8)

  /// Copies the lines that were read and not taken out.
  private mutating func copyLines(before end: Int) {
    guard copied < end else { return }
    let range = source.range(ofLine: copied).lowerBound..<source.range(ofLine: end - 1).upperBound
    file.markdown.append(contentsOf: source.bytes[range])
    file.markdown.append(UInt8(ascii: "\n"))
    file.lineMap.append(contentsOf: copied..<end)
    copied = end
  }

  /// Leaves a marker for what was taken out: the lines from `first` up to the present one, which is not yet read.
  mutating func replace(from first: Int, at byte: Int, by kind: Piece.Kind) {
    copyLines(before: first)
    let start = source.range(ofLine: first).lowerBound
    file.markdown.append(contentsOf: source.bytes[start..<start + byte])
    file.markdown.append(contentsOf: "\(file.marker)\(file.pieces.count)-->\n".utf8)
    file.lineMap.append(first)
    file.pieces.append(
      Piece(kind: kind, range: source.range(lines: first...max(first, line - 1), from: byte)))
    copied = line
    lastProse = nil
  }

  /// Takes the present line out with a complaint.
  private mutating func refuse(_ message: String, advice: String, at byte: Int) {
    line += 1
    replace(from: line - 1, at: 0, by: .problem(message: message, advice: advice))
    report(.error, line: line - 1, byte: byte, message, advice: advice)
  }

  mutating func report(_ severity: Finding.Severity, line: Int, byte: Int, _ message: String, advice: String?)
  {
    let position = source.position(line: line, byte: byte)
    file.findings.append(Finding(severity, file: file.file, at: position, message, advice: advice))
  }

  // MARK: - What is taken out

  private mutating func readFrontMatter() {
    func isFence(_ line: Int, _ marks: [String]) -> Bool {
      let text = source.text(ofLine: line)
      return marks.contains { text.hasPrefix($0) && text.dropFirst(3).allSatisfy { $0 == " " || $0 == "\t" } }
    }
    guard source.lineCount > 1, isFence(1, ["---"]) else { return }
    guard let end = (2...source.lineCount).first(where: { isFence($0, ["---", "..."]) }) else {
      return report(
        .error, line: 1, byte: 0, "the front matter is not closed", advice: "end it with a line of `---`")
    }
    file.frontMatter = (end > 2 ? source.text(ofLines: 2...end - 1) : "", 2)
    line = end + 1
    copied = line
  }

  private mutating func readFence(
    _ fence: Fence, at place: Containers.Place, indent: Int, in text: ArraySlice<UInt8>
  ) {
    if let name = fence.cellName {
      if let kind = Cell.Kind(rawValue: name) {
        return readCell(kind, fence: fence, at: place, indent: indent, in: text)
      }
      report(
        .warning, line: line, byte: place.byte - text.startIndex, "`{\(name)}` is no kind of cell",
        advice: "the kinds are {calc}, {figure}, {plot} and {equation}; it is shown as a listing")
    }
    let first = line
    line += 1
    lastProse = nil
    while line <= source.lineCount {
      let text = source.bytes[source.range(ofLine: line)]
      guard let content = containers.content(of: text) else { return }
      line += 1
      if fence.isClosed(by: text[content.byte...]) { return }
    }
    report(
      .error, line: first, byte: place.byte - text.startIndex,
      "the code fence is not closed, so everything after it is code",
      advice: "end it with a line of \(String(repeating: fence.mark, count: fence.length))")
  }

  private mutating func readDivision(
    _ fence: DivisionFence, at place: Containers.Place, in text: ArraySlice<UInt8>
  ) {
    let byte = place.byte - text.startIndex
    if let problem = fence.problem {
      report(
        .error, line: line, byte: byte + problem.offset, problem.message,
        advice: "write `::: {.class #id key=\"value\"}` or `::: class`")
    }
    openDivisions = max(0, openDivisions + (fence.attributes == nil ? -1 : 1))
    line += 1
    replace(from: line - 1, at: byte, by: fence.attributes.map { .open($0) } ?? .close)
  }

  /// `: text {#tbl-id}`, up to the next blank line.
  private mutating func readCaption(at place: Containers.Place, in text: ArraySlice<UInt8>) {
    let first = line
    var words = String(decoding: text[(place.byte + 2)...], as: UTF8.self)
    line += 1
    while line <= source.lineCount, line - first < 16, !words.hasSuffix("}") {
      let next = source.bytes[source.range(ofLine: line)]
      guard let content = containers.content(of: next) else { break }
      let rest = next[content.byte...].drop { $0 == UInt8(ascii: " ") }
      guard let byte = rest.first, ![":", "#", "|", ">", "`"].contains(UnicodeScalar(byte)) else { break }
      words += "\n" + String(decoding: rest, as: UTF8.self)
      line += 1
    }
    while words.last?.isWhitespace == true { words.removeLast() }
    var attributes = Attributes()
    if let trailing = AttributeParser.trailing(words) {
      (words, attributes) = (trailing.before, trailing.attributes)
    }
    replace(from: first, at: place.byte - text.startIndex, by: .caption(text: words, attributes: attributes))
  }

  /// Lines of HTML that Markdown leaves alone, so this does too.
  private mutating func skipHTML(until ends: [[UInt8]], from start: Int) {
    lastProse = nil
    var start = start
    while line <= source.lineCount {
      let text = source.bytes[source.range(ofLine: line)]
      guard containers.content(of: text) != nil else { return }
      line += 1
      if ends.contains(where: { Self.contains(text[max(start, text.startIndex)...], $0) }) { return }
      start = 0
    }
  }

  private mutating func noteFootnote(_ rest: ArraySlice<UInt8>, in text: ArraySlice<UInt8>) {
    guard let close = rest.firstIndex(of: UInt8(ascii: "]")), close - rest.startIndex > 2,
      close + 1 < rest.endIndex, rest[close + 1] == UInt8(ascii: ":")
    else { return }
    let label = String(decoding: rest[(rest.startIndex + 2)..<close], as: UTF8.self)
    let bytes = (rest.startIndex - text.startIndex)..<(close + 2 - text.startIndex)
    file.footnotes.append((label, source.range(line: line, bytes: bytes)))
    containers.openFootnote()
  }

  /// Whether a line that begins with a bracket may define a note or a link: `]:`, or a label that goes on.
  private static func mayDefine(_ text: ArraySlice<UInt8>) -> Bool {
    !text.contains(UInt8(ascii: "]")) || SourceText.firstIndex(of: Array("]:".utf8), in: text) != nil
  }

  // MARK: - Bytes

  private static let htmlStarts: [(start: [UInt8], ends: [[UInt8]])] = {
    let verbatim = ["</pre>", "</script>", "</style>"].map { Array($0.utf8) }
    return [("<!--", [Array("-->".utf8)])].map { (Array($0.utf8), $1) }
      + ["<pre", "<script", "<style"].map { (Array($0.utf8), verbatim) }
  }()

  /// What ends the HTML that begins here; nil when it is none of the kinds that hold lines as they are.
  private static func endOfHTML(_ text: ArraySlice<UInt8>) -> [[UInt8]]? {
    htmlStarts.first { start, _ in
      text.count >= start.count && zip(text, start).allSatisfy { $0 | 0x20 == $1 | 0x20 }
    }?.ends
  }

  static func contains(_ text: ArraySlice<UInt8>, _ needle: [UInt8]) -> Bool {
    guard let first = needle.first, text.count >= needle.count else { return false }
    for index in text.startIndex...(text.endIndex - needle.count) where text[index] | 0x20 == first | 0x20 {
      if zip(text[index...], needle).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) { return true }
    }
    return false
  }

  /// A comment that does not occur in the file.
  private static func marker(for bytes: [UInt8]) -> String {
    let stem = Array("<!--napkin-".utf8)
    var number = 0
    var index = 0
    while let open = SourceText.firstIndex(of: UInt8(ascii: "<"), in: bytes, from: index) {
      index = open + 1
      guard bytes[open...].starts(with: stem) else { continue }
      let digits = bytes[(open + stem.count)...].prefix {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
      }
      if digits.count < 10, let used = Int(String(decoding: digits, as: UTF8.self)) {
        number = max(number, used + 1)
      }
    }
    return "<!--napkin-\(number):"
  }
}
