import Content
import Learning

/// The learner's record of a reader, opened beside the reading from `begin` on.
public struct RecordOpening: Sendable {
  let keeper: RecordKeeper
  /// The chapter that the reader asked for, by its id.
  let chapter: String?

  /// A record that is not opened yet.
  ///
  /// - Parameter open: opens it. One that can not be opened is reported on the screen, and reading goes on without it.
  /// - Throws: when there is no chapter as `options` name it.
  public init(
    loader: BookLoader, options: Reader.Options, open: @escaping @Sendable () throws(RecordError) -> Record
  ) throws(BookError) {
    var chapter: String?
    if let name = options.chapter { chapter = try loader.chapterID(named: name) }
    self.chapter = chapter
    keeper = RecordKeeper(book: loader.manifest.id, chapter: chapter, open: open)
  }

  /// Begins to open it. A reader that is made of it waits for this.
  public func begin() { keeper.begin() }
}
