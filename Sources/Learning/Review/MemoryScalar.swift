import Foundation

/// A number that the formulas of memory reckon with: a plain one, or one that knows its slopes.
protocol MemoryScalar {
  var value: Double { get }
  init(_ value: Double)
  static func + (one: Self, other: Self) -> Self
  static func - (one: Self, other: Self) -> Self
  static func * (one: Self, other: Self) -> Self
  static func / (one: Self, other: Self) -> Self
  static func power(_ base: Self, _ exponent: Self) -> Self
  static func exponential(_ exponent: Self) -> Self
}

extension MemoryScalar {
  /// The larger one, with its slopes.
  static func larger(_ one: Self, _ other: Double) -> Self { one.value >= other ? one : Self(other) }
  static func smaller(_ one: Self, _ other: Double) -> Self { one.value <= other ? one : Self(other) }
  static prefix func - (one: Self) -> Self { Self(0) - one }
}

extension Double: MemoryScalar {
  var value: Double { self }
  static func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
  static func exponential(_ exponent: Double) -> Double { exp(exponent) }
}

/// A number with its slope by each of the 21 weights.
struct Slope: MemoryScalar {
  var value: Double
  /// By the index of the weight; the last eleven are not used.
  var slopes: SIMD32<Double>

  init(_ value: Double) { self.init(value, SIMD32(repeating: 0)) }

  private init(_ value: Double, _ slopes: SIMD32<Double>) {
    self.value = value
    self.slopes = slopes
  }

  /// A weight itself.
  init(_ value: Double, weight index: Int) {
    self.init(value)
    slopes[index] = 1
  }

  static func + (one: Slope, other: Slope) -> Slope {
    Slope(one.value + other.value, one.slopes + other.slopes)
  }
  static func - (one: Slope, other: Slope) -> Slope {
    Slope(one.value - other.value, one.slopes - other.slopes)
  }
  static func * (one: Slope, other: Slope) -> Slope {
    Slope(one.value * other.value, one.slopes * other.value + other.slopes * one.value)
  }
  static func / (one: Slope, other: Slope) -> Slope {
    let quotient = one.value / other.value
    return Slope(quotient, (one.slopes - other.slopes * quotient) / other.value)
  }

  /// - Parameter base: above 0.
  static func power(_ base: Slope, _ exponent: Slope) -> Slope {
    let result = pow(base.value, exponent.value)
    return Slope(
      result,
      base.slopes * (exponent.value * result / base.value) + exponent.slopes * (result * log(base.value)))
  }

  static func exponential(_ exponent: Slope) -> Slope {
    let result = exp(exponent.value)
    return Slope(result, exponent.slopes * result)
  }
}
