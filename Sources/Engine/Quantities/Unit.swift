/// A unit as it is written: `GB/s`, `kgCO2e/kWh`, `%`, `°C`.
public struct Unit: Hashable, Sendable {
  /// As the author wrote it.
  public let text: String
  /// Base units in one of these.
  public let factor: Double
  /// What is added after scaling, in base units: 273.15 for `°C`, otherwise 0.
  public let offset: Double
  /// What it measures.
  public let dimension: Dimension

  init(text: String, factor: Double, offset: Double = 0, dimension: Dimension) {
    self.text = text
    self.factor = factor
    self.offset = offset
    self.dimension = dimension
  }

  /// The unit of a plain number.
  static let one = Unit(text: "1", factor: 1, dimension: .one)

  /// As it is shown: `µs` for `us`.
  var symbol: String {
    guard text.utf8.contains(UInt8(ascii: "u")) else { return text }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    return parts.map { Self.microNames.contains(String($0)) ? "µ" + $0.dropFirst() : String($0) }
      .joined(separator: "/")
  }

  private static let microNames: Set<String> = ["us", "uJ", "uW", "uA", "uV", "um", "ug", "uWh"]
}

extension Unit {
  /// Whether it counts things: plain numbers, FLOP, MAC and the units that a book declares; not what is measured.
  var isCounted: Bool {
    if dimension == .one { return text == "1" || text == "x" || text == "×" }
    let exponents = dimension.exponents
    guard exponents.count == 1, exponents[0].exponent == 1 else { return false }
    return dimension == .operations || dimension == .macs || exponents[0].lane >= Dimension.firstDeclaredLane
  }
}
