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
  /// Whether it only follows from another mistake: a value that is missing because what it needs is missing.
  public var isConsequence = false
  /// What is not given, where all that is wrong is a profile without a figure that others of its kind have:
  /// `peak.fp16 is not given for Raspberry Pi 5 8GB`.
  public var missing: String?

  public init(_ kind: Kind, _ message: String, hint: String? = nil, at span: Range<Int> = 0..<0) {
    self.kind = kind
    self.message = message
    self.hint = hint
    self.span = span
  }

  /// The message with the line it is about, a caret under the place and the hint:
  ///
  /// ```
  /// 2:18: error: can not add a data size (B) and a time (s)
  ///   let total = size + latency
  ///               ^~~~~~~~~~~~~~
  ///   hint: …
  /// ```
  public func rendered(in source: String) -> String {
    let bytes = Array(source.utf8)
    let start = min(max(0, span.lowerBound), bytes.count)
    let lineStart = (bytes[..<start].lastIndex(of: 10) ?? -1) + 1
    let lineEnd = bytes[start...].firstIndex(of: 10) ?? bytes.count
    let line = bytes[..<start].count { $0 == 10 } + 1
    let before = String(decoding: bytes[lineStart..<start], as: UTF8.self)
    let marked = String(decoding: bytes[start..<max(start, min(span.upperBound, lineEnd))], as: UTF8.self)
    let text = String(decoding: bytes[lineStart..<lineEnd], as: UTF8.self)
    let indent = before.map { $0 == "\t" ? "\t" : " " }.joined()
    var lines = ["\(line):\(before.count + 1): error: \(message)", "  " + text]
    lines.append("  \(indent)^" + String(repeating: "~", count: max(0, marked.count - 1)))
    if let hint { lines.append("  hint: \(hint)") }
    return lines.joined(separator: "\n")
  }

  /// The same at another place.
  func moved(to span: Range<Int>) -> Diagnostic {
    var moved = self
    moved.span = span
    return moved
  }
}
