import Testing

@testable import Engine

/// What a chosen machine lacks is no mistake of the author's: a dash with a reason, counted.
struct MissingValueTests {
  private static let body = """
    input  hw    = h100_sxm "machine" workbench
    input  size  = 1 GB     "bytes to read"
    let    slow  = size / hw.memory.bandwidth
    output time  = slow               -> ms "time to read"
    output twice = 2 * time           -> ms "both ways"
    output fits  = size / hw.memory.capacity -> % "share of the memory"
    output bad   = size / t4.memory.bandwidth -> ms "author's slip"
    output typo  = size / hw.memory.bandwith -> ms "another slip"
    """

  private static func workbook() throws -> Workbook {
    var workbook = CalculatorTests.workbook(["read": body])
    try workbook.setWorkbench(.hardware, to: "t4")
    return workbook
  }

  @Test func `A value that the machine lacks is a dash with its reason`() throws {
    let workbook = try Self.workbook()
    let reason = "memory.bandwidth is not given for T4"
    let result = try #require(workbook.result(of: "read"))
    #expect(result.outputs.prefix(3).map(\.text) == ["—", "—", "6.25 %"])
    #expect(result.outputs.prefix(3).map(\.missing) == [reason, reason, nil])
    #expect(result.outputs[0].isChanged && result.outputs[0].authored == "0.299 ms")
    #expect(result.missing == [reason + ": 2 values are missing."])
    for expression in ["time", "twice", "slow", "read.time", "size / hw.memory.bandwidth -> ms"] {
      let live = workbook.inline(expression, near: "read")
      #expect(live.text == "—" && live.isChanged && live.missing == reason, "\(expression)")
    }
    #expect(workbook.derivation(of: "twice", in: "read")?.text.hasSuffix(reason) == true)
  }

  @Test func `What fails with the author's machine too stays an error`() throws {
    let workbook = try Self.workbook()
    let outputs = try #require(workbook.result(of: "read")?.outputs)
    #expect(outputs[3].error?.message == "memory.bandwidth is not given for T4")
    #expect(outputs[4].error?.message == "memory.bandwith is not given for T4")
    #expect(outputs.suffix(2).map(\.missing) == [nil, nil])
    #expect(outputs.suffix(2).map(\.text) == ["", ""])
    #expect(workbook.inline("bad", near: "read").text == "memory.bandwidth is not given for T4")
    let messages = [
      "memory.bandwidth is not given for T4", "memory.bandwith is not given for NVIDIA H100 SXM",
    ]
    #expect(workbook.diagnostics(of: "read").map(\.message) == messages)
    #expect(workbook.diagnostics(of: "read")[1].hint == "did you mean memory.bandwidth?")
  }

  @Test func `Machines say how many values they leave empty`() throws {
    let counts = CalculatorTests.workbook(["read": Self.body]).missingCounts(of: .hardware)
    #expect(counts == ["h100_sxm": 0, "a100_80gb": 0, "t4": 2])
    #expect(try Self.workbook().missingCount == 2)
  }

  @Test func `A formula is said in the words of its labels`() throws {
    let workbook = CalculatorTests.workbook(["read": Self.body])
    let steps = try #require(workbook.derivation(of: "twice", in: "read")?.steps)
    #expect(steps.map(\.words) == ["“bytes to read” / “memory bandwidth”", "slow", "2 × “time to read”"])
  }

  @Test func `The first output that follows an input`() {
    let workbook = CalculatorTests.workbook([
      "a": """
      input layers = 4 "layers"
      input batch = 8 "batch"
      input bytes = 4 B {4 B, 2 B}
      output parameters = layers * 100
      output size = parameters * bytes -> KB
      output activations = batch * bytes -> B
      """
    ])
    #expect(workbook.firstOutput(of: "a", following: "layers") == "parameters")
    #expect(workbook.firstOutput(of: "a", following: "batch") == "activations")
    #expect(workbook.firstOutput(of: "a", following: "bytes") == "size")
    #expect(workbook.firstOutput(of: "a", following: "none") == nil)
  }

  /// A figure as its author wrote it, and as people read it.
  @Test(arguments: [
    ("15 us", "15 µs"), ("2039 GB/s", "2,039 GB/s"), ("1307.4 TFLOP/s", "1,307.4 TFLOP/s"),
    ("1.5e9 FLOP", "1.5 GFLOP"), ("1571000000000 MAC", "1.571 TMAC"), ("1e-5", "1×10⁻⁵"),
    ("1600 Gb/s", "1,600 Gb/s"), ("$3/h", "$3/h"), ("NVLink 4", "NVLink 4"), ("25.6e6", "25,600,000"),
  ])
  func `Figures go through the one formatter`(text: String, shown: String) {
    let library = TestLibrary.library
    #expect(library.text(of: Figure(text: text, value: library.value(of: text))) == shown)
  }

  /// In a column: three digits, counts from a million on with a letter.
  @Test(arguments: [
    ("25.6e6", "25.6 M"), ("110000000", "110 M"), ("1.571e12", "1.57 T"), ("999.9e6", "1.00 G"),
    ("7e9", "7 G"),
    ("999999", "999,999"), ("9760", "9,760"), ("1571000000000 MAC", "1.57 TMAC"), ("NVLink 4", "NVLink 4"),
    ("1307.4 TFLOP/s", "1,307 TFLOP/s"),
    ("40.05888 MFLOP", "40.1 MFLOP"), ("$3/h", "$3/h"),
  ])
  func `Figures are short in a column`(text: String, shown: String) {
    let library = TestLibrary.library
    let short = library.shortText(of: Figure(text: text, value: library.value(of: text)))
    #expect(short.replacing("\u{A0}", with: " ") == shown)
  }
}
