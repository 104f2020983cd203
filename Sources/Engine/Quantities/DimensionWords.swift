/// Dimensions in words, for messages: `a data rate (B/s)`.
struct DimensionWords {
  let units: UnitTable

  /// With its article and unit: `a time (s)`, `a plain number`, `FLOP/B`.
  func phrase(_ dimension: Dimension) -> String {
    if dimension == .one || dimension == .any { return "a plain number" }
    let unit = UnitChoice(units: units).fixed(for: dimension).text
    if let name = Self.names[dimension] { return "\(name) (\(unit))" }
    return "a quantity in \(unit)"
  }

  /// What a value is, with its article.
  func phrase(_ value: Value) -> String {
    switch value {
    case .quantity(let quantity): phrase(quantity.dimension)
    case .truth: "true or false"
    case .text: "a text"
    case .list: "a list"
    case .profile: "a profile"
    }
  }

  /// What turns the first dimension into the second, for a hint.
  func bridge(from first: Dimension, to second: Dimension) -> String? {
    guard let missing = first.divided(by: second), missing != .one, missing != .any else { return nil }
    if let name = Self.names[missing] {
      let unit = UnitChoice(units: units).fixed(for: missing).text
      return "dividing the first by \(name) (\(unit)) would make them alike"
    }
    guard let inverse = second.divided(by: first), let name = Self.names[inverse] else { return nil }
    let unit = UnitChoice(units: units).fixed(for: inverse).text
    return "multiplying the first by \(name) (\(unit)) would make them alike"
  }

  private static let names: [Dimension: String] = {
    var table: [Dimension: String] = [
      .time: "a time", .data: "a data size", .operations: "a number of operations",
      .macs: "a number of multiply-accumulates", .energy: "an energy", .money: "money", .euros: "euros",
      .mass: "a mass", .length: "a length", .temperature: "a temperature", .current: "a current",
    ]
    for (unit, name) in [
      ("B/s", "a data rate"), ("FLOP/s", "an operation rate"), ("MAC/s", "a rate of multiply-accumulates"),
      ("W", "a power"), ("Hz", "a rate"), ("FLOP/B", "an arithmetic intensity"),
      ("J/B", "an energy per byte"),
      ("J/FLOP", "an energy per operation"), ("USD/h", "a price per time"), ("USD/B", "a price per byte"),
      ("kg/J", "a carbon intensity"), ("V", "a voltage"), ("Ah", "a charge"), ("m/s", "a speed"),
      ("FLOP/MAC", "operations per multiply-accumulate"), ("USD/J", "a price of energy"),
      ("FLOP/J", "an energy efficiency"), ("B/FLOP", "bytes per operation"),
    ] {
      if let unit = UnitTable.standard.unit(unit) { table[unit.dimension] = name }
    }
    return table
  }()
}
