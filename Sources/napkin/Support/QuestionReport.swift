import Content
import Typesetting

/// A question as programs read it.
struct QuestionReport: Encodable {
  struct Option: Encodable {
    var text: String
    var correct: Bool
    var feedback: String?
  }

  /// Two things that belong together.
  struct Pair: Encodable {
    var left: String
    var right: String
  }

  /// One text, the accepted texts of each gap, the items in their right order, or pairs.
  enum Answer: Encodable {
    case text(String)
    case truth(Bool)
    case gaps([[String]])
    case items([String])
    case pairs([Pair])

    func encode(to encoder: Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .text(let text): try container.encode(text)
      case .truth(let truth): try container.encode(truth)
      case .gaps(let gaps): try container.encode(gaps)
      case .items(let items): try container.encode(items)
      case .pairs(let pairs): try container.encode(pairs)
      }
    }
  }

  var id: String
  var kind: String
  var chapter: String
  var section: String?
  var objective: String?
  var difficulty: Int
  var stem: String
  var options: [Option]
  var answer: Answer?
  /// Of a numeric answer, as the author wrote it.
  var tolerance: String?
  /// What a good short answer says.
  var rubric: [String]?
  var hint: String?
  var explanation: String?

  init(_ question: Question, of chapter: Chapter, in book: Book) {
    func text(_ blocks: [Block]) -> String { PlainText.of(blocks, of: chapter, in: book) }
    func some(_ blocks: [Block]) -> String? { blocks.isEmpty ? nil : text(blocks) }
    id = question.id
    kind = question.body.kind
    self.chapter = chapter.id
    section = question.section
    objective = question.objective
    difficulty = question.difficulty
    stem = text(question.stem)
    hint = some(question.hint)
    explanation = some(question.explanation)
    options = []
    switch question.body {
    case .choice(let found), .multiple(let found):
      options = found.map {
        Option(text: text($0.content), correct: $0.isCorrect, feedback: some($0.feedback))
      }
      let right = options.filter(\.correct).map(\.text)
      answer = kind == "choice" ? right.first.map(Answer.text) : .items(right)
    case .trueFalse(let truth, let feedback):
      options = [true, false].map {
        Option(
          text: $0 ? "True" : "False", correct: $0 == truth, feedback: $0 == truth ? nil : some(feedback))
      }
      answer = .truth(truth)
    case .numeric(let numeric):
      let value = book.workbook.inline(numeric.answer, near: nil)
      answer = .text(value.error == nil ? value.text : numeric.answer)
      tolerance = numeric.tolerance
    case .fill(let gaps): answer = .gaps(gaps)
    case .order(let items): answer = .items(items.map(text))
    case .match(let pairs):
      answer = .pairs(
        pairs.map { Pair(left: $0.left.plainText.trimmed, right: $0.right.plainText.trimmed) })
    case .short(let model, let points):
      answer = .text(text(model))
      rubric = points.map(text)
    }
  }
}

/// Blocks as plain text: live values as their numbers, a paragraph a line.
enum PlainText {
  /// Wide enough that no paragraph breaks.
  private static let width = 100_000

  static func of(_ blocks: [Block], of chapter: Chapter, in book: Book) -> String {
    var page = chapter
    page.blocks = blocks
    let context = PageContext(width: width, book: book, chapter: page, isPrinted: true)
    let lines = Document.printed(page, blocks: blocks.indices, in: context).map(\.plain)
    return lines.map(\.trimmedAtEnd).joined(separator: "\n").trimmed
  }
}
