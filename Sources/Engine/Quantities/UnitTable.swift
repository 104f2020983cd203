/// The names of units: those of every book and those that one book declares in its `units.yaml`.
public struct UnitTable: Sendable {
  /// Time, data, operations, energy, power, money, mass, length, temperature, with SI and IEC prefixes.
  public static let standard = UnitTable()

  /// Adds a base unit with its aliases, all of one new dimension.
  ///
  /// - Throws: a diagnostic when a name is taken or is no name.
  public mutating func declare(base: String, aliases: [String]) throws(Diagnostic) {}

  /// Reads a unit such as `GB/s` or `kgCO2e/kWh`; nil when a name in it is unknown.
  public func unit(_ text: String) -> Unit? { nil }
}
