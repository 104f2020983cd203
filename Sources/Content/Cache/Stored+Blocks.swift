extension Heading: Stored {
  func write(to writer: inout ByteWriter) {
    writer.put(level)
    writer.put(content)
    writer.put(attributes)
    writer.put(number)
    writer.put(range)
  }

  init(from reader: inout ByteReader) throws(Damage) {
    self.init(
      level: try reader.get(), content: try reader.get(), attributes: try reader.get(),
      number: try reader.get(), range: try reader.get())
  }
}

extension Paragraph: Stored {
  func write(to writer: inout ByteWriter) {
    writer.put(content)
    writer.put(range)
  }

  init(from reader: inout ByteReader) throws(Damage) {
    self.init(content: try reader.get(), range: try reader.get())
  }
}

extension ListBlock: Stored {
  func write(to writer: inout ByteWriter) {
    writer.put(isOrdered)
    writer.put(start)
    writer.put(isTight)
    writer.put(items)
    writer.put(range)
  }

  init(from reader: inout ByteReader) throws(Damage) {
    self.init(
      isOrdered: try reader.get(), start: try reader.get(), isTight: try reader.get(),
      items: try reader.get(), range: try reader.get())
  }
}

extension ListItem: Stored {
  func write(to writer: inout ByteWriter) {
    writer.put(task)
    writer.put(blocks)
    writer.put(range)
  }

  init(from reader: inout ByteReader) throws(Damage) {
    self.init(task: try reader.get(), blocks: try reader.get(), range: try reader.get())
  }
}

extension Quote: Stored {
  func write(to writer: inout ByteWriter) {
    writer.put(blocks)
    writer.put(range)
  }

  init(from reader: inout ByteReader) throws(Damage) {
    self.init(blocks: try reader.get(), range: try reader.get())
  }
}

extension CodeBlock: Stored {
  func write(to writer: inout ByteWriter) {
    writer.put(language)
    writer.put(text)
    writer.put(range)
  }

  init(from reader: inout ByteReader) throws(Damage) {
    self.init(language: try reader.get(), text: try reader.get(), range: try reader.get())
  }
}

extension Rule: Stored {
  func write(to writer: inout ByteWriter) {
    writer.put(range)
  }

  init(from reader: inout ByteReader) throws(Damage) {
    self.init(range: try reader.get())
  }
}

extension HTMLBlock: Stored {
  func write(to writer: inout ByteWriter) {
    writer.put(text)
    writer.put(range)
  }

  init(from reader: inout ByteReader) throws(Damage) {
    self.init(text: try reader.get(), range: try reader.get())
  }
}

extension Formula: Stored {
  func write(to writer: inout ByteWriter) {
    writer.put(tex)
    writer.put(id)
    writer.put(number)
    writer.put(range)
  }

  init(from reader: inout ByteReader) throws(Damage) {
    self.init(tex: try reader.get(), id: try reader.get(), number: try reader.get(), range: try reader.get())
  }
}

extension Division: Stored {
  func write(to writer: inout ByteWriter) {
    writer.put(kind)
    writer.put(attributes)
    writer.put(title)
    writer.put(number)
    writer.put(blocks)
    writer.put(range)
  }

  init(from reader: inout ByteReader) throws(Damage) {
    self.init(
      kind: try reader.get(), attributes: try reader.get(), title: try reader.get(), number: try reader.get(),
      blocks: try reader.get(), range: try reader.get())
  }
}

extension CalculatorBlock: Stored {
  func write(to writer: inout ByteWriter) {
    writer.put(id)
    writer.put(title)
    writer.put(number)
    writer.put(range)
  }

  init(from reader: inout ByteReader) throws(Damage) {
    self.init(
      id: try reader.get(), title: try reader.get(), number: try reader.get(), range: try reader.get())
  }
}

extension FigureBlock: Stored {
  func write(to writer: inout ByteWriter) {
    writer.put(id)
    writer.put(number)
    writer.put(caption)
    writer.put(alternative)
    writer.put(lines)
    writer.put(range)
  }

  init(from reader: inout ByteReader) throws(Damage) {
    self.init(
      id: try reader.get(), number: try reader.get(), caption: try reader.get(),
      alternative: try reader.get(), lines: try reader.get(), range: try reader.get())
  }
}

extension PlotBlock: Stored {
  func write(to writer: inout ByteWriter) {
    writer.put(id)
    writer.put(number)
    writer.put(caption)
    writer.put(alternative)
    writer.put(specification)
    writer.put(body)
    writer.put(calculator)
    writer.put(range)
  }

  init(from reader: inout ByteReader) throws(Damage) {
    self.init(
      id: try reader.get(), number: try reader.get(), caption: try reader.get(),
      alternative: try reader.get(), specification: try reader.get(), body: try reader.get(),
      calculator: try reader.get(), range: try reader.get())
  }
}

extension EquationBlock: Stored {
  func write(to writer: inout ByteWriter) {
    writer.put(id)
    writer.put(number)
    writer.put(range)
  }

  init(from reader: inout ByteReader) throws(Damage) {
    self.init(id: try reader.get(), number: try reader.get(), range: try reader.get())
  }
}

extension MoreNumbers: Stored {
  func write(to writer: inout ByteWriter) {
    writer.put(calculators)
    writer.put(range)
  }

  init(from reader: inout ByteReader) throws(Damage) {
    self.init(calculators: try reader.get(), range: try reader.get())
  }
}

extension SelfCheck: Stored {
  func write(to writer: inout ByteWriter) {
    writer.put(section)
    writer.put(questions)
    writer.put(range)
  }

  init(from reader: inout ByteReader) throws(Damage) {
    self.init(section: try reader.get(), questions: try reader.get(), range: try reader.get())
  }
}

extension ProblemBlock: Stored {
  func write(to writer: inout ByteWriter) {
    writer.put(message)
    writer.put(advice)
    writer.put(source)
    writer.put(range)
  }

  init(from reader: inout ByteReader) throws(Damage) {
    self.init(
      message: try reader.get(), advice: try reader.get(), source: try reader.get(), range: try reader.get())
  }
}

extension Attributes: Stored {
  func write(to writer: inout ByteWriter) {
    writer.put(id)
    writer.put(classes)
    writer.put(values)
  }

  init(from reader: inout ByteReader) throws(Damage) {
    self.init(id: try reader.get(), classes: try reader.get(), values: try reader.get())
  }
}

extension Block: Stored {
  func write(to writer: inout ByteWriter) {
    switch self {
    case .heading(let value):
      writer.put(byte: 0)
      writer.put(value)
    case .paragraph(let value):
      writer.put(byte: 1)
      writer.put(value)
    case .list(let value):
      writer.put(byte: 2)
      writer.put(value)
    case .quote(let value):
      writer.put(byte: 3)
      writer.put(value)
    case .code(let value):
      writer.put(byte: 4)
      writer.put(value)
    case .table(let value):
      writer.put(byte: 5)
      writer.put(value)
    case .rule(let value):
      writer.put(byte: 6)
      writer.put(value)
    case .html(let value):
      writer.put(byte: 7)
      writer.put(value)
    case .formula(let value):
      writer.put(byte: 8)
      writer.put(value)
    case .division(let value):
      writer.put(byte: 9)
      writer.put(value)
    case .calculator(let value):
      writer.put(byte: 10)
      writer.put(value)
    case .figure(let value):
      writer.put(byte: 11)
      writer.put(value)
    case .plot(let value):
      writer.put(byte: 12)
      writer.put(value)
    case .equation(let value):
      writer.put(byte: 13)
      writer.put(value)
    case .question(let value):
      writer.put(byte: 14)
      writer.put(value)
    case .moreNumbers(let value):
      writer.put(byte: 15)
      writer.put(value)
    case .selfCheck(let value):
      writer.put(byte: 16)
      writer.put(value)
    case .problem(let value):
      writer.put(byte: 17)
      writer.put(value)
    }
  }

  init(from reader: inout ByteReader) throws(Damage) {
    try reader.descend()
    defer { reader.ascend() }
    switch try reader.byte() {
    case 0: self = .heading(try reader.get())
    case 1: self = .paragraph(try reader.get())
    case 2: self = .list(try reader.get())
    case 3: self = .quote(try reader.get())
    case 4: self = .code(try reader.get())
    case 5: self = .table(try reader.get())
    case 6: self = .rule(try reader.get())
    case 7: self = .html(try reader.get())
    case 8: self = .formula(try reader.get())
    case 9: self = .division(try reader.get())
    case 10: self = .calculator(try reader.get())
    case 11: self = .figure(try reader.get())
    case 12: self = .plot(try reader.get())
    case 13: self = .equation(try reader.get())
    case 14: self = .question(try reader.get())
    case 15: self = .moreNumbers(try reader.get())
    case 16: self = .selfCheck(try reader.get())
    case 17: self = .problem(try reader.get())
    default: throw Damage()
    }
  }
}

extension Division.Kind: Stored {
  func write(to writer: inout ByteWriter) {
    switch self {
    case .definition: writer.put(byte: 0)
    case .perspective: writer.put(byte: 1)
    case .napkinMath: writer.put(byte: 2)
    case .example: writer.put(byte: 3)
    case .checkpoint: writer.put(byte: 4)
    case .warStory: writer.put(byte: 5)
    case .lighthouse: writer.put(byte: 6)
    case .principle: writer.put(byte: 7)
    case .insight: writer.put(byte: 8)
    case .fallacy: writer.put(byte: 9)
    case .pitfall: writer.put(byte: 10)
    case .takeaways: writer.put(byte: 11)
    case .note: writer.put(byte: 12)
    case .warning: writer.put(byte: 13)
    case .quickCheck: writer.put(byte: 14)
    case .other(let value):
      writer.put(byte: 15)
      writer.put(value)
    }
  }

  init(from reader: inout ByteReader) throws(Damage) {
    switch try reader.byte() {
    case 0: self = .definition
    case 1: self = .perspective
    case 2: self = .napkinMath
    case 3: self = .example
    case 4: self = .checkpoint
    case 5: self = .warStory
    case 6: self = .lighthouse
    case 7: self = .principle
    case 8: self = .insight
    case 9: self = .fallacy
    case 10: self = .pitfall
    case 11: self = .takeaways
    case 12: self = .note
    case 13: self = .warning
    case 14: self = .quickCheck
    case 15: self = .other(try reader.get())
    default: throw Damage()
    }
  }
}

extension Table.Alignment: Stored {
  func write(to writer: inout ByteWriter) {
    switch self {
    case .left: writer.put(byte: 0)
    case .center: writer.put(byte: 1)
    case .right: writer.put(byte: 2)
    }
  }

  init(from reader: inout ByteReader) throws(Damage) {
    switch try reader.byte() {
    case 0: self = .left
    case 1: self = .center
    case 2: self = .right
    default: throw Damage()
    }
  }
}

extension Table: Stored {
  func write(to writer: inout ByteWriter) {
    writer.put(alignments.count)
    for alignment in alignments { writer.put(alignment) }
    writer.put(header)
    writer.put(rows)
    writer.put(id)
    writer.put(number)
    writer.put(caption)
    writer.put(range)
    writer.put(selection)
  }

  init(from reader: inout ByteReader) throws(Damage) {
    self.init(
      alignments: try reader.get(), header: try reader.get(), rows: try reader.get(), id: try reader.get(),
      number: try reader.get(), caption: try reader.get(), range: try reader.get())
    selection = try reader.get()
  }
}

extension LibrarySelection: Stored {
  func write(to writer: inout ByteWriter) {
    writer.put(kind.rawValue)
    writer.put(group)
    writer.put(columns)
  }

  init(from reader: inout ByteReader) throws(Damage) {
    guard let kind = Kind(rawValue: try reader.get()) else { throw Damage() }
    self.init(kind: kind, group: try reader.get(), columns: try reader.get())
  }
}
