import Content
import Engine

/// Inline content as it is read aloud: mathematics in words, links and notes named, no marks of style.
struct InlineWords {
  let context: PageContext

  func text(_ content: [Inline]) -> String {
    var result = ""
    var tag = ""
    var endsScript = false
    for inline in content {
      if case .html(let text) = inline { tag = text.lowercased() }
      if case .text(let text) = inline, tag == "<sub>" || tag == "<sup>" {
        result += (tag == "<sub>" ? " sub " : " to the ") + text
        tag = ""
        endsScript = true
        continue
      }
      let words = self.text(inline)
      if endsScript, let first = words.first {
        if first.isLetter || first.isNumber { result += " " }
        endsScript = false
      }
      result += words
    }
    return result
  }

  private func text(_ inline: Inline) -> String {
    switch inline {
    case .text(let text): spokenText(text, isASCII: context.isASCII)
    case .code(let text): shown(text, isASCII: context.isASCII)
    case .emphasis(let content), .strong(let content): text(content)
    case .strikethrough(let content): "(struck out: \(text(content)))"
    case .mathematics(let tex): spoken(tex)
    case .link(let destination, _, let content):
      link(to: shown(destination, isASCII: context.isASCII), content)
    case .image(let source, _, let alternative):
      "(picture: \(alternative.isEmpty ? source : text(alternative)))"
    case .reference(let reference): label(of: reference)
    case .citation(let keys):
      "("
        + shown(
          keys.map { Citation.short(of: $0, in: context.book.bibliography) }.joined(separator: "; "),
          isASCII: context.isASCII) + ")"
    case .footnote(let label):
      context.chapter.footnotes[label].map { " (note \($0.number))" } ?? ""
    case .live(let live): value(of: live)
    case .blank(let index): "(gap \(index + 1))"
    case .html(let text): HTMLText(text).lines.first?.text ?? ""
    case .softBreak, .lineBreak: " "
    }
  }

  /// The words of a link, and where it leads where that is outside of the book.
  private func link(to destination: String, _ content: [Inline]) -> String {
    let words = text(content)
    if words.isEmpty { return destination }
    let isOutside = destination.contains("://") || destination.hasPrefix("mailto:")
    return isOutside && !destination.hasSuffix(words) ? "\(words) (link to \(destination))" : words
  }

  /// A formula in words.
  func spoken(_ tex: String) -> String {
    let words = Mathematics(tex: tex).spoken().replacing(" ,", with: ",").replacing(" ;", with: ";")
    return shown(words, isASCII: context.isASCII)
  }

  private func label(of reference: Reference) -> String {
    let anchor =
      context.chapter.anchors.first { $0.id == reference.id } ?? context.book.anchor(reference.id)
    return shown(anchor?.label ?? reference.id + "?", isASCII: context.isASCII)
  }

  private func value(of live: LiveValue) -> String {
    let result = context.book.workbook.inline(live.expression, near: live.calculator)
    if result.missing != nil { return context.showsChanges ? "no value (changed)" : "no value" }
    guard result.error == nil else { return result.text.isEmpty ? live.expression + "?" : result.text }
    let text = spokenText(result.text, isASCII: context.isASCII)
    return result.isChanged && context.showsChanges ? text + " (changed)" : text
  }
}
