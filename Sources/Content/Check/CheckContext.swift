import Engine

/// A book, or a page of one, with what several checks look up.
struct CheckContext {
  /// What is checked.
  enum Extent {
    case book
    /// One file of a book's folder that the book does not list.
    case pageOfBook
    /// A file that belongs to no book.
    case page
  }

  let extent: Extent
  let book: Book
  /// Chapters that are read, in order.
  let chapters: [Chapter]
  /// Of those chapters, in order.
  let calculators: [Calculator]
  /// With the author's values.
  let workbook: Workbook
  /// Everything that a reference may name.
  let anchors: Set<String>
  /// Calculators that a reference may name.
  let calculatorIDs: Set<String>
  /// The glossary.
  let others: [(file: String, contents: FileContents)]
  /// Messages for a formula that can not be set.
  let mathematics: BookCheck.Mathematics

  init(_ book: Book, mathematics: @escaping BookCheck.Mathematics = { _ in [] }) {
    self.init(book, extent: .book, anchors: [], calculators: [], mathematics: mathematics)
  }

  /// - Parameter book: one whose only chapter is the page, when it is a page.
  /// - Parameter anchors: ids of other chapters that a reference may name.
  init(
    _ book: Book, extent: Extent, anchors: Set<String>, calculators others: [String],
    mathematics: @escaping BookCheck.Mathematics
  ) {
    self.extent = extent
    self.book = book
    self.mathematics = mathematics
    var seen: Set<String> = []
    chapters = book.manifest.chapterIDs.filter { seen.insert($0).inserted }.compactMap { book.chapters[$0] }
    calculators = chapters.flatMap(\.calculators)
    calculatorIDs = Set(calculators.map(\.id) + others)
    var workbook = book.workbook
    if !workbook.scenario.isEmpty { _ = workbook.apply(Scenario()) }
    self.workbook = workbook
    self.others = extent == .book ? Self.others(of: book) : []
    let declared = self.others.flatMap { $0.contents.notes.declarations.map(\.id) }
    self.anchors = anchors.union(
      chapters.flatMap(\.anchors).compactMap(\.id) + book.glossary.map(\.id) + declared)
  }

  /// Whether references.yaml as a whole can not be read, which is a finding of its own: then each source would be
  /// missing.
  var lacksSources: Bool {
    book.bibliography.isEmpty
      && book.findings.contains { $0.file == "references.yaml" && $0.severity == .error }
  }

  private static func others(of book: Book) -> [(String, FileContents)] {
    let store = FileStore(folder: book.folder)
    return ["glossary.md"].compactMap { file in
      guard let source = try? store.text(file) else { return nil }
      let scan = LinePass.scan(source, file: file)
      return (file, FileReader.read(scan, units: book.workbook.library.units))
    }
  }

  /// The notes of each file: of the chapters, of their pools, and of the others.
  var files: [(file: String, notes: FileNotes)] {
    chapters.flatMap { [($0.file, $0.notes), ($0.poolFile, $0.poolNotes)] }
      + others.map { ($0.file, $0.contents.notes) }
  }

  /// Everything that an author wrote in a chapter: its blocks, its footnotes and its pool, each with its file.
  func roots(of chapter: Chapter) -> [(file: String, block: Block)] {
    let blocks = chapter.blocks.filter { if case .selfCheck = $0 { false } else { true } }
    let footnotes = Self.blocks(of: chapter.footnotes)
    let pool = chapter.questions.filter { $0.file == chapter.poolFile }
    return (blocks + footnotes).map { (chapter.file, $0) } + pool.map { ($0.file, .question($0)) }
  }

  /// The same for all chapters and the others.
  var roots: [(file: String, block: Block)] {
    chapters.flatMap(roots)
      + others.flatMap { file, contents in
        (contents.blocks + Self.blocks(of: contents.footnotes)).map { (file, $0) }
      }
  }

  private static func blocks(of footnotes: [String: Footnote]) -> [Block] {
    footnotes.values.sorted { ($0.number, $0.label) < ($1.number, $1.label) }.flatMap(\.blocks)
  }

  /// How many names a check looks for the like of: each costs a comparison with all that exist.
  private final class Patience {
    var left = 50
  }

  private let patience = Patience()

  /// A name like this one among those that exist, for the first findings.
  func suggestion(for name: String, among names: some Sequence<String>) -> String? {
    guard patience.left > 0 else { return nil }
    patience.left -= 1
    return Self.suggestion(for: name, among: names)
  }

  /// A name like this one among a few that exist.
  static func suggestion(for name: String, among names: some Sequence<String>) -> String? {
    let limit = max(1, name.count / 4)
    return names.map { (name: $0, distance: distance(name, $0, limit: limit)) }
      .filter { $0.distance <= limit }
      .min { ($0.distance, $0.name) < ($1.distance, $1.name) }?.name
  }

  /// Names for a message: the first of them.
  static func list(_ names: [String]) -> String {
    names.prefix(12).joined(separator: ", ") + (names.count > 12 ? ", …" : "")
  }

  /// How many letters differ; more than the limit when many do.
  private static func distance(_ left: String, _ right: String, limit: Int) -> Int {
    let (left, right) = (Array(left.utf8.prefix(64)), Array(right.utf8.prefix(64)))
    guard abs(left.count - right.count) <= limit else { return limit + 1 }
    var row = Array(0...right.count)
    for (i, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in right.enumerated() {
        let above = row[j + 1]
        row[j + 1] = letter == other ? diagonal : min(diagonal, above, row[j]) + 1
        diagonal = above
      }
    }
    return row[right.count]
  }
}
