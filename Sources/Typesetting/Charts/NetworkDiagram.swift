/// The layers of a neural network from left to right, with units, connections and what flows.
public struct NetworkDiagram: Hashable, Sendable {
  public struct Layer: Hashable, Sendable {
    public var label: String
    public var units: Int
    /// One for each unit, or none.
    public var activations: [Double]
    /// What flows back into each unit, or none.
    public var gradients: [Double]

    public init(_ label: String, units: Int, activations: [Double] = [], gradients: [Double] = []) {
      self.label = label
      self.units = units
      self.activations = activations
      self.gradients = gradients
    }
  }

  /// How far a pass has come: the layers beyond are not computed yet.
  public struct Pass: Hashable, Sendable {
    public var isBackward: Bool
    /// How many layers it has reached, from the side where it begins.
    public var reached: Int

    public init(isBackward: Bool, reached: Int) {
      self.isBackward = isBackward
      self.reached = reached
    }
  }

  public var layers: [Layer]
  /// For each layer but the last, by unit of the next layer, then by unit of this one; or none.
  public var weights: [[[Double]]]
  /// With one, the units show their numbers as far as it has come.
  public var pass: Pass?

  public init(_ layers: [Layer], weights: [[[Double]]] = [], pass: Pass? = nil) {
    self.layers = layers
    self.weights = weights
    self.pass = pass
  }
}

extension NetworkDiagram: ChartDrawing {
  var hasData: Bool { layers.contains { $0.units > 0 } }

  /// A unit that is drawn.
  private struct Unit {
    var index: Int
    var row: Int
  }

  private var largestValue: Double {
    layers.indices.filter(isReached).flatMap(values).reduce(0) { $1.isFinite ? max($0, abs($1)) : $0 }
  }

  /// What the units of a layer show.
  private func values(_ layer: Int) -> [Double] {
    pass?.isBackward == true ? layers[layer].gradients : layers[layer].activations
  }

  private func isReached(_ layer: Int) -> Bool {
    guard let pass else { return true }
    return pass.isBackward ? layer >= layers.count - pass.reached : layer < pass.reached
  }

  /// Whether the pass goes through the connections behind a layer at this step.
  private func isCrossed(_ layer: Int) -> Bool {
    guard let pass else { return false }
    return pass.isBackward ? layer == layers.count - pass.reached : layer + 2 == pass.reached
  }

  /// What the pass has computed last: `forward → hidden, 2 of 3`.
  private func heading(in space: ChartSpace) -> StyledLine? {
    guard let pass, !layers.isEmpty else { return nil }
    let index = pass.isBackward ? layers.count - pass.reached : pass.reached - 1
    guard layers.indices.contains(index) else { return nil }
    let arrow = pass.isBackward ? space.either("←", "<-") : space.either("→", "->")
    let words = pass.isBackward ? "backward \(arrow) gradients of" : "forward \(arrow)"
    var line = StyledLine("\(words) ", Style(.label))
    line.append(space.text(layers[index].label), Style(.changed, .bold))
    line.append(", \(pass.reached) of \(layers.count)", Style(.label))
    return line
  }

  private var largestWeight: Double {
    weights.joined().joined().reduce(0) { $1.isFinite ? max($0, abs($1)) : $0 }
  }

  func draw(in space: ChartSpace) -> [StyledLine] {
    let slot = space.width / max(1, layers.count)
    let legend = legend(in: space).lines(in: space)
    let rows = max(3, space.height - legend.count - 2)
    guard slot >= 5 else { return list(in: space) }
    let columns = slot * layers.count
    var canvas = Canvas(columns: columns, rows: rows)
    let drawn = layers.map { Self.shown($0.units, rows: rows) }
    drawEdges(drawn, slot: slot, &canvas, space)
    for index in layers.indices {
      let column = index * slot + slot / 2
      var last: Unit?
      for unit in drawn[index] {
        if let last, unit.index > last.index + 1 {
          for row in last.row + 1..<unit.row { canvas.write(" ", column: column, row: row) }
          canvas.write(space.either("⋮", ":"), column: column, row: (last.row + unit.row) / 2, Style(.faint))
        }
        let style = isReached(index) ? Style(.body, .bold) : Style(.faint)
        canvas.write(symbol(index, unit.index, space), column: column, row: unit.row, style)
        if let number = number(index, unit.index, space), DisplayWidth.of(number) + 4 < slot {
          let isLast = index + 1 == layers.count
          // Outside of the connections at both ends, above the unit between them.
          let width = DisplayWidth.of(number)
          let place = index == 0 ? column - width - 1 : isLast ? column + 2 : column - width / 2
          canvas.write(
            number, column: place, row: index == 0 || isLast ? unit.row : unit.row - 1, Style(.live))
        }
        last = unit
      }
    }
    var labels = Canvas(columns: columns, rows: 2)
    for (index, layer) in layers.enumerated() {
      for (row, text) in [layer.label, String(max(0, layer.units))].enumerated() {
        let text = space.text(text, columns: slot - 1)
        let start = index * slot + slot / 2 - (DisplayWidth.of(text) - 1) / 2
        let style = Style(row == 0 ? .label : .faint)
        labels.write(text, column: max(index * slot, start), row: row, style)
      }
    }
    let picture = canvas.lines
    let first = picture.firstIndex { !$0.runs.isEmpty } ?? 0
    let last = picture.lastIndex { !$0.runs.isEmpty } ?? 0
    return (heading(in: space).map { [$0, StyledLine()] } ?? []) + picture[first...last] + labels.lines
      + legend
  }

  /// The number of a unit, where a pass shows them.
  private func number(_ layer: Int, _ unit: Int, _ space: ChartSpace) -> String? {
    guard pass != nil, isReached(layer), values(layer).indices.contains(unit), layers[layer].units <= 8 else {
      return nil
    }
    return valueText(values(layer)[unit], unit: "", isASCII: space.isASCII)
  }

  /// Which units of a layer are drawn, and where: all that fit, or the first ones and the last.
  private static func shown(_ units: Int, rows: Int) -> [Unit] {
    guard units > 0 else { return [] }
    let most = max(3, (rows + 1) / 2)
    let room = min(most, 5)
    if units <= min(most, 8) {
      let step = units == 1 ? 1 : min(4, max(1, (rows - 1) / (units - 1)))
      let top = (rows - 1 - step * (units - 1)) / 2
      return (0..<units).map { Unit(index: $0, row: top + step * $0) }
    }
    let step = min(4, max(1, (rows - 1) / (room - 1)))
    let top = (rows - 1 - step * (room - 1)) / 2
    return (0..<room).filter { $0 != room - 2 }.map { place in
      Unit(index: place == room - 1 ? units - 1 : place, row: top + step * place)
    }
  }

  private func drawEdges(_ drawn: [[Unit]], slot: Int, _ canvas: inout Canvas, _ space: ChartSpace) {
    let largest = largestWeight
    var raster = Raster(columns: canvas.columns, rows: canvas.rows, isASCII: space.isASCII)
    func place(_ column: Int, _ row: Int) -> (x: Double, y: Double) {
      let across = space.isASCII ? 1.0 : 2.0
      let down = space.isASCII ? 1.0 : 4.0
      return (
        (Double(column) * across + across / 2 - 0.5) / max(1, Double(canvas.columns) * across - 1),
        1 - (Double(row) * down + down / 2 - 0.5) / max(1, Double(canvas.rows) * down - 1)
      )
    }
    for index in layers.indices.dropLast() {
      let column = index * slot + slot / 2
      for from in drawn[index] {
        for to in drawn[index + 1] {
          let weight = weight(index, from.index, to.index)
          if let weight, !(abs(weight) >= largest / 20) || weight == 0 { continue }
          var phase = 0
          let isNegative = (weight ?? 1) < 0
          raster.line(
            from: place(column + 1, from.row), to: place(column + slot - 1, to.row),
            series: (isNegative ? 1 : 0) + (isCrossed(index) ? 2 : 0),
            pattern: isNegative ? [1, 2] : [], phase: &phase)
        }
      }
    }
    for row in 0..<canvas.rows {
      for column in 0..<canvas.columns {
        guard let ink = raster.ink(column: column, row: row, in: space) else { continue }
        let look = weights.isEmpty ? Style(.faint) : SeriesLook.style(ink.series % 2)
        let style = ink.series >= 2 ? Style(.changed, .bold) : pass == nil ? look : Style(.faint)
        let text = space.isASCII ? (ink.series % 2 == 1 ? "-" : ".") : ink.text
        canvas.write(text, column: column, row: row, style)
      }
    }
  }

  /// The weight of a connection; nil where none is given.
  private func weight(_ layer: Int, _ from: Int, _ to: Int) -> Double? {
    guard layer < weights.count, to < weights[layer].count, from < weights[layer][to].count else {
      return nil
    }
    return weights[layer][to][from]
  }

  private static let levels = ["○", "◔", "◑", "◕", "●"]

  private func symbol(_ layer: Int, _ unit: Int, _ space: ChartSpace) -> String {
    let largest = largestValue
    let values = isReached(layer) ? values(layer) : []
    guard unit < values.count, largest > 0 else { return space.either("○", "o") }
    guard values[unit].isFinite else { return space.either("×", "x") }
    let part = min(abs(values[unit]) / largest, 1)
    return space.isASCII
      ? String(Int((part * 9).rounded())) : Self.levels[Int((part * 4).rounded())]
  }

  private func legend(in space: ChartSpace) -> Legend {
    var legend = Legend()
    if largestValue > 0 {
      let sample = space.isASCII ? "0 ... 9" : Self.levels.joined(separator: " ")
      let what = pass?.isBackward == true ? "size of the gradient" : "activation"
      let text = "\(what) from 0 to \(valueText(largestValue, unit: "", isASCII: space.isASCII))"
      legend.entries.append(Legend.Entry(sample: StyledLine(sample, Style(.body, .bold)), text: text))
    }
    if largestWeight > 0 {
      let forms = space.isASCII ? ("...", "---") : ("⠤⠤⠤", "⠄⠠⠄")
      let largest = valueText(largestWeight, unit: "", isASCII: space.isASCII)
      legend.entries.append(
        Legend.Entry(sample: StyledLine(forms.0, SeriesLook.style(0)), text: "weight above 0"))
      legend.entries.append(
        Legend.Entry(sample: StyledLine(forms.1, SeriesLook.style(1)), text: "below 0"))
      legend.entries.append(
        Legend.Entry(
          sample: StyledLine(),
          text: "largest weight \(largest), none drawn below a twentieth"))
    }
    return legend
  }

  /// One layer a line, where they do not fit side by side.
  private func list(in space: ChartSpace) -> [StyledLine] {
    layers.enumerated().map { index, layer in
      let arrow = index == 0 ? "  " : space.either("↓ ", "> ")
      var line = StyledLine(arrow, Style(.faint))
      line.append("\(max(0, layer.units)) ", Style(.body, .bold))
      line.append(space.text(layer.label), Style(.label))
      return line
    }
  }

  var words: String {
    var sentences = ["Network of \(ChartWords.counted(layers.count, "layer"))."]
    if let line = heading(in: ChartSpace(width: 200, height: 10, isASCII: false)) {
      sentences.append(line.text + ".")
    }
    for layer in layers {
      var text = "\(layer.label): \(ChartWords.counted(max(0, layer.units), "unit"))"
      if pass?.isBackward == true, !layer.gradients.isEmpty {
        text +=
          ", gradients "
          + layer.gradients.prefix(ChartWords.spelledOut).map { valueText($0, unit: "") }
          .joined(separator: "; ")
      } else if !layer.activations.isEmpty {
        let values = layer.activations.prefix(ChartWords.spelledOut).map { valueText($0, unit: "") }
        text += ", activations " + values.joined(separator: "; ")
        let rest = layer.activations.count - values.count
        if rest > 0 { text += "; and \(rest) more" }
      }
      sentences.append(text + ".")
    }
    for (index, matrix) in weights.enumerated() where index + 1 < layers.count {
      let count = matrix.reduce(0) { $0 + $1.count }
      let finite = matrix.joined().filter(\.isFinite)
      guard let low = finite.min(), let high = finite.max() else { continue }
      let names = "\(layers[index].label) to \(layers[index + 1].label)"
      let range = "from \(valueText(low, unit: "")) to \(valueText(high, unit: ""))"
      sentences.append("\(names): \(ChartWords.counted(count, "weight")) \(range).")
    }
    return sentences.joined(separator: " ")
  }
}
