import Content

extension Division.Kind {
  /// The style of its frame and title.
  var role: Style.Role {
    switch self {
    case .fallacy, .pitfall, .warning, .other("caution"): .caution
    case .other: .frame
    default: .callout
    }
  }
}

extension Division {
  func set(in context: PageContext, depth: Int) -> BlockLayout {
    switch kind {
    case .insight: setInsight(in: context, depth: depth)
    case .checkpoint: framed(checklist(in: inside(context), depth: depth), in: context)
    case .quickCheck: setQuickCheck(in: context, depth: depth)
    default: framed(flow(blocks, in: inside(context), depth: depth), in: context)
    }
  }

  /// Names it in `Target.Action.fold` and `.tick`: its id, or its place.
  func key(in chapter: Chapter) -> String { attributes.id ?? "\(chapter.id):\(range.start.line)" }

  private func inside(_ context: PageContext) -> PageContext {
    context.narrowed(by: context.width - OpenFrame.room(in: context))
  }

  private func framed(_ content: BlockLayout, in context: PageContext) -> BlockLayout {
    OpenFrame(title: heading(in: context), style: Style(kind.role)).set(content, in: context)
  }

  /// `Definition 5.1 · Activation function`, with `mark` before it.
  private func heading(in context: PageContext, mark: String = "", action: Target.Action? = nil)
    -> MeasuredText
  {
    let style = Style(kind.role == .frame ? .label : kind.role, .bold)
    var text: [Inline] = []
    var label = mark + kind.name
    if let number { label += "\u{A0}" + number }
    if !title.isEmpty { label += context.marks.separator }
    text.append(.text(label))
    text += title
    var measured = InlineText.measure(text, style, in: context)
    if let action { measured.actAs(action) }
    return measured
  }

  private func setInsight(in context: PageContext, depth: Int) -> BlockLayout {
    if context.isPrinted { return framed(flow(blocks, in: inside(context), depth: depth), in: context) }
    let key = key(in: context.chapter)
    let isOpen = context.unfolded.contains(key)
    let marks = context.marks
    let title = heading(
      in: context, mark: (isOpen ? marks.fold.open : marks.fold.closed) + " ", action: .fold(key))
    if !isOpen { return title.hanging(by: 2, width: context.width) }
    return OpenFrame(title: title, style: Style(kind.role)).set(
      flow(blocks, in: inside(context), depth: depth), in: context)
  }

  /// The items of its lists with boxes to tick; what else it holds stands as it is.
  private func checklist(in context: PageContext, depth: Int) -> BlockLayout {
    let marks = context.marks
    let key = key(in: context.chapter)
    var result = BlockLayout()
    var index = 0
    for (position, block) in blocks.enumerated() {
      guard case .list(let list) = block else {
        result.append(block.set(in: context, depth: depth + 1), blankLines: position > 0 ? 1 : 0)
        continue
      }
      if position > 0 { result.append(StyledLine()) }
      for item in list.items {
        let isTicked = context.ticked.contains("\(key)#\(index)")
        let mark = Run(
          isTicked ? marks.task.done : marks.task.open, Style(isTicked ? .right : .label))
        let columns = mark.width + 1
        let content = flow(
          item.blocks, in: context.narrowed(by: columns), depth: depth, isTight: list.isTight)
        var row = content.prefixed(
          first: [mark, Run(" ")], rest: [Run(spaces(columns))], columns: columns)
        row.targets.insert(Target(.tick(key, index), line: 0, columns: 0..<mark.width), at: 0)
        result.append(row, blankLines: list.isTight ? 0 : 1)
        index += 1
      }
    }
    return result
  }

  private func setQuickCheck(in context: PageContext, depth: Int) -> BlockLayout {
    let inner = inside(context)
    var content = BlockLayout()
    for block in blocks {
      // The frame says that it is a question.
      if case .question(let question) = block {
        content.append(question.set(in: inner, depth: depth + 1, label: nil), blankLines: 1)
      } else {
        content.append(block.set(in: inner, depth: depth + 1), blankLines: 1)
      }
    }
    return framed(content, in: context)
  }
}

extension MeasuredText {
  /// Makes the whole text one target.
  mutating func actAs(_ action: Target.Action) {
    actions = [action]
    for index in pieces.indices { pieces[index].action = 0 }
  }
}

extension MeasuredText {
  /// Its lines, all but the first indented as far as there is room, so that they stand behind a mark.
  func hanging(by columns: Int, width: Int) -> BlockLayout {
    if naturalWidth <= width || columns == 0 || width < 12 { return layout(width: width) }
    var result = layout(width: width - columns)
    for index in result.lines.indices.dropFirst() {
      result.lines[index] = StyledLine([Run(spaces(columns))]).appending(result.lines[index])
    }
    result.targets = result.targets.map { $0.line == 0 ? $0 : $0.moved(by: columns) }
    return result
  }
}
