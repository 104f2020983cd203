import Content

extension BlockWords {
  /// The stem, and what there is to choose from, with the author's numbers, by which it is asked and graded. Where the
  /// author's order says the answer, things go by the alphabet; letters are left to whoever asks.
  func lines(of question: Question) -> [String] {
    BlockWords(context: question.asked(in: context)).parts(of: question)
  }

  private func parts(of question: Question) -> [String] {
    let stem = ["Question: " + lines(of: question.stem).joined(separator: " ")]
    switch question.body {
    case .choice(let options), .multiple(let options):
      return stem + options.map { "  - " + line(of: $0.content) }
    case .order(let items):
      return stem + ["  To put in order:"] + items.map { "  - " + line(of: $0) }.sorted()
    case .match(let pairs):
      return stem + ["  To match:"] + pairs.map { "  - " + text($0.left) } + ["  with:"]
        + pairs.map { "  - " + text($0.right) }.sorted()
    case .trueFalse: return stem + ["  - true", "  - false"]
    case .numeric, .fill, .short: return stem
    }
  }

  private func line(of blocks: [Block]) -> String {
    lines(of: blocks).filter { !$0.isEmpty }.joined(separator: " ")
  }
}
