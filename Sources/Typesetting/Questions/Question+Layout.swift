import Content
import Engine

extension Question {
  /// Sets the question; `label` (`1.`, `?`) hangs before the stem.
  func set(in context: PageContext, depth: Int, label: String? = "?") -> BlockLayout {
    let state = context.isPrinted ? nil : context.questions[id]
    var page = asked(in: context, state: state)
    var result = BlockLayout()
    let columns = label.map { context.width < 16 ? 0 : DisplayWidth.of($0) + 1 } ?? 0
    page.width = max(1, context.width - columns)
    if case .fill = body {
      let focus = isActive(state) ? state?.cursor : nil
      page.gaps = GapFilling(question: id, entries: state?.entries ?? [], focus: focus)
    }
    result.append(flow(stem, in: page, depth: depth))
    page.gaps = nil
    let answer = QuestionAnswer(
      question: self, state: state, isActive: isActive(state), context: page, depth: depth)
    let lines = answer.set()
    if !lines.lines.isEmpty { result.append(lines, blankLines: 1) }
    if let state {
      if state.isHintShown && state.outcome == nil && !hint.isEmpty {
        result.append(noted("Hint.", Style(.callout, .bold), hint, in: page, depth: depth), blankLines: 1)
      }
      if let outcome = state.outcome {
        result.append(verdict(outcome, rightAnswer: answer.rightAnswer(), in: page), blankLines: 1)
        if !explanation.isEmpty {
          result.append(flow(explanation, in: page, depth: depth), blankLines: 1)
        }
        let steps = derivation(in: page)
        if !steps.isEmpty {
          result.append(setText("With these numbers:", Style(.label), in: page), blankLines: 1)
          result.append(flow(steps, in: page, depth: depth), blankLines: 1)
        }
      }
    }
    if let label, columns > 0 {
      result = result.prefixed(
        first: [Run(label + " ", Style(.callout, .bold))], rest: [Run(spaces(columns))], columns: columns)
    }
    if !context.isPrinted {
      let line = result.lines.firstIndex { $0.width > 0 } ?? 0
      let end = result.lines.isEmpty ? 0 : result.lines[line].width
      result.targets.insert(Target(.question(id), line: line, columns: 0..<end), at: 0)
    }
    return result
  }

  /// How the answer of a numeric question comes about, from the numbers that were asked.
  private func derivation(in context: PageContext) -> [Block] {
    guard case .numeric(let numeric) = body, let dot = numeric.answer.firstIndex(of: ".") else { return [] }
    let calculator = String(numeric.answer[..<dot])
    let name = String(numeric.answer[numeric.answer.index(after: dot)...])
    let steps = context.book.workbook.derivation(of: name, in: calculator)?.steps ?? []
    return steps.suffix(Self.shownSteps).map { step in
      var formula = Formula(tex: step.latex, range: .generated)
      formula.plain = step.lines
      return .formula(formula)
    }
  }

  /// The last steps of a long derivation lead to the answer; the page of the derivation has all.
  private static let shownSteps = 6

  /// Whether keys go to it.
  private func isActive(_ state: QuestionState?) -> Bool { state?.isOpen == true && state?.outcome == nil }

  /// The page as the question sees it: the author's values, with the inputs drawn for this attempt.
  ///
  /// - Parameter state: nil for a question that is not asked yet.
  public func asked(in context: PageContext, state: QuestionState? = nil) -> PageContext {
    let drawn = state?.drawn ?? [:]
    guard !drawn.isEmpty || !context.book.workbook.scenario.isEmpty else { return context }
    var result = context
    _ = result.book.workbook.apply(Scenario())
    if case .numeric(let numeric) = body, let dot = numeric.answer.firstIndex(of: ".") {
      let calculator = String(numeric.answer[..<dot])
      for (name, entry) in drawn.sorted(by: { $0.key < $1.key }) {
        // An entry that no longer fits the calculator leaves the author's value.
        _ = try? result.book.workbook.setInput(name, of: calculator, to: entry)
      }
    }
    result.showsChanges = false
    return result
  }

  /// - Parameter rightAnswer: as it is set where it is more than a text.
  private func verdict(
    _ outcome: QuestionState.Outcome, rightAnswer: BlockLayout?, in context: PageContext
  ) -> BlockLayout {
    let marks = context.marks
    let (mark, style) =
      if outcome.credit >= 1 {
        (marks.right, Style(.right, .bold))
      } else if outcome.credit > 0 {
        ("~", Style(.caution, .bold))
      } else {
        (marks.wrong, Style(.wrong, .bold))
      }
    var result = setText("\(mark) \(outcome.verdict)", style, in: context)
    if let answer = outcome.answer, !answer.isEmpty {
      if let rightAnswer {
        result.append(setText("Right answer:", in: context))
        result.append(rightAnswer)
      } else {
        result.append(setText("Right answer: " + answer, in: context))
      }
    }
    return result
  }
}

/// Blocks with a word before them: on their first line where they begin with a paragraph.
func noted(_ word: String, _ style: Style, _ blocks: [Block], in context: PageContext, depth: Int)
  -> BlockLayout
{
  let columns = DisplayWidth.of(word) + 1
  if columns * 3 > context.width {
    var result = setText(word, style, in: context)
    result.append(flow(blocks, in: context, depth: depth))
    return result
  }
  return flow(blocks, in: context.narrowed(by: columns), depth: depth).prefixed(
    first: [Run(word + " ", style)], rest: [Run(spaces(columns))], columns: columns)
}
