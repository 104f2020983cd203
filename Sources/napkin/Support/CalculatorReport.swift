import Content
import Engine
import Typesetting

/// A value as programs read it.
enum JSONValue: Encodable {
  case number(Double)
  case text(String)
  case truth(Bool)
  case list([JSONValue])
  case null

  init(_ value: Value?) {
    switch value {
    case .quantity(let quantity): self = .number(quantity.magnitude)
    case .text(let text), .profile(let text): self = .text(text)
    case .truth(let truth): self = .truth(truth)
    case .list(let values): self = .list(values.map { JSONValue($0) })
    case nil: self = .null
    }
  }

  /// A quantity as the number in its shown unit; anything else as it is.
  init(number: Double?, value: Value?) {
    if let number { self = .number(number) } else { self.init(value) }
  }

  func encode(to encoder: Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .number(let number): try container.encode(number)
    case .text(let text): try container.encode(text)
    case .truth(let truth): try container.encode(truth)
    case .list(let values): try container.encode(values)
    case .null: try container.encodeNil()
    }
  }
}

/// What `calc EXPRESSION --json` prints.
struct ExpressionReport: Encodable {
  var expression: String
  var value: JSONValue
  var text: String
}

/// What `calc ID` prints, for programs and for people.
struct CalculatorReport: Encodable {
  struct Input: Encodable {
    var name: String
    var label: String
    var value: JSONValue
    var unit: String?
    var text: String
    var `default`: JSONValue
  }

  struct Output: Encodable {
    var name: String
    var label: String
    var value: JSONValue
    var unit: String?
    var text: String
    var error: String?
    /// Whether the present machine or model lacks a figure for it.
    var isMissing = false

    private enum CodingKeys: CodingKey { case name, label, value, unit, text, error }
  }

  struct Check: Encodable {
    var name: String
    var expected: String
    var ok: Bool
  }

  var id: String
  var title: String
  var inputs: [Input]
  var outputs: [Output]
  var checks: [Check]
  private var notes: [String]
  private var missing: [String]

  private enum CodingKeys: CodingKey { case id, title, inputs, outputs, checks }

  init(_ view: CalculatorView) {
    let result = view.result
    let authored = view.authoredResult
    id = view.id
    title = view.calculator.title
    inputs = zip(result.inputs, authored.inputs).map { now, before in
      Input(
        name: now.name, label: now.label, value: JSONValue(number: now.number, value: now.value),
        unit: now.unit,
        text: now.text, default: JSONValue(number: before.number, value: before.value))
    }
    outputs = result.outputs.map {
      Output(
        name: $0.name, label: $0.label, value: JSONValue(number: $0.number, value: $0.value), unit: $0.unit,
        text: $0.text, error: $0.missing ?? $0.error?.message, isMissing: $0.missing != nil)
    }
    missing = result.missing
    checks = result.checks.map { Check(name: $0.name, expected: $0.expected, ok: $0.isHeld) }
    notes = view.calculator.notes
  }

  /// For people: title, then for each input and output what it is, its value, and the name that `--set` and formulas use.
  func text(width: Int) -> String {
    var rows = inputs.map { row($0.label, $0.text, $0.name) }
    if !inputs.isEmpty, !outputs.isEmpty { rows.append([""]) }
    rows += outputs.map { row($0.label, $0.isMissing ? $0.text : $0.error ?? $0.text, $0.name) }
    var text = paragraph(title, width: width) + TextTable(rows: rows, indent: 2).text(width: width)
    for reason in missing { text += "\n" + paragraph(reason, indent: 2, width: width) }
    for note in notes { text += "\n" + paragraph(note, indent: 2, width: width) }
    return text
  }

  private func row(_ label: String, _ value: String, _ name: String) -> [String] {
    label.isEmpty || label == name ? [name, value] : [label, value, name]
  }
}

/// What `calc --list` prints.
struct CalculatorList {
  struct Entry: Encodable {
    var id: String
    var title: String
    var chapter: String
    var file: String
    var line: Int
    var covers: [String]
  }

  var entries: [Entry]

  init(_ book: Book) {
    entries = book.manifest.chapterIDs.compactMap { book.chapters[$0] }.flatMap { chapter in
      chapter.calculators.map { calculator in
        Entry(
          id: calculator.id, title: calculator.title, chapter: chapter.id, file: chapter.file,
          line: chapter.position(ofCalculator: calculator.id)?.line ?? 1, covers: calculator.covers.map(\.id))
      }
    }
  }
}
