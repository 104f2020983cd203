import Engine

/// Sentences that go wrong when a reader changes an input: those with live outputs that type an input's default.
enum ProseCheck {
  static func findings(in context: CheckContext) -> [Finding] {
    let calculators = Dictionary(
      context.calculators.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return context.chapters.flatMap { chapter in
      var findings: [Finding] = []
      for block in chapter.blocks {
        if case .selfCheck = block { continue }
        block.walk { block in
          guard case .paragraph(let paragraph) = block else { return }
          findings += Self.findings(in: paragraph, of: chapter.file, calculators)
        }
      }
      return findings
    }
  }

  private static func findings(
    in paragraph: Paragraph, of file: String, _ calculators: [String: Calculator]
  ) -> [Finding] {
    var lives: [LiveValue] = []
    var words = ""
    for inline in paragraph.content {
      inline.walk { piece in
        switch piece {
        case .live(let live):
          lives.append(live)
          words += " "
        case .text(let text): words += text
        case .softBreak, .lineBreak: words += " "
        default: words += " "
        }
      }
    }
    guard !lives.isEmpty else { return [] }
    let typed = Set(
      words.split { $0 == " " || $0 == "(" || $0 == ")" }.map(Self.number).filter { $0.count > 1 })
    guard !typed.isEmpty else { return [] }
    var findings: [Finding] = []
    for calculator in Set(lives.compactMap(Self.calculator)).sorted().compactMap({ calculators[$0] }) {
      let shown = Set(
        lives.map { $0.expression.split(separator: ".").last.map(String.init) ?? $0.expression })
      guard calculator.outputs.contains(where: { shown.contains($0.name) }) else { continue }
      for input in calculator.inputs where !shown.contains(input.name) {
        let value = Self.number(Substring(input.defaultText.prefix { $0 != " " }))
        guard typed.contains(value) else { continue }
        findings.append(
          Finding(
            .warning, file: file, at: paragraph.range.start,
            "the paragraph types \(value), the author's value of `\(input.name)`, beside live values",
            advice: "write `{calc} \(input.name)`, so that it follows a changed input"))
      }
    }
    return findings
  }

  /// The calculator whose output a live value is.
  private static func calculator(of live: LiveValue) -> String? {
    guard let dot = live.expression.lastIndex(of: ".") else { return live.calculator }
    return String(live.expression[..<dot])
  }

  /// The digits of a word that is a number, without commas and what stands after it; else the empty text.
  private static func number(_ word: Substring) -> String {
    guard word.first?.isNumber == true else { return "" }
    let number = word.filter { $0 != "," && $0 != "_" }
    let trimmed = number.reversed().drop { ".;:!?".contains($0) }.reversed()
    return trimmed.allSatisfy { $0.isNumber || $0 == "." } ? String(trimmed) : ""
  }
}
