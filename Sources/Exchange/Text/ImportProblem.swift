/// Why a file can not be imported at all.
public struct ImportProblem: Error, Hashable, Sendable {
  public var line: Int
  public var message: String
  public var advice: String?

  public init(_ line: Int, _ message: String, advice: String? = nil) {
    self.line = line
    self.message = message
    self.advice = advice
  }
}
