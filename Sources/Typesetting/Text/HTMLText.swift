/// The text of a piece of HTML, line by line, as a page of plain text shows it.
///
/// ```swift
/// HTMLText("<p align=\"center\"><img alt=\"Logo\" src=\"logo.png\"></p>").lines   // [Logo]
/// ```
struct HTMLText {
  struct Line: Hashable {
    enum Kind { case text, heading, summary }

    var kind: Kind
    var text: String
  }

  private(set) var lines: [Line] = []
  private var current = ""
  private var kind = Line.Kind.text

  init(_ source: String) {
    var rest = Substring(source)
    while let start = rest.firstIndex(where: { $0 == "<" || $0 == "&" }) {
      current += rest[..<start]
      rest = rest[start...]
      if rest.first == "&" {
        readEntity(&rest)
      } else if rest.hasPrefix("<!--") {
        rest = Self.after("-->", in: rest.dropFirst(4))
      } else {
        readTag(&rest)
      }
    }
    current += rest
    endLine()
  }

  private mutating func readEntity(_ rest: inout Substring) {
    let name = rest.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == "#" }
    guard name.endIndex < rest.endIndex, rest[name.endIndex] == ";", let text = Self.entity(name) else {
      current.append(rest.removeFirst())
      return
    }
    current += text
    rest = rest[name.endIndex...].dropFirst()
  }

  private mutating func readTag(_ rest: inout Substring) {
    guard let next = rest.dropFirst().first, next.isLetter || "/!?".contains(next) else {
      current.append(rest.removeFirst())
      return
    }
    let body = rest.dropFirst().prefix { $0 != ">" }
    let isClosing = body.first == "/"
    let name = body.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }.lowercased()
    rest = body.endIndex < rest.endIndex ? rest[body.endIndex...].dropFirst() : rest[body.endIndex...]
    switch name {
    case "script", "style", "svg", "template":
      if !isClosing { rest = Self.after(">", in: Self.after("</" + name, in: rest)) }
    case "img":
      let words = Self.attribute("alt", of: body) ?? Self.attribute("src", of: body).map(Self.fileName)
      if let words, !words.isEmpty { current += "[" + words + "]" }
    case "h1", "h2", "h3", "h4", "h5", "h6":
      endLine()
      kind = isClosing ? .text : .heading
    case "summary":
      endLine()
      kind = isClosing ? .text : .summary
    case "li":
      endLine()
      if !isClosing { current = "• " }
    case "td", "th": if isClosing { current += "  " }
    case "hr", "br", "p", "div", "tr", "table", "ul", "ol", "details", "center", "section", "blockquote",
      "pre", "figure", "figcaption", "picture", "video", "dl", "dt", "dd", "thead", "tbody":
      endLine()
    default: break
    }
  }

  private mutating func endLine() {
    let words = current.split { $0 == " " || $0.isNewline || $0 == "\t" }
    if !words.isEmpty { lines.append(Line(kind: kind, text: words.joined(separator: " "))) }
    current = ""
  }

  private static func after(_ mark: String, in text: Substring) -> Substring {
    var rest = text
    while let start = rest.firstIndex(of: mark.first ?? ">") {
      rest = rest[start...]
      if rest.prefix(mark.count).lowercased() == mark { return rest.dropFirst(mark.count) }
      rest = rest.dropFirst()
    }
    return rest[rest.endIndex...]
  }

  private static func attribute(_ name: String, of tag: Substring) -> String? {
    var rest = tag
    while let sign = rest.firstIndex(of: "=") {
      let key = rest[..<sign].reversed().drop { $0 == " " }.prefix { $0.isLetter || $0 == "-" }
      rest = rest[sign...].dropFirst().drop { $0 == " " }
      let value: Substring
      if let quote = rest.first, quote == "\"" || quote == "'" {
        value = rest.dropFirst().prefix { $0 != quote }
      } else {
        value = rest.prefix { $0 != " " && $0 != "/" }
      }
      if String(key.reversed()).lowercased() == name { return String(value) }
      rest = rest[value.endIndex...].dropFirst()
    }
    return nil
  }

  private static func fileName(_ path: String) -> String {
    let name = path.prefix { $0 != "?" && $0 != "#" }
    return name.split(separator: "/").last.map(String.init) ?? path
  }

  private static func entity(_ name: Substring) -> String? {
    if let known = entities[name] { return known }
    guard name.first == "#" else { return nil }
    let digits = name.dropFirst()
    let value =
      digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.flatMap(Unicode.Scalar.init).map { sanitized(String(Character($0))) }
  }

  private static let entities: [Substring: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "copy": "©", "reg": "®",
    "trade": "™", "mdash": "—", "ndash": "–", "hellip": "…", "middot": "·", "bull": "•", "times": "×",
    "rarr": "→", "larr": "←", "deg": "°", "emsp": " ", "ensp": " ", "thinsp": " ",
  ]
}
