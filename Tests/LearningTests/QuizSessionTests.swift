import Content
import Foundation
import Learning
import Testing

@Suite struct QuizSessionTests {
  /// Seven questions in section a, three in b, one in c.
  static let pool: [Question] = [("a", 7), ("b", 3), ("c", 1)].flatMap { section, count in
    (0..<count).map { number in
      question(
        number == 0 ? .trueFalse(answer: true, feedback: []) : GraderTests.choice,
        id: "q-\(section)\(number)",
        section: "sec-\(section)", objective: number.isMultiple(of: 2) ? "even" : nil)
    }
  }

  static let right = Grade(credit: 1, verdict: "Right.")
  static let wrong = Grade(credit: 0, verdict: "Not right.")

  func sections(_ session: QuizSession) -> [String: Int] {
    Dictionary(session.items.map { ($0.section ?? "", 1) }, uniquingKeysWith: +)
  }

  @Test(
    arguments: [
      (1, nil), (3, ["sec-a": 1, "sec-b": 1, "sec-c": 1]), (5, ["sec-a": 2, "sec-b": 2, "sec-c": 1]),
      (7, ["sec-a": 3, "sec-b": 3, "sec-c": 1]), (50, ["sec-a": 7, "sec-b": 3, "sec-c": 1]), (0, [:]),
      (-1, [:]),
    ] as [(Int, [String: Int]?)])
  func questionsAreSpreadOverSections(count: Int, expected: [String: Int]?) {
    for seed in 0..<50 as Range<UInt64> {
      let session = QuizSession(pool: Self.pool, chapter: "05", plan: QuizPlan(count: count), seed: seed)
      #expect(session.items.count == min(max(0, count), 11))
      #expect(Set(session.items.map(\.question)).count == session.items.count)
      if let expected { #expect(sections(session) == expected) }
    }
  }

  @Test func seedsDecide() {
    func questions(_ seed: UInt64) -> [String] {
      QuizSession(pool: Self.pool, chapter: "05", seed: seed).items.map(\.question)
    }
    #expect(questions(7) == questions(7))
    #expect(Set((0..<50 as Range<UInt64>).map(questions)).count > 40)
    let asked = Set((0..<50 as Range<UInt64>).flatMap(questions))
    #expect(asked.count == 11, "every question of the pool comes up")
  }

  @Test func sectionsAndKindsCanBeChosen() {
    let bySection = QuizSession(pool: Self.pool, chapter: "05", plan: QuizPlan(sections: ["sec-b"]), seed: 1)
    #expect(Set(bySection.items.map(\.question)) == ["q-b0", "q-b1", "q-b2"])
    let byKind = QuizSession(pool: Self.pool, chapter: "05", plan: QuizPlan(kinds: ["truefalse"]), seed: 1)
    #expect(Set(byKind.items.map(\.question)) == ["q-a0", "q-b0", "q-c0"])
    let repeated = QuizSession(pool: Self.pool + Self.pool, chapter: "05", plan: QuizPlan(count: 50), seed: 1)
    #expect(repeated.items.count == 11)
  }

  /// Right answers of ten, and whether that passes.
  @Test(arguments: [(0, false), (6, false), (7, true), (10, true)])
  func passMark(rights: Int, passes: Bool) {
    var session = QuizSession(pool: Self.pool, chapter: "05", plan: QuizPlan(count: 10), seed: 3)
    var asked = 0
    while let index = session.nextIndex {
      session.record(.truth(true), grade: asked < rights ? Self.right : Self.wrong, at: index)
      asked += 1
    }
    #expect(asked == 10)
    #expect(session.isFinished)
    #expect(session.isPassed == passes)
    #expect(abs(session.credit - Double(rights) / 10) < 1e-12)
    #expect(session.missed.count == 10 - rights)
  }

  @Test func resultsBySectionAndObjective() throws {
    var session = QuizSession(pool: Self.pool, chapter: "05", plan: QuizPlan(count: 11), seed: 3)
    for index in session.items.indices {
      let isRight = session.items[index].section == "sec-a"
      session.record(
        .truth(true), grade: isRight ? Self.right : Grade(credit: 0.5, verdict: "Half"), at: index)
    }
    let sections = Dictionary(uniqueKeysWithValues: session.bySection.map { ($0.id ?? "", $0) })
    #expect(sections["sec-a"].map { [Double($0.asked), $0.credit, $0.share] } == [7, 7, 1])
    #expect(sections["sec-b"].map { [Double($0.asked), $0.credit, $0.share] } == [3, 1.5, 0.5])
    let objectives = Dictionary(uniqueKeysWithValues: session.byObjective.map { ($0.id ?? "none", $0.asked) })
    #expect(objectives == ["even": 7, "none": 4])
  }

  @Test func firstAnswerCounts() {
    var session = QuizSession(pool: Self.pool, chapter: "05", seed: 3)
    let unreadable = Grade(credit: 0, verdict: "Expected a number", isCounted: false)
    let kept = [
      session.record(.text(["?"]), grade: unreadable, at: 0),
      session.record(.truth(false), grade: Self.wrong, seconds: 4, usedHint: true, at: 0),
      session.record(.truth(true), grade: Self.right, at: 0),
      session.record(.truth(true), grade: Self.right, at: 99),
    ]
    #expect(kept == [false, true, false, false])
    #expect(session.items[0].answer == .truth(false))
    #expect(session.items[0].usedHint)
    #expect(session.nextIndex == 1)
    #expect(session.missed.map(\.question) == [session.items[0].question])
  }

  @Test func retryAsksTheMissedOnesAnew() throws {
    var session = QuizSession(pool: Self.pool, chapter: "05", seed: 3)
    for index in session.items.indices {
      session.record(.truth(true), grade: index < 2 ? Self.wrong : Self.right, at: index)
    }
    let retry = try #require(session.retry(seed: 4))
    #expect(Set(retry.items.map(\.question)) == Set(session.items.prefix(2).map(\.question)))
    #expect(retry.nextIndex == 0)
    #expect(Set(retry.items.map(\.seed)).isDisjoint(with: session.items.map(\.seed)))
    var second = retry
    for index in second.items.indices { second.record(.truth(true), grade: Self.right, at: index) }
    #expect(second.retry(seed: 5) == nil)
  }

  @Test func leavingAndComingBackContinues() throws {
    let record = try Record(path: ":memory:")
    var session = QuizSession(pool: Self.pool, chapter: "05", seed: 3)
    session.record(.options([2]), grade: Self.wrong, at: 0)
    try record.save(session, book: "mlsys")
    #expect(try record.leftQuizzes(book: "mlsys", chapter: "05") == [session])
    #expect(try record.leftQuizzes(book: "mlsys", chapter: "06").isEmpty)
    while let index = session.nextIndex { session.record(.truth(true), grade: Self.right, at: index) }
    try record.save(session, book: "mlsys")
    #expect(try record.leftQuizzes(book: "mlsys", chapter: "05") == [session], "the results were not seen")
    session.noteResultsSeen()
    try record.save(session, book: "mlsys")
    #expect(try record.leftQuizzes(book: "mlsys", chapter: "05").isEmpty)
    #expect(try record.bestQuizCredits(book: "mlsys") == ["05": 0.8])
  }

  @Test func aQuestionThatIsGoneLeavesTheRestOfTheQuiz() throws {
    var session = QuizSession(pool: Self.pool, chapter: "05", plan: QuizPlan(count: 4), seed: 1)
    session.record(.options([1]), grade: Self.right, at: 0)
    let ids = session.items.map(\.question)
    let without = session.asking(Set(ids).subtracting([ids[0], ids[2]]))
    #expect(without.items.map(\.question) == [ids[0], ids[1], ids[3]], "what is answered stays")
    #expect(without.id == session.id)
    #expect(without.nextIndex == 1)
    #expect(session.asking(Set(ids)) == session)
    let ended = session.asking([])
    #expect(ended.isFinished)
    #expect(ended.awaitsResults == true, "its results were not seen")
    let unbegun = QuizSession(pool: Self.pool, chapter: "05", plan: QuizPlan(count: 2), seed: 1)
    #expect(unbegun.asking([]).items.isEmpty)
  }
}
