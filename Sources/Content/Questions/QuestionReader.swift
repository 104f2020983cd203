/// Reads a `{.question}` div.
extension FileReader {
  private static let attributeNames = [
    "kind", "section", "objective", "difficulty", "answer", "tolerance", "vary", "covers", "see",
  ]
  private static let kinds = [
    "choice", "multiple", "truefalse", "numeric", "fill", "order", "match", "short",
  ]
  private static let partNames = ["hint", "explanation", "feedback", "answer", "rubric"]

  /// What is wrong with a question, and what to do.
  struct QuestionProblem: Error {
    var message: String
    var advice: String
    var position: SourcePosition?

    init(_ message: String, _ advice: String, at position: SourcePosition? = nil) {
      self.message = message
      self.advice = advice
      self.position = position
    }
  }

  /// The question, or what stands in its place when it is malformed.
  func question(_ division: Division) -> Block {
    do throws(QuestionProblem) {
      return .question(try read(division))
    } catch {
      report(.error, at: error.position ?? division.range.start, error.message, advice: error.advice)
      let lines = division.range.start.line...max(division.range.start.line, division.range.end.line)
      return .problem(
        ProblemBlock(
          message: error.message, advice: error.advice, source: scan.source.text(ofLines: lines),
          range: division.range))
    }
  }

  private func read(_ division: Division) throws(QuestionProblem) -> Question {
    let values = division.attributes.values
    guard let id = division.attributes.id else {
      throw QuestionProblem("the question has no id", "add `#q-…` to its attributes; it never changes later")
    }
    for name in values.keys.sorted() where !Self.attributeNames.contains(name) {
      report(
        .warning, at: division.range.start, "a question knows no attribute `\(name)`",
        advice: "the attributes are \(Self.attributeNames.joined(separator: ", "))")
    }
    guard let difficulty = Int(values["difficulty"] ?? "2"), 1...3 ~= difficulty else {
      throw QuestionProblem(
        "the difficulty is `\(values["difficulty"] ?? "")`", "write 1 for easy, 2 for medium or 3 for hard")
    }
    var parts: [String: [Block]] = [:]
    var stem: [Block] = []
    for block in division.blocks {
      if case .division(let part) = block, case .other(let name) = part.kind, Self.partNames.contains(name) {
        parts[name, default: []] += part.blocks
      } else {
        stem.append(block)
      }
    }
    let body = try body(of: division, stem: &stem, parts: parts)
    guard !stem.isEmpty else {
      throw QuestionProblem("the question `\(id)` asks nothing", "write what it asks below its first line")
    }
    return Question(
      id: id, section: values["section"], objective: values["objective"], difficulty: difficulty,
      stem: near(body, stem), body: body, hint: near(body, parts["hint"] ?? []),
      explanation: near(body, parts["explanation"] ?? []),
      covers: Self.list(values["covers"]?.replacing(" ", with: ",")),
      see: values["see"].map { String($0.drop { $0 == "#" || $0 == "@" }) },
      file: scan.file,
      range: division.range)
  }

  /// Live values in a numeric question are those of the calculator that answers it.
  private func near(_ body: QuestionBody, _ blocks: [Block]) -> [Block] {
    guard case .numeric(let answer) = body, let calculator = answer.calculator else { return blocks }
    return blocks.map { block in
      block.mapInlines { run in
        run.map { inline in
          inline.map { piece in
            guard case .live(var live) = piece else { return piece }
            live.calculator = calculator
            return .live(live)
          }
        }
      }
    }
  }

  private func body(
    of division: Division, stem: inout [Block], parts: [String: [Block]]
  ) throws(QuestionProblem) -> QuestionBody {
    let values = division.attributes.values
    let kind = values["kind"] ?? ""
    guard Self.kinds.contains(kind) else {
      _ = takeBlanks(from: &stem)
      let like = CheckContext.suggestion(for: kind, among: Self.kinds)
      throw QuestionProblem(
        kind.isEmpty ? "the question has no kind" : "`\(kind)` is no kind of question",
        like.map { "did you mean `\($0)`?" }
          ?? "the kinds are \(Self.kinds.dropLast().joined(separator: ", ")) and short")
    }
    if kind != "fill", let blank = takeBlanks(from: &stem).first {
      throw QuestionProblem(
        "a gap, [\(blank)]{.blank}, stands in a question that is not of the kind `fill`",
        "write kind=\"fill\", or remove the gap")
    }
    switch kind {
    case "choice": return .choice(try options(from: &stem, isSingle: true))
    case "multiple": return .multiple(try options(from: &stem, isSingle: false))
    case "truefalse":
      guard let answer = ["true": true, "false": false][values["answer"] ?? ""] else {
        throw QuestionProblem(
          "the answer of a true-or-false question is `\(values["answer"] ?? "")`",
          "write answer=\"true\" or answer=\"false\"")
      }
      if parts["feedback"] == nil {
        report(
          .warning, at: division.range.start, "the question does not say why its statement is \(answer)",
          advice: "add a `::: {.feedback}` div")
      }
      return .trueFalse(answer: answer, feedback: parts["feedback"] ?? [])
    case "numeric":
      guard let answer = values["answer"], !answer.isEmpty else {
        throw QuestionProblem(
          "the numeric question has no answer",
          "write answer=\"calculator.output\", or a number with its unit")
      }
      let vary = Self.list(values["vary"])
      let numeric = NumericAnswer(answer: answer, tolerance: values["tolerance"], vary: vary)
      if !vary.isEmpty, numeric.calculator == nil {
        throw QuestionProblem(
          "inputs vary, but the answer `\(answer)` is no output of a calculator",
          "write answer=\"calculator.output\", or remove `vary`")
      }
      return .numeric(numeric)
    case "fill":
      let gaps = takeBlanks(from: &stem).map { Self.list($0, separator: "|") }
      guard !gaps.isEmpty else {
        throw QuestionProblem("the question has no gap", "write [answer|other answer]{.blank} in its text")
      }
      if gaps.contains(where: \.isEmpty) {
        throw QuestionProblem("a gap accepts no answer", "write the answer in the brackets: [answer]{.blank}")
      }
      return .fill(gaps)
    case "order":
      guard case .list(let list) = stem.last, list.isOrdered, list.items.count > 1 else {
        throw QuestionProblem(
          "the question has no ordered list of two or more items",
          "end it with its items in the right order, 1. 2. 3.")
      }
      stem.removeLast()
      return .order(list.items.map(\.blocks))
    case "match":
      guard case .table(let table) = stem.last, table.header.count == 2, table.rows.count > 1 else {
        throw QuestionProblem(
          "the question has no table of two columns with two or more rows",
          "end it with a table, one pair a row")
      }
      stem.removeLast()
      return .match(table.rows.map { MatchPair(left: $0[0], right: $0[1]) })
    case "short":
      guard let answer = parts["answer"] else {
        throw QuestionProblem("the question has no model answer", "add an `::: {.answer}` div")
      }
      let rubric: [[Block]] =
        if case .list(let list) = parts["rubric"]?.last { list.items.map(\.blocks) } else { [] }
      if rubric.isEmpty {
        report(
          .warning, at: division.range.start, "the question has no rubric",
          advice: "add a `::: {.rubric}` div with a list of what a good answer says")
      }
      return .short(answer: answer, rubric: rubric)
    default: throw QuestionProblem("`\(kind)` is no kind of question", "write kind=\"choice\"")
    }
  }

  private func options(from stem: inout [Block], isSingle: Bool) throws(QuestionProblem) -> [QuestionOption] {
    guard case .list(let list) = stem.last, list.items.count > 1, list.items.allSatisfy({ $0.task != nil })
    else {
      throw QuestionProblem(
        "the question does not end with two or more options", "write each as `- [ ] wrong` or `- [x] right`")
    }
    stem.removeLast()
    let options = list.items.map { item in
      var option = QuestionOption(content: [], isCorrect: item.task == true)
      for block in item.blocks {
        if case .quote(let quote) = block {
          option.feedback += quote.blocks
        } else {
          option.content.append(block)
        }
      }
      return option
    }
    for (option, item) in zip(options, list.items) {
      if option.content.isEmpty {
        throw QuestionProblem("an option is empty", "write its text after the brackets", at: item.range.start)
      }
      if !option.isCorrect, option.feedback.isEmpty {
        report(
          .warning, at: item.range.start, "a wrong option does not say why it is wrong",
          advice: "add a line below it that begins with `>`")
      }
    }
    let right = options.count(where: \.isCorrect)
    if isSingle, right != 1 {
      throw QuestionProblem(
        "exactly one option of a choice is right, and here \(right) are",
        right == 0 ? "mark the right one with [x]" : "keep one [x], or write kind=\"multiple\"")
    }
    if right == 0 { throw QuestionProblem("no option is right", "mark the right ones with [x]") }
    return options
  }

  /// Numbers the gaps in these blocks from 0.
  ///
  /// - Returns: what each accepts, as written.
  private func takeBlanks(from blocks: inout [Block]) -> [String] {
    var taken: [String] = []
    blocks = blocks.map { block in
      block.mapInlines { run in
        run.map { inline in
          inline.map { piece in
            guard case .blank(let index) = piece, blanks.indices.contains(index) else { return piece }
            taken.append(blanks[index].text)
            blanks[index].isTaken = true
            return .blank(taken.count - 1)
          }
        }
      }
    }
    return taken
  }

  static func list(_ text: String?, separator: Character = ",") -> [String] {
    (text ?? "").split(separator: separator).map { LinePass.trimmed(String($0)) }.filter { !$0.isEmpty }
  }
}

extension NumericAnswer {
  /// The calculator and its output, where the answer is one: `calculator.output`.
  public var source: (calculator: String, output: String)? {
    guard let dot = answer.lastIndex(of: "."), let first = answer.first, first.isLetter || first == "_",
      !answer.contains(where: \.isWhitespace)
    else { return nil }
    return (String(answer[..<dot]), String(answer[answer.index(after: dot)...]))
  }

  /// The calculator whose output is the answer.
  public var calculator: String? { source?.calculator }
}
