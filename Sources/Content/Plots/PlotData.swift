/// What a plot shows under the present values: numbers in the units of their axes, `nan` where there is no value.
public enum PlotData: Hashable, Sendable {
  case line(series: [Series], points: [Point], x: Axis, y: Axis)
  case scatter(series: [Series], x: Axis, y: Axis)
  /// The value is `x`.
  case bar([Point], axis: Axis)
  case histogram(values: [Double], bins: Int?, axis: Axis)
  case heatMap(rows: [String], columns: [String], values: [[Double]], showsNumbers: Bool, axis: Axis)
  /// From `x` to `y`; moments have no `y`.
  case timeline([Point], axis: Axis)
  /// Weights by layer, by unit of the next layer, by unit of this one.
  case network([Layer], weights: [[[Double]]], pass: Pass? = nil)
  /// Points in FLOP/B and FLOP/s; without the second where the first roof decides.
  case roofline([Machine], points: [Point])

  public struct Axis: Hashable, Sendable {
    public var label: String
    /// Empty for plain numbers.
    public var unit: String
    public var isLogarithmic: Bool
    public var lowest: Double?
    public var highest: Double?

    public init(
      _ label: String, unit: String = "", isLogarithmic: Bool = false, lowest: Double? = nil,
      highest: Double? = nil
    ) {
      self.label = label
      self.unit = unit
      self.isLogarithmic = isLogarithmic
      self.lowest = lowest
      self.highest = highest
    }
  }

  public struct Point: Hashable, Sendable {
    public var label: String
    public var x: Double
    public var y: Double?
    /// The value as the prose shows it.
    public var text: String?
    /// Whether it is the one that holds now, which stays in sight where not all have room.
    public var isPresent = false
  }

  public struct Series: Hashable, Sendable {
    public var label: String
    public var points: [Point]
  }

  public struct Layer: Hashable, Sendable {
    public var label: String
    public var units: Int
    public var activations: [Double]
    /// What flows back into the units, or none.
    public var gradients: [Double] = []
  }

  /// How far a pass through a network has come.
  public struct Pass: Hashable, Sendable {
    public var isBackward: Bool
    /// How many layers it has reached, counted from the side where it begins.
    public var reached: Int
  }

  public struct Machine: Hashable, Sendable {
    public var label: String
    /// FLOP/s
    public var peak: Double
    /// B/s
    public var bandwidth: Double
  }
}

extension PlotData {
  /// As `#| kind:` names it.
  var kind: String {
    switch self {
    case .line: "line"
    case .scatter: "scatter"
    case .bar: "bar"
    case .histogram: "histogram"
    case .heatMap: "heatmap"
    case .timeline: "timeline"
    case .network: "network"
    case .roofline: "roofline"
    }
  }
}

/// A plot, evaluated.
public struct PlotEvaluation: Hashable, Sendable {
  public var data: PlotData
  /// What has no value, and why.
  public var problems: [Problem]
  /// Whether something differs from what the author's values give.
  public var isChanged: Bool

  public struct Problem: Hashable, Sendable {
    public var message: String
    public var advice: String?
    public var position: SourcePosition
  }
}
