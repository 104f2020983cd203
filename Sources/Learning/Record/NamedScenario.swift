import Engine
import Foundation

/// A scenario that the learner kept under a name.
public struct NamedScenario: Hashable, Sendable, Identifiable {
  public var name: String
  public var scenario: Scenario
  /// When it was saved.
  public var time: Date

  public var id: String { name }

  /// The scenario that is restored at the start: what is changed in the book right now.
  public static let current = "current"

  public init(name: String, scenario: Scenario, time: Date) {
    self.name = name
    self.scenario = scenario
    self.time = time
  }
}
