/// All calculators of a book, evaluated: a value. Changing an input re-evaluates what depends on it and nothing else.
///
/// ```swift
/// var workbook = Workbook(library: library)
/// workbook.add([calculator])
/// try workbook.setInput("batch", of: "ch05-mnist-training-memory", to: "64")
/// workbook.result(of: "ch05-mnist-training-memory")?.outputs
/// ```
public struct Workbook: Sendable {
  public let library: Library
  /// What the reader changed.
  public internal(set) var scenario = Scenario()
  /// The ids of all calculators, in the order of the book.
  public private(set) var calculatorIDs: [String] = []

  private(set) var cells: [Cell] = []
  private var indices: [String: Int] = [:]
  private(set) var graph = CellGraph([])
  /// Values under `Scenario()`, by calculator.
  private(set) var authored: [CellState] = []
  /// Values under the present scenario.
  private(set) var current: [CellState] = []
  /// The calculator and the cover by example.
  private var covers: [String: (cell: Int, cover: Int)] = [:]
  /// What the entries of the scenario mean.
  var entered: [Int: [String: Value]] = [:]
  var overrides: [String: Value] = [:]

  public init(library: Library) { self.library = library }

  /// Adds calculators in the order of the book; one with an id that is there already replaces it.
  public mutating func add(_ calculators: [Calculator]) {
    guard !calculators.isEmpty else { return }
    var changed: Set<Int> = []
    for calculator in calculators {
      let cell = CellCompiler.compile(calculator, library: library)
      if let index = indices[calculator.id] {
        cells[index] = cell
        changed.insert(index)
      } else {
        indices[calculator.id] = cells.count
        changed.insert(cells.count)
        cells.append(cell)
        calculatorIDs.append(calculator.id)
        authored.append(CellState())
        current.append(CellState())
      }
    }
    connect()
    for index in changed { entered[index] = nil }
    evaluate(changed, isAuthored: true)
    for index in changed.sorted() { _ = readEntries(of: index) }
    evaluate(changed, isAuthored: false)
  }

  private mutating func connect() {
    let known = indices
    graph = CellGraph(cells.map { $0.reads.compactMap { known[$0] }.sorted() })
    covers = [:]
    for (index, cell) in cells.enumerated() {
      for (position, cover) in cell.calculator.covers.enumerated() where covers[cover.id] == nil {
        covers[cover.id] = (index, position)
      }
    }
  }

  func index(of id: String) -> Int? { indices[id] }

  public func calculator(_ id: String) -> Calculator? { indices[id].map { cells[$0].calculator } }

  /// The calculators that read a value of this one, directly.
  public func dependents(of id: String) -> [String] {
    guard let index = indices[id] else { return [] }
    return graph.dependents[index].sorted().map { calculatorIDs[$0] }
  }

  /// The calculator that stands for a worked example of the source, with the names it uses for it.
  public func calculator(covering example: String) -> (calculator: Calculator, cover: Cover)? {
    guard let found = covers[example] else { return nil }
    let calculator = cells[found.cell].calculator
    return (calculator, calculator.covers[found.cover])
  }

  /// Everything that is wrong with a calculator under the author's values: mistakes of reading, unknown names, and
  /// formulas that fail; spans count from the start of its body.
  public func diagnostics(of id: String) -> [Diagnostic] {
    guard let index = indices[id] else { return [] }
    let cell = cells[index]
    let own = Set((cell.calculator.inputs.map(\.name)) + cell.slots.keys)
    let failures = authored[index].failures.filter { own.contains(cell.program.names[$0.key]) }.map(\.value)
    let checks = checkResults(of: index, state: authored[index], isAuthored: true).compactMap(\.error)
    var seen: Set<Diagnostic> = []
    let all = cell.calculator.diagnostics + cell.diagnostics + inputProblems(of: index) + failures + checks
    return all.filter { !$0.isConsequence && seen.insert($0).inserted }
      .sorted { ($0.span.lowerBound, $0.message) < ($1.span.lowerBound, $1.message) }
  }

  // MARK: Evaluation

  /// Evaluates calculators and all that follow from them; returns their ids.
  @discardableResult
  mutating func evaluate(_ changed: Set<Int>, isAuthored: Bool) -> Set<String> {
    let affected = graph.affected(by: changed)
    let figures = FigureSource(library: library, overrides: isAuthored ? [:] : overrides)
    var left = Program.maximumBookSteps
    for index in affected {
      let state = state(of: index, isAuthored: isAuthored, figures: figures, stepLimit: left)
      left = max(0, left - state.steps)
      if isAuthored { authored[index] = state } else { current[index] = state }
    }
    return Set(affected.map { calculatorIDs[$0] })
  }

  private func state(
    of index: Int, isAuthored: Bool, figures: FigureSource, stepLimit: Int
  ) -> CellState {
    // Without changes the author's values hold, and need not be computed again.
    if !isAuthored, scenario.isEmpty { return authored[index] }
    var evaluation = evaluation(of: index, isAuthored: isAuthored, figures: figures)
    evaluation.stepLimit = min(evaluation.stepLimit, stepLimit)
    return
      evaluation
      .state(of: cells[index], read: reader(for: index, isAuthored: isAuthored))
  }

  /// What evaluates a calculator under the author's values or the present ones.
  func evaluation(of index: Int, isAuthored: Bool, figures: FigureSource? = nil) -> CellEvaluation {
    let figures = figures ?? FigureSource(library: library, overrides: isAuthored ? [:] : overrides)
    if isAuthored { return CellEvaluation(figures: figures) }
    return CellEvaluation(figures: figures, entered: entered[index] ?? [:], workbench: scenario.workbench)
  }

  /// Reads values of other calculators.
  func reader(for index: Int, isAuthored: Bool) -> (String, String) throws(Diagnostic) -> Value {
    { (id: String, name: String) throws(Diagnostic) -> Value in
      if let other = indices[id], let path = graph.cycles[index], graph.cycles[other] != nil,
        path.contains(other)
      {
        let names = path.map { calculatorIDs[$0] }.joined(separator: " → ")
        throw Diagnostic(
          .cycle, "calculators need each other: \(names)", hint: "let one of them compute the value itself")
      }
      return try value(name, of: id, isAuthored: isAuthored)
    }
  }

  /// The value of an input, let or output of any calculator.
  func value(_ name: String, of id: String, isAuthored: Bool) throws(Diagnostic) -> Value {
    guard let index = indices[id] else {
      let nearest = Spelling.nearest(to: id, among: calculatorIDs)
      throw Diagnostic(
        .name, "there is no calculator named “\(id)”", hint: nearest.map { "did you mean \($0)?" })
    }
    guard let slot = cells[index].slots[name] else {
      let nearest = Spelling.nearest(to: name, among: cells[index].slots.keys.sorted())
      throw Diagnostic(
        .name, "\(id) has no value named “\(name)”", hint: nearest.map { "did you mean \($0)?" })
    }
    let state = isAuthored ? authored[index] : current[index]
    if state.values.indices.contains(slot), let value = state.values[slot] { return value }
    var diagnostic = state.failures[slot] ?? Diagnostic(.name, "it could not be evaluated")
    if !diagnostic.isConsequence {
      diagnostic.message = "“\(id).\(name)” has no value: \(diagnostic.message)"
    }
    diagnostic.isConsequence = true
    throw diagnostic
  }
}
