import Content
import Foundation
import Learning
import Typesetting

/// What is due for review, over all chapters.
extension LineReader {
  mutating func review(_ rest: String) {
    let minutes = rest.isEmpty ? nil : Double(rest)
    guard rest.isEmpty || minutes.map({ $0 > 0 && $0 <= 1440 }) == true else {
      return terminal.say("Expected minutes, a number above 0 and up to 1440, found \"\(rest)\".")
    }
    takeReview(minutes: minutes)
  }

  /// An exam alone.
  public mutating func takeExam(_ start: ExamStart) {
    if let problem = record.takeProblem() { terminal.say(problem) }
    var exam = LineExam(start, context: context, record: record, terminal: terminal)
    exam.run(&record)
    if let problem = record.takeProblem() { terminal.say(problem) }
  }

  /// A review alone: asks what is due; every answer is kept before the next one is asked.
  public mutating func takeReview(minutes: Double?) {
    if let problem = record.takeProblem() { terminal.say(problem) }
    fitter.consider()
    guard let plan = record.plan(for: context.book, minutes: minutes) else {
      return terminal.say("There is no record, and so nothing is due.")
    }
    if plan.entries.isEmpty { return terminal.say(plan.emptyWords) }
    terminal.say("Review: \(plan.entries.count) of \(plan.total) for today.")
    for (index, entry) in plan.entries.enumerated() {
      terminal.say()
      terminal.say("\(index + 1) of \(plan.entries.count).")
      guard ask(entry.subject) else {
        return terminal.say("You leave the review; what is not answered stays due.")
      }
      if let problem = record.takeProblem() { terminal.say(problem) }
    }
    terminal.say()
    terminal.say("The review is done.")
  }

  /// Asks one thing; false where the learner left.
  private mutating func ask(_ subject: ReviewSubject) -> Bool {
    switch subject.kind {
    case .question:
      let chapters = context.book.chapters.values
      guard let chapter = chapters.first(where: { $0.questions.contains { $0.id == subject.id } }),
        let question = chapter.questions.first(where: { $0.id == subject.id })
      else { return true }
      var page = context
      page.chapter = chapter
      return ask(question, in: page, origin: .review) { $0.sayWhenItComesBack($1) }
    case .term:
      guard let term = context.book.glossary.first(where: { $0.id == subject.id }) else { return true }
      return recall(
        subject, asking: "What does \(term.name) mean?", answer: words(of: term.definition, in: context))
    case .equation:
      let id = String(subject.id.drop { $0 != "/" }.dropFirst())
      guard let equation = context.book.workbook.library.equations[id] else { return true }
      let spoken = words(of: [.mathematics(equation.tex)], in: context)
      return recall(subject, asking: "How does the equation go: \(equation.name)?", answer: [spoken + "."])
    }
  }

  /// How an answer was rated and when it comes back; one that is right at once may be said to be easy.
  ///
  /// - Returns: false where the learner left.
  private mutating func sayWhenItComesBack(_ attempt: Attempt) -> Bool {
    guard let (review, card) = record.review(of: attempt) else { return true }
    terminal.say("\(review.rating.name): back \(card.words(from: Date())).")
    guard review.rating == .good else { return true }
    while let text = terminal.ask("Enter goes on, easy if it was easy> ") {
      if text.isEmpty || text.lowercased() == "skip" { return true }
      if LineQuestion.leaves(text) { return false }
      if ["easy", "e", "4"].contains(text.lowercased()) {
        guard let (review, card) = record.rerate(review, as: .easy) else { return true }
        terminal.say("\(review.rating.name): back \(card.words(from: Date())).")
        return true
      }
      terminal.say("Expected Enter, easy or quit, found \"\(text)\".")
    }
    return false
  }

  /// Lets the learner recall something and say how well it went; false where the learner left.
  private mutating func recall(_ subject: ReviewSubject, asking question: String, answer: [String]) -> Bool {
    terminal.say(question)
    var isShown = false
    while let text = terminal.ask(
      isShown ? "How well did you know it? 1 again, 2 hard, 3 good, 4 easy> " : "Enter shows the answer> ")
    {
      if LineQuestion.leaves(text) { return false }
      switch text.lowercased() {
      case "skip": return true
      case "help", "?":
        terminal.say(
          "Recall it, then Enter shows the answer, and a number from 1 to 4 or its word says how well you knew it. repeat "
            + "says it once more, skip goes on, quit leaves.")
      case "repeat": terminal.say(isShown ? answer : [question])
      // Behind the answer it is the word of a rating.
      case "again" where !isShown: terminal.say(question)
      default:
        if !isShown {
          terminal.say(answer)
          isShown = true
        } else if let rating = Int(text).flatMap(ReviewRating.init(rawValue:))
          ?? ReviewRating.allCases.first(where: { $0.name.lowercased() == text.lowercased() })
        {
          record.keep(Review(card: subject.id, version: subject.version, rating: rating))
          return true
        } else {
          terminal.say("Expected a number from 1 to 4 or its word, found \"\(text)\".")
        }
      }
    }
    return false
  }
}
