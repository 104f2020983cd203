/// An output that two scenarios give differently.
public struct Difference: Hashable, Sendable {
  public var calculator: String
  public var output: String
  public var label: String
  /// Formatted for people; a message where there is no value.
  public var before: String
  public var after: String
  /// After over before; nil where they are no numbers or before is zero.
  public var ratio: Double?
}

extension Workbook {
  private static func words(_ error: Diagnostic?) -> String {
    error?.missing != nil ? missingText : error?.message ?? ""
  }

  /// Every output of the book that differs between two scenarios, the largest relative change first; values that are
  /// no numbers, or that appear or vanish, stand before the others.
  ///
  /// ```swift
  /// workbook.differences(from: Scenario(), to: Scenario(overrides: ["h100_sxm.memory.bandwidth": "6.7 TB/s"]))
  /// ```
  public func differences(from first: Scenario, to second: Scenario) -> [Difference] {
    var before = self
    _ = before.apply(first)
    var after = self
    _ = after.apply(second)
    var result: [(difference: Difference, size: Double)] = []
    for index in cells.indices {
      for output in cells[index].calculator.outputs {
        let (old, _, oldError) = before.values(of: output.name, unit: output.unit, cell: index)
        let (new, _, newError) = after.values(of: output.name, unit: output.unit, cell: index)
        if old == new { continue }
        var difference = Difference(
          calculator: calculatorIDs[index], output: output.name, label: output.label ?? output.name,
          before: old.map { text($0, unit: output.unit, digits: output.digits) } ?? Self.words(oldError),
          after: new.map { text($0, unit: output.unit, digits: output.digits) } ?? Self.words(newError))
        if case .quantity(let a) = old, case .quantity(let b) = new, a.magnitude != 0 {
          difference.ratio = b.magnitude / a.magnitude
        }
        // Twice as much and half as much are changes of one size.
        let size =
          difference.ratio.map { $0 > 0 ? abs(Mathematics.logarithm($0)) : .greatestFiniteMagnitude }
          ?? .infinity
        if size > 1e-12 { result.append((difference, size)) }
      }
    }
    return result.enumerated().sorted { ($1.element.size, $0.offset) < ($0.element.size, $1.offset) }.map(
      \.element.difference)
  }
}
