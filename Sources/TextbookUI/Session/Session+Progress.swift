import Content
import Learning

extension Session {
  /// What the three marks in the first line mean, when the learner's first one appeared: before, no chapter had any.
  mutating func explainMarks() {
    let marks = state.marks(of: state.chapter)
    guard marks.isBegun, !state.isWritten, state.message == nil else { return }
    let keys = state.keys.keys(for: .askProgress, in: .page).first.map { " · \($0.name): all chapters" } ?? ""
    // Short enough for the last line of 80 columns: in a box it would cover what is read.
    say("\(marks.text(isASCII: state.isASCII)): all read, a calculator used, the quiz passed\(keys)")
  }

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
