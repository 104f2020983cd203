extension Int: Stored {
  func write(to writer: inout ByteWriter) { writer.put(number: self) }
  init(from reader: inout ByteReader) throws(Damage) { self = try reader.number() }
}

extension String: Stored {
  func write(to writer: inout ByteWriter) { writer.put(text: self) }
  init(from reader: inout ByteReader) throws(Damage) { self = try reader.text() }
}

extension Bool: Stored {
  func write(to writer: inout ByteWriter) { writer.put(byte: self ? 1 : 0) }

  init(from reader: inout ByteReader) throws(Damage) {
    let byte = try reader.byte()
    guard byte < 2 else { throw Damage() }
    self = byte == 1
  }
}

extension Array: Stored where Element: Stored {
  func write(to writer: inout ByteWriter) {
    writer.put(number: count)
    for element in self { element.write(to: &writer) }
  }

  init(from reader: inout ByteReader) throws(Damage) {
    let count = try reader.count()
    self = []
    // A damaged length may promise more than there is memory for.
    reserveCapacity(Swift.min(count, 1 << 16))
    for _ in 0..<count { append(try Element(from: &reader)) }
  }
}

extension Optional: Stored where Wrapped: Stored {
  func write(to writer: inout ByteWriter) {
    guard let self else { return writer.put(byte: 0) }
    writer.put(byte: 1)
    self.write(to: &writer)
  }

  init(from reader: inout ByteReader) throws(Damage) {
    switch try reader.byte() {
    case 0: self = nil
    case 1: self = try Wrapped(from: &reader)
    default: throw Damage()
    }
  }
}

/// In the order of the keys, so that equal values are equal bytes.
extension Dictionary: Stored where Key == String, Value: Stored {
  func write(to writer: inout ByteWriter) {
    writer.put(number: count)
    for (key, value) in sorted(by: { $0.key < $1.key }) {
      writer.put(text: key)
      value.write(to: &writer)
    }
  }

  init(from reader: inout ByteReader) throws(Damage) {
    self = [:]
    for _ in 0..<(try reader.count()) {
      let key = try reader.text()
      self[key] = try Value(from: &reader)
    }
  }
}

extension SourcePosition: Stored {
  func write(to writer: inout ByteWriter) {
    writer.put(line)
    writer.put(column)
  }

  init(from reader: inout ByteReader) throws(Damage) {
    self.init(line: try reader.get(), column: try reader.get())
  }
}

extension SourceRange: Stored {
  func write(to writer: inout ByteWriter) {
    writer.put(start)
    writer.put(end.line &- start.line)
    writer.put(end.column)
  }

  init(from reader: inout ByteReader) throws(Damage) {
    let start: SourcePosition = try reader.get()
    let lines: Int = try reader.get()
    self.init(start, SourcePosition(line: start.line &+ lines, column: try reader.get()))
  }
}
