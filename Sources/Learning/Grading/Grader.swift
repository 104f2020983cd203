import Content
import Engine

/// Grades answers to all kinds of questions.
///
/// ```swift
/// let grade = Grader.grade(question, answer: .text(["~438 kB"]), workbook: book.workbook, drawn: draw.inputs)
/// if grade.isCounted { try record.add(Attempt(question, book: "mlsys", answer: answer, grade: grade)) }
/// ```
public enum Grader {
  /// What an answer is worth.
  ///
  /// - Parameters:
  ///   - workbook: the calculators of the book, for numeric questions and live values in options.
  ///   - drawn: entries for the inputs of a numeric question's calculator, by name, as `QuestionDraw` gives them.
  public static func grade(
    _ question: Question, answer: Answer, workbook: Workbook, drawn: [String: String] = [:]
  ) -> Grade {
    let plain = PlainText(workbook: workbook)
    switch (question.body, answer) {
    case (.choice(let options), .options(let chosen)):
      return gradeChoice(options, chosen: chosen, plain: plain)
    case (.multiple(let options), .options(let chosen)):
      return gradeMultiple(options, chosen: Set(chosen), plain: plain)
    case (.trueFalse(let right, _), .truth(let given)):
      return Grade(
        credit: given == right ? 1 : 0, verdict: given == right ? "Right." : "Not right.",
        expected: right ? "True" : "False")
    case (.numeric(let numeric), .text(let texts)):
      return gradeNumeric(numeric, entry: texts.first ?? "", workbook: workbook, drawn: drawn)
    case (.fill(let gaps), .text(let texts)):
      return gradeFill(gaps, texts: texts)
    case (.order(let items), .order(let given)):
      return gradeOrder(items.map(plain.text), given: given)
    case (.match(let pairs), .match(let given)):
      return gradeMatch(pairs.map { (plain.text($0.left), plain.text($0.right)) }, given: given)
    case (.short(_, let rubric), .rubric(_, let points)):
      return gradeShort(rubric, points: points)
    default:
      return .uncounted("That is no answer to a question of the kind `\(question.body.kind)`.")
    }
  }

  /// The unit that a bare number takes as an answer to a numeric question, for its prompt; nil for a plain number and
  /// for the other kinds.
  public static func unit(
    of question: Question, workbook: Workbook, drawn: [String: String] = [:]
  ) -> String? {
    guard case .numeric(let numeric) = question.body else { return nil }
    return try? NumericExpectation(numeric, workbook: workbook, drawn: drawn).unit?.text
  }

  /// The words after the field of a numeric answer: `in KB or another unit`, `in GB/s` where the unit is what is asked;
  /// nil for a plain number, a factor and the other kinds.
  public static func unitWords(
    of question: Question, workbook: Workbook, drawn: [String: String] = [:]
  ) -> String? {
    guard case .numeric(let numeric) = question.body else { return nil }
    return try? NumericExpectation(numeric, workbook: workbook, drawn: drawn).unitWords
  }

  /// The right answer as a text; nil where it can not be told, and for a short answer.
  public static func expected(
    _ question: Question, workbook: Workbook, drawn: [String: String] = [:]
  ) -> String? {
    let plain = PlainText(workbook: workbook)
    switch question.body {
    case .choice(let options), .multiple(let options): return expected(options, plain: plain)
    case .trueFalse(let right, _): return right ? "True" : "False"
    case .numeric(let numeric):
      do { return try NumericExpectation(numeric, workbook: workbook, drawn: drawn).text } catch {
        if case .text(let text) = error { return text }
        return nil
      }
    case .fill(let gaps): return gaps.map { $0.first ?? "" }.joined(separator: "; ")
    case .order(let items): return items.map(plain.text).joined(separator: " → ")
    case .match(let pairs):
      return pairs.map { "\(plain.text($0.left)) – \(plain.text($0.right))" }.joined(separator: "; ")
    case .short: return nil
    }
  }

  private static func gradeChoice(_ options: [QuestionOption], chosen: [Int], plain: PlainText) -> Grade {
    let chosen = chosen.filter(options.indices.contains)
    guard !chosen.isEmpty else { return .uncounted("Choose one of the options.") }
    let isRight = chosen.count == 1 && options[chosen[0]].isCorrect
    return Grade(
      credit: isRight ? 1 : 0, verdict: isRight ? "Right." : "Not right.",
      expected: expected(options, plain: plain), optionFeedback: chosen)
  }

  /// Right ones chosen less wrong ones chosen, over the right ones.
  private static func gradeMultiple(_ options: [QuestionOption], chosen: Set<Int>, plain: PlainText) -> Grade
  {
    let right = Set(options.indices.filter { options[$0].isCorrect })
    let chosen = chosen.intersection(options.indices)
    let hits = chosen.intersection(right).count
    let misses = chosen.count - hits
    let isRight = chosen == right
    let credit = isRight ? 1 : max(0, Double(hits - misses) / Double(max(1, right.count)))
    var verdict = "Right."
    if !isRight {
      verdict = credit > 0 ? "Partly right: " : "Not right: "
      verdict += "\(hits) of \(right.count) right ones chosen"
      verdict += misses == 0 ? "." : ", and \(misses) wrong \(misses == 1 ? "one" : "ones")."
    }
    return Grade(
      credit: credit, verdict: verdict, expected: expected(options, plain: plain),
      optionFeedback: chosen.union(right).sorted())
  }

  private static func gradeNumeric(
    _ numeric: NumericAnswer, entry: String, workbook: Workbook, drawn: [String: String]
  ) -> Grade {
    do {
      let expectation = try NumericExpectation(numeric, workbook: workbook, drawn: drawn)
      return NumericGrader(expectation: expectation, units: workbook.library.units).grade(entry)
    } catch {
      switch error {
      case .text(let text): return gradeFill([[text]], texts: [entry])
      case .message(let message): return .uncounted("This question can not be graded: \(message).")
      }
    }
  }

  private static func gradeFill(_ gaps: [[String]], texts: [String]) -> Grade {
    guard texts.contains(where: { !Spelling.folded($0).isEmpty }) else {
      return .uncounted("Type what belongs in the gap.")
    }
    let matches = gaps.enumerated().map { index, accepted in
      index < texts.count ? Spelling.match(texts[index], accepted) : nil
    }
    let hits = matches.count { $0 != nil }
    let slips = matches.compactMap { match in
      if case .slip(let word) = match { word } else { nil }
    }
    var verdict = hits == gaps.count ? "Right." : "Not right."
    if hits > 0, hits < gaps.count { verdict = "Partly right: \(hits) of \(gaps.count) gaps." }
    if !slips.isEmpty { verdict += " It is spelled \(slips.map { "“\($0)”" }.joined(separator: ", "))." }
    return Grade(
      credit: gaps.isEmpty ? 0 : Double(hits) / Double(gaps.count), verdict: verdict,
      expected: gaps.map { $0.first ?? "" }.joined(separator: "; "))
  }

  /// The share of pairs of items that stand in the right order; equal items may change places.
  private static func gradeOrder(_ items: [String], given: [Int]) -> Grade {
    guard given.count == items.count, Set(given) == Set(items.indices) else {
      return .uncounted("Put all \(items.count) items in order.")
    }
    let expected = items.joined(separator: " → ")
    var inOrder = 0
    var pairs = 0
    for first in given.indices {
      for second in given.indices.dropFirst(first + 1) {
        pairs += 1
        if given[first] < given[second] || items[given[first]] == items[given[second]] { inOrder += 1 }
      }
    }
    let isRight = zip(given, items).allSatisfy { items[$0] == $1 }
    if isRight { return Grade(credit: 1, verdict: "Right.", expected: expected) }
    let credit = Double(inOrder) / Double(max(1, pairs))
    return Grade(
      credit: min(credit, 0.99),
      verdict: credit > 0 ? "Partly right: \(inOrder) of \(pairs) pairs stand in order." : "Not right.",
      expected: expected)
  }

  private static func gradeMatch(_ pairs: [(left: String, right: String)], given: [Int]) -> Grade {
    guard given.contains(where: pairs.indices.contains) else { return .uncounted("Match at least one pair.") }
    let hits = pairs.indices.count { left in
      left < given.count && pairs.indices.contains(given[left])
        && pairs[given[left]].right == pairs[left].right
    }
    let verdict =
      hits == pairs.count
      ? "Right." : (hits == 0 ? "Not right." : "Partly right: \(hits) of \(pairs.count) pairs.")
    return Grade(
      credit: Double(hits) / Double(pairs.count), verdict: verdict,
      expected: pairs.map { "\($0.left) – \($0.right)" }.joined(separator: "; "))
  }

  private static func gradeShort(_ rubric: [[Block]], points: [Int]) -> Grade {
    let ticked = Set(points).intersection(rubric.indices).count
    let credit = rubric.isEmpty ? 0 : Double(ticked) / Double(rubric.count)
    let verdict = credit == 1 ? "All points covered." : "\(ticked) of \(rubric.count) points covered."
    return Grade(credit: credit, verdict: verdict)
  }

  private static func expected(_ options: [QuestionOption], plain: PlainText) -> String {
    options.filter(\.isCorrect).map { plain.text($0.content) }.joined(separator: "; ")
  }
}
