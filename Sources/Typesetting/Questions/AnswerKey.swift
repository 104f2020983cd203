import Content
import Engine

/// The right answer of a question and why it is right, for a printed page.
struct AnswerKey {
  let question: Question
  let context: PageContext

  func set(depth: Int) -> BlockLayout {
    if case .short(let answer, _) = question.body { return flow(answer, in: context, depth: depth) }
    var blocks = question.explanation
    // A word before the first paragraph of the explanation, else a line of its own.
    guard case .paragraph(var first)? = blocks.first else {
      var result = setParagraph(words, in: context)
      if !blocks.isEmpty { result.append(flow(blocks, in: context, depth: depth)) }
      return result
    }
    first.content = words + [.text(" ")] + first.content
    blocks[0] = .paragraph(first)
    return flow(blocks, in: context, depth: depth)
  }

  /// `**b**.`, with the answer as text where it is no letter.
  private var words: [Inline] {
    switch question.body {
    case .choice(let options), .multiple(let options):
      let letters = options.indices.filter { options[$0].isCorrect }.map { context.marks.letter($0) }
      return [.strong([.text(letters.isEmpty ? "none" : letters.joined(separator: ", "))]), .text(".")]
    case .trueFalse(let answer, _):
      return [.strong([.text(answer ? "a" : "b")]), .text(answer ? ", true." : ", false.")]
    case .numeric(let numeric):
      var workbook = context.book.workbook
      if !workbook.scenario.isEmpty { _ = workbook.apply(Scenario()) }
      let result = workbook.inline(numeric.answer, near: nil)
      return [.strong([.text(result.error == nil ? result.text : numeric.answer)]), .text(".")]
    case .fill(let gaps):
      return [.strong([.text(gaps.map { $0.first ?? "" }.joined(separator: "; "))]), .text(".")]
    case .order(let items):
      let shown = question.orderOnPage
      let places = items.indices.map { index in (shown.firstIndex(of: index) ?? index) + 1 }
      return [.strong([.text(places.map(String.init).joined(separator: ", "))]), .text(".")]
    case .match(let pairs):
      var words: [Inline] = []
      for (index, pair) in pairs.enumerated() {
        words +=
          [.strong(pair.left), .text(": ")] + pair.right + [.text(index + 1 < pairs.count ? "; " : ".")]
      }
      return words
    case .short: return []
    }
  }
}
