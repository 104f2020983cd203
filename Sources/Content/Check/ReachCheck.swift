/// What a reader never comes to: files that the book does not list, headings that are no sections, sections without an
/// id, pages that have no title.
enum ReachCheck {
  static func findings(in context: CheckContext) -> [Finding] {
    var findings = context.roots.flatMap { strayHeadings(in: $0.block, of: $0.file) }
    guard context.extent != .page else { return findings }
    for chapter in context.chapters where !chapter.isBroken {
      if chapter.title == chapter.id, !isFrontMatterBroken(of: chapter, in: context) {
        findings.append(
          Finding(
            .warning, file: chapter.file, at: SourcePosition(line: 1), "the chapter has no title",
            advice: "begin the file with front matter: ---, title: …, ---"))
      }
      for section in chapter.sections where section.level == 2 && section.id == nil {
        findings.append(
          Finding(
            .warning, file: chapter.file, at: chapter.blocks[section.block].range.start,
            "the section `\(section.title)` has no id, so no reference, question or link can lead to it",
            advice: "write `## \(section.title) {#sec-…}`"))
      }
    }
    if context.extent == .book { return findings + files(in: context) }
    return findings + context.chapters.map { unlisted($0.file, id: $0.id) }
  }

  /// Whether the title may stand where it could not be read.
  private static func isFrontMatterBroken(of chapter: Chapter, in context: CheckContext) -> Bool {
    guard let source = try? FileStore(folder: context.book.folder).text(chapter.file) else { return true }
    let head = LinePass.head(source, file: chapter.file)
    return !head.findings.isEmpty || FrontMatter(head).findings.contains { $0.severity == .error }
  }

  private static func unlisted(_ file: String, id: String) -> Finding {
    Finding(
      .warning, file: file, at: SourcePosition(line: 1),
      "the book does not list this file, so nobody can read it",
      advice: "add `\(id)` to the chapters of a part in book.yaml, or remove the file")
  }

  /// Headings inside of boxes, lists and quotes, which are not in the contents.
  private static func strayHeadings(in root: Block, of file: String) -> [Finding] {
    var findings: [Finding] = []
    for child in root.children {
      child.walk { block in
        guard case .heading(let heading) = block else { return }
        findings.append(
          Finding(
            .warning, file: file, at: heading.range.start,
            "the heading `\(heading.content.plainText)` stands inside a box, a list or a quote, so it is no section",
            advice: "put it outside, or make it the box's title: title=\"…\""))
      }
    }
    return findings
  }

  /// Files that lie where the book's pages lie, and that it does not list; and those that it lists and that are not
  /// there.
  private static func files(in context: CheckContext) -> [Finding] {
    let manifest = context.book.manifest
    let store = FileStore(folder: context.book.folder)
    let known = Set(context.chapters.flatMap { [$0.file, $0.poolFile] })
    let names = Set(manifest.chapterIDs.map { $0 + ".md" })
    var findings: [Finding] = []
    for folder in ChapterReader.folders + ["questions"] {
      for name in store.names(in: folder, ending: ".md") where !known.contains("\(folder)/\(name)") {
        let id = String(name.dropLast(3))
        if folder == "questions" {
          let like = context.suggestion(for: id, among: manifest.chapterIDs)
          findings.append(
            Finding(
              .warning, file: "\(folder)/\(name)", at: SourcePosition(line: 1),
              "no chapter has the name of this file, so nobody is asked its questions",
              advice: "name it after its chapter" + (like.map { ", such as \($0).md" } ?? "")))
        } else if names.contains(name) {
          findings.append(
            Finding(
              .warning, file: "\(folder)/\(name)", at: SourcePosition(line: 1),
              "another file has the same name and is read in its place",
              advice: "give it another name, or remove it"))
        } else {
          findings.append(unlisted("\(folder)/\(name)", id: id))
        }
      }
    }
    return findings
  }
}

extension Chapter {
  /// Whether its file could not be read.
  fileprivate var isBroken: Bool {
    if case .problem? = blocks.first {
      blocks.count == 1 && sections.isEmpty && !findings.isEmpty
    } else {
      false
    }
  }
}
