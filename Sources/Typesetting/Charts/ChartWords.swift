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

  /// The points of a curve; of many, those at the ticks of the horizontal axis and the extremes.
  static func curve(_ points: [DataPoint], ticks: [Double], x: Axis, y: Axis) -> String {
    let drawable = points.filter { isDrawable($0, x, y) }
    guard drawable.count > spelledOut, let first = drawable.first, let last = drawable.last else {
      return self.points(points, x: x, y: y)
    }
    let read = ticks.compactMap { tick in
      value(of: drawable, at: tick, x: x, y: y).map { DataPoint(tick, $0) }
    }
    let span = abs(last.x - first.x)
    func isRead(_ point: DataPoint) -> Bool { read.contains { abs($0.x - point.x) <= span * 1e-9 } }
    var parts = [counted(drawable.count, "point")]
    if !isRead(first) { parts.append("first " + text(first, x, y)) }
    parts += read.map { text($0, x, y) }
    if !isRead(last) { parts.append("last " + text(last, x, y)) }
    if let low = drawable.min(by: { $0.y < $1.y }) { parts.append("lowest " + text(low, x, y)) }
    if let high = drawable.max(by: { $0.y < $1.y }) { parts.append("highest " + text(high, x, y)) }
    let lost = points.count - drawable.count
    if lost > 0 { parts.append("\(lost) without a place on the axes") }
    return parts.joined(separator: "; ")
  }

  /// The height of a curve as it is drawn, straight between its points; nil beside it.
  static func value(of points: [DataPoint], at place: Double, x: Axis, y: Axis) -> Double? {
    let xScale = Scale(x, over: points.map(\.x), isTight: true)
    let yScale = Scale(y, over: points.map(\.y), isTight: true)
    guard let wanted = xScale.position(place) else { return nil }
    for (left, right) in zip(points, points.dropFirst()) {
      guard let from = xScale.position(left.x), let to = xScale.position(right.x),
        wanted >= min(from, to) - 1e-9, wanted <= max(from, to) + 1e-9
      else { continue }
      if abs(wanted - from) <= 1e-9 { return left.y }
      if abs(wanted - to) <= 1e-9 { return right.y }
      guard let low = yScale.position(left.y), let high = yScale.position(right.y) else { return nil }
      return yScale.value(at: low + (high - low) * (wanted - from) / (to - from))
    }
    return nil
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
