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
    var cost = [Int](repeating: 0, count: count + 1)
    var next = [Int](repeating: count, count: count + 1)
    for first in stride(from: count - 1, through: 0, by: -1) {
      var best = Int.max
      var used = 0
      var last = first
      while last < count {
        let word = words[range.lowerBound + last]
        used += word.width
        let needed = used + (word.ending == .hyphen && last + 1 < count ? 1 : 0)
        if used > width && last > first { break }
        if needed <= width || last == first {
          let slack = max(0, width - needed)
          var price: Int
          if last + 1 == count {
            price = last == first && used <= max(5, width / 10) && first > 0 ? width * width / 4 : 0
          } else {
            price = slack * slack + (word.ending == .hyphen ? width : 0)
          }
          price += cost[last + 1]
          if price < best {
            best = price
            next[first] = last + 1
          }
        }
        used += word.gap
        last += 1
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

extension MeasuredText {
  /// The text at most `width` columns wide, with its targets; justified lines are filled with spaces between words.
  func layout(width: Int, alignment: StyledLine.Alignment = .left, isJustified: Bool = false) -> BlockLayout {
    let width = max(1, width)
    if words.contains(where: { $0.width > width }) {
      return divided(to: width).layout(width: width, alignment: alignment, isJustified: isJustified)
    }
    var result = BlockLayout()
    var seen = [Range<Int>?](repeating: nil, count: actions.count)
    var lineOf = [Int](repeating: 0, count: actions.count)
    for range in LineBreaking.lines(of: words, width: width) {
      var line = StyledLine()
      var column = 0
      let number = result.lines.count
      var filling = isJustified ? Filling(self, range, width: width) : Filling()
      let room = range.reduce(0) { $0 + words[$1].width + words[$1].gap }
      for index in range {
        let word = words[index]
        for pieceIndex in word.pieces {
          let piece = pieces[pieceIndex]
          if let action = piece.action, piece.width > 0 {
            if let known = seen[action] {
              if lineOf[action] == number { seen[action] = known.lowerBound..<column + piece.width }
            } else {
              seen[action] = column..<column + piece.width
              lineOf[action] = number
            }
          }
          if piece.isCursor { result.cursor = Place(line: number, column: column) }
          line.append(piece.text, piece.style, room: room)
          column += piece.width
        }
        if index + 1 < range.upperBound {
          let gap = word.gap + filling.next(word.gap)
          line.append(spaces(gap), word.gapStyle)
          column += gap
        } else if word.ending == .hyphen && index + 1 < words.count && column < width {
          line.append("-", word.gapStyle)
        }
      }
      if alignment != .left {
        let room = max(0, width - column)
        let shift = alignment == .right ? room : room / 2
        line = StyledLine(shift > 0 ? [Run(spaces(shift))] : []).appending(line)
        for action in seen.indices where lineOf[action] == number {
          if let columns = seen[action] {
            seen[action] = columns.lowerBound + shift..<columns.upperBound + shift
          }
        }
        if let cursor = result.cursor, cursor.line == number { result.cursor?.column += shift }
      }
      result.lines.append(line)
    }
    for (index, action) in actions.enumerated() {
      if let columns = seen[index] {
        result.targets.append(Target(action, line: lineOf[index], columns: columns))
      }
    }
    return result
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

  /// The same text with every word wider than `width` cut into parts that fit.
  private func divided(to width: Int) -> MeasuredText {
    var result = self
    result.pieces = []
    result.words = []
    for word in words {
      let start = result.pieces.count
      if word.width <= width {
        result.pieces += pieces[word.pieces]
        var copy = word
        copy.pieces = start..<result.pieces.count
        result.words.append(copy)
        continue
      }
      var wordStart = start
      var used = 0
      func end(_ ending: Ending, _ gap: Int) {
        result.words.append(
          Word(
            pieces: wordStart..<result.pieces.count, width: used, ending: ending, gap: gap,
            gapStyle: word.gapStyle))
        wordStart = result.pieces.count
        used = 0
      }
      for piece in pieces[word.pieces] {
        var part = Piece(
          text: "", style: piece.style, width: 0, action: piece.action, isCursor: piece.isCursor)
        for scalar in piece.text.unicodeScalars {
          let columns = min(DisplayWidth.of(scalar), width)
          if used + part.width + columns > width {
            used += part.width
            if !part.text.isEmpty { result.pieces.append(part) }
            end(.open, 0)
            part.text = ""
            part.width = 0
          }
          // On a line of one column a wide character has no place.
          part.text.unicodeScalars.append(DisplayWidth.of(scalar) > width ? "?" : scalar)
          part.width += columns
        }
        used += part.width
        if !part.text.isEmpty { result.pieces.append(part) }
      }
      end(word.ending, word.gap)
    }
    return result
  }
}
