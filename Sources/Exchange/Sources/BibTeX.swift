/// Sources as BibTeX and BibLaTeX files give them.
public enum BibTeX {
  /// A source with the fields that `references.yaml` has.
  public struct Entry: Hashable, Sendable {
    public var key: String
    public var author: String?
    public var year: String?
    public var title: String
    public var container: String?
    public var url: String?

    /// What stands for a source of which only the key is known.
    public init(unknown key: String) {
      self.key = key
      title = "Source \(key)"
    }

    fileprivate init(key: String, fields: [String: String]) {
      self.key = key
      author = fields["author"] ?? fields["editor"]
      year = fields["year"] ?? fields["date"].map { String($0.prefix(4)) }
      title = fields["title"] ?? "Source \(key)"
      container =
        ["journal", "journaltitle", "booktitle", "publisher", "institution", "school", "howpublished"]
        .lazy.compactMap { fields[$0] }.first
      url = fields["url"] ?? fields["doi"].map { $0.hasPrefix("http") ? $0 : "https://doi.org/\($0)" }
    }

    /// A line of `references.yaml`.
    public var yaml: String {
      var fields: [String] = []
      if let author { fields.append("author: \(author.yamlQuoted)") }
      if let year { fields.append("year: \(Int(year) == nil ? year.yamlQuoted : year)") }
      fields.append("title: \(title.yamlQuoted)")
      if let container { fields.append("where: \(container.yamlQuoted)") }
      if let url { fields.append("url: \(url.yamlQuoted)") }
      return "\(key.yamlQuoted): {\(fields.joined(separator: ", "))}"
    }
  }

  /// The entries of a file by key; what can not be read is passed over.
  public static func entries(of text: String) -> [String: Entry] {
    let bytes = Array(text.utf8)
    var entries: [String: Entry] = [:]
    var index = 0
    while let at = bytes[index...].firstIndex(of: UInt8(ascii: "@")) {
      index = at + 1
      guard let open = bytes[index...].prefix(40).firstIndex(of: UInt8(ascii: "{")) else { continue }
      let kind = String(decoding: bytes[index..<open], as: UTF8.self).trimmed.lowercased()
      guard kind.allSatisfy(\.isLetter), !["comment", "string", "preamble"].contains(kind) else { continue }
      guard let comma = bytes[open...].prefix(200).firstIndex(of: UInt8(ascii: ",")) else { continue }
      let key = String(decoding: bytes[(open + 1)..<comma], as: UTF8.self).trimmed
      index = comma + 1
      var fields: [String: String] = [:]
      while let (name, value) = field(bytes, &index) {
        fields[name] = plain(value, isAuthor: name == "author")
      }
      if !key.isEmpty { entries[key] = Entry(key: key, fields: fields) }
    }
    return entries
  }

  private static func field(_ bytes: [UInt8], _ index: inout Int) -> (String, String)? {
    func isSpace(_ byte: UInt8) -> Bool { byte <= 32 || byte == UInt8(ascii: ",") }
    while index < bytes.count, isSpace(bytes[index]) { index += 1 }
    guard index < bytes.count, InlineScanner.isWord(bytes[index]) else { return nil }
    let start = index
    while index < bytes.count, InlineScanner.isWord(bytes[index]) || bytes[index] == UInt8(ascii: "-") {
      index += 1
    }
    let name = String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
    while index < bytes.count, bytes[index] <= 32 { index += 1 }
    guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { return nil }
    index += 1
    while index < bytes.count, bytes[index] <= 32 { index += 1 }
    guard index < bytes.count else { return nil }
    var depth = 0
    let first = bytes[index]
    let isQuoted = first == UInt8(ascii: "\"")
    let valueStart = index
    if isQuoted { index += 1 }
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\\") {
        index += 2
        continue
      }
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") {
        if depth == 0 { break }
        depth -= 1
        if depth == 0, !isQuoted {
          index += 1
          break
        }
      }
      if depth == 0, isQuoted, byte == UInt8(ascii: "\"") {
        index += 1
        break
      }
      if depth == 0, !isQuoted, byte == UInt8(ascii: ",") { break }
      index += 1
    }
    index = min(index, bytes.count)
    return (name, String(decoding: bytes[valueStart..<index], as: UTF8.self).trimmed)
  }

  /// Accents that are written before their letter, as combining characters.
  private static let accents: [Character: Unicode.Scalar] = [
    "'": "\u{301}", "`": "\u{300}", "^": "\u{302}", "\"": "\u{308}", "~": "\u{303}", "=": "\u{304}",
    "c": "\u{327}",
    "v": "\u{30C}", "u": "\u{306}", "H": "\u{30B}", "k": "\u{328}", "r": "\u{30A}", ".": "\u{307}",
  ]

  /// Without braces and LaTeX; names of authors in their natural order.
  private static func plain(_ value: String, isAuthor: Bool) -> String {
    var text = value
    if text.count >= 2, text.first == "\"" || text.first == "{" { text = String(text.dropFirst().dropLast()) }
    var result = ""
    var accent: Unicode.Scalar?
    var rest = Array(text)[...]
    while let character = rest.popFirst() {
      if character == "\\", let next = rest.first {
        if let mark = accents[next],
          !next.isLetter || rest.dropFirst().first == "{" || rest.dropFirst().first == " "
        {
          accent = mark
          rest.removeFirst()
          continue
        }
        let name = String(rest.prefix { $0.isLetter })
        if name.isEmpty { continue }
        rest = rest.dropFirst(name.count)
        result +=
          [
            "ss": "ß", "o": "ø", "O": "Ø", "ae": "æ", "AE": "Æ", "aa": "å", "AA": "Å", "l": "ł", "L": "Ł",
            "i": "i",
          ][name] ?? ""
        continue
      }
      if character == "{" || character == "}" || character == " " && accent != nil { continue }
      if character == "~" {
        result += " "
        continue
      }
      result.append(character)
      if let mark = accent {
        result.unicodeScalars.append(mark)
        accent = nil
      }
    }
    let words = result.split(whereSeparator: \.isWhitespace).joined(separator: " ").replacing("--", with: "–")
    guard isAuthor else { return words }
    return words.split(separator: " and ").map { name in
      let parts = name.split(separator: ",").map { String($0).trimmed }
      return parts.count == 2 ? "\(parts[1]) \(parts[0])" : String(name)
    }.joined(separator: "; ")
  }
}
