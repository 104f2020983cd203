import Content
import Dispatch
import Foundation
import Learning
import Terminal

/// What a session asks to be done outside of its state.
extension Reader {
  /// - Returns: whether the reader is done.
  func perform(
    _ request: Request?, _ session: inout Session, _ screen: any Screen, _ helpers: Helpers
  ) -> Bool {
    guard let request else { return false }
    session.state.date = Date()
    session.state.now = Double(DispatchTime.now().uptimeNanoseconds) / 1e9
    return carryOut(session.perform(request), &session, screen, helpers)
  }

  /// - Returns: whether the reader is done.
  func carryOut(
    _ effects: [Effect], _ session: inout Session, _ screen: any Screen, _ helpers: Helpers
  ) -> Bool {
    var isOver = false
    for effect in effects {
      switch effect {
      case .quit: isOver = true
      case .stop: screen.stop()
      case .redraw: screen.redraw()
      case .setMouse(let isOn): screen.setMouse(isOn)
      case .savePlace(let place): keeper.save(place)
      case .find(let text): helpers.finder.find(text)
      case .findQuiz(let request):
        let left = keeper.leftQuizzes(chapter: request.chapter)
        isOver = perform(.beginQuiz(request, left), &session, screen, helpers) || isOver
      case .saveQuiz(let quiz): keeper.save(quiz)
      case .endQuiz(let id): keeper.endSession(id)
      case .findReview(let minutes):
        if let start = keeper.review(of: session.state.book, minutes: minutes) {
          isOver = perform(.beginReview(start), &session, screen, helpers) || isOver
        }
      case .saveExam(let sitting): keeper.save(sitting)
      case .findExam(let start):
        let (start, saved) = keeper.sitting(for: start)
        isOver = perform(.beginExam(start, saved), &session, screen, helpers) || isOver
      case .handIn(let sitting, let file):
        let (result, problem) = keeper.handIn(sitting, to: file, book: session.state.book)
        isOver = perform(.examResult(result, problem: problem), &session, screen, helpers) || isOver
      case .findProgress:
        if let progress = keeper.progress(in: session.state.book) {
          isOver = perform(.progress(progress), &session, screen, helpers) || isOver
        }
      case .saveReview(let review, let isFinished):
        keeper.save(review, isFinished: isFinished)
        if isFinished { helpers.fitter.consider() }
      case .keepReview(let card, let version, let rating, let asked):
        if let (review, card) = keeper.keepReview(card: card, version: version, rating: rating, asked: asked)
        {
          isOver = perform(.reviewed(review, card), &session, screen, helpers) || isOver
        }
      case .rerate(let review, let rating):
        if let (review, card) = keeper.rerate(review, as: rating) {
          isOver = perform(.reviewed(review, card), &session, screen, helpers) || isOver
        }
      case .setSubjects(let subjects): keeper.setSubjects(subjects)
      case .setClock(let isOn): helpers.clock.set(isOn)
      case .suspend(let question, let isSuspended): keeper.setSuspended(question, isSuspended)
      case .flag(let question, let text): keeper.flag(question, text)
      case .edit(let file, let line):
        var problem: String?
        screen.suspended { problem = Editor.open(loader.folder + "/" + file, line: line) }
        if let problem { _ = session.perform(.report(Message(text: problem, isError: true))) }
      case .saveScenario(let scenario): keeper.save(scenario)
      case .reading(let effect):
        let further = carryOut(effect, &session, screen)
        isOver = carryOut(further, &session, screen, helpers) || isOver
      case .keepScenario(let name, let scenario): keeper.keep(scenario, named: name)
      case .writeFile(let path, let text): _ = session.perform(.report(Files.write(text, to: path)))
      case .readScenario(let path):
        switch Files.scenario(path) {
        case .success(let scenario):
          isOver = perform(.scenarioRead(scenario), &session, screen, helpers) || isOver
        case .failure(let error):
          let words = [error.message, error.advice ?? ""].filter { !$0.isEmpty }.joined(separator: "; ")
          _ = session.perform(.report(Message(text: words, isError: true)))
        }
      case .copy(let text):
        _ = session.perform(.report(Files.copy(text, on: screen, orTo: options.clipboardFile)))
      case .setTick(let item, let isSet): keeper.setTick(item, isSet)
      case .setRead(let section, let chapter): keeper.setRead(section, chapter: chapter)
      case .calculatorUsed(let id): keeper.noteUse(of: id)
      case .questionOpened(let id): keeper.noteOpening(of: id)
      case .keepAttempt(let given):
        let kept = keeper.keep(given)
        if let (review, card) = kept.review {
          isOver = perform(.reviewed(review, card), &session, screen, helpers) || isOver
        }
        if let quiz = kept.quiz { session.take(quiz) }
        if given.quiz?.session.isFinished == true { helpers.fitter.consider() }
      case .read(let chapter):
        let book = helpers.rereader.loader.complete(chapter, of: session.state.book).linkingTerms()
        helpers.rereader.watch(book)
        isOver =
          perform(.completed(CompletedBook(book: book, number: 2)), &session, screen, helpers) || isOver
      }
    }
    return isOver
  }

  /// Takes what became of answers that could not be recorded at once.
  func takeRecorded(
    _ session: inout Session, _ screen: any Screen, _ helpers: Helpers
  ) -> Bool {
    var isOver = false
    for kept in keeper.takeLate() {
      if let (review, card) = kept.review {
        isOver = perform(.reviewed(review, card), &session, screen, helpers) || isOver
      }
      if let quiz = kept.quiz { session.take(quiz) }
    }
    let count = keeper.unwrittenCount
    if count == 0, session.state.unrecorded > 0 {
      _ = session.perform(.report(Message(text: "What was not recorded is recorded now.")))
    }
    session.state.unrecorded = count
    return isOver
  }
}
