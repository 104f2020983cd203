/// Reads an exam's file.
struct ExamReader {
  private static let keys = [
    "id", "title", "chapters", "sections", "objectives", "kinds", "questions", "minutes", "pass", "seed",
  ]
  private static let kinds = [
    "choice", "multiple", "truefalse", "numeric", "fill", "order", "match", "short",
  ]

  private let root: YAMLNode

  static func read(_ text: String) throws(YAMLProblem) -> ExamPlan {
    guard let root = try YAMLNode.parse(text), let entries = root.entries else {
      throw YAMLProblem(
        message: "an exam begins with `id:`, `title:` and `chapters:`", advice: nil,
        position: SourcePosition(line: 1))
    }
    if let unknown = entries.first(where: { !keys.contains($0.key) }) {
      throw YAMLProblem(
        message: "an exam knows no `\(unknown.key)`", advice: "the keys are \(keys.joined(separator: ", "))",
        position: unknown.position)
    }
    return try ExamReader(root: root).plan()
  }

  private func plan() throws(YAMLProblem) -> ExamPlan {
    let (objectives, shares) = try objectives()
    let least = shares.reduce(0) { $0 + $1.questions }
    let count = try number("questions", 1...500)
    if let count, count < least {
      throw YAMLProblem(
        message: "`questions` is \(count), and the objectives ask for \(least)",
        advice: "write \(least) or more, or fewer for the objectives",
        position: root["questions"]?.position ?? root.position)
    }
    let kinds = try texts("kinds")
    for (index, kind) in (kinds ?? []).enumerated() where !Self.kinds.contains(kind) {
      throw YAMLProblem(
        message: "`\(kind)` is no kind of question",
        advice: "the kinds are \(Self.kinds.joined(separator: ", "))",
        position: root["kinds"]?.sequence?[index].position ?? root.position)
    }
    guard let chapters = try texts("chapters"), !chapters.isEmpty else {
      throw YAMLProblem(
        message: "`chapters` is missing", advice: "add `chapters: [5]`, with numbers or ids",
        position: root.position)
    }
    return ExamPlan(
      id: try string("id"), title: try string("title"), chapters: chapters, sections: try texts("sections"),
      objectives: objectives, shares: shares, kinds: kinds, questions: count ?? (least > 0 ? least : 10),
      minutes: try number("minutes", 1...1440), passMark: try passMark(), seed: try seed())
  }

  /// A list of ids, or a mapping of ids to numbers of questions.
  private func objectives() throws(YAMLProblem) -> (ids: [String]?, shares: [ExamPlan.Share]) {
    guard let node = root["objectives"] else { return (nil, []) }
    guard let entries = node.entries else { return (try texts("objectives"), []) }
    var shares: [ExamPlan.Share] = []
    for entry in entries {
      guard let count = entry.value.text.flatMap({ Int($0) }), (1...100).contains(count) else {
        throw YAMLProblem(
          message: "the objective `\(entry.key)` has \(Self.shown(entry.value)) for its number of questions",
          advice: "write a whole number from 1 to 100, or a list of objectives without numbers",
          position: entry.value.position)
      }
      shares.append(ExamPlan.Share(objective: entry.key, questions: count))
    }
    return (nil, shares)
  }

  private func passMark() throws(YAMLProblem) -> Double {
    guard let node = root["pass"] else { return 0.7 }
    let text = node.text ?? ""
    let digits = text.filter { $0 != " " && $0 != "%" }
    if let value = Double(digits), value >= 0 {
      let share = text.contains("%") ? value / 100 : value
      if share <= 1 { return share }
    }
    throw YAMLProblem(
      message: "`pass` is \(Self.shown(node))",
      advice: "write a share of the credit from 0 to 1, such as 0.7, or from 0 % to 100 %, such as `70 %`",
      position: node.position)
  }

  private func seed() throws(YAMLProblem) -> ExamPlan.Seed {
    guard let node = root["seed"] else { return .student }
    switch node.text {
    case "student": return .student
    case "random": return .random
    default:
      if let number = node.text.flatMap({ UInt64($0) }) { return .fixed(number) }
      throw YAMLProblem(
        message: "`seed` is \(node.kindName)",
        advice: "write student (each one others), random (others each time) or a whole number (all the same)",
        position: node.position)
    }
  }

  private func number(_ key: String, _ range: ClosedRange<Int>) throws(YAMLProblem) -> Int? {
    guard let node = root[key] else { return nil }
    guard let value = node.text.flatMap({ Int($0) }), range.contains(value) else {
      throw YAMLProblem(
        message: "`\(key)` is \(Self.shown(node))",
        advice: "write a whole number from \(range.lowerBound) to \(range.upperBound)",
        position: node.position)
    }
    return value
  }

  /// A number as it is written, anything else by its kind.
  private static func shown(_ node: YAMLNode) -> String {
    node.text.flatMap { Double($0) == nil ? nil : $0 } ?? node.kindName
  }

  private func string(_ key: String) throws(YAMLProblem) -> String {
    guard let node = root[key] else {
      throw YAMLProblem(message: "`\(key)` is missing", advice: "add `\(key): …`", position: root.position)
    }
    guard let text = node.text, !text.isEmpty else {
      throw YAMLProblem(
        message: "`\(key)` is a text, and this is \(node.kindName)", advice: nil, position: node.position)
    }
    return text
  }

  private func texts(_ key: String) throws(YAMLProblem) -> [String]? {
    guard let node = root[key] else { return nil }
    guard let nodes = node.sequence else {
      throw YAMLProblem(
        message: "`\(key)` is a list, and this is \(node.kindName)", advice: "write `\(key): […]`",
        position: node.position)
    }
    var texts: [String] = []
    for node in nodes {
      guard let text = node.text, !text.isEmpty else {
        throw YAMLProblem(
          message: "an entry of `\(key)` is a text, and this is \(node.kindName)", advice: nil,
          position: node.position)
      }
      texts.append(text)
    }
    return texts
  }
}

extension ExamPlan {
  /// Reads an exam from a file anywhere.
  ///
  /// - Throws: with file, line and column of what is wrong.
  public init(file path: String) throws(BookError) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let source = try FileStore.text(path, shownAs: name)
    do throws(YAMLProblem) {
      self = try ExamReader.read(source.text(in: 0..<source.bytes.count))
    } catch {
      throw BookError(
        "\(name):\(error.position.line):\(error.position.column): \(error.message)", advice: error.advice)
    }
  }
}
