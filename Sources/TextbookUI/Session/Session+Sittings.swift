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

  /// Asks the record for a quiz that was left in the middle; `begin` follows.
  mutating func askForQuiz(_ request: QuizRequest) {
    guard let chapter = state.book.chapters[request.chapter] else {
      complain("The chapter \(request.chapter) is not read yet.")
      return
    }
    guard !chapter.questions.isEmpty else {
      say("This chapter has no questions.")
      return
    }
    if request.continues { effects.append(.findQuiz(request)) } else { begin(request, saved: nil) }
  }

  /// Begins a quiz, or goes on with one that was left.
  mutating func begin(_ request: QuizRequest, saved: QuizSession?) {
    guard let chapter = state.book.chapters[request.chapter] else { return }
    let known = Set(chapter.questions.map(\.id))
    let isUsable =
      saved.map { $0.plan == request.plan && $0.items.contains { known.contains($0.question) } } == true
    let quiz: QuizSession
    if let saved, isUsable {
      quiz = saved
      let number = (saved.nextIndex ?? 0) + 1
      say("You left this quiz at question \(number) · N begins a new one")
    } else {
      let pool = chapter.questions.filter { !state.suspended.contains($0.id) }
      quiz = QuizSession(
        pool: pool, chapter: chapter.id, plan: request.plan, seed: request.seed ?? nextSeed())
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
    for item in quiz.items where item.credit == nil { state.questions[item.question] = nil }
    state.sitting = sitting
    effects.append(.saveQuiz(quiz))
    showSitting()
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
    if state.sitting?.index == nil { focusFirst { $0.kind == Sitting.address.kind } }
    guard let sitting = state.sitting, let index = sitting.index else { return }
    state.sitting?.shownAt = state.now
    let item = sitting.quiz.items[index]
    guard let question = state.question(item.question) else { return }
    if state.questions[item.question] == nil { draw(question, seed: item.seed) }
    openQuestion(item.question)
  }

  /// Keeps an answer in the sitting that asked for it.
  mutating func keepInSitting(_ question: Question, _ answer: Answer, _ grade: Grade, usedHint: Bool) {
    guard var sitting = state.sitting, let index = sitting.index,
      sitting.quiz.items[index].question == question.id
    else { return }
    let isKept = sitting.quiz.record(
      answer, grade: grade, seconds: max(0, state.now - sitting.shownAt), usedHint: usedHint, at: index)
    state.sitting = sitting
    if isKept { effects.append(.saveQuiz(sitting.quiz)) }
    let isWhole = sitting.quiz.plan.sections == nil && !sitting.isRetry
    if sitting.quiz.isFinished, sitting.quiz.isPassed, isWhole {
      state.chaptersPassed.insert(sitting.quiz.chapter)
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

  /// Links on the page of a sitting.
  mutating func actInSitting(_ action: String) {
    guard let sitting = state.sitting else {
      askForQuiz()
      return
    }
    switch action {
    case "retry":
      guard let retry = sitting.quiz.retry(seed: nextSeed()) else { return }
      for item in retry.items { state.questions[item.question] = nil }
      start(retry)
      state.sitting?.isRetry = true
    case "new":
      for item in sitting.quiz.items { state.questions[item.question] = nil }
      begin(QuizRequest(chapter: sitting.quiz.chapter, plan: sitting.quiz.plan, continues: false), saved: nil)
    default: leaveSitting()
    }
  }

  /// Back to where the reader came from; what was answered is kept, and the quiz can go on.
  mutating func leaveSitting() {
    guard let sitting = state.sitting else { return }
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
    if state.isInSitting {
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
    effects.append(.setClock(false))
    showSitting()
    say("The time is up.")
  }
}
