/// How a run of text looks: what it is, and emphasis. A theme decides the colours.
public struct Style: Hashable, Sendable {
  /// What a run of text is.
  public enum Role: UInt8, Hashable, Sendable, CaseIterable {
    case body, heading, label, faint, code, mathematics, link, live, changed, error, right, wrong
    /// Frame and title of a callout, by kind of importance.
    case frame, callout, caution
    case keyword, string, comment, number
    /// Chart series.
    case series1, series2, series3, series4
    case status
    /// What the reader marked and wrote.
    case note
  }

  /// What shows without colour.
  public struct Emphasis: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let bold = Emphasis(rawValue: 1)
    public static let italic = Emphasis(rawValue: 2)
    public static let underline = Emphasis(rawValue: 4)
    public static let dim = Emphasis(rawValue: 8)
    public static let reverse = Emphasis(rawValue: 16)
    public static let strikethrough = Emphasis(rawValue: 32)
  }

  public var role: Role
  public var emphasis: Emphasis

  public init(_ role: Role = .body, _ emphasis: Emphasis = []) {
    self.role = role
    self.emphasis = emphasis
  }

  public static let body = Style()
}
