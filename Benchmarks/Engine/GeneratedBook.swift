import Engine

/// A book of any size for measuring: chapters of 25 calculators in groups of five. A group passes its time on from one
/// to the next, and every odd chapter takes values of the one before, so a change has four to seven dependents, near
/// and far.
struct GeneratedBook {
  static let cellsOfChapter = 25
  /// A constant that every calculator reads.
  static let commonConstant = "dispatch_overhead"

  private(set) var calculators: [Calculator] = []
  let library: Library

  init(cells count: Int) {
    let library = Self.makeLibrary()
    calculators = (0..<count).map {
      Calculator(id: Self.id($0), title: "Cell \($0)", body: Self.body(of: $0), units: library.units)
    }
    self.library = library
  }

  /// The calculators in a workbook; mistakes in them end the program, since a failing cell costs another time.
  func workbook() -> Workbook {
    var workbook = Workbook(library: library)
    workbook.add(calculators)
    for id in workbook.calculatorIDs {
      if let problem = workbook.diagnostics(of: id).first { fatalError("\(id): \(problem.message)") }
    }
    return workbook
  }

  static func id(_ index: Int) -> String {
    "gen\(index / cellsOfChapter)-cell-\(index % cellsOfChapter)"
  }

  private static func body(of index: Int) -> String {
    let place = index % 5
    var lines: [String] = []
    if place > 0 { lines.append("use before = \(id(index - 1)).time") }
    if place == 2, (index / cellsOfChapter) % 2 == 1 {
      lines.append("use elsewhere = \(id(index - 2 - cellsOfChapter)).time")
    } else if place == 2 {
      lines.append("let elsewhere = 1 ms")
    }
    lines.append(formulas[place])
    return lines.joined(separator: "\n")
  }

  private static let formulas = [
    // The iron law on a machine.
    """
    input hw = h100_sxm "machine"
    input size = 140 GB "bytes moved" 1...1000
    input work = 2 TFLOP "operations" 0.1...100
    input eta = 50 % "utilisation" 1...100
    let compute = work / (hw.peak.fp16 * eta)
    let memory = size / hw.memory.bandwidth
    output ridge = hw.peak.fp16 / hw.memory.bandwidth -> FLOP/B "ridge point"
    output time = memory + compute + dispatch_overhead -> ms "time"
    output bound = "memory" if memory > compute else "compute" "bound by"
    check ridge ≈ 295 FLOP/B
    """,
    // Steps of a training run.
    """
    input steps = 1000 "steps" 1...100000 log
    input workers = 8 "workers" 1...1024
    input overlap = 30 % "overlap" 0...100
    let alone = before + dispatch_overhead
    let exposed = alone * (1 - overlap) * (workers - 1) / workers
    output time = alone / workers + exposed -> ms "time of a step"
    output total = steps * time -> h "time of the run"
    output speedup = alone / time -> x "speed-up"
    """,
    // A network given by the widths of its layers.
    """
    input widths = [784, 256, 128, 10] "layer widths"
    input batch = 32 "batch" 1...4096 log
    let macs = sum(a * b for a, b in zip(widths[:-1], widths[1:])) * 1 MAC
    let weights = sum(a * b + b for a, b in zip(widths[:-1], widths[1:])) * 4 B
    output work = 2 FLOP/MAC * macs * batch -> MFLOP "work"
    output memory = weights + batch * max(widths) * 4 B -> KB "memory"
    output intensity = work / memory -> FLOP/B "intensity"
    output time = before + elsewhere / 10 + work / (65 TFLOP/s) + dispatch_overhead -> ms "time"
    """,
    // Energy of the accesses.
    """
    input words = 25e6 "words" 1...1000000000 log int
    input power = 300 W "power" 1...1000
    output accesses = words * dram_access -> mJ "accesses"
    output idle = power * before -> J "while waiting"
    output energy = accesses + idle -> J "energy"
    output time = before + energy / power + dispatch_overhead -> ms "time"
    check accesses ≈ 16 mJ
    """,
    // Moving the result, by an equation of the library.
    """
    input hw = a100_80gb "machine"
    input layers = 32 "layers" 1...200
    input hidden = 4096 "hidden size" 64...65536
    input context = 2048 "context" 1...131072 log
    let cache = 2 * layers * hidden * context * 2 B
    output share = cache / hw.memory.capacity -> % "share of the memory"
    output fits = floor(hw.memory.capacity / cache) "sequences that fit"
    output time = before + transfer_time(cache, hw.memory.bandwidth) + dispatch_overhead -> ms "time"
    output rate = 1 / time -> Hz "sequences a second"
    """,
  ]

  private static func makeLibrary() -> Library {
    var library = Library()
    func figure(_ text: String) -> Figure { Figure(text: text, value: library.value(of: text)) }
    let machines = [
      ("h100_sxm", "NVIDIA H100 SXM", "989 TFLOP/s", "3.35 TB/s"),
      ("a100_80gb", "NVIDIA A100 80GB", "312 TFLOP/s", "2.039 TB/s"),
    ]
    let profiles = machines.map { id, name, peak, bandwidth in
      Profile(
        id: id, name: name, kind: .hardware,
        figures: [
          "peak.fp16": figure(peak), "memory.bandwidth": figure(bandwidth),
          "memory.capacity": figure("80 GB"),
        ])
    }
    let constants = [("dram_access", "640 pJ"), (commonConstant, "10 us")].map {
      Constant(name: $0, figure: figure($1))
    }
    for profile in profiles { library.add(profile) }
    for constant in constants { library.add(constant) }
    _ = library.add(
      Equation(
        id: "transfer-time", name: "Transfer time", tex: "T = D / BW",
        body: "fn transfer_time(size: B, rate: B/s) -> s = size / rate"))
    return library
  }
}
