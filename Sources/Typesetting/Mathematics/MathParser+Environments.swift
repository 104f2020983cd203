extension MathParser {
  mutating func parseSubstack() -> MathNode? {
    skipSpaces()
    guard token == .open else { return parseArgument() }
    return parseRowsInBraces()
  }

  /// What stands between `\begin{…}` and `\end{…}`: rows and columns.
  mutating func parseEnvironment() -> MathNode {
    let start = offset
    let name = parseName()
    let plain = name.hasSuffix("*") ? String(name.dropLast()) : name
    guard let environment = MathCommands.environments[plain] else {
      report("unknown environment \(name)", at: start)
      return .matrix(parseRows(until: name).matrix)
    }
    var columns: [Character] =
      switch environment.kind {
      case .cases: ["l"]
      case .aligned: []
      default: ["c"]
      }
    var columnRules: Set<Int> = []
    switch plain {
    case "array", "subarray", "tabular", "darray":
      skipOption()
      columns = []
      for character in parseName() {
        if "lcr".contains(character) { columns.append(character) }
        if "|:".contains(character) { columnRules.insert(columns.count) }
      }
      if columns.isEmpty { columns = ["c"] }
    case "multline", "multlined": columns = ["l", "c", "r"]
    case "alignedat", "alignat": _ = parseName()
    case "eqnarray": columns = ["r", "c", "l"]
    case "aligned", "gathered", "split", "cases": skipOption()
    default: if name.hasSuffix("*") && environment.kind == .matrix { skipOption() }
    }
    var (matrix, closed) = parseRows(until: name)
    if !closed { report("\\begin{\(name)} without its \\end", at: start) }
    matrix.kind = environment.kind
    matrix.left = delimiter(environment.left)
    matrix.right = delimiter(environment.right)
    matrix.columns = columns
    matrix.columnRules = columnRules
    return .matrix(matrix)
  }

  func delimiter(_ text: String) -> MathSymbol {
    switch text {
    case "": .none
    case "‖": MathSymbolTable.command("Vert") ?? .none
    case "{", "}": MathSymbolTable.command(text) ?? .none
    case "|": MathSymbolTable.command("lvert") ?? .none
    default: MathSymbolTable.character(Character(text))
    }
  }
}
