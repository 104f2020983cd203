/// The number of terminal columns that text takes: `wcwidth` of each scalar in a UTF-8 locale, summed, which is
/// how ncurses counts. Control characters count nothing; ``sanitized(_:keepingLineBreaks:)`` replaces them first.
///
/// An emoji sequence counts the sum of its parts, as `wcwidth` does.
public enum DisplayWidth {
  /// The columns that one character takes: the sum over its scalars.
  public static func of(_ character: Character) -> Int {
    var columns = 0
    for scalar in character.unicodeScalars { columns += of(scalar) }
    return columns
  }

  /// The columns that `text` takes on one line.
  public static func of(_ text: some StringProtocol) -> Int {
    let plain = text.utf8.withContiguousStorageIfAvailable { bytes -> Int? in
      var controls = 0
      for byte in bytes {
        if byte >= 0x80 { return nil }
        if byte < 0x20 || byte == 0x7F { controls += 1 }
      }
      return bytes.count - controls
    }
    if let plain, let columns = plain { return columns }
    var columns = 0
    for scalar in text.unicodeScalars { columns += of(scalar) }
    return columns
  }

  /// The columns that one Unicode scalar takes: 0, 1 or 2.
  public static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 {
      return value < 0x20 || (0x7F..<0xA0).contains(value) ? 0 : 1
    }
    // Box drawing, blocks and braille are the bulk of what figures print.
    if (0x2500..<0x25FD).contains(value) || (0x2800..<0x2900).contains(value) { return 1 }
    if contains(DisplayWidthTable.zeroWidth, value) { return 0 }
    return contains(DisplayWidthTable.wide, value) ? 2 : 1
  }

  private static func contains(_ ranges: [ClosedRange<UInt32>], _ value: UInt32) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      let range = ranges[middle]
      if value < range.lowerBound {
        high = middle
      } else if value > range.upperBound {
        low = middle + 1
      } else {
        return true
      }
    }
    return false
  }
}
