/// Formulas that can not be set: in the prose, displayed, and of equations. The one who sets them says what is wrong.
enum MathematicsCheck {
  /// A formula is shown to this length in a finding.
  private static let shownLength = 40

  static func findings(in context: CheckContext) -> [Finding] {
    var findings: [Finding] = []
    var messages: [String: [String]] = [:]
    let store = FileStore(folder: context.book.folder)
    func check(_ tex: String, _ file: String, _ start: SourcePosition, in range: SourceRange? = nil) {
      let found = messages[tex] ?? context.mathematics(tex)
      messages[tex] = found
      if found.isEmpty { return }
      let body = FormulaMacros.body(of: tex)
      let position = range.flatMap { place(of: body, in: $0, of: try? store.text(file)) } ?? start
      let shown = body.prefix(shownLength).replacing("\n", with: " ") + (body.count > shownLength ? "…" : "")
      findings += found.map {
        Finding(
          .warning, file: file, at: position, "in the formula `\(shown)`: \($0)",
          advice: "correct the LaTeX; the page shows what it could read")
      }
    }
    for (file, root) in context.roots {
      root.walk { block in
        if case .formula(let formula) = block { check(formula.tex, file, formula.range.start) }
        for run in block.inlineRuns {
          for inline in run {
            inline.walk {
              if case .mathematics(let tex) = $0 { check(tex, file, block.range.start, in: block.range) }
            }
          }
        }
      }
    }
    for chapter in context.chapters {
      for (equation, place) in chapter.equations { check(equation.tex, chapter.file, place.start) }
    }
    guard context.extent == .book else { return findings }
    for name in store.names(in: "equations", ending: ".md") {
      let file = "equations/\(name)"
      guard let source = try? store.text(file) else { continue }
      for cell in LinePass.scan(source, file: file).cells where cell.kind == .equation {
        guard let tex = CellOptions(cell)["tex"], let text = tex.text else { continue }
        check(text, file, tex.position)
      }
    }
    return findings
  }

  /// Where a formula stands in its block; nil where it is written in another way than it reads.
  private static func place(of tex: String, in range: SourceRange, of source: SourceText?) -> SourcePosition?
  {
    guard let source, range.start.line >= 1, range.start.line <= range.end.line,
      range.end.line <= source.lineCount
    else { return nil }
    for line in range.start.line...range.end.line {
      let text = source.text(ofLine: line)
      guard let found = text.firstRange(of: "$" + tex + "$") else { continue }
      return source.position(
        line: line, byte: text.utf8.distance(from: text.startIndex, to: found.lowerBound))
    }
    return nil
  }
}
