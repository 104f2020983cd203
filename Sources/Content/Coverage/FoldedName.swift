/// A name of the field without its spelling: case, hyphens and plurals, and British against American endings, do not
/// count.
enum FoldedName {
  /// The name with each word in one form.
  static func fold(_ name: String) -> String {
    let words = name.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "'" || $0 == "’") }
    return words.map { singular(String($0)) }.joined(separator: " ")
  }

  /// What a term of an inventory may be called: as it stands, and without what stands in parentheses.
  static func forms(of term: String) -> [String] {
    guard let open = term.firstIndex(of: "("), open > term.startIndex else { return [fold(term)] }
    return [fold(term), fold(String(term[..<open]))]
  }

  /// The parts of a term that names several (`GEMV / GEMM`); empty for one that names one.
  static func parts(of term: String) -> [String] {
    let parts = term.components(parting: " / ")
    return parts.count > 1 ? parts : []
  }

  /// The stem of a word that its singular and its plural share.
  private static func singular(_ word: String) -> String {
    var word = word.replacing("isation", with: "ization")
    if word.hasSuffix("ies"), word.count > 4 { return word.dropLast(3) + "y" }
    if word.hasSuffix("s"), word.count > 3, !["ss", "bias"].contains(where: word.hasSuffix) {
      word.removeLast()
    }
    if word.hasSuffix("e"), word.count > 3 { word.removeLast() }
    return word
  }
}

extension String {
  fileprivate func components(parting separator: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts + [String(rest)]
  }
}
