/// A point of a chart, with a label where it has one.
public struct DataPoint: Hashable, Sendable {
  public var x: Double
  public var y: Double
  public var label: String

  public init(_ x: Double, _ y: Double, label: String = "") {
    self.x = x
    self.y = y
    self.label = label
  }
}
