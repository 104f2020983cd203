/// Which unit a quantity is shown in when nobody asked for one.
struct UnitChoice {
  let units: UnitTable

  /// The unit that is the same for every value of a dimension: B, s, FLOP, J, USD, W, FLOP/s, B/s, …
  func fixed(for dimension: Dimension) -> Unit {
    if let scale = Self.scales[dimension] { return scale.fixed }
    return composite(dimension)
  }

  /// The unit whose number reads best: 437.5 KB, 41.8 ms, 312 TFLOP/s, 3.2 days.
  func unit(for quantity: Quantity, digits: Int) -> Unit {
    guard let scale = Self.scales[quantity.dimension] else { return composite(quantity.dimension) }
    let magnitude = quantity.magnitude.magnitude
    if magnitude == 0 { return scale.fixed }
    // From the largest down to the first that the number fills; 999.9 KB rounded to three digits is 1 MB.
    for (unit, least) in scale.steps.reversed() {
      var digitsOfNumber = DecimalDigits(magnitude / unit.factor / least)
      digitsOfNumber.round(toSignificant: max(digits, 3))
      if digitsOfNumber.exponent >= 1 {
        // Beyond a thousand of the largest unit, powers of ten of the plain unit read better.
        return unit == scale.steps.last?.unit && scale.hasEnd && magnitude / unit.factor >= 9999.5
          ? scale.fixed : unit
      }
    }
    guard let smallest = scale.steps.first?.unit else { return scale.fixed }
    return magnitude / smallest.factor < 1e-3 ? scale.fixed : smallest
  }

  /// A unit made of base units: `FLOP/B`, `USD/request`, `token/s`.
  private func composite(_ dimension: Dimension) -> Unit {
    var above: [String] = []
    var below: [String] = []
    for (lane, exponent) in dimension.exponents {
      let name = name(of: lane)
      let size = exponent.magnitude
      let text =
        size == 1 ? name : "\(name)^\(DecimalDigits.trusted(size).positional(places: 0, isGrouped: false))"
      if exponent > 0 { above.append(text) } else { below.append(text) }
    }
    // Operations before data, and time last: token/s, FLOP/B.
    let text = ([above.isEmpty ? "1" : above.joined(separator: "·")] + below.reversed()).joined(
      separator: "/")
    return Unit(text: text, factor: 1, dimension: dimension)
  }

  private func name(of lane: Int) -> String {
    if lane < Self.baseNames.count { return Self.baseNames[lane] }
    let index = lane - Dimension.firstDeclaredLane
    return units.declared.indices.contains(index) ? units.declared[index] : "?"
  }

  private static let baseNames = ["s", "B", "FLOP", "MAC", "J", "USD", "EUR", "kg", "m", "K", "A"]

  /// Units of one dimension, from small to large, each with the least number that is shown in it.
  private struct Scale: Sendable {
    var fixed: Unit
    var steps: [(unit: Unit, least: Double)]
    var hasEnd = true
  }

  private static let scales: [Dimension: Scale] = {
    var table: [Dimension: Scale] = [:]
    let standard = UnitTable.standard
    // Read here and not by the table's reader: a first page waits for this, and no other form occurs.
    func unit(_ name: String) -> Unit? {
      if name == "1" { return .one }
      let parts = name.split(separator: "/")
      guard let above = standard.component(String(parts[0])) else { return nil }
      if parts.count == 1 { return Unit(text: name, factor: above.factor, dimension: above.dimension) }
      guard let below = standard.component(String(parts[1])),
        let dimension = above.dimension.divided(by: below.dimension)
      else { return nil }
      return Unit(text: name, factor: above.factor / below.factor, dimension: dimension)
    }
    func add(_ fixed: String, _ names: String, least: [String: Double] = [:]) {
      guard let fixed = unit(fixed) else { return }
      let steps = names.split(separator: " ").compactMap { name -> (unit: Unit, least: Double)? in
        unit(String(name)).map { ($0, least[$0.text] ?? 1) }
      }
      table[fixed.dimension] = Scale(fixed: fixed, steps: steps)
    }
    add("1", "1")
    table[.one]?.hasEnd = false
    add("s", "ps ns us ms s min h day year", least: ["min": 2, "h": 2, "day": 2, "year": 2])
    add("B", "B KB MB GB TB PB EB")
    add("B/s", "B/s KB/s MB/s GB/s TB/s PB/s EB/s")
    add("FLOP", "FLOP kFLOP MFLOP GFLOP TFLOP PFLOP EFLOP ZFLOP YFLOP")
    add("FLOP/s", "FLOP/s kFLOP/s MFLOP/s GFLOP/s TFLOP/s PFLOP/s EFLOP/s")
    add("MAC", "MAC kMAC MMAC GMAC TMAC PMAC")
    add("MAC/s", "MAC/s kMAC/s MMAC/s GMAC/s TMAC/s PMAC/s")
    add("J", "fJ pJ nJ uJ mJ J kJ MJ GJ TJ")
    add("J/B", "fJ/B pJ/B nJ/B uJ/B mJ/B J/B")
    add("J/FLOP", "fJ/FLOP pJ/FLOP nJ/FLOP uJ/FLOP mJ/FLOP J/FLOP")
    add("J/MAC", "fJ/MAC pJ/MAC nJ/MAC uJ/MAC mJ/MAC J/MAC")
    add("FLOP/J", "FLOP/J kFLOP/J MFLOP/J GFLOP/J TFLOP/J")
    add("W", "nW uW mW W kW MW GW")
    add("USD", "USD")
    table[.money]?.hasEnd = false
    add("USD/h", "USD/h")
    add("kg", "mg g kg t", least: ["g": 1])
    add("m", "nm um mm m km")
    add("Hz", "mHz Hz kHz MHz GHz THz")
    add("A", "uA mA A")
    add("V", "uV mV V kV")
    add("K", "mK K")
    return table
  }()
}
