import Testing
import Typesetting

@Suite struct MathMLTests {
  /// TeX, and what stands within the outer row.
  static let formulas: [(tex: String, mathML: String)] = [
    ("x", "<mi>x</mi>"),
    ("12 + 3.5", "<mn>12</mn><mo>+</mo><mn>3.5</mn>"),
    ("a < b", "<mi>a</mi><mo>&lt;</mo><mi>b</mi>"),
    ("x_i^2", "<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>"),
    (#"\frac{a}{b}"#, "<mfrac><mi>a</mi><mi>b</mi></mfrac>"),
    (#"\sqrt[3]{x}"#, "<mroot><mi>x</mi><mn>3</mn></mroot>"),
    (#"\sum_{i}^{n} x"#, "<munderover><mo>∑</mo><mi>i</mi><mi>n</mi></munderover><mi>x</mi>"),
    (#"\hat{y}"#, "<mover accent=\"true\"><mi>y</mi><mo>^</mo></mover>"),
    (#"\text{if } x"#, "<mtext>if\u{A0}</mtext><mi>x</mi>"),
    (
      #"\begin{pmatrix} a & b \\ c & d \end{pmatrix}"#,
      "<mrow><mo stretchy=\"true\" fence=\"true\">(</mo><mtable><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr>"
        + "<mtr><mtd><mi>c</mi></mtd><mtd><mi>d</mi></mtd></mtr></mtable><mo stretchy=\"true\" fence=\"true\">)</mo></mrow>"
    ),
    (
      #"\begin{array}{l|c} \multicolumn{2}{r}{a} \\ \hline b & c \end{array}"#,
      "<mrow><mtable><mtr><mtd columnspan=\"2\" style=\"text-align: right\"><mi>a</mi></mtd></mtr>"
        + "<mtr><mtd style=\"text-align: left; border-right: 1px solid; border-top: 1px solid\"><mi>b</mi></mtd>"
        + "<mtd style=\"border-top: 1px solid\"><mi>c</mi></mtd></mtr></mtable></mrow>"
    ),
  ]

  @Test(arguments: formulas) func formulasBecomeMathML(formula: (tex: String, mathML: String)) {
    let text = Mathematics(tex: formula.tex).mathML()
    #expect(text.hasSuffix("><mrow>\(formula.mathML)</mrow></math>"), "\(text)")
  }

  @Test func aDisplayedOneSaysSoAndWhatItMeans() {
    #expect(
      Mathematics(tex: "x").mathML(isDisplayed: true)
        == "<math display=\"block\" aria-label=\"x\"><mrow><mi>x</mi></mrow></math>")
  }

  @Test(arguments: ["<script>", "\\text{<b>\"}", "\\operatorname{a<b}", "\u{1B}[0m"])
  func nothingEscapes(tex: String) {
    let text = Mathematics(tex: tex).mathML()
    #expect(!text.contains("<script") && !text.contains("<b>") && !text.contains("\u{1B}"))
  }
}
