import Foundation
import Testing

import struct GRDB.DatabaseError
import struct GRDB.ResultCode

@testable import Learning

@Suite struct RecordErrorTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  func error(opening name: String) -> RecordError? {
    do {
      _ = try Record(path: folder.file(name))
      return nil
    } catch { return error }
  }

  @Test func garbageIsRefusedAndLeft() throws {
    let garbage = [UInt8]("This is a diary, not a database. ".utf8) + [UInt8](repeating: 7, count: 5000)
    try folder.write(garbage, to: "record.sqlite")
    let error = error(opening: "record.sqlite")
    #expect(error?.kind == .foreign)
    #expect(
      error?.message
        == "\(folder.file("record.sqlite")) is no SQLite database, so it can not be the learner's record.")
    #expect(try folder.bytes(of: "record.sqlite") == garbage)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["record.sqlite"])
  }

  /// Bytes of the file's header (SQLite file format, section 1.3), big-endian, and what they provoke.
  @Test(arguments: [
    (60, [0, 0, 0, 99], RecordError.Kind.newer, "has version 99; this program knows version 2."),
    (68, [0, 0, 0, 0], .foreign, "is a database of another program, not a learner's record."),
    (68, [1, 2, 3, 4], .foreign, "is a database of another program, not a learner's record."),
  ])
  func headerIsRefusedAndLeft(offset: Int, header: [UInt8], kind: RecordError.Kind, message: String) throws {
    do { try Record(path: folder.file("record.sqlite")).setTick("a", true, book: "mlsys") }
    var bytes = try folder.bytes(of: "record.sqlite")
    bytes.replaceSubrange(offset..<(offset + 4), with: header)
    try folder.write(bytes, to: "record.sqlite")
    let error = error(opening: "record.sqlite")
    #expect(error?.kind == kind)
    #expect(error?.message.hasSuffix(message) == true)
    #expect(try folder.bytes(of: "record.sqlite") == bytes)
  }

  @Test func damageIsReportedAndLeft() throws {
    do {
      let record = try Record(path: folder.file("record.sqlite"))
      for number in 0..<200 { try record.setTick("item \(number)", true, book: "mlsys") }
    }
    var bytes = try folder.bytes(of: "record.sqlite")
    for index in bytes.indices.dropFirst(4096) { bytes[index] = 0x5A }
    try folder.write(bytes, to: "record.sqlite")
    #expect(throws: RecordError.self) {
      let record = try Record(path: folder.file("record.sqlite"))
      _ = try record.ticks(book: "mlsys")
    }
    #expect(try folder.bytes(of: "record.sqlite") == bytes)
  }

  @Test func folderThatCanNotBe() throws {
    try folder.write([], to: "file")
    let error = error(opening: "file/napkin/record.sqlite")
    #expect(error?.kind == .folder)
    #expect(error?.advice == "Create it, or name a folder that can be written in XDG_DATA_HOME.")
  }

  @Test func fileThatIsAFolder() throws {
    try FileManager.default.createDirectory(
      atPath: folder.file("record.sqlite"), withIntermediateDirectories: true)
    #expect(error(opening: "record.sqlite")?.kind == .permission)
  }

  @Test(.enabled(if: getuid() != 0, "root may write anywhere"))
  func readOnlyFolder() throws {
    try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: folder.path)
    #expect(error(opening: "record.sqlite")?.kind == .permission)
    #expect(error(opening: "napkin/record.sqlite")?.kind == .folder)
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder.path)
  }

  @Test(arguments: [
    (ResultCode.SQLITE_FULL, RecordError.Kind.diskFull), (.SQLITE_READONLY, .permission),
    (.SQLITE_CANTOPEN, .permission), (.SQLITE_CORRUPT, .damaged), (.SQLITE_NOTADB, .foreign),
    (.SQLITE_BUSY, .busy), (.SQLITE_IOERR, .other),
  ])
  func resultCodes(code: ResultCode, kind: RecordError.Kind) {
    let error = RecordError(DatabaseError(resultCode: code), path: "/data/record.sqlite")
    #expect(error.kind == kind)
    #expect(error.message.contains("/data/record.sqlite"))
    #expect(!error.advice.isEmpty)
  }
}
