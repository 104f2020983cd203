/// Builds measured text, stretch by stretch.
struct TextBuilder {
  /// Where text may be broken.
  enum Breaking {
    /// At spaces, soft hyphens, zero-width spaces, hyphens between letters, and between wide characters.
    case prose
    /// At spaces, all of which are kept.
    case code
    /// Nowhere.
    case none
  }

  private(set) var text = MeasuredText()
  let isASCII: Bool
  private var wordStart = 0
  private var wordWidth = 0

  init(isASCII: Bool) { self.isASCII = isASCII }

  /// The finished text.
  mutating func finish() -> MeasuredText {
    endWord(.open, gap: 0, Style.body)
    joinUnits()
    return text
  }

  /// Keeps a number and the unit behind it on one line.
  private mutating func joinUnits() {
    let hasNumber = text.words.contains { $0.gap == 1 && !$0.pieces.isEmpty && endsInDigit($0) }
    guard hasNumber else { return }
    var joined: [MeasuredText.Word] = []
    joined.reserveCapacity(text.words.count)
    for word in text.words {
      if let last = joined.last, last.gap == 1, last.ending == .open, !word.pieces.isEmpty,
        !last.pieces.isEmpty, endsInDigit(last), isNumeric(text.pieces[last.pieces.upperBound - 1]),
        UnitNames.begins(text.text(of: text.pieces[word.pieces.lowerBound]))
      {
        addSpace(to: last.pieces.upperBound - 1)
        var both = word
        both.pieces = last.pieces.lowerBound..<word.pieces.upperBound
        both.width += last.width + 1
        joined[joined.count - 1] = both
      } else {
        joined.append(word)
      }
    }
    text.words = joined
  }

  private func endsInDigit(_ word: MeasuredText.Word) -> Bool {
    isDigit(text.bytes[text.pieces[word.pieces.upperBound - 1].end - 1])
  }

  private func isNumeric(_ piece: MeasuredText.Piece) -> Bool {
    text.bytes[piece.start..<piece.end].allSatisfy { isDigit($0) || $0 == 0x2E || $0 == 0x2C }
  }

  /// Makes the space behind a piece a part of it.
  private mutating func addSpace(to index: Int) {
    let piece = text.pieces[index]
    if piece.end == text.bytes.count || text.bytes[piece.end] != 0x20 {
      text.pieces[index].start = text.bytes.count
      text.bytes += text.bytes[piece.start..<piece.end] + [0x20]
    }
    text.pieces[index].count += 1
    text.pieces[index].width += 1
  }

  /// Registers what acting on a piece means.
  mutating func action(_ action: Target.Action) -> Int {
    text.actions.append(action)
    return text.actions.count - 1
  }

  mutating func noteLive(isChanged: Bool) {
    text.hasLive = true
    if isChanged { text.isChanged = true }
  }

  /// Adds a line of text being typed, with its cursor.
  mutating func add(
    entry: EntryState, style: Style, action: Int? = nil, breaking: Breaking = .none
  ) {
    let text = shown(entry.text, isASCII: isASCII)
    let position = min(max(0, entry.cursor), text.count)
    let marked = entry.givesWay ? Style(style.role, style.emphasis.union(.reverse)) : style
    add(String(text.prefix(position)), marked, action: action, breaking: breaking)
    let rest = text.dropFirst(position)
    let under = rest.first.map(String.init) ?? " "
    add(under, Style(style.role, style.emphasis.union(.reverse)), action: action, breaking: .none)
    if let last = self.text.pieces.indices.last, last >= wordStart { self.text.pieces[last].isCursor = true }
    add(String(rest.dropFirst()), style, action: action, breaking: breaking)
  }

  mutating func lineBreak() {
    endWord(.line, gap: 0, .body, evenIfEmpty: true)
  }

  /// Adds content text, which is made safe here.
  mutating func add(_ string: String, _ style: Style, action: Int? = nil, breaking: Breaking = .prose) {
    if addPlain(string, style, action, breaking) { return }
    let string = shown(string, isASCII: isASCII, keepsBreaks: true)
    let scalars = string.unicodeScalars
    var start = scalars.startIndex
    var width = 0
    var index = start
    var previous: Unicode.Scalar = " "
    var letters = 0
    while index != scalars.endIndex {
      let scalar = scalars[index]
      let next = scalars.index(after: index)
      defer { previous = scalar }
      let value = scalar.value
      if (0x30...0x39).contains(value) || (0x61...0x7A).contains(value) || (0x41...0x5A).contains(value) {
        width += 1
        letters = value > 0x39 ? letters + 1 : 0
        index = next
        continue
      }
      switch value {
      case 0x20 where breaking != .none:
        addPiece(scalars[start..<index], width, style, action)
        endWord(.open, gap: 1, style, keepsSpaces: breaking == .code)
        text.bytes.append(0x20)
        start = next
        width = 0
      case 0xA0, 0x202F, 0x20:
        addPiece(scalars[start..<index], width, style, action)
        text.bytes.append(0x20)
        addPiece(start: text.bytes.count - 1, count: 1, width: 1, style, action)
        start = next
        width = 0
      case 0xAD where breaking == .prose, 0x200B where breaking == .prose:
        addPiece(scalars[start..<index], width, style, action)
        if wordWidth > 0 { endWord(value == 0xAD ? .hyphen : .open, gap: 0, style) }
        start = next
        width = 0
      case 0xAD, 0x200B, 0x2060, 0xFEFF:
        addPiece(scalars[start..<index], width, style, action)
        start = next
        width = 0
      case 0x2D where breaking == .prose && letters >= 2 && isLetter(scalars, next),
        0x2014 where breaking == .prose && previous != " ":
        addPiece(scalars[start..<next], width + 1, style, action)
        endWord(.open, gap: 0, style)
        start = next
        width = 0
      case 0x1100... where breaking == .prose && DisplayWidth.of(scalar) == 2:
        if !neverFirst(scalar) && !neverLast(previous) && (width > 0 || wordWidth > 0) {
          addPiece(scalars[start..<index], width, style, action)
          endWord(.open, gap: 0, style)
          start = index
          width = 0
        }
        width += 2
        // A break is possible behind it too, unless what follows must not begin a line.
        if next != scalars.endIndex, DisplayWidth.of(scalars[next]) == 1,
          scalars[next].properties.isAlphabetic
        {
          addPiece(scalars[start..<next], width, style, action)
          endWord(.open, gap: 0, style)
          start = next
          width = 0
        }
      default:
        width += DisplayWidth.of(scalar)
      }
      letters = 0
      index = next
    }
    addPiece(scalars[start...], width, style, action)
  }

  /// Adds text of printable ASCII, which is most text, byte by byte.
  ///
  /// - Returns: false when it holds anything else, and then nothing is added.
  private mutating func addPlain(_ string: String, _ style: Style, _ action: Int?, _ breaking: Breaking)
    -> Bool
  {
    var string = string
    return string.withUTF8 { bytes in
      for byte in bytes where byte &- 0x20 >= 0x5F { return false }
      if text.words.isEmpty, bytes.count > 40 {
        text.words.reserveCapacity(bytes.count / 4)
        text.pieces.reserveCapacity(bytes.count / 4)
      }
      let base = text.bytes.count
      text.bytes.append(contentsOf: bytes)
      var start = 0
      var letters = 0
      func add(upTo end: Int) {
        if end > start {
          addPiece(start: base + start, count: end - start, width: end - start, style, action)
        }
      }
      for index in 0..<bytes.count {
        let byte = bytes[index]
        if (byte | 0x20) &- 0x61 < 26 {
          letters += 1
          continue
        }
        switch byte {
        case 0x20 where breaking != .none:
          add(upTo: index)
          endWord(.open, gap: 1, style, keepsSpaces: breaking == .code)
          start = index + 1
        case 0x2D where breaking == .prose && letters >= 2 && index + 1 < bytes.count:
          guard (0x61...0x7A).contains(bytes[index + 1] | 0x20) else { break }
          add(upTo: index + 1)
          endWord(.open, gap: 0, style)
          start = index + 1
        default: break
        }
        letters = 0
      }
      add(upTo: bytes.count)
      return true
    }
  }

  private mutating func addPiece(
    _ string: Substring.UnicodeScalarView, _ width: Int, _ style: Style, _ action: Int?
  ) {
    if string.isEmpty { return }
    let start = text.bytes.count
    for scalar in string {
      text.bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
    addPiece(start: start, count: text.bytes.count - start, width: width, style, action)
  }

  /// Adds a piece whose text is in the buffer.
  private mutating func addPiece(start: Int, count: Int, width: Int, _ style: Style, _ action: Int?) {
    wordWidth += width
    let last = text.pieces.count - 1
    if last >= wordStart, text.pieces[last].style == style, text.pieces[last].end == start,
      text.pieces[last].action == action
    {
      text.pieces[last].count += count
      text.pieces[last].width += Int32(clamping: width)
    } else {
      text.pieces.append(.init(start: start, count: count, width: width, style: style, action: action))
    }
  }

  private mutating func endWord(
    _ ending: MeasuredText.Ending, gap: Int, _ style: Style, keepsSpaces: Bool = false,
    evenIfEmpty: Bool = false
  ) {
    if wordStart == text.pieces.count && !evenIfEmpty {
      guard gap > 0, let last = text.words.indices.last, text.words[last].ending != .line else { return }
      let known = text.words[last].gap
      text.words[last].gap = keepsSpaces ? known + gap : max(known, gap)
      if known == 0 { text.words[last].gapStyle = style }
      return
    }
    text.words.append(
      .init(
        pieces: wordStart..<text.pieces.count, width: wordWidth, gap: gap, ending: ending, gapStyle: style))
    wordStart = text.pieces.count
    wordWidth = 0
  }
}

private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

/// Units that stand behind a number in the prose of this field.
enum UnitNames {
  /// Whether a word is one of them, with punctuation behind it or not.
  static func begins(_ word: String) -> Bool {
    if word.utf8.count > 10 { return false }
    var name = Substring(word)
    while let last = name.last, last == "." || last == "," || last == ";" || last == ":" || last == ")" {
      name.removeLast()
    }
    if names.contains(name) { return true }
    guard let slash = name.firstIndex(of: "/"), slash != name.startIndex else { return false }
    return names.contains(name[..<slash])
  }

  private static let names: Set<Substring> = {
    var names: Set<Substring> = [
      "%", "s", "ms", "µs", "μs", "us", "ns", "ps", "min", "h", "d", "kWh", "°C", "K", "USD", "EUR", "pp",
      "x",
      "kg", "g", "kgCO2e", "tCO2e", "m", "km", "cm", "mm", "nm", "bit", "bits", "byte", "bytes", "MAC", "OP",
      "OPS", "token", "tokens", "images", "samples", "years", "days", "hours", "seconds", "times",
    ]
    for prefix in ["", "k", "K", "M", "G", "T", "P", "E", "Ki", "Mi", "Gi", "Ti", "m", "µ", "n", "p"] {
      for unit in [
        "B", "b", "bps", "W", "Wh", "J", "FLOP", "FLOPS", "FLOPs", "MACs", "OPs", "TOPS", "Hz", "V",
      ] {
        names.insert(Substring(prefix + unit))
      }
    }
    return names
  }()
}

private func isLetter(_ scalars: String.UnicodeScalarView, _ index: String.Index) -> Bool {
  index != scalars.endIndex && scalars[index].properties.isAlphabetic
}

/// East Asian closing marks do not begin a line, opening ones do not end one.
private func neverFirst(_ scalar: Unicode.Scalar) -> Bool { closingMarks.contains(scalar) }
private func neverLast(_ scalar: Unicode.Scalar) -> Bool { openingMarks.contains(scalar) }
private let closingMarks = Set("、。，．：；？！）］｝」』】》〉’”々ーぁぃぅぇぉっゃゅょァィゥェォッャュョ".unicodeScalars)
private let openingMarks = Set("（［｛「『【《〈‘“".unicodeScalars)
