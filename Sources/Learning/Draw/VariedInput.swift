import Engine
import Foundation

/// One input with the values that a question may give it.
struct VariedInput {
  let name: String
  private let authored: String
  private let authoredNumber: Double?
  private let values: Values

  private enum Values {
    case choices([String])
    case range(ClosedRange<Double>, step: Double?, isLogarithmic: Bool, isInteger: Bool)
    case fixed
  }

  /// - Parameters:
  ///   - value: the author's value.
  ///   - choices: what the workbook offers; empty where any value in bounds goes.
  init(_ input: Input, value: Value?, choices: [String]) {
    name = input.name
    authored = input.defaultText
    let offered = choices.isEmpty ? input.choices ?? [] : choices
    var number: Double?
    if case .quantity(let quantity) = value {
      number = NumericExpectation.number(quantity.magnitude, in: input.unit)
    }
    authoredNumber = number
    if !offered.isEmpty {
      if case .profile(let id) = value {
        values = .choices(offered.filter { $0 != id })
      } else {
        values = .choices(offered)
      }
    } else if let number, number.isFinite, case .quantity = input.kind {
      values = Self.range(input, around: number)
    } else {
      values = .fixed
    }
  }

  func isAuthored(_ entry: String) -> Bool {
    if entry == authored { return true }
    guard let authoredNumber, let typed = try? TypedQuantity(entry), typed.unit == nil else { return false }
    return typed.number == authoredNumber
  }

  func draw(random: inout SplitMix64) -> String {
    switch values {
    case .fixed: return authored
    case .choices(let choices): return choices.isEmpty ? authored : choices[random.next(below: choices.count)]
    case .range(let range, let step, let isLogarithmic, let isInteger):
      for _ in 0..<20 {
        let value = draw(range, step, isLogarithmic, isInteger, random: &random)
        if range.contains(value), value != authoredNumber { return Self.entry(value) }
      }
      return authored
    }
  }

  private func draw(
    _ range: ClosedRange<Double>, _ step: Double?, _ isLogarithmic: Bool, _ isInteger: Bool,
    random: inout SplitMix64
  ) -> Double {
    let (low, high) = (range.lowerBound, range.upperBound)
    let share = random.unitInterval()
    if let step, step > 0, (high - low) / step <= 200 {
      let steps = Int(((high - low) / step + 1e-9).rounded(.down))
      return Self.round(low + Double(random.next(below: steps + 1)) * step, digits: 12)
    }
    if isInteger, let authoredNumber, authoredNumber >= 8,
      authoredNumber == exp2(log2(authoredNumber).rounded())
    {
      // Widths and batches that are powers of two stay such.
      let lowest = log2(max(1, low)).rounded(.up)
      let highest = log2(max(1, high)).rounded(.down)
      if highest - lowest >= 2 { return exp2(lowest + Double(random.next(below: Int(highest - lowest) + 1))) }
    }
    let raw =
      low > 0 && (isLogarithmic || high / low >= 20)
      ? low * pow(high / low, share) : low + share * (high - low)
    let digits = high - low < max(abs(low), abs(high)) / 5 ? 3 : 2
    let value = Self.round(raw, digits: digits)
    return isInteger ? value.rounded() : value
  }

  /// The author's bounds, kept near the author's value where they are far away or not given.
  private static func range(_ input: Input, around number: Double) -> Values {
    let lowest = input.lowest.map { NumericExpectation.number($0.magnitude, in: input.unit) }
    let highest = input.highest.map { NumericExpectation.number($0.magnitude, in: input.unit) }
    var low = lowest ?? -.infinity
    var high = highest ?? .infinity
    if number > 0 {
      low = max(low, number / 16)
      high = min(high, number * 16)
    } else if number < 0 {
      low = max(low, number * 16)
      high = min(high, number / 16)
    } else {
      low = max(low, lowest == nil ? 0 : -10)
      high = min(high, 10)
    }
    if input.isInteger {
      low.round(.up)
      high.round(.down)
    }
    guard low.isFinite, high.isFinite, low < high else { return .fixed }
    var step: Double?
    if let given = input.step { step = given.magnitude / (input.unit?.factor ?? 1) }
    if let given = step, given > 0, let lowest {
      low = lowest + ((low - lowest) / given - 1e-9).rounded(.up) * given
      guard low < high else { return .fixed }
    }
    return .range(low...high, step: step, isLogarithmic: input.isLogarithmic, isInteger: input.isInteger)
  }

  private static func round(_ value: Double, digits: Int) -> Double {
    guard value != 0, value.isFinite else { return 0 }
    return Double(String(format: "%.\(max(0, digits - 1))e", value)) ?? value
  }

  private static func entry(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : "\(value)"
  }
}
