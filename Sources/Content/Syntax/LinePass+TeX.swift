/// LaTeX that stands in a file without dollar signs: environments of displayed formulas, and definitions.
extension LinePass {
  /// `\begin{align} … \end{align}`: a displayed formula.
  ///
  /// - Returns: false when this is no such environment, so that the line is prose.
  mutating func readEnvironment(at place: Containers.Place, in text: ArraySlice<UInt8>) -> Bool {
    let begin = String(decoding: text[place.byte...], as: UTF8.self)
    guard let name = Self.environments.first(where: { begin.hasPrefix("\\begin{\($0)}") }) else {
      return false
    }
    let end = "\\end{\(name)}"
    let first = line
    var next = first
    var tex = begin
    while !tex.contains(end) {
      next += 1
      guard next <= source.lineCount else { return false }
      let whole = source.bytes[source.range(ofLine: next)]
      guard let content = containers.content(of: whole), content.byte < whole.endIndex else { return false }
      let rest = String(decoding: whole[content.byte...], as: UTF8.self)
      if rest.allSatisfy(\.isWhitespace) { return false }
      tex += "\n" + rest
    }
    guard let close = tex.firstRange(of: end) else { return false }
    let after = Array(tex[close.upperBound...].utf8)[...].drop { $0 == UInt8(ascii: " ") }
    let attributes = AttributeParser.read(after)
    guard after.isEmpty || attributes.map({ $0.length == after.count }) == true else { return false }
    line = next + 1
    replace(
      from: first, at: place.byte - text.startIndex,
      by: .formula(
        tex: file.macros.applied(to: String(tex[..<close.upperBound])), id: attributes?.attributes.id))
    return true
  }

  /// Lines of `\newcommand`, in dollar signs or without: nothing on the page.
  ///
  /// - Returns: false when there is more on a line than definitions.
  mutating func readMacros(at place: Containers.Place, in text: ArraySlice<UInt8>) -> Bool {
    let first = line
    var next = first
    var macros = file.macros
    if text[place.byte...].elementsEqual([UInt8(ascii: "$")]) { return readMacroBlock(at: place, in: text) }
    while next <= source.lineCount {
      let whole = source.bytes[source.range(ofLine: next)]
      guard let content = containers.content(of: whole), content.byte < whole.endIndex,
        FormulaMacros.begins(whole[content.byte...])
      else { break }
      let words = Self.trimmed(String(decoding: whole[content.byte...], as: UTF8.self))
      let dollars = words.prefix { $0 == "$" }.count
      guard dollars <= 2, dollars == 0 || words.count > 2 * dollars && words.hasSuffix(words.prefix(dollars)),
        macros.take(from: String(words.dropFirst(dollars).dropLast(dollars))).allSatisfy(\.isWhitespace)
      else { break }
      next += 1
    }
    guard next > first else { return false }
    file.macros = macros
    line = next
    replace(from: first, at: place.byte - text.startIndex, by: .definitions)
    return true
  }

  /// Definitions between lines of one dollar sign each.
  private mutating func readMacroBlock(at place: Containers.Place, in text: ArraySlice<UInt8>) -> Bool {
    let first = line
    var tex = ""
    var next = first + 1
    while true {
      guard next <= source.lineCount, next - first <= FormulaMacros.limit else { return false }
      let words = Self.trimmed(source.text(ofLine: next))
      if words == "$" { break }
      if words.isEmpty { return false }
      tex += words + "\n"
      next += 1
    }
    var macros = file.macros
    guard FormulaMacros.begins(Array(tex.utf8)[...]), macros.take(from: tex).allSatisfy(\.isWhitespace) else {
      return false
    }
    file.macros = macros
    line = next + 1
    replace(from: first, at: place.byte - text.startIndex, by: .definitions)
    return true
  }

  private static let environments =
    [
      "equation", "align", "gather", "multline", "eqnarray", "alignat", "flalign",
    ].flatMap { [$0, $0 + "*"] } + ["displaymath"]
}
