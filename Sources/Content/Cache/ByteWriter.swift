/// Writes values as bytes, to be read again by `ByteReader`.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func put(_ value: some Stored) { value.write(to: &self) }

  mutating func put(byte: UInt8) { bytes.append(byte) }

  mutating func put(_ other: ByteWriter) { bytes += other.bytes }

  /// Seven bits a byte, the lowest first.
  mutating func put(number: Int) {
    var rest = UInt(bitPattern: number)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func put(text: String) {
    var text = text
    text.withUTF8 { utf8 in
      put(number: utf8.count)
      bytes.append(contentsOf: utf8)
    }
  }
}

/// What a chapter is made of, as it is kept in the cache.
protocol Stored {
  func write(to writer: inout ByteWriter)
  init(from reader: inout ByteReader) throws(Damage)
}

/// Bytes that hold no chapter.
struct Damage: Error {}
