import Engine

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Chapters that were read before, one a file. An entry serves as long as the files that it was read from have the same
/// size, times and inode, and the program is the same; any other, a damaged or a truncated one is as good as none.
struct ChapterCache: Sendable {
  /// Where the entries are.
  let folder: String
  /// The book's folder.
  let book: String

  private static let format = "napkin chapter 5"
  private static let sizeLimit = 256 << 20

  /// A chapter that was read from files with these stamps.
  func entry(_ id: String, _ form: Chapter.Extent, stamp: String) -> KeptChapter? {
    guard let bytes = try? FileStore.bytes(path(id, form), shownAs: id, limit: Self.sizeLimit) else {
      return nil
    }
    let heading = Array(heading(id, form, stamp).utf8)
    let start = heading.count + 16
    guard bytes.count >= start, bytes.starts(with: heading) else { return nil }
    let (sum, contents) = (number(in: bytes, at: heading.count), number(in: bytes, at: heading.count + 8))
    guard bytes.withUnsafeBytes({ Checksum.of(.init(rebasing: $0[(heading.count + 8)...])) }) == sum else {
      return nil
    }
    return KeptChapter(id: id, contents: contents, bytes: bytes, start: start)
  }

  /// Keeps a chapter. A cache that can not be written is no loss.
  func keep(_ chapter: Chapter, stamp: String, contents: UInt64) {
    var writer = ByteWriter()
    withUnsafeBytes(of: contents.littleEndian) { for byte in $0 { writer.put(byte: byte) } }
    KeptChapter.write(chapter, to: &writer)
    let sum = writer.bytes.withUnsafeBytes { Checksum.of($0) }
    var bytes = Array(heading(chapter.id, chapter.extent, stamp).utf8)
    withUnsafeBytes(of: sum.littleEndian) { bytes += $0 }
    FileStore.replace(path(chapter.id, chapter.extent), with: bytes + writer.bytes)
  }

  /// Keeps the parts of a chapter in one file: a page in the middle needs one of them.
  func keep(parts: [Chapter], stamp: String, contents: UInt64) {
    guard let first = parts.first else { return }
    var index = ByteWriter()
    var payload: [UInt8] = []
    withUnsafeBytes(of: contents.littleEndian) { for byte in $0 { index.put(byte: byte) } }
    index.put(number: parts.count)
    for part in parts {
      var writer = ByteWriter()
      KeptChapter.write(part, to: &writer)
      index.put(number: payload.count)
      index.put(number: writer.bytes.count)
      index.put(number: Int(bitPattern: UInt(writer.bytes.withUnsafeBytes { Checksum.of($0) })))
      payload += writer.bytes
    }
    let sum = index.bytes.withUnsafeBytes { Checksum.of($0) }
    var bytes = Array(heading(first.id, .part, stamp).utf8)
    withUnsafeBytes(of: sum.littleEndian) { bytes += $0 }
    withUnsafeBytes(of: UInt64(index.bytes.count).littleEndian) { bytes += $0 }
    FileStore.replace(path(first.id, .part), with: bytes + index.bytes + payload)
  }

  /// The part of a chapter that has the page which begins with a block.
  func part(_ id: String, block: Int, stamp: String) -> KeptChapter? {
    let heading = Array(heading(id, .part, stamp).utf8)
    let start = heading.count + 16
    return FileStore.reading(path(id, .part)) { read in
      guard let head = read(0, start + Self.indexLimit), head.count >= start, head.starts(with: heading)
      else {
        return nil
      }
      let (sum, length) = (number(in: head, at: heading.count), number(in: head, at: heading.count + 8))
      guard length >= 8, length <= UInt64(head.count - start) else { return nil }
      let end = start + Int(length)
      let index = Array(head[start..<end])
      guard index.withUnsafeBytes({ Checksum.of($0) }) == sum,
        let place = index.withUnsafeBytes({ Self.place(of: Chapter.part(of: block), in: $0) }),
        place.offset >= 0, place.length >= 0, place.length <= Self.sizeLimit, place.offset <= Self.sizeLimit,
        let payload = read(end + place.offset, place.length), payload.count == place.length,
        payload.withUnsafeBytes({ Checksum.of($0) }) == place.sum
      else { return nil }
      return KeptChapter(id: id, contents: number(in: head, at: start), bytes: payload, start: 0)
    }
  }

  /// How long the index of a file of parts may be, in bytes.
  private static let indexLimit = 32 << 10

  private func number(in bytes: [UInt8], at offset: Int) -> UInt64 {
    bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian }
  }

  /// Where a part lies behind the index.
  private static func place(
    of wanted: Int, in index: UnsafeRawBufferPointer
  ) -> (offset: Int, length: Int, sum: UInt64)? {
    var reader = ByteReader(UnsafeRawBufferPointer(rebasing: index[8...]), units: .standard)
    guard let count = try? reader.number(), wanted < count else { return nil }
    var place: (offset: Int, length: Int, sum: UInt64)?
    for _ in 0...wanted {
      guard let offset = try? reader.number(), let length = try? reader.number(),
        let sum = try? reader.number()
      else { return nil }
      place = (offset, length, UInt64(UInt(bitPattern: sum)))
    }
    return place
  }

  /// What an entry must begin with.
  private func heading(_ id: String, _ form: Chapter.Extent, _ stamp: String) -> String {
    [Self.format, Self.program, book, id, form.rawValue, stamp].joined(separator: "\u{1F}") + "\n"
  }

  /// The name says nothing of the chapter's, which may be any text.
  private func path(_ id: String, _ form: Chapter.Extent) -> String {
    let name = Array("\(book)\u{1F}\(id)".utf8)
    return "\(folder)/\(String(name.withUnsafeBytes { Checksum.of($0) }, radix: 36)).\(form.rawValue)"
  }

  /// The program that runs: what another one wrote may mean something else.
  private static let program = FileStore(folder: "/proc/self").stamp(of: ["exe"])
}

/// A number by which bytes are known: not for secrets.
enum Checksum {
  static func of(_ bytes: UnsafeRawBufferPointer, seed: UInt64 = 0) -> UInt64 {
    var sum = seed ^ UInt64(bytes.count)
    var index = 0
    func mix(_ word: UInt64) {
      sum = (sum ^ word) &* 0x9E37_79B9_7F4A_7C15
      sum ^= sum >> 32
    }
    while index + 8 <= bytes.count {
      mix(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
      index += 8
    }
    var last: UInt64 = 0
    while index < bytes.count {
      last = last << 8 | UInt64(bytes[index])
      index += 1
    }
    mix(last)
    return sum
  }
}
