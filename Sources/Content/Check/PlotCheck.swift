/// Plots whose expressions fail under the author's values.
enum PlotCheck {
  static func findings(in context: CheckContext) -> [Finding] {
    var findings: [Finding] = []
    for (file, root) in context.roots {
      root.walk { block in
        guard case .plot(let plot) = block else { return }
        findings += plot.evaluated(in: context.workbook).problems.map {
          Finding(.error, file: file, at: $0.position, "in the plot, \($0.message)", advice: $0.advice)
        }
      }
    }
    return findings
  }
}
