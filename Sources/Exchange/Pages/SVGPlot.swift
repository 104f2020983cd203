import Content
import Engine
import Foundation

/// Draws plots as SVG.
struct SVGPlot {
  private static let (width, height) = (640.0, 360.0)
  private static let (left, right, top, bottom) = (76.0, 16.0, 16.0, 48.0)
  private static let colors = ["#2a6f97", "#c1666b", "#4f772d", "#8a5a9e", "#b5762a", "#46646b"]

  /// The picture; nil for kinds that are shown as a table alone, and where there is nothing to draw.
  static func picture(of data: PlotData, alternative: String) -> String? {
    let content: String?
    var height = height
    switch data {
    case .line(let series, let points, let x, let y):
      content = curves(series, points: points, x, y, joined: true)
    case .scatter(let series, let x, let y): content = curves(series, points: [], x, y, joined: false)
    case .bar(let bars, let axis):
      let spans = bars.map {
        (label: $0.label, from: axis.isLogarithmic ? nil : 0.0, to: Optional($0.x), text: $0.text)
      }
      height = Self.top + bottom + 26 * Double(bars.count)
      content = Self.spans(spans, axis, height: height)
    case .timeline(let entries, let axis):
      let spans = entries.map { (label: $0.label, from: Optional($0.x), to: $0.y, text: String?.none) }
      height = Self.top + bottom + 26 * Double(entries.count)
      content = Self.spans(spans, axis, height: height)
    case .histogram(let values, let bins, let axis): content = histogram(values, bins, axis)
    case .roofline(let machines, let points): content = roofline(machines, points)
    case .heatMap, .network: content = nil
    }
    guard let content, height < 4000 else { return nil }
    let words = HTMLText.escaped(alternative)
    return
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(number(width)) \(number(height))\" role=\"img\" "
      + "aria-label=\"\(words)\">\n<title>\(words)</title>\n\(content)</svg>"
  }

  /// From values to places on the page.
  private struct Scale {
    var low: Double
    var high: Double
    var isLogarithmic: Bool
    var start: Double
    var end: Double

    init?(_ values: [Double], _ axis: PlotData.Axis, start: Double, end: Double) {
      self.init(
        values, isLogarithmic: axis.isLogarithmic, lowest: axis.lowest, highest: axis.highest, start: start,
        end: end)
    }

    init?(
      _ values: [Double], isLogarithmic: Bool, lowest: Double? = nil, highest: Double? = nil, start: Double,
      end: Double
    ) {
      let usable = values.filter { $0.isFinite && (!isLogarithmic || $0 > 0) }
      guard var low = lowest ?? usable.min(), var high = highest ?? usable.max(), low.isFinite, high.isFinite
      else { return nil }
      if isLogarithmic, low <= 0 { low = usable.min() ?? 1 }
      if low > high { swap(&low, &high) }
      if low == high {
        (low, high) =
          isLogarithmic ? (low / 10, high * 10) : (low - max(abs(low), 1) / 2, high + max(abs(high), 1) / 2)
      }
      guard high > low, high - low < .infinity, !isLogarithmic || low > 0 else { return nil }
      self.low = low
      self.high = high
      self.isLogarithmic = isLogarithmic
      self.start = start
      self.end = end
    }

    func place(_ value: Double) -> Double? {
      guard value.isFinite, !isLogarithmic || value > 0 else { return nil }
      let share =
        isLogarithmic
        ? (SVGPlot.decimalLogarithm(value) - SVGPlot.decimalLogarithm(low))
          / (SVGPlot.decimalLogarithm(high) - SVGPlot.decimalLogarithm(low)) : (value - low) / (high - low)
      guard share > -0.001, share < 1.001 else { return nil }
      return start + share * (end - start)
    }

    var ticks: [Double] {
      if isLogarithmic {
        let (first, last) = (
          SVGPlot.decimalLogarithm(low).rounded(.up), SVGPlot.decimalLogarithm(high).rounded(.down)
        )
        let step = max(1, ((last - first) / 6).rounded(.up))
        let powers =
          first <= last ? stride(from: first, through: last, by: step).map { SVGPlot.power($0) } : []
        return powers.isEmpty ? [low, high] : powers
      }
      let rough = (high - low) / 5
      let magnitude = SVGPlot.power(SVGPlot.decimalLogarithm(rough).rounded(.down))
      let step = [1, 2, 5, 10].map { $0 * magnitude }.first { $0 >= rough } ?? rough
      guard step > 0, step.isFinite else { return [low, high] }
      let first = (low / step).rounded(.up)
      return (0...6).map { (first + Double($0)) * step }.filter { $0 <= high + step / 1000 }
    }
  }

  private static func decimalLogarithm(_ value: Double) -> Double { log10(value) }
  private static func power(_ exponent: Double) -> Double { pow(10, exponent) }

  private static func number(_ value: Double) -> String { DecimalText.of((value * 10).rounded() / 10) }

  private static func label(_ axis: PlotData.Axis) -> String {
    HTMLText.escaped(
      axis.unit.isEmpty ? axis.label : axis.label.isEmpty ? axis.unit : "\(axis.label) (\(axis.unit))")
  }

  private static func text(_ words: String, _ x: Double, _ y: Double, _ anchor: String = "middle") -> String {
    "<text x=\"\(number(x))\" y=\"\(number(y))\" text-anchor=\"\(anchor)\">\(words)</text>\n"
  }

  private static func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: String) -> String
  {
    "<line x1=\"\(number(x1))\" y1=\"\(number(y1))\" x2=\"\(number(x2))\" y2=\"\(number(y2))\" \(style)/>\n"
  }

  private static let grid = "stroke=\"currentColor\" stroke-opacity=\"0.15\""

  private static func axes(_ x: Scale, _ y: Scale?, _ xName: String, _ yName: String, height: Double = height)
    -> String
  {
    var result = ""
    for tick in x.ticks {
      guard let place = x.place(tick) else { continue }
      result += line(place, top, place, height - bottom, grid)
      result += text(HTMLText.escaped(PlotTable.number(tick)), place, height - bottom + 16)
    }
    for tick in y?.ticks ?? [] {
      guard let place = y?.place(tick) else { continue }
      result += line(left, place, width - right, place, grid)
      result += text(HTMLText.escaped(PlotTable.number(tick)), left - 6, place + 4, "end")
    }
    if !xName.isEmpty { result += text(xName, (left + width - right) / 2, height - 8) }
    if !yName.isEmpty {
      result +=
        "<text transform=\"translate(14 \(number((top + height - bottom) / 2))) rotate(-90)\" text-anchor=\"middle\">\(yName)</text>\n"
    }
    return result
  }

  private static func curves(
    _ series: [PlotData.Series], points: [PlotData.Point], _ x: PlotData.Axis, _ y: PlotData.Axis,
    joined: Bool
  ) -> String? {
    let all = series.flatMap(\.points) + points
    guard let across = Scale(all.map(\.x), x, start: left, end: width - right),
      let up = Scale(all.compactMap(\.y), y, start: height - bottom, end: top)
    else { return nil }
    var result = axes(across, up, label(x), label(y))
    for (index, series) in series.enumerated() {
      let color = colors[index % colors.count]
      let places = series.points.map { point -> (Double, Double)? in
        guard let h = across.place(point.x), let v = point.y.flatMap({ up.place($0) }) else { return nil }
        return (h, v)
      }
      if joined {
        for run in places.split(whereSeparator: { $0 == nil }) {
          let text = run.compactMap(\.self).map { "\(number($0.0)),\(number($0.1))" }.joined(separator: " ")
          result += "<polyline points=\"\(text)\" fill=\"none\" stroke=\"\(color)\" stroke-width=\"2\"/>\n"
        }
      } else {
        for (place, point) in zip(places, series.points) {
          if let place { result += dot(place, point.label, color) }
        }
      }
      if series.label.isEmpty == false, series.points.isEmpty == false {
        let row = top + 14 + 16 * Double(index)
        result += line(left + 8, row - 4, left + 28, row - 4, "stroke=\"\(color)\" stroke-width=\"3\"")
        result += text(HTMLText.escaped(series.label), left + 34, row, "start")
      }
    }
    for point in points {
      if let h = across.place(point.x), let v = point.y.flatMap({ up.place($0) }) {
        result += dot((h, v), point.label, "currentColor")
      }
    }
    return result
  }

  private static func dot(_ place: (Double, Double), _ label: String, _ color: String) -> String {
    let anchor = place.0 > width * 0.75 ? "end" : "start"
    return "<circle cx=\"\(number(place.0))\" cy=\"\(number(place.1))\" r=\"4\" fill=\"\(color)\"/>\n"
      + (label.isEmpty
        ? "" : text(HTMLText.escaped(label), place.0 + (anchor == "end" ? -7 : 7), place.1 - 6, anchor))
  }

  /// Bars and spans of time, one below the other; without an end a moment.
  private static func spans(
    _ spans: [(label: String, from: Double?, to: Double?, text: String?)], _ axis: PlotData.Axis,
    height: Double
  ) -> String? {
    let values = spans.flatMap { [$0.from, $0.to].compactMap(\.self) }
    let margin = 180.0
    guard let scale = Scale(values, axis, start: margin, end: width - 80) else { return nil }
    var result = axes(scale, nil, label(axis), "", height: height)
    for (index, span) in spans.enumerated() {
      let row = top + 26 * Double(index)
      result += text(HTMLText.escaped(span.label), margin - 8, row + 17, "end")
      let start = span.from.flatMap { scale.place($0) } ?? margin
      guard let end = (span.to ?? span.from).flatMap({ scale.place($0) }) else { continue }
      let (first, length) = (min(start, end), max(abs(end - start), 2))
      let color = colors[0]
      result +=
        "<rect x=\"\(number(first))\" y=\"\(number(row + 4))\" width=\"\(number(length))\" height=\"18\" fill=\"\(color)\"/>\n"
      if let words = span.text {
        result += text(HTMLText.escaped(words), first + length + 6, row + 17, "start")
      }
    }
    return result
  }

  private static func histogram(_ values: [Double], _ bins: Int?, _ axis: PlotData.Axis) -> String? {
    guard let across = Scale(values, axis, start: left, end: width - right) else { return nil }
    let usable = values.compactMap { across.place($0) }
    let count = min(max(bins ?? Int(Double(usable.count).squareRoot().rounded(.up)), 1), 100)
    var counts = Array(repeating: 0.0, count: count)
    let step = (width - right - left) / Double(count)
    for place in usable { counts[min(max(Int((place - left) / step), 0), count - 1)] += 1 }
    guard let up = Scale(counts + [0], isLogarithmic: false, start: height - bottom, end: top) else {
      return nil
    }
    var result = axes(across, up, label(axis), "count")
    for (index, value) in counts.enumerated() {
      guard let y = up.place(value), value > 0 else { continue }
      result +=
        "<rect x=\"\(number(left + Double(index) * step))\" y=\"\(number(y))\" width=\"\(number(step - 1))\" "
        + "height=\"\(number(height - bottom - y))\" fill=\"\(colors[0])\"/>\n"
    }
    return result
  }

  private static func roofline(_ machines: [PlotData.Machine], _ points: [PlotData.Point]) -> String? {
    func roof(_ machine: PlotData.Machine, _ intensity: Double) -> Double {
      min(machine.peak, machine.bandwidth * intensity)
    }
    let ridges = machines.map { $0.peak / $0.bandwidth }
    var xs: [Double] = []
    for ridge in ridges { xs += [ridge / 100, ridge * 10] }
    for point in points { xs += [point.x / 2, point.x * 2] }
    xs = xs.filter { $0 > 0 && $0.isFinite }
    guard let low = xs.min(), let high = xs.max() else { return nil }
    var located: [(PlotData.Point, Double)] = []
    for point in points {
      let own = point.y
      let first = machines.first.map { machine in roof(machine, point.x) }
      located.append((point, own ?? first ?? Double.nan))
    }
    var ys = located.map { $0.1 }
    for machine in machines { ys += [machine.peak * 2, roof(machine, low)] }
    guard let across = Scale([low, high], isLogarithmic: true, start: left, end: width - right),
      let up = Scale(ys, isLogarithmic: true, start: height - bottom, end: top)
    else { return nil }
    var result = axes(across, up, "arithmetic intensity (FLOP/B)", "FLOP/s")
    for (index, machine) in machines.enumerated() {
      let corners = [low, machine.peak / machine.bandwidth, high].filter { $0 >= low && $0 <= high }
      let places = corners.compactMap { x -> String? in
        guard let h = across.place(x), let v = up.place(roof(machine, x)) else { return nil }
        return "\(number(h)),\(number(v))"
      }
      let color = colors[index % colors.count]
      result +=
        "<polyline points=\"\(places.joined(separator: " "))\" fill=\"none\" stroke=\"\(color)\" stroke-width=\"2\"/>\n"
      if let v = up.place(machine.peak) {
        result += text(HTMLText.escaped(machine.label), width - right - 6, v - 6, "end")
      }
    }
    for (point, y) in located {
      if let h = across.place(point.x), let v = up.place(y) {
        result += dot((h, v), point.label, "currentColor")
      }
    }
    return result
  }
}
