import Foundation
import Testing

@testable import Learning

@Suite struct GradebookTests {
  private static func file(
    _ student: String, right: Int, exam: String = "midterm", minutes: Double = 10,
    trust: ExamResult.Trust = .intact, omit: Int = 0
  ) throws -> Gradebook.File {
    Gradebook.File(
      name: "\(student)-\(exam)-\(right).json",
      result: try ExamTests.result(student, right: right, exam: exam, minutes: minutes, omit: omit),
      trust: trust)
  }

  @Test func studentsByQuizzes() throws {
    let gradebook = Gradebook([
      try Self.file("Ada", right: 6), try Self.file("Bob", right: 3),
      try Self.file("bob ", right: 5, minutes: 20),
      try Self.file("Cy", right: 6, trust: .edited), try Self.file("Ada", right: 4, exam: "final"),
      try Self.file("Dan", right: 0, trust: .unsigned),
    ])
    #expect(gradebook.quizzes.map(\.id) == ["final", "midterm"])
    #expect(gradebook.quizzes.map(\.students) == [1, 2])
    #expect(gradebook.quizzes.map(\.passed) == [0, 2])
    #expect(abs(gradebook.quizzes[1].meanCredit - (1 + 5.0 / 6) / 2) < 1e-12)
    #expect(gradebook.students.map(\.name) == ["Ada", "bob "])
    let bob = try #require(gradebook.students[1].grades["midterm"])
    #expect(bob.count == 2)
    #expect(abs(bob.credit - 5.0 / 6) < 1e-12, "the last one counts")
    #expect(bob.minutes == 20)
    #expect(gradebook.edited == ["Cy-midterm-6.json"])
    #expect(gradebook.unsigned == ["Dan-midterm-0.json"])
    #expect(gradebook.mixedBooks.isEmpty)
  }

  @Test func sameFileTwiceIsOnce() throws {
    let file = try Self.file("Ada", right: 6)
    let gradebook = Gradebook([file, file])
    #expect(gradebook.students.map { $0.grades["midterm"]?.count } == [1])
  }

  /// All have the same six questions; the first is right for all but Dan, the last for Ada alone.
  @Test func itemAnalysis() throws {
    let gradebook = Gradebook([
      try Self.file("Ada", right: 6), try Self.file("Bob", right: 4), try Self.file("Cy", right: 2),
      try Self.file("Dan", right: 0, omit: 1),
    ])
    let order = try ExamTests.result("Ada", right: 6).items.map(\.question)
    let items = Dictionary(uniqueKeysWithValues: gradebook.items.map { ($0.question, $0) })
    let first = try #require(items[order[0]])
    let last = try #require(items[order[5]])
    #expect(first.asked == 4 && first.difficulty == 0.75 && first.omitted == 0)
    #expect(first.wrong == [ItemAnalysis.Choice(option: 0, students: ["Dan"])])
    #expect(last.difficulty == 0.25 && last.omitted == 1)
    #expect(last.wrong == [ItemAnalysis.Choice(option: 0, students: ["Bob", "Cy"])])
    #expect(last.meanSeconds == 15)
    // The rest of the four is 1, 4/5, 2/5, 0 for the last question, whose credit is 1, 0, 0, 0.
    #expect(abs(try #require(last.discrimination) - 0.6765) < 0.0001)
  }

  @Test(
    arguments: [
      ([1.0, 2, 3], [2.0, 4, 6], 1.0), ([1, 2, 3], [3, 2, 1], -1), ([1, 0, 1, 0], [1, 1, 0, 0], 0),
      ([1, 1, 1], [1, 2, 3], nil), ([1, 2], [1, 2], nil),
    ] as [([Double], [Double], Double?)])
  func correlation(one: [Double], two: [Double], expected: Double?) {
    let found = ItemAnalysis.correlation(one, two)
    #expect((found == nil) == (expected == nil))
    if let found, let expected { #expect(abs(found - expected) < 1e-12) }
  }
}
