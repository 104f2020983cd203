/// Plots whose expressions fail under the author's values.
enum PlotCheck {
  static func findings(in context: CheckContext) -> [Finding] {
    var findings: [Finding] = []
    func check(_ block: Block, _ file: String) {
      block.walk { block in
        guard case .plot(let plot) = block else { return }
        findings += plot.evaluated(in: context.workbook).problems.map {
          Finding(.error, file: file, at: $0.position, "in the plot, \($0.message)", advice: $0.advice)
        }
      }
    }
    for chapter in context.chapters {
      for block in chapter.blocks {
        if case .selfCheck = block { continue }
        check(block, chapter.file)
      }
      for question in chapter.questions where question.file == chapter.poolFile {
        check(.question(question), question.file)
      }
    }
    return findings
  }
}
