import Content

/// A text that is read byte by byte while another is written.
struct InlineScanner {
  private let bytes: [UInt8]
  private let firstLine: Int
  private var output: [UInt8] = []
  var index = 0
  private var counted = (index: 0, line: 0)
  /// Marks that are known to be closed by nothing, so that none is looked for twice.
  private var hopeless: Set<String> = []
  /// How many bytes may still be looked at ahead of the present place, so that no text costs its square.
  private var budget: Int

  init(_ text: String, line: Int) {
    bytes = Array(text.utf8)
    firstLine = line
    budget = 64 * bytes.count + 1 << 16
    output.reserveCapacity(bytes.count)
  }

  var text: String { String(decoding: output, as: UTF8.self) }

  /// The line of the present place.
  var line: Int {
    mutating get {
      if index < counted.index { counted = (0, 0) }
      counted.line += bytes[counted.index..<min(index, bytes.count)].count { $0 == UInt8(ascii: "\n") }
      counted.index = min(index, bytes.count)
      return firstLine + counted.line
    }
  }

  var peek: UInt8? { peek(0) }
  func peek(_ offset: Int) -> UInt8? { index + offset < bytes.count ? bytes[index + offset] : nil }

  /// What was written last.
  var last: UInt8? { output.last }

  var isAtLineStart: Bool {
    var place = index
    while place > 0, [UInt8(ascii: " "), UInt8(ascii: ">"), UInt8(ascii: "|")].contains(bytes[place - 1]) {
      place -= 1
    }
    return place == 0 || bytes[place - 1] == UInt8(ascii: "\n")
  }

  func starts(with text: String) -> Bool { bytes[min(index, bytes.count)...].starts(with: text.utf8) }

  mutating func copy(_ count: Int = 1) {
    let end = min(bytes.count, index + count)
    output += bytes[index..<end]
    index = end
  }

  mutating func skip(_ count: Int) { index = min(bytes.count, index + count) }
  mutating func skip(to place: Int) { index = min(bytes.count, max(index, place)) }

  mutating func append(_ text: String, skipping count: Int = 0) {
    output += text.utf8
    skip(count)
  }

  /// After something was left out between two spaces.
  mutating func dropDoubleSpace() {
    if peek == UInt8(ascii: " "),
      output.isEmpty || output.last == UInt8(ascii: " ") || output.last == UInt8(ascii: "\n")
    {
      index += 1
    }
  }

  func slice(_ start: Int, _ end: Int) -> String {
    String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
  }

  func run(of byte: UInt8) -> Int {
    var count = 0
    while peek(count) == byte { count += 1 }
    return count
  }

  /// Where a run of exactly `count` such bytes begins after the present one.
  mutating func closing(_ count: Int, of byte: UInt8) -> Int? {
    let key = "\(byte)/\(count)"
    if hopeless.contains(key) { return nil }
    var place = index + count
    while place < bytes.count {
      guard bytes[place] == byte else {
        place += 1
        continue
      }
      let start = place
      while place < bytes.count, bytes[place] == byte { place += 1 }
      if place - start == count { return start }
    }
    hopeless.insert(key)
    return nil
  }

  mutating func find(_ text: String) -> Int? {
    if hopeless.contains(text) { return nil }
    let needle = Array(text.utf8)
    var place = index
    while place + needle.count <= bytes.count {
      if bytes[place] == needle[0], bytes[place...].starts(with: needle) { return place }
      place += 1
    }
    hopeless.insert(text)
    return nil
  }

  /// The end of a formula by Pandoc's rules; nil where none begins here.
  mutating func endOfMathematics() -> Int? {
    let dollar = UInt8(ascii: "$")
    if peek(1) == dollar {
      index += 2
      defer { index -= 2 }
      return find("$$").map { $0 + 2 }
    }
    guard budget > 0, let next = peek(1),
      ![UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t")].contains(next)
    else { return nil }
    var place = index + 1
    defer { budget -= place - index }
    let limit = min(bytes.count, index + 4000)
    while place < limit {
      if bytes[place] == UInt8(ascii: "\\") {
        place += 2
        continue
      }
      if bytes[place] == dollar {
        let before = bytes[place - 1]
        let after = place + 1 < bytes.count ? bytes[place + 1] : 0
        if before == UInt8(ascii: " ") || before == UInt8(ascii: "\n")
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(after)
        {
          return nil
        }
        return place + 1
      }
      place += 1
    }
    return nil
  }

  /// Takes what stands between brackets that match, and the brackets; nil, and nothing taken, where they do not.
  mutating func balanced() -> String? {
    switch peek {
    case UInt8(ascii: "["): balanced(UInt8(ascii: "["), UInt8(ascii: "]"))
    case UInt8(ascii: "{"): balanced(UInt8(ascii: "{"), UInt8(ascii: "}"))
    default: nil
    }
  }

  mutating func balanced(_ open: UInt8, _ close: UInt8) -> String? {
    guard budget > 0 else { return nil }
    var depth = 0
    let start = index
    var place = index
    defer { budget -= place - start }
    let limit = min(bytes.count, index + 20_000)
    while place < limit {
      switch bytes[place] {
      case UInt8(ascii: "\\"): place += 1
      case UInt8(ascii: "`") where open != UInt8(ascii: "("):
        index = place
        let run = run(of: UInt8(ascii: "`"))
        place = closing(run, of: UInt8(ascii: "`")).map { $0 + run - 1 } ?? place + run - 1
        index = start
      case open: depth += 1
      case close:
        depth -= 1
        if depth == 0 {
          let body = slice(index + 1, place)
          index = place + 1
          return body
        }
      default: break
      }
      place += 1
    }
    return nil
  }

  /// Takes what stands before the next such byte, where that is one word.
  mutating func between(_ byte: UInt8) -> String? {
    var place = index + 1
    while place < bytes.count, place - index < 40 {
      switch bytes[place] {
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "["): return nil
      case byte:
        guard place > index + 1 else { return nil }
        let body = slice(index + 1, place)
        index = place + 1
        return body
      default: place += 1
      }
    }
    return nil
  }

  /// Takes attributes in braces.
  mutating func attributes() -> Attributes? {
    guard let (attributes, end) = QuartoAttributes.read(bytes[index...].prefix(4000)) else { return nil }
    index = end
    return attributes
  }

  /// ASCII letters from a place on.
  func word(at start: Int) -> String {
    var end = start
    while end < bytes.count, Self.isLetter(bytes[end]) { end += 1 }
    return slice(min(start, bytes.count), end)
  }

  /// The key after the sign at `place`, and how many bytes both take.
  func key(at place: Int) -> (key: String, length: Int)? {
    guard place < bytes.count, bytes[place] == UInt8(ascii: "@") else { return nil }
    var end = place + 1
    if end < bytes.count, bytes[end] == UInt8(ascii: "{") {
      guard let close = bytes[end...].prefix(200).firstIndex(of: UInt8(ascii: "}")), close > end + 1 else {
        return nil
      }
      return (slice(end + 1, close), close + 1 - place)
    }
    while end < bytes.count {
      let byte = bytes[end]
      let isInner = ":.#$%&-+?<>~/".utf8.contains(byte) && end > place + 1
      let next = end + 1 < bytes.count ? bytes[end + 1] : 0
      guard Self.isWord(byte) || isInner && (Self.isWord(next) || byte == UInt8(ascii: "-") && next == byte)
      else { break }
      end += 1
    }
    return end > place + 1 ? (slice(place + 1, end), end - place) : nil
  }

  /// The offset of the sign of a citation in an item of a group.
  static func citationSign(in item: String) -> Int? {
    let bytes = Array(item.utf8)
    return bytes.indices.first { index in
      bytes[index] == UInt8(ascii: "@") && (index == 0 || !isWord(bytes[index - 1]))
        && index + 1 < bytes.count
        && (isWord(bytes[index + 1]) || bytes[index + 1] == UInt8(ascii: "{"))
    }
  }

  /// A tag of HTML that begins here; its name is empty for an address in angle brackets.
  mutating func tag() -> (name: String, length: Int)? {
    guard budget > 0 else { return nil }
    var place = index + 1
    if peek(1) == UInt8(ascii: "/") { place += 1 }
    let name = word(at: place).lowercased()
    guard !name.isEmpty else { return nil }
    let limit = min(bytes.count, index + 2000)
    budget -= limit - index
    guard let end = bytes[place..<max(place, limit)].firstIndex(of: UInt8(ascii: ">")) else { return nil }
    let inner = slice(place, end)
    if inner.contains("://") && !inner.contains(" ") || inner.hasPrefix("mailto:")
      || inner.contains("@") && !inner.contains(" ")
    {
      return ("", end + 1 - index)
    }
    let after = bytes[place + name.utf8.count]
    guard " \n/>".utf8.contains(after) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(after) else {
      return nil
    }
    return (name, end + 1 - index)
  }

  /// Words of a shortcode, quotes taken off.
  static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    var quote: Character?
    for character in text {
      if let open = quote {
        if character == open { quote = nil } else { word.append(character) }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character.isWhitespace {
        if !word.isEmpty { words.append(word) }
        word = ""
      } else {
        word.append(character)
      }
    }
    return word.isEmpty ? words : words + [word]
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  static func isWord(_ byte: UInt8) -> Bool {
    isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "_")
      || byte >= 0x80
  }
}
