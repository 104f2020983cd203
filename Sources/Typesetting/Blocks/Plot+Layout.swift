import Content

extension PlotBlock {
  /// The picture under the present values, the caption, and what has no value. Columns for the change mark are always
  /// kept free, so that nothing moves when an input changes.
  func set(in context: PageContext) -> BlockLayout {
    let evaluation = evaluated(in: context.book.workbook)
    let chart = Chart(evaluation.data)
    let isChanged = evaluation.isChanged && context.showsChanges
    let hasRoom = context.width >= 24
    let inner = hasRoom ? context.narrowed(by: 2) : context
    var result: BlockLayout
    if hasRoom && chart.hasData {
      result = BlockLayout(
        lines: chart.draw(
          width: inner.width, height: height(of: evaluation.data, in: context), isASCII: context.isASCII))
    } else {
      // The author's words tell of the author's values.
      let words = alternative.isEmpty || isChanged && chart.hasData ? chart.alternative() : alternative
      result = setAlternative(words, in: inner)
    }
    // The caption may stand on the next screen.
    if result.lines.count > 1 { result.kept = [result.lines.indices] }
    for problem in evaluation.problems {
      result.append(setText(problem.message, Style(.error), in: inner))
    }
    if hasRoom && isChanged { result.markChange(in: context) }
    var caption = setCaption("Figure", number: number, caption, in: context)
    if let id = controller(in: context.book.workbook), !context.isPrinted, let first = caption.lines.first {
      let label = number.map { DisplayWidth.of("Figure " + $0) } ?? first.width
      caption.targets.insert(Target(.calculator(id), line: 0, columns: 0..<min(label, first.width)), at: 0)
    }
    if !caption.lines.isEmpty { result.append(caption, blankLines: 1) }
    return result
  }

  /// Two fifths of the screen for a figure that is to leave room for what belongs to it.
  private func height(of data: PlotData, in context: PageContext) -> Int {
    guard fitsScreen, let rows = context.rows else { return data.height }
    return min(max(rows * 2 / 5, 8), 2 * data.height)
  }
}

extension PlotData {
  /// Lines of a picture; those that hold entries end with the last one.
  fileprivate var height: Int {
    switch self {
    case .line, .scatter, .histogram, .roofline: 18
    case .network: 14
    case .bar(let bars, _): min(2 * bars.count + 3, 60)
    case .timeline(let entries, _): min(2 * entries.count + 4, 60)
    case .heatMap(_, _, let values, _, _): min(values.count + 8, 40)
    }
  }
}
