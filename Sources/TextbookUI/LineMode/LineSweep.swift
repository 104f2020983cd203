import Content
import Engine

/// What a line asks of a sweep: `total over batch from 1 to 1024 points 5 log`.
struct LineSweep: Equatable {
  /// What is said of results before `over`; nil where nothing is.
  var result: String?
  var input: String
  var from: String?
  var to: String?
  var count: Int?
  /// Whether values go by equal factors; as the author chose where nothing is said.
  var isLogarithmic: Bool?

  /// How many values may be said.
  static let counts = 2...100

  /// - Parameters:
  ///   - isInput: whether words name an input, so that one called `time from A to B` is found.
  /// - Returns: what was expected, where the line is none.
  static func read(_ text: String, isInput: (String) -> Bool) -> Result<LineSweep, TypedAnswer.Misread> {
    var sweep = LineSweep(input: text)
    if isInput(text) { return .success(sweep) }
    for (word, isLogarithmic) in [(" log", true), (" logarithmic", true), (" linear", false)]
    where sweep.input.lowercased().hasSuffix(word) {
      sweep.isLogarithmic = isLogarithmic
      sweep.input = String(sweep.input.dropLast(word.count)).trimmed
    }
    if let (before, after) = sweep.input.divided(atLast: " points ") {
      guard let count = Int(after), counts.contains(count) else {
        return .failure(
          .init(
            message: "Expected points from \(counts.lowerBound) to \(counts.upperBound), found \"\(after)\".")
        )
      }
      (sweep.input, sweep.count) = (before, count)
    }
    if !isInput(sweep.input), let (before, after) = sweep.input.divided(atLast: " from ") {
      guard let (from, to) = after.divided(atLast: " to "), !from.isEmpty, !to.isEmpty else {
        return .failure(.init(message: "Expected from VALUE to VALUE, found \"from \(after)\"."))
      }
      (sweep.input, sweep.from, sweep.to) = (before, from, to)
    }
    if !isInput(sweep.input), let (before, after) = sweep.input.divided(atLast: " over ") {
      (sweep.result, sweep.input) = (before, after)
    }
    return .success(sweep)
  }
}
