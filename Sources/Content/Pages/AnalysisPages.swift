import Engine

/// A sweep, the sensitivities and the solutions of one value of a calculator, each with the box in which its inputs can be
/// changed.
extension Book {

  private func missing(_ address: PageAddress) -> Chapter {
    Self.empty("No such value", "There is no value \(address.path.first ?? "") in this book.")
  }

  // MARK: Sweep

  /// An output over an input: a curve with the present point on it, or a bar for each choice.
  func sweepPage(_ address: PageAddress) -> Chapter {
    guard let (calculator, value) = subject(of: address) else { return missing(address) }
    let id = calculator.id
    let label = label(of: value, in: id)
    guard
      let input = calculator.inputs.first(where: { $0.name == address.options["over"] })
        ?? calculator.inputs.first
    else {
      return Self.empty(label, "“\(calculator.title)” has no input to vary.")
    }
    var builder = PageBuilder(title: "“\(label)” over “\(input.label ?? input.name)”")
    let choices = workbook.choices(of: input.name, in: id)
    let isNumber = workbook.result(of: id)?.inputs.first { $0.name == input.name }?.number != nil
    if choices.isEmpty, !isNumber {
      builder.paragraph(
        "\((input.label ?? input.name).sentenceCase) is no single number, and can not be the axis of a chart."
          + (calculator.inputs.count > 1 ? " Tab takes another input." : ""))
    } else if !workbook.hasEffect(of: input.name, on: value, in: id) {
      builder.paragraph("\((input.label ?? input.name).sentenceCase) has no effect on \(label) here.")
    } else if choices.isEmpty {
      addCurve(of: value, over: input, address, calculator, to: &builder)
    } else {
      addBars(of: value, over: input, choices, calculator, to: &builder)
    }
    var keys: [String] = calculator.inputs.count > 1 ? ["Tab another input"] : []
    if choices.isEmpty, isNumber { keys.append("L linear or logarithmic") }
    if calculator.outputs.count > 1 { keys.append("o another output") }
    if !keys.isEmpty { builder.keyHint([.emphasis([.text(keys.joined(separator: " · "))])]) }
    builder.panel(calculator, number: number(ofCalculator: calculator.id), outputs: [value])
    return builder.page
  }

  private func addCurve(
    of value: String, over input: Input, _ address: PageAddress, _ calculator: Calculator,
    to builder: inout PageBuilder
  ) {
    let id = calculator.id
    let isLogarithmic = address.options["scale"].map { $0 == "log" }
    let range = SweepRange(input.name, count: 161, isLogarithmic: isLogarithmic)
    do throws(Diagnostic) {
      let sweep = try workbook.sweep(id, over: [range], outputs: [value])
      guard let axis = sweep.axes.first, let series = sweep.series.first else {
        builder.paragraph("\(label(of: value, in: id).sentenceCase) is no number, and has no curve.")
        return
      }
      let (xScale, xUnit) = base(axis.unit)
      let (yScale, yUnit) = base(series.unit)
      let points = zip(axis.numbers, series.numbers).map { x, y in
        PlotData.Point(label: "", x: x * xScale, y: y.map { $0 * yScale } ?? .nan)
      }
      var marks: [PlotData.Point] = []
      if let result = workbook.result(of: id),
        let present = result.inputs.first(where: { $0.name == input.name })?.number,
        let output = result.outputs.first(where: { $0.name == value }), let height = output.number
      {
        marks = [PlotData.Point(label: output.text, x: present * xScale, y: height * yScale)]
      }
      // Over equal factors a power is a line, where the values go far enough to show it.
      let heights = points.compactMap(\.y).filter(\.isFinite)
      let isPower = axis.isLogarithmic && heights.allSatisfy { $0 > 0 }
      let isWide = (heights.max() ?? 1) > 8 * (heights.min() ?? 1)
      builder.plot(
        .line(
          series: [PlotData.Series(label: "", points: points)], points: marks,
          x: PlotData.Axis(axis.label, unit: xUnit, isLogarithmic: axis.isLogarithmic),
          y: PlotData.Axis(series.label, unit: yUnit, isLogarithmic: isPower && isWide)))
    } catch {
      builder.paragraph(error.message.sentenceCase + (error.hint.map { "; \($0)." } ?? "."))
    }
  }

  /// Axes choose their own prefixes, so numbers go into the unit without one; percentages stay.
  private func base(_ unit: String) -> (factor: Double, unit: String) {
    guard unit != "1" else { return (1, "") }
    guard unit != "x" else { return (1, "×") }
    guard let found = workbook.library.units.unit(unit), found.offset == 0, found.dimension != .one else {
      return (1, unit)
    }
    return (
      found.factor, NumberFormat(units: workbook.library.units).number(Quantity(0, found.dimension)).unit
    )
  }

  private func addBars(
    of value: String, over input: Input, _ choices: [(entry: String, text: String)],
    _ calculator: Calculator, to builder: inout PageBuilder
  ) {
    let present = workbook.result(of: calculator.id)?.inputs.first { $0.name == input.name }?.text
    var unit = ""
    let bars = workbook.each(choices, of: input.name, in: calculator.id) {
      choice, workbook -> PlotData.Point? in
      guard let output = workbook.result(of: calculator.id)?.outputs.first(where: { $0.name == value }),
        let number = output.number, number.isFinite
      else { return nil }
      unit = output.unit.map { ["1": "", "x": "×"][$0] ?? $0 } ?? ""
      let isPresent = choice.text == present
      return PlotData.Point(
        label: (isPresent ? "▸ " : "  ") + choice.text, x: number, text: output.text, isPresent: isPresent)
    }
    guard !bars.isEmpty else {
      builder.paragraph("No choice of \(input.label ?? input.name) gives a number here.")
      return
    }
    builder.plot(.bar(bars, axis: PlotData.Axis(label(of: value, in: calculator.id), unit: unit)))
  }

  // MARK: Sensitivity

  /// How strongly a value follows each input and figure, the strongest first.
  func sensitivityPage(_ address: PageAddress) -> Chapter {
    guard let (calculator, value) = subject(of: address) else { return missing(address) }
    let id = calculator.id
    let label = label(of: value, in: id)
    var builder = PageBuilder(title: "What “\(label)” depends on")
    let influences = Influences(self, of: id, value: value)
    if let first = influences.moving.first {
      let bars = influences.moving.prefix(24).map {
        PlotData.Point(label: $0.label, x: $0.elasticity, text: Self.signed($0.elasticity))
      }
      builder.plot(.bar(Array(bars), axis: PlotData.Axis("% by which it changes for 1 % more of each")))
      builder.paragraph(
        "One percent more of “\(first.label)” makes about \(first.effect) of “\(label)”, at the values below."
      )
      if !influences.still.isEmpty {
        builder.paragraph("Without effect here: \(influences.still.joined(separator: "; ")).")
      }
      if !influences.others.isEmpty {
        builder.paragraph("Not varied by a percent: \(influences.others.joined(separator: "; ")).")
      }
    } else {
      builder.paragraph(
        influences.all.isEmpty
          ? "“\(label)” is no number, or follows no input that is one."
          : "No input moves \(label) at the values below.")
    }
    builder.panel(calculator, number: number(ofCalculator: calculator.id), outputs: [value])
    return builder.page
  }

  private static func signed(_ number: Double) -> String {
    let text = NumberFormat().text(Quantity(abs(number)), digits: 3)
    return number < 0 ? "−\(text)" : number > 0 ? "+\(text)" : "0"
  }
}
