/// What stands in `{#id .class key="value"}`.
public struct Attributes: Hashable, Sendable {
  public var id: String?
  public var classes: [String]
  public var values: [String: String]

  public init(id: String? = nil, classes: [String] = [], values: [String: String] = [:]) {
    self.id = id
    self.classes = classes
    self.values = values
  }
}
