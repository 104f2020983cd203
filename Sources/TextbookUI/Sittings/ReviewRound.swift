import Content
import Foundation
import Learning

/// The review of a day as it is taken.
struct ReviewRound: Hashable, Sendable {
  var session: ReviewSession
  /// The item that is asked; nil for what came of all.
  var index: Int?
  /// Where the reader came from.
  var origin: Destination
  /// When the question came on the screen, on `ReaderState.now`.
  var shownAt: Double = 0
  /// What the record keeps of the answer to the item that is asked; nil while there is none.
  var review: Review?
  /// How many are due beyond what this review asks.
  var further = 0
  /// How many days away the next card comes due; nil where none does within two weeks.
  var daysToNext: Int?

  /// Whether the item that is asked was answered.
  var isAnswered: Bool { review != nil }

  static let address = PageAddress("review")
}

/// What a review begins with.
struct ReviewStart: Hashable, Sendable {
  var session: ReviewSession
  var isResumed: Bool
  /// How many are due beyond what this review asks.
  var further: Int
  /// What reviews ask.
  var subjects: Set<ReviewSubject.Kind> = [.question]
  /// How many days away the next card comes due; nil where none does within two weeks.
  var daysToNext: Int?
}

/// The switch for what a review asks beside questions.
struct ReviewSubjectsSwitch {
  let subjects: Set<ReviewSubject.Kind>

  /// A sentence with a box to tick for each kind.
  var content: [Inline] {
    var content: [Inline] = [.text("Reviews ask questions; cards beside them: ")]
    for (kind, name) in [(ReviewSubject.Kind.term, "terms of the glossary"), (.equation, "equations")] {
      if kind == .equation { content.append(.text(" · ")) }
      let box = subjects.contains(kind) ? "[x]" : "[\u{A0}]"
      content.append(.link(to: PageAddress("review", "cards", kind.rawValue), "\(box)\u{A0}\(name)"))
    }
    return content
  }
}

extension ReviewSubject {
  /// What is asked about it: a question of the book, else a card that the learner turns.
  func question(in book: Book) -> Question? {
    switch kind {
    case .question:
      return chapter.flatMap { book.chapters[$0] }?.questions.first { $0.id == id }
    case .term:
      guard let term = book.glossary.first(where: { $0.id == id }) else { return nil }
      return Self.card(id, "Say in your own words: \(term.name).", answer: term.definition)
    case .equation:
      guard let equation = book.workbook.library.equations[String(id.dropFirst(Self.equationPrefix.count))]
      else {
        return nil
      }
      let meanings = equation.symbols.map { "\($0.symbol): \($0.meaning)" }.joined(separator: "; ")
      return Self.card(
        id, "Write down the equation: \(equation.name).",
        answer: [
          .formula(Formula(tex: equation.tex, range: .generated)),
          .paragraph(Paragraph(content: [.text(meanings)], range: .generated)),
        ])
    }
  }

  private static func card(_ id: String, _ stem: String, answer: [Block]) -> Question {
    func paragraph(_ text: String) -> Block {
      .paragraph(Paragraph(content: [.text(text)], range: .generated))
    }
    return Question(
      id: id, section: nil, objective: nil, stem: [paragraph(stem)],
      body: .short(answer: answer, rubric: [[paragraph("I had it.")]]), file: "", range: .generated)
  }
}

/// The page of a review: what is asked, or at the end what came of it.
struct ReviewPage {
  let round: ReviewRound
  let state: ReaderState

  var page: Chapter {
    var page = round.index.map(asked) ?? results
    page.id = ReviewRound.address.description
    return page
  }

  private func subject(_ item: ReviewSession.Item) -> ReviewSubject? { state.reviewSubjects[item.id] }

  private func asked(_ index: Int) -> Chapter {
    var builder = PageBuilder(title: "Review")
    let item = round.session.items[index]
    var words = [
      "\(min(round.session.answered + (round.isAnswered ? 0 : 1), round.session.items.count)) of \(round.session.items.count)"
    ]
    switch item.reason {
    case .learning: words.append("being learned")
    case .due: words.append("due")
    case .edited: words.append("edited by its author")
    case .new: words.append("new")
    }
    if let subject = subject(item), let place = place(of: subject) { words.append(place) }
    builder.paragraph([.emphasis([.text(words.joined(separator: " · "))])])
    guard let question = subject(item)?.question(in: state.book) else {
      builder.paragraph("This is no longer in the book. Enter goes on.")
      return builder.page
    }
    builder.add(.question(question))
    if round.isAnswered, let subject = subject(item), let way = way(to: subject) { builder.paragraph(way) }
    var page = builder.page
    page.questions = [question]
    return page
  }

  private func way(to subject: ReviewSubject) -> [Inline]? {
    guard subject.kind == .question, let chapter = subject.chapter,
      let question = subject.question(in: state.book)
    else { return nil }
    var places = TeachingPlaces(state.book)
    return state.way(to: question, in: chapter, &places)
  }

  private func place(of subject: ReviewSubject) -> String? {
    guard let chapter = subject.chapter.flatMap({ state.book.chapters[$0] }) else {
      return subject.kind == .term ? "glossary" : subject.kind == .equation ? "equation" : nil
    }
    let section = chapter.sections.first { $0.id == subject.section }
    return [section?.number ?? chapter.number, section?.title ?? chapter.title].compactMap(\.self)
      .joined(separator: " ")
  }

  private var results: Chapter {
    var builder = PageBuilder(title: "Review")
    let session = round.session
    builder.heading("Done for now", level: 2)
    let share = Int((session.recalled * 100).rounded())
    if session.answered == 0 {
      builder.paragraph("Nothing is due today." + nextWords)
      builder.paragraph(ReviewPlan.sourceOfQuestions)
    } else {
      builder.paragraph("\(session.answered) answered, \(share) % recalled at once." + nextWords)
    }
    if round.further > 0 {
      builder.paragraph([
        .text("\(round.further) more for today: "), .link(to: PageAddress("review", "more"), "go on"),
        .text("."),
      ])
    }
    builder.paragraph([.link(to: PageAddress("review", "leave"), "Back to the book")])
    builder.paragraph(ReviewSubjectsSwitch(subjects: state.reviewKinds).content)
    let forgotten = session.items.filter { $0.ratings.first == .again }
    if !forgotten.isEmpty {
      builder.heading("What was forgotten", level: 3)
      for item in forgotten {
        if let subject = subject(item), let way = way(to: subject) { builder.paragraph(way) }
      }
    }
    return builder.page
  }

  private var nextWords: String {
    switch round.daysToNext {
    case nil: ""
    case 1?: " The next come tomorrow."
    case let days?: " The next come in \(days) days."
    }
  }
}

/// How a review is asked for.
public struct ReviewRequest: Hashable, Sendable {
  /// As many as take so long; nil for all that is due.
  public var minutes: Double?

  public init(minutes: Double? = nil) { self.minutes = minutes }
}
