import Engine

/// The words of a part of the book by stem, each with its weight: how often it stands there. Names of live values, of
/// calculators and of what is referred to count as words that nothing else is.
struct WordBag {
  private(set) var weights: [String: Double] = [:]
  private(set) var length = 0.0

  /// Words that say nothing of what a sentence is about.
  private static let idle: Set<String> = Set(
    """
    a an and are as at be been but by can did do does each every for from had has have how if in into is it its just \
    many more most much no not of on one only or other out own per same so some such than that the their them then \
    there these they this those to too up very was were what when where which while who whose why will with would
    """.split(separator: " ").map(String.init))

  mutating func add(_ token: String, _ weight: Double = 1) {
    weights[token, default: 0] += weight
    length += weight
  }

  mutating func add(text: some StringProtocol, _ weight: Double = 1) {
    for word in text.split(whereSeparator: { !($0.isLetter || $0.isNumber || $0 == ",") }) {
      // `109,386` is one word.
      let word = (word.utf8.contains(UInt8(ascii: ",")) ? String(word.filter { $0 != "," }) : String(word))
        .lowercased()
      if word.utf8.count > 1 || word.first?.isNumber == true, !Self.idle.contains(word) {
        add(WordStem.of(word), weight)
      }
    }
  }

  mutating func add(_ inlines: [Inline], _ weight: Double = 1) {
    for inline in inlines { add(inline, weight) }
  }

  private mutating func add(_ inline: Inline, _ weight: Double) {
    switch inline {
    case .text(let text), .code(let text): add(text: text, weight)
    case .mathematics(let tex): add(tex: tex, weight)
    case .live(let live): add(live, weight)
    case .reference(let reference): add("@" + reference.id, weight)
    case .citation(let keys): for key in keys { add("@" + key, weight) }
    default: add(inline.children, weight)
    }
  }

  /// `name` of the nearest calculator, or `calculator.name`.
  private mutating func add(_ live: LiveValue, _ weight: Double) {
    let name = live.expression.prefix { $0.isLetter || $0.isNumber || "_-.".contains($0) }
    let full = name.contains(".") ? String(name) : (live.calculator.map { $0 + "." } ?? "") + name
    add("=" + full, weight)
    if let dot = full.lastIndex(of: ".") { add("=" + full[..<dot], weight / 2) }
  }

  /// Words in a formula; names of commands are none.
  mutating func add(tex: String, _ weight: Double) {
    var rest = tex[...]
    while let first = rest.first {
      if first == "\\" {
        rest = rest.dropFirst().drop(while: \.isLetter)
      } else if first.isLetter {
        let word = rest.prefix(while: \.isLetter)
        if word.count > 2 { add(text: word, weight) }
        rest = rest.dropFirst(word.count)
      } else {
        rest = rest.dropFirst()
      }
    }
  }

  /// - Parameter calculators: of the chapter, whose titles and labels stand in their panels.
  mutating func add(_ block: Block, calculators: [Calculator], _ weight: Double = 1) {
    for run in block.inlineRuns { add(run, weight) }
    switch block {
    case .formula(let formula):
      add(tex: formula.tex, weight)
      if let id = formula.id { add("@" + id, weight) }
    case .code(let code): add(text: code.text, weight / 2)
    case .table(let table): if let id = table.id { add("@" + id, weight) }
    case .figure(let figure):
      add(text: figure.alternative, weight)
      if let id = figure.id { add("@" + id, weight) }
    case .plot(let plot):
      add(text: plot.alternative, weight)
      if let id = plot.id { add("@" + id, weight) }
      if let calculator = plot.calculator { add("=" + calculator, weight / 2) }
    case .calculator(let panel): add(panel, calculators: calculators, weight)
    case .equation(let equation): add("@" + equation.id, weight)
    case .division(let division): if let id = division.attributes.id { add("@" + id, weight) }
    default: break
    }
    for child in block.children { add(child, calculators: calculators, weight) }
  }

  private mutating func add(_ panel: CalculatorBlock, calculators: [Calculator], _ weight: Double) {
    add(text: panel.title, weight)
    add("=" + panel.id, weight)
    add("@" + panel.id, weight)
    guard let calculator = calculators.first(where: { $0.id == panel.id }) else { return }
    for input in calculator.inputs {
      add("=\(panel.id).\(input.name)", weight)
      add(text: input.label ?? "", weight)
    }
    for output in calculator.outputs {
      add("=\(panel.id).\(output.name)", weight)
      add(text: output.label ?? "", weight)
    }
  }
}
