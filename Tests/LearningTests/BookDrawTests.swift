import Content
import Engine
import Foundation
import Testing

@testable import Learning

/// Every question of the book as it is drawn: none may have an answer that is ambiguous.
@Suite struct BookDrawTests {
  static let book: Book? = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Content").path
    guard let loader = try? BookLoader(folder: folder), let book = try? loader.open(chapter: nil) else {
      return nil
    }
    return loader.rest(of: book)
  }()

  static let questions = (book?.manifest.chapterIDs ?? []).compactMap { book?.chapters[$0] }
    .flatMap(\.questions)

  static let numeric = questions.filter { if case .numeric = $0.body { true } else { false } }

  /// A few hundred take minutes in a debug build: `NAPKIN_DRAWS=300` asks for them.
  private static let seeds = ProcessInfo.processInfo.environment["NAPKIN_DRAWS"].flatMap { Int($0) } ?? 20

  @Test func theBookHasNumericQuestions() { #expect(Self.numeric.count > 80) }

  /// The answer is finite and not 0, no slip that has a name of its own is taken for right, and whoever reckons with the
  /// numbers that the question shows, rounded as they are, is right.
  @Test(arguments: numeric.map(\.id))
  func drawnAnswersAreUnambiguous(id: String) throws {
    let workbook = try #require(Self.book).workbook
    let question = try #require(Self.numeric.first { $0.id == id })
    guard case .numeric(let numeric) = question.body else { return }
    var problems: Set<String> = []
    for seed in 0..<(numeric.vary.isEmpty ? 1 : Self.seeds) {
      let draw = QuestionDraw(question, workbook: workbook, seed: UInt64(seed))
      let expectation: NumericExpectation
      do throws(NumericExpectation.Failure) {
        expectation = try NumericExpectation(numeric, workbook: workbook, drawn: draw.inputs)
      } catch {
        problems.insert("no answer: \(error), \(draw.inputs)")
        continue
      }
      let right = expectation.number
      if !right.isFinite || right == 0 { problems.insert("answer \(right) for \(draw.inputs)") }
      if !expectation.accepts(try #require(try? TypedQuantity(expectation.text)).number) {
        problems.insert("its own text \(expectation.text) is not right for \(draw.inputs)")
      }
      for (factor, name) in Self.slips where expectation.accepts(right * factor) {
        problems.insert(
          "\(name) is right too: \(expectation.text) ± \(expectation.tolerance), \(draw.inputs)")
      }
      if numeric.vary.isEmpty == false, draw.inputs.isEmpty { problems.insert("nothing is drawn") }
      for (name, entry) in draw.inputs {
        if let typed = try? TypedQuantity(entry), expectation.accepts(typed.number) {
          problems.insert("the drawn \(name) = \(entry) is the answer \(expectation.text)")
        }
      }
      let share = expectation.tolerance / abs(right)
      for (text, error) in Self.roundingOfWhatIsShown(question, draw.applied(to: workbook))
      where error > share + 1e-12 {
        problems.insert("\(text) is rounded by \(error), the answer may be off by \(share), \(draw.inputs)")
      }
      if let shown = try Self.answerFromWhatIsShown(question, numeric, draw, workbook),
        !expectation.accepts(shown)
      {
        problems.insert(
          "from what is shown it is \(shown), else \(expectation.text) ± \(expectation.tolerance), \(draw.inputs)"
        )
      }
    }
    #expect(problems.isEmpty, "\(id): \(problems.sorted().prefix(4).joined(separator: "; "))")
  }

  private static let slips: [(Double, String)] =
    [(-1, "the wrong sign"), (8, "eight times"), (1.0 / 8, "an eighth")]
    + [-3, -2, -1, 1, 2, 3].map { (pow(10, Double($0)), "10^\($0) times") }

  private static func liveValues(of question: Question) -> [LiveValue] {
    var found: [LiveValue] = []
    for block in question.stem {
      block.walk { block in
        for inline in block.inlineRuns.flatMap({ $0 }) {
          inline.walk { if case .live(let live) = $0 { found.append(live) } }
        }
      }
    }
    return found
  }

  /// By which share of itself each number of the stem is rounded.
  private static func roundingOfWhatIsShown(
    _ question: Question, _ workbook: Workbook
  ) -> [(text: String, error: Double)] {
    liveValues(of: question).compactMap { live in
      let result = workbook.inline(live.expression, near: live.calculator)
      guard case .quantity(let exact)? = result.value, exact.magnitude != 0,
        let typed = try? TypedQuantity(result.text)
      else { return nil }
      let unit = typed.unit.flatMap { workbook.library.units.unit($0) }
      let shown = NumericExpectation.magnitude(typed.number, of: unit)
      return (result.text, abs(shown / exact.magnitude - 1))
    }
  }

  /// The answer where each input of the stem is what the stem shows of it.
  private static func answerFromWhatIsShown(
    _ question: Question, _ numeric: NumericAnswer, _ draw: QuestionDraw, _ workbook: Workbook
  ) throws -> Double? {
    guard let source = numeric.source else { return nil }
    var shown = draw.applied(to: workbook)
    let inputs = shown.result(of: source.calculator)?.inputs ?? []
    let prefix = source.calculator + "."
    let names = Set(
      Self.liveValues(of: question).map { live in
        live.expression.hasPrefix(prefix) ? String(live.expression.dropFirst(prefix.count)) : live.expression
      })
    for input in inputs where names.contains(input.name) {
      guard let typed = try? TypedQuantity(input.text) else { continue }
      let entry = input.text.filter { $0 != "," }
      do throws(Diagnostic) { try shown.setInput(input.name, of: source.calculator, to: entry) } catch {
        Issue.record(
          "\(question.id): the shown \(input.name) = \(input.text) (\(typed)) is no entry: \(error.message)")
      }
    }
    return try? NumericExpectation(numeric, workbook: shown).number
  }

  /// No two options of a question say the same, and each gap's answers are not those of another.
  @Test func optionsDiffer() throws {
    let plain = PlainText(workbook: try #require(Self.book).workbook)
    for question in Self.questions {
      let texts: [String] =
        switch question.body {
        case .choice(let options), .multiple(let options): options.map { plain.text($0.content) }
        case .order(let items): items.map { plain.text($0) }
        case .match(let pairs): pairs.map { plain.text($0.left) }
        default: []
        }
      let folded = texts.map { $0.lowercased().filter { !$0.isWhitespace } }
      #expect(Set(folded).count == folded.count, "\(question.id): \(texts)")
    }
  }
}
