import Content
import Engine
import Learning

/// What a request asks of the world outside the state.
enum Effect: Hashable, Sendable {
  case quit
  /// Stop as Ctrl-Z does.
  case stop
  /// Draw everything anew.
  case redraw
  case setMouse(Bool)
  case savePlace(ReadingPlace)
  case saveScenario(Scenario)
  case setTick(String, Bool)
  case setRead(section: String, chapter: String)
  case calculatorUsed(String)
  /// The learner began to look at a question.
  case questionOpened(String)
  /// To be kept before the next key is read.
  case keepAttempt(GivenAnswer)
  /// A chapter of which only the outline is here is to be read, and the book that has it to be given back.
  case read(chapter: String)
}

/// An answer with what is needed to keep it.
struct GivenAnswer: Hashable, Sendable {
  var question: Question
  var answer: Answer
  /// The author's indices as they were shown.
  var order: [Int]
  /// Entries drawn for inputs, by name.
  var drawn: [String: String]
  var grade: Grade
  var usedHint: Bool
}
