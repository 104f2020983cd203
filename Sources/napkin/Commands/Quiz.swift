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

      A quiz that was left goes on, at the latest question or with its results; with options only one of the same \
      options. --new begins another one.
      """)

  @Argument(help: "A chapter: its number, id, or a part of its title.")
  var chapter: String

  @OptionGroup var plan: QuizOptions

  @Flag(help: "Begin a new quiz, whatever was left in the middle.")
  var new = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("A limit for all of it; without it there is no clock.", valueName: "minutes"),
    transform: NumberOption.decimal(0.1...600))
  var minutes: Double?

  @OptionGroup var characters: CharacterOptions

  @OptionGroup var mode: LineOptions

  @OptionGroup var options: BookOptions

  func run() throws {
    let loader = try options.loader()
    let id: String
    let quizPlan: QuizPlan?
    let failure: Failure?
    do throws(BookError) {
      id = try loader.chapterID(named: chapter)
      let book = try loader.open(chapter: id)
      quizPlan = try plan.plan(for: book.chapters[id])
      failure = Self.nothingToAsk(id, quizPlan ?? QuizPlan(), in: book, from: loader)
    } catch {
      throw Failure("name", error.message, advice: error.advice)
    }
    if let failure { throw failure }
    let request = QuizRequest(
      chapter: id, plan: quizPlan, seed: plan.seed, continues: !new, minutes: minutes)
    try Read.open(
      chapter: id, repertoire: characters.repertoire, loader: loader, quiz: request, line: mode.line)
  }

  /// Why there is no quiz to take, with what to do; nil where there is one.
  private static func nothingToAsk(
    _ id: String, _ plan: QuizPlan, in book: Book, from loader: BookLoader
  ) -> Failure? {
    guard let chapter = book.chapters[id] else { return nil }
    if chapter.questions.isEmpty {
      let all = loader.rest(of: book)
      let others = all.manifest.chapterIDs.compactMap { all.chapters[$0] }.filter { !$0.questions.isEmpty }
      let names = others.map { [$0.number ?? $0.id, $0.title].joined(separator: " ") }
      return Failure(
        "name", "the chapter “\(chapter.title)” has no questions.",
        advice: names.isEmpty
          ? "No chapter of this book has any." : "There are questions in: \(names.joined(separator: "; ")).")
    }
    guard plan.eligible(chapter.questions).isEmpty else { return nil }
    let inSections = QuizPlan(sections: plan.sections).eligible(chapter.questions)
    let kinds = Set(inSections.map(\.body.kind)).sorted().joined(separator: ", ")
    return Failure(
      "name", "no question of the chapter is of the sections and kinds that were asked for.",
      advice: inSections.isEmpty
        ? "Leave out --section: the chapter has \(FindingReport.counted(chapter.questions.count, "question"))."
        : "Those sections have questions of the kinds \(kinds).")
  }
}

/// What a quiz asks.
struct QuizOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many questions, 1 to 500; 5 without it.", valueName: "count"),
    transform: NumberOption.whole(1...500))
  var count: Int?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("Percent that pass; 70 without it.", valueName: "percent"),
    transform: NumberOption.decimal(0...100))
  var pass: Double?

  @Option(help: ArgumentHelp("Only questions of this section: its id or number. May be given many times."))
  var section: [String] = []

  @Option(help: ArgumentHelp("Only questions of this kind. May be given many times."))
  var kind: [String] = []

  @Option(
    parsing: .unconditional, help: ArgumentHelp("The same seed draws the same quiz.", valueName: "number"),
    transform: NumberOption.seed)
  var seed: UInt64?

  static let kinds = ["choice", "multiple", "truefalse", "numeric", "fill", "order", "match", "short"]

  func validate() throws {
    if let unknown = kind.first(where: { !Self.kinds.contains($0) }) {
      throw ValidationError("--kind: expected one of \(Self.kinds.joined(separator: ", ")), found \(unknown)")
    }
  }

  /// The plan, with sections by their ids; nil where no option says what is wanted.
  func plan(for chapter: Chapter?) throws(BookError) -> QuizPlan? {
    if count == nil, pass == nil, section.isEmpty, kind.isEmpty { return nil }
    let standard = QuizPlan()
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
      count: count ?? standard.count, passMark: pass.map { $0 / 100 } ?? standard.passMark,
      sections: section.isEmpty ? nil : ids,
      kinds: kind.isEmpty ? nil : Set(kind))
  }
}
