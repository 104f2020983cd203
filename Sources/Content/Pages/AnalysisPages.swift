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
    } else if choices.isEmpty {
      addCurve(of: value, over: input, address, calculator, to: &builder)
    } else {
      addBars(of: value, over: input, choices, calculator, to: &builder)
    }
    var keys: [String] = calculator.inputs.count > 1 ? ["Tab another input"] : []
    if choices.isEmpty, isNumber { keys.append("L linear or logarithmic") }
    if calculator.outputs.count > 1 { keys.append("o another output") }
    if !keys.isEmpty { builder.keyHint([.emphasis([.text(keys.joined(separator: " · "))])]) }
    builder.panel(calculator, outputs: [value])
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
    let bars = choices.compactMap { choice -> PlotData.Point? in
      var other = workbook
      guard (try? other.setInput(input.name, of: calculator.id, to: choice.entry)) != nil,
        let output = other.result(of: calculator.id)?.outputs.first(where: { $0.name == value }),
        let number = output.number, number.isFinite
      else { return nil }
      unit = output.unit.map { $0 == "1" ? "" : $0 } ?? ""
      let mark = choice.text == present ? "▸ " : "  "
      return PlotData.Point(label: mark + choice.text, x: number, text: output.text)
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
    let found = workbook.sensitivities(of: id).filter { $0.output == value }
    let moving = found.filter { $0.elasticity != 0 }
    if let first = moving.first {
      let bars = found.prefix(24).map { sensitivity in
        PlotData.Point(
          label: self.label(of: sensitivity.input, in: id), x: sensitivity.elasticity,
          text: Self.signed(sensitivity.elasticity))
      }
      builder.plot(.bar(Array(bars), axis: PlotData.Axis("% by which it changes for 1 % more of each")))
      builder.paragraph(
        "One percent more of “\(self.label(of: first.input, in: id))” makes about "
          + "\(Self.percent(first.elasticity)) of “\(label)”, at the values below.")
      let still = found.filter { $0.elasticity == 0 }.map { self.label(of: $0.input, in: id) }
      if !still.isEmpty { builder.paragraph("Without effect here: \(still.joined(separator: "; ")).") }
    } else {
      builder.paragraph(
        found.isEmpty
          ? "“\(label)” is no number, or follows no input that is one."
          : "No input moves \(label) at the values below.")
    }
    let varied = Set(found.map(\.input))
    let others = calculator.inputs.filter { !varied.contains($0.name) && !$0.isProfile }
    if !moving.isEmpty, !others.isEmpty {
      builder.paragraph("Not varied by a percent: \(others.map(\.shownName).joined(separator: "; ")).")
    }
    builder.panel(calculator, outputs: [value])
    return builder.page
  }

  private static func signed(_ number: Double) -> String {
    let text = NumberFormat().text(Quantity(abs(number)), digits: 3)
    return number < 0 ? "−\(text)" : number > 0 ? "+\(text)" : "0"
  }

  private static func percent(_ elasticity: Double) -> String {
    let text = NumberFormat().text(Quantity(abs(elasticity)), digits: 3)
    return "\(text) % " + (elasticity < 0 ? "less" : "more")
  }
}

extension Input {
  fileprivate var isProfile: Bool {
    if case .profile = kind { true } else { false }
  }
}
