import Engine

/// A book with what several checks look up.
struct CheckContext {
  let book: Book
  /// Chapters that are read, in order.
  let chapters: [Chapter]
  /// Of those chapters, in order.
  let calculators: [Calculator]
  /// With the author's values.
  let workbook: Workbook
  /// Everything that a reference may name.
  let anchors: Set<String>

  init(_ book: Book) {
    self.book = book
    chapters = book.manifest.chapterIDs.compactMap { book.chapters[$0] }
    calculators = chapters.flatMap(\.calculators)
    var workbook = book.workbook
    if !workbook.scenario.isEmpty { _ = workbook.apply(Scenario()) }
    self.workbook = workbook
    anchors = Set(chapters.flatMap(\.anchors).map(\.id) + book.glossary.map(\.id))
  }

  /// The notes of each file: of the chapters and of their pools.
  var files: [(file: String, notes: FileNotes)] {
    chapters.flatMap { [($0.file, $0.notes), ($0.poolFile, $0.poolNotes)] }
  }

  /// A name like this one among those that exist.
  static func suggestion(for name: String, among names: some Sequence<String>) -> String? {
    let limit = max(1, name.count / 4)
    return names.map { (name: $0, distance: distance(name, $0, limit: limit)) }
      .filter { $0.distance <= limit }
      .min { ($0.distance, $0.name) < ($1.distance, $1.name) }?.name
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
