import CCmarkGFM
import Foundation

/// The one place that knows cmark: Markdown bytes to our tree.
struct CommonMark {
  /// What reads the file's own syntax; nil for plain Markdown.
  let reader: FileReader?

  /// Deeper blocks are refused; the line pass stops honest files long before.
  private static let blockDepthLimit = 200
  /// Deeper inline markup is read as its text.
  private static let inlineDepthLimit = 32

  /// Text with more signs of `@` has no addresses linked, since looking for them takes long.
  private static let addressLimit = 20_000

  /// The blocks of a document.
  func blocks(of markdown: [UInt8]) -> [Block] {
    withDocument(markdown) { root in
      guard let reader else { return children(of: root, depth: 0) }
      // cmark moves the definitions that are used to the end, in the order of their first reference.
      var definitions: [OpaquePointer] = []
      var last = cmark_node_last_child(root)
      while let node = last, cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_DEFINITION {
        definitions.append(node)
        last = cmark_node_previous(node)
      }
      definitions.reverse()
      reader.declareFootnotes(atLines: definitions.map { Int(cmark_node_get_start_line($0)) })
      let blocks = children(of: root, depth: 0)
      for (index, node) in definitions.enumerated() {
        reader.setFootnote(index, blocks: children(of: node, depth: 1))
      }
      return blocks
    } ?? []
  }

  /// The content of the first paragraph: for captions and titles.
  func inlines(of text: String) -> [Inline] {
    withDocument(Array(text.utf8)) { root in
      guard let paragraph = cmark_node_first_child(root),
        cmark_node_get_type(paragraph) == CMARK_NODE_PARAGRAPH
      else { return [.text(text)] }
      return inlines(of: paragraph)
    } ?? [.text(text)]
  }

  private func withDocument<Result>(_ markdown: [UInt8], _ body: (OpaquePointer) -> Result) -> Result? {
    let options = CMARK_OPT_UNSAFE | CMARK_OPT_VALIDATE_UTF8 | (reader == nil ? 0 : CMARK_OPT_FOOTNOTES)
    guard let parser = cmark_parser_new(options) else { return nil }
    defer { cmark_parser_free(parser) }
    let extensions = Self.extensions
    for each in extensions.standard { cmark_parser_attach_syntax_extension(parser, each.pointer) }
    if reader != nil { cmark_parser_attach_syntax_extension(parser, extensions.own.pointer) }
    let shared = extensions.shared(for: markdown)
    for each in shared { cmark_parser_attach_syntax_extension(parser, each.pointer) }
    markdown.withUnsafeBytes { buffer in
      cmark_parser_feed(parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
    }
    if !shared.isEmpty { Self.turn.lock() }
    let finished = cmark_parser_finish(parser)
    if !shared.isEmpty { Self.turn.unlock() }
    guard let root = finished else { return nil }
    defer { cmark_node_free(root) }
    return body(root)
  }

  // MARK: - Blocks

  private func children(of node: OpaquePointer, depth: Int) -> [Block] {
    var blocks: [Block] = []
    var child = cmark_node_first_child(node)
    while let node = child {
      if let block = block(node, depth: depth + 1) { blocks.append(block) }
      child = cmark_node_next(node)
    }
    return reader?.assemble(blocks) ?? blocks
  }

  private func block(_ node: OpaquePointer, depth: Int) -> Block? {
    let range = range(of: node)
    guard depth <= Self.blockDepthLimit else {
      return .problem(
        ProblemBlock(
          message: "nested too deep", advice: "write it flatter", source: text(of: node), range: range))
    }
    switch cmark_node_get_type(node) {
    case CMARK_NODE_PARAGRAPH: return .paragraph(Paragraph(content: inlines(of: node), range: range))
    case CMARK_NODE_HEADING:
      let level = Int(cmark_node_get_heading_level(node))
      return .heading(Heading(level: level, content: inlines(of: node), range: range))
    case CMARK_NODE_BLOCK_QUOTE: return .quote(Quote(blocks: children(of: node, depth: depth), range: range))
    case CMARK_NODE_LIST: return .list(list(node, depth: depth, range: range))
    case CMARK_NODE_CODE_BLOCK:
      let info = string(cmark_node_get_fence_info(node))
      let language = info.split(whereSeparator: \.isWhitespace).first.map {
        reader == nil ? String($0) : Self.language($0)
      }
      let text = string(cmark_node_get_literal(node))
      return .code(CodeBlock(language: language, text: reader?.restored(text) ?? text, range: range))
    case CMARK_NODE_HTML_BLOCK:
      return .html(HTMLBlock(text: string(cmark_node_get_literal(node)), range: range))
    case CMARK_NODE_THEMATIC_BREAK: return .rule(Rule(range: range))
    case CMARK_NODE_FOOTNOTE_DEFINITION: return nil
    default:
      return string(cmark_node_get_type_string(node)) == "table" ? .table(table(node, range: range)) : nil
    }
  }

  /// `python` of `{python}` too.
  private static func language(_ word: Substring) -> String {
    guard word.hasPrefix("{") else { return String(word) }
    return String(word.dropFirst().prefix { $0 != "}" && $0 != "," })
  }

  private func list(_ node: OpaquePointer, depth: Int, range: SourceRange) -> ListBlock {
    var items: [ListItem] = []
    var child = cmark_node_first_child(node)
    while let node = child {
      let isTask = string(cmark_node_get_type_string(node)) == "tasklist"
      let task = isTask ? cmark_gfm_extensions_get_tasklist_item_checked(node) : nil
      items.append(
        ListItem(task: task, blocks: children(of: node, depth: depth + 1), range: self.range(of: node)))
      child = cmark_node_next(node)
    }
    let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
    return ListBlock(
      isOrdered: isOrdered, start: isOrdered ? Int(cmark_node_get_list_start(node)) : 1,
      isTight: cmark_node_get_list_tight(node) != 0, items: items, range: range)
  }

  private func table(_ node: OpaquePointer, range: SourceRange) -> Table {
    let columns = Int(cmark_gfm_extensions_get_table_columns(node))
    let marks = cmark_gfm_extensions_get_table_alignments(node)
    let alignments = (0..<columns).map { column -> Table.Alignment? in
      switch marks?[column] {
      case UInt8(ascii: "l"): .left
      case UInt8(ascii: "c"): .center
      case UInt8(ascii: "r"): .right
      default: nil
      }
    }
    var rows: [[[Inline]]] = []
    var row = cmark_node_first_child(node)
    while let node = row {
      var cells: [[Inline]] = []
      var cell = cmark_node_first_child(node)
      while let node = cell, cells.count < columns {
        cells.append(inlines(of: node))
        cell = cmark_node_next(node)
      }
      rows.append(cells + Array(repeating: [], count: columns - cells.count))
      row = cmark_node_next(node)
    }
    return Table(
      alignments: alignments, header: rows.first ?? [], rows: Array(rows.dropFirst()), range: range)
  }

  // MARK: - Inline

  private func inlines(of block: OpaquePointer) -> [Inline] {
    reader?.enter(
      lines: Int(
        cmark_node_get_start_line(block))...max(
          Int(cmark_node_get_start_line(block)), Int(cmark_node_get_end_line(block))))
    return inlines(in: block, depth: 0)
  }

  private func inlines(in node: OpaquePointer, depth: Int) -> [Inline] {
    var result: [Inline] = []
    guard depth <= Self.inlineDepthLimit else { return [.text(text(of: node))] }
    var child = cmark_node_first_child(node)
    while let node = child {
      append(node, to: &result, depth: depth + 1)
      child = cmark_node_next(node)
    }
    return result
  }

  private func append(_ node: OpaquePointer, to result: inout [Inline], depth: Int) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_TEXT:
      let literal = cmark_node_get_literal(node)
      let text = string(literal)
      guard let reader else { return Self.append(text, to: &result) }
      if let literal, strchr(literal, Int32(UInt8(ascii: "^"))) != nil {
        reader.noteUndefinedFootnotes(in: text, line: Int(cmark_node_get_start_line(node)))
      }
      reader.appendText(text, to: &result)
    case CMARK_NODE_SOFTBREAK:
      result.append(.softBreak)
    case CMARK_NODE_LINEBREAK: result.append(.lineBreak)
    case CMARK_NODE_CODE: appendCode(node, to: &result)
    case CMARK_NODE_HTML_INLINE:
      let text = string(cmark_node_get_literal(node))
      guard let reader else { return result.append(.html(text)) }
      if let inline = reader.html(text, line: Int(cmark_node_get_start_line(node))) { result.append(inline) }
    case CMARK_NODE_EMPH: result.append(.emphasis(inlines(in: node, depth: depth)))
    case CMARK_NODE_STRONG: result.append(.strong(inlines(in: node, depth: depth)))
    case CMARK_NODE_LINK:
      let title = string(cmark_node_get_title(node))
      let destination = string(cmark_node_get_url(node))
      let content = inlines(in: node, depth: depth)
      reader?.noteLink(destination, isImage: false, line: Int(cmark_node_get_start_line(node)))
      result.append(.link(destination: destination, title: title.isEmpty ? nil : title, content: content))
    case CMARK_NODE_IMAGE:
      let title = string(cmark_node_get_title(node))
      let source = string(cmark_node_get_url(node))
      let content = inlines(in: node, depth: depth)
      reader?.noteLink(source, isImage: true, line: Int(cmark_node_get_start_line(node)))
      result.append(.image(source: source, title: title.isEmpty ? nil : title, alternative: content))
    case CMARK_NODE_FOOTNOTE_REFERENCE:
      let number = string(cmark_node_get_literal(node))
      if let inline = reader?.footnote(number: number, line: Int(cmark_node_get_start_line(node))) {
        result.append(inline)
      }
    default:
      if string(cmark_node_get_type_string(node)) == "strikethrough" {
        result.append(.strikethrough(inlines(in: node, depth: depth)))
      }
    }
  }

  /// A code span, or what our own extension found, which is kept as one.
  private func appendCode(_ node: OpaquePointer, to result: inout [Inline]) {
    let literal = string(cmark_node_get_literal(node))
    guard let reader else { return result.append(.code(literal)) }
    guard cmark_node_get_syntax_extension(node) != nil else {
      return result.append(reader.code(literal, line: Int(cmark_node_get_start_line(node))))
    }
    let line = Int(bitPattern: cmark_node_get_user_data(node))
    reader.append(literal, line: line, to: &result)
  }

  static func append(_ text: String, to result: inout [Inline]) {
    if case .text(var before) = result.last {
      result.removeLast()
      before += text
      result.append(.text(before))
    } else {
      result.append(.text(text))
    }
  }

  /// All text below a node, without recursion.
  private func text(of node: OpaquePointer) -> String {
    guard let iterator = cmark_iter_new(node) else { return "" }
    defer { cmark_iter_free(iterator) }
    var result = ""
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return result }
      guard event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator) else { continue }
      switch cmark_node_get_type(node) {
      case CMARK_NODE_TEXT, CMARK_NODE_CODE: result += string(cmark_node_get_literal(node))
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: result += " "
      default: break
      }
    }
  }

  // MARK: - Values

  private func string(_ pointer: UnsafePointer<CChar>?) -> String {
    pointer.map { String(cString: $0) } ?? ""
  }

  private func range(of node: OpaquePointer) -> SourceRange {
    let lines = (Int(cmark_node_get_start_line(node)), Int(cmark_node_get_end_line(node)))
    let column = Int(cmark_node_get_start_column(node))
    if let reader { return reader.range(lines: lines.0...max(lines.0, lines.1), column: column) }
    return SourceRange(
      SourcePosition(line: lines.0, column: column),
      SourcePosition(line: max(lines.0, lines.1), column: Int(cmark_node_get_end_column(node)) + 1))
  }
}

// MARK: - Extensions

extension CommonMark {
  /// A pointer to an extension, which cmark never changes after it is registered.
  private struct Extension: @unchecked Sendable {
    let pointer: OpaquePointer
  }

  private struct Extensions {
    var standard: [Extension]
    var autolink: Extension?
    var strikethrough: Extension?
    var own: Extension

    /// Those that this text needs and that parsers must take turns with.
    func shared(for markdown: [UInt8]) -> [Extension] {
      var needed: [Extension?] = []
      if CommonMark.mayStrike(markdown) {
        needed.append(strikethrough)
      }
      if CommonMark.hasAddress(markdown) { needed.append(autolink) }
      return needed.compactMap { $0 }
    }
  }

  /// cmark keeps the characters that start inline syntax in a table of the whole process, which every parser fills before
  /// and clears after its inline phase. Ours are filled in once here, and our extension then forgets them, so that
  /// parsers on several threads only read the table. Strikethrough and addresses can not do that; so they are attached
  /// only to text that has some, and such texts take turns.
  private static let extensions: Extensions = {
    cmark_gfm_core_extensions_ensure_registered()
    let find: (String) -> Extension? = { cmark_find_syntax_extension($0).map { Extension(pointer: $0) } }
    guard let pointer = cmark_syntax_extension_new("napkin") else {
      fatalError("no memory for an extension of cmark")
    }
    cmark_syntax_extension_set_match_inline_func(pointer, matchInline)
    var characters: UnsafeMutablePointer<cmark_llist>?
    for character in "$@{".utf8 {
      characters = cmark_llist_append(
        cmark_get_default_mem_allocator(), characters, UnsafeMutableRawPointer(bitPattern: UInt(character)))
    }
    cmark_syntax_extension_set_special_inline_chars(pointer, characters)
    if let parser = cmark_parser_new(0) {
      cmark_parser_attach_syntax_extension(parser, pointer)
      cmark_manage_extensions_special_characters(parser, 1)
      cmark_parser_free(parser)
    }
    cmark_syntax_extension_set_special_inline_chars(pointer, nil)
    return Extensions(
      standard: ["table", "tasklist"].compactMap(find), autolink: find("autolink"),
      strikethrough: find("strikethrough"), own: Extension(pointer: pointer))
  }()

  private static let turn = NSLock()

  /// Whether a text may strike words: what ends that follows something. `~10 K` ends nothing.
  private static func mayStrike(_ markdown: [UInt8]) -> Bool {
    let tilde = UInt8(ascii: "~")
    var place = 0
    while let sign = SourceText.firstIndex(of: tilde, in: markdown, from: place) {
      place = sign + 1
      if sign > 0,
        ![UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), tilde].contains(markdown[sign - 1])
      {
        return true
      }
    }
    return false
  }

  /// Whether a text may hold a bare address, `www.`, `://` or a sign of `@` after a letter; and not so many of those signs
  /// that looking for addresses takes long.
  private static func hasAddress(_ markdown: [UInt8]) -> Bool {
    var isFound = SourceText.contains("://", in: markdown) || SourceText.contains("ww.", in: markdown)
    var signs = 0
    var place = 0
    while let sign = SourceText.firstIndex(of: UInt8(ascii: "@"), in: markdown, from: place) {
      signs += 1
      place = sign + 1
      if sign > 0, AttributeParser.isWord(markdown[sign - 1]) || markdown[sign - 1] == UInt8(ascii: "+") {
        isFound = true
      }
    }
    return isFound && signs <= addressLimit
  }

  private static let matchInline: cmark_match_inline_func = { syntax, _, _, character, inline in
    guard let inline, let syntax else { return nil }
    let start = Int(cmark_inline_parser_get_offset(inline))
    let peek: (Int) -> UInt8 = { cmark_inline_parser_peek_at(inline, Int32($0)) }
    let match: MarkdownExtensions.Match?
    switch character {
    case UInt8(ascii: "$"): match = MarkdownExtensions.mathematics(at: start, peek: peek)
    case UInt8(ascii: "@"): match = MarkdownExtensions.reference(at: start, peek: peek)
    case UInt8(ascii: "{"): match = MarkdownExtensions.blank(at: start, peek: peek)
    default: match = nil
    }
    guard let match, let node = cmark_node_new_with_ext(CMARK_NODE_CODE, syntax) else { return nil }
    (match.literal + [0]).withUnsafeBytes { buffer in
      _ = cmark_node_set_literal(node, buffer.baseAddress?.assumingMemoryBound(to: CChar.self))
    }
    let line = Int(cmark_inline_parser_get_line(inline))
    cmark_node_set_user_data(node, UnsafeMutableRawPointer(bitPattern: line))
    cmark_inline_parser_set_offset(inline, Int32(start + match.length))
    return node
  }
}
