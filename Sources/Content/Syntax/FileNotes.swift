/// Where a file uses what is declared elsewhere, and what else checking needs and the tree does not hold.
struct FileNotes: Sendable {
  var uses: [Use] = []
  var definedFootnotes: [Use] = []
  /// Where the bodies of calculators begin, by id.
  var calculators: [CellPlace] = []
  /// Ids with the places of their declarations, in order.
  var declarations: [Declaration] = []
  /// Lines of tables wider than a page.
  var wideTables: [SourcePosition] = []
  /// What the file declares to stand for, as written, with the places.
  var covers: [Declaration] = []
}

/// A use of something by name.
struct Use: Sendable {
  /// What is used.
  enum Kind: Sendable {
    case reference(Reference)
    case citation(String)
    case link(String)
    case image(String)
    case footnote(String)
    case undefinedFootnote(String)
  }

  var kind: Kind
  var range: SourceRange

  init(_ kind: Kind, at range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

/// Where the body of a calculator stands in its file.
struct CellPlace: Sendable {
  var id: String
  /// The place of the cell.
  var start: SourcePosition
  var body: String
  var bodyLine: Int
  var indent: Int

  init(id: String, cell: Cell) {
    self.id = id
    start = cell.range.start
    body = cell.body
    bodyLine = cell.bodyLine
    indent = cell.indent
  }

  /// The place of a byte of the body.
  func position(ofByte byte: Int) -> SourcePosition {
    let before = body.utf8.prefix(max(0, byte))
    let line = before.count { $0 == UInt8(ascii: "\n") }
    let lineStart =
      before.lastIndex(of: UInt8(ascii: "\n")).map { before.index(after: $0) } ?? before.startIndex
    return SourcePosition(line: bodyLine + line, column: indent + body[lineStart..<before.endIndex].count + 1)
  }
}

/// An id with the place where it is given.
struct Declaration: Sendable {
  var id: String
  var position: SourcePosition
}
