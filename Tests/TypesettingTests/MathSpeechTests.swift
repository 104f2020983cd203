import Testing

@testable import Typesetting

/// Formulas that differ must sound different.
@Suite struct MathSpeechTests {
  /// Formulas that look alike but for where something ends, or for a sign.
  @Test(arguments: [
    (#"x_{i+1} + y"#, #"x_i + 1 + y"#),
    (#"n_{\ell-1} n_\ell"#, #"n_\ell - 1 \cdot n_\ell"#),
    (#"a^{(l-1)}"#, #"a^{(l)} - 1"#),
    (#"a^{(l)}"#, #"a^l"#),
    (#"a^{(l)}"#, #"a^{[l]}"#),
    (#"W^O"#, #"W^{(O)}"#),
    (#"L^{CLIP}"#, #"L^{(CLIP)}"#),
    (#"A^{(l-1)\top}"#, #"A^{(l-1)} \top"#),
    (#"A^{(l)\,T} b"#, #"A^{l T} b"#),
    (#"A^{-T}"#, #"A - T"#),
    (#"A^{-T}"#, #"A^{-1}"#),
    (#"\frac{e^a}{b}"#, #"e^{\frac{a}{b}}"#),
    (#"\frac{e^{z_i}}{b}"#, #"e^{z_i/b}"#),
    (#"\frac{\sum_i x_i}{n}"#, #"\sum_i \frac{x_i}{n}"#),
    (#"\frac{\frac{a}{b}}{c}"#, #"\frac{a}{\frac{b}{c}}"#),
    (#"\frac{a/b}{c}"#, #"\frac{a}{b/c}"#),
    (#"\frac{x}{2}(1+y)"#, #"\frac{x}{2(1+y)}"#),
    (#"\frac{a}{b}c"#, #"\frac{a}{bc}"#),
    (#"\frac{\sqrt{a}}{b}"#, #"\sqrt{\frac{a}{b}}"#),
    (#"\sqrt{a} + b"#, #"\sqrt{a + b}"#),
    (#"\sqrt{x}^2"#, #"\sqrt{x^2}"#),
    (#"\sqrt{x}_i"#, #"\sqrt{x_i}"#),
    (#"f(x)^2"#, #"f(x^2)"#),
    (#"f(x)_i"#, #"f(x_i)"#),
    (#"f(x) + 1"#, #"f(x + 1)"#),
    (#"x[i]"#, #"x(i)"#),
    (#"w_{i_j}"#, #"{w_i}_j"#),
    (#"w_{ij}"#, #"w_i j"#),
    (#"[x_{i,j}]"#, #"[x_i, j]"#),
    (#"e^{-x} + 1"#, #"e^{-x + 1}"#),
    (#"2^{n+1}"#, #"2^n + 1"#),
    (#"x^{2n}"#, #"x^2 n"#),
    (#"e^{x^2}"#, #"{e^x}^2"#),
    (#"\hat{x+y}"#, #"x + \hat{y}"#),
    (#"\overline{AB}"#, #"A\overline{B}"#),
    (#"\hat{y_i}"#, #"y_{\hat i}"#),
    (#"\hat{y}_i"#, #"\hat{y_i}"#),
    (#"x \oplus y"#, #"x + y"#),
    (#"x \odot y"#, #"x \cdot y"#),
    (#"f * g"#, #"f \cdot g"#),
    (#"a \leftarrow b"#, #"a \to b"#),
    (#"a = b \qquad c = d"#, #"a = b c = d"#),
    (#"\{x_i\}_{i=1}^n"#, #"\{x_i\}_i = 1^n"#),
    (#"\lim_{x \to 0^+} f"#, #"\lim_{x \to 0^-} f"#),
    (#"\lim_{x \to 0^+} f"#, #"\lim_{x \to 0} + f"#),
    (#"\left[ F \right]_0^1"#, #"\left[ F_0^1 \right]"#),
    (#"H_{ijk}"#, #"H_{ij} k"#),
    (#"\binom{n+1}{k}"#, #"n + \binom{1}{k}"#),
    (#"\left.f\right|_{x=0} + 1"#, #"\left.f\right|_{x=0+1}"#),
    (#"a + \underbrace{b + c}_{d}"#, #"\underbrace{a + b + c}_{d}"#),
    (#"\frac{\partial L}{\partial W} x"#, #"\frac{\partial L}{\partial W x}"#),
    (#"\log_2 n"#, #"\log 2 n"#),
    (#"\begin{vmatrix} a & b \\ c & d \end{vmatrix}"#, #"\begin{bmatrix} a & b \\ c & d \end{bmatrix}"#),
    (#"y_{<t}"#, #"y < t"#),
    (#"\{x \mid x > 0\}"#, #"\{x, x > 0\}"#),
    (#"x \tag{3}"#, "x"),
    (#"\theta"#, #"\vartheta"#),
    (#"\begin{smallmatrix} a & -b \end{smallmatrix}"#, "a - b"),
    (#"\begin{aligned} u &= v & w &= x \end{aligned}"#, "u = v w = x"),
    (#"\underset{b}{a}"#, #"\frac{a}{b}"#),
    (#"\ket{x}"#, #"\abs{x}"#),
  ])
  func pairsDiffer(first: String, second: String) {
    #expect(Mathematics(tex: first).problems.isEmpty && Mathematics(tex: second).problems.isEmpty)
    let words = Mathematics(tex: first).spoken()
    #expect(words != Mathematics(tex: second).spoken(), "\(first) and \(second) are both said: \(words)")
  }

  /// Words of the book's formulas as they are read aloud.
  @Test(arguments: [
    (#"n_{\ell-1} n_\ell"#, "n sub l minus 1 end sub times n sub l"),
    (
      #"\mathbf{A}^{(\ell-1)\,T} \boldsymbol\delta^{(\ell)}"#,
      "A superscript l minus 1 end superscript transpose times delta superscript l"
    ),
    (
      #"\frac{e^{z_i}}{\sum_{j=1}^{K} e^{z_j}}"#,
      "the fraction e to the power z sub i end power over the sum from j equals 1 to K of "
        + "e to the power z sub j end power end fraction"
    ),
    (#"\frac{x}{2}(1 + y)"#, "the fraction x over 2 end fraction times open paren 1 plus y close paren"),
    (#"\frac{1}{2} c w^2"#, "one half times c w squared"),
    (#"y = \frac{a}{b} + 1"#, "y equals a over b plus 1"),
    (#"a = b \qquad c = d"#, "a equals b ; c equals d"),
    (#"y = x \quad \text{if } x > 0"#, "y equals x , if x is greater than 0"),
    (#"\eta\, \nabla_\theta \mathcal{L}"#, "eta times the gradient with respect to theta of script L"),
    (#"784 \times 128"#, "784 by 128"),
    (
      #"(1 \times 784)(784 \times 128)"#,
      "open paren 1 by 784 close paren times open paren 784 by 128 close paren"
    ),
    (#"\mathbb{R}^{n \times d}"#, "R to the power n by d end power"),
    (#"2 \times 3 = 6"#, "2 times 3 equals 6"),
    (#"y_{<t}"#, "y sub less than t end sub"), (#"W^O"#, "W super O"),
    (#"\{x \mid x > 0\}"#, "open brace x such that x is greater than 0 close brace"),
    (#"\{x_i\}_{i=1}^n"#, "open brace x sub i close brace for i equals 1 to n"),
    (#"\lim_{x \to 0^+} f"#, "the limit as x goes to 0 from above of f"),
    (#"\left[ F \right]_0^1"#, "open bracket F close bracket evaluated from 0 to 1"),
    (#"A^{-T}"#, "A inverse transpose"), (#"H_{ijk}"#, "H sub i j k"), (#"C_{in}"#, "C sub in"),
    // Products.
    (#"\frac{1}{2}\|x\|^2"#, "one half times the norm of x end norm squared"),
    (
      #"\frac{\partial u}{\partial a}(a, b)"#,
      "the partial derivative of u with respect to a at open paren a , b close paren"
    ),
    (#"\frac{df}{dx}(x) y"#, "the derivative of f with respect to x at x times y"),
    (
      #"\frac{\partial L}{\partial y}(1 - y)"#,
      "the partial derivative of L with respect to y times open paren 1 minus y close paren"
    ),
    (#"\int f(x) dx"#, "the integral of f of x d x"),
    (#"x_i \forall i"#, "x sub i for all i"),
    (#"x\,(5)"#, "x times open paren 5 close paren"),
    (#"\left. f \right|_0^1 + \Big|_a^b"#, "f evaluated from 0 to 1 plus evaluated from a to b"),
    (#"\frac{a}{b}^2"#, "the fraction a over b end fraction squared"),
    (#"{\|x\|}_2"#, "the norm of x end norm sub 2"),
    (#"{(a + b)}^2"#, "open paren a plus b close paren squared"),
    (
      #"\left[ \min\left( a, b \right) \right]"#,
      "open bracket the minimum of open paren a , b close paren close bracket"
    ),
    (#"\min_x \quad (a - b)"#, "the minimum over x of open paren a minus b close paren"),
    (#"\operatorname*{minimize}_x f"#, "minimize over x f"),
    (#"E_z[x]"#, "E sub z of x"), (#"\psi(.)"#, "psi of dot"),
    (#"f(., y)"#, "f of open paren dot , y close paren"),
    // Rows.
    (
      #"\bigl( \begin{smallmatrix} c & -s \\ s & c \end{smallmatrix} \bigr)"#,
      "open paren the 2 by 2 matrix row 1: c , minus s ; row 2: s , c end matrix close paren"
    ),
    (
      #"\bigl( \begin{smallmatrix} a \\ b \end{smallmatrix} \bigr)"#,
      "open paren the 2 by 1 matrix row 1: a ; row 2: b end matrix close paren"
    ),
    (#"\sum_{\substack{i \in A \\ j < i}} x"#, "the sum over i in A ; j less than i of x"),
    (#"\begin{aligned} u &= v & w &= x \\ y &= z \end{aligned}"#, "u equals v , w equals x ; y equals z"),
    (
      #"\begin{alignedat}{2} 10&x + {}&3&y = 2, \\ &x + {}&&y = 1 \end{alignedat}"#,
      "10 x plus 3 y equals 2 ; x plus y equals 1"
    ),
    (#"\begin{aligned} a &= b, \\ c &= d \end{aligned}"#, "a equals b ; c equals d"),
    (#"\begin{array}{rcll} a & = & b \\ & = & c & \text{by } d \end{array}"#, "a equals b ; equals c , by d"),
    (#"\begin{array}{l} \text{for } t \\ \quad x = t \end{array}"#, "for t ; x equals t"),
    // Above and below.
    (#"\underset{(d\times n)}{K^\top} V"#, "K transpose with open paren d by n close paren below times V"),
    (#"\underset{x \in A}{\mathbb{E}}[x]"#, "E with x in A below of x"),
    (#"\overset{n}{X_i}"#, "X sub i with n above"), (#"\overset{n}{ab}"#, "the group a b with n above"),
    (#"a \stackrel{def}{=} b"#, "a equals by definition b"),
    (#"a \stackrel{!}{=} b"#, "a equals with exclamation mark above b"),
    (#"a \stackrel{atomic\space add}{\leftarrow} b"#, "a becomes with atomic add above b"),
    // Bars.
    (
      #"\{p(x) \mid p(x|z) \in Z\}"#,
      "open brace p of x such that p of open paren x given z close paren in Z close brace"
    ),
    (#"\{a \mid b | c\}"#, "open brace a such that b given c close brace"),
    (#"\Vert_{h=1}^{H} x_h"#, "the concatenation from h equals 1 to H of x sub h"),
    (#"a \, \Vert \, \ldots \, \Vert \, b"#, "a concatenated with and so on concatenated with b"),
    (#"[a \| b]"#, "open bracket a concatenated with b close bracket"),
    (#"\mathrm{MLP}(a \| b)"#, "MLP of open paren a concatenated with b close paren"),
    (
      #"\mathrm{KL}(p \| q) + D_f(p \| q)"#,
      "KL of open paren p from q close paren plus D sub f of open paren p from q close paren"
    ),
    (#"\langle a | b \rangle"#, "open angle a bar b close angle"),
    (#"\ket{\psi} + \bra{a + b}"#, "ket psi plus bra a plus b end bra"),
    // Relations and signs.
    (#"a \equiv b \pmod{n}"#, "a is congruent to b modulo n"), (#"a \bmod n"#, "a mod n"),
    (#"\pmod{n + 1} + c"#, "modulo n plus 1 end modulo plus c"),
    (#"S >> T"#, "S is much greater than T"), (#"S << T"#, "S is much less than T"),
    (#"\min_{x \le 1, y \sim p} f"#, "the minimum over x at most 1 , y distributed as p of f"),
    (#"\min_{1 \le x \le 2} f"#, "the minimum over 1 is at most x is at most 2 of f"),
    (#"(C_u)_{1 \le u}"#, "open paren C sub u close paren for 1 at most u end range"),
    (##"\varphi \# \mu"##, "phi sharp mu"), (#"A^{*\times n}"#, "A to the power star times n end power"),
    // Derivatives by an index, and steps that look like a transpose.
    (
      #"\partial_x^2 f + \partial_t f"#,
      "the second partial with respect to x of f plus the partial with respect to t of f"
    ),
    (#"\nabla_x^2 f"#, "nabla squared with respect to x of f"),
    (#"\bar{\sigma}_i^T(I)"#, "sigma bar sub i to the T open paren I close paren"),
    (#"r_i^T \le \sum_{t=1}^{T} r_t"#, "r sub i to the T is at most the sum from t equals 1 to T of r sub t"),
    (#"\sum_{t=1}^{T} w^T x_t"#, "the sum from t equals 1 to T of w transpose times x sub t"),
  ])
  func formulasInWords(tex: String, words: String) { #expect(Mathematics(tex: tex).spoken() == words) }

  private static let leaves = ["a", "b", "2", #"x_i"#, #"y^2"#]

  /// What formulas are made of, with a place for one part or two.
  private static let forms = [
    "①_{②}", "①^{②}", "①^{(②)}", #"\frac{①}{②}"#, #"\sqrt{①} \cdot ②"#, "① ②", "① + ②", "① - ②", "①, ②",
    "f(①) ②", "(①) ②", "|①| ②", #"\sum_{①} ②"#, #"\log ① \cdot ②"#, #"\hat{①} ②"#, #"① \qquad ②"#, "① = ②",
    #"\max_{①} ②"#, #"\frac{\partial ①}{\partial ②}"#, #"①^{\top} ②"#, #"①^{(②)\top}"#,
    #"\lfloor ① \rfloor ②"#,
  ]

  private static func form(_ form: String, _ first: String, _ second: String) -> String {
    form.replacing("①", with: "{\(first)}").replacing("②", with: "{\(second)}")
  }

  /// Every form within every other: where two are said alike, their lines are alike too.
  @Test func nestedFormsDiffer() {
    var lines: [String: (tex: String, line: String)] = [:]
    var inner = Self.leaves
    for form in Self.forms {
      inner += [("a", "b"), ("b", "2"), ("x_i", "a")].map { Self.form(form, $0, $1) }
    }
    var count = 0
    for form in Self.forms {
      for part in inner {
        for leaf in Self.leaves {
          for tex in [Self.form(form, part, leaf), Self.form(form, leaf, part)] {
            let formula = Mathematics(tex: tex)
            let (words, line) = (formula.spoken(), Self.normal(formula))
            if let other = lines[words], other.line != line {
              Issue.record("\(other.tex) and \(tex) are both said: \(words)")
              count += 1
              if count > 40 { return }
            }
            lines[words] = (tex, line)
          }
        }
      }
    }
    #expect(lines.count > 10_000)
  }

  /// What is seen of a formula.
  private static func normal(_ formula: Mathematics) -> String {
    formula.inline() ?? ""
  }
}
