extension BookLoader {
  /// The book after some of its files were saved: what they hold is read again, the rest is kept.
  ///
  /// - Parameter paths: of the files, from the book's folder; a folder stands for all that is in it.
  /// - Returns: the book, and a loader that knows the manifest as it is now.
  /// - Throws: when `book.yaml` can not be read any more.
  public func reread(_ book: Book, changed paths: [String]) throws(BookError) -> (BookLoader, Book) {
    let loader = paths.contains("book.yaml") ? try BookLoader(folder: folder, cache: cache?.folder) : self
    var kept = book
    kept.manifest = loader.manifest
    let folders = Set(paths.filter { !$0.contains(".") })
    for (id, chapter) in book.chapters {
      let files = [chapter.file, "questions/\(id).md"]
      let isChanged = files.contains { file in
        paths.contains(file) || folders.contains { file.hasPrefix($0 + "/") }
      }
      if isChanged || !loader.manifest.chapterIDs.contains(id) { kept.chapters[id] = nil }
    }
    // A unit that is declared otherwise changes what every cell says.
    if paths.contains("units.yaml") { kept.chapters = [:] }
    return (loader, loader.rest(of: kept, limit: book.isLarge ? 0 : .max))
  }
}

extension BookLoader {
  /// Whether what is read of one page comes from a file, named from the folder.
  public func shows(_ path: String) -> Bool {
    guard let page else { return true }
    return path == page || path.hasPrefix("profiles/") || path.hasPrefix("equations/")
      || ["units.yaml", "constants.yaml", "references.yaml", "glossary.md"].contains(path)
  }
}
