/// Writes questions as a file of `questions/`.
public enum QuestionFile {
  /// The text of the file.
  public static func text(_ drafts: [QuestionDraft]) -> String {
    drafts.map { lines($0).joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  private static func lines(_ draft: QuestionDraft) -> [String] {
    var head = "::: {.question #\(draft.id) kind=\"\(draft.body.kind)\""
    switch draft.body {
    case .trueFalse(let answer, _): head += " answer=\"\(answer)\""
    case .numeric(let answer, let tolerance, let vary):
      head += " answer=\(answer.attributeQuoted)"
      if let tolerance { head += " tolerance=\(tolerance.attributeQuoted)" }
      if let vary { head += " vary=\(vary.attributeQuoted)" }
    default: break
    }
    if let section = draft.section { head += " section=\(section.attributeQuoted)" }
    if let objective = draft.objective { head += " objective=\(objective.attributeQuoted)" }
    if let difficulty = draft.difficulty { head += " difficulty=\"\(difficulty)\"" }
    var lines = [head + "}"]
    if !draft.comment.isEmpty {
      lines += ["<!-- \(draft.comment.replacing("\n", with: " ").replacing("--", with: "–")) -->", ""]
    }
    lines += safe(draft.stem) + [""]
    switch draft.body {
    case .choice(let options), .multiple(let options):
      for option in options {
        lines += item("- [\(option.isCorrect ? "x" : " ")] ", option.text, feedback: option.feedback)
      }
      lines.append("")
    case .trueFalse(_, let feedback): lines += part("feedback", feedback)
    case .order(let items):
      for (index, text) in items.enumerated() { lines += item("\(index + 1). ", text) }
      lines.append("")
    case .match(let pairs):
      lines += ["|   |   |", "|:--|:--|"]
      lines += pairs.map { "| \(cell($0.left)) | \(cell($0.right)) |" } + [""]
    case .short(let answer, let rubric):
      lines += part("answer", answer)
      if !rubric.isEmpty { lines += ["::: {.rubric}"] + rubric.flatMap { item("- ", $0) } + [":::"] }
    case .numeric, .fill: break
    }
    lines += part("hint", draft.hint) + part("explanation", draft.explanation)
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines + [":::"]
  }

  private static func part(_ name: String, _ text: String) -> [String] {
    text.trimmed.isEmpty ? [] : ["::: {.\(name)}"] + safe(text) + [":::"]
  }

  /// A list item with its text and the quote below it, indented by the width of the bullet.
  private static func item(_ mark: String, _ text: String, feedback: String = "") -> [String] {
    let indent = String(repeating: " ", count: mark.hasPrefix("- [") ? 2 : mark.count)
    var lines = safe(text.ifEmpty("…"))
    // An item that begins like a block would be one.
    if let first = lines.first, first.isBlockStart { lines[0] = "\\" + first }
    var result = [mark + (lines.first ?? "")] + lines.dropFirst().map { $0.isEmpty ? "" : indent + $0 }
    if !feedback.trimmed.isEmpty {
      if lines.count > 1 { result.append("") }
      result += safe(feedback).map { indent + ("> " + $0).trimmedEnd }
    }
    return result
  }

  private static func cell(_ text: String) -> String {
    text.trimmed.replacing("\n", with: " ").replacing("\\|", with: "|").replacing("|", with: "\\|")
  }

  /// Lines that can not end or open what surrounds them: colons that would close a div, a fence that nothing closes,
  /// a cell.
  static func safe(_ text: String) -> [String] {
    var lines = text.trimmed.lines.map(\.trimmedEnd)
    var open: (index: Int, mark: String)?
    for (index, line) in lines.enumerated() {
      let content = line.trimmed
      if let fence = open {
        if content.hasPrefix(fence.mark), content.allSatisfy({ $0 == fence.mark.first }) { open = nil }
        continue
      }
      let mark = content.prefix { $0 == content.first }
      if mark.count >= 3, content.first == "`" || content.first == "~" {
        if content.dropFirst(mark.count).hasPrefix("{") {
          lines[index] = String(mark)
        }
        open = (index, String(mark))
      } else if content.hasPrefix(":::") || content.hasPrefix("#"), !content.isEmpty {
        lines[index] = line.prefix { $0 == " " } + "\\" + content
      } else if content.hasPrefix("$$"), content.count < 4 || !content.dropFirst(2).contains("$$") {
        if !lines[(index + 1)...].contains(where: { $0.contains("$$") }) {
          lines[index] = line.replacing("$$", with: "\\$\\$")
        }
      }
    }
    if let open { lines.append(open.mark) }
    return lines
  }
}

extension QuestionDraft.Body {
  /// The name of the kind as authors write it.
  public var kind: String {
    switch self {
    case .choice: "choice"
    case .multiple: "multiple"
    case .trueFalse: "truefalse"
    case .numeric: "numeric"
    case .fill: "fill"
    case .order: "order"
    case .match: "match"
    case .short: "short"
    }
  }
}

extension String {
  /// Whether a text that begins so would begin a list, a quote or a table in an item.
  fileprivate var isBlockStart: Bool {
    if hasPrefix(">") || hasPrefix("|") || hasPrefix("- ") || hasPrefix("* ") || hasPrefix("+ ")
      || hasPrefix("---")
    {
      return true
    }
    if hasPrefix("[ ]") || hasPrefix("[x]") || hasPrefix("<!--") { return true }
    return false
  }
}
