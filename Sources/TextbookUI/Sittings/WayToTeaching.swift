import Content

extension Session {
  /// Finds the paragraph that teaches a question while its answer is kept, so that the results are there at once.
  mutating func findTeaching(of question: Question, in chapter: String) {
    guard state.teaching[question.id] == nil else { return }
    var places = TeachingPlaces(state.book)
    state.teaching[question.id] = places.place(of: question, in: chapter)
  }
}

extension ReaderState {
  /// A sentence with a link to the paragraph that teaches a question: its section and its first words.
  func way(to question: Question, in chapter: String, _ places: inout TeachingPlaces) -> [Inline]? {
    guard let place = teaching[question.id] ?? places.place(of: question, in: chapter) else { return nil }
    let address = PageAddress("at", place.chapter, "\(place.block)")
    var way: [Inline] = [.text("Read "), .link(to: address, book.title(of: place))]
    if let words = book.chapters[place.chapter]?.firstWords(of: place.block)?.trimmed, !words.isEmpty {
      way.append(.text(": “\(Self.shortened(words))”"))
    }
    return way
  }

  /// As many whole words as stand in a line beside the section's title.
  private static func shortened(_ words: String) -> String {
    if words.count <= 32 { return words }
    return words.prefix(32).split(separator: " ").dropLast().joined(separator: " ") + " …"
  }
}
