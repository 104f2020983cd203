import ArgumentParser
import Content
import Foundation
import Learning
import TextbookUI

/// Takes a quiz of a chapter.
struct Quiz: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quiz",
    abstract: "Take a quiz of a chapter: five questions from its pool, spread over its sections.",
    discussion: """
      napkin quiz 5
      napkin quiz 5 --count 10 --seed 7
      napkin quiz 5 --section sec-neuron --kind numeric --minutes 10

      A quiz that was left in the middle goes on, unless another one is asked for.
      """)

  @Argument(help: "A chapter: its number, id, or a part of its title.")
  var chapter: String

  @OptionGroup var plan: QuizOptions

  @Flag(help: "Begin a new quiz, whatever was left in the middle.")
  var new = false

  @Option(help: ArgumentHelp("A limit for all of it; without it there is no clock.", valueName: "minutes"))
  var minutes: Double?

  @Flag(help: "Characters of ASCII alone.")
  var ascii = false

  @Flag(help: "By prompts, reading answers from standard input.")
  var line = false

  @OptionGroup var options: BookOptions

  func validate() throws {
    if let minutes, !(0.1...600).contains(minutes) {
      throw ValidationError("--minutes: expected 0.1 to 600, found \(minutes)")
    }
  }

  func run() throws {
    let loader = try options.loader()
    let id: String
    let quizPlan: QuizPlan
    do throws(BookError) {
      id = try loader.chapterID(named: chapter)
      let book = try loader.open(chapter: id)
      quizPlan = try plan.plan(for: book.chapters[id])
    } catch {
      throw Failure("name", error.message, advice: error.advice)
    }
    let request = QuizRequest(
      chapter: id, plan: quizPlan, seed: plan.seed, continues: !new && plan.seed == nil, minutes: minutes)
    try Read.open(chapter: id, isASCII: ascii, loader: loader, quiz: request, line: line ? true : nil)
  }
}

/// What a quiz asks.
struct QuizOptions: ParsableArguments {
  @Option(help: ArgumentHelp("How many questions.", valueName: "count"))
  var count = 5

  @Option(help: ArgumentHelp("Percent that pass.", valueName: "percent"))
  var pass = 70.0

  @Option(help: ArgumentHelp("Only questions of this section: its id or number. May be given many times."))
  var section: [String] = []

  @Option(help: ArgumentHelp("Only questions of this kind. May be given many times."))
  var kind: [String] = []

  @Option(help: ArgumentHelp("The same seed draws the same quiz.", valueName: "number"))
  var seed: UInt64?

  static let kinds = ["choice", "multiple", "truefalse", "numeric", "fill", "order", "match", "short"]

  func validate() throws {
    guard (1...500).contains(count) else {
      throw ValidationError("--count: expected 1 to 500, found \(count)")
    }
    guard (0...100).contains(pass) else { throw ValidationError("--pass: expected 0 to 100, found \(pass)") }
    if let unknown = kind.first(where: { !Self.kinds.contains($0) }) {
      throw ValidationError("--kind: expected one of \(Self.kinds.joined(separator: ", ")), found \(unknown)")
    }
  }

  /// The plan, with sections by their ids.
  func plan(for chapter: Chapter?) throws(BookError) -> QuizPlan {
    var ids: Set<String> = []
    let sections = chapter?.sections ?? []
    for name in section {
      guard let found = sections.first(where: { $0.id == name || $0.number == name }), let id = found.id
      else {
        let known = sections.filter { $0.level == 2 }.compactMap(\.id)
        throw BookError(
          "the chapter has no section `\(name)`", advice: "its sections are \(known.joined(separator: ", "))")
      }
      // A section stands for those in it.
      let index = sections.firstIndex { $0.id == id } ?? 0
      let inner = sections[(index + 1)...].prefix { $0.level > found.level }
      ids.formUnion([id] + inner.compactMap(\.id))
    }
    return QuizPlan(
      count: count, passMark: pass / 100, sections: section.isEmpty ? nil : ids,
      kinds: kind.isEmpty ? nil : Set(kind))
  }
}
