import Foundation

@testable import Content

typealias JoinExample = WorkedExample
typealias JoinUnit = InventoryUnit

extension WorkedExample {
  /// The fixture's examples by their ids; empty when it can not be read.
  static let all: [String: JoinExample] = {
    let file = repository.appendingPathComponent("Tests/Fixtures/worked-examples.json")
    do {
      let examples = try JSONDecoder().decode([JoinExample].self, from: Data(contentsOf: file))
      return Dictionary(examples.map { ($0.id, $0) }) { first, _ in first }
    } catch {
      print("worked-examples.json: \(error)")
      return [:]
    }
  }()

  static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
}
