import Engine

/// Turns cells into calculators, figures, plots and equations.
extension FileReader {
  private static let optionNames: [Cell.Kind: [String]] = [
    .calc: ["id", "title", "display", "covers"],
    .figure: ["id", "caption", "alt", "covers"],
    .plot: ["id", "kind", "caption", "alt", "covers"],
    .library: ["id", "caption", "show", "topic", "class", "columns", "covers"],
    .equation: ["id", "name", "topic", "tex", "symbols", "assumes", "source", "covers", "computable"],
  ]

  /// The block of a cell; nil when it has none of its own.
  func block(of cell: Cell, options: CellOptions) -> Block? {
    if let problem = options.problem {
      report(.error, at: problem.position, problem.message, advice: problem.advice)
      return self.problem(problem.message, advice: problem.advice, cell)
    }
    let known = Self.optionNames[cell.kind] ?? []
    for entry in options.entries where !known.contains(entry.key) {
      report(
        .warning, at: entry.position, "a {\(cell.kind.rawValue)} cell knows no option `\(entry.key)`",
        advice: "the options are \(known.joined(separator: ", "))")
    }
    if let id = options["id"] {
      contents.notes.declarations.append(Declaration(id: id.text ?? "", position: id.position))
    }
    if let covers = options["covers"] {
      contents.notes.covers += covers.coverDeclarations
      if covers.sequence == nil, cell.kind == .figure || cell.kind == .plot || cell.kind == .library {
        report(
          .error, at: covers.position, "`covers` is a list, and this is \(covers.kindName)",
          advice: "write [file/kind/id, …]")
      }
    }
    switch cell.kind {
    case .calc: return calculator(cell, options)
    case .figure: return figure(cell, options)
    case .plot: return plot(cell, options)
    case .equation: return equation(cell, options)
    case .library: return library(cell, options)
    }
  }

  private func problem(_ message: String, advice: String?, _ cell: Cell) -> Block {
    let source = scan.source(of: Piece(kind: .cell(cell), range: cell.range))
    return .problem(ProblemBlock(message: message, advice: advice, source: source, range: cell.range))
  }

  private func refuse(_ cell: Cell, _ message: String, advice: String?) -> Block {
    report(.error, at: cell.range.start, message, advice: advice)
    return problem(message, advice: advice, cell)
  }

  private func calculator(_ cell: Cell, _ options: CellOptions) -> Block? {
    guard let id = options.text("id"), !id.isEmpty else {
      return refuse(cell, "the calculator has no id", advice: "begin it with a line `#| id: name`")
    }
    let wanted = options.text("display") ?? "panel"
    let display = Calculator.Display(rawValue: wanted)
    if display == nil, let place = options["display"]?.position {
      report(
        .error, at: place, "`\(wanted)` is no way to display a calculator",
        advice: "the ways are panel, inline and none")
    }
    var covers: [Cover] = []
    do {
      covers = try options["covers"]?.covers() ?? []
    } catch {
      report(.error, at: error.position, error.message, advice: error.advice)
    }
    let title = options.text("title") ?? id
    contents.calculators.append(
      Calculator(
        id: id, title: title, display: display ?? .panel, covers: covers, body: cell.body, units: units))
    contents.notes.calculators.append(
      CellPlace(id: id, cell: cell))
    switch display ?? .panel {
    case .panel: return .calculator(CalculatorBlock(id: id, title: title, range: cell.range))
    case .inline: return nil
    case .none: return .moreNumbers(MoreNumbers(calculators: [id], range: cell.range))
    }
  }

  private func figure(_ cell: Cell, _ options: CellOptions) -> Block {
    .figure(
      FigureBlock(
        id: options.text("id"), caption: caption(options), alternative: alternative(cell, options),
        lines: cell.body.split(separator: "\n", omittingEmptySubsequences: false).map(String.init),
        range: cell.range))
  }

  private func plot(_ cell: Cell, _ options: CellOptions) -> Block {
    guard let kind = options["kind"], let name = kind.text else {
      return refuse(
        cell, "the plot has no kind",
        advice: "add `#| kind:` with line, bar, histogram, heatmap, scatter, timeline, network or roofline")
    }
    var reader = PlotReader()
    defer {
      for warning in reader.warnings {
        report(.warning, at: warning.position, warning.message, advice: warning.advice)
      }
    }
    do {
      let specification = try reader.specification(
        kind: PlotExpression(name, at: kind.position), body: cell.body,
        at: SourcePosition(line: cell.bodyLine, column: cell.indent + 1))
      return .plot(
        PlotBlock(
          id: options.text("id"), caption: caption(options), alternative: alternative(cell, options),
          specification: specification, body: cell.body, calculator: calculator(above: cell.range.start.line),
          range: cell.range))
    } catch {
      report(.error, at: error.position, error.message, advice: error.advice)
      return problem(error.message, advice: error.advice, cell)
    }
  }

  private func library(_ cell: Cell, _ options: CellOptions) -> Block {
    let kinds = LibrarySelection.Kind.allCases.map(\.rawValue).joined(separator: ", ")
    guard let kind = options.text("show").flatMap(LibrarySelection.Kind.init) else {
      return refuse(
        cell, "a table of the library says what it shows", advice: "add `#| show:` with one of \(kinds)")
    }
    let (right, wrong) = kind == .constants ? ("topic", "class") : ("class", "topic")
    if let node = options[wrong] {
      report(.error, at: node.position, "\(kind.rawValue) have no \(wrong)", advice: "write `#| \(right):`")
    }
    let columns = options["columns"]?.sequence?.compactMap(\.text) ?? []
    if kind == .constants || options["columns"].map({ $0.sequence == nil }) == true,
      let node = options["columns"]
    {
      report(
        .error, at: node.position, kind == .constants ? "constants have no columns" : "`columns` is a list",
        advice: "write [peak.fp16, memory.bandwidth] with the paths of figures of profiles")
    }
    var table = Table(
      alignments: [nil], header: [[]], rows: [], id: options.text("id"), caption: caption(options),
      range: cell.range)
    table.selection = LibrarySelection(kind: kind, group: options.text(right), columns: columns)
    return .table(table)
  }

  private func caption(_ options: CellOptions) -> [Inline] {
    guard let caption = options["caption"], let text = caption.text else { return [] }
    return inlines(of: text, at: SourceRange(caption.position, caption.position))
  }

  private func alternative(_ cell: Cell, _ options: CellOptions) -> String {
    let text = options.text("alt") ?? ""
    if text.isEmpty {
      report(
        .warning, at: cell.range.start, "the figure has no text alternative",
        advice: "add `#| alt:` with what it shows, in words")
    }
    return text
  }

  private func equation(_ cell: Cell, _ options: CellOptions) -> Block {
    guard let id = options.text("id"), !id.isEmpty else {
      return refuse(cell, "the equation has no id", advice: "begin it with a line `#| id: name`")
    }
    if options["tex"] != nil || !LinePass.trimmed(cell.body).isEmpty {
      do {
        let equation = try EquationReader.equation(id: id, cell: cell, options: options)
        contents.equations.append((equation, CellPlace(id: id, cell: cell)))
      } catch {
        report(.error, at: error.position, error.message, advice: error.advice)
        return problem(error.message, advice: error.advice, cell)
      }
    }
    return .equation(EquationBlock(id: id, range: cell.range))
  }
}

/// Reads an equation of the library from its cell.
enum EquationReader {
  static func equation(id: String, cell: Cell, options: CellOptions) throws(YAMLProblem) -> Equation {
    guard let tex = options.text("tex") else {
      throw YAMLProblem(
        message: "the equation `\(id)` has no formula", advice: "add `#| tex:` with its LaTeX",
        position: cell.range.start)
    }
    let body = LinePass.trimmed(cell.body)
    let isComputable = options.text("computable") != "false"
    if isComputable, body.isEmpty {
      throw YAMLProblem(
        message: "the equation `\(id)` has no function",
        advice: "write `fn \(id)(…) = …` below its options, or `#| computable: false`",
        position: cell.range.start)
    }
    var symbols: [(symbol: String, meaning: String)] = []
    for entry in options["symbols"]?.entries ?? [] { symbols.append((entry.key, entry.value.text ?? "")) }
    var covers: [String] = []
    for cover in try options["covers"]?.covers() ?? [] { covers.append(cover.id) }
    return Equation(
      id: id, name: options.text("name") ?? id, topic: options.text("topic"), tex: tex, symbols: symbols,
      assumes: options.text("assumes"), source: options.text("source"), covers: covers,
      body: isComputable ? cell.body : nil)
  }
}
