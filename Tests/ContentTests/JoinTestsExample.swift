import Engine
import Foundation

/// A worked example of the source book, as the fixture holds it: bare numbers with the texts of their units.
struct JoinExample: Decodable, Sendable {
  struct Number: Decodable, Sendable {
    var unit: String?
    var value: Bare?
    var recomputed: Bare?
    /// Stated by the source, and nothing allows to compute it.
    var given: Bool?
  }

  /// A value without its unit.
  enum Bare: Decodable, Sendable, CustomStringConvertible {
    case truth(Bool)
    case number(Double)
    case text(String)
    case list([Bare])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let truth = try? container.decode(Bool.self) {
        self = .truth(truth)
      } else if let number = try? container.decode(Double.self) {
        self = .number(number)
      } else if let text = try? container.decode(String.self) {
        self = .text(text)
      } else {
        self = .list(try container.decode([Bare].self))
      }
    }

    var description: String {
      switch self {
      case .truth(let truth): "\(truth)"
      case .number(let number): "\(number)"
      case .text(let text): text
      case .list(let items): "\(items)"
      }
    }

    /// Whether two values are the same, numbers to a share of the expected one.
    func agrees(with expected: Bare, within tolerance: Double) -> Bool {
      switch (self, expected) {
      case (.truth(let found), .truth(let truth)): found == truth
      case (.number(let found), .number(let number)): abs(found - number) <= tolerance * abs(number)
      case (.text(let found), .text(let text)): found == text
      case (.list(let found), .list(let items)):
        found.count == items.count
          && zip(found, items).allSatisfy { $0.agrees(with: $1, within: tolerance) }
      default: false
      }
    }
  }

  var id: String
  var inputs: [String: Number]
  var formula: [String]
  var outputs: [String: Number]

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

  /// Whether an output is reckoned in 1,024: its own line divides by it, or a line that it needs.
  func isBinary(_ output: String) -> Bool {
    var needed: Set<Substring> = [output[...]]
    for line in formula.reversed() {
      let sides = line.split(separator: "=", maxSplits: 1)
      guard sides.count == 2, let name = sides[0].split(separator: " ").first, needed.contains(name) else {
        continue
      }
      if ["/1024", "/2**10", "/2**20", "/2**30"].contains(where: { sides[1].contains($0) }) { return true }
      needed.formUnion(sides[1].split { !($0.isLetter || $0.isNumber || $0 == "_") })
    }
    return false
  }
}
