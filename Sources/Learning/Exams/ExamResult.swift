import Foundation

/// What a student reached in an exam, as a file that an instructor collects.
///
/// The file is JSON with a checksum against accidents and, where the instructor gave a key, a signature that no one can
/// make without it.
public struct ExamResult: Hashable, Sendable, Codable {
  public struct BookName: Hashable, Sendable, Codable {
    public var id: String
    public var version: String
    /// `Book.contentHash` of what was asked.
    public var hash: String
  }

  public struct ExamName: Hashable, Sendable, Codable {
    public var id: String
    public var title: String
    public var passMark: Double
  }

  public struct Item: Hashable, Sendable, Codable {
    public var question: String
    public var version: String
    public var kind: String?
    public var section: String?
    public var objective: String?
    /// Indices are the author's.
    public var answer: Answer?
    public var drawn: [String: String]
    /// From 0 to 1.
    public var credit: Double
    public var seconds: Double
  }

  public var format = "napkin-result"
  public var version = 1
  public var book: BookName
  public var exam: ExamName
  public var student: String
  public var seed: UInt64
  /// Milliseconds since 1970 UTC.
  public var started: Int64
  public var ended: Int64
  public var items: [Item]
  public private(set) var credit: Double
  /// Which sitting of the student it is, where it is not the first.
  public var sitting: Int?

  public var startedDate: Date { Date(milliseconds: started) }
  public var endedDate: Date { Date(milliseconds: ended) }
  public var isPassed: Bool { credit >= exam.passMark - 1e-9 }

  public init(
    book: BookName, exam: ExamName, student: String, seed: UInt64, started: Date, ended: Date, items: [Item],
    sitting: Int? = nil
  ) {
    self.book = book
    self.exam = exam
    self.student = student
    self.seed = seed
    self.started = started.milliseconds
    self.ended = ended.milliseconds
    self.items = items
    self.sitting = sitting
    credit = items.isEmpty ? 0 : items.reduce(0) { $0 + $1.credit } / Double(items.count)
  }

  /// What a file says beside the result.
  fileprivate struct Seal: Codable {
    var result: ExamResult
    var checksum: String
    var signature: String?
  }

  /// How far a file can be trusted.
  public enum Trust: String, Hashable, Sendable, Codable {
    /// Its signature is right.
    case signed
    /// Its checksum is right, and no key was given.
    case intact
    /// A key was given, and the file has no signature.
    case unsigned
    /// It was edited, or signed with another key.
    case edited
  }

  /// Why a file is no result.
  public struct Problem: Error, Hashable, Sendable, CustomStringConvertible {
    public var message: String
    public var advice: String
    public var description: String { "\(message) \(advice)" }
  }

  /// The file.
  ///
  /// - Parameter key: the instructor's; nil leaves it unsigned.
  public func file(key: [UInt8]? = nil) throws -> Data {
    let bytes = try canonical()
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(
      Seal(
        result: self, checksum: SHA256.hexadecimal(SHA256.hash(bytes)),
        signature: key.map { SHA256.hexadecimal(SHA256.authenticate(bytes, key: $0)) }))
  }

  /// Reads a file and says how far it can be trusted.
  public static func read(_ file: Data, key: [UInt8]? = nil) throws(Problem) -> (
    result: ExamResult, trust: Trust
  ) {
    guard let seal = try? JSONDecoder().decode(Seal.self, from: file), seal.result.format == "napkin-result",
      let bytes = try? seal.result.canonical()
    else {
      throw Problem(
        message: "The file is no result of an exam.", advice: "Name files that `napkin exam` wrote.")
    }
    guard seal.result.version == 1 else {
      throw Problem(
        message: "The file has version \(seal.result.version); this program knows version 1.",
        advice: "A newer Napkin wrote it. Update Napkin.")
    }
    return (seal.result, seal.trust(bytes, key: key))
  }

  /// The same bytes for the same result, however the file is laid out.
  private func canonical() throws -> [UInt8] { Array(try JSONText.encode(self).utf8) }
}

extension ExamResult.Seal {
  fileprivate func trust(_ bytes: [UInt8], key: [UInt8]?) -> ExamResult.Trust {
    guard checksum == SHA256.hexadecimal(SHA256.hash(bytes)) else { return .edited }
    let sum = result.items.reduce(0) { $0 + $1.credit } / Double(max(1, result.items.count))
    guard abs(sum - result.credit) < 1e-9 else { return .edited }
    guard let key else { return .intact }
    guard let signature else { return .unsigned }
    return signature == SHA256.hexadecimal(SHA256.authenticate(bytes, key: key)) ? .signed : .edited
  }
}
