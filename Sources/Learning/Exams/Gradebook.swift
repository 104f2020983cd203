import Foundation

/// What a course reached: students by exams, and how well each question told them apart. Pure.
///
/// A student who handed in an exam more than once counts with the last one; names are compared without capitals and
/// spaces. Files that were edited, and those without a signature where there should be one, are named and left out.
public struct Gradebook: Hashable, Sendable {
  public struct File: Hashable, Sendable {
    public var name: String
    public var result: ExamResult
    public var trust: ExamResult.Trust

    public init(name: String, result: ExamResult, trust: ExamResult.Trust) {
      self.name = name
      self.result = result
      self.trust = trust
    }
  }

  public struct Quiz: Hashable, Sendable, Identifiable {
    public var id: String
    public var title: String
    public var students: Int
    public var passed: Int
    /// From 0 to 1.
    public var meanCredit: Double

    /// From 0 to 1.
    public var passRate: Double { students == 0 ? 0 : Double(passed) / Double(students) }
  }

  public struct Student: Hashable, Sendable {
    public var name: String
    /// By the exam's id.
    public var grades: [String: Entry]
  }

  public struct Entry: Hashable, Sendable {
    public var file: String
    public var credit: Double
    public var isPassed: Bool
    public var minutes: Double
    /// How often it was handed in.
    public var count: Int
    /// Which sitting of the student it is, as the student's program counted: 1 for the first.
    public var sitting: Int
    public var trust: ExamResult.Trust
  }

  /// In the order of their ids.
  public var quizzes: [Quiz]
  /// In alphabetical order.
  public var students: [Student]
  /// By exam, then question.
  public var items: [ItemAnalysis]
  /// Names of files whose content is not as it was handed in.
  public var edited: [String]
  /// Names of files without a signature, though a key was given.
  public var unsigned: [String]
  /// Exams whose results come from different versions of the book.
  public var mixedBooks: [String]

  public init(_ files: [File]) {
    edited = files.filter { $0.trust == .edited }.map(\.name).sorted()
    unsigned = files.filter { $0.trust == .unsigned }.map(\.name).sorted()
    let sorted = files.filter { $0.trust != .edited && $0.trust != .unsigned }
      .sorted { ($0.result.ended, $0.name) < ($1.result.ended, $1.name) }
    var names: [String: String] = [:]
    var last: [String: [String: File]] = [:]
    var counts: [String: [String: Int]] = [:]
    var seen: Set<ExamResult> = []
    for file in sorted where seen.insert(file.result).inserted {
      let student = Exam.folded(file.result.student)
      names[student] = file.result.student
      last[student, default: [:]][file.result.exam.id] = file
      counts[student, default: [:]][file.result.exam.id, default: 0] += 1
    }
    students = last.keys.sorted().map { student in
      let grades = (last[student] ?? [:]).map { exam, file in
        let result = file.result
        let entry = Entry(
          file: file.name, credit: result.credit, isPassed: result.isPassed,
          minutes: result.endedDate.timeIntervalSince(result.startedDate) / 60,
          count: counts[student]?[exam] ?? 1, sitting: result.sitting ?? 1, trust: file.trust)
        return (exam, entry)
      }
      return Student(
        name: names[student] ?? student, grades: Dictionary(grades, uniquingKeysWith: { first, _ in first }))
    }
    let counted = Dictionary(
      grouping: last.values.flatMap(\.values).sorted { $0.name < $1.name }, by: { $0.result.exam.id })
    quizzes = counted.keys.sorted().map { exam in
      let results = (counted[exam] ?? []).map(\.result)
      return Quiz(
        id: exam, title: results.first?.exam.title ?? exam, students: results.count,
        passed: results.count(where: \.isPassed),
        meanCredit: results.reduce(0) { $0 + $1.credit } / Double(max(1, results.count)))
    }
    items = counted.keys.sorted().flatMap { exam in
      ItemAnalysis.all(exam: exam, results: (counted[exam] ?? []).map(\.result))
    }
    mixedBooks = counted.keys.sorted().filter { exam in
      Set((counted[exam] ?? []).map(\.result.book.hash)).count > 1
    }
  }
}
