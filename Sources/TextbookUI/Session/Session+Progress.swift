import Content
import Learning

extension Session {
  /// `P`: how far the learner is.
  mutating func show(_ progress: LearningProgress) {
    state.progress = progress
    state.reviewKinds = progress.subjects
    state.pageNumber += 1
    let address = PageAddress("progress")
    if state.chapterID == address.description {
      renewWrittenPage()
      return
    }
    guard let page = state.page(at: address) else { return }
    present(page, at: Destination(chapter: address.description))
  }

  /// An exam draws from the whole book.
  mutating func askForExam(_ start: ExamStart) {
    guard state.isComplete else {
      state.waitingExam = start
      say("Reading the book …")
      return
    }
    effects.append(.findExam(start))
  }
}
