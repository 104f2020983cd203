import Content
import Engine
import Learning
import Typesetting

extension Session {
  mutating func openQuestion(_ id: String) {
    guard let question = state.question(id) else {
      complain("There is no question \(id) · Q asks those of the chapter")
      return
    }
    if state.openQuestion?.id == id { return }
    if state.hasOpenExam, !state.isInExam {
      say("Questions are closed until the exam is handed in.")
      return
    }
    if state.openQuestion != nil { closeQuestion() }
    if state.questions[id] == nil {
      begin(question, as: QuestionDraw(asShown: question, workbook: authored()))
    }
    let isResumed = takeDraft(of: question)
    state.questions[id]?.isOpen = true
    state.openQuestion = OpenQuestion(
      id: id, isTyping: question.body.entryCount > 0 && state.questions[id]?.outcome == nil,
      isFresh: !isResumed && !question.body.isLong)
    effects.append(.questionOpened(id))
    revealQuestion()
    revealCursor()
  }

  /// A fresh attempt: options shuffled, inputs drawn.
  mutating func draw(_ question: Question, seed: UInt64) {
    begin(question, as: QuestionDraw(question, workbook: state.book.workbook, seed: seed))
  }

  private mutating func begin(_ question: Question, as draw: QuestionDraw) {
    state.questions[question.id] = QuestionState(question, answer: nil, draw: draw, workbook: authored())
  }

  mutating func closeQuestion() {
    guard let open = state.openQuestion else { return }
    keepDraft()
    state.questions[open.id]?.isOpen = false
    state.openQuestion = nil
    focusQuestion(open.id)
  }

  /// The focus on the question, so that Tab goes on from there.
  private mutating func focusQuestion(_ id: String) {
    guard let block = page.index.questions[id],
      let index = page.layout(block).targets.firstIndex(where: { $0.action == .question(id) })
    else { return }
    state.focus = Focus(block: block, target: index)
  }

  private var opened: (question: Question, state: QuestionState)? {
    guard let open = state.openQuestion, let question = state.question(open.id),
      let state = state.questions[open.id]
    else { return nil }
    return (question, state)
  }

  private mutating func change(_ body: (inout QuestionState) -> Void) {
    guard let id = state.openQuestion?.id, state.questions[id] != nil else { return }
    body(&state.questions[id, default: QuestionState()])
  }

  mutating func setCursor(_ place: Int, of id: String) {
    guard let question = state.question(id) else { return }
    state.questions[id]?.cursor = min(max(place, 0), question.body.placeCount - 1)
    revealCursor()
  }

  /// Up and down among options, items and gaps, and around the end.
  mutating func moveQuestionCursor(_ direction: Int) {
    guard let (question, present) = opened else { return }
    let count =
      question.body.entryCount > 0 && !present.isGrading ? question.body.entryCount : question.body.placeCount
    guard count > 0 else { return }
    let start = present.cursor < 0 && direction < 0 ? 0 : present.cursor
    let next = (start + direction % count + count) % count
    change { $0.cursor = next }
    revealCursor()
  }

  /// Shows as much of the open question as fits: from its stem to what grading said.
  private mutating func revealQuestion() {
    guard let id = state.openQuestion?.id, let block = page.index.questions[id] else { return }
    let layout = page.layout(block)
    let starts = layout.targets.compactMap { target in
      if case .question(let other) = target.action { (id: other, line: target.line) } else { nil }
    }
    guard let start = starts.first(where: { $0.id == id })?.line else { return }
    let end = starts.first { $0.line > start }?.line ?? layout.lines.count
    reveal(start..<max(start + 1, end), of: block)
    // Of a long one, what grading said matters more than its first line.
    guard let verdict = state.questions[id]?.outcome?.verdict.prefix(16), !verdict.isEmpty,
      let line = layout.lines[start..<end].lastIndex(where: { line in
        line.text.contains(verdict)
      })
    else { return }
    reveal(Page.Row(block: block, line: line), margin: 1)
  }

  /// Keeps what has the cursor on the screen.
  mutating func revealCursor() {
    guard let (question, present) = opened, let block = page.index.questions[question.id] else { return }
    let layout = page.layout(block)
    let wanted = Target.Action.option(question: question.id, index: present.cursor)
    let line =
      layout.cursor?.line ?? layout.targets.first { $0.action == wanted }?.line
      ?? layout.targets.first { $0.action == .question(question.id) }?.line
    if let line { reveal(Page.Row(block: block, line: line), margin: 1) }
  }

  /// A letter: the cursor moves there and the option is chosen. It is answered by Enter alone, so that a slip costs
  /// nothing.
  mutating func chooseOption(_ place: Int) {
    guard let (question, present) = opened, place < question.body.placeCount, present.outcome == nil else {
      return
    }
    if case .match = question.body {
      giveLetter(place)
      return
    }
    change { $0.cursor = place }
    toggleOption()
    revealCursor()
  }

  mutating func toggleOption() {
    guard let (question, before) = opened, before.outcome == nil else { return }
    if case .match = question.body {
      change { if $0.rights.indices.contains($0.cursor) { $0.rights[$0.cursor] = -1 } }
      return
    }
    if before.cursor < 0 { change { $0.cursor = 0 } }
    guard let (_, present) = opened else { return }
    let option =
      present.order.indices.contains(present.cursor) ? present.order[present.cursor] : present.cursor
    if question.body.takesOneOption {
      change { $0.chosen = [option] }
    } else {
      change { if $0.chosen.remove(option) == nil { $0.chosen.insert(option) } }
    }
  }

  /// Puts the right side of a letter beside the left side under the cursor, and goes to the next one.
  private mutating func giveLetter(_ place: Int) {
    guard let (question, present) = opened, present.order.indices.contains(place) else { return }
    let count = question.body.placeCount
    change {
      if $0.rights.count != count { $0.rights = Array(repeating: -1, count: count) }
      if $0.rights.indices.contains($0.cursor) { $0.rights[$0.cursor] = $0.order[place] }
      $0.cursor = min($0.cursor + 1, count - 1)
    }
    revealCursor()
  }

  /// Moves the item under the cursor, and the cursor with it.
  mutating func moveItem(_ direction: Int) {
    guard let (_, present) = opened else { return }
    let order = present.order
    let target = present.cursor + direction
    guard order.indices.contains(present.cursor), order.indices.contains(target) else { return }
    change {
      $0.order.swapAt(present.cursor, target)
      $0.cursor = target
    }
    state.openQuestion?.isTouched = true
    revealCursor()
  }

  mutating func showHint() {
    guard let (question, _) = opened else { return }
    if state.isExamining {
      say("An exam gives no hints.")
    } else if question.hint.isEmpty {
      say("There is no hint for this question.")
    } else {
      change { $0.isHintShown = true }
      revealQuestion()
      revealCursor()
    }
  }

  mutating func answer() {
    guard let (question, present) = opened, present.outcome == nil else { return }
    if state.openQuestion?.isCut == true {
      state.openQuestion?.isCut = false
      say(
        "More was typed than the \(question.body.entryCapacity) characters that an answer holds · read its end; Enter once more answers"
      )
      return
    }
    if state.openQuestion?.isTyping == true, present.cursor + 1 < question.body.entryCount {
      change { $0.cursor += 1 }
      revealCursor()
      return
    }
    if case .short = question.body, !present.isGrading, !state.isExamining {
      state.openQuestion?.isTyping = false
      change {
        $0.isGrading = true
        $0.cursor = 0
      }
      revealQuestion()
      revealCursor()
      return
    }
    if let doubt = doubt(about: question, present), state.openQuestion?.isConfirming != true {
      state.openQuestion?.isConfirming = true
      say(doubt)
      return
    }
    if present.chosen.isEmpty, question.body.startingPlace < 0 {
      if present.cursor < 0 {
        if state.isExamining, keepsAnswerInExam() { return }
        let letters = (0..<min(3, question.body.placeCount)).map(TypedAnswer.letter).joined(separator: ", ")
        say("Choose with \(letters) or the arrows first; Enter answers then.")
        return
      }
      // Where several are right, the one under the cursor is not meant by that.
      if !question.body.takesOneOption {
        say("Nothing is chosen yet · Space or a letter chooses; Enter answers then.")
        return
      }
    }
    if state.isExamining, question.body.entryCount > 0, !present.hasAnswer(to: question, shown: []),
      keepsAnswerInExam()
    {
      return
    }
    if question.body.takesOneOption, present.chosen.isEmpty { toggleOption() }
    guard let (_, given) = opened, let answer = given.answer(to: question) else { return }
    let grade = Grader.grade(question, answer: answer, workbook: authored(), drawn: given.drawn)
    guard grade.isCounted else {
      say(grade.verdict)
      return
    }
    if state.isExamining {
      keep(nil, of: question.id)
      keepInExam(answer)
      return
    }
    keep(nil, of: question.id)
    state.openQuestion?.isTyping = false
    change {
      $0.outcome = QuestionState.Outcome(
        credit: grade.credit, verdict: grade.verdict,
        answer: grade.isRight || question.body.showsAnswer ? nil : grade.expected)
    }
    if let review = state.reviewAsking(question.id), review.subject.kind != .question {
      effects.append(
        .keepReview(
          card: question.id, version: review.subject.version, grade.isRight ? .good : .again, review.asked))
      revealQuestion()
      return
    }
    effects.append(
      .keepAttempt(
        GivenAnswer(
          question: question, answer: answer, order: given.order, drawn: given.drawn, grade: grade,
          usedHint: given.isHintShown, sureness: given.sureness,
          quiz: takeInSitting(question, answer, grade, usedHint: given.isHintShown),
          review: state.reviewAsking(question.id)?.asked)))
    revealQuestion()
  }

  private var hasAnswerInExam: Bool {
    guard state.isExamining, let round = state.exam, let index = round.index else { return false }
    return round.sitting.answers[index] != nil
  }

  /// Why an answer may be a slip; nil where it is none.
  private func doubt(about question: Question, _ present: QuestionState) -> String? {
    switch question.body {
    case .match:
      let missing = present.rights.count { $0 < 0 }
      if missing == 0 || missing == present.rights.count { return nil }
      return
        "\(missing == 1 ? "1 line has" : "\(missing) lines have") no letter yet · Enter once more answers without"
    case .order:
      return state.openQuestion?.isTouched == true || state.draft(of: question) != nil || hasAnswerInExam
        ? nil : "Nothing was moved yet · J K move an item; Enter once more answers with it as it stands"
    default: return nil
    }
  }

  /// Questions ask about the author's values, whatever the reader tries beside them.
  func authored() -> Workbook {
    var workbook = state.book.workbook
    if !workbook.scenario.isEmpty { _ = workbook.apply(Scenario()) }
    return workbook
  }

  mutating func tryAgain() {
    guard let (question, _) = opened else { return }
    state.openQuestion = nil
    draw(question, seed: nextSeed())
    openQuestion(question.id)
  }
}

extension QuestionState {
  /// What the learner answered, in the author's indices.
  func answer(to question: Question) -> Answer? {
    switch question.body {
    case .choice, .multiple: .options(chosen.sorted())
    case .trueFalse: chosen.first.map { .truth($0 == 0) }
    case .numeric, .fill: .text(entries.map(\.text))
    case .order: .order(order)
    case .match(let pairs):
      .match(rights.count == pairs.count ? rights : Array(repeating: -1, count: pairs.count))
    case .short: .rubric(text: entries.first?.text ?? "", points: chosen.sorted())
    }
  }
}

extension QuestionBody {
  /// Whether the right answer stands among what is on the screen already.
  var showsAnswer: Bool {
    switch self {
    case .choice, .multiple, .trueFalse, .short: true
    case .numeric, .fill, .order, .match: false
    }
  }
}
