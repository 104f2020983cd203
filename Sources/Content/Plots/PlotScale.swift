import Engine

/// An axis with the unit of its numbers.
struct PlotScale {
  var axis: PlotData.Axis
  var unit: Unit?
  var dimension: Dimension
  /// Whether the author named the unit.
  var isChosen: Bool

  init(unit: Unit?, text: String) {
    self.unit = unit
    axis = PlotData.Axis("", unit: text)
    dimension = unit?.dimension ?? .one
    isChosen = unit != nil
  }

  /// A bare zero fits every unit.
  static func isZero(_ quantity: Quantity) -> Bool { quantity.magnitude == 0 && quantity.dimension == .one }

  /// Nil for a quantity of another dimension.
  func number(_ quantity: Quantity) -> Double? {
    guard quantity.dimension == dimension || Self.isZero(quantity) else { return nil }
    guard let unit else { return quantity.magnitude }
    return Self.isZero(quantity) ? 0 : quantity.number(in: unit)
  }
}
