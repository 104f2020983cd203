/// A value of a JSON text with the line that it begins on.
public struct JSONNode: Sendable {
  enum Content: Sendable {
    case object([(key: String, value: JSONNode)])
    case list([JSONNode])
    case text(String)
    case number(String)
    case truth(Bool)
    case null
  }

  var content: Content
  public var line: Int

  subscript(key: String) -> JSONNode? {
    guard case .object(let entries) = content else { return nil }
    return entries.first { $0.key == key }?.value
  }

  var list: [JSONNode]? { if case .list(let nodes) = content { nodes } else { nil } }
  var isObject: Bool { if case .object = content { true } else { false } }

  /// A text, or a number or truth as text.
  var text: String? {
    switch content {
    case .text(let text), .number(let text): text
    case .truth(let truth): truth ? "true" : "false"
    default: nil
    }
  }

  var truth: Bool? { if case .truth(let truth) = content { truth } else { nil } }

  /// Reads a JSON text.
  ///
  /// - Throws: the line and what is wrong there.
  public static func parse(_ text: String) throws(ImportProblem) -> JSONNode {
    var parser = JSONParser(text)
    return try parser.document()
  }
}
