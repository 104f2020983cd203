/// A stretch of text in one style.
public struct Run: Hashable, Sendable {
  public var text: String
  public var style: Style

  public init(_ text: String, _ style: Style = .body) {
    self.text = text
    self.style = style
  }
}

/// A line ready for any output: terminal, ANSI, plain text. Its text is safe: no control characters.
public struct StyledLine: Hashable, Sendable {
  public var runs: [Run]

  public init(_ runs: [Run] = []) { self.runs = runs }

  /// A line in one style.
  public init(_ text: String, _ style: Style = .body) { runs = [Run(text, style)] }

  /// The text alone.
  public var text: String { runs.reduce(into: "") { $0 += $1.text } }
}
