import Testing
import Typesetting

@Suite struct MathematicsProblemTests {
  @Test(arguments: [
    (#"\foo + 1"#, 0, #"unknown command \foo"#, "foo + 1"),
    (#"a + \unknown"#, 4, #"unknown command \unknown"#, "a + unknown"),
    ("{a + b", 0, "a { without its }", "a + b"),
    ("a } b", 2, "a } without its {", "ab"),
    (#"\frac{a}"#, 8, "an argument is missing", "a/"),
    (#"\left( x"#, 5, #"\left without \right"#, "(x"),
    (#"x \right)"#, 2, #"\right without \left"#, "x)"),
    (#"\begin{matrix} a"#, 6, #"\begin{matrix} without its \end"#, "a"),
    (#"\end{matrix} a"#, 0, #"\end without \begin"#, "a"),
    (#"\begin{foo} a \end{foo}"#, 6, "unknown environment foo", "a"),
    (#"\begin{matrix} a \end{cases}"#, 17, #"\end{cases} where \end{matrix} was expected"#, "a"),
    ("x^2^3", 3, "two superscripts on one base: put braces around the first", "x²³"),
    ("a $ b", 2, #"$ within a formula: write a dollar sign as \$"#, "ab"),
    (#"\label{a x"#, 6, "a { without its }", ""),
    ("é \\", 3, "a backslash without a command", "é"),
  ])
  func problemNamesThePlace(tex: String, offset: Int, message: String, line: String) {
    let formula = Mathematics(tex: tex)
    #expect(formula.problems == [MathProblem(message: message, offset: offset)])
    #expect(formula.inline() == line)
  }

  @Test func deepNestingIsCutAndReported() {
    for (open, close) in [
      ("{", "}"), (#"\frac{1}{"#, "}"), (#"\left("#, #"\right)"#), ("x^{", "}"), (#"\sqrt "#, ""),
      (#"\hat"#, ""),
      (#"\begin{matrix}"#, #"\end{matrix}"#), (#"\text{"#, "}"), (#"\not"#, ""), ("[", "]"),
      (#"\sqrt["#, "]{x}"),
      (#"1 \over "#, ""), (#"\substack{"#, "}"), (#"\underbrace "#, ""),
      ("x^{", "}b"), (#"\frac{x"#, "}{2}b"), ("{", "b}^2"), (#"(\frac12)^{"#, "}"), (#"\sqrt[3]{"#, "}"),
      (#"\hat{\frac"#, "}{x}"), (#"\begin{aligned} a & "#, #"\end{aligned}"#),
      (#"\left\| x^{"#, #"}\right\|"#),
    ] {
      let tex = String(repeating: open, count: 1500) + "x" + String(repeating: close, count: 1500)
      check(Mathematics(tex: tex))
    }
    let deep = String(repeating: "{", count: 200) + "x" + String(repeating: "}", count: 200)
    #expect(Mathematics(tex: deep).problems.first?.message == "nested deeper than 64 levels")
  }

  @Test func longSourceIsCutAndReported() {
    let formula = Mathematics(tex: String(repeating: "x + ", count: 10_000))
    #expect(formula.problems.map(\.message) == ["longer than 20000 bytes: the rest is left out"])
    let rows = Mathematics(tex: String(repeating: #"a \\ "#, count: 1000))
    #expect(rows.problems.map(\.message) == ["more than 256 rows"])
    for unit in [
      #"\\"#, "x_1", "(", "|", "'", "&", "^", "_", #"\frac"#, "{}", "1,000,", "\u{301}", #"\sum_"#,
    ] {
      check(Mathematics(tex: String(repeating: unit, count: 20_000 / unit.utf8.count)))
    }
  }

  @Test func nonsenseIsShownWithoutBackslashesOrControls() {
    var generator = Generator(state: 7)
    let pieces = [
      "{", "}", "^", "_", "&", #"\\"#, #"\left"#, #"\right"#, "(", ")", "|", #"\|"#, #"\frac"#, #"\sqrt"#,
      "[", "]",
      #"\begin{cases}"#, #"\end{cases}"#, #"\begin{array}"#, #"\text"#, "$", "%\n", "x", "12", " ", #"\sum"#,
      #"\hat"#,
      "'", #"\underbrace"#, #"\xrightarrow"#, #"\middle"#, #"\over"#, #"\tag"#, #"\mathbf"#, #"\not"#,
      #"\\["#, "é",
      "\u{1B}[31m", "\u{301}", "日", #"\ "#, #"\bigl"#, #"\limits"#, #"\substack"#, #"\operatorname*"#,
      #"\color"#, "\\",
    ]
    for _ in 0..<2000 {
      var tex = ""
      for _ in 0..<Int(generator.next() % 24) { tex += pieces[Int(generator.next() % UInt64(pieces.count))] }
      check(Mathematics(tex: tex))
    }
    for _ in 0..<500 {
      let bytes = (0..<Int(generator.next() % 60)).map { _ in
        UInt8(truncatingIfNeeded: generator.next() >> 20)
      }
      check(Mathematics(tex: String(decoding: bytes, as: UTF8.self)))
    }
  }

  private func check(_ formula: Mathematics) {
    let line = formula.inline() ?? ""
    #expect(!line.contains("\n"))
    for form in [MathForm.unicode, .ascii] {
      for width in [1, 40] {
        let box = formula.display(width: width, form: form)
        #expect(box.lines.indices.contains(box.baseline))
        #expect(box.lines.allSatisfy(isClean))
        #expect(form == .unicode || box.lines.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } }, "\(box.lines)")
      }
    }
    #expect(isClean(line) && isClean(formula.spoken()) && isClean(formula.inline(form: .ascii) ?? ""))
    #expect(formula.problems.allSatisfy { $0.offset >= 0 })
  }

  private func isClean(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { $0 != "\\" && $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) }
  }

  /// The linear congruential generator of Knuth's MMIX.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 16
    }
  }
}
