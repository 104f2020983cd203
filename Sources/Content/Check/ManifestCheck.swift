import Engine

/// What `book.yaml` names and the book does not have.
struct ManifestCheck {
  private static let file = "book.yaml"

  private(set) var findings: [Finding] = []
  private let root: YAMLNode?

  static func findings(in context: CheckContext) -> [Finding] {
    guard context.extent == .book else { return [] }
    let store = FileStore(folder: context.book.folder)
    var check = ManifestCheck(store)
    check.chapters(of: context.book, store: store)
    check.paths(of: context.book.manifest)
    check.workbench(of: context.book, in: context)
    return check.findings
  }

  private init(_ store: FileStore) {
    let source = try? store.text(Self.file)
    root = source.flatMap { try? YAMLNode.parse($0.text(in: 0..<$0.bytes.count)) }
  }

  private mutating func report(
    _ severity: Finding.Severity, _ node: YAMLNode?, _ message: String, _ advice: String
  ) {
    let position = node?.position ?? SourcePosition(line: 1)
    findings.append(Finding(severity, file: Self.file, at: position, message, advice: advice))
  }

  private mutating func chapters(of book: Book, store: FileStore) {
    var seen: Set<String> = []
    for part in root?["parts"]?.sequence ?? [] {
      if let introduction = part["intro"], let path = introduction.text, !store.exists(path) {
        report(
          .error, introduction, "the introduction `\(path)` of a part does not exist",
          "write the file, or correct `intro`")
      }
      for node in part["chapters"]?.sequence ?? [] {
        guard let id = node.text else { continue }
        if !seen.insert(id).inserted {
          report(.error, node, "the chapter `\(id)` is listed twice", "keep it in one part")
        } else if let chapter = book.chapters[id], !store.exists(chapter.file) {
          let names = ChapterReader.folders.flatMap { store.names(in: $0, ending: ".md") }
          let like = CheckContext.suggestion(for: id, among: names.map { String($0.dropLast(3)) })
          report(
            .error, node, "the chapter `\(id)` has no file",
            like.map { "did you mean `\($0)`?" } ?? "write \(chapter.file), or remove it from the list")
        }
      }
    }
  }

  private mutating func paths(of manifest: Manifest) {
    let ids = manifest.chapterIDs
    let names = Set(ids + ids.compactMap(ChapterReader.leadingNumber))
    for path in root?["paths"]?.sequence ?? [] {
      for node in path["chapters"]?.sequence ?? [] {
        guard let chapter = node.text, !names.contains(chapter) else { continue }
        report(
          .warning, node,
          "the path `\(path["id"]?.text ?? "")` names the chapter `\(chapter)`, which the book does not have",
          "name chapters by number or id")
      }
    }
  }

  private mutating func workbench(of book: Book, in context: CheckContext) {
    let profiles = book.workbook.library.profiles
    for entry in root?["workbench"]?.entries ?? [] {
      guard let kind = Profile.Kind(rawValue: entry.key) else {
        findings.append(
          Finding(
            .error, file: Self.file, at: entry.position, "the workbench has no `\(entry.key)`",
            advice: "its keys are \(Profile.Kind.allCases.map(\.rawValue).joined(separator: " and "))"))
        continue
      }
      guard let id = entry.value.text, profiles[id]?.kind != kind else { continue }
      let known = profiles.values.filter { $0.kind == kind }.map(\.id).sorted()
      let like = context.suggestion(for: id, among: known).map { "did you mean `\($0)`?" }
      report(
        .error, entry.value, "there is no \(kind.rawValue) profile `\(id)`",
        like
          ?? (known.isEmpty
            ? "write profiles/\(kind.folder)/\(id).yaml" : "the book has \(CheckContext.list(known))"))
    }
  }
}

extension Profile.Kind {
  fileprivate var folder: String { self == .hardware ? "hardware" : "models" }
}
