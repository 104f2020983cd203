import Engine

extension Chapter {
  /// Whether a cell or a number of the prose names a calculator that the workbook has not: one of another chapter.
  public func namesCalculators(missingIn workbook: Workbook) -> Bool {
    var texts = calculators.map(\.body)
    for block in blocks {
      block.walk { block in
        if case .plot(let plot) = block { texts.append(plot.body) }
        for run in block.inlineRuns {
          for inline in run {
            inline.walk { if case .live(let value) = $0 { texts.append(value.expression) } }
          }
        }
      }
    }
    return texts.contains { text in
      Self.calculatorNames(in: text).contains { workbook.calculator($0) == nil }
    }
  }

  /// What reads like `cell-id.name`; a cell's id has a hyphen, which no other name has.
  private static func calculatorNames(in text: String) -> [String] {
    var names: [String] = []
    for word in text.split(whereSeparator: { !($0.isLetter || $0.isNumber || "_-.".contains($0)) }) {
      let parts = word.split(separator: ".", maxSplits: 1)
      if parts.count == 2, parts[0].contains("-"), parts[0].first?.isLetter == true {
        names.append(String(parts[0]))
      }
    }
    return names
  }
}
