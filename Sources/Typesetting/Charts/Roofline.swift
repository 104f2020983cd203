/// The performance that machines can reach, by arithmetic intensity (Williams, Waterman and Patterson, 2009): the
/// bandwidth's slope up to the ridge, the peak beyond it.
public struct Roofline: Hashable, Sendable {
  /// One roof.
  public struct Machine: Hashable, Sendable {
    public var name: String
    /// FLOP/s
    public var peak: Double
    /// B/s
    public var bandwidth: Double

    public init(_ name: String, peak: Double, bandwidth: Double) {
      self.name = name
      self.peak = peak
      self.bandwidth = bandwidth
    }

    /// The intensity in FLOP/B from which on the peak can be reached.
    public var ridge: Double { peak / bandwidth }

    /// What can be reached at an intensity in FLOP/B, in FLOP/s.
    public func attainable(at intensity: Double) -> Double { min(peak, bandwidth * intensity) }

    var isDrawable: Bool { [peak, bandwidth].allSatisfy { $0 >= 1e-30 && $0 <= 1e60 } }
  }

  /// A workload.
  public struct Point: Hashable, Sendable {
    public var label: String
    /// FLOP/B
    public var intensity: Double
    /// FLOP/s; nil for what the first machine can reach.
    public var performance: Double?

    public init(_ label: String, intensity: Double, performance: Double? = nil) {
      self.label = label
      self.intensity = intensity
      self.performance = performance
    }
  }

  public var machines: [Machine]
  public var points: [Point]

  public init(_ machines: [Machine], points: [Point] = []) {
    self.machines = machines
    self.points = points
  }
}

extension Roofline: ChartDrawing {
  private var roofs: [Machine] { machines.filter(\.isDrawable) }

  var hasData: Bool { !roofs.isEmpty }

  /// The points in the plane; those whose intensity is no positive number are left out.
  private var placed: [DataPoint] {
    guard let first = roofs.first else { return [] }
    return points.compactMap { point in
      guard point.intensity >= 1e-60, point.intensity <= 1e60 else { return nil }
      let performance = point.performance ?? first.attainable(at: point.intensity)
      guard performance >= 1e-100, performance <= 1e100 else { return nil }
      return DataPoint(point.intensity, performance, label: point.label)
    }
  }

  func draw(in space: ChartSpace) -> [StyledLine] {
    let roofs = roofs
    let points = placed
    let ridges = roofs.map(\.ridge)
    let low = min(ridges.reduce(.infinity, min) / 10, points.map(\.x).reduce(.infinity, min))
    let high = max(ridges.reduce(0, max) * 4, points.map(\.x).reduce(0, max) * 1.5)
    var xAxis = Axis("arithmetic intensity", unit: "FLOP/B", isLogarithmic: true)
    xAxis.lowest = powerOfTen(decimalExponent(low))
    xAxis.highest = powerOfTen(decimalExponent(high * (1 - 1e-9)) + 1)
    let yAxis = Axis("performance", unit: "FLOP/s", isLogarithmic: true)
    let x = Scale(xAxis, over: [])
    let heights = roofs.flatMap { [$0.attainable(at: x.lowest), $0.peak * 1.2] } + points.map(\.y)
    let labelled = roofs.count > 1
    let roofMarks = roofs.enumerated().map { index, machine in
      PointPlot.Mark(
        point: DataPoint(machine.ridge, machine.peak, label: valueText(machine.ridge, unit: "FLOP/B")),
        symbol: space.either("◇", "^"), style: SeriesLook.style(index), isOptional: true)
    }
    let plot = PointPlot(
      xAxis: xAxis, yAxis: yAxis, x: x, y: Scale(yAxis, over: heights),
      curves: roofs.enumerated().map { index, machine in
        PointPlot.Curve(
          points: [x.lowest, machine.ridge, x.highest].map { DataPoint($0, machine.attainable(at: $0)) },
          series: index)
      },
      marks: roofMarks
        + points.map {
          PointPlot.Mark(point: $0, symbol: space.either("●", "@"), style: Style(.body, .bold))
        },
      legend: roofs.enumerated().map { index, machine in
        let sample = Legend.sample(index, letter: labelled, in: space)
        let fits = sample.width + 1 + DisplayWidth.of(machine.words) <= space.width
        let ridge = "\(machine.name), ridge \(valueText(machine.ridge, unit: "FLOP/B"))"
        return Legend.Entry(sample: sample, text: fits ? machine.words : ridge)
      },
      hasLetters: labelled)
    return plot.draw(in: space)
  }

  var words: String {
    var sentences = ["Roofline: performance over arithmetic intensity, both logarithmic."]
    sentences += machines.map { $0.isDrawable ? $0.words + "." : "\($0.name): no roof." }
    for point in points {
      var text = "\(point.label): \(valueText(point.intensity, unit: "FLOP/B"))"
      if let performance = point.performance {
        text += ", \(valueText(performance, unit: "FLOP/s"))"
      } else if let machine = roofs.first {
        let reach = machine.attainable(at: point.intensity)
        text += ", at most \(valueText(reach, unit: "FLOP/s")) on \(machine.name)"
        text += point.intensity < machine.ridge ? ", memory-bound" : ", compute-bound"
      }
      sentences.append(text + ".")
    }
    return sentences.joined(separator: " ")
  }
}

extension Roofline.Machine {
  /// The roof in words.
  fileprivate var words: String {
    "\(name): \(valueText(peak, unit: "FLOP/s")), \(valueText(bandwidth, unit: "B/s")), "
      + "ridge \(valueText(ridge, unit: "FLOP/B"))"
  }
}
