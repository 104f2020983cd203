/// Breaks measured text into lines of even length: the sum of the squares of what stays empty is least, a last line of
/// one short word and a hyphen cost extra. Time grows with the number of words times the words of a line.
enum LineBreaking {
  /// The ranges of `words` that stand on each line. Words wider than `width` must have been divided before.
  static func lines(of words: [MeasuredText.Word], width: Int) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    while start < words.count {
      var end = start
      while end < words.count && words[end].ending != .line { end += 1 }
      end = min(end + 1, words.count)
      lines += words.withUnsafeBufferPointer { paragraph($0, start..<end, width) }
      start = end
    }
    return lines
  }

  /// Lines of a stretch without hard line ends.
  private static func paragraph(
    _ words: UnsafeBufferPointer<MeasuredText.Word>, _ range: Range<Int>, _ width: Int
  ) -> [Range<Int>] {
    var total = 0
    for index in range { total += words[index].width + (index + 1 < range.upperBound ? words[index].gap : 0) }
    if total <= width { return [range] }

    let count = range.count
    // cost[i] is the least cost of setting the words from i on; next[i] where its first line ends.
    return withUnsafeTemporaryAllocation(of: Int.self, capacity: 2 * (count + 1)) { buffer in
      let cost = buffer.baseAddress.unsafelyUnwrapped
      let next = cost + count + 1
      cost[count] = 0
      next[count] = count
      let words = words.baseAddress.unsafelyUnwrapped + range.lowerBound
      // The sums can not overflow: no text has as many columns.
      for first in stride(from: count - 1, through: 0, by: -1) {
        var best = Int.max
        var used = 0
        var last = first
        while last < count {
          let word = words + last
          used &+= word.pointee.width
          let isHyphen = word.pointee.ending == .hyphen
          let needed = used &+ (isHyphen && last &+ 1 < count ? 1 : 0)
          if used > width && last > first { break }
          if needed <= width || last == first {
            let slack = max(0, width &- needed)
            var price: Int
            if last &+ 1 == count {
              price = last == first && used <= max(5, width / 10) && first > 0 ? width &* width / 4 : 0
            } else {
              price = slack &* slack &+ (isHyphen ? width : 0)
            }
            price &+= cost[last &+ 1]
            if price < best {
              best = price
              next[first] = last &+ 1
            }
          }
          used &+= word.pointee.gap
          last &+= 1
        }
        cost[first] = best
      }
      var lines: [Range<Int>] = []
      var first = 0
      while first < count {
        lines.append(range.lowerBound + first..<range.lowerBound + next[first])
        first = next[first]
      }
      return lines
    }
  }
}

extension MeasuredText {
  /// The fewest lines into which it can be broken, no word wider than `width`; lines of even length may be one more.
  func leastLines(width: Int) -> Int {
    var lines = 1
    var used = 0
    for (index, word) in words.enumerated() {
      if used > 0, used + word.width > width {
        lines += 1
        used = 0
      }
      used += word.width + word.gap
      if word.ending == .line, index + 1 < words.count {
        lines += 1
        used = 0
      }
    }
    return lines
  }

  /// The text at most `width` columns wide, with its targets; justified lines are filled with spaces between words.
  func layout(width: Int, alignment: StyledLine.Alignment = .left, isJustified: Bool = false) -> BlockLayout {
    let width = max(1, width)
    if words.contains(where: { $0.width > width }) {
      return divided(to: width).layout(width: width, alignment: alignment, isJustified: isJustified)
    }
    var result = BlockLayout()
    if alignment == .left, !isJustified, isPlain {
      for range in LineBreaking.lines(of: words, width: width) { result.lines.append(plainLine(range)) }
      return result
    }
    var seen = [Range<Int>?](repeating: nil, count: actions.count)
    var lineOf = [Int](repeating: 0, count: actions.count)
    for range in LineBreaking.lines(of: words, width: width) {
      var line = LineBuilder(bytes)
      var column = 0
      let number = result.lines.count
      var filling = isJustified ? Filling(self, range, width: width) : Filling()
      for index in range {
        let word = words[index]
        for pieceIndex in word.pieces {
          let piece = pieces[pieceIndex]
          let pieceWidth = Int(piece.width)
          if let action = piece.action, pieceWidth > 0 {
            if let known = seen[action] {
              if lineOf[action] == number { seen[action] = known.lowerBound..<column + pieceWidth }
            } else {
              seen[action] = column..<column + pieceWidth
              lineOf[action] = number
            }
          }
          if piece.isCursor { result.cursor = Place(line: number, column: column) }
          line.append(piece)
          column += pieceWidth
        }
        if index + 1 < range.upperBound {
          let gap = word.gap + filling.next(word.gap)
          line.append(spaces: gap, word.gapStyle)
          column += gap
        } else if word.ending == .hyphen && index + 1 < words.count && column < width {
          line.append("-", word.gapStyle)
        }
      }
      var styled = line.finish()
      if alignment != .left {
        let room = max(0, width - column)
        let shift = alignment == .right ? room : room / 2
        styled = StyledLine(shift > 0 ? [Run(spaces(shift))] : []).appending(styled)
        for action in seen.indices where lineOf[action] == number {
          if let columns = seen[action] {
            seen[action] = columns.lowerBound + shift..<columns.upperBound + shift
          }
        }
        if let cursor = result.cursor, cursor.line == number { result.cursor?.column += shift }
      }
      result.lines.append(styled)
    }
    for (index, action) in actions.enumerated() {
      if let columns = seen[index] {
        result.targets.append(Target(action, line: lineOf[index], columns: columns))
      }
    }
    return result
  }

  /// Whether all of it is in one style, one space between words, as it stands in the buffer, and nothing can be acted on.
  private var isPlain: Bool {
    guard actions.isEmpty, let first = pieces.first else { return false }
    var end = first.start
    for word in words {
      guard word.ending != .hyphen, word.gap <= 1, word.gap == 0 || word.gapStyle == first.style else {
        return false
      }
      for index in word.pieces {
        guard pieces[index].start == end, pieces[index].style == first.style, !pieces[index].isCursor else {
          return false
        }
        end = pieces[index].end
      }
      end += word.gap
    }
    return true
  }

  private func plainLine(_ range: Range<Int>) -> StyledLine {
    let first = words[range.lowerBound].pieces.lowerBound
    let last = words[range.upperBound - 1].pieces.upperBound - 1
    guard first <= last else { return StyledLine() }
    return StyledLine(
      String(decoding: bytes[pieces[first].start..<pieces[last].end], as: UTF8.self), pieces[first].style)
  }

  /// The spaces that a justified line has between its words besides those of the text.
  private struct Filling {
    private var rest = 0
    private var gaps = 0
    private var fromLeft = true

    init() {}

    init(_ text: MeasuredText, _ range: Range<Int>, width: Int) {
      guard let last = range.last, last + 1 < text.words.count, text.words[last].ending != .line else {
        return
      }
      var used = text.words[last].ending == .hyphen ? 1 : 0
      for index in range {
        used += text.words[index].width
        guard index < last else { continue }
        used += text.words[index].gap
        if text.words[index].gap > 0 { gaps += 1 }
      }
      // A line of few long words would fall apart.
      rest = width - used <= gaps ? max(0, width - used) : 0
      // Wide spaces gather at the left of one line and at the right of the next.
      fromLeft = range.lowerBound % 2 == 0
    }

    /// How much the next gap grows.
    mutating func next(_ gap: Int) -> Int {
      guard rest > 0, gap > 0 else { return 0 }
      defer { gaps -= 1 }
      guard fromLeft || gaps <= rest else { return 0 }
      rest -= 1
      return 1
    }
  }

  /// Joins pieces into runs. What stands side by side in the buffer is copied once.
  private struct LineBuilder {
    private let bytes: [UInt8]
    private var line = StyledLine()
    /// The part of the buffer that is not yet copied.
    private var start = 0
    private var end = 0
    private var style = Style.body
    /// Spaces, in its style, that follow it.
    private var waiting = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func append(_ piece: Piece) {
      if start < end, piece.style == style, piece.start == end + waiting {
        (end, waiting) = (piece.end, 0)
      } else {
        copy()
        (start, end, style) = (piece.start, piece.end, piece.style)
      }
    }

    mutating func append(spaces count: Int, _ style: Style) {
      if count == 0 { return }
      if start < end, waiting == 0, style == self.style,
        bytes[end...].prefix(count).allSatisfy({ $0 == 0x20 })
      {
        waiting = count
      } else {
        append(spaces(count), style)
      }
    }

    mutating func append(_ text: String, _ style: Style) {
      copy()
      line.append(text, style)
    }

    mutating func finish() -> StyledLine {
      copy()
      return line
    }

    private mutating func copy() {
      if start < end { line.append(String(decoding: bytes[start..<end], as: UTF8.self), style) }
      if waiting > 0 { line.append(spaces(waiting), style) }
      (start, end, waiting) = (0, 0, 0)
    }
  }

  /// The same text with every word wider than `width` cut into parts that fit.
  private func divided(to width: Int) -> MeasuredText {
    var result = self
    result.bytes = []
    result.pieces = []
    result.words = []
    for word in words {
      var wordStart = result.pieces.count
      var used = 0
      func end(_ ending: Ending, _ gap: Int) {
        result.words.append(
          Word(
            pieces: wordStart..<result.pieces.count, width: used, gap: gap, ending: ending,
            gapStyle: word.gapStyle))
        result.bytes += [UInt8](repeating: 0x20, count: gap)
        wordStart = result.pieces.count
        used = 0
      }
      for piece in pieces[word.pieces] {
        if word.width <= width {
          var copy = piece
          copy.start = result.bytes.count
          result.bytes += bytes[piece.start..<piece.end]
          result.pieces.append(copy)
          used += Int(piece.width)
          continue
        }
        var part = piece
        func begin() { (part.start, part.count, part.width) = (result.bytes.count, 0, 0) }
        begin()
        for scalar in text(of: piece).unicodeScalars {
          let columns = min(DisplayWidth.of(scalar), width)
          if used + Int(part.width) + columns > width {
            used += Int(part.width)
            if part.count > 0 { result.pieces.append(part) }
            end(.open, 0)
            begin()
          }
          // On a line of one column a wide character has no place.
          let shown = DisplayWidth.of(scalar) > width ? "?" : scalar
          result.bytes += UTF8.encode(shown) ?? UTF8.encodedReplacementCharacter
          part.count = result.bytes.count - part.start
          part.width += Int32(columns)
        }
        used += Int(part.width)
        if part.count > 0 { result.pieces.append(part) }
      }
      end(word.ending, word.gap)
    }
    return result
  }
}
