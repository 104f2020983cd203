extension Workbook {
  /// A live value in the prose: a name of the calculator `near`, `calculator.name` of another, or an expression.
  ///
  /// The whole text is tried as a name of `near`, as a calculator's value, as a constant or an equation, and then as an
  /// expression, which may end in `-> unit digits n`.
  public func inline(_ text: String, near: String?) -> InlineResult {
    let text = text.trimmed
    if let near, let index = index(of: near), cells[index].slots[text] != nil {
      return named(text, cell: index)
    }
    if let dot = text.lastIndex(of: "."), let index = index(of: String(text[..<dot])) {
      let name = String(text[text.index(after: dot)...])
      if cells[index].slots[name] != nil { return named(name, cell: index) }
      if Characters.isName(name) {
        let nearest = Spelling.nearest(to: name, among: cells[index].slots.keys.sorted())
        return failed(
          Diagnostic(
            .name, "\(calculatorIDs[index]) has no value named “\(name)”",
            hint: nearest.map { "did you mean \($0)?" },
            at: 0..<text.utf8.count))
      }
    }
    if let equation = library.equations[text], library.constants[text] == nil {
      return InlineResult(text: equation.name, value: .text(equation.name), isChanged: false)
    }
    return expression(text, near: near)
  }

  /// Evaluates an expression with the library's names, for a command line.
  ///
  /// - Throws: what is wrong with it; spans count from the start of the expression.
  public func evaluate(_ expression: String) throws(Diagnostic) -> InlineResult {
    let result = inline(expression, near: nil)
    if let error = result.error { throw error }
    return result
  }

  private func failed(_ error: Diagnostic) -> InlineResult {
    InlineResult(text: error.message, value: nil, isChanged: false, error: error)
  }

  private func named(_ name: String, cell index: Int) -> InlineResult {
    let cell = cells[index]
    let input = cell.input(named: name).map { cell.calculator.inputs[$0] }
    let output = cell.output(named: name)
    let (value, original, error) = values(of: name, unit: output?.unit, cell: index)
    let shown = value.map {
      text($0, unit: input?.unit ?? output?.unit, digits: output?.digits, isExact: input != nil)
    }
    return InlineResult(
      text: shown ?? (error?.missing != nil ? Self.missingText : error?.message) ?? "", value: value,
      isChanged: value != original,
      calculator: cell.calculator.id,
      name: name, error: error)
  }

  private func expression(_ text: String, near: String?) -> InlineResult {
    do throws(Diagnostic) {
      let bytes = Array(text.utf8)
      var lexer = Lexer(bytes, range: 0..<bytes.count, units: library.units)
      var parser = ExpressionParser(try lexer.tokens(), isCell: { index(of: $0) != nil })
      let expression = try parser.expression()
      let (unit, digits) = try shown(&parser)
      guard parser.isAtEnd else { throw parser.unexpected("expected an operator or -> and a unit") }

      var environment = Compiler.Environment(library: library)
      if let near, let index = index(of: near) {
        environment.neighbour = (near, Set(cells[index].slots.keys))
      }
      var compiler = Compiler(environment: environment)
      let root = compiler.compile(expression)
      if let problem = compiler.diagnostics.first { throw problem }
      let value: Value
      do {
        value = try evaluate(compiler.program, root, isAuthored: false)
      } catch {
        let hasAuthored =
          !scenario.isEmpty && (try? evaluate(compiler.program, root, isAuthored: true)) != nil
        let error = error.known(isAuthored: hasAuthored)
        guard error.missing != nil else { throw error }
        return InlineResult(text: Self.missingText, value: nil, isChanged: true, error: error)
      }
      let original = scenario.isEmpty ? value : try? evaluate(compiler.program, root, isAuthored: true)
      if case .quantity(let quantity) = value, let unit, quantity.dimension != unit.dimension,
        quantity.dimension != .any
      {
        let words = DimensionWords(units: library.units)
        throw Diagnostic(
          .unit,
          "can not show \(words.phrase(quantity.dimension)) in \(unit.text), \(words.phrase(unit.dimension))",
          hint: words.bridge(from: quantity.dimension, to: unit.dimension)?.replacing("the first", with: "it")
            .replacing("them alike", with: "it fit"), at: expression.span)
      }
      return InlineResult(
        text: self.text(value, unit: unit, digits: digits), value: value.normalized,
        isChanged: value != original)
    } catch {
      return failed(error)
    }
  }

  private func shown(_ parser: inout ExpressionParser) throws(Diagnostic) -> (unit: Unit?, digits: Int?) {
    guard parser.take(.arrow) else { return (nil, nil) }
    guard case .unit(let name) = parser.token.kind else {
      throw parser.unexpected("expected a unit after ->")
    }
    guard let unit = library.units.unit(name) else {
      let nearest = library.units.suggestion(for: name, among: library.units.names)
      throw Diagnostic(
        .unit, "“\(name)” is no unit", hint: nearest.map { "did you mean \($0)?" }, at: parser.token.span)
    }
    parser.advance()
    guard parser.take(word: "digits") else { return (unit, nil) }
    guard case .number(let literal) = parser.token.kind, (1...15).contains(literal.number) else {
      throw parser.unexpected("expected a number of digits from 1 to 15")
    }
    parser.advance()
    return (unit, Int(literal.number))
  }

  private func evaluate(_ program: Program, _ root: Int32, isAuthored: Bool) throws(Diagnostic) -> Value {
    let figures = FigureSource(library: library, overrides: isAuthored ? [:] : overrides)
    var machine = Machine(program: program, figures: figures)
    for (source, slot) in program.externals {
      do {
        switch source {
        case .constant(let name): machine.stack[slot] = try figures.constant(name)
        case .figure(let profile, let path): machine.stack[slot] = try figures.figure(path, of: profile)
        case .cell(let id, let name): machine.stack[slot] = try value(name, of: id, isAuthored: isAuthored)
        case .inputFigure: break
        }
      } catch {
        machine.failures[slot] = error
      }
    }
    return try machine.value(of: root)
  }
}
