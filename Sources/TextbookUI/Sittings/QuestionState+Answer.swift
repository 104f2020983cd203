import Content
import Engine
import Learning
import Typesetting

extension QuestionState {
  /// A question as it stood when it was answered; nil is no answer.
  ///
  /// - Parameter workbook: with the author's values.
  init(_ question: Question, answer: Answer?, draw: QuestionDraw, workbook: Workbook) {
    let count = question.body.entryCount
    self.init(
      cursor: question.body.startingPlace, order: draw.optionOrder,
      entries: Array(repeating: EntryState(), count: count), drawn: draw.inputs)
    unitWords = Grader.unitWords(of: question, workbook: workbook, drawn: draw.inputs)
    if let answer { take(answer, to: question) }
  }

  /// Stands as it did when an answer was given.
  mutating func take(_ answer: Answer, to question: Question) {
    let count = question.body.entryCount
    switch answer {
    case .options(let indices): chosen = Set(indices)
    case .truth(let value): chosen = [value ? 0 : 1]
    case .text(let texts):
      entries = (0..<count).map { EntryState(texts.indices.contains($0) ? texts[$0] : "") }
    case .order(let indices): order = indices
    case .match(let indices): rights = indices
    case .rubric(let text, let points):
      entries = [EntryState(text)]
      chosen = Set(points)
    }
  }

  /// Whether something was done that can be taken as an answer.
  ///
  /// - Parameter shown: the order in which items were shown at first.
  func hasAnswer(to question: Question, shown: [Int]) -> Bool {
    switch question.body {
    case .choice, .multiple, .trueFalse: !chosen.isEmpty
    case .numeric, .fill, .short: entries.contains { !$0.text.trimmed.isEmpty }
    case .order: order != shown
    case .match: rights.contains { $0 >= 0 }
    }
  }
}

extension QuestionBody {
  /// Where the cursor is at first; before the first option where options are chosen, so that none seems chosen.
  var startingPlace: Int {
    switch self {
    case .choice, .multiple, .trueFalse: -1
    case .numeric, .fill, .order, .match, .short: 0
    }
  }
}
