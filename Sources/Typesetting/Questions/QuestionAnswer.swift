import Content

/// What stands under the stem: options, items or a line to type on, as far as the learner has come.
struct QuestionAnswer {
  let question: Question
  let state: QuestionState?
  /// Whether keys go to it.
  let isActive: Bool
  let context: PageContext
  let depth: Int

  private var marks: Marks { context.marks }
  private var outcome: QuestionState.Outcome? { state?.outcome }

  func set() -> BlockLayout {
    switch question.body {
    case .choice(let options): return set(options, mark: marks.option)
    case .multiple(let options): return set(options, mark: marks.check)
    case .trueFalse(let answer, let feedback):
      let chosen = state?.chosen.first
      let options = [true, false].enumerated().map { index, value in
        QuestionOption(
          content: [.paragraph(Paragraph(content: [.text(value ? "True" : "False")], range: question.range))],
          isCorrect: value == answer, feedback: chosen == index ? feedback : [])
      }
      return set(options, mark: marks.option)
    case .numeric: return entryLine("Answer")
    case .fill: return BlockLayout()
    case .order(let items): return order(items)
    case .match(let pairs): return match(pairs)
    case .short(let answer, let rubric): return short(answer, rubric)
    }
  }

  // MARK: Options

  private var isMultiple: Bool {
    if case .multiple = question.body { true } else { false }
  }

  private func set(_ options: [QuestionOption], mark: (open: String, chosen: String)) -> BlockLayout {
    let order = arrangement(of: options.count)
    var result = BlockLayout()
    let isSpaced = options.contains { $0.content.count > 1 }
    for (place, index) in order.enumerated() {
      let option = options[index]
      let isChosen = state?.chosen.contains(index) == true
      var sign = Run(
        isChosen ? mark.chosen : mark.open, Style(isChosen ? .callout : .label, isChosen ? .bold : []))
      if outcome != nil {
        if isChosen {
          sign =
            option.isCorrect ? Run(marks.right, Style(.right, .bold)) : Run(marks.wrong, Style(.wrong, .bold))
        } else if option.isCorrect {
          sign = Run(marks.right, Style(.right))
        }
      }
      // In ASCII the mark stands in the brackets of the option.
      if mark.open.count == 3 && sign.text.count == 1 {
        sign.text = mark.open.prefix(1) + sign.text + mark.open.suffix(1)
      }
      let letter = Run(
        " " + marks.letter(place) + (context.width < 24 ? " " : "  "), Style(.label, isChosen ? .bold : []))
      let lead = [cursor(at: place), sign, letter]
      let columns = lead.reduce(0) { $0 + $1.width }
      var row = hanging(option.content, lead, columns)
      if outcome != nil && option.isCorrect && !isChosen && isMultiple {
        let note = "  not chosen"
        if row.lines[0].width + note.utf8.count <= context.width { row.lines[0].append(note, Style(.faint)) }
      }
      if outcome != nil && (isChosen || option.isCorrect) && !option.feedback.isEmpty {
        row.append(feedback(option.feedback, columns))
      }
      target(&row, place)
      result.append(row, blankLines: isSpaced && place > 0 ? 1 : 0)
    }
    return result
  }

  private func feedback(_ blocks: [Block], _ columns: Int) -> BlockLayout {
    let indent = columns * 3 > context.width ? 0 : columns
    let bar = [Run(spaces(indent) + marks.quote + " ", Style(.frame))]
    return flow(blocks, in: context.narrowed(by: indent + 2), depth: depth, isTight: true).prefixed(
      first: bar, rest: bar, columns: indent + 2)
  }

  // MARK: Items

  private func order(_ items: [[Block]]) -> BlockLayout {
    let order = arrangement(of: items.count)
    var result = BlockLayout()
    let digits = String(items.count).count
    for (place, index) in order.enumerated() {
      let number = String(place + 1)
      var lead = [cursor(at: place)]
      lead += judged(place == index)
      lead.append(Run(spaces(digits - number.count) + number + ". ", Style(.label)))
      let columns = lead.reduce(0) { $0 + $1.width }
      var row = hanging(items[index], lead, columns)
      target(&row, place)
      result.append(row)
    }
    return result
  }

  private func match(_ pairs: [MatchPair]) -> BlockLayout {
    let lists = MatchLists(
      pairs: pairs, order: arrangement(of: pairs.count),
      letters: isActive || state?.rights.isEmpty == false
        ? letters(of: state?.rights ?? [], pairs.count) : [],
      context: context)
    return lists.set(
      leadWidth: outcome == nil ? 2 : 4,
      lead: { place in
        let given = state?.rights.indices.contains(place) == true ? state?.rights[place] ?? -1 : -1
        let isRight = pairs.indices.contains(given) && pairs[given].right == pairs[place].right
        return [cursor(at: place)] + judged(isRight)
      }, finish: { target(&$0, $1) })
  }

  /// The letters of right sides, by the author's indices; a gap where there is none.
  private func letters(of rights: [Int], _ count: Int) -> [String] {
    let order = arrangement(of: count)
    return (0..<count).map { left in
      let place = rights.indices.contains(left) ? order.firstIndex(of: rights[left]) : nil
      return place.map(marks.letter) ?? "_"
    }
  }

  /// The right answer of a question whose parts are many: each on a line of its own; nil for the other kinds.
  func rightAnswer() -> BlockLayout? {
    var result = BlockLayout()
    switch question.body {
    case .order(let items):
      let digits = String(items.count).count
      for (index, item) in items.enumerated() {
        let number = spaces(2 + digits - String(index + 1).count) + "\(index + 1). "
        result.append(hanging(item, [Run(number, Style(.label))], digits + 4))
      }
    case .match(let pairs):
      let letters = letters(of: Array(pairs.indices), pairs.count)
      for (index, pair) in pairs.enumerated() {
        let label = "  \(index + 1) \(letters[index])  "
        let content = Paragraph(
          content: pair.left + [.text(" – ")] + pair.right, range: question.range)
        result.append(hanging([.paragraph(content)], [Run(label, Style(.label))], DisplayWidth.of(label)))
      }
    default: return nil
    }
    return result
  }

  /// After grading, whether an item stands where it belongs.
  private func judged(_ isRight: Bool) -> [Run] {
    guard outcome != nil else { return [] }
    return [Run((isRight ? marks.right : marks.wrong) + " ", Style(isRight ? .right : .wrong, .bold))]
  }

  // MARK: Lines to type on

  private func entryLine(_ name: String, breaking: TextBuilder.Breaking = .none) -> BlockLayout {
    let entry = state?.entries.first ?? EntryState()
    let isTyping = isActive && state?.isGrading != true
    var builder = TextBuilder(isASCII: context.isASCII)
    builder.add(name + ": ", Style(.label))
    let action = builder.action(.option(question: question.id, index: 0))
    if isTyping {
      builder.add(entry: entry, style: Style(.changed, .bold), action: action, breaking: breaking)
    } else if entry.text.isEmpty {
      builder.add("__________", Style(.faint), breaking: .none)
    } else {
      builder.add(entry.text, Style(.body, .bold), breaking: breaking)
    }
    if let words = state?.unitWords, outcome == nil { builder.add("  " + words, Style(.faint)) }
    return builder.finish().layout(width: max(1, context.width - 2)).prefixed(
      first: [Run(isTyping ? marks.cursor + " " : "  ", Style(.callout, .bold))], rest: [Run("  ")],
      columns: 2)
  }

  private func short(_ answer: [Block], _ rubric: [[Block]]) -> BlockLayout {
    var result = entryLine("Answer", breaking: .prose)
    let isGrading = state?.outcome != nil || state?.isGrading == true
    guard isGrading else { return result }
    result.append(
      noted("Model answer.", Style(.callout, .bold), answer, in: context, depth: depth), blankLines: 1)
    for (index, point) in rubric.enumerated() {
      let isTicked = state?.chosen.contains(index) == true
      let sign = Run(
        isTicked ? marks.check.chosen : marks.check.open,
        Style(isTicked ? .right : .label, isTicked ? .bold : []))
      let lead = [cursor(at: index), sign, Run(" ")]
      let columns = lead.reduce(0) { $0 + $1.width }
      var row = hanging(point, lead, columns)
      if state?.isOpen == true {
        row.targets.insert(
          Target(.option(question: question.id, index: index), line: 0, columns: 2..<columns - 1), at: 0)
      }
      result.append(row, blankLines: index == 0 ? 1 : 0)
    }
    return result
  }

  // MARK: Parts

  /// The author's indices in the order in which they are shown. Items to be ordered never show the right order before
  /// the learner made it.
  private func arrangement(of count: Int) -> [Int] {
    if let order = state?.order, order.count == count, Set(order) == Set(0..<count) { return order }
    let order = question.orderOnPage
    return order.count == count ? order : Array(0..<count)
  }

  private func cursor(at place: Int) -> Run {
    let isHere = isActive && state?.cursor == place
    return Run(isHere ? marks.cursor + " " : "  ", Style(.callout, .bold))
  }

  private func hanging(_ blocks: [Block], _ lead: [Run], _ columns: Int) -> BlockLayout {
    if columns * 3 > context.width * 2 {
      return BlockLayout(lines: [StyledLine(lead)])
        .followed(by: flow(blocks, in: context, depth: depth, isTight: true))
    }
    return flow(blocks, in: context.narrowed(by: columns), depth: depth).prefixed(
      first: lead, rest: [Run(spaces(columns))], columns: columns)
  }

  private func target(_ row: inout BlockLayout, _ place: Int) {
    guard isActive else { return }
    let end = row.lines.first?.width ?? 0
    let start = min(2, end)
    row.targets.insert(
      Target(.option(question: question.id, index: place), line: 0, columns: start..<end), at: 0)
  }
}

extension BlockLayout {
  func followed(by other: BlockLayout) -> BlockLayout {
    var result = self
    result.append(other)
    return result
  }
}
