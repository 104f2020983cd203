import ArgumentParser

/// Reads the values of options that are numbers; what does not fit is refused with what is expected.
enum NumberOption {
  static func whole(_ range: ClosedRange<Int>) -> @Sendable (String) throws -> Int {
    { text in
      guard let number = Int(text), range.contains(number) else {
        throw ValidationError(
          "expected a whole number from \(range.lowerBound) to \(range.upperBound), found \(text)")
      }
      return number
    }
  }

  static func decimal(_ range: ClosedRange<Double>) -> @Sendable (String) throws -> Double {
    { text in
      guard let number = Double(text), range.contains(number) else {
        throw ValidationError(
          "expected a number from \(words(range.lowerBound)) to \(words(range.upperBound)), found \(text)"
        )
      }
      return number
    }
  }

  static func seed(_ text: String) throws -> UInt64 {
    guard let number = UInt64(text) else {
      throw ValidationError("expected a whole number from 0 on, found \(text)")
    }
    return number
  }

  private static func words(_ number: Double) -> String {
    number == number.rounded() ? String(Int(number)) : String(number)
  }
}
