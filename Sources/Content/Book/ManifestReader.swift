/// Reads `book.yaml`.
struct ManifestReader {
  private static let file = "book.yaml"

  static func read(_ source: SourceText) throws(BookError) -> Manifest {
    do throws(YAMLProblem) {
      let text = source.text(in: 0..<source.bytes.count)
      guard let root = try YAMLNode.parse(text), let entries = root.entries else {
        throw YAMLProblem(
          message: "a book begins with `id:`, `title:` and `parts:`", advice: nil,
          position: SourcePosition(line: 1))
      }
      let known = ["id", "title", "version", "licence", "parts", "paths", "workbench", "order"]
      if let unknown = entries.first(where: { !known.contains($0.key) }) {
        throw YAMLProblem(
          message: "a book knows no `\(unknown.key)`",
          advice: "the keys are \(known.joined(separator: ", "))",
          position: unknown.position)
      }
      var parts: [Part] = []
      for node in try list(root, "parts") { parts.append(try part(node)) }
      var paths: [ReadingPath] = []
      if root["paths"] != nil {
        for node in try list(root, "paths") {
          paths.append(
            ReadingPath(
              id: try string(node, "id"), title: try string(node, "title"),
              chapters: try texts(node, "chapters")))
        }
      }
      var manifest = Manifest(
        id: try string(root, "id"), title: try string(root, "title"), version: root["version"]?.text ?? "1",
        licence: root["licence"]?.text, parts: parts, workbench: try root["workbench"]?.textMapping() ?? [:])
      manifest.paths = paths
      return manifest
    } catch {
      throw BookError(error.message, advice: error.advice, file: file, position: error.position)
    }
  }

  private static func part(_ node: YAMLNode) throws(YAMLProblem) -> Part {
    let chapters = try texts(node, "chapters")
    for (index, id) in chapters.enumerated() where !isName(id) {
      throw YAMLProblem(
        message: "`\(id)` is no name of a chapter",
        advice: "name the file in chapters/ without its ending, such as 05-neural-computation",
        position: node["chapters"]?.sequence?[index].position ?? node.position)
    }
    var part = Part(id: try string(node, "id"), title: try string(node, "title"), chapters: chapters)
    if let introduction = node["intro"] {
      guard let path = introduction.text, FileStore.isInside(path), path.hasSuffix(".md"),
        ChapterReader.folders.contains(where: { path.hasPrefix($0 + "/") })
      else {
        throw YAMLProblem(
          message: "`intro` names no page of the book",
          advice:
            "write the path of a file such as front/part1.md, in \(ChapterReader.folders.joined(separator: "/, "))/",
          position: introduction.position)
      }
      part.introduction = path
    }
    return part
  }

  private static func isName(_ id: String) -> Bool {
    FileStore.isInside(id) && !id.utf8.contains(UInt8(ascii: "/")) && !id.hasPrefix(".")
  }

  private static func string(_ node: YAMLNode, _ key: String) throws(YAMLProblem) -> String {
    guard let value = node[key] else {
      throw YAMLProblem(message: "`\(key)` is missing", advice: "add `\(key): …`", position: node.position)
    }
    guard let text = value.text, !text.isEmpty else {
      throw YAMLProblem(
        message: "`\(key)` is a text, and this is \(value.kindName)", advice: nil, position: value.position)
    }
    return text
  }

  private static func list(_ node: YAMLNode, _ key: String) throws(YAMLProblem) -> [YAMLNode] {
    guard let value = node[key] else {
      throw YAMLProblem(message: "`\(key)` is missing", advice: "add `\(key): […]`", position: node.position)
    }
    guard let nodes = value.sequence else {
      throw YAMLProblem(
        message: "`\(key)` is a list, and this is \(value.kindName)", advice: "write `\(key): […]`",
        position: value.position)
    }
    return nodes
  }

  private static func texts(_ node: YAMLNode, _ key: String) throws(YAMLProblem) -> [String] {
    var texts: [String] = []
    for value in try list(node, key) {
      guard let text = value.text else {
        throw YAMLProblem(
          message: "an entry of `\(key)` is a text, and this is \(value.kindName)", advice: nil,
          position: value.position)
      }
      texts.append(text)
    }
    return texts
  }
}
