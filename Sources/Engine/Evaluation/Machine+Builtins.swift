/// The functions that formulas may call.
extension Machine {
  mutating func mathematical(_ node: Program.Node) throws(Diagnostic) -> Quantity {
    let (name, function) = Builtin.mathematical[Int(node.a)]
    let root = program.operands[Int(node.b)]
    let x = try plain(try evaluate(root), name, at: program.nodes[Int(root)])
    return try real(function(x), name, of: x, node)
  }

  /// A finite result, or the complaint.
  private func real(
    _ result: Double, _ name: String, of x: Double, _ node: Program.Node
  ) throws(Diagnostic) -> Quantity {
    if result.isFinite { return Quantity(result) }
    if result == .infinity { throw failure(.arithmetic, "the result is too large for a number", at: node) }
    let text = NumberFormat(units: figures.library.units).plain(x, digits: 6, isCount: true, isPadded: false)
    throw failure(.arithmetic, "\(name) of \(text) is no real number", at: node)
  }

  mutating func builtin(_ node: Program.Node) throws(Diagnostic) -> Value {
    let function = Builtin.allCases[Int(node.a)]
    let arguments = try values(node)
    guard let first = arguments.first else {
      throw failure(.syntax, "\(function.rawValue) needs an argument", at: node)
    }
    switch function {
    case .sum: return .quantity(try total(try items(first, function, node), node))
    case .prod: return .quantity(try product(try items(first, function, node), node))
    case .mean:
      let items = try items(first, function, node)
      return .quantity(try quotient(try total(items, node), Double(items.count), function, node))
    case .median: return .quantity(try median(try items(first, function, node), node))
    case .min, .max:
      let items = arguments.count == 1 ? try items(first, function, node) : arguments
      return try extreme(items, isMaximum: function == .max, node)
    case .len:
      if case .text(let text) = first { return .quantity(Quantity(Double(text.count))) }
      return .quantity(Quantity(Double(try items(first, function, node).count)))
    case .sorted: return .list(try sorted(try items(first, function, node), node))
    case .reversed: return .list(try items(first, function, node).reversed())
    case .zip, .range, .enumerate: return .list(try sequence(function, arguments, node))
    case .all, .any:
      for item in try items(first, function, node) {
        guard case .truth(let truth) = item else {
          throw failure(.unit, "\(function.rawValue) takes a list of true and false", at: node)
        }
        if truth == (function == .any) { return .truth(truth) }
      }
      return .truth(function == .all)
    case .abs:
      let quantity = try quantity(first, at: node)
      return .quantity(Quantity(Swift.abs(quantity.magnitude), quantity.dimension))
    case .sqrt:
      let quantity = try quantity(first, at: node)
      guard quantity.magnitude >= 0 else {
        throw failure(.arithmetic, "the square root of a negative number is no real number", at: node)
      }
      do { return .quantity(try quantity.raised(to: Quantity(0.5))) } catch {
        throw complaint(error, quantity, quantity, node)
      }
    case .float: return .quantity(try quantity(first, at: node))
    case .round, .floor, .ceil, .int, .log, .pow, .comb, .factorial:
      return .quantity(try numeric(function, arguments, node))
    }
  }

  private func items(_ value: Value, _ function: Builtin, _ node: Program.Node) throws(Diagnostic) -> [Value]
  {
    try list(value, function.rawValue, at: node)
  }

  private mutating func total(_ items: [Value], _ node: Program.Node) throws(Diagnostic) -> Quantity {
    try count(items.count, at: node)
    var sum = Quantity.zero
    for item in items {
      let next = try quantity(item, at: node)
      do { sum = try sum.adding(next) } catch { throw complaint(error, sum, next, node) }
    }
    return sum
  }

  private mutating func product(_ items: [Value], _ node: Program.Node) throws(Diagnostic) -> Quantity {
    try count(items.count, at: node)
    var product = Quantity(1)
    for item in items {
      let next = try quantity(item, at: node)
      do { product = try product.multiplied(by: next) } catch { throw complaint(error, product, next, node) }
    }
    return product
  }

  private func quotient(
    _ sum: Quantity, _ count: Double, _ function: Builtin, _ node: Program.Node
  ) throws(Diagnostic) -> Quantity {
    guard count > 0 else { throw failure(.arithmetic, "\(function.rawValue) of an empty list", at: node) }
    return Quantity(sum.magnitude / count, sum.dimension)
  }

  private mutating func median(_ items: [Value], _ node: Program.Node) throws(Diagnostic) -> Quantity {
    let sorted = try sorted(items, node)
    guard !sorted.isEmpty else { throw failure(.arithmetic, "median of an empty list", at: node) }
    let middle = [sorted[(sorted.count - 1) / 2], sorted[sorted.count / 2]]
    return try quotient(try total(middle, node), 2, .median, node)
  }

  /// Ascending; quantities of one dimension.
  private mutating func sorted(_ items: [Value], _ node: Program.Node) throws(Diagnostic) -> [Value] {
    try count(items.count, at: node)
    var quantities: [Quantity] = []
    for item in items {
      if case .list(let parts) = item, let key = parts.first {
        quantities.append(try quantity(key, at: node))
      } else {
        quantities.append(try quantity(item, at: node))
      }
      let first = quantities[0]
      do { _ = try first.common(quantities[quantities.count - 1]) } catch {
        throw failure(.unit, "sorted takes values of one dimension", at: node)
      }
    }
    return zip(items, quantities).sorted { $0.1.magnitude < $1.1.magnitude }.map(\.0)
  }

  private func extreme(_ items: [Value], isMaximum: Bool, _ node: Program.Node) throws(Diagnostic) -> Value {
    guard var best = items.first else {
      throw failure(.arithmetic, "\(isMaximum ? "max" : "min") of an empty list", at: node)
    }
    var dimension = try quantity(best, at: node).dimension
    for item in items.dropFirst() {
      let a = try quantity(best, at: node)
      let b = try quantity(item, at: node)
      do { dimension = try Quantity(0, dimension).common(b) } catch {
        throw failure(
          .unit, "can not compare \(words.phrase(a.dimension)) with \(words.phrase(b.dimension))",
          hint: words.bridge(from: a.dimension, to: b.dimension), at: node)
      }
      if isMaximum ? b.magnitude > a.magnitude : b.magnitude < a.magnitude { best = item }
    }
    // A literal zero takes the dimension of the others.
    if case .quantity(let quantity) = best { return .quantity(Quantity(quantity.magnitude, dimension)) }
    return best
  }

  private mutating func sequence(
    _ function: Builtin, _ arguments: [Value], _ node: Program.Node
  ) throws(Diagnostic) -> [Value] {
    if function == .range {
      var numbers: [Int] = []
      for argument in arguments { numbers.append(try integer(argument, "range", at: node)) }
      let (from, to) = numbers.count == 1 ? (0, numbers[0]) : (numbers[0], numbers[1])
      let step = numbers.count == 3 ? numbers[2] : 1
      guard step != 0 else { throw failure(.arithmetic, "the step of range can not be zero", at: node) }
      let length = (Double(to) - Double(from)) / Double(step)
      try check(length > Double(Program.maximumItems) ? .max : 0, at: node)
      try count(Int(Swift.max(0, length)), at: node)
      return stride(from: from, to: to, by: step).map { .quantity(Quantity(Double($0))) }
    }
    var lists: [[Value]] = []
    for argument in arguments { lists.append(try items(argument, function, node)) }
    if function == .enumerate {
      return lists[0].enumerated().map { .list([.quantity(Quantity(Double($0))), $1]) }
    }
    let length = lists.map(\.count).min() ?? 0
    try count(length, at: node)
    return (0..<length).map { index in .list(lists.map { $0[index] }) }
  }

  private func numeric(_ function: Builtin, _ arguments: [Value], _ node: Program.Node) throws(Diagnostic)
    -> Quantity
  {
    let x = try plain(arguments[0], function.rawValue, at: node)
    switch function {
    case .floor: return Quantity(x.rounded(.down))
    case .ceil: return Quantity(x.rounded(.up))
    case .int: return Quantity(x.rounded(.towardZero))
    case .round:
      guard arguments.count == 2 else { return Quantity(x.rounded(.toNearestOrEven)) }
      let places = try integer(arguments[1], "round", at: node)
      let scale = Mathematics.power(10, Double(Swift.min(Swift.max(places, -300), 300)))
      let rounded = (x * scale).rounded(.toNearestOrEven) / scale
      return Quantity(rounded.isFinite ? rounded : x)
    case .log:
      let base = try plain(arguments[1], "log", at: node)
      guard x > 0, base > 0, base != 1 else {
        throw failure(.arithmetic, "the logarithm needs a positive number", at: node)
      }
      return Quantity(Mathematics.logarithm(x) / Mathematics.logarithm(base))
    case .pow:
      let power = try plain(arguments[1], "pow", at: node)
      return try real(Mathematics.power(x, power), "pow", of: x, node)
    case .factorial, .comb:
      let n = try integer(arguments[0], function.rawValue, at: node)
      let k = function == .comb ? try integer(arguments[1], "comb", at: node) : 0
      guard n >= 0, n <= 1_000_000, k >= 0 else {
        throw failure(.arithmetic, "\(function.rawValue) takes whole numbers from 0", at: node)
      }
      if function == .comb, k > n { return Quantity(0) }
      let factors = function == .comb ? Swift.min(k, n - k) : n
      var result = 1.0
      for i in 0..<factors where result.isFinite {
        result *= function == .comb ? Double(n - i) / Double(i + 1) : Double(i + 1)
      }
      return try real(function == .comb ? result.rounded() : result, function.rawValue, of: x, node)
    default: throw failure(.syntax, "\(function.rawValue) can not be evaluated", at: node)
    }
  }
}
