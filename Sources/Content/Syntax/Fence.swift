/// The line that opens a code fence or a cell.
struct Fence {
  let mark: String
  let length: Int
  let info: String

  /// Nil when the text is no fence.
  init?(_ text: ArraySlice<UInt8>) {
    guard let byte = text.first, byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~") else { return nil }
    let run = text.prefix { $0 == byte }
    guard run.count >= 3 else { return nil }
    let rest = text[run.endIndex...]
    if byte == UInt8(ascii: "`"), rest.contains(byte) { return nil }
    mark = String(UnicodeScalar(byte))
    length = run.count
    info = LinePass.trimmed(String(decoding: rest, as: UTF8.self))
  }

  /// `calc` of `{calc}`.
  var cellName: String? {
    guard info.hasPrefix("{"), let end = info.firstIndex(of: "}") else { return nil }
    let name = info[info.index(after: info.startIndex)..<end].prefix { $0 != " " && $0 != "," }
    return name.isEmpty || name.hasPrefix(".") || name.hasPrefix("#") ? nil : String(name)
  }

  /// Whether a line ends what this one began.
  func isClosed(by text: ArraySlice<UInt8>) -> Bool {
    let rest = text.drop { $0 == UInt8(ascii: " ") }
    guard text.count - rest.count <= 3, let byte = mark.utf8.first else { return false }
    let run = rest.prefix { $0 == byte }
    return run.count >= length
      && rest[run.endIndex...].allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
  }
}

/// A line of three or more colons.
struct DivisionFence {
  /// Nil for a bare run, which closes.
  let attributes: Attributes?
  let problem: (message: String, offset: Int)?

  /// Nil when the text is no fence of a div.
  init?(_ text: ArraySlice<UInt8>) {
    let colon = UInt8(ascii: ":")
    let space: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    let run = text.prefix { $0 == colon }
    guard run.count >= 3 else { return nil }
    let rest = text[run.endIndex...].drop(while: space)
    if rest.isEmpty {
      (attributes, problem) = (nil, nil)
      return
    }
    let offset = rest.startIndex - text.startIndex
    var found = Attributes()
    var after = rest
    var wrong: (message: String, offset: Int)?
    if rest.first != UInt8(ascii: "{") {
      let name = rest.prefix { AttributeParser.isWord($0) && $0 != colon }
      found.classes = [String(decoding: name, as: UTF8.self)]
      after = rest[name.endIndex...].drop(while: space)
      if name.isEmpty { wrong = ("a div is opened without a class", offset) }
    }
    if after.first == UInt8(ascii: "{") {
      if let result = AttributeParser.read(after) {
        found.classes += result.attributes.classes
        found.id = result.attributes.id
        found.values = result.attributes.values
        if let inner = result.problem {
          wrong = (inner.message, after.startIndex - text.startIndex + inner.offset)
        }
        after = after.dropFirst(result.length).drop(while: space)
      } else {
        wrong = ("the attributes of this div have no closing brace", after.startIndex - text.startIndex)
        after = after[after.endIndex...]
      }
    }
    if wrong == nil, !after.allSatisfy({ $0 == colon || space($0) }) {
      wrong = (
        "`\(LinePass.trimmed(String(decoding: after, as: UTF8.self)))` after the name of a div is not understood",
        after.startIndex - text.startIndex
      )
    }
    attributes = found
    problem = wrong
  }
}
