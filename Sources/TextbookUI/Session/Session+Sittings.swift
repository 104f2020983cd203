import Content
import Learning
import Typesetting

extension Session {
  /// `Q`: a quiz of the chapter that is read.
  mutating func askForQuiz() {
    if state.sitting != nil, state.chapterID == Sitting.address.description {
      say("You are in a quiz · Esc leaves it, and it can go on later.")
      return
    }
    let id = state.isWritten ? state.lastPlace?.chapter ?? state.chapterID : state.chapterID
    askForQuiz(QuizRequest(chapter: id))
  }

  /// Asks the record for quizzes that were left; `begin` follows.
  mutating func askForQuiz(_ request: QuizRequest) {
    if state.hasOpenExam {
      say("Quizzes and reviews are closed until the exam is handed in.")
      return
    }
    guard let chapter = state.book.chapters[request.chapter] else {
      complain("The chapter \(request.chapter) is not read yet · try again in a moment")
      return
    }
    guard !chapter.questions.isEmpty else {
      say("This chapter has no questions.")
      return
    }
    if request.continues { effects.append(.findQuiz(request)) } else { begin(request, left: []) }
  }

  /// Begins a quiz, or goes on with one that was left.
  mutating func begin(_ request: QuizRequest, left: [QuizSession]) {
    guard let chapter = state.book.chapters[request.chapter] else { return }
    let known = Set(chapter.questions.map(\.id))
    let quiz: QuizSession
    if let found = request.quiz(among: left, known: known) {
      let goesOn = found.asking(known)
      let gone = found.items.count - goesOn.items.count
      quiz = goesOn
      say(
        gone > 0
          ? "\(gone == 1 ? "1 question is" : "\(gone) questions are") no longer in the book; the quiz goes on without"
          : goesOn.nextIndex.map { "You left this quiz at question \($0 + 1) · N begins a new one" }
            ?? "You left this quiz before its results")
    } else {
      let pool = chapter.questions.filter { !state.suspended.contains($0.id) }
      quiz = QuizSession(
        pool: pool, chapter: chapter.id, plan: request.plan ?? QuizPlan(), seed: request.seed ?? nextSeed())
      if let other = left.first(where: { $0.answered > 0 && !$0.isFinished }) {
        say("Your quiz of \(other.items.count) with \(other.answered) answered waits until this one is done")
      }
    }
    guard !quiz.items.isEmpty else {
      say("No question of this chapter is of the sections and kinds that were asked for.")
      return
    }
    start(quiz, minutes: request.minutes)
  }

  private mutating func start(_ quiz: QuizSession, minutes: Double? = nil) {
    let origin = state.sitting?.origin ?? (state.isWritten ? state.lastPlace ?? here : here)
    var sitting = Sitting(quiz: quiz, origin: origin)
    sitting.beganAt = state.now
    sitting.limit = minutes.map { $0 * 60 }
    if sitting.limit != nil { effects.append(.setClock(true)) }
    state.drafts[.quiz] = [:]
    for item in quiz.items where item.credit != nil { putBack(item, of: quiz.chapter) }
    state.sitting = sitting
    effects.append(.saveQuiz(quiz))
    showSitting()
  }

  /// A question of the quiz as it was answered before.
  private mutating func putBack(_ item: QuizItem, of chapter: String) {
    guard let question = state.book.chapters[chapter]?.questions.first(where: { $0.id == item.question })
    else {
      return
    }
    let draw = QuestionDraw(question, workbook: authored(), seed: item.seed)
    var present = QuestionState(question, answer: item.answer, draw: draw, workbook: authored())
    let credit = item.credit ?? 0
    let expected = item.answer.flatMap {
      Grader.grade(question, answer: $0, workbook: authored(), drawn: draw.inputs).expected
    }
    present.outcome = QuestionState.Outcome(
      credit: credit, verdict: item.verdict ?? "",
      answer: credit >= 1 || question.body.showsAnswer ? nil : expected)
    state.drafts[.quiz, default: [:]][item.question] = present
  }

  /// Another number for each draw.
  mutating func nextSeed() -> UInt64 {
    state.seed = state.seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state.seed
  }

  /// Shows the page of the sitting: its question, open for an answer, or the results.
  mutating func showSitting() {
    closePlaces()
    state.pageNumber += 1
    let isNew = state.chapterID != Sitting.address.description
    go(to: Destination(chapter: Sitting.address.description), remembering: isNew)
    renewWrittenPage()
    state.top = PagePosition()
    noteResultsSeen()
    if state.sitting?.index == nil { focusFirst { $0.kind == Sitting.address.kind } }
    guard let sitting = state.sitting, let index = sitting.index else { return }
    state.sitting?.shownAt = state.now
    let item = sitting.quiz.items[index]
    guard let question = state.question(item.question) else { return }
    if state.questions[item.question] == nil { draw(question, seed: item.seed) }
    openQuestion(item.question)
  }

  /// Takes an answer into the sitting that asked for it.
  ///
  /// - Returns: the quiz with the answer; nil where no quiz asked, or it has an answer already.
  mutating func takeInSitting(
    _ question: Question, _ answer: Answer, _ grade: Grade, usedHint: Bool
  ) -> AskedItem<QuizSession>? {
    guard state.isInSitting, var sitting = state.sitting, let index = sitting.index,
      sitting.quiz.items[index].question == question.id,
      sitting.quiz.record(
        answer, grade: grade, seconds: max(0, state.now - sitting.shownAt), usedHint: usedHint, at: index)
    else { return nil }
    state.sitting = sitting
    if !grade.isRight { findTeaching(of: question, in: sitting.quiz.chapter) }
    let quiz = sitting.quiz
    if quiz.isFinished, quiz.isPassed, quiz.countsForChapter { state.chaptersPassed.insert(quiz.chapter) }
    state.pageNumber += 1
    renewWrittenPage()
    return AskedItem(session: quiz, index: index)
  }

  /// Takes the quiz as the record has it, with what was answered in another window.
  mutating func take(_ quiz: QuizSession) {
    guard let sitting = state.sitting, sitting.quiz.id == quiz.id else { return }
    state.sitting?.quiz = quiz
    if let index = sitting.index, quiz.items[index].answer != sitting.quiz.items[index].answer {
      say("This question was answered in another window before; that answer counts.")
    }
    state.pageNumber += 1
    renewWrittenPage()
  }

  /// Enter after an answer in a sitting: the next question, after the last one the results.
  mutating func goOnInSitting() {
    guard var sitting = state.sitting, let index = sitting.index else { return }
    let next = sitting.quiz.items.indices.first { $0 > index && sitting.quiz.items[$0].credit == nil }
    sitting.index = next ?? sitting.quiz.nextIndex
    state.sitting = sitting
    if sitting.index == nil { effects.append(.setClock(false)) }
    showSitting()
  }

  /// Whether the quiz on the screen is at a question that its author removed meanwhile.
  var asksWhatIsGone: Bool {
    guard state.isInSitting, let sitting = state.sitting, let index = sitting.index else { return false }
    return state.question(sitting.quiz.items[index].question) == nil
  }

  /// Goes on with what the book still has.
  mutating func goOnWithoutGone() {
    guard var sitting = state.sitting, let chapter = state.book.chapters[sitting.quiz.chapter] else { return }
    sitting.quiz = sitting.quiz.asking(Set(chapter.questions.map(\.id)))
    sitting.index = sitting.quiz.nextIndex
    state.sitting = sitting
    effects.append(.saveQuiz(sitting.quiz))
    if sitting.index == nil { effects.append(.setClock(false)) }
    showSitting()
  }

  /// Links on the page of a sitting.
  mutating func actInSitting(_ action: String) {
    guard let sitting = state.sitting else {
      askForQuiz()
      return
    }
    switch action {
    case "retry":
      guard let retry = sitting.quiz.retry(seed: nextSeed()) else { return }
      start(retry)
    case "new":
      if !sitting.quiz.isFinished { effects.append(.endQuiz(sitting.quiz.id)) }
      begin(QuizRequest(chapter: sitting.quiz.chapter, plan: sitting.quiz.plan, continues: false), left: [])
    default: leaveSitting()
    }
  }

  /// Back to where the reader came from; what was answered is kept, and the quiz can go on.
  mutating func leaveSitting() {
    guard let sitting = state.sitting else { return }
    keepDraft()
    state.openQuestion = nil
    state.sitting = nil
    effects.append(.setClock(false))
    if !sitting.quiz.isFinished { say("The quiz waits for you · Q goes on with it") }
    let message = state.message
    go(to: sitting.origin, remembering: false)
    if message != nil { state.message = message }
  }

  /// `N`: another quiz in place of the one that is taken.
  mutating func newQuiz() {
    if state.isInSitting, let sitting = state.sitting {
      let quiz = sitting.quiz
      if !quiz.isFinished, quiz.answered > 0, !sitting.isConfirming {
        state.sitting?.isConfirming = true
        say(
          "\(quiz.answered) of \(quiz.items.count) are answered · N once more drops this quiz for a new one")
        return
      }
      actInSitting("new")
    } else {
      say("There is no quiz to begin anew · Q begins one.")
    }
  }

  /// The time of a sitting with a limit is up: what is not answered counts nothing.
  mutating func tick() {
    guard let sitting = state.sitting, sitting.index != nil, let left = sitting.secondsLeft(at: state.now),
      left <= 0
    else { return }
    state.sitting?.index = nil
    effects += [.setClock(false), .endQuiz(sitting.quiz.id)]
    showSitting()
    say("The time is up.")
  }

  /// The results of a quiz are on the screen; until then the quiz counts as left.
  private mutating func noteResultsSeen() {
    guard let sitting = state.sitting, sitting.index == nil, sitting.quiz.awaitsResults == true else {
      return
    }
    state.sitting?.quiz.noteResultsSeen()
    if let quiz = state.sitting?.quiz { effects.append(.saveQuiz(quiz)) }
  }
}
