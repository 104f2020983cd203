import Content

extension Quote {
  func set(in context: PageContext, depth: Int) -> BlockLayout {
    if let alert = alert { return alert.set(in: context, depth: depth) }
    if context.width < 8 { return flow(blocks, in: context, depth: depth) }
    let bar = [Run(context.marks.quote + " ", Style(.frame))]
    return flow(blocks, in: context.narrowed(by: 2), depth: depth).prefixed(first: bar, rest: bar, columns: 2)
  }

  /// The callout that a quote beginning with `[!NOTE]` is on a code forge.
  var alert: Division? {
    guard case .paragraph(var first)? = blocks.first, case .text(let text)? = first.content.first,
      text.hasPrefix("[!"), let end = text.firstIndex(of: "]"),
      let kind = Self.alerts[text[text.index(text.startIndex, offsetBy: 2)..<end].uppercased()]
    else { return nil }
    let rest = text[text.index(after: end)...].drop { $0 == " " }
    first.content.removeFirst()
    if !rest.isEmpty { first.content.insert(.text(String(rest)), at: 0) }
    if case .softBreak? = first.content.first { first.content.removeFirst() }
    if case .lineBreak? = first.content.first { first.content.removeFirst() }
    var blocks = Array(blocks.dropFirst())
    if !first.content.isEmpty { blocks.insert(.paragraph(first), at: 0) }
    return Division(kind: kind, attributes: Attributes(), blocks: blocks, range: range)
  }

  private static let alerts: [String: Division.Kind] = [
    "NOTE": .note, "TIP": .other("tip"), "IMPORTANT": .other("important"), "WARNING": .warning,
    "CAUTION": .other("caution"),
  ]
}

/// Without line ends at the end.
func trimmingLines(_ text: String) -> String {
  var text = Substring(text)
  while let last = text.last, last.isNewline { text.removeLast() }
  return String(text)
}
