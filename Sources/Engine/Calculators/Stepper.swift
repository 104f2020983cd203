/// Moves a number by steps that people would choose.
struct Stepper {
  let input: Input

  /// The number after some steps, inside the bounds.
  func moved(_ quantity: Quantity, by steps: Int) -> Quantity {
    let unit = input.unit.flatMap { $0.dimension == quantity.dimension ? $0 : nil } ?? .one
    let number = clean(Quantity(quantity.magnitude, unit.dimension).number(in: unit))
    let lowest =
      input.lowest.map { clean(Quantity($0.magnitude, unit.dimension).number(in: unit)) } ?? -.infinity
    let highest =
      input.highest.map { clean(Quantity($0.magnitude, unit.dimension).number(in: unit)) } ?? .infinity
    var next =
      input.isLogarithmic && number > 0
      ? logarithmic(number, by: steps, lowest: lowest, highest: highest)
      : linear(number, by: steps, unit: unit, lowest: lowest, highest: highest)
    if input.isInteger {
      next.round()
      if next == number { next += steps > 0 ? 1 : -1 }
    }
    next = clean(min(max(next, lowest), highest))
    var result = Quantity(next, in: unit)
    result.dimension = quantity.dimension
    // A bound in another unit is met exactly.
    if next == highest, let bound = input.highest { result.magnitude = bound.magnitude }
    if next == lowest, let bound = input.lowest { result.magnitude = bound.magnitude }
    return result
  }

  private func clean(_ number: Double) -> Double {
    guard number.isFinite else { return number }
    var digits = DecimalDigits(number)
    digits.round(toSignificant: 12)
    return Double(digits.positional(places: 0, isGrouped: false)) ?? number
  }

  /// The declared step, else a 1, 2 or 5 of a hundredth of the bounds or a tenth of the number.
  private func linear(_ number: Double, by steps: Int, unit: Unit, lowest: Double, highest: Double) -> Double
  {
    if let step = input.step { return number + Double(steps) * step.magnitude / unit.factor }
    var step = abs(number) / 10
    if lowest.isFinite, highest.isFinite {
      step = min(max((highest - lowest) / 100, abs(number) / 100), max(step, (highest - lowest) / 1000))
    }
    step = step > 0 && step.isFinite ? Self.nice(step) : 1
    if input.isInteger { step = max(1, step) }
    // Onto the grid of the step first: from 37 by 5 to 40.
    let place = number / step
    let grid = steps > 0 ? (place + 1e-9).rounded(.down) : (place - 1e-9).rounded(.up)
    return (grid + Double(steps)) * step
  }

  /// The nearest of 1, 2, 5, 10, … from below.
  static func nice(_ number: Double) -> Double {
    let power = Mathematics.power(10, Mathematics.decimalLogarithm(number).rounded(.down))
    let mantissa = number / power
    return power * (mantissa >= 5 ? 5 : mantissa >= 2 ? 2 : 1)
  }

  private static let tenths = [1, 1.25, 1.6, 2, 2.5, 3.15, 4, 5, 6.3, 8]

  /// Doubling where the bounds or the author's number are powers of two, else ten steps for a factor of ten.
  private func logarithmic(_ number: Double, by steps: Int, lowest: Double, highest: Double) -> Double {
    let steps = min(max(steps, -400), 400)
    if isBinary(lowest) && isBinary(highest)
      || isBinary(number) && number > 2 && (isBinary(lowest) || isBinary(highest))
    {
      let place = Mathematics.binaryLogarithm(number)
      let grid = steps > 0 ? (place + 1e-9).rounded(.down) : (place - 1e-9).rounded(.up)
      return Mathematics.power(2, grid + Double(steps))
    }
    let place = 10 * Mathematics.decimalLogarithm(number)
    // The preferred numbers are rounded, and so are their places.
    let near = place.rounded()
    let isOnGrid = abs(Self.preferred(Int(near)) - number) < 1e-6 * number
    let grid = isOnGrid ? Int(near) : Int(steps > 0 ? place.rounded(.down) : place.rounded(.up))
    return Self.preferred(grid + steps)
  }

  private static func preferred(_ place: Int) -> Double {
    let decade = Int((Double(place) / 10).rounded(.down))
    return tenths[place - 10 * decade] * Mathematics.power(10, Double(decade))
  }

  private func isBinary(_ number: Double) -> Bool {
    number.isFinite && number >= 1
      && Mathematics.binaryLogarithm(number).rounded() == Mathematics.binaryLogarithm(number)
  }
}
