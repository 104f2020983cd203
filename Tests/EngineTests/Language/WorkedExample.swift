import Foundation

@testable import Engine

/// A worked example of the source book, as the fixture holds it.
struct WorkedExample: Decodable, Sendable {
  struct Number: Decodable, Sendable {
    var unit: String?
    var value: Value?
    var recomputed: Value?
  }

  var id: String
  var inputs: [String: Number]
  var formula: [String]
  var outputs: [String: Number]

  static let all: [WorkedExample] = {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = tests.appendingPathComponent("Fixtures/worked-examples.json")
    do {
      return try JSONDecoder().decode([WorkedExample].self, from: Data(contentsOf: file))
    } catch {
      print("worked-examples.json: \(error)")
      return []
    }
  }()
}

extension Value: Decodable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let truth = try? container.decode(Bool.self) {
      self = .truth(truth)
    } else if let number = try? container.decode(Double.self) {
      self = .quantity(Quantity(number))
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else {
      self = .list(try container.decode([Value].self))
    }
  }
}
