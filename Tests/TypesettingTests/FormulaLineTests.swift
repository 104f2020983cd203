import Testing

@testable import Typesetting

/// Formulas that have to be written without their second dimension.
@Suite struct FormulaLineTests {
  @Test(arguments: [
    ("a = b", 20, ["a = b"]),
    ("a = b + c,   d = e", 40, ["a = b + c,", "d = e"]),
    ("f(a, b   c) = sum(a = b) ≤ d", 12, ["f(a, b   c)", ">= sum(a = b)", ">≤ d"]),
    ("f(x) = 1 + 2 + 3 ≈ 6", 16, ["f(x) = 1 + 2 + 3", ">≈ 6"]),
    ("loss(x) -> 0 != 1", 9, ["loss(x)", ">-> 0", ">!= 1"]),
    ("", 9, []),
  ])
  func clausesAndRelationsBeginLines(text: String, width: Int, lines: [String]) {
    let found = FormulaLine.lines(of: text, width: width)
    #expect(found.map { ($0.isContinued ? ">" : "") + $0.text } == lines)
  }

  @Test func noLineEndsInAScript() {
    let tex = #"H_{i+di,\,j+dj} + x"#
    #expect(Mathematics(tex: tex).inline(keepsScripts: true) == "H_(i+di,\u{A0}j+dj) + x")
    #expect(Mathematics(tex: tex).inline() == "H_(i+di, j+dj) + x")
  }

  @Test func aFormulaBreaksAtItsGapBeforeItsRelations() {
    let tex = #"P(a, 2i) = \sin(a / b_{n}), \qquad P(a, 2i + 1) = \cos(a / b_{n})"#
    #expect(
      Mathematics(tex: tex).display(width: 34).lines == [
        "P(a, 2i) = sin(a/bₙ),", "P(a, 2i + 1) = cos(a/bₙ)",
      ])
  }
}
