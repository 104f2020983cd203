import Engine

/// Times parts of the engine: `napkin-benchmarks NAME …`, a line of name and figure for each. `Scripts/bench engine`
/// sets them beside their peers.
@main
enum EngineBenchmarks {
  static func main() throws {
    for name in CommandLine.arguments.dropFirst() {
      switch name {
      case "calculator": try calculator()
      case "book": try book()
      case "change": try change()
      case "sweep": try sweep()
      case "solve": try solve()
      default: fatalError("expected calculator, book, change, sweep or solve, found \(name)")
      }
    }
  }

  private static func report(_ name: String, _ figure: Double) { print("\(name)\t\(figure)") }

  private static func report(_ name: String, _ seconds: Measurement) {
    report(name, seconds.median)
    report("\(name) quickest", seconds.quickest)
  }

  // MARK: One calculator

  /// The iron law with its six inputs.
  private static func ironLaw() -> Workbook {
    var workbook = Workbook(library: Library())
    let calculator = Calculator(
      id: "iron-law", title: "Iron law",
      body: """
        input D = 140 GB 1...1000
        input BW = 3.35 TB/s 0.1...10
        input O = 2 TFLOP 0.1...100
        input R = 989 TFLOP/s 1...10000
        input eta = 50 % 1...100
        input L = 10 us 0...1000
        output T = D / BW + O / (R * eta) + L -> ms
        """, units: workbook.library.units)
    workbook.add([calculator])
    return workbook
  }

  /// Evaluations a second, and the value in seconds that they find for 140 GB, for the peer to agree with.
  private static func calculator() throws {
    var workbook = ironLaw()
    guard var evaluator = workbook.evaluator(of: "iron-law"), let input = evaluator.slot(of: "D"),
      let output = evaluator.slot(of: "T")
    else { fatalError("the iron law has no inputs") }
    report("value", evaluator.number(of: output) ?? .nan)
    let evaluations = 100_000
    var sum = 0.0
    let compiled = Measurement(rounds: 9) {
      for count in 0..<evaluations {
        evaluator.set(input, to: 1e9 * Double(1 + count % 64))
        sum += evaluator.number(of: output) ?? .nan
      }
    }
    report("compiled", Double(evaluations) / compiled.median)

    let entries = (1...64).map { "\($0) GB" }
    let changes = 2_000
    let typed = try Measurement(rounds: 9) {
      for count in 0..<changes { try workbook.setInput("D", of: "iron-law", to: entries[count % 64]) }
    }
    report("typed", Double(changes) / typed.median)
    let shown = try Measurement(rounds: 9) {
      for count in 0..<changes / 4 {
        try workbook.setInput("D", of: "iron-law", to: entries[count % 64])
        sum += workbook.result(of: "iron-law")?.outputs[0].number ?? .nan
      }
    }
    report("shown", Double(changes / 4) / shown.median)
    precondition(sum.isFinite)
  }

  private static func sweep() throws {
    let workbook = GeneratedBook(cells: GeneratedBook.cellsOfChapter).workbook()
    let range = SweepRange("size", from: "1 GB", to: "1000 GB", count: 10_000)
    let seconds = try Measurement(rounds: 11) {
      let sweep = try workbook.sweep(GeneratedBook.id(0), over: [range])
      precondition(sweep.series.count == 2 && sweep.series[1].numbers.count == 10_000)
    }
    report("sweep", seconds)
  }

  private static func solve() throws {
    let workbook = ironLaw()
    let seconds = try Measurement {
      let found = try workbook.solve("iron-law", output: "T", equals: "100 ms", for: SweepRange("D"))
      precondition(found.count == 1)
    }
    report("solve", seconds)
  }

  // MARK: A whole book

  private static let sizes = [1_000, 2_000, 4_000]

  /// Every calculator again, by a constant that all of them read, in books of three sizes.
  private static func book() throws {
    let books = sizes.map { GeneratedBook(cells: $0) }
    var workbooks = books.map { $0.workbook() }
    var turn = 0
    let evaluated = try Measurement.alternating(rounds: 22, among: sizes.count) { index in
      turn += 1
      let entry = (turn / sizes.count).isMultiple(of: 2) ? "11 us" : "12 us"
      let affected = try workbooks[index].setOverride(GeneratedBook.commonConstant, to: entry)
      precondition(affected.count == sizes[index])
    }
    let compiled = Measurement.alternating(rounds: 5, among: sizes.count) { index in
      var workbook = Workbook(library: books[index].library)
      workbook.add(books[index].calculators)
    }
    for (index, size) in sizes.enumerated() {
      report("evaluated \(size)", evaluated[index])
      report("compiled \(size)", compiled[index])
    }
  }

  /// One input of one calculator, in books of three sizes.
  private static func change() throws {
    for cells in sizes {
      var workbook = GeneratedBook(cells: cells).workbook()
      let id = GeneratedBook.id(cells / 2)
      var entries = ["150 GB", "160 GB"]
      var dependents = 0
      let seconds = try Measurement(rounds: 201) {
        entries.swapAt(0, 1)
        dependents = try workbook.setInput("size", of: id, to: entries[0]).count - 1
      }
      report("changed \(cells)", seconds)
      report("dependents \(cells)", Double(dependents))
    }
  }
}
