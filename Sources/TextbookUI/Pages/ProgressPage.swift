import Content
import Learning

/// The page of the learner's progress.
struct ProgressPage {
  let progress: LearningProgress

  private static let barWidth = 12
  private static let shownDays = 14

  var page: Chapter {
    var builder = PageBuilder(title: "Your progress")
    let words = progress.todayWords
    builder.paragraph(
      progress.due + progress.new == 0
        ? [.text(words + ".")]
        : [.text(words + ": "), .link(to: PageAddress("review", "begin"), "review them"), .text(".")])
    builder.heading("Chapters")
    builder.table(
      ["Chapter", "reached", "read", "used", "quiz"].map { [.text($0)] },
      progress.chapters.map { chapter in
        let name = [chapter.number, chapter.title].compactMap(\.self).joined(separator: " ")
        let quiz = chapter.isQuizPassed ? "✓" : chapter.bestQuiz.map { Self.percent($0) } ?? "–"
        return [
          [.link(to: PageAddress("chapter", chapter.id), name)], [.code(Self.bar(chapter.share))],
          [.text(chapter.isRead ? "✓" : "\(chapter.sectionsRead) of \(chapter.sections)")],
          [.text(chapter.isInteractiveUsed ? "✓" : "–")], [.text(quiz)],
        ]
      }, alignments: [.left, .left, .right, .center, .right])
    let weak = progress.objectives.filter { $0.answered > 0 }
    if !weak.isEmpty {
      builder.heading("Objectives, the weakest first")
      builder.table(
        ["Objective", "", "answered"].map { [.text($0)] },
        weak.prefix(20).map { objective in
          [
            [.text(objective.text)], [.code(Self.bar(objective.share))],
            [.text("\(objective.answered) of \(objective.questions)")],
          ]
        }, alignments: [.left, .left, .right])
    }
    builder.heading("Reviews")
    builder.paragraph(ReviewSubjectsSwitch(subjects: progress.subjects).content)
    builder.paragraph(progress.scheduleWords)
    builder.heading("Days")
    if progress.days.isEmpty { builder.paragraph("Nothing was kept yet.") }
    let streak = progress.streak > 1 ? "\(progress.streak) days in a row. " : ""
    let ahead = progress.forecast.prefix(7).map(String.init).joined(separator: ", ")
    builder.paragraph(
      "\(streak)Reviews that come due on the next seven days: \(ahead.isEmpty ? "none" : ahead).")
    if !progress.days.isEmpty {
      builder.table(
        ["Day", "read", "answers"].map { [.text($0)] },
        progress.days.suffix(Self.shownDays).reversed().map { day in
          [
            [.text("\(day.day)")], [.text("\(Int((day.readingSeconds / 60).rounded())) min")],
            [.text("\(day.answers)")],
          ]
        }, alignments: [.left, .right, .right])
    }
    var page = builder.page
    page.id = PageAddress("progress").description
    return page
  }

  private static func bar(_ share: Double) -> String {
    let full = Int((min(max(share, 0), 1) * Double(barWidth)).rounded())
    return String(repeating: "█", count: full) + String(repeating: "·", count: barWidth - full)
  }

  private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}
