/// A figure drawn from values: what to draw, apart from how large and with which characters.
///
/// ```swift
/// let chart = Chart(.bar(BarChart([.init("parameters", 437.5e3)], axis: Axis("memory", unit: "B"))))
/// let lines = chart.draw(width: 60, height: 12)
/// let words = chart.alternative()
/// ```
///
/// Values that can not be drawn (not a number, infinite, beyond ±10³⁰⁰, not positive on a logarithmic axis) are left
/// out of the picture and named in the words.
public struct Chart: Hashable, Sendable {
  /// What is drawn.
  public enum Kind: Hashable, Sendable {
    case line(LineChart)
    case scatter(ScatterChart)
    case bar(BarChart)
    case histogram(Histogram)
    case heatMap(HeatMap)
    case timeline(Timeline)
    case roofline(Roofline)
    case network(NetworkDiagram)
  }

  /// Stands above the picture; empty for none.
  public var title: String
  public var kind: Kind

  public init(title: String = "", _ kind: Kind) {
    self.title = title
    self.kind = kind
  }

  /// The picture: no line is wider than `width` columns. Where there is less room than a picture needs (16 columns,
  /// 5 lines), the words stand in its place.
  ///
  /// - Parameters:
  ///   - width: columns that there are.
  ///   - height: lines to fill. Bars, rows and spans take one line each, two where a label needs its own, and may leave
  ///     some empty; legends and keys that need more lines take them.
  ///   - isASCII: draw with ASCII characters alone.
  public func draw(width: Int, height: Int, isASCII: Bool = false) -> [StyledLine] {
    guard width > 0 else { return [] }
    var space = ChartSpace(width: min(width, 1000), height: min(height, 1000), isASCII: isASCII)
    var lines = space.wrapped(title, Style(.heading))
    space.height -= lines.count
    if !drawing.hasData {
      lines.append(StyledLine("no data", Style(.faint)))
    } else if space.width < 16 || space.height < 5 {
      lines += space.wrapped(drawing.words, Style(.label))
    } else {
      lines += drawing.draw(in: space)
    }
    return lines.map { $0.clipped(to: space.width, marker: space.marks.ellipsis).withoutBlanksAtEnd }
  }

  /// Whether there is a value that can be drawn.
  var hasData: Bool { drawing.hasData }

  /// The data in words, for readers without a picture.
  public func alternative() -> String {
    let words = drawing.hasData ? drawing.words : "No data."
    return title.isEmpty ? words : title + ". " + words
  }

  private var drawing: any ChartDrawing {
    switch kind {
    case .line(let chart): chart
    case .scatter(let chart): chart
    case .bar(let chart): chart
    case .histogram(let chart): chart
    case .heatMap(let chart): chart
    case .timeline(let chart): chart
    case .roofline(let chart): chart
    case .network(let chart): chart
    }
  }
}

extension StyledLine {
  fileprivate var withoutBlanksAtEnd: StyledLine {
    var result = self
    while let last = result.runs.last, last.text.utf8.last == 0x20 {
      result.runs[result.runs.count - 1].text.removeLast()
      if last.text.utf8.count == 1 { result.runs.removeLast() }
    }
    return result
  }
}

/// What each kind of chart can do.
protocol ChartDrawing {
  /// Whether there is a value that can be drawn.
  var hasData: Bool { get }
  /// The data as sentences.
  var words: String { get }
  func draw(in space: ChartSpace) -> [StyledLine]
}
