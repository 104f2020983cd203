#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The bytes of a file with the starts of its lines. Lines count from 1; a line is what stands between line ends.
struct SourceText: Sendable {
  let bytes: [UInt8]
  /// The offset of each line's first byte.
  let lineStarts: [Int]

  /// Takes text as it is read: a byte order mark is dropped, and every kind of line end becomes one newline.
  init(_ text: [UInt8]) {
    var bytes = text
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    if Self.firstIndex(of: UInt8(ascii: "\r"), in: bytes, from: 0) != nil {
      bytes = SourceText.unified(bytes)
    }
    self.bytes = bytes
    var starts = [0]
    starts.reserveCapacity(bytes.count / 32)
    var index = 0
    while let end = Self.firstIndex(of: UInt8(ascii: "\n"), in: bytes, from: index) {
      index = end + 1
      starts.append(index)
    }
    if bytes.last == UInt8(ascii: "\n") { starts.removeLast() }
    lineStarts = starts
  }

  init(_ text: String) { self.init(Array(text.utf8)) }

  var lineCount: Int { lineStarts.count }

  /// The bytes of a line without its end; an empty range outside of the file.
  func range(ofLine line: Int) -> Range<Int> {
    guard line >= 1, line <= lineStarts.count else { return bytes.count..<bytes.count }
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] - 1 : bytes.count
    if line == lineStarts.count, end > start, bytes[end - 1] == UInt8(ascii: "\n") { end -= 1 }
    return start..<end
  }

  func text(ofLine line: Int) -> String { text(in: range(ofLine: line)) }

  func text(in range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The text of whole lines, joined by newlines.
  func text(ofLines lines: ClosedRange<Int>) -> String {
    text(in: range(ofLine: lines.lowerBound).lowerBound..<range(ofLine: lines.upperBound).upperBound)
  }

  /// The place of a byte of a line, given from the line's start.
  func position(line: Int, byte: Int) -> SourcePosition {
    let range = range(ofLine: line)
    let end = min(range.lowerBound + max(0, byte), range.upperBound)
    return SourcePosition(line: line, column: characterCount(in: range.lowerBound..<end) + 1)
  }

  /// How many characters a stretch of a line has.
  func characterCount(in range: Range<Int>) -> Int {
    let isASCII = bytes.withUnsafeBufferPointer { $0[range].allSatisfy { $0 < 0x80 } }
    return isASCII ? range.count : text(in: range).count
  }

  /// Where bytes occur first.
  static func firstIndex(of needle: [UInt8], in text: ArraySlice<UInt8>) -> Int? {
    guard let head = needle.first, text.count >= needle.count else { return nil }
    var index = text.startIndex
    while let found = text[index...].firstIndex(of: head), found + needle.count <= text.endIndex {
      if text[found..<found + needle.count].elementsEqual(needle) { return found }
      index = found + 1
    }
    return nil
  }

  /// Where a byte occurs first, at or behind a place.
  static func firstIndex(of byte: UInt8, in bytes: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBytes { buffer in
      guard start < buffer.count, let base = buffer.baseAddress,
        let found = memchr(base + start, Int32(byte), buffer.count - start)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  /// Whether a short text occurs.
  static func contains(_ text: StaticString, in bytes: [UInt8]) -> Bool {
    let needle = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    var place = 0
    while let found = firstIndex(of: needle[0], in: bytes, from: place) {
      if bytes[found...].starts(with: needle) { return true }
      place = found + 1
    }
    return false
  }

  /// A stretch of one line, in bytes from the line's start.
  func range(line: Int, bytes: Range<Int>) -> SourceRange {
    SourceRange(
      position(line: line, byte: bytes.lowerBound), position(line: line, byte: bytes.upperBound))
  }

  /// From the first column of a line to the end of another.
  func range(lines: ClosedRange<Int>, from byte: Int = 0) -> SourceRange {
    SourceRange(
      position(line: lines.lowerBound, byte: byte),
      position(line: lines.upperBound, byte: range(ofLine: lines.upperBound).count))
  }

  /// The offset of the first byte that is not UTF-8; nil when all is well.
  static func invalidOffset(in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { buffer in
      let words = UnsafeRawBufferPointer(buffer)
      var index = 0
      while index < buffer.count {
        if buffer[index] < 0x80 {
          index += 1
          while index + 8 <= buffer.count,
            words.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
          {
            index += 8
          }
          continue
        }
        guard let length = sequenceLength(buffer, at: index) else { return index }
        index += length
      }
      return nil
    }
  }

  /// The length of the well formed sequence of more than one byte that begins here (Unicode 15, table 3-7).
  private static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    let first = bytes[index]
    let (length, second): (Int, ClosedRange<UInt8>)
    switch first {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return nil }
    for offset in 2..<max(2, length) where !(0x80...0xBF).contains(bytes[index + offset]) { return nil }
    return length
  }

  private static func unified(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\r") {
        result.append(UInt8(ascii: "\n"))
        if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\n") { index += 1 }
      } else {
        result.append(byte)
      }
      index += 1
    }
    return result
  }
}
