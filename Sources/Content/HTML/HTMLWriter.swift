/// Writes blocks as the body of an HTML page.
///
/// ```swift
/// HTMLWriter().html(chapter.blocks)             // raw HTML of the author is shown, not run
/// HTMLWriter.bare("*plain* Markdown")           // "<p><em>plain</em> Markdown</p>\n"
/// ```
public struct HTMLWriter: Sendable {
  /// Whether raw HTML of the author goes into the page as it is; else it is shown as text.
  public var passesRawHTML: Bool
  /// What stands for a live value; its expression when nil.
  public var liveText: (@Sendable (LiveValue) -> String)?
  /// The HTML of a block in place of the writer's own; nil for those that it should write itself.
  public var ownBlock: (@Sendable (Block) -> String?)?
  /// The HTML of a piece of a line in place of the writer's own.
  public var ownInline: (@Sendable (Inline) -> String?)?

  public init(passesRawHTML: Bool = false, liveText: (@Sendable (LiveValue) -> String)? = nil) {
    self.passesRawHTML = passesRawHTML
    self.liveText = liveText
  }

  /// Plain GitHub Flavored Markdown as HTML, without any syntax of ours; raw HTML passes.
  public static func bare(_ markdown: String) -> String {
    HTMLWriter(passesRawHTML: true).html(CommonMark(reader: nil).blocks(of: Array(markdown.utf8)))
  }

  public func html(_ blocks: [Block]) -> String {
    var page = HTMLPage(writer: self)
    page.append(blocks, isTight: false)
    return page.text
  }

  /// A run of inline content.
  public func html(_ content: [Inline]) -> String {
    var page = HTMLPage(writer: self)
    page.append(content)
    return page.text
  }

  /// Text with HTML's own characters escaped.
  public static func escaped(_ text: String) -> String { HTMLPage.escaped(text) }
}

/// A page while it is written.
struct HTMLPage {
  let writer: HTMLWriter
  private(set) var text = ""

  init(writer: HTMLWriter) { self.writer = writer }

  mutating func append(_ blocks: [Block], isTight: Bool) {
    for block in blocks { append(block, isTight: isTight) }
  }

  private mutating func startLine() {
    if !text.isEmpty, text.utf8.last != UInt8(ascii: "\n") { text += "\n" }
  }

  private mutating func element(_ name: String, attributes: String = "", _ content: [Inline]) {
    startLine()
    text += "<\(name)\(attributes)>"
    append(content)
    text += "</\(name)>\n"
  }

  private mutating func container(
    _ name: String, attributes: String = "", _ content: (inout HTMLPage) -> Void
  ) {
    startLine()
    text += "<\(name)\(attributes)>\n"
    content(&self)
    startLine()
    text += "</\(name)>\n"
  }

  private mutating func append(_ block: Block, isTight: Bool) {
    if let own = writer.ownBlock?(block) {
      startLine()
      text += own
      return startLine()
    }
    switch block {
    case .paragraph(let paragraph):
      if isTight { append(paragraph.content) } else { element("p", paragraph.content) }
    case .heading(let heading):
      let id = heading.attributes.id.map { " id=\"\(Self.escaped($0))\"" } ?? ""
      element("h\(heading.level)", attributes: id, heading.content)
    case .list(let list): append(list)
    case .quote(let quote): container("blockquote") { $0.append(quote.blocks, isTight: false) }
    case .code(let code):
      startLine()
      let language = code.language.map { " class=\"language-\(Self.escaped($0))\"" } ?? ""
      text += "<pre><code\(language)>\(Self.escaped(code.text))</code></pre>\n"
    case .table(let table): append(table)
    case .rule:
      startLine()
      text += "<hr />\n"
    case .html(let html):
      startLine()
      text += writer.passesRawHTML ? html.text : "<pre>\(Self.escaped(html.text))</pre>"
      startLine()
    default: appendOwn(block)
    }
  }

  private mutating func append(_ list: ListBlock) {
    let start = list.isOrdered && list.start != 1 ? " start=\"\(list.start)\"" : ""
    container(list.isOrdered ? "ol" : "ul", attributes: start) { page in
      for item in list.items {
        page.startLine()
        page.text += "<li>"
        if let task = item.task {
          page.text += "<input type=\"checkbox\" \(task ? "checked=\"\" " : "")disabled=\"\" /> "
        }
        page.append(item.blocks, isTight: list.isTight)
        page.text += "</li>\n"
      }
    }
  }

  private mutating func append(_ table: Table) {
    func row(_ cells: [[Inline]], _ name: String, _ page: inout HTMLPage) {
      page.container("tr") { page in
        for (cell, alignment) in zip(cells, table.alignments) {
          page.element(name, attributes: alignment.map { " align=\"\($0)\"" } ?? "", cell)
        }
      }
    }
    let id = table.id.map { " id=\"\(Self.escaped($0))\"" } ?? ""
    container("table", attributes: id) { page in
      if !table.caption.isEmpty { page.element("caption", table.caption) }
      page.container("thead") { row(table.header, "th", &$0) }
      if !table.rows.isEmpty {
        page.container("tbody") { page in for cells in table.rows { row(cells, "td", &page) } }
      }
    }
  }

  /// Blocks that Markdown does not know.
  private mutating func appendOwn(_ block: Block) {
    switch block {
    case .formula(let formula): element("p", attributes: " class=\"formula\"", [.mathematics(formula.tex)])
    case .division(let division):
      let classes = division.attributes.classes.map(Self.escaped).joined(separator: " ")
      container("div", attributes: " class=\"\(classes)\"") { page in
        if !division.title.isEmpty { page.element("p", attributes: " class=\"title\"", division.title) }
        page.append(division.blocks, isTight: false)
      }
    case .figure(let figure):
      container("figure", attributes: " aria-label=\"\(Self.escaped(figure.alternative))\"") { page in
        page.text += "<pre>\(Self.escaped(figure.lines.joined(separator: "\n")))</pre>\n"
        page.element("figcaption", figure.caption)
      }
    case .plot(let plot):
      container("figure", attributes: " aria-label=\"\(Self.escaped(plot.alternative))\"") {
        $0.element("figcaption", plot.caption)
      }
    case .calculator(let calculator):
      element("p", attributes: " class=\"calculator\"", [.text(calculator.title)])
    case .equation(let equation): element("p", attributes: " class=\"equation\"", [.text(equation.id)])
    case .question(let question):
      container("div", attributes: " class=\"question\"") { $0.append(question.blocks, isTight: false) }
    case .selfCheck(let check):
      for question in check.questions { append(.question(question), isTight: false) }
    case .problem(let problem): element("p", attributes: " class=\"problem\"", [.text(problem.message)])
    default: break
    }
  }

  // MARK: - Inline

  mutating func append(_ content: [Inline]) {
    for inline in content { append(inline) }
  }

  private mutating func append(_ inline: Inline) {
    if let own = writer.ownInline?(inline) {
      text += own
      return
    }
    switch inline {
    case .text(let words): text += Self.escaped(words)
    case .emphasis(let content): wrap("em", content)
    case .strong(let content): wrap("strong", content)
    case .strikethrough(let content): wrap("del", content)
    case .code(let code): text += "<code>\(Self.escaped(code))</code>"
    case .mathematics(let tex): text += "<span class=\"math\">\(Self.escaped(tex))</span>"
    case .link(let destination, let title, let content):
      text += "<a href=\"\(Self.escapedURL(destination))\"\(Self.title(title))>"
      append(content)
      text += "</a>"
    case .image(let source, let title, let alternative):
      text += "<img src=\"\(Self.escapedURL(source))\" alt=\"\(Self.escaped(Self.alternative(alternative)))\""
      text += "\(Self.title(title)) />"
    case .reference(let reference):
      text += "<a href=\"#\(Self.escapedURL(reference.id))\">\(Self.escaped(reference.id))</a>"
    case .citation(let keys): text += Self.escaped("[\(keys.joined(separator: "; "))]")
    case .footnote(let label):
      text += "<sup><a href=\"#fn-\(Self.escapedURL(label))\">\(Self.escaped(label))</a></sup>"
    case .live(let live): text += Self.escaped(writer.liveText?(live) ?? live.expression)
    case .blank: text += "______"
    case .html(let html): text += writer.passesRawHTML ? html : Self.escaped(html)
    case .softBreak: text += "\n"
    case .lineBreak: text += "<br />\n"
    }
  }

  private mutating func wrap(_ name: String, _ content: [Inline]) {
    text += "<\(name)>"
    append(content)
    text += "</\(name)>"
  }

  private static func alternative(_ content: [Inline]) -> String {
    content.map { inline in
      if case .html(let html) = inline {
        html
      } else if inline.children.isEmpty {
        inline.plainText
      } else {
        alternative(inline.children)
      }
    }.joined()
  }

  private static func title(_ title: String?) -> String {
    title.map { " title=\"\(escaped($0))\"" } ?? ""
  }

  static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let urlPunctuation = Set("!#$%()*+,-./:;=?@_~".utf8)

  static func escapedURL(_ url: String) -> String {
    var result = ""
    for byte in url.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        result.unicodeScalars.append(UnicodeScalar(byte))
      case UInt8(ascii: "&"): result += "&amp;"
      case UInt8(ascii: "'"): result += "&#x27;"
      default:
        if urlPunctuation.contains(byte) {
          result.unicodeScalars.append(UnicodeScalar(byte))
        } else {
          let digits = String(byte, radix: 16, uppercase: true)
          result += "%" + (digits.count < 2 ? "0" : "") + digits
        }
      }
    }
    return result
  }
}
