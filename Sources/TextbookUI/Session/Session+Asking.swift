import Content
import Engine
import Typesetting

extension Session {
  /// Takes what was typed; where it does not fit, it stays and a message says what is expected.
  mutating func answer(_ ask: Ask, _ prompt: Prompt) {
    let text = prompt.entry.text.trimmed
    var problem: String?
    switch ask {
    case .target(let subject):
      if text.isEmpty { return }
      problem = solve(subject, for: text).map(Self.words)
    case .override(let figure): problem = override(figure, to: text)
    case .scenarioName: problem = keepScenario(as: text)
    case .fileToWrite(let name): problem = write(name, to: text)
    case .fileToRead:
      if text.isEmpty { return }
      effects.append(.readScenario(path: text))
    }
    guard let problem else { return }
    state.prompt = prompt
    complain(problem)
  }

  static func words(_ diagnostic: Diagnostic) -> String {
    diagnostic.hint.map { "\(diagnostic.message); \($0)" } ?? diagnostic.message
  }

  /// Asks what a constant or figure is to be.
  mutating func askForFigure(_ id: String) {
    guard let text = state.book.workbook.entry(ofFigure: id) else {
      complain("There is no constant or figure \(id) · X lists those that there are")
      return
    }
    state.prompt = Prompt(kind: .ask(.override(id)), entry: EntryState(text), origin: state.top)
  }

  /// - Returns: what is wrong with the entry.
  private mutating func override(_ id: String, to text: String) -> String? {
    let library = state.book.workbook.library
    let before = state.book.workbook
    let title = state.book.title(ofFigure: id)
    let isAuthored = text.isEmpty || text == library.figure(id)?.text
    do throws(Diagnostic) {
      try state.book.workbook.setOverride(id, to: isAuthored ? nil : text)
    } catch {
      return Self.words(error).replacing("“\(id)”", with: "“\(title)”")
    }
    numbersChanged()
    let count = state.book.workbook.differences(from: before.scenario, to: state.scenario).count
    let what =
      isAuthored
      ? "\(title) is the book's again"
      : "\(title) is \(state.book.workbook.text(ofFigure: id) ?? text)"
    say("\(what): \(count) \(count == 1 ? "value changes" : "values change") · X shows them")
    return nil
  }
}
