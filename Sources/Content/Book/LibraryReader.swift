import Engine

/// A figure with its place and the source that it names, if it names one.
struct FigureSource: Sendable {
  var path: String
  var text: String
  var value: Value
  var key: String?
  var file: String
  /// Of the source, where one is named.
  var position: SourcePosition
  var valuePosition: SourcePosition
}

/// Reads units, constants, profiles and equations. What is wrong is among the findings, and the rest is there.
struct LibraryReader {
  let store: FileStore
  private(set) var findings: [Finding] = []
  private(set) var sources: [FigureSource] = []

  init(store: FileStore) { self.store = store }

  /// Constants, profiles and equations, added to a library that has the book's units.
  mutating func read(into library: inout Library) {
    constants(entries(of: "constants.yaml"), into: &library)
    profiles(into: &library) { _ in true }
    for name in store.names(in: "equations", ending: ".md") { equations("equations/\(name)", into: &library) }
  }

  /// The same, as far as cells that are at hand need it: the equations that are needed, with what their functions name in
  /// turn, then constants and profiles.
  mutating func read(_ needs: LibraryNeeds, into library: inout Library) {
    var needs = needs
    if needs.callsFunctions {
      var files = EquationFiles(store)
      while let (file, text) = files.next(where: { needs.containsFunction($0) }) {
        for equation in equations(text, of: file, into: &library) { needs.add(equation.body ?? "") }
      }
    }
    if let text = try? store.text("constants.yaml"),
      let entries = try? YAMLNode.parse(needs.entries(of: text))?.entries
    {
      constants(entries, into: &library)
    }
    profiles(into: &library) { needs.contains($0) }
  }

  /// The profiles whose ids, which are the names of their files, are wanted.
  private mutating func profiles(into library: inout Library, isWanted: (String) -> Bool) {
    for kind in Profile.Kind.allCases {
      let folder = kind == .hardware ? "profiles/hardware" : "profiles/models"
      for name in store.names(in: folder, ending: ".yaml", where: { isWanted(String($0.dropLast(5))) }) {
        profile("\(folder)/\(name)", kind, into: &library)
      }
    }
  }

  private mutating func report(
    _ file: String, _ position: SourcePosition, _ message: String, _ advice: String?
  ) {
    findings.append(Finding(.error, file: file, at: position, message, advice: advice))
  }

  /// The mapping that a YAML file holds; empty when there is no such file or it can not be read.
  mutating func entries(of file: String) -> [YAMLEntry] {
    guard store.exists(file) else { return [] }
    do {
      let source = try store.text(file)
      guard let root = try YAMLNode.parse(source.text(in: 0..<source.bytes.count)) else { return [] }
      guard let entries = root.entries else {
        report(
          file, root.position, "a mapping is expected, and this is \(root.kindName)", "write `name: {…}`")
        return []
      }
      return entries
    } catch let problem as YAMLProblem {
      report(file, problem.position, problem.message, problem.advice)
    } catch let error as BookError {
      report(file, SourcePosition(line: 1), error.message, error.advice)
    } catch {
      report(file, SourcePosition(line: 1), "the file can not be read", nil)
    }
    return []
  }

  // MARK: - Units and constants

  /// The units of the book.
  mutating func units() -> UnitTable {
    let file = "units.yaml"
    var table = UnitTable.standard
    var order: [String] = []
    var aliases: [String: [String]] = [:]
    var positions: [String: SourcePosition] = [:]
    for entry in entries(of: file) {
      let base = entry.value["base"]?.text ?? entry.key
      if aliases[base] == nil { order.append(base) }
      positions[base] = positions[base] ?? entry.position
      if entry.key != base { aliases[base, default: []].append(entry.key) }
      aliases[base, default: []] += entry.value["aliases"]?.sequence?.compactMap(\.text) ?? []
    }
    for base in order {
      do throws(Diagnostic) {
        try table.declare(base: base, aliases: aliases[base] ?? [])
      } catch {
        report(file, positions[base] ?? SourcePosition(line: 1), error.message, error.hint)
      }
    }
    return table
  }

  private mutating func constants(_ entries: [YAMLEntry], into library: inout Library) {
    let file = "constants.yaml"
    for entry in entries {
      guard let figure = figure(entry.value, path: entry.key, file: file, library: library) else { continue }
      library.add(
        Constant(
          name: entry.key, figure: figure, label: entry.value["label"]?.text, per: entry.value["per"]?.text,
          topic: entry.value["topic"]?.text))
    }
  }

  private mutating func figure(_ node: YAMLNode, path: String, file: String, library: Library) -> Figure? {
    guard let text = node["value"]?.text ?? node.text, !text.isEmpty else {
      report(file, node.position, "the figure has no value", "write {value: 80 GB, source: …}")
      return nil
    }
    var kind: Figure.Kind?
    if let name = node["kind"], node.entries != nil {
      kind = name.text.flatMap(Figure.Kind.init)
      if kind == nil {
        report(
          file, name.position, "\(name.kindName) is no kind of figure",
          "the kinds are datasheet, paper and estimate")
      }
    }
    let source = node["source"]?.text
    let value = library.value(of: text)
    if source != nil || node.entries != nil || text.first?.isNumber == true {
      let position = node["source"]?.position ?? node.position
      sources.append(
        FigureSource(
          path: path, text: text, value: value, key: source, file: file, position: position,
          valuePosition: node["value"]?.position ?? node.position))
    }
    return Figure(
      text: text, value: value, source: source, kind: kind,
      year: node["year"]?.text.flatMap { Int($0) }, note: node["note"]?.text)
  }

  // MARK: - Profiles

  private static let profileKeys: Set<String> = ["id", "name", "class", "year", "covers"]

  private mutating func profile(_ file: String, _ kind: Profile.Kind, into library: inout Library) {
    let entries = entries(of: file)
    guard !entries.isEmpty else { return }
    let root = YAMLNode(content: .mapping(entries), position: SourcePosition(line: 1))
    guard let id = root["id"]?.text, let name = root["name"]?.text else {
      let key = root["id"]?.text == nil ? "id" : "name"
      return report(
        file, SourcePosition(line: 1), "the profile has no `\(key)`, so it is left out",
        "add a line `\(key): …`")
    }
    if !file.hasSuffix("/\(id).yaml") {
      report(
        file, root["id"]?.position ?? SourcePosition(line: 1), "the id `\(id)` is not the name of the file",
        "name the file \(id).yaml, so that the profile is found without reading all of them")
    }
    if let other = library.profiles[id] {
      return report(
        file, root["id"]?.position ?? SourcePosition(line: 1), "the id `\(id)` is that of \(other.name)",
        "choose another id")
    }
    var profile = Profile(
      id: id, name: name, kind: kind, category: root["class"]?.text,
      year: root["year"]?.text.flatMap { Int($0) },
      covers: root["covers"]?.sequence?.compactMap { $0.text ?? $0["id"]?.text } ?? [])
    for entry in entries where !Self.profileKeys.contains(entry.key) {
      figures(entry.value, path: entry.key, file: file, library: library, depth: 0, into: &profile.figures)
    }
    library.add(profile)
  }

  private mutating func figures(
    _ node: YAMLNode, path: String, file: String, library: Library, depth: Int,
    into figures: inout [String: Figure]
  ) {
    guard depth < 8 else {
      return report(file, node.position, "`\(path)` is nested too deep", "write it flatter")
    }
    switch node.content {
    case .scalar: figures[path] = figure(node, path: path, file: file, library: library)
    case .sequence:
      report(
        file, node.position, "`\(path)` is a list, and a figure is one value", "write {value: …, source: …}")
    case .mapping(let entries):
      guard node["value"] != nil || node["source"] != nil else {
        for entry in entries {
          self.figures(
            entry.value, path: "\(path).\(entry.key)", file: file, library: library, depth: depth + 1,
            into: &figures)
        }
        return
      }
      figures[path] = figure(node, path: path, file: file, library: library)
      for entry in entries where entry.value.entries != nil {
        self.figures(
          entry.value, path: "\(path).\(entry.key)", file: file, library: library, depth: depth + 1,
          into: &figures)
      }
    }
  }

  // MARK: - Equations

  private mutating func equations(_ file: String, into library: inout Library) {
    do {
      equations(try store.text(file), of: file, into: &library)
    } catch {
      report(file, SourcePosition(line: 1), error.message, error.advice)
    }
  }

  /// Adds the equations of a text to the library.
  ///
  /// - Returns: those that it gave.
  @discardableResult
  private mutating func equations(
    _ source: SourceText, of file: String, into library: inout Library
  ) -> [Equation] {
    let scan = LinePass.scan(source, file: file)
    var added: [Equation] = []
    findings += scan.findings
    for cell in scan.cells {
      guard cell.kind == .equation else {
        report(
          file, cell.range.start, "a file of equations holds only {equation} cells",
          "move the cell to a chapter")
        continue
      }
      let options = CellOptions(cell)
      do throws(YAMLProblem) {
        if let problem = options.problem { throw problem }
        guard let id = options.text("id"), !id.isEmpty else {
          throw YAMLProblem(
            message: "the equation has no id", advice: "begin it with a line `#| id: name`",
            position: cell.range.start)
        }
        if library.equations[id] != nil {
          throw YAMLProblem(
            message: "the id `\(id)` is given twice", advice: "choose another", position: cell.range.start)
        }
        let equation = try EquationReader.equation(id: id, cell: cell, options: options)
        added.append(equation)
        let place = CellPlace(id: id, cell: cell)
        for diagnostic in library.add(equation) {
          report(
            file, place.position(ofByte: diagnostic.span.lowerBound), diagnostic.message, diagnostic.hint)
        }
      } catch {
        report(file, error.position, error.message, error.advice)
      }
    }
    return added
  }
}
