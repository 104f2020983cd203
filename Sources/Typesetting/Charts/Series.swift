/// Points that belong together, under one name.
public struct Series: Hashable, Sendable {
  public var name: String
  public var points: [DataPoint]

  public init(_ name: String = "", _ points: [DataPoint]) {
    self.name = name
    self.points = points
  }
}

/// How the series of a chart differ, by colour and without it.
enum SeriesLook {
  private static let roles: [Style.Role] = [.series1, .series2, .series3, .series4]
  private static let symbols = [("●", "*"), ("○", "o"), ("◆", "x"), ("△", "#")]
  /// Dots drawn and left out, in turn.
  private static let patterns: [[Int]] = [[], [4, 3], [1, 2], [6, 2, 1, 2]]

  static func style(_ series: Int) -> Style { Style(roles[series % roles.count]) }

  static func pattern(_ series: Int) -> [Int] { patterns[series % patterns.count] }

  /// The mark of a point.
  static func symbol(_ series: Int, in space: ChartSpace) -> String {
    let symbol = symbols[series % symbols.count]
    return space.either(symbol.0, symbol.1)
  }

  /// The letter that stands beside a curve: A, B, … Z, A, …
  static func letter(_ series: Int) -> String {
    Unicode.Scalar(UInt32(65 + series % 26)).map { String(Character($0)) } ?? "A"
  }
}
