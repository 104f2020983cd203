import Testing
import Typesetting

@Suite struct MathematicsDisplayTests {
  @Test(arguments: pictures) func formulaInTwoDimensions(picture: Picture) {
    let formula = Mathematics(tex: picture.tex)
    let box = formula.display(width: picture.width)
    #expect(formula.problems == [])
    #expect(box.lines == picture.lines)
    #expect(box.baseline == picture.baseline)
    #expect(box.width == picture.lines.map { DisplayWidth.of($0) }.max())
  }

  @Test(arguments: asciiPictures) func formulaInASCII(picture: Picture) {
    let box = Mathematics(tex: picture.tex).display(width: picture.width, form: .ascii)
    #expect(box.lines == picture.lines)
    #expect(box.baseline == picture.baseline)
  }

  static let pictures: [Picture] = [
    Picture(
      #"\frac{a}{b}"#, baseline: 1,
      """
      a
      ─
      b
      """),
    Picture(
      #"\frac{1}{1 + e^{-x}}"#, baseline: 1,
      """
         1
      ───────
      1 + e⁻ˣ
      """),
    Picture(
      #"\frac{\partial \mathcal{L}}{\partial \mathbf{W}^{(\ell)}} = \frac{\partial \mathcal{L}}{\partial \mathbf{a}^{(\ell)}} \frac{\partial \mathbf{a}^{(\ell)}}{\partial \mathbf{W}^{(\ell)}}"#,
      baseline: 1,
      """
       ∂ℒ      ∂ℒ   ∂𝐚⁽ˡ⁾
      ───── = ───── ─────
      ∂𝐖⁽ˡ⁾   ∂𝐚⁽ˡ⁾ ∂𝐖⁽ˡ⁾
      """),
    Picture(
      #"-\frac{1}{N}\sum_{i=1}^{N} y_i \log \hat{y}_i"#, baseline: 1,
      """
        1  N
      − ─  ∑  yᵢ log ŷᵢ
        N i=1
      """),
    Picture(
      #"\frac{\frac{a}{b}}{c + d}"#, baseline: 3,
      """
        a
        ─
        b
      ─────
      c + d
      """),
    Picture(
      #"\frac{1}{1+\frac{1}{x}}"#, baseline: 1,
      """
         1
      ───────
           1
       1 + ─
           x
      """),
    Picture(
      #"\binom{n}{k} p^k"#, baseline: 1,
      """
      ⎛n⎞
      ⎜ ⎟pᵏ
      ⎝k⎠
      """),
    Picture(
      #"\tfrac12 m v^2"#, baseline: 0,
      """
      ½mv²
      """),
    Picture(
      #"{n \over k}"#, baseline: 1,
      """
      n
      ─
      k
      """),
    Picture(
      #"\sqrt{x}"#, baseline: 0,
      """
      √x
      """),
    Picture(
      #"\sqrt{x^2 + y^2}"#, baseline: 1,
      """
       ┌───────
      ╲│x² + y²
      """),
    Picture(
      #"\sqrt{\frac{2}{\pi}}"#, baseline: 2,
      """
       ┌─
       │2
       │─
      ╲│π
      """),
    Picture(
      #"\sqrt[3]{x + 1}"#, baseline: 1,
      """
        ┌─────
      ³╲│x + 1
      """),
    Picture(
      #"\frac{x - \mu}{\sqrt{\sigma^2 + \epsilon}}"#, baseline: 1,
      """
       x − μ
      ────────
       ┌──────
      ╲│σ² + ε
      """),
    Picture(
      #"x_i^2 + a_{ij} + W^{(\ell)} + x^{n-1}"#, baseline: 0,
      """
      xᵢ² + aᵢⱼ + W⁽ˡ⁾ + xⁿ⁻¹
      """),
    Picture(
      #"T_{data} = R_{GPU}"#, baseline: 0,
      """
      T     = R
       data    GPU
      """),
    Picture(
      #"x_{n_k}^{\alpha}"#, baseline: 1,
      """
       α
      x
       nₖ
      """),
    Picture(
      #"e^{-\lambda T}"#, baseline: 1,
      """
       −λT
      e
      """),
    Picture(
      #"e^{-\frac{x^2}{2\sigma^2}}"#, baseline: 1,
      """
       −x²/(2σ²)
      e
      """),
    Picture(
      #"2^{2^{n_k}}"#, baseline: 2,
      """
        nₖ
       2
      2
      """),
    Picture(
      #"\mathbf{W}^{[l]}_{ij}"#, baseline: 1,
      """
       [l]
      𝐖ᵢⱼ
      """),
    Picture(
      #"f'(x) + x'_i + {W^{(l)}}^T + {x^2}^3"#, baseline: 0,
      """
      f′(x) + x′ᵢ + W⁽ˡ⁾ᵀ + (x²)³
      """),
    Picture(
      #"\left(1 + \frac{r}{n}\right)^{n}"#, baseline: 1,
      """
      ⎛    r⎞ⁿ
      ⎜1 + ─⎟
      ⎝    n⎠
      """),
    Picture(
      #"(\frac{a}{b})^{-\alpha}"#, baseline: 1,
      """
      ⎛a⎞−α
      ⎜─⎟
      ⎝b⎠
      """),
    Picture(
      #"\sum_{i} x_i"#, baseline: 0,
      """
      ∑ xᵢ
      i
      """),
    Picture(
      #"\sum_{i=1}^{n} \sum_{j \in S} w_{ij} x_j"#, baseline: 1,
      """
       n
       ∑   ∑  wᵢⱼxⱼ
      i=1 j∈S
      """),
    Picture(
      #"\prod_{l=1}^{N_L} (1 + a_l)"#, baseline: 2,
      """
      N
       L
       ∏  (1 + aₗ)
      l=1
      """),
    Picture(
      #"\sum_{\substack{i=1 \\ i \ne j}}^{n} a_{ij}"#, baseline: 1,
      """
       n
       ∑  aᵢⱼ
      i=1
      i≠j
      """),
    Picture(
      #"\frac{e^{z_i}}{\sum_{j=1}^{K} e^{z_j}}"#, baseline: 2,
      """
          zᵢ
         e
      ─────────
             zⱼ
      ∑ⱼ₌₁ᴷ e
      """),
    Picture(
      #"\int_0^1 f(x)\,dx"#, baseline: 0,
      """
      ∫₀¹ f(x) dx
      """),
    Picture(
      #"\int_0^\infty e^{-x}\,dx"#, baseline: 1,
      """
      ⌠∞
      ⎮  e⁻ˣ dx
      ⌡0
      """),
    Picture(
      #"\int\limits_a^b g"#, baseline: 1,
      """
      b
      ∫ g
      a
      """),
    Picture(
      #"\lim_{n \to \infty} a_n = 0"#, baseline: 0,
      """
      lim aₙ = 0
      n→∞
      """),
    Picture(
      #"\hat\theta = \arg\max_{\theta} p(x \mid \theta)"#, baseline: 0,
      """
      θ̂ = arg max p(x | θ)
             θ
      """),
    Picture(
      #"\operatorname*{argmin}_{w} L(w)"#, baseline: 0,
      """
      argmin L(w)
        w
      """),
    Picture(
      #"\max_{x \in X} f(x)"#, baseline: 0,
      """
      max f(x)
      x∈X
      """),
    Picture(
      #"\hat{y}, \bar{x}, \tilde{w}, \vec{v}, \dot{q}, \hat{y}_i"#, baseline: 0,
      """
      ŷ, x̄, w̃, v⃗, q̇, ŷᵢ
      """),
    Picture(
      #"\overline{ab} + \widehat{x+y} + \overline{\frac{a}{b}}"#, baseline: 2,
      """
                   _
             ^     a
      a̅b̅ + x + y + ─
                   b
      """),
    Picture(
      #"\left[ \frac{a}{b} \right]"#, baseline: 1,
      """
      ⎡a⎤
      ⎢─⎥
      ⎣b⎦
      """),
    Picture(
      #"\left\{ \frac{a}{b} \right\}"#, baseline: 1,
      """
      ⎧a⎫
      ⎨─⎬
      ⎩b⎭
      """),
    Picture(
      #"\left| \frac{a}{b} \right| + \left\| \frac{a}{b} \right\|_2^2"#, baseline: 1,
      """
      │a│   ║a║²
      │─│ + ║─║
      │b│   ║b║₂
      """),
    Picture(
      #"\left\lceil \frac{n}{2} \right\rceil + \left\lfloor \frac{n}{2} \right\rfloor"#, baseline: 1,
      """
      ⎡n⎤   ⎢n⎥
      ⎢─⎥ + ⎢─⎥
      ⎢2⎥   ⎣2⎦
      """),
    Picture(
      #"\left\langle \frac{a}{b} \right\rangle"#, baseline: 1,
      """
      ╱a╲
      ⟨─⟩
      ╲b╱
      """),
    Picture(
      #"\left. \frac{dL}{dw} \right|_{w=0}"#, baseline: 1,
      """
      dL│
      ──│
      dw│w=0
      """),
    Picture(
      #"\left( \frac{a}{b} \middle| c \right)"#, baseline: 1,
      """
      ⎛a │  ⎞
      ⎜─ │ c⎟
      ⎝b │  ⎠
      """),
    Picture(
      #"\bigl( x + \frac{a}{b} \bigr)"#, baseline: 1,
      """
      ⎛    a⎞
      ⎜x + ─⎟
      ⎝    b⎠
      """),
    Picture(
      #"\begin{bmatrix} a & b \\ c & d \end{bmatrix} \begin{bmatrix} x \\ y \end{bmatrix}"#, baseline: 1,
      """
      ⎡a  b⎤⎡x⎤
      ⎢    ⎥⎢ ⎥
      ⎣c  d⎦⎣y⎦
      """),
    Picture(
      #"\begin{pmatrix} 1 & 0 & 0 \\ 0 & 10 & 0 \\ 0 & 0 & 100 \end{pmatrix}"#, baseline: 1,
      """
      ⎛1  0    0 ⎞
      ⎜0  10   0 ⎟
      ⎝0  0   100⎠
      """),
    Picture(
      #"\begin{vmatrix} a & b \\ c & d \end{vmatrix} = ad - bc"#, baseline: 1,
      """
      │a  b│
      │    │ = ad − bc
      │c  d│
      """),
    Picture(
      #"\begin{Bmatrix} a \\ b \\ c \end{Bmatrix}"#, baseline: 1,
      """
      ⎧a⎫
      ⎨b⎬
      ⎩c⎭
      """),
    Picture(
      #"\bigl( \begin{smallmatrix} a & b \\ c & d \end{smallmatrix} \bigr)"#, baseline: 0,
      """
      ⎛a b⎞
      ⎝c d⎠
      """),
    Picture(
      #"f(x) = \begin{cases} x & \text{if } x > 0 \\ 0 & \text{otherwise} \end{cases}"#, baseline: 1,
      """
             ⎧ x   if x > 0
      f(x) = ⎨
             ⎩ 0   otherwise
      """),
    Picture(
      #"\operatorname{sgn}(x) = \begin{cases} 1 & x > 0 \\ 0 & x = 0 \\ -1 & x < 0 \end{cases}"#, baseline: 1,
      """
               ⎧ 1    x > 0
      sgn(x) = ⎨ 0    x = 0
               ⎩ −1   x < 0
      """),
    Picture(
      #"\begin{aligned} y &= Wx + b \\ L &= \|y - t\|^2 \end{aligned}"#, baseline: 0,
      """
      y = Wx + b
      L = ‖y − t‖²
      """),
    Picture(
      #"\begin{align} a &= \frac{b}{c} \\ d &= e \end{align}"#, baseline: 2,
      """
          b
      a = ─
          c

      d = e
      """),
    Picture(
      #"\begin{gather} a = b \\ c + d = e + f \end{gather}"#, baseline: 0,
      """
          a = b
      c + d = e + f
      """),
    Picture(
      #"\begin{array}{lr} a & bcd \\ eee & f \end{array}"#, baseline: 0,
      """
      a    bcd
      eee    f
      """),
    Picture(
      #"\left\{ \begin{array}{ll} a & b \\ c & d \end{array} \right."#, baseline: 1,
      """
      ⎧ a   b
      ⎨
      ⎩ c   d
      """),
    Picture(
      #"\underbrace{a + b + c}_{\text{three terms}} + d"#, baseline: 0,
      """
       a + b + c  + d
       ╰───┬───╯
      three terms
      """),
    Picture(
      #"\overbrace{x_1 + \cdots + x_n}^{n}"#, baseline: 2,
      """
           n
      ╭────┴────╮
      x₁ + ⋯ + xₙ
      """),
    Picture(
      #"x \xrightarrow{\text{quantize}} q"#, baseline: 1,
      """
         quantize
      x ─────────→ q
      """),
    Picture(
      #"a \stackrel{\text{def}}{=} b"#, baseline: 1,
      """
        def
      a  =  b
      """),
    Picture(
      #"\underset{x}{\mapsto} y"#, baseline: 0,
      """
      ↦ y
      x
      """),
    Picture(
      #"\boxed{E = mc^2}"#, baseline: 1,
      """
      ┌─────────┐
      │ E = mc² │
      └─────────┘
      """),
    Picture(
      #"E = mc^2 \tag{5.1}"#, baseline: 0,
      """
      E = mc²    (5.1)
      """),
    Picture(
      #"a + \phantom{bbb} + c"#, baseline: 0,
      """
      a +     + c
      """),
    Picture(
      #"T = \frac{D_{\text{vol}}}{BW} + \frac{O}{R_{\text{peak}} \cdot \eta} + L_{\text{lat}}"#, baseline: 1,
      """
          Dᵥₒₗ       O
      T = ──── + ───────── + Lₗₐₜ
           BW    Rₚₑₐₖ · η
      """),
    Picture(
      #"\mathrm{Attention}(Q,K,V) = \mathrm{softmax}\left(\frac{QK^\top}{\sqrt{d_k}}\right)V"#, baseline: 1,
      """
                                  ⎛QKᵀ⎞
      Attention(Q, K, V) = softmax⎜───⎟V
                                  ⎝√dₖ⎠
      """),
    Picture(
      #"P(A\mid B) = \frac{P(B\mid A)\,P(A)}{P(B)}"#, baseline: 1,
      """
                 P(B | A) P(A)
      P(A | B) = ─────────────
                     P(B)
      """),
    Picture(
      #"a = b \\ c = d"#, baseline: 0,
      """
      a = b
      c = d
      """),
    Picture(
      #"\text{GELU}(x) = 0.5x\left(1+\tanh\left[\sqrt{\frac{2}{\pi}}(x+0.0447x^3)\right]\right)"#,
      baseline: 2,
      """
                    ⎛        ⎡ ┌─               ⎤⎞
                    ⎜        ⎢ │2               ⎥⎟
      GELU(x) = 0.5x⎜1 + tanh⎢ │─ (x + 0.0447x³)⎥⎟
                    ⎝        ⎣╲│π               ⎦⎠
      """),
    Picture(
      #"T = T_{1} + T_{2} + T_{3} = a + b + c = d + e"#, width: 24, baseline: 0,
      """
      T = T₁ + T₂ + T₃
        = a + b + c = d + e
      """),
    Picture(
      #"m_t = \beta_1 m_{t-1} + g_t, \quad v_t = \beta_2 v_{t-1} + g_t^2"#, width: 30, baseline: 0,
      """
      mₜ = β₁mₜ₋₁ + gₜ,
      vₜ = β₂vₜ₋₁ + gₜ²
      """),
    Picture(
      #"y = a_1 x_1 + a_2 x_2 + a_3 x_3 + a_4 x_4"#, width: 20, baseline: 0,
      """
      y = a₁x₁ + a₂x₂
          + a₃x₃ + a₄x₄
      """),
    Picture(
      #"\begin{aligned} L &= a_1 x_1 + a_2 x_2 + a_3 x_3 + a_4 x_4 \end{aligned}"#, width: 26, baseline: 0,
      """
      L = a₁x₁ + a₂x₂ + a₃x₃
          + a₄x₄
      """),
  ]

  static let asciiPictures: [Picture] = [
    Picture(
      #"\frac{a}{b} + \sqrt{\frac{c}{d}}"#, baseline: 0,
      """
      a       (c)
      - + sqrt(-)
      b       (d)
      """),
    Picture(
      #"\left(\frac{a}{b}\right)^2"#, baseline: 0,
      """
      (a)^2
      (-)
      (b)
      """),
    Picture(
      #"\sum_{i=1}^{n} x_i"#, baseline: 0,
      """
       n
      sum x_i
      i=1
      """),
    Picture(
      #"\begin{bmatrix} a & b \\ c & d \end{bmatrix}"#, baseline: 0,
      """
      [a  b]
      [    ]
      [c  d]
      """),
    Picture(
      #"f = \begin{cases} x & x > 0 \\ 0 & x \le 0 \end{cases}"#, baseline: 0,
      """
          { x   x > 0
      f = {
          { 0   x <= 0
      """),
    Picture(
      #"x \xrightarrow{f} y"#, baseline: 0,
      """
         f
      x --> y
      """),
    Picture(
      #"\underbrace{a+b}_{c}"#, baseline: 0,
      """
      a + b
      -----
        c
      """),
    Picture(
      #"\boxed{x}"#, baseline: 0,
      """
      +---+
      | x |
      +---+
      """),
    Picture(
      #"\left\lceil \frac{n}{2} \right\rceil"#, baseline: 0,
      """
          (n)
      ceil(-)
          (2)
      """),
    Picture(
      #"e^{-\lambda t}"#, baseline: 0,
      """
       -lambda t
      e
      """),
  ]
}

/// A formula and how it looks; in the order of the sections of a chapter on typesetting.
struct Picture: CustomTestStringConvertible, Sendable {
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
