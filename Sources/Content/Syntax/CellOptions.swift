import Engine

/// The `#|` lines of a cell.
struct CellOptions: Sendable {
  var entries: [YAMLEntry] = []
  /// What could not be read.
  var problem: YAMLProblem?

  init(_ cell: Cell) {
    let lines = cell.options
    let column = cell.range.start.column + 3
    let whole = SourcePosition(line: cell.optionsLine, column: column)
    if let found = PlainYAML.parse(lines.joined(separator: "\n"), at: whole)?.entries {
      entries = found
      return
    }
    // One entry after another, so that a mistake costs one of them.
    var index = 0
    while index < lines.count {
      var end = index + 1
      while end < lines.count, lines[end].first == " " || lines[end].isEmpty { end += 1 }
      let origin = SourcePosition(line: cell.optionsLine + index, column: column)
      read(lines[index..<end].joined(separator: "\n"), at: origin)
      index = end
    }
  }

  subscript(key: String) -> YAMLNode? { entries.first { $0.key == key }?.value }

  func text(_ key: String) -> String? { self[key]?.text }

  private mutating func read(_ text: String, at origin: SourcePosition) {
    do throws(YAMLProblem) {
      guard let node = try YAMLNode.parse(text, at: origin) else { return }
      if let found = node.entries {
        entries += found
      } else {
        throw YAMLProblem(
          message: "an option is written `key: value`, and this is \(node.kindName)", advice: nil,
          position: origin)
      }
    } catch {
      if problem == nil { problem = error }
    }
  }
}

extension YAMLNode {
  /// What `covers` says, in the short form or the long.
  func covers() throws(YAMLProblem) -> [Cover] {
    guard let nodes = sequence else {
      throw YAMLProblem(
        message: "`covers` is a list, and this is \(kindName)", advice: "write [id, …]", position: position)
    }
    var covers: [Cover] = []
    for node in nodes {
      if let id = node.text {
        covers.append(Cover(id: id))
        continue
      }
      guard let id = node["id"]?.text else {
        throw YAMLProblem(
          message: "an entry of `covers` is an id or a mapping with an id",
          advice: "write {id: …, inputs: {…}, outputs: {…}, set: {…}}", position: node.position)
      }
      for entry in node.entries ?? [] where !["id", "inputs", "outputs", "set"].contains(entry.key) {
        throw YAMLProblem(
          message: "`covers` knows no `\(entry.key)`", advice: "the keys are id, inputs, outputs and set",
          position: entry.position)
      }
      covers.append(
        Cover(
          id: id, inputs: try node["inputs"]?.textMapping() ?? [:],
          outputs: try node["outputs"]?.textMapping() ?? [:],
          set: try node["set"]?.textMapping() ?? [:]))
    }
    return covers
  }

  /// A mapping of texts.
  func textMapping() throws(YAMLProblem) -> [String: String] {
    guard let entries else {
      throw YAMLProblem(
        message: "a mapping is expected, and this is \(kindName)", advice: "write {name: value}",
        position: position)
    }
    var result: [String: String] = [:]
    for entry in entries {
      guard let text = entry.value.text else {
        throw YAMLProblem(
          message: "the value of `\(entry.key)` is a text, and this is \(entry.value.kindName)", advice: nil,
          position: entry.value.position)
      }
      result[entry.key] = text
    }
    return result
  }
}
