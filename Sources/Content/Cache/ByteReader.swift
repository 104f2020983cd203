import Engine

/// Reads what `ByteWriter` wrote. Every length is checked, so that damaged bytes are an error and no more.
struct ByteReader {
  private let bytes: UnsafeRawBufferPointer
  private(set) var offset = 0
  private var depth = 0
  /// The units that calculators are read with.
  let units: UnitTable

  /// Deeper trees are none of ours: the parser refuses them.
  private static let depthLimit = 600

  /// - Parameter bytes: valid for as long as the reader is used.
  init(_ bytes: UnsafeRawBufferPointer, units: UnitTable) {
    self.bytes = bytes
    self.units = units
  }

  var isAtEnd: Bool { offset == bytes.count }

  mutating func byte() throws(Damage) -> UInt8 {
    guard offset < bytes.count else { throw Damage() }
    defer { offset += 1 }
    return bytes[offset]
  }

  mutating func get<Value: Stored>() throws(Damage) -> Value { try Value(from: &self) }

  mutating func number() throws(Damage) -> Int {
    var result: UInt = 0
    var shift: UInt = 0
    while true {
      let next = try byte()
      result |= UInt(next & 0x7F) << shift
      if next < 0x80 { return Int(bitPattern: result) }
      shift += 7
      guard shift < 64 else { throw Damage() }
    }
  }

  /// How many of something follow, each of at least one byte.
  mutating func count() throws(Damage) -> Int {
    let count = try number()
    guard count >= 0, count <= bytes.count - offset else { throw Damage() }
    return count
  }

  mutating func text() throws(Damage) -> String {
    let count = try count()
    defer { offset += count }
    return String(decoding: UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count]), as: UTF8.self)
  }

  /// Enters something that may hold its like.
  mutating func descend() throws(Damage) {
    depth += 1
    if depth > Self.depthLimit { throw Damage() }
  }

  mutating func ascend() { depth -= 1 }
}
