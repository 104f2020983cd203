import Engine

extension Book {
  /// All equations by topic.
  var equationsPage: Chapter {
    var builder = PageBuilder(title: "Equations")
    let equations = workbook.library.equations.values
    if equations.isEmpty { builder.paragraph("The book has no equations.") }
    for (topic, equations) in Dictionary(grouping: equations, by: { $0.topic ?? "other" })
      .sorted(by: { $0.key < $1.key })
    {
      builder.heading(topic.topicTitle)
      builder.table(
        [[.text("equation")], [.text("formula")]],
        equations.sorted { $0.name < $1.name }.map { equation in
          [[.link(to: PageAddress("equation", equation.id), equation.name)], [.mathematics(equation.tex)]]
        })
    }
    return builder.page
  }

  /// One equation: typeset, its symbols with their units, what it assumes, and the calculators that call it.
  func equationPage(_ address: PageAddress) -> Chapter {
    guard let id = address.path.first, let equation = workbook.library.equations[id] else {
      return Self.empty("Equation", "There is no equation \(address.path.first ?? "") in this book.")
    }
    var builder = PageBuilder(title: equation.name)
    builder.add(.equation(EquationBlock(id: id, range: .generated)))
    if let signature = workbook.library.signature(of: id) {
      let parameters = signature.parameters.map { $0.name + ($0.unit.map { ": \($0.text)" } ?? "") }
      let result = signature.result.map { " -> \($0.text)" } ?? ""
      builder.paragraph([
        .text("In a formula: "), .code("\(signature.name)(\(parameters.joined(separator: ", ")))\(result)"),
      ])
      let callers = workbook.callers(of: id)
      if !callers.isEmpty {
        builder.heading("Calculators that use it")
        for caller in callers {
          let outputs =
            workbook.calculator(caller)?.outputs.map { [link(toValue: $0.name, in: caller)] } ?? []
          builder.paragraph([link(toCalculator: caller), .text(": ")] + outputs.listed)
        }
      }
    } else {
      builder.paragraph("It is only set and can not be evaluated.")
    }
    builder.paragraph([.link(to: PageAddress("equations"), "All equations")])
    return builder.page
  }
}

extension String {
  /// With a capital at its beginning.
  var sentenceCase: String { prefix(1).uppercased() + dropFirst() }
}
