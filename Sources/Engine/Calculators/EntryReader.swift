/// Reads what a reader types for an input, a constant or a figure.
struct EntryReader {
  let library: Library

  /// The value of an entry for an input.
  ///
  /// - Throws: what was expected; spans count from the start of the entry.
  func value(
    of entry: String, for input: Input, choices: [(entry: String, value: Value)]?, authored: Value?
  ) throws(Diagnostic) -> Value {
    let text = entry.trimmed
    let all = 0..<entry.utf8.count
    guard !text.isEmpty else {
      throw Diagnostic(
        .syntax, "“\(input.shownName)” needs a value", hint: expectation(of: input, choices), at: all)
    }
    if case .profile(let kind) = input.kind { return try profile(text, kind, input, choices, at: all) }
    if input.kind == .text { return try choice(text, nil, input, choices ?? [], at: all) }
    if let choices, let chosen = choices.first(where: { $0.entry == text }) { return chosen.value }

    let expected = dimension(of: authored) ?? input.unit?.dimension ?? .one
    let isList = input.kind == .list
    let value: Value
    do {
      value = try quantity(text, unit: input.unit, expected: expected, name: input.shownName)
    } catch {
      var problem = error
      problem.hint = problem.hint ?? demand(of: input, choices, expected)
      throw problem
    }
    if let choices { return try choice(text, value, input, choices, at: all) }
    switch value {
    case .list where isList:
      try check(value, input, at: all)
      return value
    case .quantity where !isList:
      try check(value, input, at: all)
      return value
    default:
      let found = DimensionWords(units: library.units).phrase(value)
      throw Diagnostic(
        .unit, "“\(input.shownName)” takes \(isList ? "a list" : "a number"), got \(found)",
        hint: isList
          ? "type it as \(authored.map { NumberFormat(units: library.units).entry($0, unit: input.unit) } ?? "[1, 2]")"
          : nil, at: all)
    }
  }

  /// A quantity, or a list, of a dimension; bare numbers are in `unit`.
  func quantity(_ text: String, unit: Unit?, expected: Dimension, name: String) throws(Diagnostic) -> Value {
    if expected == .one, let number = abbreviated(text) {
      throw Diagnostic(
        .unit, "“\(name)” takes a plain number, and “\(text)” is none", hint: "did you mean \(number)?",
        at: 0..<text.utf8.count)
    }
    let value = try read(text, unit: unit, expected: expected)
    if let found = mismatch(value, expected) {
      let words = DimensionWords(units: library.units)
      let example = unit.map { $0.text } ?? UnitChoice(units: library.units).fixed(for: expected).text
      throw Diagnostic(
        .unit, "“\(name)” takes \(words.phrase(expected)), got \(found)",
        hint: expected == .one ? "type a number without a unit" : "type a number in \(example)",
        at: 0..<text.utf8.count)
    }
    return value
  }

  /// `7B` or `70k` for a count: the number that was probably meant.
  private func abbreviated(_ text: String) -> String? {
    guard let last = text.last, let power = ["k": 3, "K": 3, "M": 6, "B": 9, "G": 9, "T": 12][last] else {
      return nil
    }
    let number = text.dropLast().trimmed
    guard !number.isEmpty, number.utf8.allSatisfy({ Characters.isDigit($0) || $0 == UInt8(ascii: ".") })
    else { return nil }
    return "\(number)e\(power)"
  }

  /// Evaluates an entry: numbers with units, signs and arithmetic.
  func read(_ text: String, unit: Unit?, expected: Dimension) throws(Diagnostic) -> Value {
    let bytes = Array(text.utf8)
    let start = bytes.first == UInt8(ascii: "~") ? 1 : 0
    let options = Lexer.Options(isPercentAlways: true, isTimesUnit: true, isEntry: true)
    var lexer = Lexer(bytes, range: start..<bytes.count, units: library.units, options: options)
    var parser = ExpressionParser(try lexer.tokens())
    let expression = try parser.expression()
    guard parser.isAtEnd else { throw parser.unexpected("expected one value") }
    var compiler = Compiler(environment: .init(library: library))
    let root = compiler.compile(expression)
    if let problem = compiler.diagnostics.first { throw problem }
    var machine = Machine(program: compiler.program, figures: FigureSource(library: library))
    for external in compiler.program.externals {
      if case .constant(let name) = external.source {
        machine.stack[external.slot] = library.constants[name]?.figure.value
      }
    }
    let value = try machine.value(of: root)
    let hasUnit =
      compiler.program.constants.contains {
        if case .quantity(let quantity) = $0 {
          quantity.dimension != .one && quantity.dimension != .any
        } else {
          false
        }
      } || text.contains { "%x×".contains($0) } || text.contains("pp")
    return hasUnit ? value.normalized : scaled(value, by: unit, expected: expected)
  }

  private func scaled(_ value: Value, by unit: Unit?, expected: Dimension) -> Value {
    switch value {
    case .quantity(let quantity) where quantity.isPlain:
      unit.map { .quantity(Quantity(quantity.magnitude, in: $0)) }
        ?? .quantity(Quantity(quantity.magnitude, expected))
    case .list(let items): .list(items.map { scaled($0, by: unit, expected: expected) })
    default: value
    }
  }

  private func dimension(of value: Value?) -> Dimension? {
    switch value {
    case .quantity(let quantity): quantity.dimension == .any ? .one : quantity.dimension
    case .list(let items): items.lazy.compactMap { dimension(of: $0) }.first
    default: nil
    }
  }

  private func mismatch(_ value: Value, _ expected: Dimension) -> String? {
    switch value {
    case .quantity(let quantity):
      quantity.dimension == expected ? nil : DimensionWords(units: library.units).phrase(quantity.dimension)
    case .list(let items): items.lazy.compactMap { mismatch($0, expected) }.first
    default: nil
    }
  }

  // MARK: Choices and bounds

  private func choice(
    _ text: String, _ value: Value?, _ input: Input, _ choices: [(entry: String, value: Value)],
    at span: Range<Int>
  ) throws(Diagnostic) -> Value {
    if choices.isEmpty { return .text(text) }
    let exact = choices.first { $0.entry == text || $0.value == value }
    if let chosen = exact ?? choices.first(where: { $0.entry.unquoted.lowercased() == text.lowercased() }) {
      return chosen.value
    }
    if case .quantity(let quantity) = value {
      for (_, choice) in choices {
        guard case .quantity(let other) = choice, other.dimension == quantity.dimension else { continue }
        if abs(other.magnitude - quantity.magnitude) <= 1e-9 * abs(other.magnitude) { return choice }
      }
    }
    let nearest = value == nil ? Spelling.nearest(to: text, among: choices.map(\.entry.unquoted)) : nil
    throw Diagnostic(
      .choice,
      "“\(input.shownName)” is one of \(choices.map(\.entry.unquoted).joined(separator: ", ")); got \(text)",
      hint: nearest.map { "did you mean \($0)?" }, at: span)
  }

  private func profile(
    _ text: String, _ kind: Profile.Kind, _ input: Input, _ choices: [(entry: String, value: Value)]?,
    at span: Range<Int>
  ) throws(Diagnostic) -> Value {
    let wanted = text.lowercased()
    let candidates = library.profiles.values.filter { profile in
      profile.kind == kind && choices?.contains { $0.value == .profile(profile.id) } ?? true
    }
    if let found = candidates.first(where: { $0.id == text })
      ?? candidates.first(where: { $0.id.lowercased() == wanted || $0.name.lowercased() == wanted })
    {
      return .profile(found.id)
    }
    // A name without the words that tell variants apart is no slip of the pen: `h100` is not h200.
    let variants = candidates.filter { profile in
      profile.id.lowercased().hasPrefix(wanted)
        || profile.name.lowercased().split(separator: " ").contains { $0 == wanted }
    }.map(\.id).sorted()
    let nearest = Spelling.nearest(to: text, among: candidates.map(\.id).sorted())
    let meant = variants.isEmpty ? nearest : variants.prefix(4).joined(separator: " or ")
    throw Diagnostic(
      .choice, "“\(input.shownName)” takes a \(kind.rawValue) profile, and there is none named “\(text)”",
      hint: meant.map { "did you mean \($0)?" }, at: span)
  }

  /// Refuses numbers outside of the bounds and broken counts.
  private func check(_ value: Value, _ input: Input, at span: Range<Int>) throws(Diagnostic) {
    switch value {
    case .list(let items): for item in items { try check(item, input, at: span) }
    case .quantity(let quantity):
      let format = NumberFormat(units: library.units)
      let found = format.exactText(value, unit: input.unit)
      if input.isInteger {
        let number = quantity.number(in: input.unit ?? .one)
        guard abs(number - number.rounded()) < 1e-9 * max(1, abs(number)) else {
          throw Diagnostic(.bounds, "“\(input.shownName)” takes a whole number, got \(found)", at: span)
        }
      }
      // A hair beyond a bound is rounding, not intent.
      let slack = 1e-12 * max(abs(input.lowest?.magnitude ?? 0), abs(input.highest?.magnitude ?? 0))
      if quantity.magnitude < (input.lowest?.magnitude ?? -.infinity) - slack
        || quantity.magnitude > (input.highest?.magnitude ?? .infinity) + slack
      {
        throw Diagnostic(
          .bounds, "“\(input.shownName)” goes \(bounds(input, format)), got \(found)",
          hint: "type a number in these bounds", at: span)
      }
    default: break
    }
  }

  private func bounds(_ input: Input, _ format: NumberFormat) -> String {
    let lowest = input.lowest.map { format.exactText(.quantity($0), unit: input.unit) } ?? ""
    let highest = input.highest.map { format.exactText(.quantity($0), unit: input.unit) } ?? ""
    return "from \(lowest) to \(highest)"
  }

  /// What an input takes: `“layers” takes a whole number from 1 to 50`.
  private func demand(
    of input: Input, _ choices: [(entry: String, value: Value)]?, _ expected: Dimension
  ) -> String {
    if let choices, !choices.isEmpty {
      return "“\(input.shownName)” is one of \(choices.map(\.entry.unquoted).joined(separator: ", "))"
    }
    let words = DimensionWords(units: library.units)
    let single = input.isInteger ? "a whole number" : expected == .one ? "a number" : words.phrase(expected)
    let thing = input.kind == .list ? "a list, each of it \(single)" : single
    let hasBounds = input.lowest != nil && input.highest != nil
    let limits = hasBounds ? " " + bounds(input, NumberFormat(units: library.units)) : ""
    return "“\(input.shownName)” takes \(thing)\(limits)"
  }

  private func expectation(of input: Input, _ choices: [(entry: String, value: Value)]?) -> String {
    if let choices, !choices.isEmpty {
      return "one of \(choices.map(\.entry.unquoted).joined(separator: ", "))"
    }
    return "type \(input.defaultText) for the author's value"
  }
}

extension StringProtocol {
  /// Without spaces at its ends.
  var trimmed: String {
    let start = drop { $0 == " " || $0 == "\t" || $0 == "\n" }
    guard let end = start.lastIndex(where: { $0 != " " && $0 != "\t" && $0 != "\n" }) else { return "" }
    return String(start[...end])
  }

  /// Without quotes around it.
  var unquoted: String {
    guard count >= 2, let first, first == last, first == "\"" || first == "'" else { return String(self) }
    return String(dropFirst().dropLast())
  }
}
