import Engine
import Foundation
import Learning
import Testing

@Suite struct RecordTests {
  let folder: Folder
  var path: String { folder.file("napkin/record.sqlite") }

  init() throws { folder = try Folder() }

  @Test(arguments: [
    (["XDG_DATA_HOME": "/data", "HOME": "/home/ada"], "/data/napkin/record.sqlite"),
    (["XDG_DATA_HOME": "/data/", "HOME": "/home/ada"], "/data/napkin/record.sqlite"),
    (["XDG_DATA_HOME": "relative", "HOME": "/home/ada"], "/home/ada/.local/share/napkin/record.sqlite"),
    (["XDG_DATA_HOME": "", "HOME": "/home/ada"], "/home/ada/.local/share/napkin/record.sqlite"),
    (["HOME": "/home/ada"], "/home/ada/.local/share/napkin/record.sqlite"),
  ])
  func defaultPath(environment: [String: String], expected: String) {
    #expect(Record.defaultPath(environment: environment) == expected)
  }

  @Test func folderIsPrivate() throws {
    _ = try Record(path: path)
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.file("napkin"))
    #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o700)
  }

  @Test func placeSurvivesReopening() throws {
    let first = ReadingPlace(chapter: "05", section: "sec-xor", block: 17, fraction: 0.25, text: "Why does")
    let second = ReadingPlace(chapter: "06", block: 0)
    do {
      let record = try Record(path: path)
      #expect(try record.place(book: "mlsys") == nil)
      try record.save(second, book: "mlsys")
      try record.save(first, book: "mlsys", at: Date(timeIntervalSince1970: 0))
      try record.save(ReadingPlace(chapter: "01", block: 3), book: "other")
    }
    let record = try Record(path: path)
    #expect(try record.place(book: "mlsys") == first, "the last one saved, though the clock was set back")
    #expect(try record.place(book: "mlsys", chapter: "06") == second)
    #expect(try record.place(book: "mlsys", chapter: "07") == nil)
    #expect(try record.place(book: "other")?.block == 3)
  }

  @Test func scenariosSurviveReopening() throws {
    let changed = Scenario(
      inputs: ["ch05-memory": ["batch": "64"]], overrides: ["h100_sxm.memory.bandwidth": "6.7 TB/s"],
      workbench: ["hardware": "t4"])
    let time = Date(timeIntervalSince1970: 1_750_000_000)
    do {
      let record = try Record(path: path)
      #expect(try record.scenario(book: "mlsys") == nil)
      try record.save(changed, book: "mlsys")
      try record.save(Scenario(), named: "small", book: "mlsys", at: time)
      try record.save(changed, named: "fast memory", book: "mlsys", at: time)
    }
    let record = try Record(path: path)
    #expect(try record.scenario(book: "mlsys") == changed)
    #expect(try record.scenario(named: "small", book: "mlsys") == Scenario())
    #expect(
      try record.scenarios(book: "mlsys") == [
        NamedScenario(name: "fast memory", scenario: changed, time: time),
        NamedScenario(name: "small", scenario: Scenario(), time: time),
      ])
    try record.removeScenario(named: "small", book: "mlsys")
    #expect(try record.scenario(named: "small", book: "mlsys") == nil)
    #expect(try record.scenarios(book: "mlsys").map(\.name) == ["fast memory"])
    #expect(try record.scenarios(book: "other").isEmpty)
  }

  @Test(arguments: [
    Answer.options([2, 0]), .truth(false), .text(["437.5 KB", "“HBM”\n\0é"]), .order([2, 0, 1]),
    .match([1, -1]),
    .rubric(text: "Because …", points: [0, 2]),
  ])
  func attemptSurvivesReopening(answer: Answer) throws {
    let attempt = Attempt(
      book: "mlsys", question: "q-1", version: "00ff", answer: answer, drawn: ["batch": "128"],
      optionOrder: [3, 1, 0, 2], credit: 0.5, seconds: 12.25, usedHint: true, sureness: 4, origin: .quiz,
      session: "s-1")
    do { try Record(path: path).add(attempt) }
    let record = try Record(path: path)
    try record.add(attempt)
    #expect(try record.attempts(book: "mlsys", question: "q-1") == [attempt])
    #expect(try record.attempts(book: "other").isEmpty)
  }

  @Test func latestAttemptOfEachQuestion() throws {
    let record = try Record(path: ":memory:")
    let time = Date(timeIntervalSince1970: 1_750_000_000)
    for (question, credit, offset) in [
      ("q-1", 0.0, 0.0), ("q-1", 1, 5), ("q-2", 0.5, 1), ("q-1", 0.25, 2), ("q-2", 1, 1),
    ] {
      try record.add(
        Attempt(
          book: "mlsys", question: question, version: "v", answer: .truth(true), credit: credit,
          time: time + offset))
    }
    #expect(try record.latestAttempts(book: "mlsys").mapValues(\.credit) == ["q-1": 1, "q-2": 1])
    #expect(try record.attempts(book: "mlsys", question: "q-1").map(\.credit) == [0, 0.25, 1])
    #expect(try record.attempts(book: "mlsys").count == 5)
  }

  @Test func marksSurviveReopening() throws {
    do {
      let record = try Record(path: path)
      for item in ["cp-1/0", "cp-1/1", "cp-2/0"] { try record.setTick(item, true, book: "mlsys") }
      try record.setTick("cp-1/1", false, book: "mlsys")
      try record.setRead("sec-a", chapter: "05", book: "mlsys")
      try record.setRead("sec-b", chapter: "05", book: "mlsys")
      try record.setRead("sec-b", chapter: "05", false, book: "mlsys")
      try record.setUsed(calculator: "ch05-memory", book: "mlsys")
    }
    let record = try Record(path: path)
    #expect(try record.ticks(book: "mlsys") == ["cp-1/0", "cp-2/0"])
    #expect(try record.sectionsRead(book: "mlsys") == ["05": ["sec-a"]])
    #expect(try record.calculatorsUsed(book: "mlsys") == ["ch05-memory"])
    #expect(try record.ticks(book: "other").isEmpty)
  }

  @Test func twoRecordsOnOneFile() throws {
    let one = try Record(path: path)
    let two = try Record(path: path)
    try one.setTick("a", true, book: "mlsys")
    #expect(try two.ticks(book: "mlsys") == ["a"])
    try two.setTick("b", true, book: "mlsys")
    #expect(try one.ticks(book: "mlsys") == ["a", "b"])
  }

  @Test func manyOpenAndWriteAtOnce() async throws {
    let path = path
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<8 {
        group.addTask {
          let record = try Record(path: path)
          for number in 0..<10 {
            try record.add(
              Attempt(
                book: "mlsys", question: "q-\(writer)-\(number)", version: "v", answer: .truth(true),
                credit: 1))
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try Record(path: path).attempts(book: "mlsys").count == 80)
  }
}
