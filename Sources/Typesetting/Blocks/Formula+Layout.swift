import Content

extension Formula {
  func set(in context: PageContext) -> BlockLayout {
    guard !plain.isEmpty else { return setFormula(tex, number: number, in: context) }
    let form: MathForm = context.isASCII ? .ascii : .unicode
    let box = Mathematics(tex: tex).display(width: context.width, form: form)
    if box.lines.allSatisfy({ DisplayWidth.of($0) <= context.width }) {
      return setFormula(tex, number: number, in: context)
    }
    var result = BlockLayout()
    let inner = context.narrowed(by: context.width >= 24 ? 4 : 0)
    for line in plain {
      result.append(setText(line, Style(.mathematics), in: inner).indented(by: context.width - inner.width))
    }
    return result
  }
}

/// A formula too wide for its two dimensions, in lines that break where clauses and relations begin, then at spaces.
private func setLongFormula(_ tex: String, label: String, in context: PageContext) -> BlockLayout {
  let form: MathForm = context.isASCII ? .ascii : .unicode
  let text = Mathematics(tex: tex).inline(form: form, keepsScripts: true) ?? tex
  let margin = context.width >= 40 ? 4 : 0
  let width = context.width - 2 * margin
  var layout = BlockLayout()
  for line in FormulaLine.lines(of: text, width: width) {
    var builder = TextBuilder(isASCII: context.isASCII)
    builder.add(line.text, Style(.mathematics), breaking: .code)
    let indent = line.isContinued && width >= 12 ? 2 : 0
    layout.append(builder.finish().layout(width: width - indent).indented(by: margin + indent))
  }
  if !label.isEmpty {
    let room = max(0, context.width - DisplayWidth.of(label))
    layout.append(StyledLine([Run(spaces(room)), Run(label, Style(.label))]))
  }
  return layout
}

/// A displayed formula in the middle of the page, its number at the right edge, on its baseline.
func setFormula(_ tex: String, number: String?, in context: PageContext) -> BlockLayout {
  let label = number.map { "(" + shown($0, isASCII: context.isASCII) + ")" } ?? ""
  let labelWidth = DisplayWidth.of(label)
  // Room for the number on both sides, so that numbered and other formulas have the same middle.
  let room = context.width - (label.isEmpty ? 0 : labelWidth + 2)
  let formula = Mathematics(tex: tex)
  let form: MathForm = context.isASCII ? .ascii : .unicode
  var box = formula.display(width: max(1, context.width), form: form)
  if box.width > room {
    // Broken beside its number only where that takes no more lines than the number below it would.
    let narrow = formula.display(width: max(1, room), form: form)
    if narrow.width <= room, narrow.lines.count <= box.lines.count || box.width > context.width {
      box = narrow
    }
  }
  // A part that nothing makes narrow enough: then all of it is written in one line, which goes on in the next.
  if box.width > context.width {
    return setLongFormula(tex, label: label, in: context)
  }
  let lines = box.lines.map { StyledLine($0, Style(.mathematics)) }
  let width = lines.reduce(0) { max($0, $1.width) }
  let centred = (context.width - width) / 2
  let left = max(0, min(centred, room - width))
  var layout = BlockLayout(lines: lines).indented(by: left)
  if label.isEmpty || layout.lines.isEmpty { return layout }
  let style = Style(.label)
  if left + width + 2 + labelWidth <= context.width {
    let level = min(max(0, box.baseline), layout.lines.count - 1)
    layout.lines[level] = layout.lines[level].padded(to: context.width - labelWidth)
    layout.lines[level].append(label, style)
  } else {
    layout.append(StyledLine([Run(spaces(context.width - labelWidth)), Run(label, style)]))
  }
  return layout
}
