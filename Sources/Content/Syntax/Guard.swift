/// Keeps a text within what the Markdown parser reads in time that grows with its length.
struct Guard {
  /// Wider tables are refused.
  static let columnLimit = 256
  /// Tables with more cells are refused, as rows are filled up with empty ones.
  static let cellLimit = 200_000
  /// What all links to one definition may hold together, in bytes.
  static let definitionLimit = 64 << 20
  /// How many openings of HTML that nothing closes a paragraph may have.
  static let openingLimit = 64

  private let bracketCount: Int
  private var columns = 0
  private var cells = 0

  init(_ bytes: [UInt8]) {
    var count = 0
    var place = 0
    while let bracket = SourceText.firstIndex(of: UInt8(ascii: "["), in: bytes, from: place) {
      count += 1
      place = bracket + 1
    }
    bracketCount = count
  }

  /// A complaint about a line of prose that makes a table too large, or a definition too costly.
  mutating func complaint(
    about line: ArraySlice<UInt8>, following: ArraySlice<UInt8>
  ) -> (message: String, advice: String)? {
    if let found = Self.columns(in: line) {
      columns = found
      cells = found
    } else if columns > 0 {
      cells += columns
    }
    if columns > Self.columnLimit {
      columns = 0
      return ("a table has more than \(Self.columnLimit) columns", "split it")
    }
    if cells > Self.cellLimit {
      columns = 0
      cells = 0
      return ("a table has more than \(Self.cellLimit) cells", "split it")
    }
    if line.first == UInt8(ascii: "["), line.contains(UInt8(ascii: ":")) {
      let length = line.count + (following.count > 200 || line.count > 200 ? following.count : 0)
      if length > 1000, length * bracketCount > Self.definitionLimit {
        return ("the definition of a link is \(length) bytes long and used often", "shorten it")
      }
    }
    return nil
  }

  /// A line that is no prose ends a table.
  mutating func endTable() { columns = 0 }

  /// The columns that a delimiter row declares.
  private static func columns(in line: ArraySlice<UInt8>) -> Int? {
    guard let first = line.first,
      first == UInt8(ascii: "|") || first == UInt8(ascii: "-") || first == UInt8(ascii: ":")
    else { return nil }
    var pipes = 0
    for byte in line {
      switch byte {
      case UInt8(ascii: "|"): pipes += 1
      case UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: " "), UInt8(ascii: "\t"): continue
      default: return nil
      }
    }
    return pipes == 0 ? nil : pipes
  }

  /// Puts a space into openings such as `<?` that nothing closes before the next blank line, where a paragraph has many
  /// of them: the parser looks for the end from each one.
  static func defuse(_ markdown: inout [UInt8]) {
    guard openings(in: markdown) > openingLimit else { return }
    let question = UInt8(ascii: "?")
    let bracket = UInt8(ascii: "[")
    var ends = (angle: false, question: false, bracket: false)
    var count = 0
    for index in stride(from: markdown.count - 2, through: 0, by: -1) {
      switch markdown[index] {
      case UInt8(ascii: "\n"):
        guard markdown[index + 1] == UInt8(ascii: "\n") else { continue }
        ends = (false, false, false)
        count = 0
      case question where markdown[index + 1] == UInt8(ascii: ">"): ends.question = true
      case UInt8(ascii: "]") where markdown[index + 1] == UInt8(ascii: ">"): ends.bracket = true
      case UInt8(ascii: "<"):
        let isClosed =
          switch markdown[index + 1] {
          case question: ends.question
          case UInt8(ascii: "!"):
            index + 2 < markdown.count && markdown[index + 2] == bracket ? ends.bracket : ends.angle
          default: true
          }
        guard !isClosed else { continue }
        count += 1
        if count > openingLimit { markdown[index + 1] = UInt8(ascii: " ") }
      case UInt8(ascii: ">"): ends.angle = true
      default: continue
      }
    }
  }

  private static let mark = Array("<!--napkin-".utf8)

  /// How many times `<?` or `<!` occurs, our own marks apart, which are closed, up to one more than the limit.
  private static func openings(in markdown: [UInt8]) -> Int {
    var count = 0
    var index = 0
    while count <= openingLimit,
      let open = SourceText.firstIndex(of: UInt8(ascii: "<"), in: markdown, from: index)
    {
      index = open + 1
      if index < markdown.count, markdown[index] == UInt8(ascii: "?") || markdown[index] == UInt8(ascii: "!"),
        !markdown[open...].starts(with: mark)
      {
        count += 1
      }
    }
    return count
  }
}
