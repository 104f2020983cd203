/// The questions of a chapter together: enough for a quiz, every objective asked, and nothing in the form of the
/// options that gives the answer away.
struct PoolCheck {
  /// How many questions a quiz draws by default.
  static let quizSize = 5
  /// In fewer questions anything may be chance.
  private static let leastForMeasures = 6
  /// How many questions a finding names.
  private static let namedLimit = 6

  private(set) var findings: [Finding] = []
  private let chapter: Chapter

  static func findings(in context: CheckContext) -> [Finding] {
    context.chapters.filter { !$0.questions.isEmpty }.flatMap { chapter in
      var check = PoolCheck(chapter)
      if check.isQuizzed {
        check.size()
        check.objectives(store: FileStore(folder: context.book.folder))
      }
      check.options()
      check.lengths()
      check.places()
      check.truths()
      return check.findings
    }
  }

  private init(_ chapter: Chapter) { self.chapter = chapter }

  private mutating func report(
    _ severity: Finding.Severity, _ question: Question, _ message: String, _ advice: String
  ) {
    findings.append(
      Finding(severity, file: question.file, at: question.range.start, message, advice: advice))
  }

  /// The questions of the kind `choice` with their options.
  private var choices: [(question: Question, options: [QuestionOption])] {
    chapter.questions.compactMap { question in
      if case .choice(let options) = question.body { (question, options) } else { nil }
    }
  }

  /// Whether it is a chapter, or another page with a pool of its own: a quick check of front matter makes no quiz.
  private var isQuizzed: Bool {
    chapter.file.hasPrefix("chapters/") || chapter.questions.contains { $0.file == chapter.poolFile }
  }

  private mutating func size() {
    let count = chapter.questions.count
    // Questions that can not be read are told already.
    let isWhole = !chapter.findings.contains { $0.severity == .error && $0.file == chapter.poolFile }
    guard count < Self.quizSize, isWhole, let last = chapter.questions.last else { return }
    report(
      .warning, last,
      "the chapter has \(count) question\(count == 1 ? "" : "s"), and a quiz draws \(Self.quizSize)",
      "write \(Self.quizSize - count) more; with many more a second quiz asks others")
  }

  private mutating func objectives(store: FileStore) {
    let asked = Set(chapter.questions.compactMap(\.objective))
    let open = chapter.objectives.filter { !asked.contains($0.id) }
    guard !open.isEmpty else { return }
    let places = (try? store.text(chapter.file)).map { FrontMatter.objectivePlaces(of: $0) } ?? [:]
    for objective in open {
      findings.append(
        Finding(
          .warning, file: chapter.file, at: places[objective.id] ?? SourcePosition(line: 1),
          "no question asks for the objective `\(objective.id)`",
          advice: "give a question objective=\"\(objective.id)\""))
    }
  }

  /// Options that say the same, and feedback that is the same for two wrong ones.
  private mutating func options() {
    for question in chapter.questions {
      let options: [QuestionOption]
      switch question.body {
      case .choice(let all), .multiple(let all): options = all
      default: continue
      }
      var texts: Set<String> = []
      for text in options.map(\.plainText) where !text.isEmpty && !texts.insert(text.lowercased()).inserted {
        report(.error, question, "two options say `\(text.prefix(60))`", "make them differ, or remove one")
      }
      var feedbacks: Set<String> = []
      for feedback in options.filter({ !$0.isCorrect }).map({ $0.feedback.plainText })
      where !feedback.isEmpty && !feedbacks.insert(feedback).inserted {
        report(
          .warning, question, "two wrong options have the same feedback", "say of each why it is wrong")
      }
    }
  }

  /// Whoever picks the longest option should be right no more often than whoever guesses.
  private mutating func lengths() {
    let choices = choices
    guard choices.count >= Self.leastForMeasures else { return }
    var (found, expected) = (0.0, 0.0)
    var longest: [Question] = []
    for (question, options) in choices {
      let lengths = options.map { $0.plainText.count }
      let most = lengths.max() ?? 0
      let ties = zip(lengths, options).filter { $0.0 == most }
      expected += 1 / Double(options.count)
      guard ties.contains(where: { $0.1.isCorrect }) else { continue }
      found += 1 / Double(ties.count)
      if ties.count == 1 { longest.append(question) }
    }
    guard found > expected.rounded(.up), let first = longest.first else { return }
    report(
      .warning, first,
      "the right option is the longest in \(Int(found.rounded())) of \(choices.count) questions, by chance it would be in "
        + "\(Int(expected.rounded()))",
      "shorten it or say more in the wrong ones: \(Self.names(longest))")
  }

  private mutating func places() {
    let choices = choices
    guard choices.count >= Self.leastForMeasures else { return }
    var found: [Int: [Question]] = [:]
    var expected: [Int: Double] = [:]
    for (question, options) in choices {
      for place in options.indices { expected[place, default: 0] += 1 / Double(options.count) }
      if let place = options.firstIndex(where: \.isCorrect) { found[place, default: []].append(question) }
    }
    for (place, questions) in found.sorted(by: { $0.key < $1.key }) {
      guard Double(questions.count) > max(2 * (expected[place] ?? 0), 3), let first = questions.first else {
        continue
      }
      report(
        .warning, first,
        "the right option is number \(place + 1) in \(questions.count) of \(choices.count) questions",
        "move it in some of them: \(Self.names(questions))")
    }
  }

  private mutating func truths() {
    var found: [Bool: [Question]] = [:]
    for question in chapter.questions {
      if case .trueFalse(let answer, _) = question.body { found[answer, default: []].append(question) }
    }
    let count = found.values.reduce(0) { $0 + $1.count }
    guard count >= Self.leastForMeasures else { return }
    for (answer, questions) in found where questions.count * 5 > count * 4 {
      guard let first = questions.first else { continue }
      report(
        .warning, first, "\(questions.count) of \(count) statements are \(answer)",
        "turn some of them round: \(Self.names(questions))")
    }
  }

  private static func names(_ questions: [Question]) -> String {
    questions.prefix(namedLimit).map(\.id).joined(separator: ", ")
      + (questions.count > namedLimit ? ", …" : "")
  }
}

extension QuestionOption {
  fileprivate var plainText: String { content.plainText }
}

extension [Block] {
  /// The words of these blocks and those below.
  fileprivate var plainText: String {
    var runs: [String] = []
    for block in self {
      block.walk { block in
        runs += block.inlineRuns.map(\.plainText)
        if case .code(let code) = block { runs.append(code.text) }
        if case .formula(let formula) = block { runs.append(formula.tex) }
      }
    }
    return runs.joined(separator: " ")
  }
}
