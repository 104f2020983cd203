#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Where values lie on an axis.
struct Scale: Hashable {
  let lowest: Double
  let highest: Double
  let isLogarithmic: Bool

  /// The scale of an axis over values.
  ///
  /// - Parameters:
  ///   - includesZero: begin a linear axis at zero where the values are not far from it.
  ///   - isTight: end at the extreme values, not at round ones.
  init(_ axis: Axis, over values: some Sequence<Double>, includesZero: Bool = false, isTight: Bool = false) {
    isLogarithmic = axis.isLogarithmic
    var low = Double.infinity
    var high = -Double.infinity
    for value in values where Self.isDrawable(value, isLogarithmic: axis.isLogarithmic) {
      low = min(low, value)
      high = max(high, value)
    }
    if low > high { (low, high) = isLogarithmic ? (1, 10) : (0, 1) }
    if includesZero && !isLogarithmic {
      if low > 0 && low < high / 1.5 { low = 0 }
      if high < 0 && high > low / 1.5 { high = 0 }
    }
    let fixedLow = axis.lowest.flatMap { Self.isDrawable($0, isLogarithmic: axis.isLogarithmic) ? $0 : nil }
    let fixedHigh = axis.highest.flatMap { Self.isDrawable($0, isLogarithmic: axis.isLogarithmic) ? $0 : nil }
    low = fixedLow ?? low
    high = fixedHigh ?? high
    if let fixedLow, fixedHigh == nil, high < fixedLow { high = fixedLow }
    if let fixedHigh, fixedLow == nil, low > fixedHigh { low = fixedHigh }
    if low > high { swap(&low, &high) }
    if isLogarithmic {
      if high / low < 1 + 1e-9 { (low, high) = (max(low / 10, 1e-300), min(high * 10, 1e300)) }
    } else if high - low < max(max(abs(low), abs(high)) * 1e-10, 1e-280) {
      let margin = max(max(abs(low), abs(high)) / 2, 0.5)
      (low, high) = (low - margin, high + margin)
    } else if !isTight {
      let step = Self.roundStep(high - low, parts: 5)
      if fixedLow == nil { low = (low / step + 1e-9).rounded(.down) * step }
      if fixedHigh == nil { high = (high / step - 1e-9).rounded(.up) * step }
    }
    if isLogarithmic && !isTight {
      if fixedLow == nil { low = Self.roundFactor(low, .down) }
      if fixedHigh == nil { high = Self.roundFactor(high, .up) }
    }
    lowest = low
    highest = high
  }

  /// Whether an axis has a place for a value.
  static func isDrawable(_ value: Double, isLogarithmic: Bool) -> Bool {
    guard value.isFinite, abs(value) <= 1e300 else { return false }
    return !isLogarithmic || value >= 1e-300
  }

  /// The place of a value: 0 at the beginning of the axis, 1 at its end, less and more outside; nil for one that has
  /// none.
  func position(_ value: Double) -> Double? {
    guard Self.isDrawable(value, isLogarithmic: isLogarithmic) else { return nil }
    let position =
      isLogarithmic
      ? (log10(value) - log10(lowest)) / (log10(highest) - log10(lowest))
      : (value - lowest) / (highest - lowest)
    return min(max(position, -1e6), 1e6)
  }

  /// The value at a place between 0 and 1.
  func value(at position: Double) -> Double {
    guard isLogarithmic else { return lowest + position * (highest - lowest) }
    return pow(10, log10(lowest) + position * (log10(highest) - log10(lowest)))
  }

  /// The round values on the axis, about `count` of them; powers of ten on a logarithmic axis that has some.
  func ticks(_ count: Int, isWhole: Bool = false) -> [Double] {
    let count = max(1, count)
    guard isLogarithmic else { return linearTicks(count, isWhole: isWhole) }
    let first = Int((log10(lowest) - 1e-9).rounded(.up))
    let last = Int((log10(highest) + 1e-9).rounded(.down))
    let decades = last - first + 1
    if decades >= 3 || (decades == 2 && count <= 3) {
      let step = max(1, (decades + count - 1) / count)
      return (first...last).filter { ($0 - first) % step == 0 }.map(powerOfTen)
    }
    var values: [Double] = []
    for decade in (min(first, last) - 1)...(max(first, last) + 1) {
      for factor in [1.0, 2, 5] {
        let value = factor * powerOfTen(decade)
        if value >= lowest * (1 - 1e-9) && value <= highest * (1 + 1e-9) { values.append(value) }
      }
    }
    if values.count < 2 { return linearTicks(count, isWhole: false) }
    if values.count > count && decades >= 1 { return (first...last).map(powerOfTen) }
    return values
  }

  private func linearTicks(_ count: Int, isWhole: Bool) -> [Double] {
    var step = Self.roundStep(highest - lowest, parts: Double(count))
    if isWhole { step = max(1, step) }
    let first = (lowest / step - 1e-9).rounded(.up)
    let last = (highest / step + 1e-9).rounded(.down)
    guard last - first < 1000 else { return [lowest, highest] }
    // One tick alone says nothing about the scale.
    if last <= first {
      return isWhole || count > 9 ? [lowest, highest] : linearTicks(count + 1, isWhole: false)
    }
    return (0...Int(last - first)).map { (first + Double($0)) * step }
  }

  /// The smallest of 1, 2, 5 times a power of ten that divides a span in no more than `parts`.
  static func roundStep(_ span: Double, parts: Double) -> Double {
    let raw = max(span / max(parts, 1), 1e-290)
    let exponent = Int(log10(raw).rounded(.down))
    for factor in [1.0, 2, 5] where factor * powerOfTen(exponent) >= raw * (1 - 1e-9) {
      return factor * powerOfTen(exponent)
    }
    return powerOfTen(exponent + 1)
  }

  /// The next of 1, 2, 5 times a power of ten.
  private static func roundFactor(_ value: Double, _ rule: FloatingPointRoundingRule) -> Double {
    let exponent = Int(log10(value).rounded(.down))
    let steps = [1.0, 2, 5, 10].map { $0 * powerOfTen(exponent) }
    if rule == .down { return steps.last { $0 <= value * (1 + 1e-9) } ?? value }
    return steps.first { $0 >= value * (1 - 1e-9) } ?? value
  }
}

/// 10 to a whole power, rounded once.
func powerOfTen(_ exponent: Int) -> Double {
  Double("1e\(min(max(exponent, -307), 307))") ?? 1
}

/// The power of ten at or below a positive number.
func decimalExponent(_ value: Double) -> Int {
  guard value.isFinite, value > 0 else { return 0 }
  return Int((log10(value) + 1e-12).rounded(.down))
}
