import Content
import Engine
import Terminal
import Typesetting

/// What the first page is made of, and the frame that is kept for the next start.
extension Reader {
  /// What of the book is read for the first page.
  struct Opening: Equatable {
    /// Nil in a book without any.
    var chapter: String?
    /// The block with which the page begins; nil for the whole chapter.
    var block: Int?
    var scenario = Scenario()

    init(chapter: String?, block: Int, _ options: Options, _ loader: BookLoader) {
      let ids = loader.manifest.chapterIDs
      self.chapter = chapter.flatMap { ids.contains($0) ? $0 : nil } ?? ids.first
      self.block = options.quiz == nil && options.place == nil ? block : nil
    }

    func book(
      from loader: BookLoader, after other: Opening? = nil, _ read: Result<Book, BookError>? = nil
    ) throws(BookError) -> Book {
      let isSame = other?.chapter == chapter && other?.block == block
      return try loader.open(
        chapter: chapter, scenario: scenario, pageFrom: block, known: isSame ? try? read?.get() : nil)
    }
  }

  /// Shows the page on which the book was left, as it was kept then, while the book is read.
  ///
  /// - Returns: whether there was one for this screen and these files.
  public static func drawFirstFrame(file: String, book: String, on screen: any Screen) -> Bool {
    let kept = FirstFrame(path: file, book: book)
    guard let (frame, theme) = kept.frame(size: screen.size, isUnicode: screen.isUnicode) else {
      return false
    }
    if let theme = theme.flatMap(Theme.named) { screen.setTheme(theme) }
    screen.draw(frame)
    return true
  }

  func keepFirstFrame(after state: ReaderState, on screen: any Screen) {
    guard let path = options.firstFrame, state.isComplete else { return }
    // The next start comes back to a chapter, not to a page that was written.
    let place = state.isWritten ? state.lastPlace : nil
    if state.isWritten, place == nil { return }
    var next = ReaderState(
      book: state.book, chapterID: place?.chapter ?? state.chapterID, size: screen.size,
      isASCII: state.isASCII,
      isComplete: true,
      seed: state.seed)
    next.ticked = state.ticked
    next.sectionsRead = state.sectionsRead
    next.settings = state.settings
    next.keys = state.keys
    next.notes = state.notes
    next.top = place?.position ?? state.top
    let chapter = next.chapter
    FirstFrame(path: path, book: loader.folder).keep(
      Session(next).frame, size: screen.size, isUnicode: screen.isUnicode,
      theme: state.settings.theme ?? state.terminalTheme,
      place: Destination(chapter: next.chapterID, position: next.top),
      files: ["book.yaml", chapter.file, "questions/\(chapter.id).md"])
  }
}
