/// Why a book, or a file of it, can not be read at all.
public struct BookError: Error, Hashable, Sendable {
  public var message: String
  public var advice: String?
  public var file: String?
  /// Where in the file, if it could be read.
  public var position: SourcePosition?

  public init(
    _ message: String, advice: String? = nil, file: String? = nil, position: SourcePosition? = nil
  ) {
    self.message = message
    self.advice = advice
    self.file = file
    self.position = position
  }
}
