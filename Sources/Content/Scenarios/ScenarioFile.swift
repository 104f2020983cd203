import Engine

/// A scenario with a name, as a small text file that people can send each other:
///
/// ```yaml
/// title: Reading on a T4
/// note: Everything that follows the workbench.
/// book: mlsys
/// workbench:
///   hardware: t4
/// overrides:
///   h100_sxm.memory.bandwidth: 6.7 TB/s
/// inputs:
///   ch05-mnist-training-memory:
///     batch: 64
/// ```
public struct ScenarioFile: Hashable, Sendable {
  /// What links name it by; the name of its file where it says none.
  public var id: String?
  public var title: String
  /// What it is for, in a sentence.
  public var note: String?
  /// The id of the book that it was made with.
  public var book: String?
  public var scenario: Scenario

  public init(title: String, note: String? = nil, book: String? = nil, scenario: Scenario) {
    self.title = title
    self.note = note
    self.book = book
    self.scenario = scenario
  }

  private static let keys = ["id", "title", "note", "book", "workbench", "overrides", "inputs"]

  /// Reads the text of a file.
  ///
  /// - Parameter name: stands for a title where there is none.
  /// - Throws: what was expected, with the line.
  public init(text: String, named name: String, file: String = "") throws(BookError) {
    do throws(YAMLProblem) {
      let root = try YAMLNode.parse(text)
      guard let root, let entries = root.entries else {
        throw YAMLProblem(
          message: "a scenario is a mapping, and this is \(root?.kindName ?? "nothing")",
          advice: "write `inputs:`, `overrides:` or `workbench:` with what is changed",
          position: root?.position ?? SourcePosition(line: 1))
      }
      for entry in entries where !Self.keys.contains(entry.key) {
        throw YAMLProblem(
          message: "a scenario knows no `\(entry.key)`",
          advice: "its keys are \(Self.keys.joined(separator: ", "))", position: entry.position)
      }
      id = root["id"]?.text
      title = root["title"]?.text ?? name
      note = root["note"]?.text
      book = root["book"]?.text
      var scenario = Scenario()
      scenario.workbench = try Self.texts(root["workbench"], "workbench")
      scenario.overrides = try Self.texts(root["overrides"], "overrides")
      for entry in try Self.mapping(root["inputs"], "inputs") {
        scenario.inputs[entry.key] = try Self.texts(entry.value, entry.key)
      }
      self.scenario = scenario
    } catch {
      let place = file.isEmpty ? "" : "\(file):\(error.position.line): "
      throw BookError(place + error.message, advice: error.advice)
    }
  }

  private static func mapping(_ node: YAMLNode?, _ key: String) throws(YAMLProblem) -> [YAMLEntry] {
    guard let node, node.text != "" else { return [] }
    guard let entries = node.entries else {
      throw YAMLProblem(
        message: "`\(key)` is a mapping, and this is \(node.kindName)", advice: "write `name: value`",
        position: node.position)
    }
    return entries
  }

  private static func texts(_ node: YAMLNode?, _ key: String) throws(YAMLProblem) -> [String: String] {
    var texts: [String: String] = [:]
    for entry in try mapping(node, key) {
      guard let text = entry.value.text else {
        throw YAMLProblem(
          message: "`\(entry.key)` is a value, and this is \(entry.value.kindName)",
          advice: "put a list in quotes: \"[784, 128, 10]\"", position: entry.position)
      }
      texts[entry.key] = text
    }
    return texts
  }

  /// The text of its file; reading it gives the same scenario.
  public var text: String {
    var text = "title: \(Self.quoted(title))\n"
    if let note { text += "note: \(Self.quoted(note))\n" }
    if let book { text += "book: \(Self.quoted(book))\n" }
    func add(_ values: [String: String], indent: String) {
      for (key, value) in values.sorted(by: { $0.key < $1.key }) {
        text += "\(indent)\(Self.quoted(key)): \(Self.quoted(value))\n"
      }
    }
    if !scenario.workbench.isEmpty { text += "workbench:\n" }
    add(scenario.workbench, indent: "  ")
    if !scenario.overrides.isEmpty { text += "overrides:\n" }
    add(scenario.overrides, indent: "  ")
    if !scenario.inputs.isEmpty { text += "inputs:\n" }
    for (calculator, inputs) in scenario.inputs.sorted(by: { $0.key < $1.key }) {
      text += "  \(Self.quoted(calculator)):\n"
      add(inputs, indent: "    ")
    }
    return text
  }

  /// Plain where every reader of YAML takes it for the same text.
  private static func quoted(_ text: String) -> String {
    let isPlain =
      text.first.map { $0.isLetter || $0.isNumber } == true && text.last != " "
      && text.allSatisfy { $0.isLetter || $0.isNumber || " ._-/%".contains($0) }
    if isPlain { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      default: if scalar.value >= 0x20 { quoted.unicodeScalars.append(scalar) }
      }
    }
    return quoted + "\""
  }
}

extension Scenario {
  /// `Changed: 2 inputs, 1 figure, the hardware.`
  public var words: String {
    func counted(_ count: Int, _ word: String) -> String? {
      count == 0 ? nil : "\(count) \(word)\(count == 1 ? "" : "s")"
    }
    let parts = [
      counted(inputs.values.reduce(0) { $0 + $1.count }, "input"), counted(overrides.count, "figure"),
      workbench.isEmpty ? nil : "the " + workbench.keys.sorted().joined(separator: " and the "),
    ].compactMap(\.self)
    return parts.isEmpty ? "Nothing is changed." : "Changed: " + parts.joined(separator: ", ") + "."
  }
}

extension BookLoader {
  /// Reads the text of a scenario's file anywhere.
  public static func scenario(file: String) throws(BookError) -> ScenarioFile {
    let source = try FileStore.text(file, shownAs: file)
    var name = file.split(separator: "/").last.map(String.init) ?? file
    if let dot = name.lastIndex(of: "."), dot > name.startIndex { name = String(name[..<dot]) }
    return try ScenarioFile(text: source.text(in: 0..<source.bytes.count), named: name, file: file)
  }
}
