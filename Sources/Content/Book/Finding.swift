/// Something that an author should know.
public struct Finding: Hashable, Sendable {
  /// How bad it is.
  public enum Severity: String, Hashable, Sendable { case error, warning }

  public var severity: Severity
  /// Relative to the book's folder.
  public var file: String
  public var position: SourcePosition
  public var message: String
  /// What to do.
  public var advice: String?

  public init(
    _ severity: Severity, file: String, at position: SourcePosition, _ message: String, advice: String? = nil
  ) {
    self.severity = severity
    self.file = file
    self.position = position
    self.message = message
    self.advice = advice
  }
}
