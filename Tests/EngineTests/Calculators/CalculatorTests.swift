import Testing

@testable import Engine

struct CalculatorTests {
  static let body = """
    input  hw      = h100_sxm               "accelerator"        workbench
    input  layers  = 32                     "layers"              1...200
    input  heads   = 32                     "key/value heads"     1...128
    input  width   = 128                    "head width"
    input  context = 2048                   "tokens of context"   128...1048576 log
    input  bytes   = 2 B                    "bytes per element"   {4 B, 2 B, 1 B, 0.5 B}   # a comment
    let    per_token = 2 * layers * heads * width * bytes
    output kv      = per_token * context        -> GB   "KV cache"
    output share   = kv / hw.memory.capacity    -> %    "share of the accelerator's memory"
    check  kv ≈ 1.07 GB
    check  share ~= 1.34 %
    note "one table prints 1.1 GB"
    """
  static let units = TestLibrary.library.units
  static let calculator = Calculator(id: "kv", title: "KV cache of one request", body: body, units: units)

  static func workbook(_ bodies: [String: String] = ["kv": body]) -> Workbook {
    var workbook = Workbook(library: TestLibrary.library)
    workbook.add(
      bodies.sorted { $0.key < $1.key }.map {
        Calculator(id: $0.key, title: "", body: $0.value, units: units)
      })
    return workbook
  }

  @Test func `A cell declares inputs, outputs, checks and notes`() throws {
    let calculator = Self.calculator
    #expect(calculator.diagnostics == [])
    #expect(calculator.inputs.map(\.name) == ["hw", "layers", "heads", "width", "context", "bytes"])
    #expect(calculator.inputs.map(\.isWorkbench) == [true, false, false, false, false, false])
    #expect(calculator.inputs.map(\.isInteger) == [false, true, true, false, true, false])
    #expect(calculator.inputs[4].isLogarithmic)
    #expect(calculator.inputs[5].choices == ["4 B", "2 B", "1 B", "0.5 B"])
    #expect(calculator.inputs[0].label == "accelerator")
    #expect(calculator.inputs[5].unit?.text == "B")
    #expect(calculator.outputs.map(\.label) == ["KV cache", "share of the accelerator's memory"])
    #expect(calculator.outputs.map(\.digits) == [3, 3])
    #expect(calculator.checks.map(\.name) == ["kv", "share"])
    #expect(calculator.checks.map(\.expected) == ["1.07 GB", "1.34 %"])
    #expect(calculator.notes == ["one table prints 1.1 GB"])
  }

  @Test func `It evaluates, follows its inputs and goes back`() throws {
    var workbook = Self.workbook()
    let result = try #require(workbook.result(of: "kv"))
    #expect(result.inputs.map(\.text) == ["NVIDIA H100 SXM", "32", "32", "128", "2,048", "2 B"])
    #expect(result.outputs.map(\.text) == ["1.07 GB", "1.34 %"])
    #expect(result.outputs.map(\.unit) == ["GB", "%"])
    #expect(result.outputs[0].number == 1.073741824)
    #expect(result.checks.map(\.isHeld) == [true, true])
    #expect(!result.isChanged)

    #expect(try workbook.setInput("context", of: "kv", to: "4,096") == ["kv"])
    let changed = try #require(workbook.result(of: "kv"))
    #expect(changed.outputs.map(\.text) == ["2.15 GB", "2.68 %"])
    #expect(changed.outputs.map(\.authored) == ["1.07 GB", "1.34 %"])
    #expect(changed.outputs.map(\.isChanged) == [true, true])
    #expect(changed.checks.map(\.isHeld) == [false, false])
    #expect(workbook.scenario.inputs == ["kv": ["context": "4096"]])
    #expect(workbook.inline("kv", near: "kv").isChanged)
    #expect(workbook.inline("kv", near: "kv").text == "2.15 GB")
    #expect(!workbook.inline("layers", near: "kv").isChanged)

    #expect(workbook.reset(nil, of: "kv") == ["kv"])
    #expect(workbook.scenario.isEmpty)
    #expect(workbook.result(of: "kv") == result)
  }

  static let entries: [(String, String, String)] = [
    ("layers", "80", "80"), ("layers", " ~80 ", "80"), ("layers", "8e1", "80"), ("layers", "4*20", "80"),
    ("context", "1,048,576", "1,048,576"),
    ("bytes", "1", "1 B"), ("bytes", "0.5 B", "0.5 B"), ("bytes", "4 bit", "0.5 B"), ("hw", "t4", "T4"),
    ("hw", "nvidia h100 sxm", "NVIDIA H100 SXM"),
    ("width", "1e3", "1,000"), ("width", "1.5×10²", "150"), ("width", "64x", "64"),
  ]

  @Test(arguments: entries)
  func `An entry is read`(name: String, entry: String, expected: String) throws {
    var workbook = Self.workbook()
    try workbook.setInput(name, of: "kv", to: entry)
    #expect(workbook.result(of: "kv")?.inputs.first { $0.name == name }?.text == expected)
  }

  static let refused: [(String, String, Diagnostic.Kind, String, String?)] = [
    (
      "context", "5", .bounds, "“tokens of context” goes from 128 to 1,048,576, got 5",
      "type a number in these bounds"
    ),
    ("layers", "500", .bounds, "“layers” goes from 1 to 200, got 500", "type a number in these bounds"),
    ("layers", "2.5", .bounds, "“layers” takes a whole number, got 2.5", nil),
    ("layers", "7B", .unit, "“layers” takes a plain number, and “7B” is none", "did you mean 7e9?"),
    ("layers", "70k", .unit, "“layers” takes a plain number, and “70k” is none", "did you mean 70e3?"),
    ("layers", "3 s", .unit, "“layers” takes a plain number, got a time (s)", "type a number without a unit"),
    ("layers", "[1, 2]", .unit, "“layers” takes a number, got a list", nil),
    (
      "layers", "abc", .name, "there is no value named “abc”", "“layers” takes a whole number from 1 to 200"
    ),
    ("layers", "", .syntax, "“layers” needs a value", "type 32 for the author's value"),
    ("bytes", "3 B", .choice, "“bytes per element” is one of 4 B, 2 B, 1 B, 0.5 B; got 3 B", nil),
    (
      "bytes", "3 s", .unit, "“bytes per element” takes a data size (B), got a time (s)", "type a number in B"
    ),
    (
      "hw", "h100", .choice, "“accelerator” takes a hardware profile, and there is none named “h100”",
      "did you mean h100_sxm?"
    ),
    (
      "hw", "h100_sxn", .choice, "“accelerator” takes a hardware profile, and there is none named “h100_sxn”",
      "did you mean h100_sxm?"
    ),
    (
      "hw", "llama2_7b", .choice,
      "“accelerator” takes a hardware profile, and there is none named “llama2_7b”", nil
    ),
    ("lyers", "3", .name, "kv has no input named “lyers”", "did you mean layers?"),
  ]

  @Test(arguments: refused)
  func `An entry is refused with the reason`(
    name: String, entry: String, kind: Diagnostic.Kind, message: String, hint: String?
  ) {
    var workbook = Self.workbook()
    do {
      try workbook.setInput(name, of: "kv", to: entry)
      Issue.record("taken")
    } catch {
      #expect(error.kind == kind)
      #expect(error.message == message)
      #expect(error.hint == hint)
    }
    #expect(workbook.scenario.isEmpty)
  }

  static let steps: [(String, String, Int, Bool, String)] = [
    ("input a = 32 1...200", "a", 1, false, "33"), ("input a = 200 1...200", "a", 1, false, "200"),
    ("input a = 37 0...100 step 5", "a", 1, false, "42"), ("input a = 50 0...1000", "a", 1, false, "55"),
    ("input a = 2048 128...1048576 log", "a", 1, false, "4,096"),
    ("input a = 2048 128...1048576 log", "a", -2, false, "512"),
    ("input a = 2048 128...1048576 log", "a", 1, true, "1,048,576"),
    ("input a = 100 1...1000000 log", "a", 1, false, "125"),
    ("input a = 1 1...1000000 log", "a", 1, false, "2"),
    ("input a = 100 1...1000000 log", "a", 1, true, "1,000"),
    ("input a = 0.5 0...1", "a", 1, false, "0.51"), ("input a = 45 % 0...100", "a", 1, false, "46 %"),
    ("input a = 45 % 0...100", "a", -1, true, "35 %"),
    ("input a = 80 GB", "a", 1, false, "85 GB"), ("input a = 2 B {4 B, 2 B, 1 B}", "a", 1, false, "1 B"),
    ("input a = 2 B {4 B, 2 B, 1 B}", "a", -5, false, "4 B"),
    ("input a = fp16 {fp32, fp16}", "a", -1, false, "fp32"),
    ("input a = true", "a", 1, false, "false"), ("input a = t4", "a", -1, false, "NVIDIA H100 SXM"),
    ("input a = [1, 2]", "a", 1, false, "[1, 2]"),
    ("input a = 3.35 TB/s 0.1...10 log", "a", 1, false, "4 TB/s"), ("input a = 0", "a", 1, false, "1"),
    ("input a = -5 -10...10", "a", 1, false, "-4"),
  ]

  @Test(arguments: steps)
  func `An input moves by steps`(body: String, name: String, steps: Int, coarse: Bool, expected: String) {
    var workbook = Self.workbook(["a": body])
    #expect(workbook.diagnostics(of: "a") == [])
    workbook.step(name, of: "a", by: steps, coarse: coarse)
    #expect(workbook.result(of: "a")?.inputs.first?.text == expected)
  }

  static let checks: [(String, Bool)] = [
    ("check 1.074 GB ≈ 1.07 GB", true), ("check 1.0751 GB ≈ 1.07 GB", false), ("check 15.4 ≈ 15", true),
    ("check 1234 ≈ 1200", false),
    ("check 1234 ≈ 1200 ± 3 %", true), ("check 1234 ≈ 1200 ± 2 %", false),
    ("check 45.3 % ≈ 45 % ± 0.5 pp", true), ("check 9.3 x ≈ 9.3 x", true),
    ("check 3 in 1...4", true), ("check 5 GB in 1 GB...4 GB", false),
    ("check [1.04, 2.06] ≈ [1.0, 2.1]", true), ("check [1, 2] ≈ [1]", false),
    ("check \"a\" == \"a\"", true), ("check 3 > 2", true), ("check 2 > 3", false),
    ("check 9.09e-13 ≈ 9.1e-13", true), ("check (2 > 1) == true", true),
    ("check 0 ≈ 0", true), ("check 0.04 ≈ 0", true), ("check 0.6 ≈ 0", false), ("check -2.51 ≈ -2.5", true),
    ("check $3.004 ≈ $3.00", true),
  ]

  @Test(arguments: checks)
  func `A check holds or not`(line: String, isHeld: Bool) throws {
    let workbook = Self.workbook(["a": line])
    #expect(workbook.diagnostics(of: "a") == [])
    #expect(workbook.result(of: "a")?.checks.first?.isHeld == isHeld)
  }

  @Test func `Bounds in the default's unit, digits of the check, order of lines`() throws {
    let workbook = Self.workbook([
      "a": """
      output second = first * 2 -> KB "later"
      let first = size / 3
      input size = 40 KB "size" 1...100
      input err = 25.8 % -> % "error" 0...100
      output loss = err -> % digits 2
      check second ≈ 26.67 KB
      """
    ])
    #expect(workbook.diagnostics(of: "a") == [])
    let inputs = try #require(workbook.calculator("a")?.inputs)
    #expect(inputs[0].highest == Quantity(100_000, .data))
    #expect(!inputs[0].isInteger)
    #expect(inputs[1].highest == Quantity(1))
    #expect(workbook.result(of: "a")?.outputs.map(\.text) == ["26.67 KB", "26 %"])
  }

  @Test func `A failure spoils only what needs it`() throws {
    let workbook = Self.workbook([
      "a": "input n = 0\nlet bad = 3 / n\noutput worse = bad + 1\noutput good = n + 1"
    ])
    let outputs = try #require(workbook.result(of: "a")?.outputs)
    #expect(outputs[0].value == nil)
    #expect(outputs[0].error?.message == "“bad” has no value: division by zero")
    #expect(outputs[0].error?.isConsequence == true)
    #expect(outputs[1].text == "1")
    #expect(workbook.diagnostics(of: "a").map(\.message) == ["division by zero"])
  }
}
