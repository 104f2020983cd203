/// Reads question files of the kind `{"sections": [{"section_id", "section_title", "quiz_data": {"questions": […]}}]}`.
///
/// ```swift
/// let questions = try QuizImporter.questions(of: json, for: ImportTarget(name: "memory"))
/// questions.text     // a file of questions
/// ```
public struct QuizImporter {
  private let target: ImportTarget
  private let declaresObjectives: Bool
  private var usedIDs: Set<String>
  private var usedObjectives: Set<String>
  private var result = QuestionImport(drafts: [], notes: [], objectives: [])
  private var kept: [String: [Int]] = [:]
  private var section: String?
  private var count = 0

  /// Reads the text of a question file.
  ///
  /// - Parameter declaresObjectives: whether the questions name objectives that the chapter does not declare yet;
  ///   else these stand as comments.
  public static func questions(
    of text: String, for target: ImportTarget, declaresObjectives: Bool = false
  ) throws(ImportProblem) -> QuestionImport {
    let root = try JSONNode.parse(text)
    var importer = QuizImporter(target, declaresObjectives)
    guard let sections = root["sections"]?.list ?? root.list else {
      throw ImportProblem(
        root.line, "the file has no list `sections`",
        advice: "expected {\"sections\": [{\"section_id\": …, \"quiz_data\": {\"questions\": […]}}]}")
    }
    for section in sections { importer.read(section) }
    if root["metadata"] != nil {
      importer.result.notes.append(
        ImportNote(root["metadata"]?.line ?? 1, "the metadata of the file are left out"))
    }
    importer.noteKept()
    importer.result.notes.sort { $0.line < $1.line }
    return importer.result
  }

  private init(_ target: ImportTarget, _ declaresObjectives: Bool) {
    self.target = target
    self.declaresObjectives = declaresObjectives
    usedIDs = target.usedIDs
    usedObjectives = Set(target.objectives.map(\.id))
  }

  private mutating func note(_ node: JSONNode, _ message: String) {
    result.notes.append(ImportNote(node.line, message))
  }

  private mutating func noteKept() {
    for (message, lines) in kept.sorted(by: { $0.key < $1.key }) {
      let places = lines.prefix(12).map(String.init).joined(separator: ", ") + (lines.count > 12 ? ", …" : "")
      result.notes.append(
        ImportNote(
          lines.first ?? 1, lines.count == 1 ? message : "\(message), \(lines.count) times (lines \(places))")
      )
    }
  }

  private mutating func read(_ node: JSONNode) {
    let written = node["section_id"]?.text.map { $0.hasPrefix("#") ? String($0.dropFirst()) : $0 }
    let title = node["section_title"]?.text
    section = target.section(written, title: title)
    let quiz = node["quiz_data"] ?? node
    if section == nil, let written, quiz["questions"]?.list?.isEmpty == false {
      note(node, "the chapter has no section `\(written)`; its questions name none")
    }
    if quiz["rationale"] != nil {
      kept["the rationale of a section is left out", default: []].append(quiz["rationale"]?.line ?? node.line)
    }
    guard let questions = quiz["questions"]?.list else {
      if quiz["quiz_needed"]?.truth != false { note(node, "the section has no list `questions`") }
      return
    }
    for question in questions { read(question: question) }
  }

  private mutating func read(question node: JSONNode) {
    guard let question = node["question"]?.text, !question.trimmed.isEmpty else {
      return note(node, "a question without a text `question` is left out")
    }
    count += 1
    let number = count < 10 ? "0\(count)" : "\(count)"
    let id = unique("q-\(target.name)-\(number)", among: &usedIDs)
    let stem = markdown(question, node["question"] ?? node)
    let answer = markdown(node["answer"]?.text ?? "", node["answer"] ?? node)
    let type = (node["question_type"]?.text ?? node["type"]?.text ?? "").uppercased()
    if answer.isEmpty, type != "MCQ" {
      return note(node, "question \(count) has no `answer` and is left out")
    }
    var draft: QuestionDraft?
    switch type {
    case "MCQ", "CHOICE", "MULTIPLE_CHOICE": draft = choice(id, stem, answer, node)
    case "TF", "TRUEFALSE", "TRUE_FALSE": draft = trueFalse(id, stem, answer, node)
    case "FILL", "FILL_IN": draft = fill(id, stem, answer, node)
    case "ORDER", "ORDERING": draft = order(id, stem, answer, node)
    case "CALC", "NUMERIC": draft = calculation(id, stem, answer, node)
    case "SHORT", "ESSAY": draft = short(id, stem, answer)
    default:
      note(node, "question \(count) is of the kind `\(type)`, which is not known; it asks for a short answer")
      draft = short(id, stem, answer)
    }
    guard var draft else { return }
    draft.section = section
    name(objective: node["learning_objective"]?.text ?? "", in: &draft, node)
    if let hint = node["hint"]?.text { draft.hint = markdown(hint, node) }
    if let explanation = node["explanation"]?.text, draft.explanation.isEmpty {
      draft.explanation = markdown(explanation, node)
    }
    result.drafts.append(draft)
    let known = [
      "question", "answer", "question_type", "type", "choices", "learning_objective", "hint", "explanation",
      "options",
    ]
    if case .object(let entries) = node.content {
      for entry in entries where !known.contains(entry.key) {
        kept["`\(entry.key)` of a question is left out", default: []].append(entry.value.line)
      }
    }
  }

  /// Text of the file as Markdown of ours.
  private mutating func markdown(_ text: String, _ node: JSONNode) -> String {
    let (result, notes) = QuartoImporter.inline(text, line: node.line, anchors: target.anchors)
    // A text of JSON stands on one line of its file.
    self.result.notes += notes.map { ImportNote(node.line, $0.message) }
    return result.trimmed
  }

  private mutating func name(objective text: String, in draft: inout QuestionDraft, _ node: JSONNode) {
    guard !text.isEmpty else { return }
    if let id = target.objective(text) ?? result.objectives.first(where: { $0.text == text })?.id {
      if declaresObjectives || target.objective(text) != nil { draft.objective = id }
    } else {
      let id = unique(text.slug(words: 4).ifEmpty("objective"), among: &usedObjectives)
      result.objectives.append((id, text))
      if declaresObjectives { draft.objective = id }
    }
    if draft.objective == nil { draft.comment = "learning objective: \(text)" }
  }

  // MARK: - Kinds

  private mutating func choice(_ id: String, _ stem: String, _ answer: String, _ node: JSONNode)
    -> QuestionDraft?
  {
    let written = (node["choices"] ?? node["options"])?.list?.compactMap(\.text) ?? []
    guard written.count > 1 else {
      note(node, "question \(count) has fewer than two choices; it asks for a short answer")
      return answer.isEmpty ? nil : short(id, stem, answer)
    }
    let choices = QuizText.withoutLetters(written).map { markdown($0, node) }
    let (letters, rest) = QuizText.letters(of: answer, count: choices.count)
    var right = letters
    if right.isEmpty, let index = choices.firstIndex(where: { !$0.isEmpty && answer.hasPrefix($0) }) {
      right = [index]
    }
    guard !right.isEmpty else {
      note(node, "the answer of question \(count) does not say which choice is right; it is left out")
      return nil
    }
    var explanation = right.isEmpty ? answer : rest
    if right.count == 1, let only = right.first { explanation = QuizText.without(choices[only], explanation) }
    var (reasons, others) = QuizText.reasons(in: explanation, count: choices.count)
    for index in choices.indices where !right.contains(index) && reasons[index] == nil {
      let rivals = choices.indices.filter { $0 != index }.map { choices[$0] } + [stem]
      reasons[index] = QuizText.sentence(about: choices[index], but: rivals, in: others)
    }
    let options = choices.enumerated().map { index, text in
      QuestionDraft.Option(text, isCorrect: right.contains(index), feedback: reasons[index] ?? "")
    }
    var draft = QuestionDraft(
      id: id, stem: stem, body: right.count == 1 ? .choice(options) : .multiple(options))
    draft.explanation = others
    if options.contains(where: { !$0.isCorrect && $0.feedback.isEmpty }) {
      kept[
        "a wrong choice has no reason of its own in the file; the explanation of its question speaks for it",
        default: []
      ]
      .append(node.line)
    }
    return draft
  }

  private mutating func trueFalse(_ id: String, _ stem: String, _ answer: String, _ node: JSONNode)
    -> QuestionDraft?
  {
    let (first, rest) = QuizText.truth(of: answer)
    guard let first else {
      note(
        node, "the answer of question \(count) begins with neither True nor False; it asks for a short answer"
      )
      return short(id, stem, answer)
    }
    return QuestionDraft(
      id: id, stem: QuizText.withoutTrueOrFalse(stem),
      body: .trueFalse(first, feedback: rest.ifEmpty("The statement is \(first).")))
  }

  private mutating func fill(_ id: String, _ stem: String, _ answer: String, _ node: JSONNode)
    -> QuestionDraft
  {
    var (words, rest) = QuizText.answerWords(answer)
    let gaps = QuizText.gaps(in: stem)
    var answers = [words]
    if gaps.count > 1 {
      answers = QuizText.list(words)
      if answers.count != gaps.count {
        note(
          node,
          "question \(count) has \(gaps.count) gaps and \(answers.count) answers; it asks for a short answer")
        return short(id, stem, answer)
      }
    }
    if words.count > 80 {
      note(
        node,
        "the answer of question \(count) is a sentence and no word for a gap; it asks for a short answer")
      return short(id, stem, answer)
    }
    var text = ""
    if gaps.isEmpty {
      note(node, "question \(count) has no gap; one stands at its end")
      text = stem + " " + QuizText.gap(words)
    } else {
      var last = stem.startIndex
      for (gap, answer) in zip(gaps, answers) {
        text += stem[last..<gap.lowerBound] + QuizText.gap(answer)
        last = gap.upperBound
      }
      text += stem[last...]
    }
    if rest.isEmpty { rest = "" }
    var draft = QuestionDraft(id: id, stem: text, body: .fill)
    draft.explanation = rest
    return draft
  }

  private mutating func order(_ id: String, _ stem: String, _ answer: String, _ node: JSONNode)
    -> QuestionDraft
  {
    let listed = node["choices"]?.list?.compactMap(\.text) ?? []
    let (before, items) =
      listed.count > 1 ? (stem, QuizText.withoutLetters(listed)) : QuizText.items(in: stem)
    guard items.count > 1, let (order, rest) = QuizText.order(of: items, in: answer) else {
      note(
        node, "the items of question \(count) or their order can not be made out; it asks for a short answer")
      return short(id, stem, answer)
    }
    var draft = QuestionDraft(id: id, stem: before, body: .order(order.map { items[$0] }))
    draft.explanation = rest
    return draft
  }

  private mutating func calculation(_ id: String, _ stem: String, _ answer: String, _ node: JSONNode)
    -> QuestionDraft
  {
    if let value = QuizText.quantity(in: answer) {
      var draft = QuestionDraft(
        id: id, stem: stem, body: .numeric(answer: value, tolerance: "2 %", vary: nil))
      draft.explanation = answer
      note(
        node,
        "question \(count) is graded by the number \(value) with a tolerance of 2 %; see that it is the one asked for"
      )
      return draft
    }
    note(node, "the answer of question \(count) holds no single number; it asks for a short answer")
    return short(id, stem, answer)
  }

  private func short(_ id: String, _ stem: String, _ answer: String) -> QuestionDraft {
    QuestionDraft(id: id, stem: stem, body: .short(answer: answer, rubric: QuizText.points(of: answer)))
  }
}
