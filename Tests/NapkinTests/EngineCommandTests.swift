import Foundation
import Testing

/// What the engine answers, asked from a shell about the real book. Expected numbers are reckoned here: the digit
/// network has 109,386 parameters of 4 B, held four times in training, and 986 activations of 4 B a sample.
@Suite struct EngineCommandTests {
  private static let memory = "ch05-mnist-training-memory"

  private static func training(batch: Double) -> Double { 109_386 * 16 + 986 * 4 * batch }

  // MARK: Words

  @Test(arguments: [
    (
      ["explain", memory + ".training", "--set", "batch=64"],
      ["64 × (784 + 128 + 64 + 10) × 4 B", "252.4 KB"]
    ),
    (["explain", memory + ".training", "--set", "batch=64"], ["changed, 32 in the book", "2.00 MB"]),
    (["explain", memory + ".weights", "--form", "latex"], [#"109{,}386 \times 4\ \text{B}"#, "aligned"]),
    (
      ["explain", "h100_sxm.peak.fp16 / h100_sxm.memory.bandwidth"],
      ["(989 TFLOP/s) / (3.35 TB/s)", "295 FLOP/B", "NVIDIA H100 Tensor Core GPU"]
    ),
    (
      ["explain", memory + ".weights + 2 * " + memory + ".gradients"], ["438 KB + 2 × 438 KB", "1.31 MB"]
    ),
    (["explain", "iron_law"], ["operations", "FLOP/s", "Assumes:"]),
    (["solve", memory, "--output", "training", "--equals", "16 MB", "--for", "batch"], ["3,613", "3,614"]),
    (
      ["solve", memory, "--output", "training", "--equals", "16 GB", "--for", "batch"],
      ["No batch gives training = 16 GB", "1.75412 MB"]
    ),
    (
      ["solve", memory, "--where", "training <= 16 MB", "--largest", "--for", "batch"],
      ["batch = 3,613 is the largest"]
    ),
    (["solve", memory, "--where", "training < 1 B", "--smallest", "--for", "batch"], ["No whole batch"]),
    (
      ["sweep", memory, "--over", "batch", "--to", "3", "--output", "training"],
      ["training, all (MB)", "1.754", "1.762"]
    ),
    (
      ["sweep", memory, "--over", "batch", "--output", "training", "--chart"], ["training batch", "1k", "┤"]
    ),
    (
      ["whatif", "dram_access = 320 pJ"],
      ["640 pJ", "320 pJ", "0.5×", "ch05-weight-read-energy.ratio", "9 values change in 3 calculators."]
    ),
    (["whatif", "dram_access = 640 pJ"], ["Nothing in the book changes."]),
    (["equations"], ["performance", "iron_law", "Iron law of ML systems"]),
    (["equations", "memory_time"], ["Dᵥₒₗ", "────", "memory_time(D_vol: B, BW: B/s) -> s"]),
    (["hardware"], ["datacenter", "h100_sxm", "3.35 TB/s"]),
    (["hardware", "h100_sxm"], ["nvidia-h100-datasheet", "datasheet 2022", "Ridge points", "295 FLOP/B"]),
    (
      ["hardware", "a100_80gb", "h100_sxm", "--compare"],
      ["312 TFLOP/s", "989 TFLOP/s", "3.17×", "153 FLOP/B"]
    ),
    (["models", "--class", "language"], ["llama2_7b", "7,000,000,000"]),
    (["models", "llama2_7b"], ["touvron-2023", "the nominal count"]),
    (["list"], ["5  Neural Computation", "5.1"]),
    (["questions", "5"], ["q-ch05-rules-cost", "choice, easy"]),
    (["calc", memory, "batch=64"], ["2.00 MB"]),
  ])
  func reportsSayWhatTheyShould(_ arguments: [String], words: [String]) throws {
    let result = try Program.run(arguments)
    #expect(result.status == 0, "it says: \(result.errors)")
    for word in words { #expect(result.output.contains(word), "no '\(word)' in:\n\(result.output)") }
    let widest = result.output.split(separator: "\n").map(\.count).max() ?? 0
    #expect(widest <= 80 || arguments.contains("latex"), "\(widest) columns")
  }

  @Test(arguments: [
    (["explain", "no-such-calculator"], "no calculator 'no-such-calculator'"),
    (["explain", memory + ".trainin"], "Did you mean 'training'?"),
    (["explain", memory + ".batch"], "is an input"),
    (["explain", "3 GB + 2 s"], "time"),
    (["solve", memory, "--for", "batch"], "--output"),
    (["solve", memory, "--where", "training <= 1 GB", "--for", "batch"], "--largest"),
    (["solve", memory, "--where", "training <= 16 s", "--largest", "--for", "batch"], "time"),
    (["solve", memory, "--output", "training", "--equals", "16 s", "--for", "batch"], "time"),
    (["solve", memory, "--output", "training", "--equals", "16 MB", "--for", "batsh"], "batch"),
    (["sweep", memory, "--over", "batsh"], "batch"),
    (["sweep", memory, "--over", "batch", "--output", "trainin"], "training"),
    (["sweep", memory, "--over", "batch", "--points", "1"], "2 to 10000"),
    (["sweep", memory, "--over", "batch", "--from", "9", "--to", "3"], "smaller"),
    (["sweep", "ch05-gradient-20-layers", "--over", "max_derivative", "--log"], "above zero"),
    (["sweep", memory, "--over", "batch", "--chart"], "one kind of unit"),
    (["whatif", "h100_sxm.memory.bandwith = 6.7 TB/s"], "h100_sxm.memory.bandwidth"),
    (["whatif", "h100_sxm.memory.bandwidth = 6.7 s"], "time"),
    (["whatif", "h100_sxm.memory.bandwidth"], "name = value"),
    (["whatif", "h100_sxm = 3"], "one of its figures"),
    (["calc", "memory_time", "D_vol=", "BW=1 GB/s"], "'D_vol' has no value"),
    (["hardware", "h100_sxm", "--class", "edge"], "not both"),
    (["equations", "iron_lw"], "Did you mean 'iron_law'?"),
    (["equations", "--topic", "memry"], "Did you mean 'memory'?"),
    (["hardware", "h100"], "Did you mean 'h100_sxm'?"),
    (["hardware", "llama2_7b"], "napkin models"),
    (["hardware", "--class", "edgy"], "Did you mean 'edge'?"),
    (["hardware", "h100_sxm", "--compare"], "two or more"),
    (["models", "lama2_7b"], "llama2_7b"),
    (["questions", "97"], "97"),
    (
      ["calc", "ch05-gradient-10-layers", "--set", "layers=abc"],
      "there is no value named 'abc'\n  'layers' takes a whole number from 1 to 50"
    ),
    (
      ["whatif", "nosuch = 3"],
      "there is no constant or profile figure named 'nosuch'\n  name a constant, or a figure with its profile"
    ),
    (["calc", "iron_law", "D_vol=140GB"], "peak rate"),
    (["calc", "iron_law", "D_vl=140GB"], "Did you mean 'D_vol'?"),
    (["calc", "iron_law", "140GB"], "name=value"),
    (["calc", "memory_time", "D_vol=3 s", "BW=1 GB/s"], "data size"),
    (["calc", "memory_time", "D_vol=3 GB", "BW=1 GB/"], "1 GB/"),
    (["calc", "iron_lw"], "Did you mean 'iron_law'?"),
    (["calc", "2 + 3", "x=1"], "2 + 3"),
  ])
  func badInputIsSaidAndEndsWithTwo(_ arguments: [String], words: String) throws {
    let result = try Program.run(arguments)
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(result.errors.contains(words), "it says: \(result.errors)")
  }

  @Test(arguments: [
    (["calc", "1 / 0", "--json"], "bounds"),
    (["calc", "len(range(1000000))", "--json"], "bounds"),
    (["explain", "no-such-calculator", "--json"], "name"),
    (["solve", memory, "--output", "training", "--equals", "16 s", "--for", "batch", "--json"], "unit"),
    (["sweep", memory, "--over", "batch", "--from", "9", "--to", "3", "--json"], "bounds"),
    (["whatif", "dram_access", "--json"], "syntax"),
    (["hardware", "--class", "edgy", "--json"], "choice"),
  ])
  func programsAreToldOneOfSixKinds(_ arguments: [String], kind: String) throws {
    let result = try Program.run(arguments)
    #expect(result.status == 2)
    let error = try #require(try object(result.output)["error"] as? [String: Any])
    #expect(error["kind"] as? String == kind)
  }

  // MARK: Values

  @Test func explainNamesTheSourceOfAConstant() throws {
    let report = try json("explain", "ch05-weight-read-energy.ratio")
    let given = try #require(report["given"] as? [[String: Any]])
    let dram = try #require(
      given.first { $0["name"] as? String == "dram_access" }?["figure"] as? [String: Any])
    #expect(dram["source"] as? String == "horowitz-2014")
    #expect(dram["year"] as? Int == 2014)
    let steps = try #require(report["steps"] as? [[String: Any]])
    // 109,386 words of 640 pJ over 109,184 MAC of 4.6 pJ.
    #expect(steps.last?["result"] as? String == "139×")
    #expect(steps.last?["substituted"] as? String == "70.0 µJ / 0.502 µJ")
  }

  @Test(arguments: [2e6, 5e6, 16e6])
  func solveInvertsTheCalculator(target: Double) throws {
    let report = try json(
      "solve", Self.memory, "--output", "training", "--equals", "\(target / 1e6) MB", "--for", "batch")
    let found = try #require(report["solutions"] as? [[String: Any]])
    #expect(found.count == 1)
    let number = try #require(found.first?["number"] as? Double)
    #expect(abs(Self.training(batch: number) - target) < 1e-6 * target)
    #expect(found.first?["kind"] as? String == "point")
  }

  @Test(arguments: [("--largest", "<=", 3613), ("--smallest", ">", 3614)])
  func searchFindsTheLastNumberThatFits(end: String, comparison: String, expected: Int) throws {
    #expect(Self.training(batch: 3613) <= 16e6 && Self.training(batch: 3614) > 16e6)
    let report = try json(
      "solve", Self.memory, "--where", "training \(comparison) 16 MB", end, "--for", "batch")
    #expect(report["value"] as? Int == expected)
  }

  @Test func aWorkedExampleIsAskedByItsOwnNames() throws {
    // 4,000 operations are 40 times the 100 comparisons of the rules.
    let report = try json(
      "solve", "s000-hog-vs-rule", "--output", "ratio", "--equals", "40", "--for", "hog_ops")
    let found = try #require(report["solutions"] as? [[String: Any]])
    #expect(found.first?["number"] as? Double == 4000)
    let sweep = try json(
      "sweep", "s000-hog-vs-rule", "--over", "hog_ops", "--from", "1000", "--to", "3000", "--points", "3",
      "--output", "ratio")
    #expect(try numbers(sweep["outputs"]) == [10, 20, 30])
    let columns = try #require(sweep["inputs"] as? [[String: Any]])
    #expect(columns.first?["name"] as? String == "hog_ops")
  }

  @Test func sweepGivesEveryPointInAllForms() throws {
    let arguments = [
      "sweep", Self.memory, "--over", "batch", "--from", "1", "--to", "1024", "--log", "--output", "training",
    ]
    let report = try json(arguments)
    let batches = try numbers(report["inputs"])
    let sizes = try numbers(report["outputs"])
    #expect(batches == [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024])
    for (batch, size) in zip(batches, sizes) {
      #expect(abs(size * 1e6 - Self.training(batch: batch)) < 1)
    }
    let csv = try Program.run(arguments + ["--csv"]).output
    // A line end of two characters is one Character.
    let lines = csv.split(whereSeparator: \.isNewline)
    #expect(lines.first == "batch,training (MB)")
    #expect(lines.count == 12)
    #expect(lines[11].hasPrefix("1024,5.78883"))
  }

  @Test func sweepOverTwoInputsRunsTheSecondFastest() throws {
    let report = try json(
      "sweep", "ch05-gradient-20-layers", "--over", "layers", "--from", "1", "--to", "3", "--over2",
      "max_derivative", "--from2", "0.25", "--to2", "0.5", "--points2", "2")
    #expect(try numbers(report["outputs"]) == [0.25, 0.5, 0.0625, 0.25, 0.015625, 0.125])
  }

  @Test func whatIfListsTheLargestChangeFirst() throws {
    let report = try json("whatif", "dram_access = 320 pJ", Self.memory + ".batch = 64")
    let changes = try #require(report["differences"] as? [[String: Any]])
    let sizes = changes.map { abs(log($0["factor"] as? Double ?? 0)) }
    #expect(sizes.count > 5 && sizes == sizes.sorted(by: >))
    let training = try #require(
      changes.first { $0["calculator"] as? String == Self.memory && $0["output"] as? String == "training" })
    let factor = try #require(training["factor"] as? Double)
    #expect(abs(factor - Self.training(batch: 64) / Self.training(batch: 32)) < 1e-12)
    let reading = try #require(changes.first { $0["output"] as? String == "reading" })
    #expect(reading["factor"] as? Double == 0.5)
  }

  @Test func anEquationTakesArgumentsByName() throws {
    let report = try json(
      "calc", "iron_law", "D_vol=140GB", "BW=h100_sxm.memory.bandwidth", "O=280 GFLOP", "R_peak=989 TFLOP/s",
      "eta=0.5", "L_lat=0 s")
    let value = try #require(report["value"] as? Double)
    #expect(abs(value - (140e9 / 3.35e12 + 280e9 / (989e12 * 0.5))) < 1e-12)
  }

  @Test func ridgePointsAreComputed() throws {
    let report = try json("hardware", "h100_sxm")
    let ridges = try #require(report["ridge_points"] as? [[String: Any]])
    let half = try #require(ridges.first { $0["peak"] as? String == "peak.fp16" })
    #expect(abs((half["value"] as? Double ?? 0) - 989 / 3.35) < 1e-9)
    #expect(half["unit"] as? String == "FLOP/B")
    let edge = try Program.run(["hardware", "--class", "edge", "--json"])
    let machines = try #require(
      try JSONSerialization.jsonObject(with: Data(edge.output.utf8)) as? [[String: Any]])
    #expect(machines.contains { $0["id"] as? String == "jetson_orin" })
    #expect(machines.allSatisfy { $0["class"] as? String == "edge" })
  }

  @Test func questionsHaveTheShapeThatProgramsRead() throws {
    let result = try Program.run(["questions", "--json"])
    let questions = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [[String: Any]])
    #expect(Set(questions.compactMap { $0["id"] as? String }).count == questions.count)
    for question in questions {
      for key in ["id", "kind", "chapter", "difficulty", "stem", "options", "answer"] {
        #expect(question[key] != nil, "\(question["id"] ?? "") has no \(key)")
      }
      let options = try #require(question["options"] as? [[String: Any]])
      if question["kind"] as? String == "choice" {
        #expect(options.filter { $0["correct"] as? Bool == true }.count == 1)
      }
    }
    let cost = try #require(questions.first { $0["id"] as? String == "q-ch05-mac-blank" })
    #expect(cost["answer"] as? [[String]] == [["two", "2"], ["addition", "add", "sum"]])
  }

  // MARK: The prompt

  @Test(arguments: [
    ("let x = 3 GB\nx / (3 TB/s)", "x = 3 GB\n1 ms\n", Int32(0), ""),
    ("let x = 3 GB\nlet y = 2 * x\nlet x = 4 GB\ny -> MB", "x = 3 GB\ny = 6 GB\nx = 4 GB\n8,000 MB\n", 0, ""),
    ("\n# nothing\n\(memory).params", "109,386\n", 0, ""),
    ("2 + 3\n2 +\n7", "5\n", 2, "2 +"),
    ("let x = x + 1", "", 2, "x"),
    ("let x = 3 GB\nlet y = x + 1 s", "x = 3 GB\n", 2, "let y = x + 1 s\n          ^^^^^^^"),
  ])
  func linesAreEvaluatedOneByOne(_ input: String, output: String, status: Int32, errors: String) throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(input, to: "lines")
    let result = try Program.run([file], shell: #""$0" calc < "$1""#)
    #expect(result.output == output)
    #expect(result.status == status)
    #expect(
      errors.isEmpty ? result.errors.isEmpty : result.errors.contains(errors), "it says: \(result.errors)")
  }

  @Test func thePromptRemembersLinesAndGoesOnAfterMistakes() throws {
    let session = try TerminalSession()
    try session.run("NAPKIN_BOOK=$book $napkin calc")
    try session.wait(forText: "Ctrl-D ends")
    try session.type("let size = 6 GB")
    try session.press("Enter")
    try session.wait(forText: "size = 6 GB")
    try session.type("size / (2 s")
    try session.press("Enter")
    try session.wait(forText: "bracket")
    try session.press("Up")
    try session.type(")")
    try session.press("Home")
    try session.type("2 * ")
    try session.press("Enter")
    try session.wait(forText: "6 GB/s")
    try session.type("iron_law_o")
    try session.press("Tab")
    try session.wait(forText: "iron_law_overlap")
    try session.press("C-u", "C-d")
    try session.wait(for: "the shell") { $0.split(separator: "\n").last == "ready>" }
  }

  // MARK: Parts

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private func json(_ arguments: String..., status: Int32 = 0) throws -> [String: Any] {
    try json(arguments, status: status)
  }

  private func json(_ arguments: [String], status: Int32 = 0) throws -> [String: Any] {
    let result = try Program.run(arguments + ["--json"])
    #expect(result.status == status, "it says: \(result.errors)")
    return try object(result.output)
  }

  /// The values of the only column.
  private func numbers(_ columns: Any?) throws -> [Double] {
    let columns = try #require(columns as? [[String: Any]])
    return try #require(columns.last?["values"] as? [Double])
  }
}
