/// Headings, classes of divs, ids given twice, tables, panels, and what `book.yaml` names.
enum StructureCheck {
  /// More panels make a page of boxes.
  static let panelLimit = 25

  static func findings(in context: CheckContext) -> [Finding] {
    var findings: [Finding] = []
    for chapter in context.chapters {
      findings += headings(of: chapter)
      let panels = chapter.calculators.count { $0.display == .panel }
      if panels > panelLimit, let place = chapter.notes.calculators.last?.start {
        findings.append(
          Finding(
            .warning, file: chapter.file, at: place,
            "the chapter has \(panels) calculators with a panel, more than \(panelLimit)",
            advice: "give some of them `#| display: inline`"))
      }
    }
    findings += divisions(in: context)
    findings += declarations(in: context)
    for (file, notes) in context.files {
      findings += notes.wideTables.map {
        Finding(
          .warning, file: file, at: $0, "the table is wider than 80 columns",
          advice: "shorten its cells or split it")
      }
    }
    return findings
  }

  private static func headings(of chapter: Chapter) -> [Finding] {
    var findings: [Finding] = []
    var last = 1
    for block in chapter.blocks {
      guard case .heading(let heading) = block else { continue }
      if heading.level > last + 1 {
        findings.append(
          Finding(
            .error, file: chapter.file, at: heading.range.start,
            "a heading of level \(heading.level) follows one of level \(last)",
            advice: "use level \(last + 1): \(String(repeating: "#", count: last + 1))"))
      }
      last = heading.level
    }
    return findings
  }

  private static let questionParts = ["hint", "explanation", "feedback", "answer", "rubric"]

  private static func divisions(in context: CheckContext) -> [Finding] {
    var findings: [Finding] = []
    for (file, root) in context.roots {
      root.walk { block in
        guard case .division(let division) = block, case .other(let name) = division.kind, !name.isEmpty
        else { return }
        let isPart = questionParts.contains(name)
        let known = Division.Kind.known.map(\.name)
        let advice =
          isPart
          ? "move it into the question's div"
          : CheckContext.suggestion(for: name, among: known).map { "did you mean `\($0)`?" }
            ?? "the classes are \(known.joined(separator: ", "))"
        findings.append(
          Finding(
            .warning, file: file, at: division.range.start,
            isPart ? "`\(name)` stands outside of a question" : "the class `\(name)` is not known",
            advice: advice))
      }
    }
    return findings
  }

  private static func declarations(in context: CheckContext) -> [Finding] {
    var findings: [Finding] = []
    var first: [String: (file: String, position: SourcePosition)] = [:]
    for (file, notes) in context.files {
      for declaration in notes.declarations {
        guard let other = first[declaration.id] else {
          first[declaration.id] = (file, declaration.position)
          continue
        }
        findings.append(
          Finding(
            .error, file: file, at: declaration.position, "the id `\(declaration.id)` is given twice",
            advice: "it stands already at \(other.file):\(other.position.line); choose another"))
      }
    }
    return findings
  }
}
