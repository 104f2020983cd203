/// Parts of sentences that say what a chart shows.
enum ChartWords {
  /// How many points are spelled out; of more, the first, the last and the extremes are.
  static let spelledOut = 24

  /// The points of a series.
  static func points(_ points: [DataPoint], x: Axis, y: Axis) -> String {
    let drawable = points.filter { isDrawable($0, x, y) }
    let lost = points.count - drawable.count
    var parts: [String]
    if drawable.isEmpty {
      parts = ["no points"]
    } else if drawable.count <= spelledOut {
      parts = drawable.map { text($0, x, y) }
    } else {
      parts = [counted(drawable.count, "point"), "first " + text(drawable[0], x, y)]
      if let last = drawable.last { parts.append("last " + text(last, x, y)) }
      if let low = drawable.min(by: { $0.y < $1.y }) { parts.append("lowest " + text(low, x, y)) }
      if let high = drawable.max(by: { $0.y < $1.y }) { parts.append("highest " + text(high, x, y)) }
    }
    if lost > 0 { parts.append("\(lost) without a place on the axes") }
    return parts.joined(separator: "; ")
  }

  static func isDrawable(_ point: DataPoint, _ x: Axis, _ y: Axis) -> Bool {
    Scale.isDrawable(point.x, isLogarithmic: x.isLogarithmic)
      && Scale.isDrawable(point.y, isLogarithmic: y.isLogarithmic)
  }

  private static func text(_ point: DataPoint, _ x: Axis, _ y: Axis) -> String {
    let value = "\(y.text(point.y)) at \(x.text(point.x))"
    return point.label.isEmpty ? value : "\(point.label): \(value)"
  }

  /// `1 row`, `2 rows`
  static func counted(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }

  /// What is drawn over what.
  static func axes(_ name: String, x: Axis, y: Axis) -> String {
    switch (x.words.isEmpty, y.words.isEmpty) {
    case (true, true): name + "."
    case (true, false): "\(name) of \(y.words)."
    case (false, true): "\(name) over \(x.words)."
    case (false, false): "\(name) of \(y.words) over \(x.words)."
    }
  }
}
