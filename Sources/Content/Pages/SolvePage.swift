import Engine

extension Book {
  /// The values of each input that bring a value to a target, as links that set them.
  func solvePage(_ address: PageAddress) -> Chapter {
    guard let (calculator, value) = subject(of: address) else {
      return Self.empty("No such value", "There is no value \(address.path.first ?? "") in this book.")
    }
    let id = calculator.id
    let label = label(of: value, in: id)
    guard let entry = address.options["target"] else {
      return Self.empty("Solve for \(label)", "No value was given that it is to have.")
    }
    let solutions = Solutions(
      self, of: id, value: value, equals: entry, preferred: address.options["for"])
    let now = workbook.inline("\(id).\(value)", near: nil)
    var builder = PageBuilder(title: "When is “\(label)” \(solutions.target)?")
    builder.paragraph([
      .text("Now “\(label)” is "),
      .live(LiveValue(expression: "\(id).\(value)", calculator: id, range: .generated)),
      .text(". Each input is varied alone, within its bounds; Enter on a value sets it."),
    ])
    if now.error != nil { builder.paragraph("It has no value at the moment.") }
    add(solutions, calculator, to: &builder)
    builder.panel(calculator, number: number(ofCalculator: calculator.id), outputs: [value])
    return builder.page
  }

  private func add(_ solutions: Solutions, _ calculator: Calculator, to builder: inout PageBuilder) {
    let id = calculator.id
    if let error = solutions.problem {
      builder.paragraph(error.message.sentenceCase + (error.hint.map { "; \($0)." } ?? "."))
    } else if solutions.varied == 0 {
      builder.paragraph("“\(calculator.title)” has no input that is a number and could be solved for.")
    }
    let rows = solutions.rows.map { row -> [[Inline]] in
      let cell =
        row.failure.map { [.text($0)] }
        ?? row.found.map { entries in
          entries.enumerated().flatMap { index, entry -> [Inline] in
            let address = PageAddress(
              "set", "\(id).\(row.input.name)", options: ["to": entry.entry])
            let remark = (entry.output.map { " (gives \($0))" } ?? "") + entry.remark
            return (index > 0 ? [.text(" or ")] : []) + [.link(to: address, entry.text)]
              + (remark.isEmpty ? [] : [.text(remark)])
          }
        }.listed
      return [[.text(row.input.label)], cell, [.text(row.input.text)]]
    }
    if !rows.isEmpty {
      builder.table([[.text("input")], [.text("value that does it")], [.text("now")]], rows)
    }
    for reason in solutions.reasons { builder.paragraph(reason) }
    if !solutions.idle.isEmpty {
      builder.paragraph("Without effect on it: \(solutions.idle.joined(separator: "; ")).")
    }
    if !solutions.fixed.isEmpty {
      builder.paragraph(
        "No single number, and not varied: \(solutions.fixed.joined(separator: "; ")).")
    }
  }
}
