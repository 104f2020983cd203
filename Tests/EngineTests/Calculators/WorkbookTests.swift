import Testing

@testable import Engine

/// Calculators that read each other, figures that are overridden, scenarios that come back.
struct WorkbookTests {
  static let units = TestLibrary.library.units

  static func calculator(_ id: String, _ body: String, covers: [Cover] = []) -> Calculator {
    Calculator(id: id, title: "", covers: covers, body: body, units: units)
  }

  static let chain: Workbook = {
    var workbook = Workbook(library: TestLibrary.library)
    workbook.add([
      calculator("c-last", "use b = b-middle.twice\noutput c = b + 1"),
      calculator("a-first", "input a = 1 0...100", covers: [Cover(id: "example", inputs: ["x": "a"])]),
      calculator("b-middle", "use a = a-first.a\nlet twice = 2 * a"),
      calculator("other", "output o = 5"),
    ])
    return workbook
  }()

  @Test func `A change goes through the calculators that need it and no others`() throws {
    var workbook = Self.chain
    #expect(workbook.result(of: "c-last")?.outputs[0].text == "3")
    #expect(try workbook.setInput("a", of: "a-first", to: "10") == ["a-first", "b-middle", "c-last"])
    #expect(workbook.result(of: "c-last")?.outputs[0].text == "21")
    #expect(workbook.result(of: "c-last")?.outputs[0].isChanged == true)
    #expect(workbook.result(of: "other")?.isChanged == false)
    #expect(workbook.dependents(of: "a-first") == ["b-middle"])
    #expect(workbook.calculatorIDs == ["c-last", "a-first", "b-middle", "other"])
    #expect(workbook.inline("c-last.c", near: "other").isChanged)
  }

  @Test func `A calculator that comes later mends those that waited for it`() throws {
    var workbook = Workbook(library: TestLibrary.library)
    workbook.add([Self.calculator("b", "use x = a.x\noutput y = x + 1")])
    #expect(workbook.diagnostics(of: "b").map(\.message) == ["there is no calculator named “a”"])
    _ = workbook.apply(Scenario(inputs: ["a": ["x": "7"]]))
    workbook.add([Self.calculator("a", "input x = 3")])
    #expect(workbook.diagnostics(of: "b") == [])
    #expect(workbook.result(of: "b")?.outputs[0].text == "8")
    #expect(workbook.result(of: "b")?.outputs[0].authored == "4")
    workbook.add([Self.calculator("a", "input x = 5")])
    #expect(workbook.result(of: "b")?.outputs[0].authored == "6")
  }

  /// A sum over 90,000 squares takes some 300,000 steps: well within what one formula may take.
  private static func costly(_ count: Int) -> String {
    (0..<count).map { "let a\($0) = sum([x * x for x in range(1, 90000)])" }.joined(separator: "\n")
  }

  @Test func `Formulas of a calculator share a budget of steps`() {
    var workbook = Workbook(library: TestLibrary.library)
    workbook.add([
      Self.calculator("c", Self.costly(12) + "\noutput last = 1"), Self.calculator("d", "output o = 2"),
    ])
    let messages = Set(workbook.diagnostics(of: "c").map(\.message))
    #expect(messages == ["the calculations before this one take too many steps together"])
    #expect(workbook.diagnostics(of: "d") == [])
    #expect(workbook.result(of: "d")?.outputs[0].text == "2")
  }

  @Test func `A cycle is reported with its path`() {
    var workbook = Workbook(library: TestLibrary.library)
    workbook.add([
      Self.calculator("a", "use x = c.x\nlet y = x"), Self.calculator("b", "use y = a.y\nlet z = y"),
      Self.calculator("c", "use z = b.z\nlet x = z"), Self.calculator("d", "use x = c.x\noutput o = x"),
    ])
    let diagnostic = workbook.diagnostics(of: "a").first
    #expect(diagnostic?.kind == .cycle)
    #expect(diagnostic?.message == "calculators need each other: a → c → b → a")
    #expect(workbook.diagnostics(of: "d") == [])
    #expect(workbook.result(of: "d")?.outputs[0].error?.isConsequence == true)
  }

  @Test func `Overrides of figures and constants reach every reader`() throws {
    var workbook = Workbook(library: TestLibrary.library)
    workbook.add([
      Self.calculator("a", "input hw = h100_sxm workbench\noutput t = 140 GB / hw.memory.bandwidth"),
      Self.calculator("b", "output e = dram_access * 2 -> pJ"),
      Self.calculator("c", "use t = a.t\noutput u = t * 2"),
    ])
    #expect(try workbook.setOverride("h100_sxm.memory.bandwidth", to: "6.7 TB/s") == ["a", "c"])
    #expect(workbook.result(of: "a")?.outputs[0].text == "20.9 ms")
    #expect(workbook.result(of: "a")?.isChanged == true)
    #expect(workbook.result(of: "c")?.outputs[0].text == "41.8 ms")
    #expect(try workbook.setOverride("dram_access", to: "320") == ["b"])
    #expect(workbook.result(of: "b")?.outputs[0].text == "640 pJ")
    #expect(workbook.inline("h100_sxm.memory.bandwidth", near: nil).text == "6.7 TB/s")
    #expect(throws: Diagnostic.self) { try workbook.setOverride("dram_access", to: "3 s") }
    #expect(throws: Diagnostic.self) { try workbook.setOverride("h100_sxm.memory.size", to: "3 GB") }
    #expect(try workbook.setWorkbench(.hardware, to: "a100_80gb") == ["a", "c"])
    #expect(workbook.result(of: "a")?.outputs[0].text == "68.7 ms")
    #expect(workbook.result(of: "a")?.inputs[0].isChanged == true)

    let scenario = workbook.scenario
    var second = Workbook(library: TestLibrary.library)
    second.add(["a", "b", "c"].compactMap { workbook.calculator($0) })
    #expect(second.apply(scenario) == [])
    #expect(second.scenario == scenario)
    #expect(
      ["a", "b", "c"].map { second.result(of: $0) } == ["a", "b", "c"].map { workbook.result(of: $0) })
    #expect(second.apply(Scenario()) == [])
    #expect(second.result(of: "a")?.isChanged == false)
  }

  @Test func `A scenario that no longer fits is trimmed and says so`() {
    var workbook = Self.chain
    let problems = workbook.apply(
      Scenario(
        inputs: ["a-first": ["a": "500", "gone": "1"], "unread": ["x": "1"]], overrides: ["gone": "3"],
        workbench: ["hardware": "gone"]))
    #expect(problems.map(\.kind) == [.choice, .name, .bounds, .name])
    #expect(workbook.scenario == Scenario(inputs: ["unread": ["x": "1"]]))
    #expect(workbook.result(of: "a-first")?.isChanged == false)
  }

  @Test func `An example finds the calculator that stands for it`() {
    let found = Self.chain.calculator(covering: "example")
    #expect(found?.calculator.id == "a-first")
    #expect(found?.cover.inputs == ["x": "a"])
    #expect(Self.chain.calculator(covering: "none") == nil)
  }

  @Test func `An example is evaluated in its own names`() throws {
    var workbook = Workbook(library: TestLibrary.library)
    let cover = Cover(
      id: "ridge", inputs: ["peak": "hw.peak.fp16", "bw": "hw.memory.bandwidth", "n": "count"],
      outputs: ["r": "ridge"],
      set: ["hw": "a100_80gb"])
    workbook.add([
      Self.calculator(
        "a",
        "input hw = h100_sxm\ninput count = 1\noutput ridge = count * hw.peak.fp16 / hw.memory.bandwidth",
        covers: [cover])
    ])
    let scenario = try workbook.scenario(covering: "ridge", inputs: ["bw": "1 TB/s", "n": "2"])
    #expect(scenario.overrides == ["a100_80gb.memory.bandwidth": "1 TB/s"])
    #expect(scenario.inputs == ["a": ["hw": "a100_80gb", "count": "2"]])
    #expect(workbook.apply(scenario) == [])
    #expect(workbook.result(of: "a")?.outputs[0].text == "624 FLOP/B")
    #expect(throws: Diagnostic.self) { try workbook.scenario(covering: "ridge", inputs: ["x": "1"]) }
    #expect(throws: Diagnostic.self) { try workbook.scenario(covering: "none") }
  }

  @Test func `A restricted choice of profiles`() throws {
    var workbook = Workbook(library: TestLibrary.library)
    workbook.add([
      Self.calculator("a", "input hw = h100_sxm {h100_sxm, t4} workbench\noutput c = hw.memory.capacity")
    ])
    #expect(workbook.diagnostics(of: "a") == [])
    #expect(workbook.choices(of: "hw", in: "a").map(\.text) == ["NVIDIA H100 SXM", "T4"])
    #expect(throws: Diagnostic.self) { try workbook.setInput("hw", of: "a", to: "a100_80gb") }
    try workbook.setInput("hw", of: "a", to: "t4")
    #expect(workbook.result(of: "a")?.outputs[0].text == "16 GB")
    workbook.reset("hw", of: "a")
    try workbook.setWorkbench(.hardware, to: "a100_80gb")
    #expect(workbook.result(of: "a")?.outputs[0].text == "80 GB")
    #expect(workbook.result(of: "a")?.isChanged == false)
  }

  @Test func `Choices of an input`() {
    var workbook = Workbook(library: TestLibrary.library)
    workbook.add([
      Self.calculator(
        "a",
        "input hw = t4\ninput b = 2 B {4 B, 2 B}\ninput o = adam {sgd, adam}\ninput m = llama2_7b\ninput n = 3"
      )
    ])
    #expect(workbook.diagnostics(of: "a") == [])
    #expect(workbook.choices(of: "hw", in: "a").map(\.entry) == ["a100_80gb", "h100_sxm", "t4"])
    #expect(workbook.choices(of: "hw", in: "a").map(\.text) == ["NVIDIA A100 80GB", "NVIDIA H100 SXM", "T4"])
    #expect(workbook.choices(of: "b", in: "a").map(\.entry) == ["4 B", "2 B"])
    #expect(workbook.choices(of: "o", in: "a").map(\.entry) == ["sgd", "adam"])
    #expect(workbook.choices(of: "n", in: "a").isEmpty)
    #expect(
      workbook.calculator("a")?.inputs.map(\.kind) == [
        .profile(.hardware), .quantity, .text, .profile(.model), .quantity,
      ])
  }

  @Test func `A figure that a profile lacks is said where it is used`() throws {
    var workbook = Workbook(library: TestLibrary.library)
    workbook.add([
      Self.calculator(
        "a", "input hw = h100_sxm\noutput t = 1 GB / hw.memory.bandwidth\noutput c = hw.memory.capacity")
    ])
    try workbook.setInput("hw", of: "a", to: "t4")
    let outputs = try #require(workbook.result(of: "a")?.outputs)
    #expect(outputs[0].error?.message == "memory.bandwidth is not given for T4")
    #expect(outputs[1].text == "16 GB")
  }

  @Test(arguments: ["-2.5", "−2.5", "-2.50"])
  func `An entry has a hyphen or a minus sign, a value as programs read it a hyphen`(entry: String) throws {
    var workbook = Workbook(library: TestLibrary.library)
    workbook.add([
      Calculator(
        id: "a", title: "A", body: "input x = 1 \"score\" -10...10 real\noutput y = 2 * x", units: .standard)
    ])
    try workbook.setInput("x", of: "a", to: entry)
    #expect(workbook.result(of: "a")?.outputs[0].text == "-5")
    #expect(workbook.inline("y", near: "a").text == "-5")
  }

  @Test func `Figures are read from their texts`() {
    let library = TestLibrary.library
    #expect(library.value(of: "640 pJ") == .quantity(Quantity(640e-12, .energy)))
    #expect(library.value(of: "25.6e6") == .quantity(Quantity(25.6e6)))
    #expect(library.value(of: "NVLink 4") == .text("NVLink 4"))
    #expect(library.value(of: "-3") == .quantity(Quantity(-3)))
    #expect(library.value(of: "45 %") == .quantity(Quantity(0.45)))
  }

  @Test func `An equation is checked when it is added`() {
    var library = TestLibrary.library
    #expect(library.add(Equation(id: "x", name: "X", tex: "", body: "fn x(a: B) -> s = a * bogus")) == [])
    #expect(library.problems(in: "x").map(\.message) == ["there is no value named “bogus”"])
    #expect(library.problems(in: "transfer-time") == [])
    #expect(
      library.add(Equation(id: "y", name: "Y", tex: "", body: "fn y(a: Bx) = a")).map(\.kind) == [.unit])
    #expect(library.add(Equation(id: "z", name: "Z", tex: "", body: "let a = 3")).map(\.kind) == [.syntax])
    #expect(library.add(Equation(id: "w", name: "W", tex: "E = mc^2")) == [])
    #expect(library.signature(of: "transfer-time")?.parameters.map(\.name) == ["size", "rate"])
  }
}
