/// The functions that formulas may call, besides those of one plain number in `Mathematics`.
enum Builtin: String, CaseIterable, Sendable {
  case sum, prod, min, max, len, mean, median, sorted, reversed, zip, range, enumerate, all, any
  case abs, sqrt, round, floor, ceil, int, float, factorial, comb, pow, log

  /// The numbers of arguments that it takes.
  var arity: ClosedRange<Int> {
    switch self {
    case .sum, .sorted, .reversed, .len, .mean, .median, .prod, .enumerate, .all, .any, .abs, .sqrt, .floor,
      .ceil,
      .int, .float, .factorial:
      1...1
    case .min, .max, .zip: 1...64
    case .range: 1...3
    case .round: 1...2
    case .comb, .pow, .log: 2...2
    }
  }

  static let byName: [String: Int32] = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($1.rawValue, Int32($0)) })

  /// Functions of one plain number, in a fixed order.
  static let mathematical: [(name: String, function: @Sendable (Double) -> Double)] =
    Mathematics.functions.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }

  static let mathematicalByName: [String: Int32] = Dictionary(
    uniqueKeysWithValues: mathematical.enumerated().map { ($1.name, Int32($0)) })

  static var names: [String] { allCases.map(\.rawValue) + mathematical.map(\.name) }
}
