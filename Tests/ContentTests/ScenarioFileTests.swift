import Engine
import Testing

@testable import Content

@Suite struct ScenarioFileTests {
  static let scenario = Scenario(
    inputs: ["ch05-memory": ["batch": "64", "widths": "[784, 128, 10]", "kind": "a \"b\": c"]],
    overrides: ["h100_sxm.memory.bandwidth": "6.7 TB/s", "price": "$2.50/h"],
    workbench: ["hardware": "t4"])

  @Test func whatIsWrittenIsRead() throws {
    let file = ScenarioFile(
      title: "On a T4: small", note: "All.\nOf it.", book: "mlsys", scenario: Self.scenario)
    #expect(try ScenarioFile(text: file.text, named: "x") == file)
  }

  @Test func itIsPlainText() {
    let file = ScenarioFile(title: "T4", book: "mlsys", scenario: Scenario(workbench: ["hardware": "t4"]))
    #expect(file.text == "title: T4\nbook: mlsys\nworkbench:\n  hardware: t4\n")
  }

  /// Texts that are no scenario, and a part of what is said of them.
  @Test(arguments: [
    ("- a", "a scenario is a mapping"),
    ("inputz: {}", "knows no `inputz`"),
    ("inputs: [a]", "`inputs` is a mapping"),
    ("inputs: {kv: 3}", "`kv` is a mapping"),
    ("overrides: {a: [1, 2]}", "`a` is a value"),
  ])
  func whatIsWrongIsSaid(text: String, message: String) {
    let error = #expect(throws: BookError.self) { try ScenarioFile(text: text, named: "x", file: "a.yaml") }
    #expect(error?.message.contains(message) == true)
    #expect(error?.message.hasPrefix("a.yaml:1: ") == true)
  }
}
