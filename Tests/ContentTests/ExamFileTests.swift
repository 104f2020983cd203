import Content
import Foundation
import Testing

@Suite struct ExamFileTests {
  private func read(_ text: String) throws -> ExamPlan {
    let book = try TemporaryBook(["exams/midterm.yaml": text])
    return try ExamPlan(file: book.folder + "/exams/midterm.yaml")
  }

  @Test func whole() throws {
    let plan = try read(
      """
      id: midterm
      title: Midterm
      chapters: [5, 06-network-architectures]
      sections: [sec-xor, sec-depth]
      objectives: {count-network: 3, account-memory: 2}
      kinds: [choice, numeric]
      questions: 8
      minutes: 45
      pass: 60 %
      seed: 7
      """)
    #expect(
      plan
        == ExamPlan(
          id: "midterm", title: "Midterm", chapters: ["5", "06-network-architectures"],
          sections: ["sec-xor", "sec-depth"],
          shares: [
            .init(objective: "count-network", questions: 3), .init(objective: "account-memory", questions: 2),
          ],
          kinds: ["choice", "numeric"], questions: 8, minutes: 45, passMark: 0.6, seed: .fixed(7)))
  }

  @Test func defaults() throws {
    let plan = try read("id: m\ntitle: M\nchapters: [5]\nobjectives: [count-network]\n")
    #expect(
      plan
        == ExamPlan(
          id: "m", title: "M", chapters: ["5"], objectives: ["count-network"], questions: 10, minutes: nil,
          passMark: 0.7, seed: .student))
    #expect(try read("id: m\ntitle: M\nchapters: [5]\nobjectives: {a: 2, b: 3}\npass: 0.5\n").questions == 5)
    #expect(try read("id: m\ntitle: M\nchapters: [5]\nseed: random\n").seed == .random)
  }

  @Test(arguments: [
    ("", "midterm.yaml:1:1: an exam begins with `id:`, `title:` and `chapters:`"),
    ("id: m\ntitle: M\n", "midterm.yaml:1:1: `chapters` is missing"),
    ("id: m\ntitle: M\nchapters: []\n", "midterm.yaml:1:1: `chapters` is missing"),
    ("id: m\ntitle: M\nchapters: 5\n", "midterm.yaml:3:11: `chapters` is a list, and this is the text `5`"),
    ("id: m\ntitle: M\nchapters: [5]\npoints: 3\n", "midterm.yaml:4:1: an exam knows no `points`"),
    ("id: m\ntitle: M\nchapters: [5]\nquestions: 0\n", "midterm.yaml:4:12: `questions` is 0"),
    ("id: m\ntitle: M\nchapters: [5]\nminutes: 1.5\n", "midterm.yaml:4:10: `minutes` is 1.5"),
    ("id: m\ntitle: M\nchapters: [5]\npass: 120 %\n", "midterm.yaml:4:7: `pass` is the text `120 %`"),
    ("id: m\ntitle: M\nchapters: [5]\nseed: mine\n", "midterm.yaml:4:7: `seed` is the text `mine`"),
    ("id: m\ntitle: M\nchapters: [5]\nkinds: [essay]\n", "midterm.yaml:4:9: `essay` is no kind of question"),
    (
      "id: m\ntitle: M\nchapters: [5]\nobjectives: {a: many}\n",
      "midterm.yaml:4:17: the objective `a` has the text `many` for its number of questions"
    ),
    (
      "id: m\ntitle: M\nchapters: [5]\nobjectives: {a: 4}\nquestions: 3\n",
      "midterm.yaml:5:12: `questions` is 3, and the objectives ask for 4"
    ),
  ])
  func faults(text: String, message: String) {
    let error = #expect(throws: BookError.self) { try read(text) }
    #expect(error?.message == message)
  }
}
