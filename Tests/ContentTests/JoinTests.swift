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

  /// Whose examples are all covered, by how their ids begin: both editions of both chapters, and the front matter.
  static let complete = ["s000-", "ch05-", "s002-", "ch06-", "front-"]

  /// Examples that are argued away in `coverage.yaml`.
  static let argued: Set<String> = {
    let path = JoinExample.repository.appendingPathComponent("Content/coverage.yaml").path
    let lines = (try? String(contentsOfFile: path, encoding: .utf8))?.split(separator: "\n") ?? []
    return Set(lines.compactMap { $0.split(separator: ":").first.map(String.init) })
  }()

  @Test func everyExampleOfTheChaptersIsCovered() throws {
    let book = try #require(Self.book)
    let ids = JoinExample.all.keys.filter { id in Self.complete.contains { id.hasPrefix($0) } }
    #expect(ids.count > 300, "the fixture has lost examples")
    let open = ids.filter { !Self.argued.contains($0) && book.workbook.calculator(covering: $0) == nil }
    #expect(open.sorted() == [])
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
