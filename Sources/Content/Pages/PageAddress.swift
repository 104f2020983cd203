/// The address of a page that the program writes from the book: `napkin:hardware/t4`,
/// `napkin:sweep/ch05-mnist-macs.total?over=widths`.
///
/// An author may link to one: `[all terms](napkin:glossary)`.
public struct PageAddress: Hashable, Sendable, CustomStringConvertible {
  /// What comes before every address.
  public static let scheme = "napkin:"

  /// What the page shows: the first piece of the path.
  public var kind: String
  /// The pieces of the path after the kind.
  public var path: [String]
  /// What stands after `?`, by name.
  public var options: [String: String]

  public init(_ kind: String, _ path: String..., options: [String: String] = [:]) {
    self.kind = kind
    self.path = path
    self.options = options
  }

  /// Reads an address; nil for a text that is none.
  public init?(parsing text: String) {
    guard text.hasPrefix(Self.scheme) else { return nil }
    let halves = text.dropFirst(Self.scheme.count).split(separator: "?", maxSplits: 1)
    let pieces = (halves.first ?? "").split(separator: "/").map { Self.decoded($0) }
    guard let kind = pieces.first else { return nil }
    self.kind = kind
    path = Array(pieces.dropFirst())
    options = [:]
    for pair in (halves.count > 1 ? halves[1] : "").split(separator: "&") {
      let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      options[Self.decoded(sides[0])] = sides.count > 1 ? Self.decoded(sides[1]) : ""
    }
  }

  /// As a link writes it.
  public var description: String {
    var text = Self.scheme + ([kind] + path).map { Self.encoded($0) }.joined(separator: "/")
    if !options.isEmpty {
      text +=
        "?"
        + options.sorted { $0.key < $1.key }.map { "\(Self.encoded($0.key))=\(Self.encoded($0.value))" }
        .joined(separator: "&")
    }
    return text
  }

  private static func encoded(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%", "/", "?", "&", "=", " ", "(", ")", "<", ">":
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "%" + (digits.count == 1 ? "0" : "") + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func decoded(_ text: Substring) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    var bytes: [UInt8] = []
    let source = Array(text.utf8)
    var index = 0
    while index < source.count {
      if source[index] == UInt8(ascii: "%"), index + 2 < source.count,
        let byte = UInt8(String(decoding: source[index + 1...index + 2], as: UTF8.self), radix: 16)
      {
        bytes.append(byte)
        index += 3
      } else {
        bytes.append(source[index])
        index += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
