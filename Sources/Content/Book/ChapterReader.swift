import Dispatch
import Engine
import Synchronization

/// Reads one chapter with its pool of questions.
struct ChapterReader {
  let store: FileStore
  let units: UnitTable

  /// Where chapters may lie, with the folders of the book.
  static let folders = ["chapters", "appendices", "front"]

  /// The chapter's file, from the book's folder.
  func file(of id: String) -> String {
    let paths = Self.folders.map { "\($0)/\(id).md" }
    return paths.first { store.exists($0) } ?? paths[0]
  }

  /// The chapter; when its file can not be read, one that says why.
  func read(_ id: String) -> Chapter {
    let file = file(of: id)
    let source: SourceText
    do {
      source = try store.text(file)
    } catch {
      return Self.broken(id, file: file, error)
    }
    let poolFile = "questions/\(id).md"
    let pool = Mutex(FileContents())
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
    return Self.chapter(
      id: id, file: file, scan: scan, contents: read, pool: pool.withLock { $0 }, poolFile: poolFile)
  }

  private func readPool(_ file: String) -> FileContents {
    var pool = FileContents()
    guard store.exists(file) else { return pool }
    do {
      pool = FileReader.read(LinePass.scan(try store.text(file), file: file), units: units)
    } catch {
      let start = SourcePosition(line: 1)
      pool.findings.append(Finding(.error, file: file, at: start, error.message, advice: error.advice))
    }
    return pool
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
    for (index, block) in blocks.enumerated() {
      block.walk { block in
        for run in block.inlineRuns {
          for inline in run {
            inline.walk { if case .live(let live) = $0 { chapter.liveValues.append((index, live)) } }
          }
        }
      }
    }
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

/// What stands between the lines of `---` at the beginning of a file.
struct FrontMatter {
  var title: String?
  var number: String?
  var objectives: [Objective] = []
  var findings: [Finding] = []

  private static let keys = ["id", "title", "number", "objectives"]

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
