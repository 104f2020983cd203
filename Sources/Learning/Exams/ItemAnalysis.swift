import Foundation

/// How a question did in an exam.
public struct ItemAnalysis: Hashable, Sendable {
  /// Who chose an option, or typed a text.
  public struct Choice: Hashable, Sendable {
    /// The author's index of an option; nil for a typed text or `true` and `false`.
    public var option: Int?
    public var text: String?
    public var students: [String]
  }

  /// The exam's id.
  public var exam: String
  public var question: String
  /// How many were asked.
  public var asked: Int
  /// How many gave no answer.
  public var omitted: Int
  /// The mean credit, from 0 (nobody) to 1 (everybody).
  public var difficulty: Double
  /// The correlation of the credit with the credit of the student's other questions, from -1 to 1; nil with fewer than
  /// three students or where all reached the same. Below 0.2 a question says little about who knows the matter.
  public var discrimination: Double?
  /// What was answered without full credit and by whom, the most frequent first.
  public var wrong: [Choice]
  public var meanSeconds: Double

  static func all(exam: String, results: [ExamResult]) -> [ItemAnalysis] {
    var answers: [String: [(student: String, item: ExamResult.Item, rest: Double)]] = [:]
    for result in results {
      let total = result.items.reduce(0) { $0 + $1.credit }
      for item in result.items {
        let others = Double(max(1, result.items.count - 1))
        answers[item.question, default: []].append((result.student, item, (total - item.credit) / others))
      }
    }
    return answers.keys.sorted().map { question in
      let rows = answers[question] ?? []
      let credits = rows.map(\.item.credit)
      var wrong: [String: Choice] = [:]
      for row in rows where row.item.credit < 1 {
        for choice in choices(of: row.item) {
          let key = choice.option.map { "\($0)" } ?? choice.text ?? ""
          wrong[key, default: choice].students.append(row.student)
        }
      }
      return ItemAnalysis(
        exam: exam, question: question, asked: rows.count, omitted: rows.count { $0.item.answer == nil },
        difficulty: credits.reduce(0, +) / Double(max(1, rows.count)),
        discrimination: correlation(credits, rows.map(\.rest)),
        wrong: wrong.sorted { ($1.value.students.count, $0.key) < ($0.value.students.count, $1.key) }
          .map { Choice(option: $1.option, text: $1.text, students: $1.students.sorted()) },
        meanSeconds: rows.reduce(0) { $0 + $1.item.seconds } / Double(max(1, rows.count)))
    }
  }

  private static func choices(of item: ExamResult.Item) -> [Choice] {
    switch item.answer {
    case .options(let indices): indices.map { Choice(option: $0, students: []) }
    case .truth(let value): [Choice(text: value ? "True" : "False", students: [])]
    case .text(let texts): [Choice(text: texts.joined(separator: "; "), students: [])]
    case .order, .match, .rubric, nil: []
    }
  }

  /// Pearson's, nil where it is not defined.
  static func correlation(_ one: [Double], _ two: [Double]) -> Double? {
    guard one.count == two.count, one.count >= 3 else { return nil }
    let count = Double(one.count)
    let (first, second) = (one.reduce(0, +) / count, two.reduce(0, +) / count)
    var (together, left, right) = (0.0, 0.0, 0.0)
    for (a, b) in zip(one, two) {
      together += (a - first) * (b - second)
      left += (a - first) * (a - first)
      right += (b - second) * (b - second)
    }
    guard left > 1e-12, right > 1e-12 else { return nil }
    return min(max(together / (left * right).squareRoot(), -1), 1)
  }
}
