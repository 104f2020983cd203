/// A worked example of the source that a calculator stands for.
public struct Cover: Hashable, Sendable {
  /// The example's id, or the short form `file/kind/name`.
  public var id: String
  /// The example's input names to this calculator's inputs or profile fields (`hw.memory.bandwidth`).
  public var inputs: [String: String]
  /// The example's output names to this calculator's outputs.
  public var outputs: [String: String]
  /// Inputs of this calculator that the example fixes, with their entries.
  public var set: [String: String]

  public init(
    id: String, inputs: [String: String] = [:], outputs: [String: String] = [:], set: [String: String] = [:]
  ) {
    self.id = id
    self.inputs = inputs
    self.outputs = outputs
    self.set = set
  }
}
