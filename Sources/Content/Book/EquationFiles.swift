import Engine

/// The files of equations, cut into their cells, so that a first page reads the cells that it needs and no others.
struct EquationFiles {
  /// A cell, or a file that could not be cut.
  private struct Piece {
    var file: String
    var source: SourceText
    var lines: ClosedRange<Int>
    /// The ids of its equations and the names of their functions.
    var names: [String] = []

    var text: SourceText {
      let range =
        source.range(ofLine: lines.lowerBound).lowerBound..<source.range(ofLine: lines.upperBound).upperBound
      return SourceText(Array(source.bytes[range]))
    }
  }

  private var pieces: [Piece] = []

  init(_ store: FileStore) {
    for name in store.names(in: "equations", ending: ".md") {
      let file = "equations/\(name)"
      guard let source = try? store.text(file) else { continue }
      pieces += Self.pieces(of: source, file: file)
    }
  }

  /// Takes out a piece that gives an equation which is wanted.
  mutating func next(where isWanted: (String) -> Bool) -> (file: String, text: SourceText)? {
    guard let index = pieces.firstIndex(where: { $0.names.contains(where: isWanted) }) else { return nil }
    let piece = pieces.remove(at: index)
    return (piece.file, piece.text)
  }

  private static func pieces(of source: SourceText, file: String) -> [Piece] {
    guard source.lineCount > 0 else { return [] }
    var pieces: [Piece] = []
    var whole = Piece(file: file, source: source, lines: 1...source.lineCount)
    var cell = whole
    var fence: Fence?
    var (inCells, inAll) = (0, 0)
    for line in 1...source.lineCount {
      let text = source.bytes[source.range(ofLine: line)]
      guard let first = text.first else { continue }
      if let open = fence {
        if open.isClosed(by: text) {
          cell.lines = cell.lines.lowerBound...line
          pieces.append(cell)
          fence = nil
        }
      } else if first == UInt8(ascii: "`") || first == UInt8(ascii: "~"), let open = Fence(text),
        open.cellName == "equation"
      {
        cell = Piece(file: file, source: source, lines: line...line)
        fence = open
      }
      guard first == UInt8(ascii: "#") || first == UInt8(ascii: "f"), let name = name(in: text) else {
        continue
      }
      whole.names.append(name)
      inAll += 1
      if fence == nil { continue }
      cell.names.append(name)
      inCells += 1
    }
    return fence == nil && inCells == inAll ? pieces : [whole]
  }

  private static let (idMark, functionMark) = (Array("#| id:".utf8), Array("fn ".utf8))

  /// The id or the function that a line names.
  private static func name(in line: ArraySlice<UInt8>) -> String? {
    if line.starts(with: idMark) {
      return LinePass.trimmed(String(decoding: line.dropFirst(idMark.count), as: UTF8.self))
    }
    guard line.starts(with: functionMark) else { return nil }
    let name = line.dropFirst(functionMark.count).prefix { $0 != UInt8(ascii: "(") }
    return LinePass.trimmed(String(decoding: name, as: UTF8.self))
  }
}
