/// Code that was meant as a live value.
enum LiveValueCheck {
  static func findings(in context: CheckContext) -> [Finding] {
    var findings: [Finding] = []
    for (file, root) in context.roots {
      root.walk { block in
        for run in block.inlineRuns {
          for inline in run {
            inline.walk { piece in
              guard case .code(let text) = piece, text.hasPrefix("{calc") || text.hasPrefix("calc}") else {
                return
              }
              findings.append(
                Finding(
                  .warning, file: file, at: block.range.start, "`\(text.prefix(60))` is shown as it stands",
                  advice: "write a live value as `{calc} name`, with both braces and a space"))
            }
          }
        }
      }
    }
    return findings
  }
}
