/// What is wrong in a formula's source, and where.
public struct MathProblem: Hashable, Sendable {
  /// Says what was found, and names the command.
  public var message: String
  /// UTF-8 offset in the TeX source.
  public var offset: Int

  public init(message: String, offset: Int) {
    self.message = message
    self.offset = offset
  }
}
