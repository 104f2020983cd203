/// What a reader changed: inputs, figures of profiles and constants, and the workbench. The author's book is `Scenario()`.
public struct Scenario: Hashable, Sendable, Codable {
  /// Entries by input name by calculator id.
  public var inputs: [String: [String: String]]
  /// Entries by constant name or profile field (`h100_sxm.memory.bandwidth`).
  public var overrides: [String: String]
  /// Profile ids by kind (`hardware`, `model`), for inputs marked `workbench`.
  public var workbench: [String: String]

  public init(
    inputs: [String: [String: String]] = [:], overrides: [String: String] = [:],
    workbench: [String: String] = [:]
  ) {
    self.inputs = inputs
    self.overrides = overrides
    self.workbench = workbench
  }

  /// Whether nothing is changed.
  public var isEmpty: Bool { inputs.isEmpty && overrides.isEmpty && workbench.isEmpty }
}
