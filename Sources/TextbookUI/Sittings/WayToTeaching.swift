import Content

extension Session {
  /// Finds the paragraph that teaches a question while its answer is kept, so that the results are there at once.
  mutating func findTeaching(of question: Question, in chapter: String) {
    guard state.teaching[question.id] == nil else { return }
    var places = TeachingPlaces(state.book)
    state.teaching[question.id] = places.place(of: question, in: chapter)
  }

  /// `r`: to the paragraph that teaches the question that was answered.
  mutating func readAgain() {
    guard let id = state.openQuestion?.id,
      let chapter = state.book.chapters.values.first(where: { $0.questions.contains { $0.id == id } }),
      let question = chapter.questions.first(where: { $0.id == id })
    else {
      say("The answer stands above: no paragraph of the book is about this card alone.")
      return
    }
    findTeaching(of: question, in: chapter.id)
    guard let place = state.teaching[id] else {
      say("The question names no section of its chapter.")
      return
    }
    closePlaces()
    go(to: Destination(chapter: place.chapter, position: PagePosition(block: place.block)))
  }

  /// Back on the page of a quiz or a review, keys go to its question as they did before.
  mutating func resumeAsking() {
    guard state.openQuestion == nil else { return }
    if state.isInSitting, let sitting = state.sitting, let index = sitting.index {
      openQuestion(sitting.quiz.items[index].question)
    } else if state.isInReview, let round = state.round, let index = round.index {
      openQuestion(round.session.items[index].id)
    }
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
