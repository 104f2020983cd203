/// Pictures that say nothing to whoever does not see them: a terminal shows the alternative alone.
enum ImageCheck {
  static func findings(in context: CheckContext) -> [Finding] {
    var findings: [Finding] = []
    for (file, root) in context.roots {
      root.walk { block in
        for run in block.inlineRuns {
          for inline in run {
            inline.walk { piece in
              guard case .image(let source, _, let alternative) = piece, alternative.plainText.isEmpty else {
                return
              }
              findings.append(
                Finding(
                  .warning, file: file, at: block.range.start,
                  "the picture `\(source)` has no text alternative",
                  advice: "write what it shows in the brackets: ![…](\(source))"))
            }
          }
        }
      }
    }
    return findings
  }
}
