extension PlotEntry: Stored {
  func write(to writer: inout ByteWriter) {
    writer.put(label)
    writer.put(first)
    writer.put(second)
  }

  init(from reader: inout ByteReader) throws(Damage) {
    self.init(label: try reader.get(), first: try reader.get(), second: try reader.get())
  }
}

extension PlotSeries: Stored {
  func write(to writer: inout ByteWriter) {
    writer.put(label)
    writer.put(content)
  }

  init(from reader: inout ByteReader) throws(Damage) {
    self.init(label: try reader.get(), content: try reader.get())
  }
}

extension PlotAxis: Stored {
  func write(to writer: inout ByteWriter) {
    writer.put(label)
    writer.put(unit)
    writer.put(isLogarithmic)
    writer.put(lowest)
    writer.put(highest)
    writer.put(variable)
  }

  init(from reader: inout ByteReader) throws(Damage) {
    label = try reader.get()
    unit = try reader.get()
    isLogarithmic = try reader.get()
    lowest = try reader.get()
    highest = try reader.get()
    variable = try reader.get()
  }
}

extension PlotNetwork: Stored {
  func write(to writer: inout ByteWriter) {
    writer.put(layers)
    writer.put(gradients.map { $0 ?? PlotExpression("", at: SourcePosition(line: 0)) })
    writer.put(weights)
    writer.put(step)
    writer.put(pass)
  }

  init(from reader: inout ByteReader) throws(Damage) {
    layers = try reader.get()
    let gradients: [PlotExpression] = try reader.get()
    self.gradients = gradients.map { $0.text.isEmpty ? nil : $0 }
    weights = try reader.get()
    step = try reader.get()
    pass = try reader.get()
  }
}

extension PlotSpecification: Stored {
  func write(to writer: inout ByteWriter) {
    switch self {
    case .line(let series, let points, let x, let y):
      writer.put(byte: 0)
      writer.put(series)
      writer.put(points)
      writer.put(x)
      writer.put(y)
    case .scatter(let series, let x, let y):
      writer.put(byte: 1)
      writer.put(series)
      writer.put(x)
      writer.put(y)
    case .bar(let value, let axis):
      writer.put(byte: 2)
      writer.put(value)
      writer.put(axis)
    case .histogram(let values, let bins, let axis):
      writer.put(byte: 3)
      writer.put(values)
      writer.put(bins)
      writer.put(axis)
    case .heatMap(let rows, let columns, let values, let showsNumbers, let axis):
      writer.put(byte: 4)
      writer.put(rows)
      writer.put(columns)
      writer.put(values)
      writer.put(showsNumbers)
      writer.put(axis)
    case .timeline(let value, let axis):
      writer.put(byte: 5)
      writer.put(value)
      writer.put(axis)
    case .network(let network):
      writer.put(byte: 6)
      writer.put(network)
    case .roofline(let value, let points, let precision):
      writer.put(byte: 7)
      writer.put(value)
      writer.put(points)
      writer.put(precision)
    // The program's own pages are written anew and never kept.
    case .given: writer.put(byte: 255)
    }
  }

  init(from reader: inout ByteReader) throws(Damage) {
    switch try reader.byte() {
    case 0:
      self = .line(
        series: try reader.get(), points: try reader.get(), x: try reader.get(), y: try reader.get())
    case 1: self = .scatter(series: try reader.get(), x: try reader.get(), y: try reader.get())
    case 2: self = .bar(try reader.get(), axis: try reader.get())
    case 3: self = .histogram(values: try reader.get(), bins: try reader.get(), axis: try reader.get())
    case 4:
      self = .heatMap(
        rows: try reader.get(), columns: try reader.get(), values: try reader.get(),
        showsNumbers: try reader.get(), axis: try reader.get())
    case 5: self = .timeline(try reader.get(), axis: try reader.get())
    case 6: self = .network(try reader.get())
    case 7: self = .roofline(try reader.get(), points: try reader.get(), precision: try reader.get())
    default: throw Damage()
    }
  }
}

extension PlotSeries.Content: Stored {
  func write(to writer: inout ByteWriter) {
    switch self {
    case .curve(let value):
      writer.put(byte: 0)
      writer.put(value)
    case .lists(let x, let y):
      writer.put(byte: 1)
      writer.put(x)
      writer.put(y)
    case .points(let value):
      writer.put(byte: 2)
      writer.put(value)
    }
  }

  init(from reader: inout ByteReader) throws(Damage) {
    switch try reader.byte() {
    case 0: self = .curve(try reader.get())
    case 1: self = .lists(x: try reader.get(), y: try reader.get())
    case 2: self = .points(try reader.get())
    default: throw Damage()
    }
  }
}

extension PlotMachine: Stored {
  func write(to writer: inout ByteWriter) {
    switch self {
    case .profile(let value):
      writer.put(byte: 0)
      writer.put(value)
    case .figures(let label, let peak, let bandwidth):
      writer.put(byte: 1)
      writer.put(label)
      writer.put(peak)
      writer.put(bandwidth)
    }
  }

  init(from reader: inout ByteReader) throws(Damage) {
    switch try reader.byte() {
    case 0: self = .profile(try reader.get())
    case 1: self = .figures(label: try reader.get(), peak: try reader.get(), bandwidth: try reader.get())
    default: throw Damage()
    }
  }
}

extension PlotExpression: Stored {
  func write(to writer: inout ByteWriter) {
    writer.put(text)
    writer.put(position)
  }

  init(from reader: inout ByteReader) throws(Damage) {
    self.init(try reader.get(), at: try reader.get())
  }
}
