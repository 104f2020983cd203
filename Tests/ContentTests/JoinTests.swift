import Engine
import Foundation
import Testing

@testable import Content

/// The book's calculators against the source's worked examples: with an example's inputs, the calculator that covers
/// it yields the example's outputs.
@Suite struct JoinTests {
  /// The book as it is read for a learner.
  static let book: Book? = {
    do {
      let loader = try BookLoader(folder: JoinExample.repository.appendingPathComponent("Content").path)
      return loader.rest(of: try loader.open(chapter: nil))
    } catch {
      print("Content: \(error)")
      return nil
    }
  }()

  /// The ids of worked examples that a calculator covers, in the order of the book. The short form of other things
  /// (`file/kind/name`) has a slash.
  static let covered: [String] = {
    guard let workbook = book?.workbook else { return [] }
    return workbook.calculatorIDs.flatMap { workbook.calculator($0)?.covers ?? [] }.map(\.id)
      .filter { !$0.contains("/") }
  }()

  /// Outputs of examples that no calculator yields, and inputs that none takes, as `example.name` with the reason.
  static let exceptions: [String: String] = [:]

  /// The examples of the newest edition up to model size; its symbolic pass through XOR has no numbers.
  static let newestEdition = [
    "s000-mnist-macs", "s000-paradigm-ratio-rule-vs-nn", "s000-hog-feature-count", "s000-hog-vs-rule",
    "s000-hog-to-nn", "s000-vanishing-20-layers", "s000-vanishing-10-layers", "s000-layout-transpose-bytes",
    "s000-dqn-decision-rate", "s000-imagenet-error-drop", "s000-mnist-params", "s000-training-cost-per-epoch",
    "s000-tabular-compute", "s000-neuron-accesses", "s000-mac-vs-flop-rate", "s000-training-energy-gpt4",
    "s000-training-energy-lenet1", "s000-depth-vs-width-neurons", "s000-transistor-tax",
    "s000-softmax-overflow", "s000-bias-share", "s000-xor-neurons", "s000-widen-hidden",
    "s000-dense-first-layer", "s000-mnist-training-memory", "s000-memory-explosion",
    "s000-quick-training-multiplier", "s000-100m-on-16gb", "s000-epoch-time-rule", "s000-membound-threshold",
    "s000-flatten", "s000-tpu-v1-efficiency",
  ]

  /// The examples of the older edition up to model size.
  static let olderEdition = [
    "ch05-mnist-macs", "ch05-gradient-20-layers", "ch05-layout-transpose", "ch05-rule-based-digit",
    "ch05-gabor-bank", "ch05-hog-digit", "ch05-mnist-escalation", "ch05-mnist-weights-size",
    "ch05-training-cost-factor", "ch05-imagenet-errors", "ch05-memory-wall-gap", "ch05-neuron-accesses",
    "ch05-h100-macs", "ch05-compute-growth", "ch05-historical-scaling", "ch05-training-energy",
    "ch05-frontier-doubling", "ch05-depth-width-neurons", "ch05-mnist-input", "ch05-transistor-tax",
    "ch05-gradient-10-layers", "ch05-softmax-overflow", "ch05-adam-bytes-footnote", "ch05-bias-share",
    "ch05-dense-first-layer", "ch05-mnist-param-count", "ch05-mnist-activations",
    "ch05-mnist-training-memory", "ch05-mnist-vs-gpt2", "ch05-napkin-100m", "ch05-napkin-epoch",
    "ch05-napkin-bound", "ch05-self-test-params", "ch05-xor-forward",
  ]

  @Test(arguments: newestEdition + olderEdition) func exampleIsCovered(_ id: String) throws {
    let book = try #require(Self.book)
    #expect(JoinExample.all[id] != nil, "the fixture has no example \(id)")
    #expect(book.workbook.calculator(covering: id) != nil, "no calculator covers \(id)")
  }

  @Test func coversNameExamplesOnce() {
    #expect(!Self.covered.isEmpty)
    for id in Self.covered where JoinExample.all[id] == nil {
      Issue.record("a calculator covers \(id), which is no worked example")
    }
    var seen: Set<String> = []
    for id in Self.covered where !seen.insert(id).inserted {
      Issue.record("two calculators cover \(id)")
    }
  }

  @Test func exceptionsAreNeeded() {
    for (name, reason) in Self.exceptions {
      let parts = name.split(separator: ".").map(String.init)
      let cover = parts.first.flatMap { Self.book?.workbook.calculator(covering: $0) }
      let isMet =
        parts.count == 2
        && cover.map { Self.yields(parts[1], cover: $0) || Self.takes(parts[1], cover: $0) } ?? false
      #expect(!isMet, "\(name) is there, so it is no exception: \(reason)")
    }
  }

  @Test(arguments: covered) func exampleHolds(_ id: String) throws {
    guard let example = JoinExample.all[id] else { return }
    for problem in Self.problems(of: example, in: try #require(Self.book).workbook) {
      Issue.record("\(problem)")
    }
  }

  // MARK: Joining

  /// What disagrees between an example and its calculator, a line each.
  static func problems(of example: JoinExample, in workbook: Workbook) -> [String] {
    guard workbook.calculator(covering: example.id) != nil else {
      return ["\(example.id): no calculator covers it"]
    }
    return ExampleJoin(example: example, workbook: workbook, exceptions: Set(exceptions.keys)).problems()
  }

  /// The scenario of an example; nil when its calculator refuses it.
  static func scenario(of example: JoinExample, in workbook: Workbook) -> Scenario? {
    ExampleJoin(example: example, workbook: workbook, exceptions: Set(exceptions.keys)).scenario()
  }

  private static func yields(_ name: String, cover: (calculator: Calculator, cover: Cover)) -> Bool {
    cover.calculator.outputs.contains { $0.name == cover.cover.outputs[name] ?? name }
  }

  private static func takes(_ name: String, cover: (calculator: Calculator, cover: Cover)) -> Bool {
    cover.calculator.inputs.contains { $0.name == cover.cover.inputs[name] ?? name }
  }
}
