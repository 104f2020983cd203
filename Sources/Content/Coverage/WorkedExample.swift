/// A worked example of the source book, as the inventory holds it: bare numbers with the texts of their units.
struct WorkedExample: Decodable, Sendable {
  /// An input or an output.
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

extension WorkedExample {
  /// An entry of `worked_examples`; nil for one without an id.
  init?(_ node: YAMLNode) {
    guard let id = node["id"]?.text else { return nil }
    self.id = id
    inputs = Self.numbers(node["inputs"])
    outputs = Self.numbers(node["outputs"])
    formula = node["formula"]?.sequence?.compactMap(\.text) ?? []
  }

  private static func numbers(_ node: YAMLNode?) -> [String: Number] {
    var numbers: [String: Number] = [:]
    for entry in node?.entries ?? [] {
      let value = entry.value
      numbers[entry.key] = Number(
        unit: value["unit"]?.text, value: value["value"].flatMap { Bare($0) },
        recomputed: value["recomputed"].flatMap { Bare($0) },
        given: value["given"].map { $0.text == "true" })
    }
    return numbers
  }
}

extension WorkedExample.Bare {
  /// A scalar, or a list of them; nil for nothing.
  init?(_ node: YAMLNode) {
    switch node.content {
    case .mapping: return nil
    case .sequence(let nodes): self = .list(nodes.compactMap { Self($0) })
    case .scalar(let text):
      switch text {
      case "", "null", "~": return nil
      case "true", "false": self = .truth(text == "true")
      default: self = Double(text).map { .number($0) } ?? .text(text)
      }
    }
  }
}
