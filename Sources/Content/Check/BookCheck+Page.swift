import Engine

extension BookCheck {
  /// Whether a check of the whole book looks at a file, which is named from the book's folder.
  public static func looks(at file: String, of book: Book) -> Bool {
    if !file.hasSuffix(".md") { return true }
    return file == "glossary.md" || file.hasPrefix("equations/")
      || book.chapters.values.contains { $0.file == file || $0.poolFile == file }
  }

  /// Checks a page that a book does not list, such as a draft, as if it did: with the book's profiles, equations and
  /// sources, and with references into its chapters.
  ///
  /// - Parameter file: from the book's folder.
  public init(page file: String, in book: Book, mathematics: @escaping Mathematics = { _ in [] })
    throws(BookError)
  {
    let store = FileStore(folder: book.folder)
    let chapter = try Self.page(file, in: store, units: book.workbook.library.units)
    var library = book.workbook.library
    var page = chapter
    page.addEquations(to: &library)
    var pageBook = Book(page: page, folder: book.folder, library: library, others: book)
    pageBook.bibliography = book.bibliography
    pageBook.glossary = book.glossary
    self.init(
      CheckContext(
        pageBook, extent: Self.isPage(file) ? .pageOfBook : .page,
        anchors: Set(book.chapters.values.flatMap(\.anchors).compactMap(\.id)),
        calculators: book.workbook.calculatorIDs, mathematics: mathematics))
  }

  /// Checks a Markdown file that belongs to no book. Findings name it as `path` does.
  public init(page path: String, mathematics: @escaping Mathematics = { _ in [] }) throws(BookError) {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    let source = try FileStore.text(path, shownAs: path)
    let scan = LinePass.scan(source, file: name)
    var page = ChapterReader.chapter(
      id: name, file: name, scan: scan, contents: FileReader.read(scan, units: .standard),
      pool: FileContents(), poolFile: "")
    var library = Library()
    page.addEquations(to: &library)
    let book = Book(page: page, folder: folder, library: library, others: nil)
    self.init(
      CheckContext(book, extent: .page, anchors: [], calculators: [], mathematics: mathematics), renamed: path
    )
  }

  /// Whether a file lies where the book's pages and their pools lie.
  private static func isPage(_ file: String) -> Bool {
    let parts = file.split(separator: "/").map(String.init)
    return parts.count == 2 && (ChapterReader.folders + ["questions"]).contains(parts[0])
      && parts[1].hasSuffix(".md")
  }

  /// A chapter with its pool where the file is one of the two; any other page by itself.
  private static func page(_ file: String, in store: FileStore, units: UnitTable) throws(BookError) -> Chapter
  {
    let reader = ChapterReader(store: store, units: units)
    if isPage(file), let name = file.split(separator: "/").last {
      let id = String(name.dropLast(3))
      if store.exists(reader.file(of: id)) { return reader.read(id) }
    }
    let scan = LinePass.scan(try store.text(file), file: file)
    return ChapterReader.chapter(
      id: file, file: file, scan: scan, contents: FileReader.read(scan, units: units), pool: FileContents(),
      poolFile: "")
  }
}

extension Book {
  /// A book of one page. Its cells may name those of `others`.
  init(page: Chapter, folder: String, library: Library, others: Book?) {
    var workbook = Workbook(library: library)
    let known = others.map { book in book.manifest.chapterIDs.flatMap { book.chapters[$0]?.calculators ?? [] }
    }
    workbook.add((known ?? []) + page.calculators)
    self.init(
      manifest: Manifest(
        id: "page", title: page.title, version: "1",
        parts: [Part(id: "page", title: page.title, chapters: [page.id])]),
      folder: folder, chapters: [page.id: page], workbook: workbook)
  }
}
