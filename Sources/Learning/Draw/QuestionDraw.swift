import Content
import Engine

/// A question as it is asked this time: options shuffled, inputs drawn. The same seed gives the same draw.
///
/// ```swift
/// let draw = QuestionDraw(question, workbook: book.workbook, seed: 7)
/// for index in draw.optionOrder { show(options[index]) }
/// let grade = Grader.grade(question, answer: answer, workbook: book.workbook, drawn: draw.inputs)
/// ```
public struct QuestionDraw: Hashable, Sendable, Codable {
  public let seed: UInt64
  /// The author's indices in the order of showing: of options, of items to put in order, of right sides to match;
  /// empty for the other kinds.
  public let optionOrder: [Int]
  /// The calculator whose inputs are drawn.
  public let calculator: String?
  /// Entries for `Workbook.setInput`, by input name.
  public let inputs: [String: String]
  /// The right answer of a numeric question under these inputs, as it is shown.
  public let answer: String?

  /// Draws a question.
  ///
  /// Items of `order` and sides of `match` never come in the right order, where there are two or more.
  ///
  /// Inputs of a numeric question with `vary` get round values inside their bounds, not all of them the author's. A
  /// draw is passed over when the answer fails, is 0, is also the author's answer, or its tolerance takes in a wrong sign,
  /// a wrong power of ten or bits for bytes; where others are left also when it equals a drawn number, or would be the same
  /// had one of the new inputs been overlooked. When no draw is left, the author's values stand.
  public init(_ question: Question, workbook: Workbook, seed: UInt64) {
    self.seed = seed
    var random = SplitMix64(seed: seed)
    optionOrder = Self.order(question.body, random: &random)
    guard case .numeric(let numeric) = question.body else {
      calculator = nil
      inputs = [:]
      answer = nil
      return
    }
    let drawn = InputDraw(numeric, workbook: workbook).draw(random: &random)
    calculator = drawn.inputs.isEmpty ? nil : NumericReference(numeric.answer)?.calculator
    inputs = drawn.inputs
    answer = drawn.answer
  }

  /// A question as a page shows it before it is answered: what was read there is what is asked, in the same order and
  /// with the author's numbers.
  public init(asShown question: Question, workbook: Workbook) {
    seed = 0
    optionOrder = question.orderOnPage
    calculator = nil
    inputs = [:]
    guard case .numeric(let numeric) = question.body else {
      answer = nil
      return
    }
    answer = (try? NumericExpectation(numeric, workbook: workbook))?.text
  }

  /// The workbook with the drawn inputs in place, for the live values of the stem and for the derivation.
  public func applied(to workbook: Workbook) -> Workbook {
    guard let calculator else { return workbook }
    return (try? workbook.setting(inputs, of: calculator)) ?? workbook
  }

  private static func order(_ body: QuestionBody, random: inout SplitMix64) -> [Int] {
    switch body {
    case .choice(let options), .multiple(let options): return random.shuffled(Array(options.indices))
    case .order(let items): return derangedOrder(items.count, random: &random)
    case .match(let pairs): return derangedOrder(pairs.count, random: &random)
    case .trueFalse, .numeric, .fill, .short: return []
    }
  }

  /// Any order but the right one.
  private static func derangedOrder(_ count: Int, random: inout SplitMix64) -> [Int] {
    let identity = Array(0..<count)
    var order = random.shuffled(identity)
    if count > 1, order == identity {
      let first = random.next(below: count - 1)
      order.swapAt(first, first + 1)
    }
    return order
  }
}
