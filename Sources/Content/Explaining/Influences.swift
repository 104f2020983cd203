import Engine

/// How strongly a value of a calculator follows each input and figure at the values that they have.
public struct Influences: Sendable {
  public struct Influence: Hashable, Sendable {
    /// What the input or figure is called.
    public var label: String
    /// Percent by which the value changes for 1 % more of it.
    public var elasticity: Double

    /// `0.067 % less`
    public var effect: String {
      let text = NumberFormat().text(Quantity(abs(elasticity)), digits: 3)
      return "\(text) % " + (elasticity < 0 ? "less" : "more")
    }
  }

  /// The strongest first; those without effect last.
  public let all: [Influence]
  /// Labels of inputs that can not be varied by a percent.
  public let others: [String]

  public init(_ book: Book, of id: String, value: String) {
    let found = book.workbook.sensitivities(of: id).filter { $0.output == value }
    all = found.map { Influence(label: book.label(of: $0.input, in: id), elasticity: $0.elasticity) }
    let varied = Set(found.map(\.input))
    others = (book.workbook.calculator(id)?.inputs ?? [])
      .filter { !varied.contains($0.name) && !$0.isProfile }.map(\.shownName)
  }

  /// Those that move the value.
  public var moving: [Influence] { all.filter { $0.elasticity != 0 } }

  /// Labels of those without effect.
  public var still: [String] { all.filter { $0.elasticity == 0 }.map(\.label) }
}

extension Input {
  fileprivate var isProfile: Bool {
    if case .profile = kind { true } else { false }
  }
}
