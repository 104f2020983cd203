import Engine

/// A figure drawn from live values.
public struct PlotBlock: Hashable, Sendable {
  public var id: String?
  /// `5.1`
  public var number: String?
  public var caption: [Inline]
  /// What it shows, in words.
  public var alternative: String
  /// What is drawn.
  public var specification: PlotSpecification
  /// Its YAML.
  public var body: String
  /// The nearest calculator above it, whose names its expressions may use.
  public var calculator: String?
  public var range: SourceRange
  /// Whether it takes its height from the screen, so that what belongs beside it fits too.
  public var fitsScreen = false

  /// The calculator whose inputs move the figure: that of the step of a pass, else the nearest above it if the figure
  /// reads a value of it.
  public func controller(in workbook: Workbook) -> String? {
    if case .network(let network) = specification, let step = network.step?.text,
      let dot = step.lastIndex(of: "."), workbook.calculator(String(step[..<dot])) != nil
    {
      return String(step[..<dot])
    }
    guard let calculator, let cell = workbook.calculator(calculator) else { return nil }
    let names = Set(cell.inputs.map(\.name) + cell.outputs.map(\.name))
    let words = body.split { !($0.isLetter || $0.isNumber || $0 == "_") }
    return words.contains { names.contains(String($0)) } ? calculator : nil
  }

  public init(
    id: String?, number: String? = nil, caption: [Inline], alternative: String,
    specification: PlotSpecification, body: String, calculator: String? = nil, range: SourceRange
  ) {
    self.id = id
    self.number = number
    self.caption = caption
    self.alternative = alternative
    self.specification = specification
    self.body = body
    self.calculator = calculator
    self.range = range
  }
}
