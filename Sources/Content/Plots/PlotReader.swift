/// Reads the YAML of a `{plot}` cell.
struct PlotReader {
  /// More bars, points or spans than fit on any page are refused.
  static let entryLimit = 200
  /// Curves beyond the letters of the alphabet can not be told apart.
  static let seriesLimit = 26

  static let kinds = ["line", "bar", "histogram", "heatmap", "scatter", "timeline", "network", "roofline"]

  /// Keys that are not known.
  private(set) var warnings: [YAMLProblem] = []

  /// - Parameters:
  ///   - kind: with the place of its option.
  ///   - origin: where the body begins.
  mutating func specification(
    kind: PlotExpression, body: String, at origin: SourcePosition
  ) throws(YAMLProblem) -> PlotSpecification {
    guard Self.kinds.contains(kind.text) else {
      let like = CheckContext.suggestion(for: kind.text, among: Self.kinds).map { "did you mean `\($0)`?" }
      throw YAMLProblem(
        message: "`\(kind.text)` is no kind of plot",
        advice: like ?? "the kinds are \(Self.kinds.joined(separator: ", "))", position: kind.position)
    }
    guard let root = try YAMLNode.parse(body, at: origin) else {
      throw YAMLProblem(
        message: "the plot has no body", advice: "say below the options what it shows, in YAML",
        position: origin)
    }
    switch kind.text {
    case "line": return try line(root)
    case "scatter": return try scatter(root)
    case "bar":
      let keys = try mapping(root, "a bar chart", ["bars", "axis"])
      return .bar(
        try entries(keys, "bars", "a bar", first: "value"), axis: try axis(keys["axis"]))
    case "histogram":
      let keys = try mapping(root, "a histogram", ["values", "bins", "axis"])
      return .histogram(
        values: try expression(keys, "values", of: "a histogram", root.position),
        bins: try keys["bins"].map(expression), axis: try axis(keys["axis"]))
    case "heatmap":
      let keys = try mapping(root, "a heat map", ["rows", "columns", "values", "numbers", "axis"])
      return .heatMap(
        rows: try texts(keys["rows"], "rows"), columns: try texts(keys["columns"], "columns"),
        values: try expression(keys, "values", of: "a heat map", root.position),
        showsNumbers: try truth(keys["numbers"], "numbers"), axis: try axis(keys["axis"]))
    case "timeline": return try timeline(root)
    case "network":
      return try network(root)
    default: return try roofline(root)
    }
  }

  // MARK: Kinds

  private mutating func line(_ root: YAMLNode) throws(YAMLProblem) -> PlotSpecification {
    let keys = try mapping(root, "a line plot", ["x", "y", "series", "points"])
    let x = try axis(keys["x"], hasVariable: true)
    var series: [PlotSeries] = []
    for node in try list(keys, "series", limit: Self.seriesLimit) {
      let keys = try mapping(node, "a series", ["label", "x", "y"])
      let y = try expression(keys, "y", of: "a series", node.position)
      let label = try text(keys["label"], "label") ?? ""
      if let places = keys["x"] {
        series.append(PlotSeries(label: label, content: .lists(x: try expression(places), y: y)))
        continue
      }
      guard x.variable != nil, x.lowest != nil, x.highest != nil else {
        throw YAMLProblem(
          message: "a curve needs a variable with its ends",
          advice: "write x: {name: z, from: -4, to: 4}, or give the series a list `x`",
          position: node.position)
      }
      series.append(PlotSeries(label: label, content: .curve(y)))
    }
    let points =
      keys["points"] == nil ? [] : try entries(keys, "points", "a point", first: "x", second: "y")
    return .line(series: series, points: points, x: x, y: try axis(keys["y"]))
  }

  private mutating func network(_ root: YAMLNode) throws(YAMLProblem) -> PlotSpecification {
    let keys = try mapping(root, "a network", ["layers", "weights", "step", "pass"])
    var network = PlotNetwork(
      layers: try entries(
        keys, "layers", "a layer", first: "units", second: "activations", isOptional: true,
        others: ["gradients"]),
      gradients: [], weights: try keys["weights"].map(expressions) ?? [])
    for node in try list(keys, "layers", limit: Self.entryLimit) {
      network.gradients.append(try node["gradients"].map(expression))
    }
    network.step = try keys["step"].map(expression)
    network.pass = try keys["pass"].map(expression)
    return .network(network)
  }

  private mutating func scatter(_ root: YAMLNode) throws(YAMLProblem) -> PlotSpecification {
    let keys = try mapping(root, "a scatter plot", ["x", "y", "series", "points"])
    var series: [PlotSeries] = []
    if keys["points"] != nil || keys["series"] == nil {
      let points = try entries(keys, "points", "a point", first: "x", second: "y")
      series.append(PlotSeries(label: "", content: .points(points)))
    }
    for node in keys["series"] == nil ? [] : try list(keys, "series", limit: Self.seriesLimit) {
      let keys = try mapping(node, "a series", ["label", "x", "y", "points"])
      let label = try text(keys["label"], "label") ?? ""
      if keys["points"] != nil {
        let points = try entries(keys, "points", "a point", first: "x", second: "y")
        series.append(PlotSeries(label: label, content: .points(points)))
        continue
      }
      let x = try expression(keys, "x", of: "a series", node.position)
      let y = try expression(keys, "y", of: "a series", node.position)
      series.append(PlotSeries(label: label, content: .lists(x: x, y: y)))
    }
    return .scatter(series: series, x: try axis(keys["x"]), y: try axis(keys["y"]))
  }

  private mutating func timeline(_ root: YAMLNode) throws(YAMLProblem) -> PlotSpecification {
    let keys = try mapping(root, "a timeline", ["entries", "axis"])
    var result: [PlotEntry] = []
    for node in try list(keys, "entries", limit: Self.entryLimit) {
      let keys = try mapping(node, "an entry", ["label", "at", "from", "to"])
      let label = try text(keys["label"], "label") ?? ""
      if let moment = keys["at"], keys["from"] == nil, keys["to"] == nil {
        result.append(PlotEntry(label: label, first: try expression(moment)))
        continue
      }
      guard let from = keys["from"], let to = keys["to"], keys["at"] == nil else {
        throw YAMLProblem(
          message: "an entry is a moment or a span",
          advice: "write {label: …, at: …} or {label: …, from: …, to: …}",
          position: node.position)
      }
      result.append(PlotEntry(label: label, first: try expression(from), second: try expression(to)))
    }
    return .timeline(result, axis: try axis(keys["axis"]))
  }

  private mutating func roofline(_ root: YAMLNode) throws(YAMLProblem) -> PlotSpecification {
    let keys = try mapping(root, "a roofline", ["hardware", "points", "precision"])
    var machines: [PlotMachine] = []
    for node in try list(keys, "hardware", limit: Self.seriesLimit) {
      guard node.entries != nil else {
        machines.append(.profile(try expression(node)))
        continue
      }
      let keys = try mapping(node, "a machine", ["label", "peak", "bandwidth"])
      machines.append(
        .figures(
          label: try text(keys["label"], "label") ?? "machine",
          peak: try expression(keys, "peak", of: "a machine", node.position),
          bandwidth: try expression(keys, "bandwidth", of: "a machine", node.position)))
    }
    let points =
      keys["points"] == nil
      ? [] : try entries(keys, "points", "a point", first: "x", second: "y", isOptional: true)
    return .roofline(machines, points: points, precision: try text(keys["precision"], "precision") ?? "fp16")
  }

  // MARK: Parts

  private mutating func axis(_ node: YAMLNode?, hasVariable: Bool = false) throws(YAMLProblem) -> PlotAxis {
    var axis = PlotAxis()
    guard let node else { return axis }
    let known = (hasVariable ? ["name"] : []) + ["label", "unit", "log", "from", "to"]
    let keys = try mapping(node, "an axis", known)
    axis.label = try text(keys["label"], "label") ?? ""
    axis.unit = try keys["unit"].map(expression)
    axis.isLogarithmic = try truth(keys["log"], "log")
    axis.lowest = try keys["from"].map(expression)
    axis.highest = try keys["to"].map(expression)
    axis.variable = try keys["name"].map(expression)
    return axis
  }

  private mutating func entries(
    _ keys: [String: YAMLNode], _ key: String, _ what: String, first: String, second: String? = nil,
    isOptional: Bool = false, others: [String] = []
  ) throws(YAMLProblem) -> [PlotEntry] {
    var result: [PlotEntry] = []
    for node in try list(keys, key, limit: Self.entryLimit) {
      let keys = try mapping(node, what, ["label", first] + (second.map { [$0] } ?? []) + others)
      var entry = PlotEntry(
        label: try text(keys["label"], "label") ?? "",
        first: try expression(keys, first, of: what, node.position))
      if let second, !isOptional || keys[second] != nil {
        entry.second = try expression(keys, second, of: what, node.position)
      }
      result.append(entry)
    }
    return result
  }

  private mutating func mapping(
    _ node: YAMLNode, _ what: String, _ known: [String]
  ) throws(YAMLProblem) -> [String: YAMLNode] {
    guard let entries = node.entries else {
      throw YAMLProblem(
        message: "\(what) is a mapping, and this is \(node.kindName)",
        advice: "its keys are \(known.joined(separator: ", "))", position: node.position)
    }
    var result: [String: YAMLNode] = [:]
    for entry in entries {
      if known.contains(entry.key) {
        result[entry.key] = entry.value
      } else if entry.value.text == "" || entry.key.contains(")") {
        throw YAMLProblem(
          message: "`\(entry.key)` stands alone", advice: "put an expression with a comma in quotes",
          position: entry.position)
      } else {
        let like = CheckContext.suggestion(for: entry.key, among: known).map { "did you mean `\($0)`?" }
        warnings.append(
          YAMLProblem(
            message: "\(what) knows no `\(entry.key)`",
            advice: like ?? "its keys are \(known.joined(separator: ", "))", position: entry.position))
      }
    }
    return result
  }

  private func list(
    _ keys: [String: YAMLNode], _ key: String, limit: Int
  ) throws(YAMLProblem) -> [YAMLNode] {
    guard let node = keys[key] else {
      throw YAMLProblem(
        message: "the plot has no `\(key)`", advice: "add `\(key):` with a list",
        position: keys.values.map(\.position).min() ?? SourcePosition(line: 1))
    }
    guard let nodes = node.sequence, !nodes.isEmpty else {
      throw YAMLProblem(
        message: "`\(key)` is a list, and this is \(node.sequence == nil ? node.kindName : "empty")",
        advice: "write an entry a line, each after a dash", position: node.position)
    }
    guard nodes.count <= limit else {
      throw YAMLProblem(
        message: "`\(key)` has \(nodes.count) entries, more than \(limit)", advice: "show fewer",
        position: node.position)
    }
    return nodes
  }

  private func text(_ node: YAMLNode?, _ key: String) throws(YAMLProblem) -> String? {
    guard let node else { return nil }
    guard let text = node.text else {
      throw YAMLProblem(
        message: "`\(key)` is a text, and this is \(node.kindName)", advice: nil, position: node.position)
    }
    return text
  }

  private func texts(_ node: YAMLNode?, _ key: String) throws(YAMLProblem) -> [String] {
    guard let node else { return [] }
    guard let nodes = node.sequence else {
      throw YAMLProblem(
        message: "`\(key)` is a list of texts, and this is \(node.kindName)", advice: nil,
        position: node.position)
    }
    var result: [String] = []
    for node in nodes { result.append(try text(node, key) ?? "") }
    return result
  }

  private func truth(_ node: YAMLNode?, _ key: String) throws(YAMLProblem) -> Bool {
    guard let node else { return false }
    guard let text = node.text, text == "true" || text == "false" else {
      throw YAMLProblem(
        message: "`\(key)` is true or false, and this is \(node.kindName)", advice: nil,
        position: node.position)
    }
    return text == "true"
  }

  private func expression(
    _ keys: [String: YAMLNode], _ key: String, of what: String, _ position: SourcePosition
  ) throws(YAMLProblem) -> PlotExpression {
    guard let node = keys[key] else {
      throw YAMLProblem(
        message: "\(what) has no `\(key)`", advice: "add `\(key):` with an expression", position: position)
    }
    return try expression(node)
  }

  /// An expression; a list of YAML is a list of expressions.
  private func expression(_ node: YAMLNode) throws(YAMLProblem) -> PlotExpression {
    switch node.content {
    case .scalar(let text):
      guard !text.isEmpty else {
        throw YAMLProblem(
          message: "an expression is missing", advice: "write a number, a name or a formula",
          position: node.position)
      }
      return PlotExpression(text, at: node.position)
    case .sequence(let nodes):
      var texts: [String] = []
      for node in nodes { texts.append(try expression(node).text) }
      return PlotExpression("[" + texts.joined(separator: ", ") + "]", at: node.position)
    case .mapping:
      throw YAMLProblem(
        message: "an expression is a text, and this is a mapping",
        advice: "put it in quotes if it holds a colon", position: node.position)
    }
  }

  private func expressions(_ node: YAMLNode) throws(YAMLProblem) -> [PlotExpression] {
    guard let nodes = node.sequence else { return [try expression(node)] }
    var result: [PlotExpression] = []
    for node in nodes { result.append(try expression(node)) }
    return result
  }
}
