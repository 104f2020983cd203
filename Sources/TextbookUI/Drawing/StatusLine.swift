import Content
import Engine
import Typesetting

/// The last row: a prompt, a message, what Tab has in focus and what Enter does, or the keys that matter here.
struct StatusLine {
  let state: ReaderState
  let target: Target?
  /// What the page says where the target stands.
  var targetText = ""
  /// Columns that something on the screen is wider than the text.
  var overflow = 0

  func line(width: Int) -> StyledLine {
    var line = StyledLine([Run(" ", Style(.status))])
    line.append(content(width: width - 2).line)
    return line.clipped(to: width - 1, marker: ellipsis)
      .padded(to: width, style: Style(.status))
  }

  /// The keys that it names, where they stand on it.
  func keys(width: Int) -> [KeyHint] { content(width: width - 2).keys.map { $0.moved(columns: 1) } }

  /// The column of the cursor, while something is typed here.
  var cursorColumn: Int? {
    guard let prompt = state.prompt else { return nil }
    return 1 + DisplayWidth.of(lead(of: prompt)) + columnsBefore(in: prompt) - hidden(in: prompt)
  }

  /// Columns of what is typed before the cursor.
  private func columnsBefore(in prompt: Prompt) -> Int {
    DisplayWidth.of(sanitized(String(prompt.entry.text.prefix(prompt.entry.cursor))))
  }

  /// Columns of what is typed that are left out, so that the cursor stays on the line.
  private func hidden(in prompt: Prompt) -> Int {
    let room = state.size.columns - 3 - DisplayWidth.of(lead(of: prompt))
    return max(0, columnsBefore(in: prompt) - max(1, room) + 1)
  }

  private func lead(of prompt: Prompt) -> String {
    switch prompt.kind {
    case .search: "/ "
    case .goTo: "Go to: "
    case .find: "Search the book: "
    case .note: "Note: "
    case .remark: "What is wrong with it? "
    case .choose(let lead): lead + " "
    case .ask(let ask): ask.lead(in: state.book) + " "
    }
  }

  private func content(width: Int) -> KeyLine {
    if let prompt = state.prompt {
      let lead = StyledLine(lead(of: prompt), Style(.status, .bold))
      let entry = StyledLine(sanitized(prompt.entry.text), Style(.status))
      let room = max(1, width - lead.width)
      let line = lead.appending(
        entry.window(hiding: hidden(in: prompt), columns: room, marker: ellipsis))
      guard prompt.kind == .search, let count = state.search?.count else {
        return appendingHints(to: line, width: width)
      }
      let words = count.total == 0 ? "nothing matches" : count.words
      let gap = width - line.width - DisplayWidth.of(words)
      guard gap > 1 else { return KeyLine(line) }
      return KeyLine(
        line.padded(to: line.width + gap, style: Style(.status))
          .appending(StyledLine(words, count.total == 0 ? Style(.error, .bold) : Style(.status))))
    }
    if let message = state.message, state.longMessage == nil {
      let style = message.isError ? Style(.error, .bold) : Style(.status)
      return KeyLine(StyledLine(sanitized(message.text), style))
    }
    if let count = state.count { return KeyLine(StyledLine("\(count) …", Style(.status, .bold))) }
    if state.place == .page, let target { return described(target.action, width: width) }
    if state.place == .panel || state.place == .entry, let expected = InputHint(state: state)?.text {
      // While a value is typed, what takes it matters more than a long list of what can be typed.
      let reserved = state.place == .entry ? min(hints(width: width).width + 3, width / 2) : 0
      var line = KeyLine(
        StyledLine(sanitized(expected), Style(.status)).clipped(to: width - reserved, marker: ellipsis))
      line.append("   ", Style(.status))
      line.append(hints(width: width - line.width))
      return line
    }
    if state.place == .contents, let title = ContentsView(state: state).cutTitle {
      var line = KeyLine(
        StyledLine(sanitized(title), Style(.status, .bold)).clipped(to: width, marker: ellipsis))
      let rest = hints(width: width - line.width - 3)
      if rest.width == 0 { return line }
      line.append("   ", Style(.status))
      line.append(rest)
      return line
    }
    return hints(width: width)
  }

  private var ellipsis: String { state.isASCII ? "..." : "…" }

  /// The keys of a line that is typed, at its right end as far as there is room.
  private func appendingHints(to line: StyledLine, width: Int) -> KeyLine {
    let hints = hints(width: width - line.width - 3)
    if hints.width == 0 { return KeyLine(line) }
    var line = KeyLine(line).padded(to: width - hints.width, style: Style(.status))
    line.append(hints)
    return line
  }

  /// The keys that matter in the place, as many as fit; the last one stays.
  private func hints(width: Int) -> KeyLine {
    var shown = keyHints
    while true {
      var line = KeyLine()
      for (index, hint) in shown.enumerated() {
        if index > 0 { line.append("   ", Style(.status)) }
        line.append(
          keys: state.keys.renamed(hint.key, in: state.place), hint.text, nameStyle: Style(.status, .bold),
          style: Style(.status))
      }
      if line.width <= width || shown.count < 2 { return line.width <= width ? line : KeyLine() }
      shown.remove(at: shown.count - 2)
    }
  }

  private var keyHints: [(key: String, text: String)] {
    let arrows = state.isASCII ? ("Up/Down", "Left/Right", "Left", "Right") : ("↑↓", "←→", "←", "→")
    switch state.place {
    case .page:
      var hints = [
        ("Tab", "next"), ("/", "find"), ("c", "contents"), (":", "go to"), ("?", "keys"),
      ]
      if let address = PageAddress(parsing: state.chapterID), Analysis(rawValue: address.kind) != nil {
        hints = [
          ("Tab", "next"), ("x", "derivation"), ("w", "sweep"), ("s", "solve"), ("t", "sensitivity"),
          ("y", "copy"), ("Esc", "back"),
        ]
        hints.removeAll { $0.1 == address.kind }
        return hints
      }
      if !state.book.workbook.scenario.isEmpty { hints.insert(("a", "author's values"), at: 0) }
      if state.search != nil, state.search?.count?.total != 0 {
        hints.insert(("n N", state.search?.count?.words ?? "matches"), at: 0)
      }
      if overflow > 0 {
        let isAtEnd = state.sideways >= overflow
        hints.insert(isAtEnd ? (arrows.2, "back") : (arrows.3, "the rest"), at: 0)
      }
      return hints
    case .contents: return [(arrows.0, "choose"), ("Enter", "go there"), ("c", "hide"), ("Esc", "back")]
    case .panel:
      // What edits an input stands in the calculator's own frame.
      return [
        ("x", "derivation"), ("w", "sweep"), ("s", "solve"), ("t", "sensitivity"), ("c", "compare"),
        ("?", "keys"),
      ]
    case .entry: return [("Enter", "take it"), ("Esc", "leave it")]
    case .options:
      let several = !(openBody?.takesOneOption ?? true)
      return [(optionLetters, "choose")] + (several ? [("Space", "on or off")] : [])
        + [("Enter", "answer")] + hint("h") + (state.isExamining ? [] : [("s", sureness)]) + [
          ("Esc", "leave")
        ]
    case .arranging:
      return [(arrows.0, "choose"), ("J K", "move the item"), ("Enter", "answer")] + hint("h")
        + [("Esc", "leave")]
    case .matching:
      return [(arrows.0, "line"), (optionLetters, "its letter"), ("Enter", "answer")] + hint("h")
        + [("Esc", "leave")]
    case .gaps: return [("Enter", "type")] + hint("h") + [("Esc", "leave")]
    case .writing:
      let several = (openBody?.entryCount ?? 1) > 1
      return (several ? [("Tab", "next gap")] : []) + [("Enter", "answer")] + hint("Ctrl-T")
        + [("Esc", "stop typing")]
    case .rubric:
      return [("Space", "tick what your answer has"), ("Enter", "done"), ("Esc", "leave")]
    case .answered:
      let isLast = state.sitting?.quiz.isFinished == true
      let next =
        state.isInReview
        ? "next" : !state.isInSitting ? "go on reading" : isLast ? "results" : "next question"
      return [("Enter", next), ("t", "try again"), ("j k", "scroll"), ("!", "flag")]
    case .popup: return [("Esc", "close"), ("j k", "scroll")]
    case .help: return [("j k", "scroll"), ("Esc", "close")]
    case .selecting:
      return [
        ("v", "mark"), ("A", "note"), ("j k", "choose"), ("J K", "take more or less"), ("x", "remove"),
        ("Esc", "leave"),
      ]
    case .naming: return [("Esc", "leave")]
    case .search: return [("Enter", "go there"), ("Esc", "back")]
    case .goTo, .find:
      let verb = if case .choose = state.prompt?.kind { "take it" } else { "go there" }
      return [(arrows.0, "choose"), ("Enter", verb), ("Esc", "leave")]
    case .noting, .remark: return [("Enter", "keep it"), ("Esc", "leave")]
    case .asking: return [("Enter", "take it"), ("Esc", "leave")]
    }
  }

  /// `a b`, `a b c`, `a…e`
  private var optionLetters: String {
    let letters = "abcdefg".prefix(openBody?.placeCount ?? 0).map(String.init)
    guard letters.count > 3, let first = letters.first, let last = letters.last else {
      return letters.joined(separator: " ")
    }
    return first + (state.isASCII ? "..." : "…") + last
  }

  /// The key for a hint, where there is one.
  private func hint(_ key: String) -> [(key: String, text: String)] {
    let question = state.openQuestion.flatMap { state.question($0.id) }
    return question?.hint.isEmpty != false || state.isExamining ? [] : [(key, "hint")]
  }

  private var sureness: String {
    Sureness.name(of: state.openQuestion.flatMap { state.questions[$0.id] }?.sureness) ?? "how sure"
  }

  private var openBody: QuestionBody? { state.openQuestion.flatMap { state.question($0.id) }?.body }

  // MARK: The focus

  /// A long name is cut, so that what Enter does always shows.
  private func described(_ action: Target.Action, width: Int) -> KeyLine {
    let (name, verb) = description(of: action)
    var advice = KeyLine()
    if let verb {
      advice.append("   ", Style(.status, .bold))
      advice.append(keys: "Enter", verb, nameStyle: Style(.status, .bold), style: Style(.status))
    }
    var line = KeyLine(
      StyledLine(sanitized(name), Style(.status, .bold))
        .clipped(to: max(0, width - advice.width), marker: ellipsis))
    line.append(advice)
    return line
  }

  /// What the focused thing is, and what Enter does with it.
  private func description(of action: Target.Action) -> (name: String, verb: String?) {
    let workbook = state.book.workbook
    switch action {
    case .reference(let id):
      if let term = state.book.glossary.first(where: { $0.id == id }) {
        return (term.name, "show its definition")
      }
      guard let anchor = state.book.anchor(id) else {
        return (id, state.isComplete ? nil : "wait for the book")
      }
      return (joined(anchor.label, anchor.title), "go there")
    case .link(let address) where address.hasPrefix("#"):
      return description(of: .reference(String(address.dropFirst())))
    case .link(let address):
      guard let address = PageAddress(parsing: address) else { return (address, "show the address") }
      return state.words(for: address) ?? (targetText, "go there")
    case .footnote(let label):
      return ("Note \(state.chapter.footnotes[label]?.number ?? 0)", "read it")
    case .citation(let keys):
      return (
        keys.compactMap { state.book.bibliography[$0]?.title ?? $0 }.joined(separator: "; "),
        "show the source"
      )
    case .live(let live):
      let result = workbook.inline(live.expression, near: live.calculator)
      if result.name == nil, result.missing == nil { return described(live, result.text) }
      let label = label(of: result) ?? figureName(live) ?? live.expression
      if let missing = result.missing {
        return ("\(label) has no value: \(missing)", result.name == nil ? nil : "derivation")
      }
      let value = result.error.map(\.message) ?? result.text.withMinusSigns
      guard let id = result.calculator, let name = result.name else {
        return ("\(label) = \(value)", nil)
      }
      if let step = workbook.derivation(of: name, in: id)?.steps.last {
        // The value stands first, since the formula may be longer than the line.
        let numbers = step.substituted == step.named ? "" : " = \(step.substituted)"
        return ("\(label) = \(value) = \(step.words)\(numbers)", "derivation")
      }
      return ("\(label) = \(value)", "change it")
    case .calculator(let id): return (workbook.calculator(id)?.title ?? id, "work with it")
    case .input(let id, let name):
      return (workbook.result(of: id)?.inputs.first { $0.name == name }?.label ?? name, "change it")
    case .output(let id, let name):
      let output = workbook.result(of: id)?.outputs.first { $0.name == name }
      let label = output?.label ?? name
      if let missing = output?.missing { return ("\(label) has no value: \(missing)", "open its calculator") }
      return ("\(label) = \(output?.text.withMinusSigns ?? "")", "open its calculator")
    case .question(let id):
      return ("Question", state.questions[id]?.outcome == nil ? "answer it" : "see it again")
    case .option: return ("Option", "choose it")
    case .tick(let block, let index):
      let isTicked = state.ticked.contains("\(block)#\(index)")
      return (isTicked ? "Done" : "Not done yet", isTicked ? "untick it" : "tick it off")
    case .fold(let key):
      return (targetText, state.unfolded.contains(key) ? "fold it" : "open it")
    }
  }

  /// A number that is no value of a calculator: a figure of a machine or model, a constant, or an expression.
  private func described(_ live: LiveTarget, _ value: String) -> (name: String, verb: String?) {
    let workbook = state.book.workbook
    let name = figureName(live) ?? live.expression
    let isOpened = live.calculator.map { workbook.calculator($0) != nil } ?? false
    let hasPage = PageAddress(figure: live.expression, in: workbook.library) != nil
    return ("\(name) = \(value)", isOpened ? "open its calculator" : hasPage ? "see where it is from" : nil)
  }

  /// `memory bandwidth of NVIDIA T4` for a figure of a profile that is named or held by an input of the calculator; a
  /// constant's label; nil for anything else.
  private func figureName(_ live: LiveTarget) -> String? {
    let workbook = state.book.workbook
    // Tables say after it in what unit it is shown.
    let path = live.expression.prefix { $0 != " " }
    guard path.count == live.expression.count || live.expression.dropFirst(path.count).hasPrefix(" -> ")
    else {
      return nil
    }
    if let constant = workbook.library.constants[String(path)] { return constant.title }
    guard let dot = path.firstIndex(of: ".") else { return nil }
    var id = String(path[..<dot])
    let inputs = live.calculator.flatMap { workbook.result(of: $0)?.inputs } ?? []
    if case .profile(let chosen)? = inputs.first(where: { $0.name == id })?.value { id = chosen }
    guard let profile = workbook.library.profiles[id] else { return nil }
    return "\(Profile.title(ofFigure: String(path[path.index(after: dot)...]))) of \(profile.name)"
  }

  /// The label of a live value in its calculator.
  private func label(of result: InlineResult) -> String? {
    guard let id = result.calculator, let name = result.name,
      let values = state.book.workbook.result(of: id)
    else { return result.name }
    let label =
      values.outputs.first { $0.name == name }?.label ?? values.inputs.first { $0.name == name }?.label
    return label.map { $0.isEmpty ? name : $0 } ?? name
  }

  private func joined(_ label: String, _ title: String) -> String {
    title.isEmpty ? label : label.isEmpty ? title : "\(label) · \(title)"
  }
}
