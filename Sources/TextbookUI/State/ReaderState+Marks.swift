import Content

/// The three marks that make a chapter complete.
struct ChapterMarks: Hashable, Sendable {
  var isRead: Bool
  var isUsed: Bool
  var isPassed: Bool

  /// Whether there is anything to show.
  var isBegun: Bool { isRead || isUsed || isPassed }

  /// `●●○`: read, used, passed.
  func text(isASCII: Bool) -> String {
    [isRead, isUsed, isPassed].map { isASCII ? ($0 ? "*" : ".") : ($0 ? "●" : "○") }.joined()
  }
}

extension ReaderState {
  /// Whether the learner has any of the marks, in any chapter.
  var hasMarks: Bool {
    !calculatorsUsed.isEmpty || !chaptersPassed.isEmpty
      || sectionsRead.keys.contains { id in book.chapters[id].map { marks(of: $0).isRead } ?? false }
  }

  /// What is done of a chapter: all its sections read, something changed in a calculator of it, its quiz passed. What a
  /// chapter does not have needs not be done, but is no beginning either.
  func marks(of chapter: Chapter) -> ChapterMarks {
    let sections = chapter.sections.filter { $0.level == 2 }.compactMap(\.id)
    let read = sectionsRead[chapter.id] ?? []
    return ChapterMarks(
      isRead: !sections.isEmpty && sections.allSatisfy(read.contains),
      isUsed: chapter.calculators.contains { calculatorsUsed.contains($0.id) },
      isPassed: chaptersPassed.contains(chapter.id))
  }
}
