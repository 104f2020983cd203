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
