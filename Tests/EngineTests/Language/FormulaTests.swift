import Testing

@testable import Engine

/// Formulas of the command line and the prose, each with the text that is shown for it.
struct FormulaTests {
  static let workbook: Workbook = {
    var workbook = Workbook(library: TestLibrary.library)
    workbook.add([
      Calculator(
        id: "ch01-near", title: "",
        body: """
          input hw = h100_sxm workbench
          input s = 4 "seconds without unit"
          input h = 2 "named like the hour"
          let list = [3, 1, 2]
          output bytes = 1500 MB -> GB digits 4 "bytes"
          output verdict = "fits" if bytes < hw.memory.capacity else "does not fit"
          """, units: TestLibrary.library.units),
      Calculator(id: "ch02-far", title: "", body: "let twice = 2 * 21", units: TestLibrary.library.units),
    ])
    return workbook
  }()

  static let formulas: [(String, String)] = [
    // Precedence and operators, as in Python.
    ("2 + 3 * 4", "14"), ("-2 ** 2", "-4"), ("2 ** -1", "0.5"), ("2 ** 3 ** 2", "512"), ("2 ^ 10", "1,024"),
    ("7 // 2", "3"), ("-7 // 2", "-4"), ("-7 % 3", "2"), ("7 % -3", "-2.93"), ("1 < 2 < 3", "true"),
    ("1 < 2 > 3", "false"),
    ("not 1 > 2 and 2 > 1", "true"), ("1 if 2 > 3 else 4", "4"), ("round(2.5)", "2"), ("round(3.5)", "4"),
    ("round(-2.5)", "-2"), ("1_000 * 2", "2,000"), ("8 - 3 - 2", "3"), ("16 / 4 / 2", "2"),
    // Units stand after numbers.
    ("80 GB / (2 s)", "40 GB/s"), ("80 GB/s", "80 GB/s"), ("2 m^2", "2 m^2"), ("(2 m)^2", "4 m^2"),
    ("5 if true else 6", "5"),
    ("3.35 TB/s * 2 s -> TB", "6.7 TB"), ("140 GB / (3.35 TB/s)", "41.8 ms"), ("7B", "7 B"), ("7 B", "7 B"),
    ("2 FLOP/MAC * 5 MAC", "10 FLOP"), ("1 KB == 1000 B", "true"), ("1 KiB == 1024 B", "true"),
    ("8 bit == 1 B", "true"),
    ("1 Gbps -> MB/s", "125 MB/s"), ("1 TFLOPS == 1 TOP/s", "true"), ("1 kWh -> J", "3,600,000 J"),
    ("700 W * 24 h -> kWh", "16.8 kWh"),
    ("20 °C -> K", "293 K"), ("30 °C - 20 °C", "10 K"), ("20 °C + 5 K -> °C", "25 °C"),
    ("1 year / (1 day)", "365"),
    ("sqrt(16 m^2)", "4 m"), ("9 s ** 0.5", "3 s^0.5"), ("abs(0 - 3 GB)", "3 GB"),
    ("ceil(90 min / (1 h))", "2"),
    // Percent and remainder.
    ("45 % * 2", "0.9"), ("45%", "0.45"), ("7 % 3", "1"), ("7 % (2 + 1)", "1"), ("100 % - 15 %", "0.85"),
    ("50 % if true else 2", "0.5"),
    ("0.453 -> %", "45.3 %"), ("(1 + 2) / 4 -> % digits 2", "75 %"),
    // Money.
    ("$5", "$5"), ("-$5", "-$5"), ("$2.50/h * 2 h", "$5"), ("$3/h", "$3/h"), ("5 USD == $5", "true"),
    ("10 kUSD", "$10,000"),
    // Literal zero has every dimension.
    ("max(0, 3 GB)", "3 GB"), ("max(0, 0 - 3 s)", "0 s"), ("sum([])", "0"), ("sum([]) + 2 GB", "2 GB"),
    ("3 s > 0", "true"),
    // Lists.
    ("[1, 2.5, 3 GB][-1]", "3 GB"), ("[1, 2, 3, 4][1:-1]", "[2, 3]"), ("[1, 2, 3][::-1]", "[3, 2, 1]"),
    ("[1, 2] + [3]", "[1, 2, 3]"),
    ("[a * b for a, b in zip([1, 2], [3, 4])]", "[3, 8]"), ("sum(a for a in range(10) if a % 2 == 0)", "20"),
    ("[[i, j] for i in range(2) for j in range(i + 1)]", "[[0, 0], [1, 0], [1, 1]]"),
    ("prod([2, 3 s])", "6 s"),
    ("[x for i, (x, y) in enumerate(zip([5, 6], [7, 8]))]", "[5, 6]"), ("len([1, [2, 3]])", "2"),
    ("min([3, 1, 2])", "1"),
    ("sorted([3, 1, 2])", "[1, 2, 3]"), ("mean([1, 2, 6])", "3"), ("median([1, 2, 6, 9])", "4"),
    ("[1, 2] == [1, 2]", "true"),
    ("sum(sum(r) for r in [[1, 2], [3]])", "6"), ("all([1 < 2, 2 < 1])", "false"),
    ("any(x > 2 for x in [1, 3])", "true"),
    // Functions.
    ("log2(1024)", "10"), ("log10(1000)", "3"), ("ln(exp(2))", "2"), ("log(8, 2)", "3"), ("erf(0)", "0"),
    ("factorial(5)", "120"),
    ("comb(5, 2)", "10"), ("floor(-1.5)", "-2"), ("pi", "3.14"),
    ("transfer_time(140 GB, 3.35 TB/s)", "41.8 ms"),
    ("transfer_time(rate=1 GB/s, size=2 GB)", "2 s"),
    ("transfer_time", "Transfer time".isEmpty ? "" : "“transfer_time” is a function and needs arguments"),
    ("transfer-time", "Transfer time"),
    // Profiles and constants.
    ("h100_sxm.memory.bandwidth", "3.35 TB/s"), ("h100_sxm.peak.fp16.sparse / h100_sxm.peak.fp16", "2.00"),
    ("h100_sxm.name", "NVIDIA H100 SXM"),
    ("h100_sxm.year", "2,022"), ("dram_access * 2", "1.28 nJ"), ("h100_sxm", "NVIDIA H100 SXM"),
    ("h100_sxm.link.nvlink.kind", "NVLink 4"),
    // Texts.
    ("\"a\" == 'a'", "true"), ("\"yes\" if 1 == 1 else \"no\"", "yes"),
    // Names of calculators.
    ("bytes", "1.500 GB"), ("ch01-near.bytes", "1.500 GB"), ("bytes * 2", "3 GB"), ("80 GB / s", "20 GB"),
    ("3 * h", "6"), ("3 h", "3 h"),
    ("hw", "NVIDIA H100 SXM"), ("hw.memory.capacity", "80 GB"), ("verdict", "fits"), ("ch02-far.twice", "42"),
    ("ch02-far.twice + ch01-near.h", "44"), ("list[0]", "3"), ("s - h", "2"), ("ch02-far.twice -> x", "42×"),
  ]

  @Test(arguments: formulas)
  func `A formula shows its value`(formula: String, expected: String) {
    #expect(Self.workbook.inline(formula, near: "ch01-near").text == expected)
  }

  @Test(arguments: ["bytes", "s - h", "hw.memory.capacity"])
  func `Names of a calculator are known only near it`(formula: String) {
    #expect(Self.workbook.inline(formula, near: nil).error?.kind == .name)
  }

  @Test(arguments: [
    "", "3 +", "[1, 2", "2 ** 5000", "nothing.there", "1 / 0", "3 GB -> s", "3 -> GB digits 0", "\u{0}",
    "))((",
  ])
  func `What can not be evaluated says why`(formula: String) {
    let result = Self.workbook.inline(formula, near: nil)
    #expect(result.value == nil)
    #expect(result.error != nil)
    #expect(!result.text.isEmpty)
    #expect(throws: Diagnostic.self) { try Self.workbook.evaluate(formula) }
  }

  @Test func `Long and deep formulas end in a value or a limit`() {
    func kind(_ formula: String) -> Diagnostic.Kind? { Self.workbook.inline(formula, near: nil).error?.kind }
    let chain = Array(repeating: "1", count: 1001).joined(separator: " + ")
    #expect(Self.workbook.inline(chain, near: nil).text == "1,001")
    #expect(kind(chain + " + 1") == .limit)
    #expect(kind(String(repeating: "-", count: 100) + "1") == .limit)
    #expect(kind(String(repeating: "not ", count: 100) + "true") == .limit)
    #expect(kind(String(repeating: "[", count: 100)) == .limit)
    #expect(kind(String(repeating: "2 ** ", count: 100) + "1") == .limit)
    #expect(kind(String(repeating: "1 if true else ", count: 100) + "1") == .limit)
    #expect(kind("range(1e18)") == .limit)
    #expect(kind("[1] * 1e9") == .limit)
    #expect(
      kind("sum(range(100_000)) + sum(i for i in range(100_000) for j in range(20) if j < 1)") == .limit)
  }

  @Test func `Noise never traps`() {
    var generator = NumberFormatTests.Generator(state: 3)
    let parts = [
      "1", "2.5", "GB", "x", " ", "(", ")", "[", "]", "%", "$", "->", "-", "**", "/", "//", "for", "in", "if",
      "else", "\"", "'", ",", ":", ".", "...", "≈", "é", "sum", "range", "1e308", "°C", "^", "²", "µ", "#",
      "\n", "input a =", "let b =", "output c =", "check", "fn f(a: B) -> s =", "use d = e-f.g", "{", "}",
      "±", "log", "step", "9999999999999999999",
    ]
    for _ in 0..<3000 {
      let text = (0..<Int.random(in: 1...24, using: &generator)).map { _ in
        parts.randomElement(using: &generator) ?? ""
      }.joined(separator: Bool.random(using: &generator) ? " " : "")
      _ = Self.workbook.inline(text, near: "ch01-near")
      var workbook = Workbook(library: TestLibrary.library)
      let calculator = Calculator(id: "noise", title: "", body: text, units: TestLibrary.library.units)
      workbook.add([calculator])
      for diagnostic in workbook.diagnostics(of: "noise") { _ = diagnostic.rendered(in: text) }
      for input in calculator.inputs {
        workbook.step(input.name, of: "noise", by: 3)
        _ = try? workbook.setInput(input.name, of: "noise", to: text)
      }
      _ = workbook.result(of: "noise")
    }
  }
}
