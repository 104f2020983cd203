extension Reference: Stored {
  func write(to writer: inout ByteWriter) {
    writer.put(id)
    writer.put(isCalculator)
    writer.put(range)
  }

  init(from reader: inout ByteReader) throws(Damage) {
    self.init(id: try reader.get(), isCalculator: try reader.get(), range: try reader.get())
  }
}

extension LiveValue: Stored {
  func write(to writer: inout ByteWriter) {
    writer.put(expression)
    writer.put(calculator)
    writer.put(range)
  }

  init(from reader: inout ByteReader) throws(Damage) {
    self.init(expression: try reader.get(), calculator: try reader.get(), range: try reader.get())
  }
}

extension Inline: Stored {
  func write(to writer: inout ByteWriter) {
    switch self {
    case .text(let value):
      writer.put(byte: 0)
      writer.put(value)
    case .emphasis(let value):
      writer.put(byte: 1)
      writer.put(value)
    case .strong(let value):
      writer.put(byte: 2)
      writer.put(value)
    case .strikethrough(let value):
      writer.put(byte: 3)
      writer.put(value)
    case .code(let value):
      writer.put(byte: 4)
      writer.put(value)
    case .mathematics(let value):
      writer.put(byte: 5)
      writer.put(value)
    case .link(let destination, let title, let content):
      writer.put(byte: 6)
      writer.put(destination)
      writer.put(title)
      writer.put(content)
    case .image(let source, let title, let alternative):
      writer.put(byte: 7)
      writer.put(source)
      writer.put(title)
      writer.put(alternative)
    case .reference(let value):
      writer.put(byte: 8)
      writer.put(value)
    case .citation(let value):
      writer.put(byte: 9)
      writer.put(value)
    case .footnote(let label):
      writer.put(byte: 10)
      writer.put(label)
    case .live(let value):
      writer.put(byte: 11)
      writer.put(value)
    case .blank(let value):
      writer.put(byte: 12)
      writer.put(value)
    case .html(let value):
      writer.put(byte: 13)
      writer.put(value)
    case .softBreak: writer.put(byte: 14)
    case .lineBreak: writer.put(byte: 15)
    }
  }

  init(from reader: inout ByteReader) throws(Damage) {
    try reader.descend()
    defer { reader.ascend() }
    switch try reader.byte() {
    case 0: self = .text(try reader.get())
    case 1: self = .emphasis(try reader.get())
    case 2: self = .strong(try reader.get())
    case 3: self = .strikethrough(try reader.get())
    case 4: self = .code(try reader.get())
    case 5: self = .mathematics(try reader.get())
    case 6: self = .link(destination: try reader.get(), title: try reader.get(), content: try reader.get())
    case 7: self = .image(source: try reader.get(), title: try reader.get(), alternative: try reader.get())
    case 8: self = .reference(try reader.get())
    case 9: self = .citation(try reader.get())
    case 10: self = .footnote(label: try reader.get())
    case 11: self = .live(try reader.get())
    case 12: self = .blank(try reader.get())
    case 13: self = .html(try reader.get())
    case 14: self = .softBreak
    case 15: self = .lineBreak
    default: throw Damage()
    }
  }
}
