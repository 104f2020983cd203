import Content

/// Reads questions in Moodle's GIFT format.
///
/// ```swift
/// let questions = try GIFTImporter.questions(of: "::q::Sky? {=blue ~green}", for: ImportTarget(name: "sky"))
/// ```
public struct GIFTImporter {
  static let rubricMark = "Rubric:"
  static let explanationMark = "Explanation:"

  private let target: ImportTarget
  private var usedIDs: Set<String>
  private var notes: [ImportNote] = []
  private var drafts: [QuestionDraft] = []

  /// Reads the text of a GIFT file.
  public static func questions(of text: String, for target: ImportTarget) throws(ImportProblem)
    -> QuestionImport
  {
    var importer = GIFTImporter(target: target, usedIDs: target.usedIDs)
    importer.read(text)
    if importer.drafts.isEmpty, importer.notes.isEmpty {
      throw ImportProblem(
        1, "the file holds no question",
        advice: "a question ends with its answers in braces: Sky? {=blue ~green}")
    }
    return QuestionImport(
      drafts: importer.drafts, notes: importer.notes.sorted { $0.line < $1.line }, objectives: [])
  }

  private init(target: ImportTarget, usedIDs: Set<String>) {
    self.target = target
    self.usedIDs = usedIDs
  }

  private mutating func note(_ line: Int, _ message: String) { notes.append(ImportNote(line, message)) }

  /// Questions stand between blank lines; comments and categories on lines of their own.
  private mutating func read(_ text: String) {
    var part: [String] = []
    var first = 1
    var data = Attributes()
    func unified(_ text: String) -> [String] {
      text.replacing("\r\n", with: "\n").replacing("\r", with: "\n").lines
    }
    for (offset, line) in (unified(text) + [""]).enumerated() {
      let content = line.trimmed
      if content.hasPrefix("//") {
        let comment = content.dropFirst(2).trimmed
        if comment.hasPrefix("napkin:") {
          data =
            QuartoAttributes.read(Array("{\(comment.dropFirst(7))}".utf8)[...])?.attributes ?? Attributes()
        } else if !comment.isEmpty {
          note(offset + 1, "a comment is left out")
        }
      } else if content.hasPrefix("$CATEGORY:") {
        note(
          offset + 1,
          "the category `\(content.dropFirst(10).trimmed)` is left out; a question belongs to a section")
      } else if content.isEmpty {
        if !part.isEmpty {
          read(question: part.joined(separator: "\n"), line: first, data: data)
          data = Attributes()
        }
        part = []
      } else {
        if part.isEmpty { first = offset + 1 }
        part.append(line)
      }
    }
  }

  private mutating func read(question text: String, line: Int, data: Attributes) {
    var rest = text[...]
    var title = ""
    if rest.hasPrefix("::"), let end = Self.find("::", in: rest.dropFirst(2)) {
      title = GIFTText.unescaped(String(rest[rest.index(rest.startIndex, offsetBy: 2)..<end.lowerBound]))
      rest = rest[end.upperBound...]
    }
    let format = Self.format(&rest)
    guard let open = Self.find("{", in: rest), let close = Self.find("}", in: rest[open.upperBound...]) else {
      return note(line, "a text without answers in braces is no question and is left out: \(text.prefix(40))")
    }
    let before = words(rest[..<open.lowerBound], format, line)
    let after = words(rest[close.upperBound...], format, line)
    let body = String(rest[open.upperBound..<close.lowerBound]).trimmed
    let isGap = !after.isEmpty
    let stem = isGap ? before + " ______ " + after : before
    let id = identifier(title)
    guard !stem.trimmed.isEmpty else { return note(line, "a question asks nothing and is left out") }
    guard var draft = draft(id, stem, body, format, line, data, gap: isGap ? (before, after) : nil) else {
      return
    }
    draft.section = data.values["section"].flatMap { name in
      target.sections == nil || target.sections?.contains { $0.id == name } == true ? name : nil
    }
    draft.objective = data.values["objective"].flatMap { name in
      target.sections == nil || target.objectives.contains { $0.id == name } ? name : nil
    }
    draft.difficulty = data.values["difficulty"].flatMap { Int($0) }.flatMap { 1...3 ~= $0 ? $0 : nil }
    if let hint = data.values["hint"] {
      draft.hint = GIFTText.mathematics(GIFTText.unescaped(hint), forMoodle: false)
    }
    if !title.isEmpty, draft.id != title { draft.comment = "title: \(title)" }
    drafts.append(draft)
  }

  private mutating func identifier(_ title: String) -> String {
    let isOurs =
      title.hasPrefix("q-")
      && title.utf8.allSatisfy { InlineScanner.isWord($0) && $0 < 0x80 || $0 == UInt8(ascii: "-") }
    let name = isOurs ? title : "q-\(target.name)-" + title.slug().ifEmpty("\(drafts.count + 1)")
    return unique(name, among: &usedIDs)
  }

  // MARK: - Answers

  private struct Answer {
    var isRight: Bool
    var weight: Double?
    var text: String
    var feedback: String
  }

  private mutating func draft(
    _ id: String, _ stem: String, _ written: String, _ format: String, _ line: Int, _ data: Attributes,
    gap: (before: String, after: String)?
  ) -> QuestionDraft? {
    var body = written
    var general = ""
    if let mark = Self.find("####", in: body[...]) {
      general = words(body[mark.upperBound...], format, line)
      body = String(body[..<mark.lowerBound]).trimmed
    }
    var draft = QuestionDraft(id: id, stem: stem, body: .fill)
    draft.explanation = general
    let upper = body.prefix { $0 != "#" }.trimmed.uppercased()
    if ["T", "TRUE", "F", "FALSE"].contains(upper) {
      let feedback = Self.split(body, at: "#").dropFirst().map { words($0[...], format, line) }
      let answer = upper.hasPrefix("T")
      draft.body = .trueFalse(
        answer, feedback: (feedback.first { !$0.isEmpty } ?? general).ifEmpty("The statement is \(answer)."))
      if feedback.count > 1, feedback[0] != feedback[1], !feedback[1].isEmpty {
        note(line, "the feedback for a right answer is left out")
      }
      if feedback.first?.isEmpty ?? true { draft.explanation = "" }
      return draft
    }
    if body.isEmpty {
      let (answer, rubric, explanation) = Self.model(general)
      draft.explanation = explanation
      if answer.isEmpty { note(line, "an essay has no model answer; write one below `{.answer}`") }
      draft.body = .short(
        answer: answer.ifEmpty("…"), rubric: rubric.isEmpty ? QuizText.points(of: answer) : rubric)
      return draft
    }
    if body.hasPrefix("#") { return numeric(draft, String(body.dropFirst()), format, line, data) }
    let answers = answers(of: body, format, line)
    guard !answers.isEmpty else {
      note(line, "the answers `\(body.prefix(40))` are not understood; the question is left out")
      return nil
    }
    // As Moodle decides it: a choice has a tilde, a matching an arrow and none.
    let hasTilde = Self.split(body, at: "~").count > 1
    let pairs = Self.split(body, at: "=").dropFirst().compactMap { part -> (String, String)? in
      guard let arrow = part.firstRange(of: "->") else { return nil }
      return (String(part[..<arrow.lowerBound]), String(part[arrow.upperBound...]))
    }
    if !hasTilde, !pairs.isEmpty, pairs.count == Self.split(body, at: "=").count - 1 {
      let texts = pairs.map {
        QuestionDraft.Pair(words($0.0[...], format, line), words($0.1[...], format, line))
      }
      if data.values["kind"] == "order" {
        draft.stem = stem
        draft.body = .order(texts.map(\.right))
      } else if texts.count < 2 {
        note(line, "a matching question has fewer than two pairs and is left out")
        return nil
      } else {
        draft.body = .match(texts)
      }
      return draft
    }
    let hasWrong = answers.contains { !$0.isRight } || answers.contains { $0.weight != nil }
    if !hasWrong { return fill(draft, answers, gap, line) }
    return choice(draft, answers, line, data)
  }

  private mutating func choice(_ draft: QuestionDraft, _ answers: [Answer], _ line: Int, _ data: Attributes)
    -> QuestionDraft?
  {
    var draft = draft
    let options = answers.map { answer in
      QuestionDraft.Option(
        answer.text, isCorrect: answer.weight.map { $0 > 0 } ?? answer.isRight, feedback: answer.feedback)
    }
    let right = options.count(where: \.isCorrect)
    guard right > 0, options.count > 1 else {
      note(line, "no option of a choice is right, or there is but one; the question is left out")
      return nil
    }
    if answers.contains(where: { ($0.weight ?? 100) > 0 && $0.weight != nil && $0.weight != 100 }), right == 1
    {
      note(line, "a part of the credit for an option is left out")
    }
    draft.body = right == 1 && data.values["kind"] != "multiple" ? .choice(options) : .multiple(options)
    return draft
  }

  private mutating func fill(
    _ draft: QuestionDraft, _ answers: [Answer], _ gap: (before: String, after: String)?, _ line: Int
  ) -> QuestionDraft {
    var draft = draft
    if answers.contains(where: { !$0.feedback.isEmpty }) {
      note(line, "feedback to accepted words is left out")
    }
    let accepted = answers.map { $0.text.filter { !"[]{}|\n".contains($0) }.ifEmpty("…") }
    let blank = "[\(accepted.joined(separator: "|"))]{.blank}"
    draft.body = .fill
    if let (before, after) = gap {
      let space = after.first.map { ".,;:!?)".contains($0) } == true ? "" : " "
      draft.stem = (before + " " + blank + space + after).trimmed
    } else {
      draft.stem += " " + blank
    }
    return draft
  }

  private mutating func numeric(
    _ draft: QuestionDraft, _ body: String, _ format: String, _ line: Int, _ data: Attributes
  ) -> QuestionDraft? {
    var draft = draft
    if data.values["kind"] == "numeric", let answer = data.values["answer"] {
      draft.body = .numeric(answer: answer, tolerance: data.values["tolerance"], vary: data.values["vary"])
      if let open = draft.stem.firstRange(of: " (in "), draft.stem.hasSuffix(")") {
        // The unit that the export added; the answer's own says it.
        let all = draft.stem.ranges(of: " (in ")
        draft.stem = String(draft.stem[..<(all.last ?? open).lowerBound])
      }
      return draft
    }
    let parts = Self.split(body, at: "=").map(\.trimmed).filter { !$0.isEmpty }
    if parts.count > 1 { note(line, "a numeric question has \(parts.count) answers; the first stands") }
    let first = Self.split((parts.first ?? body), at: "~").first ?? ""
    var value = Self.split(first, at: "#").first?.trimmed ?? ""
    if value.hasPrefix("%"), let end = value.dropFirst().firstIndex(of: "%") {
      value = String(value[value.index(after: end)...])
    }
    if let dots = value.firstRange(of: ".."), let low = Double(value[..<dots.lowerBound].trimmed),
      let high = Double(value[dots.upperBound...].trimmed)
    {
      draft.body = .numeric(
        answer: DecimalText.of((low + high) / 2), tolerance: DecimalText.of((high - low) / 2), vary: nil)
      return draft
    }
    let pieces = value.split(separator: ":").map { String($0).trimmed }
    guard let number = pieces.first.flatMap(Double.init) else {
      note(line, "the number `\(value)` is not understood; the question is left out")
      return nil
    }
    let width = pieces.count > 1 ? Double(pieces[1]) : nil
    draft.body = .numeric(
      answer: DecimalText.of(number), tolerance: width.flatMap { $0 > 0 ? DecimalText.of($0) : nil },
      vary: nil)
    if let comment = Self.split(first, at: "#").dropFirst().first, draft.explanation.isEmpty {
      draft.explanation = words(comment[...], format, line)
    }
    return draft
  }

  /// A model answer, the points after `Rubric:`, and the explanation.
  private static func model(_ text: String) -> (answer: String, rubric: [String], explanation: String) {
    var answer = text
    var explanation = ""
    if let mark = answer.firstRange(of: "\n\n\(explanationMark)\n") {
      explanation = String(answer[mark.upperBound...]).trimmed
      answer = String(answer[..<mark.lowerBound])
    }
    guard let mark = answer.firstRange(of: "\n\n\(rubricMark)\n") else {
      return (answer.trimmed, [], explanation)
    }
    let points = answer[mark.upperBound...].split(separator: "\n").map {
      String($0.hasPrefix("- ") ? $0.dropFirst(2) : $0).trimmed
    }
    return (String(answer[..<mark.lowerBound]).trimmed, points.filter { !$0.isEmpty }, explanation)
  }

  private mutating func answers(of body: String, _ format: String, _ line: Int) -> [Answer] {
    var answers: [Answer] = []
    var start: String.Index?
    var right = false
    func add(_ end: String.Index) {
      guard let start else { return }
      var text = body[start..<end]
      var weight: Double?
      if text.hasPrefix("%"), let close = text.dropFirst().firstIndex(of: "%"),
        let share = Double(text[text.index(after: text.startIndex)..<close])
      {
        weight = share
        text = text[text.index(after: close)...]
      }
      let parts = Self.split(String(text), at: "#")
      var rest = (parts.first ?? "")[...]
      let own = Self.format(&rest)
      answers.append(
        Answer(
          isRight: right, weight: weight, text: words(rest, own.ifEmpty(format), line),
          feedback: parts.dropFirst().first.map { words($0[...], format, line) } ?? ""))
    }
    var isEscaped = false
    for index in body.indices {
      let character = body[index]
      if isEscaped {
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "=" || character == "~" {
        add(index)
        start = body.index(after: index)
        right = character == "="
      }
    }
    add(body.endIndex)
    return answers
  }

  // MARK: - Text

  /// `[html]`, `[markdown]`, `[plain]` or `[moodle]` at the front.
  private static func format(_ rest: inout Substring) -> String {
    let text = rest.drop(while: \.isWhitespace)
    for name in ["html", "markdown", "plain", "moodle"] where text.hasPrefix("[\(name)]") {
      rest = text.dropFirst(name.count + 2)
      return name
    }
    return ""
  }

  /// Escapes undone, and HTML as Markdown.
  private mutating func words(_ text: Substring, _ format: String, _ line: Int) -> String {
    var result = GIFTText.unescaped(String(text))
    switch format {
    case "markdown": break
    case "plain": result = MarkdownEscaping.text(result)
    default:
      if result.contains("<") || result.contains("&") {
        let (markdown, lost) = HTMLMarkdown.text(result)
        result = markdown
        for tag in lost { note(line, "the HTML tag <\(tag)> is left out") }
      }
    }
    return GIFTText.mathematics(result, forMoodle: false)
  }

  /// The first such mark that no backslash escapes.
  private static func find(_ mark: String, in text: Substring) -> Range<String.Index>? {
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] == "\\" {
        index = text.index(index, offsetBy: 2, limitedBy: text.endIndex) ?? text.endIndex
        continue
      }
      if text[index...].hasPrefix(mark) { return index..<text.index(index, offsetBy: mark.count) }
      index = text.index(after: index)
    }
    return nil
  }

  /// The parts between such marks that no backslash escapes.
  private static func split(_ text: String, at mark: Character) -> [String] {
    var parts = [""]
    var isEscaped = false
    for character in text {
      if !isEscaped, character == mark {
        parts.append("")
        continue
      }
      parts[parts.count - 1].append(character)
      isEscaped = !isEscaped && character == "\\"
    }
    return parts
  }
}
