import Content
import Engine
import Typesetting

/// How the number in focus, or of the calculator that was changed last, comes about: for the margin beside it.
struct MarginDerivation {
  /// The row of the page beside which it stands.
  let row: Int
  let lines: [StyledLine]

  /// nil where nothing on the screen asks for one.
  ///
  /// - Parameter places: the rows of the page that the screen shows.
  init?(state: ReaderState, page: Page, context: PageContext, places: [Page.Row], rows: Int) {
    guard let (subject, row) = Self.subject(state, page, places) else { return nil }
    let workbook = state.book.workbook
    guard let derivation = workbook.derivation(of: subject.value, in: subject.calculator),
      !derivation.steps.isEmpty
    else { return nil }
    let label = state.book.label(of: subject.value, in: subject.calculator)
    let head = Self.set([.strong([.text(label)])], in: context)
    let given = derivation.given.map { given in
      // A name stays with its value.
      "\(given.name) = \(given.text)".map { $0 == " " ? "\u{A0}" : String($0) }.joined()
    }
    let foot =
      given.isEmpty
      ? [] : Self.set([.emphasis([.text("with " + given.joined(separator: ", "))])], in: context)
    self.row = row
    lines = Self.fit(
      head: head, steps: derivation.steps.map { Self.set($0, in: context) }, foot: foot, rows: rows,
      isASCII: state.isASCII)
  }

  private static func subject(
    _ state: ReaderState, _ page: Page, _ places: [Page.Row]
  ) -> (ValueSubject, row: Int)? {
    if let panel = state.panel {
      guard let subject = state.derivedSubject(of: nil) else { return nil }
      // Beside its first line, so that it stays where it is while the focus moves from input to input.
      let block = page.index.panels[panel.calculator] ?? state.focus?.block
      return places.firstIndex { $0.block == block }.map { (subject, $0) }
    }
    if let focus = state.focus {
      let targets = page.layout(focus.block).targets
      if targets.indices.contains(focus.target),
        let subject = state.derivedSubject(of: targets[focus.target].action)
      {
        let row = Page.Row(block: focus.block, line: targets[focus.target].line)
        return places.firstIndex(of: row).map { (subject, $0) }
      }
    }
    guard let subject = state.changedSubject, let block = page.index.panels[subject.calculator] else {
      return nil
    }
    return places.firstIndex { $0.block == block }.map { (subject, $0) }
  }

  /// As much as fits: the last steps are nearest to the value, what was given is said last.
  private static func fit(
    head: [StyledLine], steps: [[StyledLine]], foot: [StyledLine], rows: Int, isASCII: Bool
  ) -> [StyledLine] {
    var room = rows - head.count
    var shown: [[StyledLine]] = []
    for step in steps.reversed() {
      // One row stays for the dots in place of the steps before.
      guard step.count + (shown.count + 1 < steps.count ? 1 : 0) <= room || shown.isEmpty else { break }
      shown.insert(step, at: 0)
      room -= step.count
    }
    let gaps = shown.count + (foot.isEmpty ? 0 : 1)
    if shown.count == steps.count, foot.count + gaps <= room {
      return ([head] + steps + (foot.isEmpty ? [] : [foot])).reduce(into: []) { lines, part in
        if !lines.isEmpty { lines.append(StyledLine()) }
        lines += part
      }
    }
    var lines = head
    if shown.count < steps.count {
      lines.append(StyledLine(isASCII ? "... x: all steps" : "… x: all steps", Style(.faint)))
      room -= 1
    }
    lines += shown.flatMap(\.self)
    if foot.count <= room { lines += foot }
    return lines
  }

  private static func set(_ content: [Inline], in context: PageContext) -> [StyledLine] {
    Block.paragraph(Paragraph(content: content, range: .generated)).layout(in: context).lines
  }

  /// A step at the left edge: typeset where that fits, else as text.
  private static func set(_ step: Derivation.Step, in context: PageContext) -> [StyledLine] {
    var formula = Formula(tex: step.latex, range: .generated)
    formula.plain = step.lines
    let lines = Block.formula(formula).layout(in: context).lines
    let indent =
      lines.filter { !$0.runs.isEmpty }
      .map { $0.text.prefix { $0 == " " }.count }.min() ?? 0
    return lines.map { $0.columns(indent..<context.width) }
  }
}
