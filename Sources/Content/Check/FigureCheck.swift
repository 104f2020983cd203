import Engine

/// Figures of profiles and constants: each is read, and a field has one dimension in every profile.
enum FigureCheck {
  static func findings(in context: CheckContext) -> [Finding] {
    var findings: [Finding] = []
    var firsts: [String: (figure: FigureSource, dimension: Dimension)] = [:]
    for figure in context.book.figureSources {
      guard case .quantity(let quantity) = figure.value else {
        if figure.text.first?.isNumber == true || figure.text.first == "$" {
          findings.append(
            Finding(
              .error, file: figure.file, at: figure.valuePosition, "`\(figure.text)` is no quantity",
              advice: "write a number with a unit that the book knows, as in 3.35 TB/s"))
        }
        continue
      }
      guard figure.file.hasPrefix("profiles/") else { continue }
      // A machine and a model may use one word for two things.
      let field = figure.file.split(separator: "/").dropLast().joined(separator: "/") + " " + figure.path
      guard let first = firsts[field] else {
        firsts[field] = (figure, quantity.dimension)
        continue
      }
      if first.dimension != quantity.dimension {
        findings.append(
          Finding(
            .error, file: figure.file, at: figure.valuePosition,
            "`\(figure.path)` is `\(figure.text)` here and `\(first.figure.text)` in \(first.figure.file)",
            advice: "a field has one dimension in every profile: correct the unit or rename the field"))
      }
    }
    return findings
  }
}
