/// What works beside the loop that waits for keys.
struct Helpers {
  let inbox: Inbox
  let finder: Finder
  let rereader: Rereader
  let clock: Clock

  func stop() {
    clock.set(false)
    finder.stop()
    rereader.stop()
  }
}
