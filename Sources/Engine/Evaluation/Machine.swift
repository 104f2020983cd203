/// Evaluates a compiled calculator. Every evaluation ends: steps, list lengths and depths are bounded.
struct Machine {
  let program: Program
  let figures: FigureSource
  /// Slots of the calculator, then frames; nil where there is no value.
  var stack: [Value?]
  /// Why a slot has no value.
  var failures: [Int: Diagnostic] = [:]

  /// Whether true and false count as 1 and 0, as in the formulas of the source.
  var countsTruth = false
  private var base: Int
  private var steps = 0
  /// The steps of all formulas but the last.
  private(set) var pastSteps = 0
  /// The steps of all formulas so far.
  var allSteps: Int { pastSteps &+ steps }
  private var depth = 0
  private var nesting = 0

  init(program: Program, figures: FigureSource) {
    self.program = program
    self.figures = figures
    base = program.names.count
    stack = Array(repeating: nil, count: program.names.count + program.localCount)
  }

  /// The value of a formula.
  mutating func value(of root: Int32) throws(Diagnostic) -> Value {
    pastSteps &+= steps
    steps = 0
    depth = 0
    nesting = 0
    base = program.names.count
    do {
      return try evaluate(root)
    } catch {
      // An error inside a call leaves its frame behind.
      if stack.count > base + program.localCount { stack.removeSubrange((base + program.localCount)...) }
      throw error
    }
  }

  /// Evaluates a formula into a slot; a failure is kept for those that need the slot.
  mutating func assign(_ root: Int32, to slot: Int) {
    do {
      stack[slot] = try value(of: root)
      if !failures.isEmpty { failures[slot] = nil }
    } catch {
      stack[slot] = nil
      failures[slot] = error
    }
  }

  var words: DimensionWords { DimensionWords(units: figures.library.units) }

  func failure(
    _ kind: Diagnostic.Kind, _ message: String, hint: String? = nil, at node: Program.Node
  ) -> Diagnostic {
    Diagnostic(kind, message, hint: hint, at: node.span)
  }

  func span(_ root: Int32) -> Range<Int> { program.nodes[Int(root)].span }

  mutating func count(_ number: Int, at node: Program.Node) throws(Diagnostic) {
    steps &+= number
    if steps > Program.maximumSteps {
      throw failure(
        .limit, "the calculation takes more than 1,000,000 steps", hint: "use shorter lists", at: node)
    }
  }

  // MARK: Nodes

  mutating func evaluate(_ root: Int32) throws(Diagnostic) -> Value {
    let node = program.nodes[Int(root)]
    switch node.operation {
    case .constant: return program.constants[Int(node.a)]
    case .slot:
      if let value = stack[Int(node.a)] { return value }
      throw missing(Int(node.a), at: node)
    case .local:
      if let value = stack[base + Int(node.a)] { return value }
      throw failure(.name, "a name has no value yet", at: node)
    case .external:
      if let value = stack[Int(node.a)] { return value }
      throw external(Int(node.a), at: node)
    case .add, .subtract, .multiply, .divide: return try arithmetic(node)
    default: return try other(node)
    }
  }

  private func missing(_ slot: Int, at node: Program.Node) -> Diagnostic {
    let cause = failures[slot]
    var result = failure(
      cause?.kind ?? .name,
      "“\(program.names[slot])” has no value: \(cause?.message ?? "its formula can not be read")",
      at: node)
    if let cause, cause.isConsequence { result.message = cause.message }
    result.isConsequence = true
    result.missing = cause?.missing
    return result
  }

  private func external(_ slot: Int, at node: Program.Node) -> Diagnostic {
    failures[slot]?.moved(to: node.span) ?? failure(.name, "“\(program.names[slot])” has no value", at: node)
  }

  @inline(__always)
  private mutating func arithmetic(_ node: Program.Node) throws(Diagnostic) -> Value {
    try enter(node)
    let left = try evaluate(node.a)
    let right = try evaluate(node.b)
    nesting &-= 1
    guard case .quantity(let a) = left, case .quantity(let b) = right else {
      return try listArithmetic(left, right, node)
    }
    return .quantity(try arithmetic(node, a, b))
  }

  @inline(__always)
  func arithmetic(_ node: Program.Node, _ a: Quantity, _ b: Quantity) throws(Diagnostic) -> Quantity {
    do {
      switch node.operation {
      case .add: return try a.adding(b)
      case .subtract: return try a.subtracting(b)
      case .multiply: return try a.multiplied(by: b)
      default: return try a.divided(by: b)
      }
    } catch {
      throw complaint(error, a, b, node)
    }
  }

  @inline(__always)
  private mutating func enter(_ node: Program.Node) throws(Diagnostic) {
    steps &+= 1
    nesting &+= 1
    if steps > Program.maximumSteps { try count(0, at: node) }
    if nesting > Program.maximumNesting {
      throw failure(.limit, "the formula is nested too deep", hint: "name a part with let", at: node)
    }
  }

  private mutating func other(_ node: Program.Node) throws(Diagnostic) -> Value {
    try enter(node)
    defer { nesting &-= 1 }
    switch node.operation {
    case .negate:
      let quantity = try quantity(node.a)
      return .quantity(Quantity(0 - quantity.magnitude, quantity.dimension))
    case .not: return .truth(!(try truth(node.a)))
    case .floorDivide, .remainder, .power: return .quantity(try special(node))
    case .compare: return try compare(node)
    case .and: return try truth(node.a) ? .truth(try truth(node.b)) : .truth(false)
    case .or: return try truth(node.a) ? .truth(true) : .truth(try truth(node.b))
    case .conditional: return try truth(node.a) ? evaluate(node.b) : evaluate(node.c)
    case .list: return .list(try values(node))
    case .index: return try index(node)
    case .slice: return try slice(node)
    case .field:
      guard case .profile(let id) = try evaluate(node.a) else {
        throw failure(
          .name, "only a profile has figures", hint: "“.” stands after the name of a profile", at: node)
      }
      do { return try figures.figure(program.strings[Int(node.b)], of: id) } catch {
        throw error.moved(to: node.span)
      }
    case .builtin: return try builtin(node)
    case .mathematical: return .quantity(try mathematical(node))
    case .call: return try call(node)
    case .comprehension: return try comprehension(node)
    case .failure: throw program.diagnostics[Int(node.a)]
    default: throw failure(.syntax, "the formula can not be evaluated", at: node)
    }
  }

  mutating func values(_ node: Program.Node) throws(Diagnostic) -> [Value] {
    var values: [Value] = []
    values.reserveCapacity(Int(node.c))
    for offset in 0..<Int(node.c) { values.append(try evaluate(program.operands[Int(node.b) + offset])) }
    return values
  }

  // MARK: Kinds of values

  mutating func quantity(_ root: Int32) throws(Diagnostic) -> Quantity {
    try quantity(try evaluate(root), at: program.nodes[Int(root)])
  }

  func quantity(_ value: Value, at node: Program.Node) throws(Diagnostic) -> Quantity {
    if case .quantity(let quantity) = value { return quantity }
    if countsTruth, case .truth(let truth) = value { return Quantity(truth ? 1 : 0) }
    throw failure(.unit, "expected a quantity, got \(words.phrase(value))", hint: hint(for: value), at: node)
  }

  private func hint(for value: Value) -> String? {
    switch value {
    case .list: "write [a * 2 for a in list] to reckon with every item"
    case .truth: "write 1 if condition else 0"
    case .profile(let id): "name a figure of it, such as \(id).memory.bandwidth"
    default: nil
    }
  }

  func plain(_ value: Value, _ name: String, at node: Program.Node) throws(Diagnostic) -> Double {
    let quantity = try quantity(value, at: node)
    guard quantity.isPlain else {
      throw failure(
        .unit, "\(name) takes a plain number, got \(words.phrase(quantity.dimension))",
        hint: "divide by one of its unit, as in t / (1 h)", at: node)
    }
    return quantity.magnitude
  }

  /// A whole number that fits in memory.
  func integer(_ value: Value, _ name: String, at node: Program.Node) throws(Diagnostic) -> Int {
    let number = try plain(value, name, at: node)
    guard let integer = Int(exactly: number) else {
      throw failure(
        .arithmetic,
        "\(name) takes a whole number, got \(NumberFormat(units: figures.library.units).plain(number, digits: 6, isCount: false, isPadded: false))",
        hint: "round it with round, floor or ceil", at: node)
    }
    return integer
  }

  private mutating func truth(_ root: Int32) throws(Diagnostic) -> Bool {
    let value = try evaluate(root)
    if case .truth(let truth) = value { return truth }
    throw failure(
      .unit, "expected true or false, got \(words.phrase(value))", hint: "compare it, as in a > 0",
      at: program.nodes[Int(root)])
  }

  func list(_ value: Value, _ name: String, at node: Program.Node) throws(Diagnostic) -> [Value] {
    if case .list(let items) = value { return items }
    throw failure(
      .unit, "\(name) takes a list, got \(words.phrase(value))", hint: "write [a, b, …]", at: node)
  }

  // MARK: Comprehensions and calls

  private mutating func comprehension(_ node: Program.Node) throws(Diagnostic) -> Value {
    var result: [Value] = []
    try iterate(node, clause: 0, at: Int(node.b), into: &result)
    return .list(result)
  }

  private mutating func iterate(
    _ node: Program.Node, clause: Int, at offset: Int, into result: inout [Value]
  ) throws(Diagnostic) {
    let source = program.operands[offset]
    let pattern = program.patterns[Int(program.operands[offset + 1])]
    let conditions = Int(program.operands[offset + 2])
    let items = try list(try evaluate(source), "for … in", at: program.nodes[Int(source)])
    for item in items {
      try count(1, at: node)
      try bind(pattern, to: item, frame: base, at: node)
      var isTaken = true
      for index in 0..<conditions where isTaken { isTaken = try truth(program.operands[offset + 3 + index]) }
      guard isTaken else { continue }
      if clause + 1 < Int(node.c) {
        try iterate(node, clause: clause + 1, at: offset + 3 + conditions, into: &result)
      } else {
        result.append(try evaluate(node.a))
        try check(result.count, at: node)
      }
    }
  }

  /// Refuses lists that are too long.
  func check(_ length: Int, at node: Program.Node) throws(Diagnostic) {
    if length > Program.maximumItems {
      throw failure(.limit, "a list would have more than 100,000 items", hint: "use a shorter list", at: node)
    }
  }

  /// Puts a value into the slots of a pattern, counted from `frame`.
  mutating func bind(
    _ pattern: Program.Pattern, to value: Value, frame: Int, at node: Program.Node
  ) throws(Diagnostic) {
    switch pattern {
    case .slot(let slot): stack[frame + slot] = value
    case .items(let patterns):
      let items = try list(value, "unpacking into \(patterns.count) names", at: node)
      guard items.count == patterns.count else {
        throw failure(
          .syntax, "expected \(patterns.count) items for \(patterns.count) names, got \(items.count)",
          at: node)
      }
      for (pattern, item) in zip(patterns, items) { try bind(pattern, to: item, frame: frame, at: node) }
    }
  }

  private mutating func call(_ node: Program.Node) throws(Diagnostic) -> Value {
    let function = program.functions[Int(node.a)]
    let arguments = try values(node)
    for (index, (value, parameter)) in zip(arguments, function.parameters).enumerated() {
      guard let dimension = parameter.dimension, let found = mismatch(value, dimension) else { continue }
      let place = program.nodes[Int(program.operands[Int(node.b) + index])]
      throw failure(
        .unit, "“\(parameter.name)” of \(function.name): expected \(words.phrase(dimension)), got \(found)",
        at: place)
    }
    depth += 1
    defer { depth -= 1 }
    guard depth <= Program.maximumDepth else {
      throw failure(.limit, "functions call each other more than \(Program.maximumDepth) deep", at: node)
    }
    let saved = base
    base = stack.count
    for argument in arguments { stack.append(argument) }
    for _ in arguments.count..<max(arguments.count, function.frameSize) { stack.append(nil) }
    let value: Value
    do {
      value = try evaluate(function.root)
    } catch {
      base = saved
      guard function.isEquation else { throw error }
      throw Diagnostic(error.kind, "in \(function.name): \(error.message)", hint: error.hint, at: node.span)
    }
    stack.removeSubrange(base...)
    base = saved
    if let dimension = function.result, let found = mismatch(value, dimension) {
      throw failure(
        .unit, "\(function.name) should give \(words.phrase(dimension)), its formula gives \(found)", at: node
      )
    }
    return value
  }

  /// In words, what a value is that does not have a dimension; items of lists count one by one.
  private func mismatch(_ value: Value, _ dimension: Dimension) -> String? {
    switch value {
    case .quantity(let quantity):
      quantity.dimension == dimension || quantity.dimension == .any ? nil : words.phrase(quantity.dimension)
    case .list(let items): items.lazy.compactMap { mismatch($0, dimension) }.first
    default: dimension == .one ? nil : words.phrase(value)
    }
  }
}
