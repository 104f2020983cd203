import Engine

/// What a unit of the inventory is in the language of the calculators.
struct InventoryUnit {
  /// What one of it counts, where the text holds a number (`K` parameters).
  var factor = 1.0
  /// The units to read it in, the first that fits; the empty text is a bare number.
  var names: [String]

  /// Texts that are no units of the book, or other ones: `K` is a kelvin there and a thousand here. A plain number
  /// may be a count of MACs where the calculator counts MACs, hence the second name.
  private static let table: [String: InventoryUnit] = [
    "x": plain, "count": plain, "1": plain, "-": plain, "ratio": plain, "fraction": plain,
    "probability": plain, "x/year": plain, "1/day": plain, "img": plain, "px": plain, "token": plain,
    "req": plain,
    "op": InventoryUnit(names: ["OP", ""]), "ops": InventoryUnit(names: ["OP", ""]),
    "KOp": InventoryUnit(factor: 1e3, names: ["OP", ""]),
    "KOps": InventoryUnit(factor: 1e3, names: ["OP", ""]),
    "MOp": InventoryUnit(factor: 1e6, names: ["OP", ""]),
    "MOps": InventoryUnit(factor: 1e6, names: ["OP", ""]),
    "K": InventoryUnit(factor: 1e3, names: ["x", ""]), "M": InventoryUnit(factor: 1e6, names: ["x", ""]),
    "points": InventoryUnit(names: ["pp"]), "1/s": InventoryUnit(names: ["Hz"]),
    "C": InventoryUnit(names: ["°C"]),
    "TOPS/W": InventoryUnit(names: ["TOP/s/W"]), "TFLOPS/W": InventoryUnit(names: ["TFLOP/s/W"]),
    "$": InventoryUnit(names: ["USD"]), "KUSD": InventoryUnit(names: ["kUSD"]),
    "K USD": InventoryUnit(names: ["kUSD"]),
    "A": bare, "N": bare,
  ]
  private static let plain = InventoryUnit(names: ["x", ""])
  private static let bare = InventoryUnit(names: [""])
  private static let binary = ["KB": "KiB", "MB": "MiB", "GB": "GiB", "TB": "TiB"]
  /// What a bare number may count.
  private static let counted = ["x", "FLOP", "MAC", "token", "sample", "image", "request"]

  /// The unit of a text; texts that are neither in the table nor units are bare.
  init(_ text: String?, isBinary: Bool = false, units: UnitTable) {
    let text = text ?? ""
    if isBinary, let name = Self.binary[text] {
      self.init(names: [name])
    } else if let unit = Self.table[text] {
      self = unit
    } else {
      self.init(names: [units.unit(text) == nil ? "" : text])
    }
  }

  private init(factor: Double = 1, names: [String]) {
    self.factor = factor
    self.names = names
  }

  /// What a reader would type for a value, in each of the units.
  func entries(_ value: WorkedExample.Bare) -> [String] { names.map { entry(value, in: $0) } }

  private func entry(_ value: WorkedExample.Bare, in unit: String) -> String {
    switch value {
    case .truth(let truth): return "\(truth)"
    case .text(let text): return text
    case .list(let items): return "[\(items.map { entry($0, in: unit) }.joined(separator: ", "))]"
    case .number(let bare):
      let number = bare * factor
      let isWhole = number == number.rounded() && abs(number) < 1e15
      return (isWhole ? "\(Int(number))" : "\(number)") + (unit.isEmpty ? "" : " \(unit)")
    }
  }

  /// A calculator's value in this unit; nil when it is of another kind. A bare number is a count of something.
  func value(_ value: Value, units: UnitTable) -> WorkedExample.Bare? {
    switch value {
    case .truth(let truth): return .truth(truth)
    case .text(let text): return .text(text)
    case .profile(let id): return .text(id)
    case .list(let items):
      let values = items.compactMap { self.value($0, units: units) }
      return values.count == items.count ? .list(values) : nil
    case .quantity(let quantity):
      for name in names {
        if name.isEmpty {
          let counted = Self.counted.contains { units.unit($0)?.dimension == quantity.dimension }
          if counted { return .number(quantity.magnitude / factor) }
        } else if let unit = units.unit(name), unit.dimension == quantity.dimension {
          return .number(quantity.number(in: unit) / factor)
        }
      }
      return nil
    }
  }
}
