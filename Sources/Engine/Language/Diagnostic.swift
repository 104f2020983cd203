/// Something wrong in a formula or an entry: where, what was expected and found, and what to do.
public struct Diagnostic: Error, Hashable, Sendable {
  /// What sort of mistake; `rawValue` is what the command line prints in JSON.
  public enum Kind: String, Hashable, Sendable {
    case name, unit, bounds, choice, syntax, arithmetic, limit, cycle
  }

  public var kind: Kind
  /// One sentence that says what was expected and what was found.
  public var message: String
  /// What to type or do instead.
  public var hint: String?
  /// Where in the text that was read, in UTF-8 bytes.
  public var span: Range<Int>

  public init(_ kind: Kind, _ message: String, hint: String? = nil, at span: Range<Int> = 0..<0) {
    self.kind = kind
    self.message = message
    self.hint = hint
    self.span = span
  }
}
