import Engine

extension Book {
  /// How a value comes about: the steps typeset, the box in which its inputs can be changed, where everything is from,
  /// and where else the value is used.
  func derivationPage(_ address: PageAddress) -> Chapter {
    guard let (calculator, value) = subject(of: address) else {
      return Self.empty("Derivation", "There is no value \(address.path.first ?? "") in this book.")
    }
    let id = calculator.id
    let label = label(of: value, in: id)
    let shown = workbook.inline("\(id).\(value)", near: nil)
    let explanation = Explanation(workbook, of: calculator, value: value)
    var builder = PageBuilder(title: "Derivation: \(label)")
    builder.paragraph([
      .strong([.text(label)]), .text(" = "), .live(live("\(id).\(value)", shown)),
      .text(", from " + (number(ofCalculator: id).map { "Calculator\u{A0}\($0) · " } ?? "")),
      link(toCalculator: id), .text("."),
    ])
    for step in explanation.steps {
      if explanation.steps.count > 1, let label = step.label, label != step.name {
        builder.paragraph([.emphasis([.text(label)])])
      }
      var formula = Formula(tex: step.latex, range: .generated)
      formula.plain = step.lines
      builder.add(.formula(formula))
    }
    builder.panel(calculator, number: number(ofCalculator: calculator.id))
    addGiven(explanation, to: &builder)
    addUses(of: value, in: id, explanation, to: &builder)
    return builder.page
  }

  private func live(_ expression: String, _ result: InlineResult) -> LiveValue {
    LiveValue(expression: expression, calculator: result.calculator, range: .generated)
  }

  /// Every input, constant and figure with its value and where that is from.
  private func addGiven(_ explanation: Explanation, to builder: inout PageBuilder) {
    guard !explanation.given.isEmpty else { return }
    builder.heading("Given")
    let id = explanation.calculator.id
    let rows = explanation.given.map { given -> [[Inline]] in
      var origin: [Inline] = []
      if given.isInput {
        origin = [.text("input: "), .text(label(of: given.name, in: id))]
      } else if let figure = given.figure, let figureID = given.figureID {
        origin = self.origin(of: figure, figureID)
      }
      if let authored = given.authored { origin.append(.text(", \(authored.withMinusSigns) in the book")) }
      let value: Inline =
        given.isInput
        ? .link(to: PageAddress("input", "\(id).\(given.name)"), given.text.withMinusSigns)
        : given.figureID.map { .link(to: PageAddress("override", $0), given.text.withMinusSigns) }
          ?? .text(given.text.withMinusSigns)
      return [[.code(given.name)], [value], origin]
    }
    builder.table(
      [[.text("name")], [.text("value")], [.text("from")]], rows, alignments: [.left, .right, .left])
  }

  /// Where a figure is from: its page, kind, year and source.
  public func origin(of figure: Figure, _ id: String) -> [Inline] {
    var pieces: [[Inline]] = []
    if let page = PageAddress(figure: id, in: workbook.library) {
      let profile = id.firstIndex(of: ".").flatMap { workbook.library.profiles[String(id[..<$0])] }
      pieces.append([.link(to: page, profile?.name ?? "constant")])
    }
    let words = [figure.kind?.rawValue, figure.year.map(String.init)].compactMap(\.self)
    if !words.isEmpty { pieces.append([.text(words.joined(separator: " "))]) }
    if let source = figure.source {
      pieces.append([bibliography[source] == nil ? .text(source) : .citation([source])])
    }
    return pieces.listed
  }

  private func addUses(
    of value: String, in id: String, _ explanation: Explanation, to builder: inout PageBuilder
  ) {
    let readers = workbook.readers(of: value, in: id).map { [link(toCalculator: $0)] }
    let places = places(of: value, in: id).map { [Inline.link(to: PageAddress($0), title(of: $0))] }
    if !readers.isEmpty || !places.isEmpty {
      builder.heading("Used in")
      if !places.isEmpty { builder.paragraph([.text("Text: ")] + unique(places).listed) }
      if !readers.isEmpty { builder.paragraph([.text("Calculators: ")] + readers.listed) }
    }
    if !explanation.equations.isEmpty {
      builder.heading("Equations")
      for equation in explanation.equations {
        guard let found = workbook.library.equations[equation] else { continue }
        builder.paragraph([.link(to: PageAddress("equation", equation), found.name), .text(":")])
        builder.add(.formula(Formula(tex: found.tex, range: .generated)))
      }
    }
  }

  private func unique(_ pieces: [[Inline]]) -> [[Inline]] {
    var seen: Set<[Inline]> = []
    return pieces.filter { seen.insert($0).inserted }
  }
}
