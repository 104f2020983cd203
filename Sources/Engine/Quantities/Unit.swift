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
}
