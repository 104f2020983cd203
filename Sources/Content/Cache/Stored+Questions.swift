extension Question: Stored {
  func write(to writer: inout ByteWriter) {
    writer.put(id)
    writer.put(section)
    writer.put(objective)
    writer.put(difficulty)
    writer.put(stem)
    writer.put(body)
    writer.put(hint)
    writer.put(explanation)
    writer.put(covers)
    writer.put(see)
    writer.put(file)
    writer.put(range)
  }

  init(from reader: inout ByteReader) throws(Damage) {
    self.init(
      id: try reader.get(), section: try reader.get(), objective: try reader.get(),
      difficulty: try reader.get(), stem: try reader.get(), body: try reader.get(), hint: try reader.get(),
      explanation: try reader.get(), covers: try reader.get(), see: try reader.get(), file: try reader.get(),
      range: try reader.get())
  }
}

extension QuestionOption: Stored {
  func write(to writer: inout ByteWriter) {
    writer.put(content)
    writer.put(isCorrect)
    writer.put(feedback)
  }

  init(from reader: inout ByteReader) throws(Damage) {
    self.init(content: try reader.get(), isCorrect: try reader.get(), feedback: try reader.get())
  }
}

extension NumericAnswer: Stored {
  func write(to writer: inout ByteWriter) {
    writer.put(answer)
    writer.put(tolerance)
    writer.put(vary)
  }

  init(from reader: inout ByteReader) throws(Damage) {
    self.init(answer: try reader.get(), tolerance: try reader.get(), vary: try reader.get())
  }
}

extension MatchPair: Stored {
  func write(to writer: inout ByteWriter) {
    writer.put(left)
    writer.put(right)
  }

  init(from reader: inout ByteReader) throws(Damage) {
    self.init(left: try reader.get(), right: try reader.get())
  }
}

extension QuestionBody: Stored {
  func write(to writer: inout ByteWriter) {
    switch self {
    case .choice(let value):
      writer.put(byte: 0)
      writer.put(value)
    case .multiple(let value):
      writer.put(byte: 1)
      writer.put(value)
    case .trueFalse(let answer, let feedback):
      writer.put(byte: 2)
      writer.put(answer)
      writer.put(feedback)
    case .numeric(let value):
      writer.put(byte: 3)
      writer.put(value)
    case .fill(let value):
      writer.put(byte: 4)
      writer.put(value)
    case .order(let value):
      writer.put(byte: 5)
      writer.put(value)
    case .match(let value):
      writer.put(byte: 6)
      writer.put(value)
    case .short(let answer, let rubric):
      writer.put(byte: 7)
      writer.put(answer)
      writer.put(rubric)
    }
  }

  init(from reader: inout ByteReader) throws(Damage) {
    switch try reader.byte() {
    case 0: self = .choice(try reader.get())
    case 1: self = .multiple(try reader.get())
    case 2: self = .trueFalse(answer: try reader.get(), feedback: try reader.get())
    case 3: self = .numeric(try reader.get())
    case 4: self = .fill(try reader.get())
    case 5: self = .order(try reader.get())
    case 6: self = .match(try reader.get())
    case 7: self = .short(answer: try reader.get(), rubric: try reader.get())
    default: throw Damage()
    }
  }
}
