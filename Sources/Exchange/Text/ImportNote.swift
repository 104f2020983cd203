/// Something of an imported file that is not, or not quite, in what became of it.
public struct ImportNote: Hashable, Sendable {
  /// The line of the imported file.
  public var line: Int
  /// What was found, and what became of it.
  public var message: String

  public init(_ line: Int, _ message: String) {
    self.line = line
    self.message = message
  }
}
