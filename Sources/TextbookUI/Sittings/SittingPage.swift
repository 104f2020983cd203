import Content
import Learning
import Typesetting

/// The page of a quiz: the question that is asked, or at the end the results.
struct SittingPage {
  let sitting: Sitting
  let state: ReaderState

  private var quiz: QuizSession { sitting.quiz }
  private var chapter: Chapter? { state.book.chapters[quiz.chapter] }
  private var name: String { [chapter?.number, chapter?.title].compactMap(\.self).joined(separator: " ") }

  var page: Chapter {
    var page = sitting.index.map(question) ?? results
    page.id = Sitting.address.description
    return page
  }

  /// The questions of the chapter by id, as far as they are still there.
  private func find(_ item: QuizItem) -> Question? { chapter?.questions.first { $0.id == item.question } }

  // MARK: A question

  private func question(_ index: Int) -> Chapter {
    var builder = PageBuilder(title: "Quiz: \(name)")
    let item = quiz.items[index]
    var words = ["Question \(index + 1) of \(quiz.items.count)"] + standing
    if let section = section(item.section) {
      let longer = [words[0], section] + words.dropFirst()
      if DisplayWidth.of(longer.joined(separator: " · ")) <= state.geometry.textWidth { words = longer }
    }
    builder.paragraph([.emphasis([.text(words.joined(separator: " · "))])])
    guard let question = find(item) else {
      builder.paragraph("This question is no longer in the book. Enter goes on.")
      return builder.page
    }
    builder.add(.question(question))
    var page = builder.page
    page.questions = [question]
    return page
  }

  /// How it goes, and what is still needed.
  private var standing: [String] {
    let right = quiz.items.reduce(0) { $0 + ($1.credit ?? 0) }
    let soFar = quiz.answered == 0 ? [] : ["\(Self.number(right)) of \(quiz.answered) right"]
    switch sitting.stillNeeded {
    case 0?: return soFar + ["passed"]
    case let missing?: return soFar + ["\(missing) \(quiz.answered == 0 ? "right" : "more right") to pass"]
    case nil: return soFar + ["can no longer be passed"]
    }
  }

  // MARK: Results

  private var results: Chapter {
    var builder = PageBuilder(title: "Quiz: \(name)")
    let right = quiz.items.reduce(0) { $0 + ($1.credit ?? 0) }
    let verdict = quiz.isPassed ? "Passed" : "Not passed"
    builder.heading("\(verdict): \(Self.percent(quiz.credit))", level: 2)
    builder.paragraph(
      "\(Self.number(right)) of \(quiz.items.count) right; \(Self.percent(quiz.plan.passMark)) passes. \(Self.duration(quiz.items.reduce(0) { $0 + $1.seconds }))"
    )
    var ways: [Inline] = []
    if !quiz.missed.isEmpty {
      ways += [.link(to: PageAddress("quiz", "retry"), "Ask the missed ones again"), .text(" · ")]
    }
    ways += [
      .link(to: PageAddress("quiz", "new"), "Another quiz"), .text(" · "),
      .link(to: PageAddress("quiz", "leave"), "Back to the book"),
    ]
    builder.paragraph(ways)
    table(&builder, "Section", quiz.bySection) { section($0) }
    table(&builder, "Objective", quiz.byObjective) { id in
      id.flatMap { id in chapter?.objectives.first { $0.id == id }?.text }
    }
    var questions: [Question] = []
    if !quiz.missed.isEmpty { builder.heading("What went wrong", level: 3) }
    var places = TeachingPlaces(state.book)
    for item in quiz.missed {
      guard let question = find(item) else { continue }
      questions.append(question)
      if let way = state.way(to: question, in: quiz.chapter, &places) { builder.paragraph(way) }
      builder.add(.question(question))
    }
    var page = builder.page
    page.questions = questions
    return page
  }

  private func table(
    _ builder: inout PageBuilder, _ name: String, _ tallies: [QuizTally], title: (String?) -> String?
  ) {
    let rows = tallies.compactMap { tally in title(tally.id).map { ($0, tally) } }
    if rows.isEmpty { return }
    builder.table(
      [[.text(name)], [.text("Asked")], [.text("Right")]],
      rows.map { title, tally in
        [[.text(title)], [.text("\(tally.asked)")], [.text(Self.percent(tally.share))]]
      },
      alignments: [.left, .right, .right])
  }

  // MARK: Words

  private func section(_ id: String?) -> String? {
    guard let id, let section = chapter?.sections.first(where: { $0.id == id }) else { return nil }
    return [section.number, section.title].compactMap(\.self).joined(separator: " ")
  }

  private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

  /// A sum of credits: whole where it is.
  static func number(_ credit: Double) -> String {
    let tenths = Int((credit * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }

  private static func duration(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded())
    if whole < 1 { return "" }
    return whole < 60 ? "\(whole) s." : "\(whole / 60) min \(whole % 60) s."
  }
}
