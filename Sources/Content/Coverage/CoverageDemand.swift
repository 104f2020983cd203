/// Which files of an inventory the book must cover: those whose chapter it has. `files` in `coverage.yaml` says what the
/// names do not.
struct CoverageDemand {
  private let notes: CoverageNotes
  private let numbers: Set<String>
  private let ids: [String]
  /// Files of chapters and of introductions to parts, which are read like chapters.
  private let paths: [String]

  init(_ context: CheckContext, notes: CoverageNotes) {
    self.notes = notes
    let manifest = context.book.manifest
    ids = manifest.chapterIDs
    numbers = Set(context.chapters.compactMap(\.number) + ids.compactMap(ChapterReader.leadingNumber))
    paths = context.chapters.map(\.file)
  }

  /// The number of the chapter that a file is about, or what the book names instead.
  func chapter(of file: InventoryFile) -> String? { notes.chapters[file.name]?.id ?? file.chapter }

  func contains(_ file: InventoryFile) -> Bool {
    if let chapter = notes.chapters[file.name]?.id { return isChapter(chapter) }
    if let chapter = file.chapter { return numbers.contains(chapter) }
    if file.name == "front" {
      return paths.contains { $0.hasPrefix("front/") && !$0.hasPrefix("front/part") }
    }
    if file.name.hasPrefix("part") { return paths.contains("front/\(file.name).md") }
    if file.name.hasPrefix("app-") {
      let topic = file.name.dropFirst(4)
      return paths.contains { $0.hasPrefix("appendices/") && $0.hasSuffix("-\(topic).md") }
    }
    return false
  }

  private func isChapter(_ name: String) -> Bool { numbers.contains(name) || ids.contains(name) }

  /// Lines under `files` that say nothing.
  func findings(knowing inventory: Inventory) -> [Finding] {
    notes.chapters.compactMap { name, declaration in
      inventory.names.contains(name)
        ? nil
        : Finding(
          .error, file: CoverageNotes.file, at: declaration.position,
          "`files` names `\(name)`, which the inventory does not have", advice: "remove the line")
    }
  }
}
