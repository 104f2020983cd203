import Content
import Engine

/// The gaps of a `fill` question as they stand.
struct GapFilling: Sendable {
  var question: String
  var entries: [EntryState]
  /// The gap that is being typed into.
  var focus: Int?
}

/// Measures inline content: what each kind of inline says and how it looks.
struct InlineText {
  private var builder: TextBuilder

  /// Inline content, measured.
  static func measure(_ content: [Inline], _ style: Style = .body, in context: PageContext) -> MeasuredText {
    // The context is handed on and not kept: a copy for each run of text costs as much as measuring it.
    var text = InlineText(builder: TextBuilder(isASCII: context.isASCII))
    text.add(content, style, action: nil, depth: 0, in: context)
    return text.builder.finish()
  }

  private mutating func add(
    _ content: [Inline], _ style: Style, action: Int?, depth: Int, in context: PageContext
  ) {
    // Deeper emphasis than any author writes; the parser bounds it, a tree built by hand may not.
    if depth > 100 { return }
    var previousIsFootnote = false
    var tag: String?
    for inline in content {
      if case .text(let text) = inline {
        if let before = tag, let small = smallText(text, tag: before, in: context) {
          builder.add(small, style, action: action)
        } else {
          builder.add(text, style, action: action)
        }
        (previousIsFootnote, tag) = (false, nil)
        continue
      }
      tag = nil
      switch inline {
      case .footnote:
        if previousIsFootnote { builder.add(",", style, action: action) }
        previousIsFootnote = true
      case .html(let name):
        tag = name
        previousIsFootnote = false
      default: previousIsFootnote = false
      }
      add(inline, style, action: action, depth: depth, in: context)
    }
  }

  private mutating func add(
    _ inline: Inline, _ style: Style, action: Int?, depth: Int, in context: PageContext
  ) {
    switch inline {
    case .text(let text):
      builder.add(text, style, action: action)
    case .emphasis(let content):
      if context.marksEmphasis { builder.add("_", style, action: action, breaking: .none) }
      add(content, style.adding(.italic), action: action, depth: depth + 1, in: context)
      if context.marksEmphasis { builder.add("_", style, action: action, breaking: .none) }
    case .strong(let content):
      add(content, style.adding(.bold), action: action, depth: depth + 1, in: context)
    case .strikethrough(let content):
      if context.marksStrikethrough { builder.add("~~", style, action: action, breaking: .none) }
      add(content, style.adding(.strikethrough), action: action, depth: depth + 1, in: context)
      if context.marksStrikethrough { builder.add("~~", style, action: action, breaking: .none) }
    case .code(let text):
      builder.add(text, Style(.code, style.emphasis), action: action, breaking: .code)
    case .mathematics(let tex):
      addMathematics(tex, style, action, in: context)
    case .link(let destination, _, let content):
      let link = builder.action(.link(destination))
      // A term in the prose is marked quietly: it is there to be asked about, not to lead away.
      let role = destination.hasPrefix(Term.linkPrefix) ? style.role : .link
      let linkStyle = Style(role, style.emphasis.union(.underline))
      if content.isEmpty {
        builder.add(destination, linkStyle, action: link)
      } else {
        add(content, linkStyle, action: link, depth: depth + 1, in: context)
        addAddress(destination, of: content, style, in: context)
      }
    case .image(let source, _, let alternative):
      let link = builder.action(.link(source))
      builder.add("[", Style(.faint), action: link)
      if alternative.isEmpty {
        builder.add(source, Style(.label), action: link)
      } else {
        add(alternative, Style(.label), action: link, depth: depth + 1, in: context)
      }
      builder.add("]", Style(.faint), action: link)
    case .reference(let reference):
      addReference(reference, style, in: context)
    case .citation(let keys):
      let citation = builder.action(.citation(keys))
      let text = keys.map { Citation.short(of: $0, in: context.book.bibliography) }.joined(separator: "; ")
      builder.add("(" + text + ")", Style(.link, style.emphasis), action: citation)
    case .footnote(let label):
      if let note = context.chapter.footnotes[label] {
        let action = builder.action(.footnote(label))
        builder.add(context.marks.footnote(note.number), Style(.link, style.emphasis), action: action)
      } else {
        builder.add("[" + label + "?]", Style(.error))
      }
    case .live(let live):
      addLive(live, style, in: context)
    case .blank(let index):
      addGap(index, style, in: context)
    case .html(let text):
      addHTML(text, style, action)
    case .softBreak:
      builder.add(" ", style, action: action)
    case .lineBreak:
      builder.lineBreak()
    }
  }

  /// Where a link leads, on paper, which can not be followed otherwise; not where the words are the address.
  private mutating func addAddress(
    _ destination: String, of content: [Inline], _ style: Style, in context: PageContext
  ) {
    guard context.isPrinted, ["http://", "https://", "mailto:"].contains(where: destination.hasPrefix) else {
      return
    }
    let words = content.plainText
    let address = destination.hasPrefix("mailto:") ? String(destination.dropFirst(7)) : destination
    if words == address || words == destination || "http://" + words == destination { return }
    builder.add(" <" + address + ">", Style(.faint, style.emphasis), breaking: .code)
  }

  private mutating func addReference(_ reference: Reference, _ style: Style, in context: PageContext) {
    let id = reference.id
    guard let anchor = context.anchor(id) else {
      builder.add(id + "?", Style(.error, style.emphasis), breaking: .none)
      return
    }
    let action = builder.action(.reference(id))
    builder.add(anchor.label, Style(.link, style.emphasis), action: action, breaking: .none)
  }

  private mutating func addLive(_ live: LiveValue, _ style: Style, in context: PageContext) {
    let result = context.book.workbook.inline(live.expression, near: live.calculator)
    if context.hasPlainNumbers, result.error == nil {
      builder.add(result.text.withMinusSigns, style, breaking: Self.breaking(of: result))
      return
    }
    let action = builder.action(
      .live(LiveTarget(expression: live.expression, calculator: result.calculator ?? live.calculator)))
    let isChanged = result.isChanged && context.showsChanges
    builder.noteLive(isChanged: isChanged)
    let shown = result.text.withMinusSigns
    let breaking = Self.breaking(of: result)
    if result.error != nil, result.missing == nil {
      let text = result.text.isEmpty ? live.expression + "?" : result.text
      builder.add(text, Style(.error, style.emphasis), action: action)
    } else if isChanged {
      let changed = Style(.changed, style.emphasis.union(.bold))
      builder.add(shown, changed, action: action, breaking: breaking)
    } else {
      builder.add(shown, Style(.live, style.emphasis), action: action, breaking: breaking)
    }
  }

  /// A number stays with its unit; words and long lists break as text does.
  private static func breaking(of result: InlineResult) -> TextBuilder.Breaking {
    switch result.value {
    case .text, .profile: .prose
    case .list: result.text.utf8.count > 24 ? .prose : .none
    default: .none
    }
  }

  private mutating func addMathematics(_ tex: String, _ style: Style, _ action: Int?, in context: PageContext)
  {
    let formula = Mathematics(tex: tex)
    let style = Style(.mathematics, style.emphasis)
    let text = formula.inline(form: context.isASCII ? .ascii : .unicode, keepsScripts: true) ?? tex
    // Short formulas stay together; long ones break at their spaces, which stand around relations and operators.
    let isShort = DisplayWidth.of(text) <= min(24, context.width / 2)
    builder.add(text, style, action: action, breaking: isShort ? .none : .code)
  }

  private mutating func addGap(_ index: Int, _ style: Style, in context: PageContext) {
    guard let gaps = context.gaps else {
      builder.add("______", style, breaking: .none)
      return
    }
    let entry = index < gaps.entries.count ? gaps.entries[index] : EntryState()
    let action = builder.action(.option(question: gaps.question, index: index))
    if gaps.focus == index {
      builder.add(entry: entry, style: Style(.changed, .underline), action: action)
      builder.add("___", Style(.faint), action: action, breaking: .none)
    } else if entry.text.isEmpty {
      builder.add("______", style, action: action, breaking: .none)
    } else {
      builder.add(entry.text, style.adding(.underline), action: action, breaking: .none)
    }
  }

  /// The text of `<sub>` and `<sup>` in small characters where Unicode has them, after `_` or `^` in ASCII.
  private func smallText(_ text: String, tag: String, in context: PageContext) -> String? {
    switch tag.lowercased() {
    case "<sub>": context.isASCII ? "_" + text : MathAlphabet.subscript(text)
    case "<sup>": context.isASCII ? "^" + text : MathAlphabet.superscript(text)
    default: nil
    }
  }

  /// Tags of running text leave their content; what else looks like a tag is shown as it is.
  private mutating func addHTML(_ text: String, _ style: Style, _ action: Int?) {
    let name = text.drop { $0 == "<" || $0 == "/" }.prefix { $0.isLetter || $0.isNumber }.lowercased()
    if name == "br" {
      builder.lineBreak()
    } else if name == "img" {
      builder.add(HTMLText(text).lines.first?.text ?? "", Style(.label), action: action)
    } else if !knownTags.contains(name) && !text.hasPrefix("<!--") {
      builder.add(text, Style(.faint, style.emphasis), action: action, breaking: .code)
    }
  }
}

private let knownTags: Set<String> = [
  "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins",
  "kbd",
  "mark", "q", "ruby", "rp", "rt", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var",
  "wbr",
]

extension Style {
  func adding(_ emphasis: Emphasis) -> Style { Style(role, self.emphasis.union(emphasis)) }
}
