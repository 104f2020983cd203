/// Stands in until the mathematics branch is merged.
public enum MathForm: Sendable { case unicode, ascii }

public struct MathBox: Sendable {
  public var lines: [String]
}

public struct Mathematics: Sendable {
  public let tex: String
  public init(tex: String) { self.tex = tex }
  public func display(width: Int, form: MathForm) -> MathBox { MathBox(lines: [tex]) }
  public func inline(form: MathForm) -> String? { tex }
  public var problems: [String] { [] }
}
