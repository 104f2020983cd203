/// Names that papers and books of the field define for their letters and operators, so that a formula pasted from
/// one can be read without its preamble.
enum MathNotation {
  /// `\vx` and `\bx` are a bold x, `\mW` and `\rmW` a bold W, `\gG` and `\cL` script, `\sR` and `\bbR` double-struck;
  /// nil for another name. The prefixes are those of the notation of the textbook Deep Learning (Goodfellow and
  /// others, 2016) and of common packages of macros.
  static func letter(_ name: String) -> MathNode? {
    // Greek names first, so that `\bmu` is a bold mu and not a bold u.
    let candidates = families.filter { name.hasPrefix($0.prefix) }
      .map { ($0.font, String(name.dropFirst($0.prefix.count)), $0.letters) }
    for (font, rest, letters) in candidates.filter({ $0.1.count > 1 })
      + candidates.filter({ $0.1.count == 1 })
    {
      guard var symbol = symbol(rest, letters) else { continue }
      if let character = symbol.unicode.first {
        symbol.unicode = String(MathAlphabet.styled(character, font))
      }
      if font == .script { symbol.spoken = "script " + symbol.spoken }
      return .symbol(symbol)
    }
    return nil
  }

  /// Operators whose argument may stand in braces, with the brackets that show it.
  static let calls = [
    "E": "[]", "Expect": "[]", "expect": "[]", "EE": "[]", "Var": "()", "var": "()", "Cov": "()",
    "cov": "()", "Prob": "()", "prob": "()", "PP": "()", "KL": "()", "DKL": "()", "bigO": "()", "BigO": "()",
    "Tr": "()", "tr": "()", "trace": "()", "diag": "()", "rank": "()", "softmax": "()", "sign": "()",
    "sgn": "()", "ReLU": "()", "relu": "()", "sigmoid": "()", "logit": "()", "Unif": "()", "Normal": "()",
    "round": "()",
    "Bern": "()", "ind": "[]", "indicator": "[]",
  ]

  private enum Letters { case any, upper, lower }

  /// Longer prefixes first, so that `\rvx` is not read as `\rv` and an x.
  private static let families: [(prefix: String, font: MathFont, letters: Letters)] = [
    ("mathcal", .script, .upper), ("mathscr", .script, .upper), ("mathbb", .doubleStruck, .upper),
    ("mathbf", .bold, .any), ("cal", .script, .upper), ("scr", .script, .upper), ("mc", .script, .upper),
    ("bb", .doubleStruck, .upper), ("bf", .bold, .any), ("bs", .bold, .any), ("bm", .bold, .any),
    ("rv", .bold, .lower), ("rm", .bold, .upper), ("ev", .normal, .lower), ("em", .normal, .upper),
    ("v", .bold, .lower), ("m", .bold, .upper), ("t", .bold, .upper), ("g", .script, .upper),
    ("s", .doubleStruck, .upper), ("c", .script, .upper), ("r", .normal, .any), ("b", .bold, .any),
  ]

  private static func symbol(_ name: String, _ letters: Letters) -> MathSymbol? {
    guard let first = name.first, first.isLetter else { return nil }
    switch letters {
    case .any: break
    case .upper: guard first.isUppercase else { return nil }
    case .lower: guard first.isLowercase else { return nil }
    }
    if name.count == 1 { return MathSymbolTable.character(first) }
    guard let known = MathSymbolTable.command(name), known.unicode.count == 1,
      let scalar = known.unicode.unicodeScalars.first, (0x370...0x3FF).contains(scalar.value) || name == "ell"
    else { return nil }
    return known
  }
}
