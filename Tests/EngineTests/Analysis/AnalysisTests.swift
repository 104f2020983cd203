import Testing

@testable import Engine

/// Derivation, sensitivity, sweeps, solving, integer search and comparison.
struct AnalysisTests {
  static func workbook(_ body: String) -> Workbook {
    var workbook = Workbook(library: TestLibrary.library)
    workbook.add([Calculator(id: "a", title: "", body: body, units: TestLibrary.library.units)])
    return workbook
  }

  static let cache = workbook(CalculatorTests.body)

  // MARK: Derivation

  @Test func `A derivation shows names, numbers and results`() throws {
    let derivation = try #require(Self.cache.derivation(of: "share", in: "a"))
    #expect(
      derivation.text == """
        per_token = 2 × layers × heads × width × bytes = 2 × 32 × 32 × 128 × 2 B = 524 KB
        kv = per_token × context = 524 KB × 2,048 = 1.07 GB
        share = kv / hw.memory.capacity = 1.07 GB / 80 GB = 1.34 %
        """)
    #expect(
      derivation.given.map(\.name) == ["bytes", "context", "heads", "hw.memory.capacity", "layers", "width"])
    #expect(derivation.given.map(\.text) == ["2 B", "2,048", "32", "80 GB", "32", "128"])
    #expect(derivation.steps[2].tex == #"\frac{\text{kv}}{\text{hw.memory.capacity}}"#)
    #expect(derivation.steps[2].substitutedTeX == #"\frac{1.07\ \text{GB}}{80\ \text{GB}}"#)
    #expect(derivation.steps[2].label == "share of the accelerator's memory")
    #expect(Self.cache.derivation(of: nil, in: "a")?.steps.count == 3)
    #expect(Self.cache.derivation(of: "kv", in: "a")?.steps.map(\.name) == ["per_token", "kv"])
    #expect(Self.cache.derivation(of: "none", in: "a") == nil)
  }

  static let substitutions: [(String, String)] = [
    ("input a = -3\noutput b = a ** 2 + 1", "(-3)^2 + 1"),
    ("input r = 3 GB/s\noutput b = 6 GB / r", "6 GB / (3 GB/s)"),
    ("input r = 3 GB\noutput b = r ** 2", "(3 GB)^2"),
    ("let xs = [1, 2]\noutput b = sum(x * x for x in xs)", "1 × 1 + 2 × 2"),
    ("input n = 4\noutput b = transfer_time(n * 1 GB,\n  2 GB/s)", "transfer_time(4 × 1 GB, 2 GB/s)"),
    ("input r = 3 GB/s\noutput b = transfer_time(6 GB, r)", "transfer_time(6 GB, 3 GB/s)"),
    ("output b = h100_sxm.memory.capacity * 2", "80 GB × 2"),
    ("input f = true\noutput b = 1 if f else 2", "{1, if true (taken); 2, otherwise}"),
  ]

  @Test(arguments: substitutions)
  func `Numbers stand for names`(body: String, expected: String) throws {
    #expect(
      try #require(Self.workbook(body).derivation(of: "b", in: "a")?.steps.last).substituted == expected)
  }

  /// A name that a comprehension binds has no value, though something else is called so.
  static let boundNames: [(String, String)] = [
    (
      "let xs = [1, 2]\noutput a = 5\noutput b = len([a * n for a in xs if a > 1])",
      #"\left| \left[a \times 3 \mid a \in [1, 2],\ a > 1\right] \right|"#
    ),
    (
      "let xs = [1, 2]\noutput a = 5\noutput b = sum(a * n for a in xs if a < 2)",
      #"\sum_{a \in [1, 2],\ a < 2} a \times 3"#
    ),
    (
      "let xs = [1, 2]\noutput a = 5\noutput b = max([a * c for a, c in zip(xs, xs)]) + a",
      #"\max\left([1 \times 1, 2 \times 2]\right) + 5"#
    ),
  ]

  @Test(arguments: boundNames)
  func `A bound name keeps its name`(body: String, expected: String) throws {
    let workbook = Self.workbook("input n = 3\n" + body)
    let step = try #require(workbook.derivation(of: "b", in: "a")?.steps.last)
    #expect(step.substitutedTeX == expected)
  }

  /// What runs through lists: with names and numbers in one line, and with names and numbers in LaTeX.
  struct Running {
    var formula: String
    var named: String
    var numbers: String
    var tex: String
    var numbersTeX: String
  }

  static let running: [Running] = [
    Running(
      formula: "sum(a * b + b for a, b in zip(widths[:-1], widths[1:]))",
      named: "∑_(ℓ ≥ 1) (widths_(ℓ−1) × widths_ℓ + widths_ℓ)",
      numbers: "(784 × 128 + 128) + (128 × 64 + 64) + (64 × 10 + 10)",
      tex:
        #"\sum_{\ell  \geq 1} \left(\text{widths}_{\ell-1} \times \text{widths}_{\ell} + \text{widths}_{\ell}\right)"#,
      numbersTeX:
        #"\left(784 \times 128 + 128\right) + \left(128 \times 64 + 64\right) + \left(64 \times 10 + 10\right)"#
    ),
    Running(
      formula: "2 * sum(a * b for a, b in zip(x, w))", named: "2 × (∑_(i ≥ 0) x_i × w_i)",
      numbers: "2 × (1 × (-3) + 2 × 4)", tex: #"2 \times \left(\sum_{i \geq 0} x_{i} \times w_{i}\right)"#,
      numbersTeX: #"2 \times \left(1 \times \left(-3\right) + 2 \times 4\right)"#),
    Running(
      formula: "[n * b * 1 B for b in widths[1:]]", named: "[n × widths_i × 1 B | i ≥ 1]",
      numbers: "[3 × 128 × 1 B, 3 × 64 × 1 B, 3 × 10 × 1 B]",
      tex: #"\left[n \times \text{widths}_{i} \times 1\ \text{B} \mid i \geq 1\right]"#,
      numbersTeX:
        #"[3 \times 128 \times 1\ \text{B}, 3 \times 64 \times 1\ \text{B}, 3 \times 10 \times 1\ \text{B}]"#),
    Running(
      formula: "sum(widths[1:])", named: "∑_(i ≥ 1) widths_i", numbers: "128 + 64 + 10",
      tex: #"\sum_{i \geq 1} \text{widths}_{i}"#, numbersTeX: "128 + 64 + 10"),
    Running(
      formula: "[4 * w for w in widths[:-1]]", named: "[4 × widths_i | 0 ≤ i < |widths| − 1]",
      numbers: "[4 × 784, 4 × 128, 4 × 64]",
      tex:
        #"\left[4 \times \text{widths}_{i} \mid 0 \leq i < \left| \text{widths} \right| - 1\right]"#,
      numbersTeX: #"[4 \times 784, 4 \times 128, 4 \times 64]"#),
    Running(
      formula: "widths[-2] * widths[-1] + widths[0]", named: "widths_(last−1) × widths_last + widths_0",
      numbers: "64 × 10 + 784",
      tex: #"\text{widths}_{\text{last}-1} \times \text{widths}_{\text{last}} + \text{widths}_{0}"#,
      numbersTeX: #"64 \times 10 + 784"#),
    Running(
      formula: "sum(k * k for k in range(20))", named: "∑_(0 ≤ k < 20) k × k",
      numbers: "0 × 0 + 1 × 1 + … + 19 × 19", tex: #"\sum_{0 \leq k < 20} k \times k"#,
      numbersTeX: #"0 \times 0 + 1 \times 1 + \cdots + 19 \times 19"#),
    Running(
      formula: "[[row[i] * n for row in m] for i in range(2)]", named: "[[row_i × n | row ∈ m] | 0 ≤ i < 2]",
      numbers: "[[1 × 3, 3 × 3], [2 × 3, 4 × 3]]",
      tex:
        #"\left[\left[\text{row}_{i} \times n \mid \text{row} \in m\right] \mid 0 \leq i < 2\right]"#,
      numbersTeX: #"[[1 \times 3, 3 \times 3], [2 \times 3, 4 \times 3]]"#),
    Running(
      formula: "prod([a + 1 for a in x])", named: "∏_(a ∈ x) (a + 1)", numbers: "(1 + 1) × (2 + 1)",
      tex: #"\prod_{a \in x} \left(a + 1\right)"#,
      numbersTeX: #"\left(1 + 1\right) \times \left(2 + 1\right)"#),
    Running(
      formula: "len(widths) - 1", named: "|widths| - 1", numbers: "4 - 1",
      tex: #"\left| \text{widths} \right| - 1"#, numbersTeX: "4 - 1"),
  ]

  @Test(arguments: running)
  func `What runs through lists is mathematics`(running: Running) throws {
    let body = """
      input n = 3
      let widths = [784, 128, 64, 10]
      let x = [1, 2]
      let w = [-3, 4]
      let m = [[1, 2], [3, 4]]
      output y = \(running.formula)
      """
    let step = try #require(Self.workbook(body).derivation(of: "y", in: "a")?.steps.last)
    #expect(step.formula == running.formula.replacing(" * ", with: " × "))
    #expect(step.named == running.named)
    #expect(step.substituted == running.numbers)
    #expect(step.tex == running.tex)
    #expect(step.substitutedTeX == running.numbersTeX)
  }

  @Test func `The formula of an equation follows its call`() throws {
    let body = "input r = 3 GB/s\noutput y = 2 * transfer_time(6 GB, r)\noutput z = 2 * r"
    let workbook = Self.workbook(body)
    let step = try #require(workbook.derivation(of: "y", in: "a")?.steps.last)
    #expect(step.expandedTeX == #"2 \times \frac{6\ \text{GB}}{3\ \text{GB/s}}"#)
    #expect(workbook.derivation(of: "z", in: "a")?.steps.last?.expandedTeX == nil)
  }

  @Test(arguments: [
    ("9.5×10⁻⁷", #"9.5{\times}10^{-7}"#), ("1×10¹² B", #"1{\times}10^{12}\ \text{B}"#),
    ("4.25×", #"4.25\times"#),
    ("[1,024, -2]", "[1{,}024, -2]"), ("1.07 GB", #"1.07\ \text{GB}"#),
  ])
  func `Values are written for typesetting`(text: String, tex: String) {
    #expect(TeXText.value(text) == tex)
  }

  static let typeset: [(String, String)] = [
    ("(a + b) * c", #"\left(a + b\right) \times c"#), ("a / (b + c)", #"\frac{a}{b + c}"#),
    ("a - (b - c)", #"a - \left(b - c\right)"#),
    ("a ** (b + 1)", "a^{b + 1}"), ("(a * b) ** 2", #"\left(a \times b\right)^{2}"#),
    ("sqrt(a) + exp(b)", #"\sqrt{a} + e^{b}"#),
    ("ceil(a / b)", #"\left\lceil \frac{a}{b} \right\rceil"#),
    ("sum(x * x for x in c)", #"\sum_{x \in c} x \times x"#),
    ("max(a, 80 GB)", #"\max\left(a, 80\ \text{GB}\right)"#), ("-a * b", #"-a \times b"#),
    ("R_peak", #"R_{\text{peak}}"#),
    ("a if b > c else 2", #"\begin{cases} a & \text{if } b > c \\ 2 & \text{otherwise} \end{cases}"#),
    (
      "(a if b != c else 2) * c",
      #"\left(\begin{cases} a & \text{if } b \neq c \\ 2 & \text{otherwise} \end{cases}\right) \times c"#
    ),
    (
      "a if b > c and (d or e) else 2",
      #"\begin{cases} a & \text{if } b > c \text{ and } \left(d \text{ or } e\right) \\ 2 & \text{otherwise} \end{cases}"#
    ),
    ("c[0]", "c_{0}"),
    ("log2(a)", #"\log_2\left(a\right)"#),
  ]

  @Test(arguments: typeset)
  func `A formula is written for typesetting`(formula: String, expected: String) throws {
    let sheet = Sheet("let y = \(formula)", units: .standard)
    guard case .define(let definition)? = sheet.statements.first?.kind else { return }
    #expect(FormulaTeX().tex(try #require(definition.expression)) == expected)
  }

  // MARK: Cases

  struct Conditional: Sendable {
    var formula: String
    var named: String
    var numbers: String
    var numbersTeX: String
  }

  static let conditionals: [Conditional] = [
    Conditional(
      formula: "a if n >= 3 else 2 * a", named: "{a, if n ≥ 3; 2 × a, otherwise}",
      numbers: "{5, if 3 ≥ 3 (taken); 2 × 5, otherwise}",
      numbersTeX:
        #"\begin{cases} 5 & \text{if } 3 \geq 3 \text{ (taken)} \\ 2 \times 5 & \text{otherwise} \end{cases}"#
    ),
    // A chain is one list of cases, wherever its brackets stand.
    Conditional(
      formula: "1 if kind == \"relu\" else (2 if kind == \"tanh\" else 3)",
      named: "{1, if kind = \"relu\"; 2, if kind = \"tanh\"; 3, otherwise}",
      numbers: "{1, if \"tanh\" = \"relu\"; 2, if \"tanh\" = \"tanh\" (taken); 3, otherwise}",
      numbersTeX:
        #"\begin{cases} 1 & \text{if } \text{tanh} = \text{relu} \\ 2 & \text{if } \text{tanh} = \text{tanh} \text{ (taken)} \\ 3 & \text{otherwise} \end{cases}"#
    ),
    // Within a product; what a list is as long as decides.
    Conditional(
      formula: "(x[1] if len(x) > 2 and n != 3 else 0) * n",
      named: "{x_1, if |x| > 2 and n ≠ 3; 0, otherwise} * n",
      numbers: "{2, if 2 > 2 and 3 ≠ 3; 0, otherwise (taken)} * 3",
      numbersTeX:
        #"\left(\begin{cases} 2 & \text{if } 2 > 2 \text{ and } 3 \neq 3 \\ 0 & \text{otherwise} \text{ (taken)} \end{cases}\right) \times 3"#
    ),
    // The figure of a machine, and a function of the calculator.
    Conditional(
      formula: "1 if hw.memory.capacity < twice(50 GB) else 2",
      named: "{1, if hw.memory.capacity < twice(50 GB); 2, otherwise}",
      numbers: "{1, if 80 GB < twice(50 GB) (taken); 2, otherwise}",
      numbersTeX:
        #"\begin{cases} 1 & \text{if } 80\ \text{GB} < \operatorname{twice}\left(50\ \text{GB}\right) \text{ (taken)} \\ 2 & \text{otherwise} \end{cases}"#
    ),
    // Each item of a list has its own case.
    Conditional(
      formula: "sum([i if i > 1 else 0 for i in x])", named: "∑_(i ∈ x) {i, if i > 1; 0, otherwise}",
      numbers: "{1, if 1 > 1; 0, otherwise (taken)} + {2, if 2 > 1 (taken); 0, otherwise}",
      numbersTeX:
        #"\left(\begin{cases} 1 & \text{if } 1 > 1 \\ 0 & \text{otherwise} \text{ (taken)} \end{cases}\right) + \left(\begin{cases} 2 & \text{if } 2 > 1 \text{ (taken)} \\ 0 & \text{otherwise} \end{cases}\right)"#
    ),
  ]

  @Test(arguments: conditionals)
  func `Conditions are cases, and the one that is taken is marked`(conditional: Conditional) throws {
    let body = """
      input hw = h100_sxm
      input n = 3
      input kind = tanh {relu, tanh}
      let a = 5
      let x = [1, 2]
      fn twice(s: B) -> B = 2 * s
      output y = \(conditional.formula)
      """
    let step = try #require(Self.workbook(body).derivation(of: "y", in: "a")?.steps.last)
    #expect(step.error == nil)
    #expect(step.named == conditional.named.replacing(" * ", with: " × "))
    #expect(step.substituted == conditional.numbers.replacing(" * ", with: " × "))
    #expect(step.substitutedTeX == conditional.numbersTeX)
  }

  @Test func `The case that is taken follows the inputs`() throws {
    var workbook = Self.workbook("input n = 3\noutput y = 1 if n > 2 else 0")
    try workbook.setInput("n", of: "a", to: "2")
    let step = try #require(workbook.derivation(of: "y", in: "a")?.steps.last)
    #expect(step.substituted == "{1, if 2 > 2; 0, otherwise (taken)}")
  }

  // MARK: Sensitivity

  @Test func `Elasticities are ranked`() {
    let workbook = Self.workbook(
      "input hw = h100_sxm\ninput n = 10\ninput m = 2\ninput z = 0\noutput y = n ** 3 * m / hw.memory.bandwidth + z * 1 s/B\noutput w = ceil(m)"
    )
    let found = workbook.sensitivities(of: "a")
    #expect(found.filter { $0.output == "y" }.map(\.input) == ["n", "m", "hw.memory.bandwidth"])
    #expect(found.filter { $0.output == "y" }.map { ($0.elasticity * 100).rounded() / 100 } == [3, 1, -1])
    // A ceiling: from 2 to 3 between 1.8 and 2.2.
    #expect(found.first { $0.output == "w" }?.input == "m")
    #expect(found.first { $0.output == "w" }.map { ($0.elasticity * 100).rounded() / 100 } == 2.02)
    #expect(found.last?.elasticity == 0)
  }

  // MARK: Sweep

  @Test func `A sweep over one input`() throws {
    let sweep = try Self.cache.sweep("a", over: [SweepRange("context", from: "1024", to: "4096", count: 3)])
    #expect(sweep.axes[0].numbers == [1024, 2048, 4096])
    #expect(sweep.axes[0].isLogarithmic)
    #expect(sweep.series.map(\.name) == ["kv", "share"])
    #expect(sweep.series[0].numbers == [0.536870912, 1.073741824, 2.147483648])
    #expect(sweep.series[0].unit == "GB")
  }

  @Test func `A sweep over two inputs`() throws {
    let sweep = try Self.cache.sweep(
      "a",
      over: [
        SweepRange("layers", from: "1", to: "2", count: 2), SweepRange("heads", from: "1", to: "3", count: 3),
      ],
      outputs: ["kv"])
    #expect(sweep.axes.map(\.numbers) == [[1, 2], [1, 2, 3]])
    #expect(sweep.series[0].numbers.map { ($0 ?? 0) / 0.001048576 } == [1, 2, 3, 2, 4, 6])
  }

  @Test func `Holes stay holes, and mistakes are said`() throws {
    let workbook = Self.workbook("input n = 2 0...2 real\noutput y = 1 / n")
    #expect(try workbook.sweep("a", over: [SweepRange("n", count: 3)]).series[0].numbers == [nil, 1, 0.5])
    #expect(throws: Diagnostic.self) { try workbook.sweep("a", over: [SweepRange("m")]) }
    #expect(throws: Diagnostic.self) { try workbook.sweep("a", over: [SweepRange("n", from: "2", to: "1")]) }
    #expect(throws: Diagnostic.self) { try workbook.sweep("a", over: [SweepRange("n", from: "2 s")]) }
    #expect(throws: Diagnostic.self) { try workbook.sweep("a", over: []) }
    #expect(throws: Diagnostic.self) { try workbook.sweep("a", over: [SweepRange("n")], outputs: ["z"]) }
    #expect(throws: Diagnostic.self) {
      try workbook.sweep("a", over: [SweepRange("n", count: 10_000), SweepRange("n", count: 10_000)])
    }
  }

  // MARK: Solve

  static let solutions: [(String, String, String, [String])] = [
    ("input x = 3 1...100\noutput y = x ** 2", "y", "49", ["point 7"]),
    ("input x = 3 -10...10 real\noutput y = x ** 2", "y", "16", ["point -4", "point 4"]),
    ("input x = 3 -10...10 real\noutput y = x ** 2", "y", "-1", []),
    ("input x = 3 0...10 real\noutput y = floor(x)", "y", "4.5", ["jump 5"]),
    ("input x = 3 0...10 real\noutput y = 1 if x > 5 else 2", "y", "1.5", ["jump 5"]),
    ("input x = 3 -5...5 real\noutput y = x ** 3 - x", "y", "0", ["point -1", "point 0", "point 1"]),
    ("input x = 2 GB 1...1000\noutput y = x / (2 GB/s) -> ms", "y", "3 s", ["point 6"]),
    ("input x = 2 GB 1...1000\noutput y = x / (2 GB/s) -> ms", "y", "3000", ["point 6"]),
    ("input x = 2048 128...1048576 log\noutput y = x * 512 KB -> GB", "y", "80 GB", ["point 156250"]),
    ("input x = 3 0.5...10 real\noutput y = max(2, x)", "y", "2", ["plateau 0.5"]),
    ("input x = 50 %  0...100\noutput y = 1 / (1 - x)", "y", "4", ["point 75"]),
    ("input x = 1 -1...1 real\noutput y = 1 / x", "y", "1e9", []),
  ]

  @Test(arguments: solutions)
  func `Solving finds none, one or several`(body: String, output: String, target: String, expected: [String])
    throws
  {
    let found = try Self.workbook(body).solve("a", output: output, equals: target, for: SweepRange("x"))
    let texts = found.map { solution in
      "\(solution.kind.rawValue) \(NumberFormat().plain(solution.number, digits: 9, isCount: false, isPadded: false))"
        .replacing(",", with: "")
    }
    #expect(texts == expected)
  }

  @Test func `A target of another dimension is refused`() {
    let workbook = Self.workbook("input x = 2 1...10\noutput y = x * 1 GB")
    #expect(throws: Diagnostic.self) {
      try workbook.solve("a", output: "y", equals: "3 s", for: SweepRange("x"))
    }
    #expect(throws: Diagnostic.self) {
      try workbook.solve("a", output: "z", equals: "3 GB", for: SweepRange("x"))
    }
  }

  // MARK: Integer search

  static let searches: [(String, Workbook.Extreme, String, Int?)] = [
    ("input x = 3 1...1000000", .largest, "x * 7 GB <= 80 GB", 11),
    ("input x = 3 1...1000000", .smallest, "x ** 2 > 1000000", 1001),
    ("input x = 3 1...100", .largest, "x % 7 == 3", 94), ("input x = 3 1...100", .largest, "x > 200", nil),
    ("input x = 3 1...100", .smallest, "x > 0", 1),
    ("input x = 3 1...1000000 log", .largest, "x * 7 GB <= h100_sxm.memory.capacity", 11),
    ("input x = 3 1...1000000", .largest, "x > 0", 1_000_000),
  ]

  @Test(arguments: searches)
  func `The largest or smallest number that fits`(
    body: String, extreme: Workbook.Extreme, condition: String, expected: Int?
  ) throws {
    #expect(try Self.workbook(body).search(extreme, "x", of: "a", where: condition) == expected)
  }

  @Test(arguments: ["x +", "y > 3", "x", "x > 3 s"])
  func `A condition that is none is refused`(condition: String) {
    let workbook = Self.workbook("input x = 3 1...100")
    do {
      let found = try workbook.search(.largest, "x", of: "a", where: condition)
      #expect(condition == "x > 3 s" && found == nil)
    } catch {
      #expect(error.span.upperBound <= condition.utf8.count)
    }
  }

  // MARK: Comparison

  @Test func `What an override changes, the largest change first`() {
    var workbook = Workbook(library: TestLibrary.library)
    let bodies = [
      "input hw = h100_sxm\noutput t = 140 GB / hw.memory.bandwidth\noutput c = hw.memory.capacity",
      "use t = c0.t\noutput u = t ** 2 / (1 s)\noutput same = 3",
      "output e = dram_access",
    ]
    workbook.add(
      bodies.enumerated().map {
        Calculator(id: "c\($0)", title: "", body: $1, units: TestLibrary.library.units)
      })
    let found = workbook.differences(
      from: Scenario(),
      to: Scenario(overrides: ["h100_sxm.memory.bandwidth": "6.7 TB/s", "dram_access": "700 pJ"]))
    #expect(found.map { "\($0.calculator).\($0.output)" } == ["c1.u", "c0.t", "c2.e"])
    #expect(found.map(\.before) == ["1.75 ms", "41.8 ms", "640 pJ"])
    #expect(found.map(\.after) == ["437 µs", "20.9 ms", "700 pJ"])
    #expect(found[1].ratio == 0.5)
    #expect(workbook.scenario.isEmpty)
  }

  @Test func `An evaluator follows its numbers`() throws {
    var evaluator = try #require(Self.cache.evaluator(of: "a"))
    #expect(evaluator.number(of: "kv") == 1_073_741_824)
    evaluator.set("context", to: 1024)
    #expect(evaluator.number(of: "kv") == 536_870_912)
    evaluator.set("hw.memory.capacity", to: 1_073_741_824)
    #expect(evaluator.number(of: "share") == 0.5)
  }
}
