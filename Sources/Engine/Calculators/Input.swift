/// An input that a calculator declares.
public struct Input: Hashable, Sendable {
  /// What it takes.
  public enum Kind: Hashable, Sendable {
    case quantity, text, list
    case profile(Profile.Kind)
  }

  public var name: String
  public var label: String?
  public var kind: Kind
  /// The author's value as written.
  public var defaultText: String
  /// The unit that a bare number takes and in which the value is shown.
  public var unit: Unit?
  public var lowest: Quantity?
  public var highest: Quantity?
  public var step: Quantity?
  public var isLogarithmic: Bool
  public var isInteger: Bool
  /// What can be chosen, as entries; nil when any value in bounds goes. For a profile: the ids of every profile of its
  /// kind, which the workbook knows, so nil here.
  public var choices: [String]?
  public var isWorkbench: Bool
  public var span: Range<Int>

  /// What a reader sees of it: its label, else its name.
  public var shownName: String { label.flatMap { $0.isEmpty ? nil : $0 } ?? name }

  /// The input of a statement. A bare name counts as hardware until the library says otherwise.
  init(_ statement: InputStatement, text: SourceText, span: Range<Int>) {
    let value = statement.value
    let literal = Self.literal(value)
    name = statement.name
    label = statement.label
    defaultText = text[value.span]
    unit = statement.shownUnit ?? literal?.unit
    isLogarithmic = statement.isLogarithmic
    isWorkbench = statement.isWorkbench
    choices = statement.choices?.map { text[$0.span] }
    self.span = span
    switch value.kind {
    case .list: kind = .list
    case .text, .truth: kind = .text
    case .name: kind = choices == nil ? .profile(.hardware) : .text
    default: kind = .quantity
    }
    if case .truth = value.kind, choices == nil { choices = ["true", "false"] }

    // Bare bounds take the default's unit, whatever it is shown in.
    let unit = literal == nil ? statement.shownUnit : literal?.unit
    func bound(_ expression: Expression?) -> Quantity? {
      guard let (literal, isNegative) = expression?.literal else { return nil }
      let number = isNegative ? -literal.number : literal.number
      return Quantity(number, in: literal.unit ?? unit ?? .one)
    }
    lowest = bound(statement.lowest)
    highest = bound(statement.highest)
    step = statement.step.flatMap { step in
      step.literal.map {
        Quantity(
          $0.literal.number * ($0.literal.unit ?? unit ?? .one).factor,
          ($0.literal.unit ?? unit ?? .one).dimension)
      }
    }
    let written = [literal, statement.lowest?.literal?.literal, statement.highest?.literal?.literal]
    let isWhole =
      written.allSatisfy { $0?.isInteger ?? false } && statement.step?.literal?.literal.isInteger != false
    // Whole bounds make a count whole; 50 ms and 80 GB are measured, and may be 41.8 ms and 94.6 GB.
    let isCount = (unit ?? .one).factor == 1 && (unit ?? .one).isCounted
    isInteger = statement.isInteger ?? (isWhole && isCount)
  }

  /// The number of a default, or the first of a list.
  private static func literal(_ value: Expression) -> Literal? {
    if case .list(let items) = value.kind { return items.first.flatMap(literal) }
    return value.literal?.literal
  }
}
