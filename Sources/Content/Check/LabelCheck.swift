import Engine

/// Tables that show constants of which nobody has said what they are.
enum LabelCheck {
  static func findings(in context: CheckContext) -> [Finding] {
    var findings: [Finding] = []
    var told: Set<String> = []
    for (file, root) in context.roots {
      root.walk { block in
        guard case .table(let table) = block, let selection = table.selection, selection.kind == .constants
        else { return }
        let names = context.workbook.library.constants.values.filter { constant in
          (selection.group == nil || constant.topic == selection.group) && constant.label == nil
        }.map(\.name).filter { told.insert($0).inserted }.sorted()
        guard !names.isEmpty else { return }
        findings.append(
          Finding(
            .error, file: file, at: table.range.start,
            "the table shows constants that have no label: \(CheckContext.list(names))",
            advice: "give each a `label: …` in constants.yaml: what it is, in words"))
      }
    }
    return findings
  }
}
