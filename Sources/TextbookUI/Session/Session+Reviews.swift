import Content
import Foundation
import Learning
import Typesetting

extension Session {
  /// `V`: what is due today, over all chapters.
  mutating func askForReview(minutes: Double? = nil) {
    if state.hasOpenExam {
      say("Quizzes and reviews are closed until the exam is handed in.")
      return
    }
    if state.isInReview {
      say("You are in the review · Esc leaves it, and it can go on later.")
      return
    }
    guard state.isComplete else {
      state.waitingReview = ReviewWish(minutes: minutes)
      say("Reading the book …")
      return
    }
    state.message = nil
    effects.append(.findReview(minutes: minutes))
  }

  mutating func begin(_ start: ReviewStart) {
    state.reviewSubjects = Dictionary(
      ReviewSubject.all(in: state.book, kinds: Set(ReviewSubject.Kind.allCases)).map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first })
    let origin = state.round?.origin ?? (state.isWritten ? state.lastPlace ?? here : here)
    var round = ReviewRound(session: start.session, origin: origin)
    round.further = start.further
    round.daysToNext = start.daysToNext
    state.reviewKinds = start.subjects
    state.round = round
    if start.isResumed { say("You go on with the review of today.") }
    nextInReview()
  }

  /// The next thing to be asked, else what came of the review.
  mutating func nextInReview() {
    guard var round = state.round else { return }
    round.index = round.session.nextIndex(at: state.date)
    round.review = nil
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

  /// `E`: the answer that was just given was easy; once more takes that back.
  mutating func markEasy() {
    guard state.isInReview, let review = state.round?.review else {
      say("In a review, E after a right answer says that it was easy.")
      return
    }
    switch review.rating {
    case .good: effects.append(.rerate(review: review.id, .easy))
    case .easy: effects.append(.rerate(review: review.id, .good))
    case .hard: say("It stays Hard: only what was right at once, without a hint, can be easy.")
    case .again: say("It stays Again: only a right answer can be easy.")
    }
  }

  /// What the record made of an answer, or of another rating for it.
  mutating func take(_ review: Review, card: ReviewCard?) {
    guard var round = state.round, let index = round.index, round.session.items[index].id == review.card
    else {
      return
    }
    let calendar = LearnerCalendar.local
    let end = calendar.start(of: calendar.day(of: state.date) + 1)
    if round.review?.id == review.id {
      round.session.amend(review.rating, card: card, at: index, until: end)
      effects.append(.saveReview(round.session, isFinished: false))
    } else {
      // The record has kept the session with the answer.
      round.session.record(review.rating, card: card, at: index, until: end)
    }
    round.review = review
    state.round = round
    if let subject = state.reviewSubjects[review.card], subject.kind == .question,
      let chapter = subject.chapter,
      let question = subject.question(in: state.book)
    {
      findTeaching(of: question, in: chapter)
    }
    state.pageNumber += 1
    renewWrittenPage()
    guard let card else { return }
    let key = state.keys.keys(for: .easy, in: .answered).first?.name ?? "E"
    let offer =
      switch review.rating {
      case .good: " · \(key) if it was easy"
      case .easy: " · \(key) takes Easy back"
      case .again, .hard: ""
      }
    say("\(review.rating.name): back \(card.words(from: state.date))\(offer)")
  }

  /// Links on the page of a review.
  mutating func actInReview(_ path: [String]) {
    switch path.first {
    case "more": effects.append(.findReview(minutes: nil))
    case "cards": if let kind = path.last.flatMap(ReviewSubject.Kind.init) { switchCards(kind) }
    case "leave": leaveReview()
    default: askForReview()
    }
  }

  mutating func leaveReview() {
    guard let round = state.round else { return }
    keepDraft()
    state.openQuestion = nil
    state.round = nil
    let isOver = round.index == nil
    go(to: round.origin, remembering: false)
    if !isOver { say("The review waits for you · V goes on with it") }
  }

  /// Terms or equations are asked from now on, or no longer.
  private mutating func switchCards(_ kind: ReviewSubject.Kind) {
    let isOn = state.reviewKinds.insert(kind).inserted
    if !isOn { state.reviewKinds.remove(kind) }
    effects.append(.setSubjects(state.reviewKinds))
    if state.isInReview {
      state.pageNumber += 1
      renewWrittenPage()
      if isOn { effects.append(.findReview(minutes: nil)) }
    } else {
      effects.append(.findProgress)
    }
    let name = kind == .term ? "Terms of the glossary" : "Equations"
    say(isOn ? "\(name) are asked from now on, among ten new things a day." : "\(name) are asked no longer.")
  }
}

extension ReviewCard {
  /// When it comes back: `in 3 days`.
  func words(from now: Date) -> String {
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
