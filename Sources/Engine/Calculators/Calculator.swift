/// A calculator of the book, read from the text of its cell. A cell with mistakes still is one: what could be read
/// works, and `diagnostics` says the rest.
///
/// ```swift
/// let calculator = Calculator(
///   id: "kv", title: "KV cache", body: "input layers = 32 1...200\noutput kv = layers * 2 MB -> MB", units: .standard)
/// calculator.inputs[0].name      // layers
/// ```
public struct Calculator: Sendable {
  /// Where a cell's numbers stand.
  public enum Display: String, Hashable, Sendable {
    /// A box with inputs and outputs.
    case panel
    /// In sentences only.
    case inline
    /// Folded under "more numbers" at the end of the section.
    case none
  }

  public let id: String
  public let title: String
  public let display: Display
  public let covers: [Cover]
  public let body: String
  /// Which inputs take profiles is known for certain when the calculator is in a workbook.
  public internal(set) var inputs: [Input]
  public let outputs: [Output]
  public let checks: [Check]
  public let notes: [String]
  /// Mistakes that reading found; spans count from the start of `body`.
  public let diagnostics: [Diagnostic]

  let sheet: Sheet

  public init(
    id: String, title: String, display: Display = .panel, covers: [Cover] = [], body: String, units: UnitTable
  ) {
    self.id = id
    self.title = title
    self.display = display
    self.covers = covers
    self.body = body
    sheet = Sheet(body, units: units)
    let text = SourceText(body)
    var inputs: [Input] = []
    var outputs: [Output] = []
    var checks: [Check] = []
    var notes: [String] = []
    var diagnostics = sheet.diagnostics
    var seen: [String: Range<Int>] = [:]
    var shownDigits: [String: Int] = [:]

    for statement in sheet.statements {
      switch statement.kind {
      case .input(let input): inputs.append(Input(input, text: text, span: statement.span))
      case .define(let definition) where definition.isOutput:
        outputs.append(
          Output(
            name: definition.name, label: definition.label, unit: definition.unit, digits: definition.digits,
            span: statement.span))
      case .check(let check):
        if case .name(let name) = check.expression.kind, let digits = check.digits {
          shownDigits[name] = digits
        }
        checks.append(
          Check(
            name: text[check.expression.span], expected: text[check.expectedSpan], tolerance: check.tolerance,
            span: statement.span))
      case .note(let note): notes.append(note)
      default: break
      }
      if let (name, span) = statement.declared {
        if let first = seen[name] {
          diagnostics.append(
            Diagnostic(
              .name, "“\(name)” is declared twice, first in line \(text.line(of: first.lowerBound))",
              hint: "choose another name", at: span))
        } else {
          seen[name] = span
        }
      }
    }
    for index in outputs.indices where outputs[index].digits == nil {
      outputs[index].digits = shownDigits[outputs[index].name]
    }
    self.inputs = inputs
    self.outputs = outputs
    self.checks = checks
    self.notes = notes
    self.diagnostics = diagnostics.sorted { $0.span.lowerBound < $1.span.lowerBound }
  }
}

extension Statement {
  /// The name that it declares.
  var declared: (name: String, span: Range<Int>)? {
    switch kind {
    case .input(let input): (input.name, input.nameSpan)
    case .define(let definition): (definition.name, definition.nameSpan)
    case .function(let function): (function.name, function.nameSpan)
    case .use(let name, _, _, let span): (name, span)
    case .check, .note: nil
    }
  }
}

extension CheckStatement {
  /// The tolerance as a share of the value.
  fileprivate var tolerance: Double? {
    if case .near(_, .relative(let share)?) = expectation { share } else { nil }
  }

  /// Significant digits of the value that is expected.
  var digits: Int? {
    guard case .near(let value, _) = expectation else { return nil }
    func digits(_ value: Expression) -> Int? {
      if case .list(let items) = value.kind { return items.compactMap(digits).max() }
      return value.literal?.literal.significantDigits
    }
    return digits(value)
  }
}

/// A text by UTF-8 offsets.
struct SourceText {
  private let bytes: [UInt8]

  init(_ text: String) { bytes = Array(text.utf8) }

  subscript(span: Range<Int>) -> String {
    String(decoding: bytes[span.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  /// The line of an offset, from 1.
  func line(of offset: Int) -> Int { 1 + bytes.prefix(offset).count { $0 == 10 } }
}
