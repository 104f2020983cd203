import Engine
import Foundation
import Testing

@testable import Learning

@Suite struct RecordArchiveTests {
  static let start = Date(timeIntervalSince1970: 1_750_000_000)

  /// Does things at random to a record, with few names, so that two machines change the same things.
  private func work(_ record: Record, steps: Int, random: inout SplitMix64) throws {
    for _ in 0..<steps {
      let name = "x-\(random.next(below: 4))"
      let time = Self.start + Double(random.next(below: 40)) * 43_200
      let flag = random.next(below: 2) == 0
      switch random.next(below: 14) {
      case 0, 1, 2:
        try record.add(
          Attempt(
            book: "mlsys", question: name, version: "v", answer: .text(["4,\"4\n\(name)"]),
            credit: [0, 0.5, 1][random.next(below: 3)], seconds: 20.5, usedHint: flag, time: time))
      case 3:
        try record.add(
          Review(card: "term-" + name, version: "v", rating: .easy, time: time), book: "mlsys")
      case 4:
        try record.save(Note(id: name, chapter: "05", text: "\(random.next())", created: time), book: "mlsys")
      case 5: try record.removeNote(name, book: "mlsys", at: time)
      case 6: try record.setTick(name, flag, book: "mlsys", at: time)
      case 7: try record.setRead(name, chapter: "05", flag, book: "mlsys", at: time)
      case 8: try record.setUsed(calculator: name, book: "mlsys", at: time)
      case 9:
        try record.save(
          Scenario(inputs: ["c": ["a": "\(random.next())"]]), named: name, book: "mlsys", at: time)
      case 10: try record.removeScenario(named: name, book: "mlsys", at: time)
      case 11: try record.setSuspended(flag, question: name, book: "mlsys", at: time)
      case 12: try record.addReading(seconds: 30, chapter: "05", book: "mlsys", at: time)
      default: try record.setPreference(name, to: "\(random.next(below: 9))", book: "mlsys", at: time)
      }
    }
  }

  @Test(arguments: 0..<12) func twoMachinesEndAlike(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let (one, two) = (try Record(path: ":memory:"), try Record(path: ":memory:"))
    try work(one, steps: 30, random: &random)
    try two.merge(try one.archive())
    try work(one, steps: 40, random: &random)
    try work(two, steps: 40, random: &random)
    let (first, second) = (try one.archive(), try two.archive())
    try one.merge(second)
    try two.merge(first)
    #expect(try one.archive() == two.archive())
    #expect(try one.cards(book: "mlsys") == two.cards(book: "mlsys"))
    #expect(first.merged(with: second) == second.merged(with: first))
    #expect(try one.archive() == first.merged(with: second))
    #expect(try one.merge(first).isEmpty, "a second time changes nothing")
    #expect(try one.merge(try two.archive()).isEmpty)
    let ids = try one.attempts(book: "mlsys").map(\.id)
    #expect(Set(ids).count == ids.count)
  }

  @Test func laterChangeWins() throws {
    let (one, two) = (try Record(path: ":memory:"), try Record(path: ":memory:"))
    let note = Note(id: "n-1", chapter: "05", text: "first", created: Self.start)
    try one.save(note, book: "mlsys")
    try two.merge(try one.archive())
    try one.setText("later", ofNote: "n-1", book: "mlsys", at: Self.start + 20)
    try two.setText("earlier", ofNote: "n-1", book: "mlsys", at: Self.start + 10)
    #expect(try two.merge(try one.archive()) == ["note": 1])
    #expect(try two.notes(book: "mlsys").map(\.text) == ["later"])
    try one.removeNote("n-1", book: "mlsys", at: Self.start + 30)
    try two.merge(try one.archive())
    #expect(try two.notes(book: "mlsys").isEmpty, "a removal is a change")
  }

  @Test func jsonAndBack() throws {
    var random = SplitMix64(seed: 99)
    let record = try Record(path: ":memory:")
    try work(record, steps: 200, random: &random)
    let archive = try record.archive()
    let json = try archive.json
    let read = try RecordArchive(json: json)
    #expect(read == archive)
    #expect(try read.json == json)
    let other = try Record(path: ":memory:")
    try other.merge(read)
    #expect(try other.archive() == archive)
  }

  @Test(arguments: [
    ("", "The file is no record of Napkin: it is not JSON of the form {\"format\": \"napkin-record\", …}."),
    (
      "[1]", "The file is no record of Napkin: it is not JSON of the form {\"format\": \"napkin-record\", …}."
    ),
    (
      #"{"format": "other", "version": 2, "tables": {}}"#,
      "The file has the format `other`; expected `napkin-record`."
    ),
    (
      #"{"format": "napkin-record", "version": 99, "tables": {}}"#,
      "The file has version 99; this program knows version 2."
    ),
    (
      #"{"format": "napkin-record", "version": 2, "tables": {"tick": [{"book": "b", "item": "i", "is_set": "yes", "changed": 1}]}}"#,
      "Row 1 of `tick` has `yes` for `is_set`."
    ),
    (
      #"{"format": "napkin-record", "version": 2, "tables": {"tick": [{"book": "b", "is_set": 1, "changed": 1}]}}"#,
      "Row 1 of `tick` has nothing for `item`."
    ),
    (
      #"{"format": "napkin-record", "version": 2, "tables": {"review": [{"id": "r", "book": "b", "card": "c", "version": "v", "rating": 9, "seconds": null, "time": 1}]}}"#,
      "Row 1 of `review` has 9 for `rating`."
    ),
  ])
  func brokenFiles(text: String, message: String) {
    let error = #expect(throws: RecordArchive.Problem.self) { try RecordArchive(json: Data(text.utf8)) }
    #expect(error?.message == message)
  }

  @Test func csv() throws {
    let record = try Record(path: ":memory:")
    try record.save(
      Note(id: "n-1", chapter: "05", block: 3, text: "=1+1, \"so\"\nsaid", created: Self.start), book: "mlsys"
    )
    let csv = try record.archive().csv
    #expect(csv.count == 12)
    #expect(
      csv["note.csv"]
        == "id,book,chapter,section,block,quote,text,created,changed\r\n"
        + "n-1,mlsys,05,,3,,\"'=1+1, \"\"so\"\"\nsaid\",1750000000000,1750000000000\r\n")
    #expect(csv["tick.csv"] == "book,item,is_set,changed\r\n")
  }

  @Test func deleteEverything() throws {
    let folder = try Folder()
    let path = folder.file("record.sqlite")
    let record = try Record(path: path)
    try record.save(Note(chapter: "05", text: "secretword", created: Self.start), book: "mlsys")
    try record.add(Attempt(book: "other", question: "q", version: "v", answer: .truth(true), credit: 1))
    try record.deleteEverything()
    #expect(try record.archive().counts.values.allSatisfy { $0 == 0 })
    #expect(try record.cards(book: "other").isEmpty)
    for name in ["record.sqlite", "record.sqlite-wal"]
    where FileManager.default.fileExists(atPath: folder.file(name)) {
      let bytes = try folder.bytes(of: name)
      #expect(!String(decoding: bytes, as: UTF8.self).contains("secretword"))
    }
    try record.setTick("a", true, book: "mlsys")
    #expect(try record.ticks(book: "mlsys") == ["a"])
  }
}
