import Dispatch
import Engine
import Synchronization

/// Reads one chapter with its pool of questions, from the cache where that has it.
struct ChapterReader {
  let store: FileStore
  let units: UnitTable
  var cache: ChapterCache?
  /// The file of the only page, where it is no book that is read.
  var page: String?

  /// Where chapters may lie, with the folders of the book.
  static let folders = ["chapters", "appendices", "front"]
  /// How much of a chapter a first page may show, in bytes.
  private static let beginningLength = 6 << 10

  /// The chapter's file, from the book's folder.
  func file(of id: String) -> String {
    if let page { return page }
    let paths = Self.folders.map { "\($0)/\(id).md" }
    return paths.first { store.exists($0) } ?? paths[0]
  }

  static func poolFile(of id: String) -> String { "questions/\(id).md" }

  /// The chapter; when its file can not be read, one that says why.
  func read(_ id: String) -> Chapter { kept(id, .whole) ?? parsed(id) }

  /// The chapter without its text. It is kept, since a large book is known by these.
  func outline(_ id: String) -> Chapter {
    if let kept = kept(id, .outline) { return kept }
    let outline = parsed(id).outline
    keep(outline)
    return outline
  }

  /// What the cache has of a chapter for a page that begins with a block.
  func keptPage(_ id: String, from block: Int) -> KeptPage? {
    guard let cache else { return nil }
    let stamp = stamp(of: id)
    let kept =
      block == 0
      ? cache.entry(id, .beginning, stamp: stamp) ?? cache.entry(id, .whole, stamp: stamp)
      : cache.part(id, block: block, stamp: stamp)
    return kept.map { KeptPage(chapter: $0, stamp: stamp) }
  }

  /// The same from the chapter's files: as much of it as a first page shows, or all of it where that is as quick or the
  /// page is not the first.
  func page(_ id: String, from block: Int) -> Chapter {
    if block != 0 { return read(id) }
    let file = file(of: id)
    guard let source = try? store.text(file) else { return parsed(id) }
    let scan = LinePass.scan(source, file: file, length: Self.beginningLength)
    if scan.isWhole { return parsed(id) }
    let contents = FileReader.read(scan, units: units)
    var sections: [String] = []
    for block in contents.blocks {
      if case .heading(let heading) = block, let id = heading.attributes.id { sections.append(id) }
    }
    let poolFile = Self.poolFile(of: id)
    let pool = readPool(poolFile, of: sections)
    var chapter = Self.chapter(
      id: id, file: file, scan: scan, contents: contents, pool: pool, poolFile: poolFile)
    chapter.extent = .beginning
    return chapter
  }

  // MARK: - The cache

  private func stamp(of id: String) -> String {
    let file = file(of: id)
    return file + " " + store.stamp(of: [file, Self.poolFile(of: id), "units.yaml"])
  }

  private func kept(_ id: String, _ form: Chapter.Extent) -> Chapter? {
    guard let cache else { return nil }
    let stamp = stamp(of: id)
    return cache.entry(id, form, stamp: stamp).flatMap {
      KeptPage(chapter: $0, stamp: stamp).chapter(units: units)
    }
  }

  /// Puts a chapter into the cache if it is not there, and its beginning and its parts beside it.
  func keep(_ chapter: Chapter) {
    guard let cache, let origin = chapter.origin, !origin.isKept else { return }
    // The whole comes last: where it is, the others are.
    if let beginning = chapter.beginning {
      cache.keep(beginning, stamp: origin.stamp, contents: origin.contents)
    }
    cache.keep(parts: chapter.parts, stamp: origin.stamp, contents: origin.contents)
    cache.keep(chapter, stamp: origin.stamp, contents: origin.contents)
  }

  /// Whether a chapter from the cache still says what its files say. Times can be the same after a change.
  func isCurrent(_ chapter: Chapter) -> Bool {
    guard let origin = chapter.origin, origin.isKept else { return true }
    return contents(of: [chapter.file, Self.poolFile(of: chapter.id)].map { try? store.text($0) })
      == origin.contents
  }

  private func contents(of sources: [SourceText?]) -> UInt64 {
    sources.reduce(0) { sum, source in
      (source?.bytes ?? []).withUnsafeBytes { Checksum.of($0, seed: sum) }
    }
  }

  // MARK: - The files

  /// The chapter, read from its files.
  func parsed(_ id: String) -> Chapter {
    let stamp = cache == nil ? "" : stamp(of: id)
    let file = file(of: id)
    let source: SourceText
    do {
      source = try store.text(file)
    } catch {
      return Self.broken(id, file: file, error)
    }
    let poolFile = Self.poolFile(of: id)
    let pool = Mutex((FileContents(), SourceText?.none))
    let contents = Mutex<(ScannedFile, FileContents)?>(nil)
    DispatchQueue.concurrentPerform(iterations: 2) { index in
      if index == 0 {
        let scan = LinePass.scan(source, file: file)
        let read = FileReader.read(scan, units: units)
        contents.withLock { $0 = (scan, read) }
      } else {
        let read = readPool(poolFile)
        pool.withLock { $0 = read }
      }
    }
    let (scan, read) = contents.withLock { $0 } ?? (LinePass.scan(source, file: file), FileContents())
    let (questions, poolSource) = pool.withLock { $0 }
    var chapter = Self.chapter(
      id: id, file: file, scan: scan, contents: read, pool: questions, poolFile: poolFile)
    if cache != nil {
      chapter.origin = Chapter.Origin(
        stamp: stamp, contents: self.contents(of: [source, poolSource]), isKept: false)
    }
    return chapter
  }

  private func readPool(_ file: String) -> (FileContents, SourceText?) {
    var pool = FileContents()
    guard store.exists(file) else { return (pool, nil) }
    do {
      let source = try store.text(file)
      return (FileReader.read(LinePass.scan(source, file: file), units: units), source)
    } catch {
      let start = SourcePosition(line: 1)
      pool.findings.append(Finding(.error, file: file, at: start, error.message, advice: error.advice))
      return (pool, nil)
    }
  }

  /// The questions of some sections.
  private func readPool(_ file: String, of sections: [String]) -> FileContents {
    guard store.exists(file), let source = try? store.text(file) else { return FileContents() }
    let (question, colons) = (Array("{.question".utf8), Array(":::".utf8))
    let marks = sections.map { Array("section=\"\($0)\"".utf8) }
    var wanted: [UInt8] = []
    var isWanted = false
    for line in 0..<source.lineCount {
      let text = source.bytes[source.range(ofLine: line + 1)]
      if text.starts(with: colons), SourceText.firstIndex(of: question, in: text) != nil {
        isWanted = marks.contains { SourceText.firstIndex(of: $0, in: text) != nil }
      }
      if isWanted { wanted += text + [UInt8(ascii: "\n")] }
    }
    return FileReader.read(LinePass.scan(SourceText(wanted), file: file), units: units)
  }

  static func chapter(
    id: String, file: String, scan: ScannedFile, contents read: FileContents, pool: FileContents,
    poolFile: String
  ) -> Chapter {
    var contents = read
    let front = FrontMatter(scan)
    contents.findings += front.findings
    let number = front.number ?? leadingNumber(of: id)
    let (questions, strays) = questions(of: pool, file: poolFile)
    var quick: [Question] = []
    for block in contents.blocks {
      block.walk { if case .question(let question) = $0 { quick.append(question) } }
    }
    var numbering = Numbering(chapter: id, number: number)
    let blocks = numbering.run(Sectioning(pool: questions).run(contents.blocks))
    let title = front.title ?? numbering.sections.first { $0.level == 1 }?.title ?? id
    var chapter = Chapter(
      id: id, number: number, title: title, file: file, objectives: front.objectives, blocks: blocks,
      sections: numbering.sections, footnotes: contents.footnotes, calculators: contents.calculators,
      questions: quick + questions, anchors: numbering.anchors,
      findings: contents.findings + pool.findings + strays)
    chapter.notes = contents.notes
    chapter.poolNotes = pool.notes
    chapter.poolFile = poolFile
    chapter.equations = contents.equations
    chapter.offsets = Chapter.offsets(of: blocks, in: scan.source, lines: scan.lineCount)
    chapter.length = scan.source.bytes.count
    return chapter
  }

  /// The questions of a pool, and what else is in it.
  private static func questions(of pool: FileContents, file: String) -> ([Question], [Finding]) {
    var questions: [Question] = []
    var findings: [Finding] = []
    for block in pool.blocks {
      switch block {
      case .question(let question): questions.append(question)
      case .problem: continue
      default:
        findings.append(
          Finding(
            .warning, file: file, at: block.range.start, "a file of questions holds only `{.question}` divs",
            advice: "move this into the chapter"))
      }
    }
    return (questions, findings)
  }

  /// `5` of `05-neural-computation`.
  static func leadingNumber(of id: String) -> String? {
    let digits = id.prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(digits), id.dropFirst(digits.count).first == "-" else { return nil }
    return String(number)
  }

  private static func broken(_ id: String, file: String, _ error: BookError) -> Chapter {
    let start = SourceRange(SourcePosition(line: 1), SourcePosition(line: 1))
    let problem = ProblemBlock(message: error.message, advice: error.advice, source: file, range: start)
    return Chapter(
      id: id, number: leadingNumber(of: id), title: id, file: file, blocks: [.problem(problem)],
      findings: [Finding(.error, file: file, at: start.start, error.message, advice: error.advice)])
  }
}

/// A chapter that is in the cache, with the state of its files.
struct KeptPage: Sendable {
  private let kept: KeptChapter
  private let stamp: String

  init(chapter: KeptChapter, stamp: String) {
    kept = chapter
    self.stamp = stamp
  }

  /// What it needs of the library.
  var needs: LibraryNeeds? { kept.needs }

  func chapter(units: UnitTable) -> Chapter? {
    var chapter = kept.chapter(units: units)
    chapter?.origin = Chapter.Origin(stamp: stamp, contents: kept.contents, isKept: true)
    return chapter
  }
}

/// What stands between the lines of `---` at the beginning of a file.
struct FrontMatter {
  var title: String?
  var number: String?
  var objectives: [Objective] = []
  private var objectivePlaces: [String: SourcePosition] = [:]
  var findings: [Finding] = []

  private static let keys = ["id", "title", "number", "objectives"]

  /// Where the objectives of a file stand.
  static func objectivePlaces(of source: SourceText) -> [String: SourcePosition] {
    FrontMatter(LinePass.head(source, file: "")).objectivePlaces
  }

  init(_ scan: ScannedFile) {
    guard let (text, line) = scan.frontMatter else { return }
    func report(
      _ severity: Finding.Severity, _ position: SourcePosition, _ message: String, _ advice: String?
    ) {
      findings.append(Finding(severity, file: scan.file, at: position, message, advice: advice))
    }
    do throws(YAMLProblem) {
      guard let root = try YAMLNode.parse(text, at: SourcePosition(line: line)) else { return }
      guard let entries = root.entries else {
        throw YAMLProblem(
          message: "the front matter is a mapping, and this is \(root.kindName)", advice: "write `title: …`",
          position: root.position)
      }
      title = root["title"]?.text
      number = root["number"]?.text
      for entry in root["objectives"]?.entries ?? [] {
        objectives.append(Objective(id: entry.key, text: entry.value.text ?? ""))
        objectivePlaces[entry.key] = entry.position
        if (entry.value.text ?? "").isEmpty {
          report(
            .error, entry.position, "the objective `\(entry.key)` says nothing",
            "write what a reader will be able to do")
        }
      }
      if let node = root["objectives"], node.entries == nil {
        report(
          .error, node.position, "`objectives` maps ids to texts, and this is \(node.kindName)",
          "write `id: text`")
      }
      for entry in entries where !Self.keys.contains(entry.key) {
        report(
          .warning, entry.position, "the front matter knows no `\(entry.key)`",
          "the keys are \(Self.keys.joined(separator: ", "))")
      }
    } catch {
      report(.error, error.position, error.message, error.advice)
    }
  }
}
