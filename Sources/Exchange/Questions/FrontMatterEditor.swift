/// Adds objectives to the front matter of a chapter.
public enum FrontMatterEditor {
  /// The chapter's text with more objectives; nil where its front matter can not be extended line by line.
  public static func adding(_ objectives: [(id: String, text: String)], to chapter: String) -> String? {
    guard !objectives.isEmpty else { return chapter }
    var lines = chapter.lines
    let added = objectives.map { "  \($0.id): \($0.text.yamlQuoted)" }
    guard lines.first?.trimmedEnd == "---" else {
      return (["---", "objectives:"] + added + ["---", ""] + lines).joined(separator: "\n")
    }
    guard let end = lines.dropFirst().firstIndex(where: { ["---", "..."].contains($0.trimmedEnd) }) else {
      return nil
    }
    guard let start = lines[..<end].firstIndex(where: { $0.hasPrefix("objectives:") }) else {
      lines.insert(contentsOf: ["objectives:"] + added, at: end)
      return lines.joined(separator: "\n")
    }
    let rest = lines[start].dropFirst("objectives:".count).drop(while: \.isWhitespace)
    guard rest.isEmpty || rest.hasPrefix("#") || rest == "{}" else { return nil }
    if rest == "{}" { lines[start] = "objectives:" }
    let last = lines[(start + 1)..<end].firstIndex { !$0.isEmpty && $0.first?.isWhitespace != true } ?? end
    // The others decide how far objectives are indented.
    let sibling = lines[(start + 1)..<last].first { !$0.trimmed.isEmpty } ?? "  "
    let indent = String(sibling.prefix { $0 == " " })
    lines.insert(contentsOf: added.map { indent + String($0.dropFirst(2)) }, at: last)
    return lines.joined(separator: "\n")
  }
}
