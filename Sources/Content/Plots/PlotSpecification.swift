/// What a `{plot}` cell asks to be drawn: its YAML, read. Numbers are still expressions.
public enum PlotSpecification: Hashable, Sendable {
  /// Curves, with points marked on them.
  case line(series: [PlotSeries], points: [PlotEntry], x: PlotAxis, y: PlotAxis)
  case scatter(series: [PlotSeries], x: PlotAxis, y: PlotAxis)
  case bar([PlotEntry], axis: PlotAxis)
  case histogram(values: PlotExpression, bins: PlotExpression?, axis: PlotAxis)
  case heatMap(rows: [String], columns: [String], values: PlotExpression, showsNumbers: Bool, axis: PlotAxis)
  case timeline([PlotEntry], axis: PlotAxis)
  case network(PlotNetwork)
  case roofline([PlotMachine], points: [PlotEntry], precision: String)
  /// Numbers that the program reckoned for a page of its own.
  case given(PlotData)

  /// `line`, `bar`, … as `#| kind:` names it.
  public var kind: String {
    switch self {
    case .line: "line"
    case .scatter: "scatter"
    case .bar: "bar"
    case .histogram: "histogram"
    case .heatMap: "heatmap"
    case .timeline: "timeline"
    case .network: "network"
    case .roofline: "roofline"
    case .given(let data): data.kind
    }
  }
}

/// The layers of a neural network, and how far a pass through it has come.
public struct PlotNetwork: Hashable, Sendable {
  /// Entries hold the number of units and the list of activations.
  public var layers: [PlotEntry]
  /// What flows back into each layer, where it is given.
  public var gradients: [PlotExpression?]
  /// Matrices between neighbours.
  public var weights: [PlotExpression]
  /// How many layers the pass has reached; all where there is none.
  public var step: PlotExpression?
  /// `forward` or `backward`.
  public var pass: PlotExpression?
}

/// An expression over the names of the nearest calculator, and where it stands.
public struct PlotExpression: Hashable, Sendable {
  public var text: String
  public var position: SourcePosition

  public init(_ text: String, at position: SourcePosition) {
    self.text = text
    self.position = position
  }
}

/// An axis of a plot.
public struct PlotAxis: Hashable, Sendable {
  public var label = ""
  /// The unit of its numbers; nil for the base unit of what is measured.
  public var unit: PlotExpression?
  public var isLogarithmic = false
  public var lowest: PlotExpression?
  public var highest: PlotExpression?
  /// The free variable of the curves over this axis.
  public var variable: PlotExpression?

  public init() {}
}

/// Something with a label and one or two numbers: a point (x, y), a bar (its value), a span (from, to), a moment.
public struct PlotEntry: Hashable, Sendable {
  public var label: String
  public var first: PlotExpression
  public var second: PlotExpression?

  public init(label: String, first: PlotExpression, second: PlotExpression? = nil) {
    self.label = label
    self.first = first
    self.second = second
  }
}

/// Points under one name.
public struct PlotSeries: Hashable, Sendable {
  public enum Content: Hashable, Sendable {
    /// An expression of the axis's variable.
    case curve(PlotExpression)
    /// Two lists of one length.
    case lists(x: PlotExpression, y: PlotExpression)
    case points([PlotEntry])
  }

  public var label: String
  public var content: Content

  public init(label: String, content: Content) {
    self.label = label
    self.content = content
  }
}

/// A roof of a roofline.
public enum PlotMachine: Hashable, Sendable {
  /// An expression that yields a hardware profile.
  case profile(PlotExpression)
  case figures(label: String, peak: PlotExpression, bandwidth: PlotExpression)
}
