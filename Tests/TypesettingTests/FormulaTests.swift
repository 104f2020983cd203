import Testing

@testable import Typesetting

/// Formulas of real chapters in all their forms.
@Suite struct FormulaTests {
  @Test(arguments: FormulaTable.typical)
  func typicalFormulasInOneLine(tex: String, inline: String) {
    #expect(Mathematics(tex: tex).inline() == inline)
  }

  @Test func thereAreSeveralHundred() {
    #expect(FormulaTable.all.count >= 250)
    #expect(Set(FormulaTable.all).count == FormulaTable.all.count)
  }

  @Test(arguments: FormulaTable.all)
  func nothingOfTheSourceShows(tex: String) {
    let formula = Mathematics(tex: tex)
    #expect(formula.problems.isEmpty)
    let unicode = [formula.inline() ?? "", formula.spoken()] + formula.display(width: 80).lines
    let ascii = [formula.inline(form: .ascii) ?? ""] + formula.display(width: 80, form: .ascii).lines
    for line in unicode + ascii {
      #expect(!line.contains("\\"))
      #expect(!line.unicodeScalars.contains { $0.value < 0x20 })
    }
    for line in ascii { #expect(line.utf8.allSatisfy { $0 < 0x80 }) }
    #expect(formula.spoken().contains { $0.isLetter })
    let commands = tex.split(separator: "\\").dropFirst().map { $0.prefix { $0.isASCII && $0.isLetter } }
    for command in commands where command.count > 7 {
      #expect(!unicode[0].contains(command), "the name of a command shows")
    }
  }

  @Test(arguments: FormulaTable.all)
  func linesAreAsWideAsMeasured(tex: String) {
    let formula = Mathematics(tex: tex)
    for form in [MathForm.unicode, .ascii] {
      let box = formula.display(width: 100, form: form)
      #expect(box.lines.allSatisfy { DisplayWidth.of($0) <= box.width })
      #expect(box.lines.contains { DisplayWidth.of($0) == box.width })
      #expect(box.lines.indices.contains(box.baseline))
    }
  }

  /// What is unknown is named and reported; nothing else is lost.
  @Test(arguments: [
    (#"a + \unheardof{b}"#, "a + unheardofb", [#"unknown command \unheardof"#]),
    (#"\newcommand{\a}{\a\a} \a + 1"#, "a + 1", [#"\a stands for too much, or for itself"#]),
    (#"x \leq \begin{strange} y \end{strange}"#, "x ≤ y", ["unknown environment strange"]),
    (#"\frac{a}{b"#, "a/b", ["a { without its }"]),
  ])
  func problemsAreNamed(tex: String, inline: String, messages: [String]) {
    let formula = Mathematics(tex: tex)
    #expect(formula.inline() == inline)
    #expect(formula.problems.map(\.message) == messages)
  }
}
