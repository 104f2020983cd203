import Engine

/// A chapter as the cache has it. What it needs of the library is known before the chapter itself is read, so that both
/// can be read at the same time.
struct KeptChapter: Sendable {
  let id: String
  /// The number that its files' contents had when it was kept.
  let contents: UInt64
  let bytes: [UInt8]
  /// Where in `bytes` it begins.
  let start: Int

  static func write(_ chapter: Chapter, to writer: inout ByteWriter) {
    var needs = ByteWriter()
    LibraryNeeds(chapter, others: []).write(to: &needs)
    writer.put(number: needs.bytes.count)
    writer.put(needs)
    writer.put(chapter)
  }

  /// What its cells, live values and plots name; nil for damaged bytes.
  var needs: LibraryNeeds? {
    bytes.withUnsafeBytes { buffer in
      guard let place = Self.placeOfNeeds(in: buffer, start) else { return nil }
      var reader = ByteReader(UnsafeRawBufferPointer(rebasing: buffer[place]), units: .standard)
      return try? LibraryNeeds(from: &reader)
    }
  }

  /// The chapter, its calculators read with the units of the book; nil for damaged bytes.
  func chapter(units: UnitTable) -> Chapter? {
    bytes.withUnsafeBytes { buffer in
      guard let place = Self.placeOfNeeds(in: buffer, start) else { return nil }
      var reader = ByteReader(UnsafeRawBufferPointer(rebasing: buffer[place.upperBound...]), units: units)
      guard let chapter = try? Chapter(from: &reader), reader.isAtEnd, chapter.id == id else { return nil }
      return chapter
    }
  }

  private static func placeOfNeeds(in buffer: UnsafeRawBufferPointer, _ start: Int) -> Range<Int>? {
    var reader = ByteReader(UnsafeRawBufferPointer(rebasing: buffer[start...]), units: .standard)
    guard let length = try? reader.count() else { return nil }
    let first = start + reader.offset
    return first..<first + length
  }
}
