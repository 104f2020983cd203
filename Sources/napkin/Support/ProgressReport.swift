import Learning

/// Progress for people and programs.
struct ProgressReport: Encodable {
  struct Chapter: Encodable {
    struct Marks: Encodable {
      var read, used, passed: Bool
    }

    var id: String
    var number: String?
    var title: String
    var marks: Marks
    var complete: Bool
    /// From 0 to 1.
    var share: Double
    var sections, sectionsRead, calculators, calculatorsUsed, questions, answered: Int
    var credit: Double
    var bestQuiz: Double?
    var minutes: Double
  }

  struct Objective: Encodable {
    var chapter, id, text: String
    var questions, answered: Int
    var credit, share, strength: Double
  }

  struct Day: Encodable {
    var day: String
    var minutes: Double
    var answers: Int
  }

  struct Due: Encodable {
    var today: Int
    /// What was never answered and may be asked today.
    var new: Int
    /// Of the coming days, tomorrow first.
    var forecast: [Int]
  }

  struct Streak: Encodable {
    var present, longest: Int
  }

  /// The last fit of the schedule to the learner's own reviews.
  struct Fit: Encodable {
    var day: String
    var reviews: Int
    /// Mean log-loss in nats.
    var before, after: Double
  }

  var chapters: [Chapter]
  /// The weakest first, those without an answer last.
  var objectives: [Objective]
  var days: [Day]
  var due: Due
  var streak: Streak
  var fit: Fit?

  init(_ progress: LearningProgress) {
    chapters = progress.chapters.map { chapter in
      Chapter(
        id: chapter.id, number: chapter.number, title: chapter.title,
        marks: .init(read: chapter.marks[0], used: chapter.marks[1], passed: chapter.marks[2]),
        complete: chapter.isComplete, share: chapter.share, sections: chapter.sections,
        sectionsRead: chapter.sectionsRead, calculators: chapter.calculators,
        calculatorsUsed: chapter.calculatorsUsed, questions: chapter.questions, answered: chapter.answered,
        credit: chapter.credit, bestQuiz: chapter.bestQuiz, minutes: chapter.readingSeconds / 60)
    }
    objectives = progress.objectives.map { objective in
      Objective(
        chapter: objective.chapter, id: objective.id, text: objective.text, questions: objective.questions,
        answered: objective.answered, credit: objective.credit, share: objective.share,
        strength: objective.strength)
    }
    days = progress.days.map {
      Day(day: $0.day.description, minutes: $0.readingSeconds / 60, answers: $0.answers)
    }
    due = Due(today: progress.due, new: progress.new, forecast: progress.forecast)
    streak = Streak(present: progress.streak, longest: progress.longestStreak)
    if let found = progress.fit, let day = progress.fitDay() {
      fit = Fit(day: day.description, reviews: found.reviews, before: found.before, after: found.after)
    }
  }

  func text(of progress: LearningProgress, title: String) -> String {
    var text = title + "\n\n"
    var table = TextTable(header: ["", "chapter", "", "read", "used", "quiz"], numeric: [0])
    for chapter in progress.chapters {
      let quiz = chapter.bestQuiz.map { "\(Self.mark(chapter.marks[2])) \(Self.percent($0))" }
      table.rows.append([
        chapter.number ?? "", chapter.title, Self.bar(chapter.share),
        "\(Self.mark(chapter.marks[0])) \(chapter.sectionsRead)/\(chapter.sections)",
        "\(Self.mark(chapter.marks[1])) \(chapter.calculatorsUsed)/\(chapter.calculators)",
        quiz ?? Self.mark(chapter.marks[2]),
      ])
    }
    text += table.text(width: Output.pageWidth)
    let weak = progress.objectives.prefix { $0.answered > 0 }.filter { $0.share < 1 }.prefix(
      Self.objectivesShown)
    if !weak.isEmpty {
      text += "\nWeakest objectives\n"
      for objective in weak {
        let answers = "\(objective.answered) of \(objective.questions) answered"
        text += paragraph(
          "\(Self.bar(objective.share)) \(objective.text) (\(answers))", indent: 2, width: Output.textWidth)
      }
    }
    if progress.days.contains(where: \.isActive) { text += "\n" + calendar(of: progress) }
    text += "\n" + progress.todayWords
    if progress.forecast.contains(where: { $0 > 0 }) {
      text += "; on the coming days " + progress.forecast.prefix(7).map(String.init).joined(separator: ", ")
    }
    text += ".\n"
    return text + "\n" + paragraph(progress.scheduleWords, indent: 0, width: Output.textWidth)
  }

  private static let objectivesShown = 5
  private static let weeks = 12

  /// A column a week, a row a day of the week; the more was done, the fuller the sign.
  private func calendar(of progress: LearningProgress) -> String {
    let byDay = Dictionary(progress.days.map { ($0.day, $0) }, uniquingKeysWith: { first, _ in first })
    let monday = progress.today - (progress.today.weekday - 1)
    var text = "The last \(Self.weeks) weeks\n"
    for (weekday, name) in ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].enumerated() {
      var line = "  \(name) "
      for week in stride(from: Self.weeks - 1, through: 0, by: -1) {
        let day = monday - 7 * week + weekday
        line += day > progress.today ? "  " : " " + Self.sign(byDay[day])
      }
      text += line.trimmedAtEnd + "\n"
    }
    let active = progress.days.count(where: \.isActive)
    text += "  \(active == 1 ? "1 day" : "\(active) days") in all"
    if progress.streak > 1 { text += ", the last \(progress.streak) in a row" }
    return text + "\n"
  }

  private static func sign(_ day: DayActivity?) -> String {
    guard let day, day.isActive else { return "·" }
    let minutes = day.readingSeconds / 60 + Double(day.answers) / 2
    return minutes < 10 ? "░" : minutes < 30 ? "▒" : minutes < 60 ? "▓" : "█"
  }

  private static func mark(_ isSet: Bool) -> String { isSet ? "●" : "○" }

  private static func bar(_ share: Double) -> String {
    let full = Int((min(max(share, 0), 1) * 10).rounded(.down))
    return String(repeating: "█", count: full) + String(repeating: "░", count: 10 - full)
  }

  private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}
