import Learning

/// What works beside the loop that waits for keys.
struct Helpers {
  let inbox: Inbox
  let finder: Finder
  let rereader: Rereader
  let clock: Clock
  let fitter: ReviewFitter

  func stop() {
    clock.set(false)
    finder.stop()
    rereader.stop()
    fitter.stop()
  }
}
