/// What the line pass takes out of a file before Markdown is read, and puts back after.
struct Piece: Sendable {
  /// What it is.
  enum Kind: Sendable {
    case open(Attributes)
    case close
    case formula(tex: String, id: String?)
    case cell(Cell)
    case caption(text: String, attributes: Attributes)
    /// Commands for formulas, which show nothing themselves.
    case definitions
    case problem(message: String, advice: String?)
  }

  var kind: Kind
  var range: SourceRange
}

/// A fenced cell as it stands in its file.
struct Cell: Sendable {
  /// What a cell can be.
  enum Kind: String, Sendable { case calc, figure, plot, equation, library }

  var kind: Kind
  /// What stands after `#|`, a line each: YAML.
  var options: [String]
  /// The line of the first option.
  var optionsLine: Int
  /// What follows the options.
  var body: String
  /// The line of the body's first character.
  var bodyLine: Int
  /// How many characters stand before each line of the body: those of the list or quote that it is in.
  var indent: Int
  var range: SourceRange
}

/// A file after the line pass: Markdown with markers, and what they stand for.
struct ScannedFile: Sendable {
  let source: SourceText
  /// The path that findings name.
  let file: String
  var markdown: [UInt8] = []
  /// For each line of `markdown` the line of the file.
  var lineMap: [Int] = []
  var frontMatter: (text: String, line: Int)?
  var pieces: [Piece] = []
  /// What a marker begins with; no file can hold it, because it is chosen not to occur in this one.
  var marker: String
  /// Labels of footnotes with the places where they are defined.
  var footnotes: [(label: String, range: SourceRange)] = []
  var findings: [Finding] = []
  /// The commands that the file defines for its formulas.
  var macros = FormulaMacros()
  /// In a large file: where sections begin that can be read each for itself, as places in `markdown` and `lineMap`.
  var seams: [(byte: Int, line: Int)] = []
  /// Whether something in it may mean something elsewhere in the file: the definition of a note or a link.
  var hasDefinitions = false
  /// How many lines of the file were read, and whether those were all.
  var lineCount = 0
  var isWhole = true

  /// The cells of the file, in order.
  var cells: [Cell] {
    pieces.compactMap { piece in
      if case .cell(let cell) = piece.kind { cell } else { nil }
    }
  }

  /// The piece that a comment stands for.
  func piece(markedBy text: String) -> Int? {
    guard text.hasPrefix(marker), text.hasSuffix("-->") else { return nil }
    guard let index = Int(text.dropFirst(marker.count).dropLast(3)), pieces.indices.contains(index) else {
      return nil
    }
    return index
  }

  /// Text with the author's lines in place of the markers in it.
  func restored(_ text: String) -> String {
    guard !pieces.isEmpty, text.utf8.count >= marker.utf8.count,
      SourceText.firstIndex(of: Array(marker.utf8), in: Array(text.utf8)[...]) != nil
    else { return text }
    var result = ""
    var rest = text[...]
    while let range = rest.firstRange(of: marker) {
      result += rest[..<range.lowerBound]
      let digits = rest[range.upperBound...].prefix { $0.isNumber }
      rest = rest[digits.endIndex...].dropFirst(3)
      if let index = Int(digits), pieces.indices.contains(index) { result += source(of: pieces[index]) }
    }
    return result + rest
  }

  /// The author's lines that a piece stands for, without what stands before its first character.
  func source(of piece: Piece) -> String {
    let lines = piece.range.start.line...piece.range.end.line
    return String(source.text(ofLines: lines).dropFirst(piece.range.start.column - 1))
  }
}
