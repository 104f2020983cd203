/// The characters that a formula may be written in.
public enum MathForm: Sendable {
  case unicode, ascii
}

/// LaTeX mathematics as text for a terminal.
///
///     let formula = Mathematics(tex: #"T = \frac{D}{BW} + L_{lat}"#)
///     formula.inline()            // T = D/BW + Lₗₐₜ
///     formula.display(width: 60)  // three lines, the fraction with its bar
///     formula.spoken()            // T equals the fraction D over B W end fraction plus L sub lat
///
/// Reading never fails: what is wrong is in `problems`, and the rest is shown. Output has no backslashes and no
/// control characters, whatever the source.
public struct Mathematics: Sendable {
  /// The longest source that is read, in UTF-8 bytes.
  public static let lengthLimit = 20_000

  /// What is wrong in the source, in its order.
  public let problems: [MathProblem]

  let nodes: [MathNode]

  /// Reads `tex`, the source between the dollar signs.
  public init(tex: String) {
    var source = tex
    var problems: [MathProblem] = []
    if source.utf8.count > Self.lengthLimit {
      source = String(decoding: source.utf8.prefix(Self.lengthLimit), as: UTF8.self)
      problems.append(
        MathProblem(
          message: "longer than \(Self.lengthLimit) bytes: the rest is left out", offset: Self.lengthLimit))
    }
    let tokenizer = MathTokenizer(source)
    var parser = MathParser(tokens: tokenizer.tokens, end: source.utf8.count)
    nodes = parser.parseFormula()
    self.problems = (problems + tokenizer.problems + parser.problems).sorted { $0.offset < $1.offset }
  }

  /// The formula in two dimensions. Where it is wider than `width` columns it breaks: after clauses, before relations,
  /// operators and factors, then within brackets, fractions, roots and rows. A part that all this does not make narrow
  /// enough stays wider.
  public func display(width: Int, form: MathForm = .unicode) -> MathBox {
    MathLayout(form: form, sizes: MathScriptSizes(of: nodes)).formula(
      nodes, width: max(1, width)
    )
    .finished
  }

  /// The formula in one line.
  ///
  /// - Parameter keepsScripts: whether spaces within scripts are no-break spaces, for text that is broken into lines.
  public func inline(form: MathForm = .unicode, keepsScripts: Bool = false) -> String? {
    let sizes = MathScriptSizes(of: nodes)
    var text = MathInline(form: form, keepsScripts: keepsScripts, sizes: sizes).text(nodes)
    while text.last == " " { text.removeLast() }
    return text
  }

  /// The formula in words, in reading order.
  public func spoken() -> String {
    MathSpeech().text(nodes)
  }
}
