import Testing
import Typesetting

@Suite struct MathematicsDisplayTests {
  @Test(arguments: pictures + MathematicsFieldTable.pictures) func formulaInTwoDimensions(
    picture: MathematicsPicture
  ) {
    let formula = Mathematics(tex: picture.tex)
    let box = formula.display(width: picture.width)
    #expect(formula.problems == [])
    #expect(box.lines == picture.lines)
    #expect(box.baseline == picture.baseline)
    #expect(box.width == picture.lines.map { DisplayWidth.of($0) }.max())
  }

  @Test(arguments: asciiPictures) func formulaInASCII(picture: MathematicsPicture) {
    let box = Mathematics(tex: picture.tex).display(width: picture.width, form: .ascii)
    #expect(box.lines == picture.lines)
    #expect(box.baseline == picture.baseline)
  }

  static let pictures: [MathematicsPicture] = [
    MathematicsPicture(
      #"\frac{a}{b}"#, baseline: 1,
      """
      a
      ─
      b
      """),
    MathematicsPicture(
      #"\frac{1}{1 + e^{-x}}"#, baseline: 1,
      """
         1
      ───────
      1 + e⁻ˣ
      """),
    MathematicsPicture(
      #"\frac{\partial \mathcal{L}}{\partial \mathbf{W}^{(\ell)}} = \frac{\partial \mathcal{L}}{\partial \mathbf{a}^{(\ell)}} \frac{\partial \mathbf{a}^{(\ell)}}{\partial \mathbf{W}^{(\ell)}}"#,
      baseline: 1,
      """
       ∂ℒ      ∂ℒ   ∂𝐚⁽ˡ⁾
      ───── = ───── ─────
      ∂𝐖⁽ˡ⁾   ∂𝐚⁽ˡ⁾ ∂𝐖⁽ˡ⁾
      """),
    MathematicsPicture(
      #"-\frac{1}{N}\sum_{i=1}^{N} y_i \log \hat{y}_i"#, baseline: 1,
      """
        1  N
      − ─  ∑  yᵢ log ŷᵢ
        N i=1
      """),
    MathematicsPicture(
      #"\frac{\frac{a}{b}}{c + d}"#, baseline: 3,
      """
        a
        ─
        b
      ─────
      c + d
      """),
    MathematicsPicture(
      #"\frac{1}{1+\frac{1}{x}}"#, baseline: 1,
      """
         1
      ───────
           1
       1 + ─
           x
      """),
    MathematicsPicture(
      #"\binom{n}{k} p^k"#, baseline: 1,
      """
      ⎛n⎞
      ⎜ ⎟pᵏ
      ⎝k⎠
      """),
    MathematicsPicture(
      #"\tfrac12 m v^2"#, baseline: 0,
      """
      ½mv²
      """),
    MathematicsPicture(
      #"{n \over k}"#, baseline: 1,
      """
      n
      ─
      k
      """),
    MathematicsPicture(
      #"\sqrt{x}"#, baseline: 0,
      """
      √x
      """),
    MathematicsPicture(
      #"\sqrt{x^2 + y^2}"#, baseline: 1,
      """
       ┌───────
      ╲│x² + y²
      """),
    MathematicsPicture(
      #"\sqrt{\frac{2}{\pi}}"#, baseline: 2,
      """
       ┌─
       │2
       │─
      ╲│π
      """),
    MathematicsPicture(
      #"\sqrt[3]{x + 1}"#, baseline: 1,
      """
        ┌─────
      ³╲│x + 1
      """),
    MathematicsPicture(
      #"\frac{x - \mu}{\sqrt{\sigma^2 + \epsilon}}"#, baseline: 1,
      """
       x − μ
      ────────
       ┌──────
      ╲│σ² + ε
      """),
    MathematicsPicture(
      #"x_i^2 + a_{ij} + W^{(\ell)} + x^{n-1}"#, baseline: 0,
      """
      xᵢ² + aᵢⱼ + W⁽ˡ⁾ + xⁿ⁻¹
      """),
    MathematicsPicture(
      #"T_{data} = R_{GPU}"#, baseline: 0,
      """
      T     = R
       data    GPU
      """),
    MathematicsPicture(
      #"x_{n_k}^{\alpha}"#, baseline: 1,
      """
       α
      x
       nₖ
      """),
    MathematicsPicture(
      #"e^{-\lambda T}"#, baseline: 1,
      """
       −λT
      e
      """),
    MathematicsPicture(
      #"e^{-\frac{x^2}{2\sigma^2}}"#, baseline: 1,
      """
       −x²/(2σ²)
      e
      """),
    MathematicsPicture(
      #"2^{2^{n_k}}"#, baseline: 2,
      """
        nₖ
       2
      2
      """),
    MathematicsPicture(
      #"\mathbf{W}^{[l]}_{ij}"#, baseline: 1,
      """
       [l]
      𝐖ᵢⱼ
      """),
    MathematicsPicture(
      #"f'(x) + x'_i + {W^{(l)}}^T + {x^2}^3"#, baseline: 0,
      """
      f′(x) + x′ᵢ + W⁽ˡ⁾ᵀ + (x²)³
      """),
    MathematicsPicture(
      #"\left(1 + \frac{r}{n}\right)^{n}"#, baseline: 1,
      """
      ⎛    r⎞ⁿ
      ⎜1 + ─⎟
      ⎝    n⎠
      """),
    MathematicsPicture(
      #"(\frac{a}{b})^{-\alpha}"#, baseline: 1,
      """
      ⎛a⎞−α
      ⎜─⎟
      ⎝b⎠
      """),
    MathematicsPicture(
      #"\sum_{i} x_i"#, baseline: 0,
      """
      ∑ xᵢ
      i
      """),
    MathematicsPicture(
      #"\sum_{i=1}^{n} \sum_{j \in S} w_{ij} x_j"#, baseline: 1,
      """
       n
       ∑   ∑  wᵢⱼxⱼ
      i=1 j∈S
      """),
    MathematicsPicture(
      #"W_Q + W_K"#, baseline: 0,
      """
      W  + W
       Q    K
      """),
    MathematicsPicture(
      #"d^{\text{layers}}"#, baseline: 1,
      """
       layers
      d
      """),
    MathematicsPicture(
      #"\prod_{l=1}^{N_L} (1 + a_l)"#, baseline: 2,
      """
      N
       L
       ∏  (1 + aₗ)
      l=1
      """),
    MathematicsPicture(
      #"\sum_{\substack{i=1 \\ i \ne j}}^{n} a_{ij}"#, baseline: 1,
      """
       n
       ∑  aᵢⱼ
      i=1
      i≠j
      """),
    MathematicsPicture(
      #"\frac{e^{z_i}}{\sum_{j=1}^{K} e^{z_j}}"#, baseline: 2,
      """
          zᵢ
         e
      ─────────
             zⱼ
      ∑ⱼ₌₁ᴷ e
      """),
    MathematicsPicture(
      #"\int_0^1 f(x)\,dx"#, baseline: 0,
      """
      ∫₀¹ f(x) dx
      """),
    MathematicsPicture(
      #"\int_0^\infty e^{-x}\,dx"#, baseline: 1,
      """
      ⌠∞
      ⎮  e⁻ˣ dx
      ⌡0
      """),
    MathematicsPicture(
      #"\int\limits_a^b g"#, baseline: 1,
      """
      b
      ∫ g
      a
      """),
    MathematicsPicture(
      #"\lim_{n \to \infty} a_n = 0"#, baseline: 0,
      """
      lim aₙ = 0
      n→∞
      """),
    MathematicsPicture(
      #"\hat\theta = \arg\max_{\theta} p(x \mid \theta)"#, baseline: 0,
      """
      θ̂ = arg max p(x | θ)
             θ
      """),
    MathematicsPicture(
      #"\operatorname*{argmin}_{w} L(w)"#, baseline: 0,
      """
      argmin L(w)
        w
      """),
    MathematicsPicture(
      #"\max_{x \in X} f(x)"#, baseline: 0,
      """
      max f(x)
      x∈X
      """),
    MathematicsPicture(
      #"\hat{y}, \bar{x}, \tilde{w}, \vec{v}, \dot{q}, \hat{y}_i"#, baseline: 0,
      """
      ŷ, x̄, w̃, v⃗, q̇, ŷᵢ
      """),
    MathematicsPicture(
      #"\overline{ab} + \widehat{x+y} + \overline{\frac{a}{b}}"#, baseline: 2,
      """
                   _
           ^^^^^   a
      a̅b̅ + x + y + ─
                   b
      """),
    MathematicsPicture(
      #"\left[ \frac{a}{b} \right]"#, baseline: 1,
      """
      ⎡a⎤
      ⎢─⎥
      ⎣b⎦
      """),
    MathematicsPicture(
      #"\left\{ \frac{a}{b} \right\}"#, baseline: 1,
      """
      ⎧a⎫
      ⎨─⎬
      ⎩b⎭
      """),
    MathematicsPicture(
      #"\left| \frac{a}{b} \right| + \left\| \frac{a}{b} \right\|_2^2"#, baseline: 1,
      """
      │a│   ║a║²
      │─│ + ║─║
      │b│   ║b║₂
      """),
    MathematicsPicture(
      #"\left\lceil \frac{n}{2} \right\rceil + \left\lfloor \frac{n}{2} \right\rfloor"#, baseline: 1,
      """
      ⎡n⎤   ⎢n⎥
      ⎢─⎥ + ⎢─⎥
      ⎢2⎥   ⎣2⎦
      """),
    MathematicsPicture(
      #"\left\langle \frac{a}{b} \right\rangle"#, baseline: 1,
      """
      ╱a╲
      ⟨─⟩
      ╲b╱
      """),
    MathematicsPicture(
      #"\left. \frac{dL}{dw} \right|_{w=0}"#, baseline: 1,
      """
      dL│
      ──│
      dw│w=0
      """),
    MathematicsPicture(
      #"\left( \frac{a}{b} \middle| c \right)"#, baseline: 1,
      """
      ⎛a │  ⎞
      ⎜─ │ c⎟
      ⎝b │  ⎠
      """),
    MathematicsPicture(
      #"\bigl( x + \frac{a}{b} \bigr)"#, baseline: 1,
      """
      ⎛    a⎞
      ⎜x + ─⎟
      ⎝    b⎠
      """),
    MathematicsPicture(
      #"\begin{bmatrix} a & b \\ c & d \end{bmatrix} \begin{bmatrix} x \\ y \end{bmatrix}"#, baseline: 1,
      """
      ⎡a  b⎤⎡x⎤
      ⎢    ⎥⎢ ⎥
      ⎣c  d⎦⎣y⎦
      """),
    MathematicsPicture(
      #"\begin{pmatrix} 1 & 0 & 0 \\ 0 & 10 & 0 \\ 0 & 0 & 100 \end{pmatrix}"#, baseline: 1,
      """
      ⎛1  0    0 ⎞
      ⎜0  10   0 ⎟
      ⎝0  0   100⎠
      """),
    MathematicsPicture(
      #"\begin{vmatrix} a & b \\ c & d \end{vmatrix} = ad - bc"#, baseline: 1,
      """
      │a  b│
      │    │ = ad − bc
      │c  d│
      """),
    MathematicsPicture(
      #"\begin{Bmatrix} a \\ b \\ c \end{Bmatrix}"#, baseline: 1,
      """
      ⎧a⎫
      ⎨b⎬
      ⎩c⎭
      """),
    MathematicsPicture(
      #"\bigl( \begin{smallmatrix} a & b \\ c & d \end{smallmatrix} \bigr)"#, baseline: 0,
      """
      ⎛a b⎞
      ⎝c d⎠
      """),
    MathematicsPicture(
      #"f(x) = \begin{cases} x & \text{if } x > 0 \\ 0 & \text{otherwise} \end{cases}"#, baseline: 1,
      """
             ⎧ x   if x > 0
      f(x) = ⎨
             ⎩ 0   otherwise
      """),
    MathematicsPicture(
      #"\operatorname{sgn}(x) = \begin{cases} 1 & x > 0 \\ 0 & x = 0 \\ -1 & x < 0 \end{cases}"#, baseline: 1,
      """
               ⎧ 1    x > 0
      sgn(x) = ⎨ 0    x = 0
               ⎩ −1   x < 0
      """),
    MathematicsPicture(
      #"\begin{aligned} y &= Wx + b \\ L &= \|y - t\|^2 \end{aligned}"#, baseline: 0,
      """
      y = Wx + b
      L = ‖y − t‖²
      """),
    MathematicsPicture(
      #"\begin{align} a &= \frac{b}{c} \\ d &= e \end{align}"#, baseline: 2,
      """
          b
      a = ─
          c

      d = e
      """),
    MathematicsPicture(
      #"\begin{gather} a = b \\ c + d = e + f \end{gather}"#, baseline: 0,
      """
          a = b
      c + d = e + f
      """),
    MathematicsPicture(
      #"\begin{array}{lr} a & bcd \\ eee & f \end{array}"#, baseline: 0,
      """
      a    bcd
      eee    f
      """),
    MathematicsPicture(
      #"\left\{ \begin{array}{ll} a & b \\ c & d \end{array} \right."#, baseline: 1,
      """
      ⎧ a   b
      ⎨
      ⎩ c   d
      """),
    MathematicsPicture(
      #"\underbrace{a + b + c}_{\text{three terms}} + d"#, baseline: 0,
      """
       a + b + c  + d
       ╰───┬───╯
      three terms
      """),
    MathematicsPicture(
      #"\overbrace{x_1 + \cdots + x_n}^{n}"#, baseline: 2,
      """
           n
      ╭────┴────╮
      x₁ + ⋯ + xₙ
      """),
    MathematicsPicture(
      #"x \xrightarrow{\text{quantize}} q"#, baseline: 1,
      """
         quantize
      x ─────────→ q
      """),
    MathematicsPicture(
      #"a \stackrel{\text{def}}{=} b"#, baseline: 1,
      """
        def
      a  =  b
      """),
    MathematicsPicture(
      #"\underset{x}{\mapsto} y"#, baseline: 0,
      """
      ├─→ y
       x
      """),
    MathematicsPicture(
      #"\boxed{E = mc^2}"#, baseline: 1,
      """
      ┌─────────┐
      │ E = mc² │
      └─────────┘
      """),
    MathematicsPicture(
      #"E = mc^2 \tag{5.1}"#, baseline: 0,
      """
      E = mc²    (5.1)
      """),
    MathematicsPicture(
      #"a + \phantom{bbb} + c"#, baseline: 0,
      """
      a +     + c
      """),
    MathematicsPicture(
      #"T = \frac{D_{\text{vol}}}{BW} + \frac{O}{R_{\text{peak}} \cdot \eta} + L_{\text{lat}}"#, baseline: 1,
      """
          Dᵥₒₗ       O
      T = ──── + ───────── + Lₗₐₜ
           BW    Rₚₑₐₖ · η
      """),
    MathematicsPicture(
      #"\mathrm{Attention}(Q,K,V) = \mathrm{softmax}\left(\frac{QK^\top}{\sqrt{d_k}}\right)V"#, baseline: 1,
      """
                                  ⎛QKᵀ⎞
      Attention(Q, K, V) = softmax⎜───⎟V
                                  ⎝√dₖ⎠
      """),
    MathematicsPicture(
      #"P(A\mid B) = \frac{P(B\mid A)\,P(A)}{P(B)}"#, baseline: 1,
      """
                 P(B | A) P(A)
      P(A | B) = ─────────────
                     P(B)
      """),
    MathematicsPicture(
      #"a = b \\ c = d"#, baseline: 0,
      """
      a = b
      c = d
      """),
    MathematicsPicture(
      #"\text{GELU}(x) = 0.5x\left(1+\tanh\left[\sqrt{\frac{2}{\pi}}(x+0.0447x^3)\right]\right)"#,
      baseline: 2,
      """
                    ⎛        ⎡ ┌─               ⎤⎞
                    ⎜        ⎢ │2               ⎥⎟
      GELU(x) = 0.5x⎜1 + tanh⎢ │─ (x + 0.0447x³)⎥⎟
                    ⎝        ⎣╲│π               ⎦⎠
      """),
    MathematicsPicture(
      #"\mathbf{y}_{k} = f\left(\sum_{i} \frac{w_i}{n} + b\right)"#, width: 12, baseline: 1,
      """
            ⎛  wᵢ
      𝐲ₖ = f⎜∑ ──
            ⎝i n

            ⎞
         + b⎟
            ⎠
      """),
    MathematicsPicture(
      #"T_{data} = \frac{D}{B} + \frac{O}{R} = n"#, width: 16, baseline: 1,
      """
              D   O
      T     = ─ + ─
       data   B   R

        = n
      """),
    MathematicsPicture(
      #"x = 1"#, width: 1, baseline: 0,
      """
      x
      = 1
      """),
    MathematicsPicture(
      #"T = T_{1} + T_{2} + T_{3} = a + b + c = d + e"#, width: 24, baseline: 0,
      """
      T = T₁ + T₂ + T₃
        = a + b + c = d + e
      """),
    MathematicsPicture(
      #"m_t = \beta_1 m_{t-1} + g_t, \quad v_t = \beta_2 v_{t-1} + g_t^2"#, width: 30, baseline: 0,
      """
      mₜ = β₁mₜ₋₁ + gₜ,
      vₜ = β₂vₜ₋₁ + gₜ²
      """),
    MathematicsPicture(
      #"y = a_1 x_1 + a_2 x_2 + a_3 x_3 + a_4 x_4"#, width: 20, baseline: 0,
      """
      y = a₁x₁ + a₂x₂
          + a₃x₃ + a₄x₄
      """),
    MathematicsPicture(
      #"\begin{aligned} L &= a_1 x_1 + a_2 x_2 + a_3 x_3 + a_4 x_4 \end{aligned}"#, width: 26, baseline: 0,
      """
      L = a₁x₁ + a₂x₂ + a₃x₃
          + a₄x₄
      """),
  ]

  static let asciiPictures: [MathematicsPicture] = [
    MathematicsPicture(
      #"\frac{a}{b} + \sqrt{\frac{c}{d}}"#, baseline: 1,
      """
      a       (c)
      - + sqrt(-)
      b       (d)
      """),
    MathematicsPicture(
      #"\left(\frac{a}{b}\right)^2"#, baseline: 1,
      """
      (a)^2
      (-)
      (b)
      """),
    MathematicsPicture(
      #"\sum_{i=1}^{n} x_i"#, baseline: 1,
      """
       n
      sum x_i
      i=1
      """),
    MathematicsPicture(
      #"\begin{bmatrix} a & b \\ c & d \end{bmatrix}"#, baseline: 1,
      """
      [a  b]
      [    ]
      [c  d]
      """),
    MathematicsPicture(
      #"f = \begin{cases} x & x > 0 \\ 0 & x \le 0 \end{cases}"#, baseline: 1,
      """
          { x   x > 0
      f = {
          { 0   x <= 0
      """),
    MathematicsPicture(
      #"x \xrightarrow{f} y"#, baseline: 1,
      """
         f
      x --> y
      """),
    MathematicsPicture(
      #"\underbrace{a+b}_{c}"#, baseline: 0,
      """
      a + b
      -----
        c
      """),
    MathematicsPicture(
      #"\boxed{x}"#, baseline: 1,
      """
      +---+
      | x |
      +---+
      """),
    MathematicsPicture(
      #"\left\lceil \frac{n}{2} \right\rceil"#, baseline: 1,
      """
          (n)
      ceil(-)
          (2)
      """),
    MathematicsPicture(
      #"e^{-\lambda t}"#, baseline: 1,
      """
       -lambda t
      e
      """),
    MathematicsPicture(
      #"\begin{aligned} \min_x \quad & f(x) \\ \text{s.t.} \quad & g(x) \le 0 \end{aligned}"#, baseline: 1,
      """
       min   f(x)
        x

      s.t.   g(x) <= 0
      """),
    MathematicsPicture(
      #"\begin{array}{|l|c|} \hline a & b \\ \hline 1 & 2 \\ \cline{2-2} 3 & 4 \\ \hline \end{array}"#,
      baseline: 3,
      """
      +---+---+
      | a | b |
      +---+---+
      | 1 | 2 |
      |   +---+
      | 3 | 4 |
      +---+---+
      """),
    MathematicsPicture(
      #"\left[ \begin{array}{cc|c} 1 & 2 & 3 \\ \hline 7 & 8 & 9 \end{array} \right]"#, baseline: 1,
      """
      [1  2 | 3]
      [-----+--]
      [7  8 | 9]
      """),
    MathematicsPicture(
      #"\frac{a}{b}^2 + \overrightarrow{\frac{x}{y}} + \sqrt{\alpha_t}x"#, baseline: 2,
      """
              ->
      (a)^2   x
      (-)   + -  + sqrt(alpha_t) x
      (b)     y
      """),
    MathematicsPicture(
      #"\begin{gather} a = b + c \\ d = e \tag{2} \\ \text{longer line} = f \end{gather}"#, baseline: 1,
      """
         a = b + c
           d = e         (2)
      longer line = f
      """),
    MathematicsPicture(
      #"\begin{aligned} \mathop{\mathrm{minimize~}}_{x} & f(x) \end{aligned}"#, baseline: 0,
      """
      minimize f(x)
          x
      """),
  ]
}

/// A formula and how it looks.
struct MathematicsPicture: CustomTestStringConvertible, Sendable {
  let tex: String
  let width: Int
  let baseline: Int
  let lines: [String]

  init(_ tex: String, width: Int = 80, baseline: Int, _ picture: String) {
    self.tex = tex
    self.width = width
    self.baseline = baseline
    lines = picture.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  var testDescription: String { tex }
}
