import Content

extension SelfCheck {
  /// Names it in `Target.Action.fold`.
  func key(in chapter: Chapter) -> String { "\(chapter.id):\(section):self-check" }

  func set(in context: PageContext, depth: Int) -> BlockLayout {
    let key = key(in: context.chapter)
    let isOpen = context.isPrinted || context.unfolded.contains(key)
    let marks = context.marks
    let mark = context.isPrinted ? "" : (isOpen ? marks.fold.open : marks.fold.closed) + " "
    var text = marks.separator + (questions.count == 1 ? "1 question" : "\(questions.count) questions")
    if let place = context.chapter.sections.first(where: { $0.id == section }) {
      text += " on " + (place.number.map { $0 + "\u{A0}" } ?? "") + place.title
    }
    let answered = questions.count { context.questions[$0.id]?.outcome != nil }
    if answered > 0 && !context.isPrinted { text += "\(marks.separator)\(answered)\u{A0}answered" }
    var title = measuredTitle(
      [(mark + "Self-check", Style(.callout, .bold)), (text, Style(.label))], in: context)
    if !context.isPrinted { title.actAs(.fold(key)) }
    var result = title.hanging(by: DisplayWidth.of(mark), width: context.width)
    guard isOpen else { return result }
    let digits = String(questions.count).count
    for (index, question) in questions.enumerated() {
      let number = "\(index + 1)."
      let label = spaces(digits + 1 - number.count) + number
      result.append(question.set(in: context, depth: depth + 1, label: label), blankLines: 1)
    }
    if context.isPrinted { result.append(answerKey(in: context, depth: depth), blankLines: 1) }
    return result
  }

  /// The answers, for readers of a printed page.
  private func answerKey(in context: PageContext, depth: Int) -> BlockLayout {
    var result = measuredTitle([("Answers", Style(.callout, .bold))], in: context).layout(
      width: context.width)
    let columns = String(questions.count).count + 2
    let isNarrow = columns * 3 > context.width
    let inner = context.narrowed(by: isNarrow ? 0 : columns)
    for (index, question) in questions.enumerated() {
      let number = "\(index + 1). "
      let answer = AnswerKey(question: question, context: inner).set(depth: depth)
      let first = Run(spaces(columns - number.count) + number, Style(.label))
      result.append(
        isNarrow
          ? BlockLayout(lines: [StyledLine([Run(number, Style(.label))])]).followed(by: answer)
          : answer.prefixed(first: [first], rest: [Run(spaces(columns))], columns: columns))
    }
    return result
  }
}
