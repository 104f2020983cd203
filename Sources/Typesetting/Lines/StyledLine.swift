/// A stretch of text in one style.
public struct Run: Hashable, Sendable {
  public var text: String
  public var style: Style

  public init(_ text: String, _ style: Style = .body) {
    self.text = text
    self.style = style
  }

  /// Columns on the screen.
  public var width: Int { DisplayWidth.of(text) }
}

/// A line ready for any output: terminal, ANSI, plain text. Its text is safe: no control characters.
public struct StyledLine: Hashable, Sendable {
  public var runs: [Run]

  public init(_ runs: [Run] = []) { self.runs = runs }

  /// A line in one style.
  public init(_ text: String, _ style: Style = .body) { runs = [Run(text, style)] }

  /// The text alone.
  public var text: String { runs.reduce(into: "") { $0 += $1.text } }

  /// Columns on the screen.
  public var width: Int { runs.reduce(0) { $0 + $1.width } }

  /// Adds text at the end; text in the style of the last run joins it.
  public mutating func append(_ text: String, _ style: Style = .body) {
    if text.isEmpty { return }
    if let last = runs.indices.last, runs[last].style == style {
      runs[last].text += text
    } else {
      runs.append(Run(text, style))
    }
  }

  /// Adds the runs of another line.
  public mutating func append(_ line: StyledLine) {
    for run in line.runs { append(run.text, run.style) }
  }

  /// The line with another one behind it.
  public func appending(_ line: StyledLine) -> StyledLine {
    var result = self
    result.append(line)
    return result
  }
}
