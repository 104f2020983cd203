import Dispatch
import Engine
import Synchronization

/// Reads a book from its folder. Broken content costs the smallest part possible: what is wrong is among the findings,
/// and the rest is there.
///
/// ```swift
/// let loader = try BookLoader(folder: "Content")
/// var book = try loader.open(chapter: "05-neural-computation")   // what the first page needs
/// book = loader.rest(of: book)                                   // beside the reading
/// ```
public struct BookLoader: Sendable {
  public let folder: String
  public let manifest: Manifest
  let store: FileStore
  let cache: ChapterCache?
  /// The file of the only page, from the folder, where it is no book that is read.
  let page: String?

  /// Larger books are known by the outlines of their chapters, and a chapter's text is read when it is visited; in bytes.
  public static let wholeBookLimit = 8 << 20

  /// Reads `book.yaml`.
  ///
  /// - Parameter cache: the folder that keeps chapters that were read; nil for none.
  /// - Throws: when the folder holds none, or one that can not be read.
  public init(folder: String, cache: String? = nil) throws(BookError) {
    guard FileStore.isFolder(folder) else {
      throw BookError("there is no folder `\(folder)`", advice: "name the folder that holds book.yaml")
    }
    guard FileStore.isFile(folder + "/book.yaml") else {
      throw BookError("the folder `\(folder)` holds no book.yaml", advice: "name the folder of a book")
    }
    self.folder = folder
    store = FileStore(folder: folder)
    self.cache = cache.map { ChapterCache(folder: $0, book: folder) }
    page = nil
    manifest = try ManifestReader.read(try store.text("book.yaml"))
  }

  /// A loader of one Markdown file, whether or not it belongs to a book.
  ///
  /// - Parameters:
  ///   - page: the file, from the folder.
  ///   - folder: where units, constants, profiles and equations are looked for, such as a book's; nothing outside of it is
  ///     read.
  /// - Throws: when there is no such file.
  public init(page: String, in folder: String) throws(BookError) {
    guard FileStore.isFile(folder + "/" + page) else {
      throw BookError("there is no file `\(page)` in `\(folder)`", advice: "name a Markdown file", file: page)
    }
    self.folder = folder
    self.page = page
    store = FileStore(folder: folder)
    cache = nil
    let name = page.split(separator: "/").last.map(String.init) ?? page
    let id = name.hasSuffix(".md") ? String(name.dropLast(3)) : name
    manifest = Manifest(
      id: "page", title: name, version: "1", parts: [Part(id: "page", title: name, chapters: [id])])
  }

  /// Whether one file is read, and no book.
  public var isPage: Bool { page != nil }

  /// Finds the book: `option`, else `NAPKIN_BOOK`, else the nearest folder upward from `directory` that holds a
  /// `book.yaml` or a `Content/book.yaml`, else `../share/napkin/Content` beside the program.
  public static func find(
    option: String?, environment: [String: String], directory: String, executable: @autoclosure () -> String?
  ) throws(BookError) -> String {
    if let option { return try named(option, by: "--book", from: directory) }
    if let name = environment["NAPKIN_BOOK"], !name.isEmpty {
      return try named(name, by: "NAPKIN_BOOK", from: directory)
    }
    var place = FileStore.resolved(directory) ?? directory
    while true {
      for candidate in [place, place + "/Content"] where FileStore.isFile(candidate + "/book.yaml") {
        return candidate
      }
      guard let slash = place.lastIndex(of: "/"), place != "/" else { break }
      place = slash == place.startIndex ? "/" : String(place[..<slash])
    }
    if let executable = executable(), let resolved = FileStore.resolved(executable),
      let slash = resolved.lastIndex(of: "/")
    {
      let installed = resolved[..<slash] + "/../share/napkin/Content"
      if FileStore.isFile(installed + "/book.yaml") {
        return FileStore.resolved(String(installed)) ?? String(installed)
      }
    }
    throw BookError(
      "there is no book here: no book.yaml in `\(directory)` or a folder above it, and none is installed",
      advice: "name the book's folder with --book DIR or NAPKIN_BOOK")
  }

  private static func named(_ name: String, by what: String, from directory: String) throws(BookError)
    -> String
  {
    let path = name.hasPrefix("/") ? name : directory + "/" + name
    for candidate in [path, path + "/Content"] where FileStore.isFile(candidate + "/book.yaml") {
      return FileStore.resolved(candidate) ?? candidate
    }
    let reason = FileStore.isFolder(path) ? "it holds no book.yaml" : "there is no such folder"
    throw BookError("\(what) names `\(name)`, but \(reason)", advice: "name the folder that holds book.yaml")
  }

  /// The book with one chapter, the first of the book when `chapter` is nil, and as much of its library as the chapter
  /// and the entries of `scenario` name. A chapter is named by its id, its number or a part of its title.
  ///
  /// - Parameter block: the block of the chapter with which a page begins, if no more than that page is needed for now;
  ///   nil for all of the chapter.
  /// - Parameter known: a book that was opened with the same chapter and the same block, whose text is taken from there.
  public func open(
    chapter: String?, scenario: Scenario = Scenario(), pageFrom block: Int? = nil, known: Book? = nil
  ) throws(BookError) -> Book {
    let id: String
    if let chapter {
      id = try chapterID(named: chapter)
    } else if let first = manifest.chapterIDs.first {
      id = first
    } else {
      throw BookError(
        "the book has no chapters", advice: "list them under `parts` in book.yaml", file: "book.yaml")
    }
    var reader = LibraryReader(store: store)
    let units = reader.units()
    let changes = scenario.inputs.values.flatMap { $0.values } + Array(scenario.overrides.keys)
    let others = changes + Array(scenario.workbench.values) + Array(manifest.workbench.values)
    let (chapter, read) =
      known?.chapters[id].map { ($0, nil) } ?? page(of: id, from: block, others: others, units: units)
    var library = read ?? Library(units: units)
    if read == nil { reader.read(LibraryNeeds(chapter, others: others), into: &library) }
    for (equation, _) in chapter.equations { _ = library.add(equation) }
    var workbook = Workbook(library: library)
    workbook.add(chapter.calculators)
    var book = Book(manifest: manifest, folder: folder, chapters: [id: chapter], workbook: workbook)
    if block != nil {
      var references = ReferenceReader(store: store, units: units)
      book.bibliography = references.bibliography(of: LibraryNeeds.sources(citedIn: chapter))
    }
    return book
  }

  /// A chapter, or what a page of it shows; where the cache has that, with what it needs of the library, read beside it.
  private func page(
    of id: String, from block: Int?, others: [String], units: UnitTable
  ) -> (Chapter, Library?) {
    let chapters = chapterReader(units)
    guard let block else { return (chapters.read(id), nil) }
    guard let kept = chapters.keptPage(id, from: block), let needs = kept.needs else {
      return (chapters.page(id, from: block), nil)
    }
    let store = store
    let read = Mutex<(chapter: Chapter?, library: Library?)>((nil, nil))
    DispatchQueue.concurrentPerform(iterations: 2) { index in
      if index == 0 {
        let chapter = kept.chapter(units: units)
        read.withLock { $0.chapter = chapter }
      } else {
        var reader = LibraryReader(store: store)
        var library = Library(units: units)
        reader.read(needs.adding(others), into: &library)
        read.withLock { $0.library = library }
      }
    }
    let (chapter, library) = read.withLock { $0 }
    guard let chapter else { return (chapters.page(id, from: block), nil) }
    return (chapter, library)
  }

  func chapterReader(_ units: UnitTable) -> ChapterReader {
    ChapterReader(store: store, units: units, cache: cache, page: page)
  }

  /// The book with its whole library, all chapters, glossary and bibliography; keeps the scenario. Chapters that were read
  /// from the cache are compared with their files, and those that were not go into it.
  ///
  /// - Parameter limit: a book whose chapters have more bytes gets their outlines alone; `complete` reads them.
  public func rest(of book: Book, limit: Int = .max) -> Book {
    var libraryReader = LibraryReader(store: store)
    var library = Library(units: libraryReader.units())
    let reader = chapterReader(library.units)
    let ids = manifest.chapterIDs
    let opened = book.chapters
    let isLarge = limit < .max && isLarger(than: limit, reader)
    let read = Mutex((libraryReader, library))
    let results = Mutex<[String: Chapter]>([:])
    DispatchQueue.concurrentPerform(iterations: ids.count + 1) { index in
      guard index < ids.count else { return read.withLock { $0.0.read(into: &$0.1) } }
      let id = ids[index]
      var chapter: Chapter
      if let known = opened[id], known.extent == .whole || isLarge && known.extent == .outline {
        chapter = known
      } else {
        chapter = isLarge && opened[id] == nil ? reader.outline(id) : reader.read(id)
      }
      if chapter.extent == .whole {
        if !reader.isCurrent(chapter) { chapter = reader.parsed(id) }
        reader.keep(chapter)
        chapter.origin?.isKept = true
      }
      results.withLock { $0[id] = chapter }
    }
    (libraryReader, library) = read.withLock { $0 }
    var book = book
    book.chapters = results.withLock { $0 }
    for id in ids { book.chapters[id]?.addEquations(to: &library) }
    book.findings = libraryReader.findings
    addReferences(to: &book, units: library.units)
    book.figureSources = libraryReader.sources
    let scenario = book.workbook.scenario
    book.workbook = Workbook(library: library)
    if isLarge {
      book.becomeLarge()
      let whole = opened.keys.filter { opened[$0]?.extent != .outline && !book.visited.contains($0) }
      for id in book.visited + whole.sorted() { addCalculators(of: id, to: &book, reader) }
    } else {
      book.workbook.add(ids.flatMap { book.chapters[$0]?.calculators ?? [] })
    }
    addScenarios(to: &book)
    if !scenario.isEmpty { _ = book.workbook.apply(scenario) }
    for id in ids where book.chapters[id]?.extent == .whole { book.chapters[id]?.findLiveValues() }
    return book
  }

  /// The book with its bibliography and glossary: what printing one chapter needs besides the chapter.
  public func withReferences(_ book: Book) -> Book {
    var book = book
    addReferences(to: &book, units: book.workbook.library.units)
    return book
  }

  private func addReferences(to book: inout Book, units: UnitTable) {
    var references = ReferenceReader(store: store, units: units)
    book.bibliography = references.bibliography()
    book.glossary = references.glossary()
    book.findings += references.findings
  }

  /// The id of the chapter that a reader named by id, number or title.
  public func chapterID(named name: String) throws(BookError) -> String {
    let ids = manifest.chapterIDs
    if ids.contains(name) { return name }
    if let id = ids.first(where: { ChapterReader.leadingNumber(of: $0) == name }) { return id }
    let reader = ChapterReader(store: store, units: .standard, page: page)
    let heads = ids.map { id -> (id: String, front: FrontMatter?) in
      guard let source = try? store.text(reader.file(of: id)) else { return (id, nil) }
      return (id, FrontMatter(LinePass.head(source, file: id)))
    }
    let wanted = name.lowercased()
    if let head = heads.first(where: { $0.front?.number?.lowercased() == wanted }) { return head.id }
    let matches = heads.filter {
      $0.id.lowercased().contains(wanted) || $0.front?.title?.lowercased().contains(wanted) == true
    }
    if matches.count == 1 || matches.count > 1 && wanted.count > 2, let first = matches.first {
      return first.id
    }
    // What one would type: numbers where there are any.
    let names = heads.map { $0.front?.number ?? ChapterReader.leadingNumber(of: $0.id) ?? $0.id }
    throw BookError(
      "there is no chapter `\(name)`",
      advice: "the chapters are \(names.prefix(30).joined(separator: ", "))\(names.count > 30 ? ", …" : "")")
  }

  /// Reads one Markdown file that need not belong to a book.
  public static func page(file: String) throws(BookError) -> Chapter {
    let source = try FileStore.text(file, shownAs: file)
    var name = file.split(separator: "/").last.map(String.init) ?? file
    if let dot = name.lastIndex(of: "."), dot > name.startIndex { name = String(name[..<dot]) }
    let scan = LinePass.scan(source, file: file)
    return ChapterReader.chapter(
      id: name, file: file, scan: scan, contents: FileReader.read(scan, units: .standard),
      pool: FileContents(),
      poolFile: file)
  }
}
