/// The layers of a neural network from left to right, with units, connections and what flows.
public struct NetworkDiagram: Hashable, Sendable {
  public struct Layer: Hashable, Sendable {
    public var label: String
    public var units: Int
    /// One for each unit, or none.
    public var activations: [Double]

    public init(_ label: String, units: Int, activations: [Double] = []) {
      self.label = label
      self.units = units
      self.activations = activations
    }
  }

  public var layers: [Layer]
  /// For each layer but the last, by unit of the next layer, then by unit of this one; or none.
  public var weights: [[[Double]]]

  public init(_ layers: [Layer], weights: [[[Double]]] = []) {
    self.layers = layers
    self.weights = weights
  }
}

extension NetworkDiagram: ChartDrawing {
  var hasData: Bool { layers.contains { $0.units > 0 } }

  /// A unit that is drawn.
  private struct Unit {
    var index: Int
    var row: Int
  }

  private var largestActivation: Double {
    layers.flatMap(\.activations).reduce(0) { $1.isFinite ? max($0, abs($1)) : $0 }
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
    for (index, layer) in layers.enumerated() {
      let column = index * slot + slot / 2
      var last: Unit?
      for unit in drawn[index] {
        if let last, unit.index > last.index + 1 {
          for row in last.row + 1..<unit.row { canvas.write(" ", column: column, row: row) }
          canvas.write(space.either("⋮", ":"), column: column, row: (last.row + unit.row) / 2, Style(.faint))
        }
        let style = Style(.body, .bold)
        canvas.write(symbol(layer, unit.index, space), column: column, row: unit.row, style)
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
    return picture[first...last] + labels.lines + legend
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
            series: isNegative ? 1 : 0, pattern: isNegative ? [1, 2] : [], phase: &phase)
        }
      }
    }
    for row in 0..<canvas.rows {
      for column in 0..<canvas.columns {
        guard let ink = raster.ink(column: column, row: row, in: space) else { continue }
        let style = weights.isEmpty ? Style(.faint) : SeriesLook.style(ink.series)
        let text = space.isASCII ? (ink.series == 1 ? "-" : ".") : ink.text
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

  private func symbol(_ layer: Layer, _ unit: Int, _ space: ChartSpace) -> String {
    let largest = largestActivation
    guard unit < layer.activations.count, largest > 0 else { return space.either("○", "o") }
    guard layer.activations[unit].isFinite else { return space.either("×", "x") }
    let part = min(abs(layer.activations[unit]) / largest, 1)
    return space.isASCII
      ? String(Int((part * 9).rounded())) : Self.levels[Int((part * 4).rounded())]
  }

  private func legend(in space: ChartSpace) -> Legend {
    var legend = Legend()
    if largestActivation > 0 {
      let sample = space.isASCII ? "0 ... 9" : Self.levels.joined(separator: " ")
      let text = "activation from 0 to \(valueText(largestActivation, unit: "", isASCII: space.isASCII))"
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
        Legend.Entry(sample: StyledLine(), text: "largest \(largest), none below a twentieth of it"))
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
    for layer in layers {
      var text = "\(layer.label): \(ChartWords.counted(max(0, layer.units), "unit"))"
      if !layer.activations.isEmpty {
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
