import Content
import Engine

/// Writes questions in Moodle's GIFT format. What GIFT has no place for stands in a comment before each question, which
/// Moodle passes over and `GIFTImporter` reads.
public struct GIFTWriter {
  /// The text of a file, and what Moodle will not have of it.
  public struct Result: Sendable {
    public var text: String
    /// What is lost, by question.
    public var losses: [(question: String, message: String)]
  }

  private let words: PageWords
  private let writer: MarkdownWriter
  private var losses: [(question: String, message: String)] = []

  /// The questions of a chapter.
  public static func text(of questions: [Question], words: PageWords) -> Result {
    var writer = GIFTWriter(words: words)
    let name = words.chapter.title.filter { $0 != "/" && $0 != "\n" }
    var parts = ["$CATEGORY: \(words.book.manifest.title.filter { $0 != "/" })/\(name)\n"]
    for question in questions { parts.append(writer.text(question)) }
    return Result(text: parts.joined(separator: "\n"), losses: writer.losses)
  }

  private init(words: PageWords) {
    self.words = words
    writer = MarkdownWriter(words: words)
  }

  private func plain(_ blocks: [Block]) -> String {
    GIFTText.mathematics(writer.text(blocks), forMoodle: true)
  }
  private func text(_ blocks: [Block]) -> String { GIFTText.escaped(plain(blocks)) }

  private mutating func lose(_ question: Question, _ message: String) {
    losses.append((question.id, message))
  }

  private mutating func text(_ question: Question) -> String {
    guard let body = body(question) else { return "" }
    var data = "// napkin: kind=\(question.body.kind.yamlQuoted) difficulty=\"\(question.difficulty)\""
    if let section = question.section { data += " section=\(section.yamlQuoted)" }
    if let objective = question.objective { data += " objective=\(objective.yamlQuoted)" }
    if case .numeric(let numeric) = question.body {
      data += " answer=\(numeric.answer.yamlQuoted)"
      if let tolerance = numeric.tolerance { data += " tolerance=\(tolerance.yamlQuoted)" }
      if !numeric.vary.isEmpty { data += " vary=\(numeric.vary.joined(separator: ", ").yamlQuoted)" }
    }
    if !question.hint.isEmpty {
      data += " hint=\(GIFTText.escaped(plain(question.hint)).yamlQuoted)"
      lose(question, "GIFT has no hints; it stands in a comment")
    }
    return "\(data)\n::\(GIFTText.escaped(question.id))::[markdown]\(body)\n"
  }

  /// Stem and answers; nil for a question that GIFT can not ask.
  private mutating func body(_ question: Question) -> String? {
    let general = question.explanation.isEmpty ? "" : "\n  ####\(text(question.explanation))"
    func feedback(_ blocks: [Block]) -> String { blocks.isEmpty ? "" : "#" + text(blocks) }
    let stem = text(question.stem)
    switch question.body {
    case .choice(let options):
      let answers = options.map {
        "\n  \($0.isCorrect ? "=" : "~")" + text($0.content) + feedback($0.feedback)
      }
      return stem + " {" + answers.joined() + general + "\n}"
    case .multiple(let options):
      let right = options.count(where: \.isCorrect)
      let answers = options.map { option in
        "\n  ~%\(option.isCorrect ? Self.share(right) : "-100")%" + text(option.content)
          + feedback(option.feedback)
      }
      return stem + " {" + answers.joined() + general + "\n}"
    case .trueFalse(let answer, let reason):
      return stem + " {\(answer ? "TRUE" : "FALSE")\(feedback(reason))\(general)}"
    case .numeric(let numeric): return self.numeric(question, numeric, stem, general)
    case .fill(let gaps): return fill(question, gaps, general)
    case .order(let items):
      lose(question, "GIFT has no ordering; it is a matching of places and items")
      let pairs = items.enumerated().map { "\n  =\($0.offset + 1) -> " + text($0.element) }
      return stem + " {" + pairs.joined() + general + "\n}"
    case .match(let pairs):
      let lines = pairs.map { pair in
        "\n  ="
          + GIFTText.escaped(GIFTText.mathematics(writer.line(pair.left), forMoodle: true)).replacing(
            "->", with: "→")
          + " -> " + GIFTText.escaped(GIFTText.mathematics(writer.line(pair.right), forMoodle: true))
      }
      return stem + " {" + lines.joined() + general + "\n}"
    case .short(let answer, let rubric):
      var model = plain(answer)
      if !rubric.isEmpty {
        model +=
          "\n\n" + GIFTImporter.rubricMark + "\n"
          + rubric.map { "- " + writer.text($0).replacing("\n", with: " ") }.joined(separator: "\n")
      }
      if !question.explanation.isEmpty {
        model += "\n\n" + GIFTImporter.explanationMark + "\n" + plain(question.explanation)
      }
      return stem + " {####\(GIFTText.escaped(model))}"
    }
  }

  /// The share of each right answer, as Moodle accepts it.
  private static func share(_ count: Int) -> String {
    let shares = ["100", "50", "33.33333", "25", "20", "16.66667", "14.28571", "12.5", "11.11111", "10"]
    return shares[min(max(count, 1), shares.count) - 1]
  }

  private mutating func numeric(
    _ question: Question, _ numeric: NumericAnswer, _ stem: String, _ general: String
  ) -> String? {
    let value = words.book.workbook.inline(numeric.answer, near: nil)
    guard value.error == nil, case .quantity(let quantity)? = value.value else {
      lose(question, "the answer `\(numeric.answer)` has no number; the question is left out")
      return nil
    }
    let format = NumberFormat(units: words.book.workbook.library.units)
    // The unit in which the answer is shown, so that learners type its number.
    let shown = value.text.drop { $0.isNumber || "-−.,×⁰¹²³⁴⁵⁶⁷⁸⁹⁻".contains($0) }
    let unitText = String(shown).trimmed
    let unit = words.book.workbook.library.units.unit(unitText)
    let number = unit.map { quantity.number(in: $0) } ?? format.number(quantity).number
    let unitName = unit == nil ? format.number(quantity).unit : unitText
    var width = abs(number) * 0.005
    if let tolerance = numeric.tolerance, let limit = try? words.book.workbook.evaluate(tolerance),
      case .quantity(let size)? = limit.value
    {
      width =
        size.dimension == .one && tolerance.contains("%")
        ? abs(number) * size.magnitude
        : unit.map { size.number(in: $0) } ?? size.magnitude
    }
    if !numeric.vary.isEmpty { lose(question, "GIFT draws no numbers; the author's values stand in it") }
    let ask = unitName.isEmpty || unitName == "1" ? "" : " " + GIFTText.escaped("(in \(unitName))")
    let text = { (value: Double) in DecimalText.of(value) }
    return stem + ask + " {#\(text(number)):\(text(width))\(general)}"
  }

  private mutating func fill(_ question: Question, _ gaps: [[String]], _ general: String) -> String? {
    guard gaps.count == 1, let accepted = gaps.first else {
      lose(question, "GIFT has one gap a question, and this has \(gaps.count); it is left out")
      return nil
    }
    let answers = " {" + accepted.map { "=" + GIFTText.escaped($0) }.joined(separator: " ") + general + "} "
    // The writer marks a gap with underscores, which it never leaves bare elsewhere.
    let parts = plain(question.stem).split(
      separator: Self.gap, maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return text(question.stem) + answers }
    return (GIFTText.escaped(String(parts[0])) + answers + GIFTText.escaped(String(parts[1]))).trimmedEnd
  }

  private static let gap = "\\_\\_\\_\\_\\_\\_"
}
