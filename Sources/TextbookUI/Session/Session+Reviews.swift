import Content
import Foundation
import Learning
import Typesetting

extension Session {
  /// `V`: what is due today, over all chapters.
  mutating func askForReview(minutes: Double? = nil) {
    if state.isInReview {
      say("You are in the review · Esc leaves it, and it can go on later.")
      return
    }
    guard state.isComplete else {
      state.waitingReview = ReviewWish(minutes: minutes)
      say("Reading the book …")
      return
    }
    effects.append(.findReview(minutes: minutes))
  }

  mutating func begin(_ start: ReviewStart) {
    state.reviewSubjects = Dictionary(
      ReviewSubject.all(in: state.book, kinds: Set(ReviewSubject.Kind.allCases)).map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first })
    let origin = state.round?.origin ?? (state.isWritten ? state.lastPlace ?? here : here)
    var round = ReviewRound(session: start.session, origin: origin)
    round.further = start.further
    state.round = round
    if start.isResumed { say("You go on with the review of today.") }
    nextInReview()
  }

  /// The next thing to be asked, else what came of the review.
  mutating func nextInReview() {
    guard var round = state.round else { return }
    round.index = round.session.nextIndex(at: state.date)
    round.isEasy = false
    round.isAnswered = false
    round.shownAt = state.now
    state.round = round
    effects.append(.saveReview(round.session, isFinished: round.index == nil))
    let message = state.message
    closePlaces()
    state.pageNumber += 1
    go(to: Destination(chapter: ReviewRound.address.description), remembering: !state.isInReview)
    renewWrittenPage()
    state.top = PagePosition()
    state.message = message
    guard let index = round.index else { return }
    let item = round.session.items[index]
    guard let question = state.question(item.id) else { return }
    state.questions[item.id] = nil
    draw(question, seed: round.session.drawSeed(at: index))
    openQuestion(item.id)
  }

  /// `E`: this one is easy for the learner; a right answer then rates Easy.
  mutating func markEasy() {
    guard state.isInReview, state.round?.index != nil, state.round?.isAnswered == false else {
      say("In a review, before the answer, E says that a question is easy for you.")
      return
    }
    state.round?.isEasy.toggle()
    state.pageNumber += 1
    renewWrittenPage()
  }

  /// What the record made of an answer.
  mutating func take(_ rating: ReviewRating, card: ReviewCard?, of id: String) {
    guard var round = state.round, let index = round.index, round.session.items[index].id == id else {
      return
    }
    let calendar = LearnerCalendar.local
    let end = calendar.start(of: calendar.day(of: state.date) + 1)
    round.session.record(rating, card: card, at: index, until: end)
    round.isAnswered = true
    state.round = round
    effects.append(.saveReview(round.session, isFinished: false))
    state.pageNumber += 1
    renewWrittenPage()
    if let card { say("\(rating.name): back \(Self.words(until: card.due, from: state.date))") }
  }

  /// Links on the page of a review.
  mutating func actInReview(_ action: String) {
    switch action {
    case "more": effects.append(.findReview(minutes: nil))
    case "leave": leaveReview()
    default: askForReview()
    }
  }

  mutating func leaveReview() {
    guard let round = state.round else { return }
    state.openQuestion = nil
    state.round = nil
    let isOver = round.index == nil
    go(to: round.origin, remembering: false)
    if !isOver { say("The review waits for you · V goes on with it") }
  }

  private static func words(until due: Date, from now: Date) -> String {
    let minutes = due.timeIntervalSince(now) / 60
    if minutes < 60 { return "in \(max(1, Int(minutes.rounded()))) min" }
    let calendar = LearnerCalendar.local
    let today = calendar.day(of: now)
    let days = calendar.day(of: due).number - today.number
    return days <= 0 ? "later today" : days == 1 ? "tomorrow" : "in \(days) days"
  }
}

extension ReviewRating {
  /// As a learner reads it.
  var name: String {
    switch self {
    case .again: "Again"
    case .hard: "Hard"
    case .good: "Good"
    case .easy: "Easy"
    }
  }
}
