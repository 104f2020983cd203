import Content
import Engine

/// What can be asked about a number. The name is the kind of the page that answers.
enum Analysis: String, Hashable, Sendable, CaseIterable {
  case derivation, sweep, solve, sensitivity
}

/// A value of a calculator, with the input that a question about it is likely about.
struct ValueSubject: Hashable, Sendable {
  var calculator: String
  /// An output or let.
  var value: String
  var input: String?
}

/// What is asked for on the last line.
enum Ask: Hashable, Sendable {
  /// The value that a number is to have.
  case target(ValueSubject)
  /// What a constant or figure is to be.
  case override(String)
  /// The name of a scenario that is to be kept.
  case scenarioName
  /// The file that a scenario is to be written to, or read from.
  case fileToWrite(String)
  case fileToRead

  /// The words before what is typed.
  func lead(in book: Book) -> String {
    switch self {
    case .target(let subject): "What is “\(book.label(of: subject.value, in: subject.calculator))” to be?"
    case .override(let figure): "\(book.title(ofFigure: figure)) ="
    case .scenarioName: "Keep what is changed as:"
    case .fileToWrite(let name): "Write “\(name)” to the file:"
    case .fileToRead: "Read a scenario from the file:"
    }
  }
}

extension Prompt {
  var isAsking: Bool {
    if case .ask = kind { true } else { false }
  }
}
