import Content

/// Names of files and ids from the words of an author.
enum Slug {
  /// `caches-and-reuse` of `Caches and reuse`.
  static func id(of words: String) -> String {
    let parts = words.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    let id = parts.prefix(8).joined(separator: "-")
    return id.isEmpty ? "new" : String(id.prefix(48))
  }

  /// `Caches and reuse` of `07-caches-and-reuse`.
  static func title(of id: String) -> String {
    let words = id.drop { $0.isNumber || $0 == "-" || $0 == "_" }.split { $0 == "-" || $0 == "_" }
    let title = words.joined(separator: " ")
    return title.isEmpty ? id : title.prefix(1).uppercased() + title.dropFirst()
  }

  static func isID(_ text: String) -> Bool {
    !text.isEmpty && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
      && text.first != "-"
  }

  /// What the ids of a chapter begin with: `c07`.
  static func prefix(of chapter: Chapter) -> String { prefix(of: chapter.id) }

  static func prefix(of id: String) -> String {
    let digits = id.prefix { $0.isASCII && $0.isNumber }
    return digits.isEmpty ? Slug.id(of: id) : "c\(digits)"
  }

  /// A calculator's id that the book does not have: `c07-new`, `c07-new-2`.
  static func free(_ id: String, in book: Book) -> String { free(id) { book.workbook.calculator($0) != nil } }

  /// The id with the least number after it that is not taken.
  static func free(_ id: String, isTaken: (String) -> Bool) -> String {
    var number = 1
    var candidate = id
    while isTaken(candidate) {
      number += 1
      candidate = "\(id)-\(number)"
    }
    return candidate
  }
}
