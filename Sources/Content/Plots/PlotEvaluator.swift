import Engine

extension PlotBlock {
  /// The plot under the workbook's present scenario.
  public func evaluated(in workbook: Workbook) -> PlotEvaluation {
    var evaluator = PlotEvaluator(workbook: workbook, calculator: calculator)
    let data = evaluator.data(of: specification)
    return PlotEvaluation(data: data, problems: evaluator.problems, isChanged: evaluator.isChanged)
  }
}

/// Evaluates the expressions of one plot; what fails becomes a problem and `nan`.
struct PlotEvaluator {
  /// Longer lists are cut.
  static let lengthLimit = 10_000
  /// Places of a curve: more than a page has dots side by side.
  static let placeCount = 241

  let workbook: Workbook
  let calculator: String?
  private(set) var problems: [PlotEvaluation.Problem] = []
  private(set) var isChanged = false

  init(workbook: Workbook, calculator: String?) {
    self.workbook = workbook
    self.calculator = calculator
  }

  mutating func data(of specification: PlotSpecification) -> PlotData {
    switch specification {
    case .line(let series, let points, let x, let y): return line(series, points, x, y)
    case .scatter(let series, let x, let y):
      let read = series.map { ($0.label, self.points(of: $0, over: x)) }
      return scatter(read, x, y)
    case .bar(let bars, let axis):
      let read = bars.map { quantity($0.first) }
      let scale = scale(axis, over: read)
      let points = zip(bars, read).map { bar, quantity in
        let number = number(quantity, on: scale, bar.first)
        return PlotData.Point(label: bar.label, x: number, text: text(quantity, bar.first, scale))
      }
      return .bar(points, axis: scale.axis)
    case .histogram(let values, let bins, let axis):
      let read = quantities(values)
      let scale = scale(axis, over: read)
      return .histogram(
        values: numbers(read, on: scale, values), bins: bins.flatMap { count($0, "bins") }, axis: scale.axis)
    case .heatMap(let rows, let columns, let values, let showsNumbers, let axis):
      let read = matrix(values)
      let scale = scale(axis, over: read.flatMap { $0 })
      return .heatMap(
        rows: rows, columns: columns, values: read.map { numbers($0, on: scale, values) },
        showsNumbers: showsNumbers, axis: scale.axis)
    case .timeline(let entries, let axis):
      let read = entries.map { (quantity($0.first), $0.second.map { quantity($0) }) }
      let scale = scale(axis, over: read.flatMap { [$0, $1 ?? nil] })
      let points = zip(entries, read).map { entry, ends in
        PlotData.Point(
          label: entry.label, x: number(ends.0, on: scale, entry.first),
          y: entry.second.map { number(ends.1 ?? nil, on: scale, $0) })
      }
      return .timeline(points, axis: scale.axis)
    case .network(let network): return self.network(network)
    case .roofline(let machines, let points, let precision): return roofline(machines, points, precision)
    case .given(let data): return data
    }
  }

  // MARK: Curves and points

  private typealias Pair = (
    label: String, x: Quantity?, y: Quantity?, xPlace: PlotExpression, yPlace: PlotExpression
  )

  private mutating func line(
    _ series: [PlotSeries], _ points: [PlotEntry], _ x: PlotAxis, _ y: PlotAxis
  ) -> PlotData {
    let read = series.map { ($0.label, self.points(of: $0, over: x)) }
    let marks = points.map { point -> Pair in
      let place = quantity(point.first)
      let height = point.second ?? point.first
      var value: Quantity?
      if let variable = x.variable {
        value = place.flatMap { curve(height, of: variable, at: [$0]).first ?? nil }
      } else {
        value = quantity(height)
      }
      return (point.label, place, value, point.first, height)
    }
    let all = read.flatMap(\.1) + marks
    let xScale = scale(x, over: all.map(\.x))
    let yScale = scale(y, over: all.map(\.y))
    return .line(
      series: read.map { PlotData.Series(label: $0.0, points: placed($0.1, xScale, yScale)) },
      points: placed(marks, xScale, yScale), x: xScale.axis, y: yScale.axis)
  }

  private mutating func scatter(_ read: [(String, [Pair])], _ x: PlotAxis, _ y: PlotAxis) -> PlotData {
    let all = read.flatMap(\.1)
    let xScale = scale(x, over: all.map(\.x))
    let yScale = scale(y, over: all.map(\.y))
    return .scatter(
      series: read.map { PlotData.Series(label: $0.0, points: placed($0.1, xScale, yScale)) },
      x: xScale.axis, y: yScale.axis)
  }

  private mutating func points(of series: PlotSeries, over x: PlotAxis) -> [Pair] {
    switch series.content {
    case .points(let entries):
      return entries.map {
        ($0.label, quantity($0.first), quantity($0.second ?? $0.first), $0.first, $0.second ?? $0.first)
      }
    case .lists(let x, let y):
      let (places, heights) = (quantities(x), quantities(y))
      if places.count != heights.count, !places.isEmpty, !heights.isEmpty {
        note(
          y, "`\(y.text)` has \(heights.count) values, and `\(x.text)` has \(places.count)",
          "give each x its y")
      }
      return zip(places, heights).map { ("", $0, $1, x, y) }
    case .curve(let expression):
      guard let variable = x.variable, let first = x.lowest, let last = x.highest,
        let low = quantity(first), let high = quantity(last)
      else { return [] }
      let places = Curve.places(
        from: low, to: high, count: Self.placeCount, isLogarithmic: x.isLogarithmic)
      return zip(places, curve(expression, of: variable, at: places)).map {
        ("", $0, $1, first, expression)
      }
    }
  }

  /// The values of an expression over the variable. A value that is missing at some places only, as beyond the domain
  /// of a function, leaves a gap and is no problem.
  private mutating func curve(
    _ expression: PlotExpression, of variable: PlotExpression, at places: [Quantity]
  ) -> [Quantity?] {
    do throws(Diagnostic) {
      let curve = try workbook.curve(expression.text, of: variable.text, near: calculator)
      isChanged = isChanged || curve.isChanged
      let results = curve.values(at: places)
      var first: Diagnostic?
      var hasValue = false
      var isWrong = false
      let values = results.map { result -> Quantity? in
        switch result {
        case .success(let quantity):
          hasValue = true
          return quantity
        case .failure(let error):
          first = first ?? error
          isWrong = isWrong || error.kind != .arithmetic
          return nil
        }
      }
      if let first, isWrong || !hasValue { note(expression, first) }
      return values
    } catch {
      note(expression, error)
      return places.map { _ in nil }
    }
  }

  private mutating func placed(_ pairs: [Pair], _ x: PlotScale, _ y: PlotScale) -> [PlotData.Point] {
    pairs.map { pair in
      PlotData.Point(
        label: pair.label, x: number(pair.x, on: x, pair.xPlace), y: number(pair.y, on: y, pair.yPlace))
    }
  }

  // MARK: Networks

  private mutating func network(_ network: PlotNetwork) -> PlotData {
    let layers = zip(network.layers, network.gradients).map { layer, gradients in
      PlotData.Layer(
        label: layer.label, units: count(layer.first, "units") ?? 0,
        activations: layer.second.map { plain(quantities($0), $0) } ?? [],
        gradients: gradients.map { plain(quantities($0), $0) } ?? [])
    }
    let weights = network.weights.map { weight in matrix(weight).map { plain($0, weight) } }
    let shapes = zip(zip(layers, layers.dropFirst()), zip(network.weights, weights)).map { ends, weights in
      fits(weights.1, from: ends.0.units, to: ends.1.units, weights.0)
    }
    // Lines between other units than the author's would mislead.
    guard shapes.allSatisfy(\.self) else { return .network([], weights: []) }
    guard network.step != nil || network.pass != nil else { return .network(layers, weights: weights) }
    var isBackward = false
    if let pass = network.pass, let value = value(of: pass) {
      if case .text(let text) = value, text == "forward" || text == "backward" {
        isBackward = text == "backward"
      } else {
        note(pass, "`pass` is \"forward\" or \"backward\", and `\(pass.text)` is neither", nil)
      }
    }
    let reached = network.step.flatMap { count($0, "step") } ?? layers.count
    return .network(
      layers, weights: weights,
      pass: PlotData.Pass(isBackward: isBackward, reached: min(reached, layers.count)))
  }

  /// Whether weights are a matrix with a row for each unit of the next layer and a column for each unit of this one.
  private mutating func fits(_ matrix: [[Double]], from: Int, to: Int, _ expression: PlotExpression) -> Bool {
    let widths = Set(matrix.map(\.count))
    // What could not be evaluated has its own problem.
    if matrix.isEmpty || matrix.count == to && widths == [from] { return true }
    let found =
      widths.count == 1 ? "\(matrix.count)×\(widths.first ?? 0)" : "\(matrix.count) rows of unequal length"
    note(
      expression, "the weights `\(expression.text)` are \(found), expected \(to)×\(from)",
      "give a row for each of the \(to) units of the next layer, with a weight for each of the \(from) of this one"
    )
    return false
  }

  // MARK: Rooflines

  private mutating func roofline(
    _ machines: [PlotMachine], _ points: [PlotEntry], _ precision: String
  ) -> PlotData {
    let rate = PlotScale(unit: workbook.library.units.unit("FLOP/s"), text: "FLOP/s")
    let bandwidth = PlotScale(unit: workbook.library.units.unit("B/s"), text: "B/s")
    let intensity = PlotScale(unit: workbook.library.units.unit("FLOP/B"), text: "FLOP/B")
    let roofs = machines.map { machine -> PlotData.Machine in
      switch machine {
      case .figures(let label, let peak, let width):
        return PlotData.Machine(
          label: label, peak: number(quantity(peak), on: rate, peak),
          bandwidth: number(quantity(width), on: bandwidth, width))
      case .profile(let expression):
        let value = value(of: expression)
        guard case .profile(let id) = value, let profile = workbook.library.profiles[id] else {
          if value != nil {
            note(expression, "`\(expression.text)` is no profile", "name a profile of hardware, or an input")
          }
          return PlotData.Machine(label: expression.text, peak: .nan, bandwidth: .nan)
        }
        let peak = PlotExpression("\(id).peak.\(precision)", at: expression.position)
        let width = PlotExpression("\(id).memory.bandwidth", at: expression.position)
        return PlotData.Machine(
          label: profile.name, peak: number(quantity(peak), on: rate, peak),
          bandwidth: number(quantity(width), on: bandwidth, width))
      }
    }
    return .roofline(
      roofs,
      points: points.map { point in
        PlotData.Point(
          label: point.label, x: number(quantity(point.first), on: intensity, point.first),
          y: point.second.map { number(quantity($0), on: rate, $0) })
      })
  }

  // MARK: Values

  private mutating func value(of expression: PlotExpression) -> Value? {
    let result = workbook.inline(expression.text, near: calculator)
    if let error = result.error { note(expression, error) }
    isChanged = isChanged || result.isChanged
    return result.error == nil ? result.value : nil
  }

  private mutating func quantity(_ expression: PlotExpression) -> Quantity? {
    guard let value = value(of: expression) else { return nil }
    if case .quantity(let quantity) = value { return quantity }
    note(expression, "`\(expression.text)` is no single number", "name a number, or an item of a list")
    return nil
  }

  private mutating func quantities(_ expression: PlotExpression) -> [Quantity?] {
    guard let value = value(of: expression) else { return [] }
    return items(value, expression)
  }

  private mutating func items(_ value: Value, _ expression: PlotExpression) -> [Quantity?] {
    guard case .list(let items) = value else {
      note(expression, "`\(expression.text)` is no list", "write [a, b, …]")
      return []
    }
    if items.count > Self.lengthLimit {
      note(
        expression, "`\(expression.text)` has \(items.count) values, more than \(Self.lengthLimit)",
        "show fewer")
    }
    return items.prefix(Self.lengthLimit).map { item in
      if case .quantity(let quantity) = item { return quantity }
      note(expression, "an item of `\(expression.text)` is no number", nil)
      return nil
    }
  }

  private mutating func matrix(_ expression: PlotExpression) -> [[Quantity?]] {
    guard let value = value(of: expression) else { return [] }
    guard case .list(let rows) = value else {
      note(expression, "`\(expression.text)` is no list of rows", "write [[a, b], [c, d]]")
      return []
    }
    var left = Self.lengthLimit
    var result: [[Quantity?]] = []
    for row in rows where left > 0 {
      result.append(Array(items(row, expression).prefix(left)))
      left -= max(1, result[result.count - 1].count)
    }
    return result
  }

  private mutating func plain(_ quantities: [Quantity?], _ expression: PlotExpression) -> [Double] {
    numbers(quantities, on: PlotScale(unit: nil, text: ""), expression)
  }

  private mutating func count(_ expression: PlotExpression, _ what: String) -> Int? {
    guard let quantity = quantity(expression) else { return nil }
    guard quantity.dimension == .one, quantity.magnitude >= 1, quantity.magnitude <= 1e9,
      let count = Int(exactly: quantity.magnitude.rounded())
    else {
      note(expression, "`\(what)` is a count, and `\(expression.text)` is none", "give a number of 1 or more")
      return nil
    }
    return count
  }

  // MARK: Axes

  /// The axis with its unit: the author's, or the base unit of the first value.
  private mutating func scale(_ axis: PlotAxis, over values: [Quantity?]) -> PlotScale {
    let units = workbook.library.units
    let ends = [axis.lowest, axis.highest].map { end in end.flatMap { quantity($0) } }
    var scale = PlotScale(unit: nil, text: "")
    let chosen = axis.unit.flatMap { units.unit($0.text) }
    if let wanted = axis.unit, chosen == nil {
      note(wanted, "`\(wanted.text)` is no unit", "write one such as KB or FLOP/s")
    }
    if let chosen, let wanted = axis.unit {
      scale = PlotScale(unit: chosen, text: wanted.text)
    } else if let first = (values + ends).lazy.compactMap({ $0 }).first(where: { !PlotScale.isZero($0) }),
      first.dimension != .one
    {
      let text = NumberFormat(units: units).number(first).unit
      scale = PlotScale(unit: units.unit(text), text: text)
      scale.dimension = first.dimension
      scale.isChosen = false
    }
    scale.axis.label = axis.label
    scale.axis.isLogarithmic = axis.isLogarithmic
    scale.axis.lowest = axis.lowest.flatMap { end in finite(number(ends[0], on: scale, end)) }
    scale.axis.highest = axis.highest.flatMap { end in finite(number(ends[1], on: scale, end)) }
    return scale
  }

  private func finite(_ number: Double) -> Double? { number.isFinite ? number : nil }

  private mutating func numbers(
    _ quantities: [Quantity?], on scale: PlotScale, _ expression: PlotExpression
  ) -> [Double] {
    quantities.map { number($0, on: scale, expression) }
  }

  private mutating func number(_ quantity: Quantity?, on scale: PlotScale, _ expression: PlotExpression)
    -> Double
  {
    guard let quantity else { return .nan }
    if let number = scale.number(quantity) { return number }
    let found = NumberFormat(units: workbook.library.units).text(quantity)
    let unit = scale.axis.unit.isEmpty ? "plain numbers" : scale.axis.unit
    note(
      expression, "`\(expression.text)` is \(found), and the axis is in \(unit)", "show one kind of unit")
    return .nan
  }

  /// A bar's value: in the axis's unit if the author chose one, else as the prose shows it.
  private func text(_ quantity: Quantity?, _ expression: PlotExpression, _ scale: PlotScale) -> String? {
    guard let quantity, scale.number(quantity) != nil else { return nil }
    if scale.isChosen, let unit = scale.unit {
      return NumberFormat(units: workbook.library.units).text(
        Quantity(quantity.magnitude, unit.dimension), unit: unit)
    }
    return workbook.inline(expression.text, near: calculator).text
  }

  // MARK: Problems

  private mutating func note(_ expression: PlotExpression, _ error: Diagnostic) {
    // Once is enough for what a chosen machine lacks.
    if let missing = error.missing, !workbook.scenario.isEmpty {
      isChanged = true
      let message = "\(missing), so that values are missing here."
      if problems.contains(where: { $0.message == message }) { return }
      return note(expression, message, nil)
    }
    note(expression, "`\(expression.text)`: \(error.message)", error.hint)
  }

  /// One problem an expression is enough.
  private mutating func note(_ expression: PlotExpression, _ message: String, _ advice: String?) {
    guard !problems.contains(where: { $0.position == expression.position }) else { return }
    problems.append(.init(message: message, advice: advice, position: expression.position))
  }
}
