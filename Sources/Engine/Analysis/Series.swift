/// A comprehension as mathematics has it: indices that run, and lists with an index in the place of the names that are
/// bound to their items. `a * b for a, b in zip(xs[:-1], xs[1:])` is xs₍ℓ₋₁₎ × xs₍ℓ₎ for ℓ ≥ 1.
struct Series {
  /// What stands for one run through a list.
  enum Run {
    /// Names for the items of a list that is not indexed.
    case items([String], of: Expression, conditions: [Expression])
    /// An index that begins at `first`; it ends with the lists where there is no `end`.
    case index(String, first: Expression, end: End?, conditions: [Expression])
  }

  /// What an index stays below.
  enum End {
    case value(Expression)
    /// The length of a list without its last items.
    case length(of: Expression, without: Int)
  }

  /// With the items of lists in place of the names bound to them.
  let element: Expression
  let runs: [Run]

  init(_ element: Expression, _ clauses: [Expression.Clause]) {
    var used = Set(element.references.map(\.name))
    for clause in clauses { used.formUnion(clause.source.references.map(\.name)) }
    var bound: [String: Expression] = [:]
    runs = clauses.map { clause in
      let source = clause.source.replacing(bound)
      var run: Run
      if let indexed = Self.indexed(clause.pattern, source, besides: used) {
        used.insert(indexed.index)
        bound.merge(indexed.items) { _, new in new }
        run = .index(indexed.index, first: indexed.first, end: indexed.end, conditions: [])
      } else {
        for name in clause.pattern.names { bound[name] = nil }
        run = .items(clause.pattern.names, of: source, conditions: [])
      }
      let conditions = clause.conditions.map { $0.replacing(bound) }
      switch run {
      case .items(let names, let source, _): run = .items(names, of: source, conditions: conditions)
      case .index(let name, let first, let end, _):
        run = .index(name, first: first, end: end, conditions: conditions)
      }
      return run
    }
    self.element = element.replacing(bound)
  }

  /// The sum of a list's items, or the items themselves, with an index.
  init?(itemsOf list: Expression) {
    let item = "\u{1}"
    let clause = Expression.Clause(
      pattern: .items([.name(item)]),
      source: Expression(
        .call(
          name: "zip", nameSpan: list.span, arguments: [Expression.Argument(name: nil, value: list)]),
        at: list.span), conditions: [])
    self.init(Expression(.name(item), at: list.span), [clause])
    guard case .index = runs[0] else { return nil }
  }

  private static func indexed(
    _ pattern: Expression.Pattern, _ source: Expression, besides used: Set<String>
  ) -> (index: String, first: Expression, end: End?, items: [String: Expression])? {
    guard let (names, lists) = paired(pattern, source) else { return nil }
    if names.count == 1, case .call("range", _, let arguments) = lists[0].kind {
      guard (1...2).contains(arguments.count), arguments.allSatisfy({ $0.name == nil }) else { return nil }
      let first = arguments.count == 2 ? arguments[0].value : .whole(0, at: source.span)
      // An index that has a short name keeps it.
      return (names[0], first, .value(arguments[arguments.count - 1].value), [:])
    }
    let parts = lists.compactMap(Part.init)
    guard parts.count == lists.count else { return nil }
    let start = parts.map(\.from).max() ?? 0
    let isShifted = parts.contains { $0.from != start }
    let letters = isShifted ? ["ℓ", "i", "j", "k"] : ["i", "j", "k", "m", "n", "r", "s"]
    guard let index = letters.first(where: { !used.contains($0) }) else { return nil }
    var items: [String: Expression] = [:]
    for (name, part) in zip(names, parts) {
      let span = part.list?.span ?? source.span
      var place = Expression(.name(index), at: span)
      if part.from != start {
        place = Expression(.binary(.subtract, place, .whole(start - part.from, at: span)), at: span)
      }
      items[name] = part.list.map { Expression(.index($0, place), at: span) } ?? place
    }
    let open = parts.filter { $0.without == 0 && $0.list != nil }
    let short = parts.filter { part in
      // Where the same list goes on to its end further on, that says where the index ends.
      part.without > 0 && !open.contains { $0.key == part.key && $0.from - part.from >= part.without }
    }
    guard short.count <= 1 else { return nil }
    let end = short.first.flatMap { part in
      part.list.map { End.length(of: $0, without: part.without - (start - part.from)) }
    }
    return (index, .whole(start, at: source.span), end, items)
  }

  /// The names that a pattern binds and the list that each runs through.
  private static func paired(_ pattern: Expression.Pattern, _ source: Expression)
    -> (names: [String], lists: [Expression])?
  {
    switch (pattern, source.kind) {
    case (.name(let name), .slice), (.name(let name), .call("range", _, _)): return ([name], [source])
    case (.items(let patterns), .call("zip", _, let arguments)):
      let names = patterns.compactMap { if case .name(let name) = $0 { name } else { nil } }
      guard names.count == patterns.count, names.count == arguments.count else { return nil }
      return (names, arguments.map(\.value))
    case (.items(let patterns), .call("enumerate", _, let arguments)):
      let names = patterns.compactMap { if case .name(let name) = $0 { name } else { nil } }
      guard names.count == 2, patterns.count == 2, arguments.count == 1 else { return nil }
      let list = arguments[0].value
      let numbers = Expression(.call(name: "range", nameSpan: list.span, arguments: arguments), at: list.span)
      return (names, [numbers, list])
    default: return nil
    }
  }

  /// A list, or a part of one, that an index runs through; without a list, the index itself.
  private struct Part {
    var list: Expression?
    var from = 0
    /// How many items are left out at the end.
    var without = 0

    var key: String? { list?.path }

    init?(_ expression: Expression) {
      switch expression.kind {
      case .name, .field, .cellValue, .index: list = expression
      case .slice(let whole, let from, let to, nil):
        guard whole.path != nil else { return nil }
        list = whole
        if let from {
          guard let place = from.whole, place >= 0 else { return nil }
          self.from = place
        }
        if let to {
          guard let place = to.whole, place < 0 else { return nil }
          without = -place
        }
      case .call("range", _, let arguments):
        guard arguments.count == 1 else { return nil }
      default: return nil
      }
    }
  }
}

extension Series {
  /// The element for every item, where a reader of lists knows how many there are and no condition leaves any out.
  ///
  /// - Parameter count: the length of a list.
  /// - Returns: nil where that is not known, or there are more than `limit`.
  static func terms(
    _ element: Expression, _ clauses: [Expression.Clause], limit: Int, count: (Expression) -> Int?
  ) -> [Expression]? {
    guard let clause = clauses.first else { return [element] }
    guard clause.conditions.isEmpty, let items = items(clause, count), items.count <= limit else {
      return nil
    }
    var terms: [Expression] = []
    for item in items {
      let rest = clauses.dropFirst().map {
        Expression.Clause(
          pattern: $0.pattern, source: $0.source.replacing(item),
          conditions: $0.conditions.map { $0.replacing(item) })
      }
      guard let part = Self.terms(element.replacing(item), rest, limit: limit - terms.count, count: count)
      else { return nil }
      terms += part
    }
    return terms.count <= limit ? terms : nil
  }

  /// What the names of a clause stand for, item by item.
  private static func items(_ clause: Expression.Clause, _ count: (Expression) -> Int?)
    -> [[String: Expression]]?
  {
    let names: [String]
    let lists: [Expression]
    if case .name(let name) = clause.pattern {
      (names, lists) = ([name], [clause.source])
    } else if let pair = paired(clause.pattern, clause.source) {
      (names, lists) = pair
    } else {
      return nil
    }
    let columns = lists.compactMap { items(of: $0, count) }
    guard columns.count == lists.count, let length = columns.map(\.count).min() else { return nil }
    return (0..<length).map { row in
      Dictionary(zip(names, columns.map { $0[row] })) { first, _ in first }
    }
  }

  /// What a sum or a product runs over, with its terms where those are known; nil for what is no list.
  static func read(
    _ argument: Expression, terms: (Expression, [Expression.Clause]) -> [Expression]?,
    items: (Expression) -> [Expression]?
  ) -> (series: Series, terms: [Expression]?)? {
    if case .comprehension(let element, let clauses) = argument.kind {
      return (Series(element, clauses), terms(element, clauses))
    }
    return Series(itemsOf: argument).map { ($0, items(argument)) }
  }

  static func items(of list: Expression, _ count: (Expression) -> Int?) -> [Expression]? {
    switch list.kind {
    case .list(let items):
      let areAtoms = items.allSatisfy { item in
        switch item.kind {
        case .number, .name, .cellValue: true
        default: item.path != nil
        }
      }
      return areAtoms ? items : nil
    case .name, .field, .cellValue, .index:
      return count(list).map { count in
        (0..<min(count, 10_000)).map { Expression(.index(list, .whole($0, at: list.span)), at: list.span) }
      }
    case .slice(let whole, let from, let to, nil):
      guard let items = items(of: whole, count) else { return nil }
      func place(_ expression: Expression?, _ otherwise: Int) -> Int? {
        guard let expression else { return otherwise }
        guard let place = expression.whole else { return nil }
        return min(max(place < 0 ? items.count + place : place, 0), items.count)
      }
      guard let first = place(from, 0), let end = place(to, items.count) else { return nil }
      return first < end ? Array(items[first..<end]) : []
    case .call("range", _, let arguments):
      guard (1...2).contains(arguments.count) else { return nil }
      let ends = arguments.compactMap { argument -> Int? in
        if let whole = argument.value.whole { return whole }
        guard case .call("len", _, let list) = argument.value.kind, list.count == 1 else { return nil }
        return items(of: list[0].value, count)?.count
      }
      guard ends.count == arguments.count, let end = ends.last else { return nil }
      let first = ends.count == 2 ? ends[0] : 0
      guard end - first <= 10_000 else { return nil }
      return first < end ? (first..<end).map { .whole($0, at: list.span) } : []
    default: return nil
    }
  }
}

extension Expression {
  /// A whole number where nobody wrote one.
  static func whole(_ number: Int, at span: Range<Int>) -> Expression {
    let literal = Expression(
      .number(Literal(digits: String(number.magnitude), number: Double(number.magnitude), unit: nil)),
      at: span)
    return number < 0 ? Expression(.unary(.negate, literal), at: span) : literal
  }

  /// The whole number that it is, its arithmetic done.
  var whole: Int? {
    switch kind {
    case .number(let literal): return literal.unit == nil ? Int(exactly: literal.number) : nil
    case .unary(.negate, let operand): return operand.whole.map { -$0 }
    case .binary(.add, let left, let right):
      guard let left = left.whole, let right = right.whole else { return nil }
      return left.addingReportingOverflow(right).partialValue
    case .binary(.subtract, let left, let right):
      guard let left = left.whole, let right = right.whole else { return nil }
      return left.subtractingReportingOverflow(right).partialValue
    default: return nil
    }
  }

  /// Whether brackets that the author wrote stand around it.
  var isBracketed: Bool {
    switch kind {
    case .binary(_, let first, _), .logical(_, let first, _), .comparison(let first, _),
      .conditional(_, let first, _):
      span.lowerBound < first.span.lowerBound
    default: false
    }
  }

  /// With other expressions in the place of names, except where a comprehension binds them anew. What takes a name's
  /// place stands where the name stood.
  func replacing(_ names: [String: Expression]) -> Expression {
    switch kind {
    case _ where names.isEmpty: return self
    case .name(let name):
      guard let other = names[name] else { return self }
      return Expression(other.kind, at: span)
    case .comprehension(let element, let clauses):
      var inner = names
      let clauses = clauses.map { clause in
        let source = clause.source.replacing(inner)
        for name in clause.pattern.names { inner[name] = nil }
        return Clause(
          pattern: clause.pattern, source: source, conditions: clause.conditions.map { $0.replacing(inner) })
      }
      return Expression(.comprehension(element.replacing(inner), clauses: clauses), at: span)
    default: return mapped { $0.replacing(names) }
    }
  }

  /// With the bodies of functions in the place of their calls; nil where it calls none of them.
  func expanding(_ functions: [String: FunctionStatement]) -> Expression? {
    var isChanged = false
    func expanded(_ expression: Expression) -> Expression {
      guard case .call(let name, _, let arguments) = expression.kind, let function = functions[name] else {
        return expression.mapped(expanded)
      }
      var values: [String: Expression] = [:]
      for (place, argument) in arguments.enumerated() {
        guard
          let name = argument.name
            ?? (function.parameters.indices.contains(place)
              ? function.parameters[place].name : nil)
        else { return expression }
        values[name] = argument.value
      }
      // A name that the body binds must not catch one of an argument.
      let bound = function.body.boundNames
      let isCaught = values.values.contains { $0.references.contains { bound.contains($0.name) } }
      guard !isCaught, values.count == function.parameters.count else { return expression }
      isChanged = true
      var result = function.body.replacing(values)
      result.span = expression.span
      return result
    }
    let result = expanded(self)
    return isChanged ? result : nil
  }

  private var boundNames: Set<String> {
    var names: Set<String> = []
    func visit(_ expression: Expression) -> Expression {
      if case .comprehension(_, let clauses) = expression.kind {
        for clause in clauses { names.formUnion(clause.pattern.names) }
      }
      return expression.mapped(visit)
    }
    _ = visit(self)
    return names
  }

  /// With each of the expressions of which it is made changed.
  private func mapped(_ change: (Expression) -> Expression) -> Expression {
    var result = self
    switch kind {
    case .number, .text, .truth, .name, .cellValue: break
    case .field(let base, let name): result.kind = .field(change(base), name: name)
    case .list(let items): result.kind = .list(items.map(change))
    case .unary(let operation, let operand): result.kind = .unary(operation, change(operand))
    case .binary(let operation, let left, let right):
      result.kind = .binary(operation, change(left), change(right))
    case .logical(let isAnd, let left, let right):
      result.kind = .logical(isAnd: isAnd, change(left), change(right))
    case .comparison(let first, let rest):
      result.kind = .comparison(
        change(first), rest.map { (operation: $0.operation, operand: change($0.operand)) })
    case .conditional(let condition, let then, let otherwise):
      result.kind = .conditional(
        condition: change(condition), then: change(then), otherwise: change(otherwise))
    case .call(let name, let span, let arguments):
      result.kind = .call(
        name: name, nameSpan: span,
        arguments: arguments.map { Argument(name: $0.name, value: change($0.value)) })
    case .index(let list, let index): result.kind = .index(change(list), change(index))
    case .slice(let list, let from, let to, let step):
      result.kind = .slice(
        change(list), from: from.map(change), to: to.map(change), step: step.map(change))
    case .comprehension(let element, let clauses):
      result.kind = .comprehension(
        change(element),
        clauses: clauses.map {
          Clause(
            pattern: $0.pattern, source: change($0.source), conditions: $0.conditions.map(change))
        })
    }
    return result
  }
}
