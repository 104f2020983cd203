import Engine

extension Objective: Stored {
  func write(to writer: inout ByteWriter) {
    writer.put(id)
    writer.put(text)
  }

  init(from reader: inout ByteReader) throws(Damage) {
    self.init(id: try reader.get(), text: try reader.get())
  }
}

extension Section: Stored {
  func write(to writer: inout ByteWriter) {
    writer.put(id)
    writer.put(level)
    writer.put(number)
    writer.put(title)
    writer.put(block)
  }

  init(from reader: inout ByteReader) throws(Damage) {
    self.init(
      id: try reader.get(), level: try reader.get(), number: try reader.get(), title: try reader.get(),
      block: try reader.get())
  }
}

extension Footnote: Stored {
  func write(to writer: inout ByteWriter) {
    writer.put(label)
    writer.put(number)
    writer.put(blocks)
  }

  init(from reader: inout ByteReader) throws(Damage) {
    self.init(label: try reader.get(), number: try reader.get(), blocks: try reader.get())
  }
}

extension Anchor: Stored {
  func write(to writer: inout ByteWriter) {
    writer.put(id)
    writer.put(label)
    writer.put(title)
    writer.put(chapter)
    writer.put(block)
  }

  init(from reader: inout ByteReader) throws(Damage) {
    self.init(
      id: try reader.get(), label: try reader.get(), title: try reader.get(), chapter: try reader.get(),
      block: try reader.get())
  }
}

extension Declaration: Stored {
  func write(to writer: inout ByteWriter) {
    writer.put(id)
    writer.put(position)
  }

  init(from reader: inout ByteReader) throws(Damage) {
    self.init(id: try reader.get(), position: try reader.get())
  }
}

extension Use: Stored {
  func write(to writer: inout ByteWriter) {
    writer.put(kind)
    writer.put(range)
  }

  init(from reader: inout ByteReader) throws(Damage) {
    kind = try reader.get()
    range = try reader.get()
  }
}

extension FileNotes: Stored {
  func write(to writer: inout ByteWriter) {
    writer.put(uses)
    writer.put(definedFootnotes)
    writer.put(calculators)
    writer.put(declarations)
    writer.put(wideTables)
    writer.put(covers)
  }

  init(from reader: inout ByteReader) throws(Damage) {
    uses = try reader.get()
    definedFootnotes = try reader.get()
    calculators = try reader.get()
    declarations = try reader.get()
    wideTables = try reader.get()
    covers = try reader.get()
  }
}

extension CellPlace: Stored {
  func write(to writer: inout ByteWriter) {
    writer.put(id)
    writer.put(start)
    writer.put(body)
    writer.put(bodyLine)
    writer.put(indent)
  }

  init(from reader: inout ByteReader) throws(Damage) {
    id = try reader.get()
    start = try reader.get()
    body = try reader.get()
    bodyLine = try reader.get()
    indent = try reader.get()
  }
}

extension Cover: Stored {
  func write(to writer: inout ByteWriter) {
    writer.put(id)
    writer.put(inputs)
    writer.put(outputs)
    writer.put(set)
  }

  init(from reader: inout ByteReader) throws(Damage) {
    self.init(
      id: try reader.get(), inputs: try reader.get(), outputs: try reader.get(), set: try reader.get())
  }
}

extension Use.Kind: Stored {
  func write(to writer: inout ByteWriter) {
    switch self {
    case .reference(let value):
      writer.put(byte: 0)
      writer.put(value)
    case .citation(let value):
      writer.put(byte: 1)
      writer.put(value)
    case .link(let value):
      writer.put(byte: 2)
      writer.put(value)
    case .image(let value):
      writer.put(byte: 3)
      writer.put(value)
    case .footnote(let value):
      writer.put(byte: 4)
      writer.put(value)
    case .undefinedFootnote(let value):
      writer.put(byte: 5)
      writer.put(value)
    }
  }

  init(from reader: inout ByteReader) throws(Damage) {
    switch try reader.byte() {
    case 0: self = .reference(try reader.get())
    case 1: self = .citation(try reader.get())
    case 2: self = .link(try reader.get())
    case 3: self = .image(try reader.get())
    case 4: self = .footnote(try reader.get())
    case 5: self = .undefinedFootnote(try reader.get())
    default: throw Damage()
    }
  }
}

extension Finding: Stored {
  func write(to writer: inout ByteWriter) {
    writer.put(severity == .error)
    writer.put(file)
    writer.put(position)
    writer.put(message)
    writer.put(advice)
  }

  init(from reader: inout ByteReader) throws(Damage) {
    let isError: Bool = try reader.get()
    self.init(
      isError ? .error : .warning, file: try reader.get(), at: try reader.get(), try reader.get(),
      advice: try reader.get())
  }
}

/// A calculator is kept as its author wrote it, and read again: that takes less time than a tree of its formulas.
extension Calculator: Stored {
  func write(to writer: inout ByteWriter) {
    writer.put(id)
    writer.put(title)
    writer.put(display.rawValue)
    writer.put(covers)
    writer.put(body)
  }

  init(from reader: inout ByteReader) throws(Damage) {
    let (id, title, name): (String, String, String) = (try reader.get(), try reader.get(), try reader.get())
    guard let display = Display(rawValue: name) else { throw Damage() }
    self.init(
      id: id, title: title, display: display, covers: try reader.get(), body: try reader.get(),
      units: reader.units)
  }
}

extension Equation: Stored {
  func write(to writer: inout ByteWriter) {
    writer.put(id)
    writer.put(name)
    writer.put(topic)
    writer.put(tex)
    writer.put(symbols.map(\.symbol))
    writer.put(symbols.map(\.meaning))
    writer.put(assumes)
    writer.put(source)
    writer.put(covers)
    writer.put(body)
  }

  init(from reader: inout ByteReader) throws(Damage) {
    let (id, name): (String, String) = (try reader.get(), try reader.get())
    let (topic, tex): (String?, String) = (try reader.get(), try reader.get())
    let (symbols, meanings): ([String], [String]) = (try reader.get(), try reader.get())
    self.init(
      id: id, name: name, topic: topic, tex: tex,
      symbols: zip(symbols, meanings).map { (symbol: $0, meaning: $1) }, assumes: try reader.get(),
      source: try reader.get(), covers: try reader.get(), body: try reader.get())
  }
}

extension Chapter: Stored {
  func write(to writer: inout ByteWriter) {
    writer.put(id)
    writer.put(number)
    writer.put(title)
    writer.put(file)
    writer.put(objectives)
    writer.put(blocks)
    writer.put(sections)
    writer.put(footnotes)
    writer.put(calculators)
    writer.put(questions)
    writer.put(anchors)
    writer.put(findings)
    writer.put(notes)
    writer.put(poolNotes)
    writer.put(poolFile)
    writer.put(equations.map(\.equation))
    writer.put(equations.map(\.place))
    writer.put(calculatorIDs)
    writer.put(extent.rawValue)
    writer.put(offsets)
    writer.put(length)
  }

  init(from reader: inout ByteReader) throws(Damage) {
    let (id, number): (String, String?) = (try reader.get(), try reader.get())
    let (title, file): (String, String) = (try reader.get(), try reader.get())
    self.init(
      id: id, number: number, title: title, file: file, objectives: try reader.get(),
      blocks: try reader.get(), sections: try reader.get(), footnotes: try reader.get(),
      calculators: try reader.get(), questions: try reader.get(), anchors: try reader.get(),
      findings: try reader.get())
    notes = try reader.get()
    poolNotes = try reader.get()
    poolFile = try reader.get()
    let (equations, places): ([Equation], [CellPlace]) = (try reader.get(), try reader.get())
    self.equations = zip(equations, places).map { (equation: $0, place: $1) }
    calculatorIDs = try reader.get()
    guard let extent = Extent(rawValue: try reader.get()) else { throw Damage() }
    self.extent = extent
    offsets = try reader.get()
    length = try reader.number()
  }
}
