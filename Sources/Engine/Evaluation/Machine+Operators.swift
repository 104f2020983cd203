/// Operators beyond the four of arithmetic, and what is said when they fail.
extension Machine {
  /// What is wrong with an operation on two quantities.
  func complaint(
    _ failure: Quantity.Failure, _ a: Quantity, _ b: Quantity, _ node: Program.Node
  ) -> Diagnostic {
    switch failure {
    case .mismatch:
      let verb = node.operation == .subtract ? "subtract" : node.operation == .compare ? "compare" : "add"
      let pair =
        node.operation == .subtract ? (b, "from", a) : (a, node.operation == .compare ? "with" : "and", b)
      return self.failure(
        .unit,
        "can not \(verb) \(words.phrase(pair.0.dimension)) \(pair.1) \(words.phrase(pair.2.dimension))",
        hint: words.bridge(from: a.dimension, to: b.dimension), at: node)
    case .exponent:
      return self.failure(.unit, "the unit of the result has an exponent that can not be kept", at: node)
    case .divisionByZero:
      return self.failure(.arithmetic, "division by zero", at: node)
    case .overflow:
      return self.failure(.arithmetic, "the result is too large for a number", at: node)
    case .undefined:
      return self.failure(.arithmetic, "the result is no real number", at: node)
    case .notPlain:
      let operand = a.isPlain ? b : a
      let name =
        node.operation == .floorDivide ? "//" : node.operation == .remainder ? "the remainder" : "an exponent"
      return self.failure(
        .unit, "\(name) takes plain numbers, got \(words.phrase(operand.dimension))",
        hint: "divide by one of its unit, as in t / (1 h)", at: node)
    }
  }

  /// Joining and repeating lists; anything else is refused.
  func listArithmetic(_ left: Value, _ right: Value, _ node: Program.Node) throws(Diagnostic) -> Value {
    switch (node.operation, left, right) {
    case (.add, .list(let a), .list(let b)):
      try check(a.count + b.count, at: node)
      return .list(a + b)
    case (.multiply, .list(let items), .quantity(let times)),
      (.multiply, .quantity(let times), .list(let items)):
      guard times.isPlain, let count = Int(exactly: times.magnitude), count >= 0 else { break }
      try check(
        items.count.multipliedReportingOverflow(by: count).overflow ? .max : items.count * count, at: node)
      return .list((0..<count).flatMap { _ in items })
    default: break
    }
    let a = try quantity(left, at: program.nodes[Int(node.a)])
    let b = try quantity(right, at: program.nodes[Int(node.b)])
    return .quantity(try arithmetic(node, a, b))
  }

  /// `//`, `%` and `**`.
  mutating func special(_ node: Program.Node) throws(Diagnostic) -> Quantity {
    let a = try quantity(node.a)
    let b = try quantity(node.b)
    if node.operation == .power, node.c == 0, !a.isPlain {
      throw failure(
        .unit, "\(words.phrase(a.dimension)) needs an exponent made of numbers only",
        hint: "divide the base by one of its unit first", at: node)
    }
    do {
      switch node.operation {
      case .floorDivide: return try a.floorDivided(by: b)
      case .remainder: return try a.remainder(by: b)
      default: return try a.raised(to: b)
      }
    } catch {
      throw complaint(error, a, b, node)
    }
  }

  mutating func compare(_ node: Program.Node) throws(Diagnostic) -> Value {
    let start = Int(node.b)
    var left = try evaluate(program.operands[start])
    for index in 0..<Int(node.c) {
      let operation = Expression.Comparison(rawValue: program.operands[start + 1 + 2 * index]) ?? .equal
      let right = try evaluate(program.operands[start + 2 + 2 * index])
      if try !holds(left, operation, right, node) { return .truth(false) }
      left = right
    }
    return .truth(true)
  }

  func holds(
    _ left: Value, _ operation: Expression.Comparison, _ right: Value, _ node: Program.Node
  ) throws(Diagnostic) -> Bool {
    switch operation {
    case .equal: return try isEqual(left, right, node)
    case .notEqual: return try !isEqual(left, right, node)
    default: break
    }
    let a = try quantity(left, at: node)
    let b = try quantity(right, at: node)
    do { _ = try a.common(b) } catch { throw complaint(error, a, b, node) }
    switch operation {
    case .less: return a.magnitude < b.magnitude
    case .lessOrEqual: return a.magnitude <= b.magnitude
    case .greater: return a.magnitude > b.magnitude
    default: return a.magnitude >= b.magnitude
    }
  }

  func isEqual(_ left: Value, _ right: Value, _ node: Program.Node) throws(Diagnostic) -> Bool {
    switch (left, right) {
    case (.quantity(let a), .quantity(let b)):
      do { _ = try a.common(b) } catch { throw complaint(error, a, b, node) }
      return a.magnitude == b.magnitude
    case (.list(let a), .list(let b)):
      guard a.count == b.count else { return false }
      for (x, y) in zip(a, b) where try !isEqual(x, y, node) { return false }
      return true
    case (.text(let text), .profile(let id)), (.profile(let id), .text(let text)): return text == id
    case (.text, .text), (.truth, .truth), (.profile, .profile): return left == right
    default:
      throw failure(.unit, "can not compare \(words.phrase(left)) with \(words.phrase(right))", at: node)
    }
  }

  mutating func index(_ node: Program.Node) throws(Diagnostic) -> Value {
    let items = try list(try evaluate(node.a), "[ ]", at: program.nodes[Int(node.a)])
    let place = program.nodes[Int(node.b)]
    let position = try integer(try evaluate(node.b), "the place in a list", at: place)
    let index = position < 0 ? items.count + position : position
    guard items.indices.contains(index) else {
      throw failure(
        .bounds,
        "the list has \(items.count) item\(items.count == 1 ? "" : "s"), there is none at \(position)",
        hint: "the first item is at 0, the last at -1", at: place)
    }
    return items[index]
  }

  mutating func slice(_ node: Program.Node) throws(Diagnostic) -> Value {
    let items = try list(try evaluate(node.a), "[ : ]", at: program.nodes[Int(node.a)])
    var parts: [Int?] = []
    for offset in 0..<3 {
      let root = program.operands[Int(node.b) + offset]
      parts.append(
        root < 0 ? nil : try integer(try evaluate(root), "the place in a list", at: program.nodes[Int(root)]))
    }
    let step = parts[2] ?? 1
    guard step != 0, step != .min else {
      throw failure(.arithmetic, "the step of a list part can not be zero", at: node)
    }
    let count = items.count
    func place(_ part: Int?, _ standard: Int) -> Int {
      guard let part else { return standard }
      let index = part < 0 ? max(part, -count - 1) + count : part
      return step > 0 ? min(max(index, 0), count) : min(max(index, -1), count - 1)
    }
    let from = place(parts[0], step > 0 ? 0 : count - 1)
    let to = place(parts[1], step > 0 ? count : -1)
    return .list(stride(from: from, to: to, by: step).map { items[$0] })
  }
}
