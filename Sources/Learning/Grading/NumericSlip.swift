import Engine
import Foundation

/// A common way to miss a number, recognised by its ratio to the right one.
struct NumericSlip: Hashable {
  /// The end of a sentence that begins with "That".
  var text: String
  /// Whether the reckoning was right and only a convention was not.
  var isNear: Bool

  /// - Parameters:
  ///   - number: a wrong answer in the unit of the right one.
  ///   - unit: the unit in which it was typed.
  init?(of number: Double, typedIn unit: Engine.Unit?, expectation: NumericExpectation, units: UnitTable) {
    let right = expectation.number
    guard right != 0, number != 0, expectation.unit?.offset ?? 0 == 0 else { return nil }
    let ratio = number / right
    let width = min(expectation.tolerance / abs(right), 0.05)
    func isRatio(_ factor: Double, within width: Double) -> Bool { abs(ratio / factor - 1) <= width + 1e-9 }

    if isRatio(-1, within: width) {
      self.init(text: "has the wrong sign.", isNear: false)
      return
    }
    guard ratio > 0 else { return nil }
    let decade = Int(log10(ratio).rounded())
    if decade != 0, abs(decade) <= 18, isRatio(TypedScanner.power(10, decade), within: width) {
      let factor = abs(decade) <= 3 ? ["", "10", "100", "1,000"][abs(decade)] : "10^\(abs(decade))"
      self.init(text: "is too \(decade > 0 ? "large" : "small") by a factor of \(factor).", isNear: false)
      return
    }
    let measuresData = ["B", "B/s"].contains { units.unit($0)?.dimension == expectation.dimension }
    if measuresData {
      for level in Set([unit, expectation.unit].map(Self.prefixLevel)).sorted() where level > 0 {
        let binary = TypedScanner.power(1.024, level)
        guard isRatio(binary, within: min(width, 0.005)) || isRatio(1 / binary, within: min(width, 0.005))
        else {
          continue
        }
        self.init(
          text: "mixes prefixes of 1000 (KB, MB, GB) with those of 1024 (KiB, MiB, GiB).", isNear: true)
        return
      }
    }
    if measuresData, isRatio(8, within: width) || isRatio(1 / 8, within: width) {
      self.init(text: "is off by a factor of 8: a byte has 8 bits.", isNear: false)
      return
    }
    return nil
  }

  /// 1 for KB and KiB, 2 for MB and MiB, and so on.
  private static func prefixLevel(_ unit: Engine.Unit?) -> Int {
    guard let factor = unit?.factor, factor >= 1000, factor.isFinite else { return 0 }
    return Int(log10(factor) / 3 + 1e-9)
  }

  private init(text: String, isNear: Bool) {
    self.text = text
    self.isNear = isNear
  }
}
