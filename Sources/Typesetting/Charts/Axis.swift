/// An axis of a chart.
public struct Axis: Hashable, Sendable {
  /// What is measured.
  public var label: String
  /// The unit in which values are given: `s`, `B`, `FLOP/s`, `%`; empty for none. Ticks of units that take prefixes
  /// get them, so values are best given in the unit without one.
  public var unit: String
  /// Whether equal distances are equal factors; values at or below zero are then left out.
  public var isLogarithmic: Bool
  /// Where the axis begins; nil for a round value at or below all others.
  public var lowest: Double?
  /// Where the axis ends; nil for a round value at or above all others.
  public var highest: Double?

  public init(
    _ label: String = "", unit: String = "", isLogarithmic: Bool = false, lowest: Double? = nil,
    highest: Double? = nil
  ) {
    self.label = label
    self.unit = unit
    self.isLogarithmic = isLogarithmic
    self.lowest = lowest
    self.highest = highest
  }

  /// A value with the unit.
  func text(_ value: Double, isASCII: Bool = false) -> String {
    valueText(value, unit: unit, isASCII: isASCII)
  }

  /// The label with a unit behind it.
  func caption(unit: String) -> String {
    if unit.isEmpty { return label }
    return label.isEmpty ? unit : "\(label) (\(unit))"
  }

  /// The label with a unit behind it as it may stand in a picture; the label is cut where there is no room.
  func caption(unit: String, in space: ChartSpace) -> String {
    let whole = space.text(caption(unit: unit))
    let room = space.width - DisplayWidth.of(whole)
    if room >= 0 || label.isEmpty { return space.text(whole, columns: space.width) }
    let label = space.text(label)
    var cut = self
    cut.label = space.text(label, columns: max(1, DisplayWidth.of(label) + room))
    return space.text(cut.caption(unit: unit), columns: space.width)
  }

  /// What the axis measures, in words; a unit without a label is said with the values.
  var words: String {
    if label.isEmpty { return isLogarithmic ? "a logarithmic axis" : "" }
    return label + (isLogarithmic ? " (logarithmic)" : "")
  }
}
