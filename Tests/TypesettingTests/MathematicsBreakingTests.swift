import Testing
import Typesetting

/// Displayed formulas that are too wide for the page.
@Suite struct MathematicsBreakingTests {
  @Test(arguments: pictures) func brokenFormula(picture: MathematicsPicture) {
    let box = Mathematics(tex: picture.tex).display(width: picture.width)
    #expect(box.lines == picture.lines)
    #expect(box.baseline == picture.baseline)
    #expect(box.width <= picture.width)
  }

  @Test(arguments: asciiPictures) func brokenFormulaInASCII(picture: MathematicsPicture) {
    let box = Mathematics(tex: picture.tex).display(width: picture.width, form: .ascii)
    #expect(box.lines == picture.lines)
    #expect(box.baseline == picture.baseline)
  }

  /// On every page from 24 columns on, a formula of the field fits, and no letter or digit of it is lost.
  @Test(arguments: [24, 32, 36, 56, 76]) func formulasOfTheFieldFit(width: Int) {
    for tex in FormulaTable.all {
      let formula = Mathematics(tex: tex)
      let whole = formula.display(width: 10_000)
      let box = formula.display(width: width)
      #expect(box.width <= width, "\(tex)")
      #expect(formula.display(width: width, form: .ascii).width <= width, "\(tex)")
      #expect(letters(box) == letters(whole), "\(tex)")
      if whole.width <= width { #expect(box == whole, "\(tex)") }
    }
  }

  private func letters(_ box: MathBox) -> [Character] {
    box.lines.joined().filter { $0.isLetter || $0.isNumber }.sorted()
  }

  static let pictures: [MathematicsPicture] = [
    // A chain of relations stands below its first one.
    MathematicsPicture(
      #"\mathrm{Verification\ Gap} = \mathrm{Total\ Input\ Space} - \mathrm{Test\ Set\ Coverage} \approx \mathrm{Total\ Input\ Space}"#,
      width: 56, baseline: 0,
      """
      Verification Gap = Total Input Space − Test Set Coverage
                       ≈ Total Input Space
      """),
    // A sum is continued right of its relation, the sign first; its words are all large.
    MathematicsPicture(
      #"M_{\text{train}} = M_{\text{weights}} + M_{\text{gradients}} + M_{\text{optimizer}} + M_{\text{activations}}(B)"#,
      width: 56, baseline: 0,
      """
      M      = M        + M          + M
       train    weights    gradients    optimizer

               + M           (B)
                  activations
      """),
    // A relation leaves the line before brackets are broken.
    MathematicsPicture(
      #"x_q=\mathrm{clamp}(\mathrm{round}(x/s+z),0,2^b-1)"#,
      width: 36, baseline: 0,
      """
      x
       q

        = clamp(round(x/s + z), 0, 2ᵇ − 1)
      """),
    // A list in brackets breaks at its commas; a statement after a broken one has a line of its own.
    MathematicsPicture(
      #"q=\mathrm{clip}(\mathrm{round}(x/s),-2^{b-1},2^{b-1}-1),\ x_{fake}=qs"#,
      width: 36, baseline: 0,
      """
      q = clip(round(x/s), −2ᵇ⁻¹,

               2ᵇ⁻¹ − 1),

      x     = qs
       fake
      """),
    // What follows a broken relation stands below it.
    MathematicsPicture(
      #"L_{total}=L_{net}+L_{pre}+L_{infer}+L_{post}+L_{queue}\le SLO"#,
      width: 36, baseline: 0,
      """
      L      = L    + L    + L
       total    net    pre    infer

               + L     + L
                  post    queue

             ≤ SLO
      """),
    // A product without a sign gets one at the beginning of the line.
    MathematicsPicture(
      #"\frac{\partial \hat{x}_i}{\partial x_j} = \frac{1}{\sqrt{\sigma^2 + \epsilon}}\left(\delta_{ij} - \frac{1}{m} - \frac{(x_i - \mu)(x_j - \mu)}{m\,\sigma^2}\right)"#,
      width: 32, baseline: 1,
      """
      ∂x̂ᵢ      1
      ─── = ────────
      ∂xⱼ    ┌──────
            ╲│σ² + ε

          ⎛      1   (xᵢ − μ)(xⱼ − μ)⎞
        · ⎜δᵢⱼ − ─ − ────────────────⎟
          ⎝      m         m σ²      ⎠
      """),
    // Brackets are broken where nothing else is left, first the widest.
    MathematicsPicture(
      #"\mathbf{H}^{(\ell)}_{ijk} = f\left(\sum_{di}\sum_{dj}\sum_c \mathbf{W}^{(\ell)}_{di,\,dj,\,c,\,k}\,\mathbf{H}^{(\ell-1)}_{i+di,\,j+dj,\,c} + \mathbf{b}^{(\ell)}_k\right)"#,
      width: 56, baseline: 0,
      """
      𝐇ᵢⱼₖ⁽ˡ⁾

          = f⎛∑  ∑  ∑ 𝐖⁽ˡ⁾          𝐇⁽ˡ⁻¹⁾         + 𝐛ₖ⁽ˡ⁾⎞
             ⎝di dj c  di, dj, c, k  i+di, j+dj, c        ⎠
      """),
    MathematicsPicture(
      #"\mathcal{L} = -\left(y \ln s + (1 - y) \ln (1 - s)\right)"#,
      width: 32, baseline: 0,
      """
      ℒ = −(y ln s
            + (1 − y) ln(1 − s))
      """),
    MathematicsPicture(
      #"T_{step} = \max\left(\frac{P \cdot s}{BW_{mem}} + \frac{A \cdot s}{BW_{mem}}, \frac{6 P B}{R_{peak}\,\eta}\right) + \frac{2 (n - 1)}{n} \cdot \frac{P s}{BW_{net}} + L_{lat}"#,
      width: 24, baseline: 0,
      """
      Tₛₜₑₚ

               ⎛P · s   A · s
          = max⎜───── + ─────,
               ⎝BWₘₑₘ   BWₘₑₘ

                  6PB  ⎞
                ───────⎟
                Rₚₑₐₖ η⎠

              2(n − 1)    Ps
            + ──────── · ─────
                 n       BWₙₑₜ

            + Lₗₐₜ
      """),
    // Numerator and denominator break for themselves.
    MathematicsPicture(
      #"\eta = \frac{\text{time of useful arithmetic} + \text{time of waiting for memory} + \text{time of launch}}{\text{total time of one training step on the machine}}"#,
      width: 40, baseline: 3,
      """
          time of useful arithmetic
            + time of waiting for memory
            + time of launch
      η = ───────────────────────────────
          total time of one training step
          on the machine
      """),
    // So does what stands under a root, and in a box.
    MathematicsPicture(
      #"T = \sqrt{a_1^2 + a_2^2 + a_3^2 + a_4^2 + a_5^2 + a_6^2 + a_7^2 + a_8^2 + \frac{b}{c}}"#,
      width: 40, baseline: 1,
      """
           ┌─────────────────────────────────
      T =  │a₁² + a₂² + a₃² + a₄² + a₅² + a₆²
           │
           │                b
           │  + a₇² + a₈² + ─
          ╲│                c
      """),
    MathematicsPicture(
      #"\boxed{T = D + O + L_{lat} + L_{net} + L_{disk}} \tag{5.4}"#,
      width: 30, baseline: 1,
      """
      ┌─────────────┐
      │ T = D + O   │    (5.4)
      │             │
      │     + L     │
      │        lat  │
      │             │
      │     + L     │
      │        net  │
      │             │
      │     + L     │
      │        disk │
      └─────────────┘
      """),
    // A brace can not be broken: brackets take its place.
    MathematicsPicture(
      #"\underbrace{a_1 x_1 + a_2 x_2 + a_3 x_3 + a_4 x_4 + a_5 x_5 + a_6 x_6}_{\text{a weighted sum of inputs}} = y"#,
      width: 40, baseline: 0,
      """
      (a₁x₁ + a₂x₂ + a₃x₃ + a₄x₄ + a₅x₅
       + a₆x₆) [a weighted sum of inputs]
          = y
      """),
    // Rows break for themselves and stay aligned while there is room.
    MathematicsPicture(
      #"\begin{aligned} L_{total} &= a_1 x_1 + a_2 x_2 + a_3 x_3 + a_4 x_4 + a_5 x_5 + a_6 x_6 + a_7 x_7 + a_8 x_8 \\ &\le \max(a, c) + e \end{aligned}"#,
      width: 40, baseline: 1,
      """
      Lₜₒₜₐₗ = a₁x₁ + a₂x₂ + a₃x₃ + a₄x₄
               + a₅x₅ + a₆x₆ + a₇x₇ + a₈x₈

             ≤ max(a, c) + e
      """),
    MathematicsPicture(
      #"\begin{aligned} \text{The total time of the step} &= a_1 x_1 + a_2 x_2 + a_3 x_3 \\ \text{Other} &= b \tag{5.2} \end{aligned}"#,
      width: 40, baseline: 1,
      """
      The total time of the step
         = a₁x₁ + a₂x₂ + a₃x₃

      Other = b                     (5.2)
      """),
    MathematicsPicture(
      #"\begin{gather} a = b + c + d + e + f + g + h + i + j + k + l + m + n \\ c + d = e + f \end{gather}"#,
      width: 40, baseline: 1,
      """
      a = b + c + d + e + f + g + h + i + j
          + k + l + m + n

      c + d = e + f
      """),
    // Conditions break between their words.
    MathematicsPicture(
      #"f(x) = \begin{cases} x^2 + 2x + 1 & \text{if } x > 0 \text{ and the sample is in the training set} \\ 0 & \text{otherwise, for every sample of the test set} \end{cases}"#,
      width: 40, baseline: 3,
      """
             ⎧ x² + 2x + 1   if x > 0 and the
             ⎪               sample is in the
             ⎪               training set
      f(x) = ⎨
             ⎪ 0             otherwise, for
             ⎪               every sample of
             ⎩               the test set
      """),
    MathematicsPicture(
      #"\begin{cases} a_1 x_1 + a_2 x_2 + a_3 x_3 + a_4 x_4 & \text{if } x > 0 \text{ and the sample is in the training set} \\ 0 & \text{otherwise} \end{cases}"#,
      width: 24, baseline: 3,
      """
      ⎧ a₁x₁ + a₂x₂ + a₃x₃
      ⎪   + a₄x₄
      ⎪   if x > 0 and the
      ⎨   sample is in the
      ⎪   training set
      ⎪
      ⎪ 0
      ⎩   otherwise
      """),
    // Brackets around cases are as tall as what becomes of them.
    MathematicsPicture(
      #"y = 3\left(\begin{cases} a_1 x_1 + a_2 x_2 & \text{if the sample is in the set} \\ 0 & \text{otherwise} \end{cases}\right)"#,
      width: 26, baseline: 2,
      """
           ⎛⎧ a₁x₁ + a₂x₂    ⎞
           ⎜⎪   if the sample⎟
      y = 3⎜⎨   is in the set⎟
           ⎜⎪                ⎟
           ⎜⎪ 0              ⎟
           ⎝⎩   otherwise    ⎠
      """),
    // Columns that do not fit stand in further blocks; what the matrix is a factor of does not stand beside one of them.
    MathematicsPicture(
      #"A = \begin{bmatrix} a_{1,1} & b & c & d & e & f & g & h & i \\ 1 & 2 & 3 & 4 & 5 & 6 & 7 & 8 & 9 \\ 1 & 2 & 3 & 4 & 5 & 6 & 7 & 8 & 9 \end{bmatrix} x = b"#,
      width: 26, baseline: 2,
      """
          columns 1 to 5
          ⎡a₁,₁  b  c  d  e  ⋯⎤
      A = ⎢ 1    2  3  4  5  ⋯⎥
          ⎣ 1    2  3  4  5  ⋯⎦

          columns 6 to 9
          ⎡⋯  f  g  h  i⎤
          ⎢⋯  6  7  8  9⎥
          ⎣⋯  6  7  8  9⎦

          · x

        = b
      """),
    // A matrix alone; each column keeps its side, and a row may have fewer cells.
    MathematicsPicture(
      #"\begin{array}{lr} a + b & 10 & 100 \\ c & 2000 & 3 \\ d \end{array}"#, width: 14, baseline: 2,
      """
      columns 1 to 2
      a + b    10  ⋯
      c      2000  ⋯
      d            ⋯

      column 3
      ⋯  100
      ⋯    3
      ⋯
      """),
    // Cells are broken where that is enough.
    MathematicsPicture(
      #"\begin{pmatrix} \text{the first of them} & 10 \\ \text{second} & 2000 \\ \text{third} & 3 \end{pmatrix}"#,
      width: 20, baseline: 3,
      """
      ⎛the       10 ⎞
      ⎜first        ⎟
      ⎜of them      ⎟
      ⎜             ⎟
      ⎜second   2000⎟
      ⎜             ⎟
      ⎝ third    3  ⎠
      """),
    // A tag keeps its place, or stands below where it is long.
    MathematicsPicture(
      #"x = a + b + c + d + e + f + g + h + i + j + k + l \tag{5.3}"#,
      width: 40, baseline: 0,
      """
      x = a + b + c + d + e + f + g    (5.3)
          + h + i + j + k + l
      """),
    MathematicsPicture(
      #"x = a + b + c + d + e + f + g + h + i + j + k + l \tag{the long one}"#,
      width: 24, baseline: 0,
      """
      x = a + b + c + d + e
          + f + g + h + i + j
          + k + l
                (the long one)
      """),
    // Arrows are relations.
    MathematicsPicture(
      #"\text{Eager} \xrightarrow{\text{tracing}} \text{JIT} \xrightarrow{\text{AOT}} \text{Static Graph} \xrightarrow{\text{synthesis}} \text{Custom Hardware}"#,
      width: 36, baseline: 1,
      """
             tracing
      Eager ────────→ JIT

             AOT
            ────→ Static Graph

             synthesis
            ──────────→ Custom Hardware
      """),
    // A gradient stays with what it is taken of: a product sign between would make it a divergence.
    MathematicsPicture(
      #"\mathbb{E}_{\tau}\left[\sum_t^T \left(\gamma^t \nabla_\theta \log \pi_\theta(u_t | x_t)\right)\right]"#,
      width: 24, baseline: 1,
      """
        ⎡T
      𝔼 ⎢∑ (γᵗ
       τ⎣t

                             ⎤
        · ∇  log π (uₜ | xₜ))⎥
           θ      θ          ⎦
      """),
    // Brackets behind a derivative are no factor, and a full stop is none.
    MathematicsPicture(
      #"\epsilon\left[\frac{\partial f}{\partial u}(u(a, b), v(a, b)) + \frac{\partial f}{\partial v}(u(a, b), v(a, b))\right]."#,
      width: 24, baseline: 1,
      """
       ⎡∂f
      ε⎢── (u(a, b), v(a, b))
       ⎣∂u

          ∂f
        + ──
          ∂v

                            ⎤
          (u(a, b), v(a, b))⎥.
                            ⎦
      """),
    // The space behind an operator is no place to part it from what it is taken of.
    MathematicsPicture(
      #"W = \arg \min_\gamma \quad \langle \gamma, M \rangle + r_1 \cdot \operatorname{div}(\gamma, a) + r_2 \cdot \operatorname{div}(\gamma, c)"#,
      width: 44, baseline: 0,
      """
      W = arg min   ⟨γ, M⟩ + r₁ · div(γ, a)
             γ

          + r₂ · div(γ, c)
      """),
  ]

  static let asciiPictures: [MathematicsPicture] = [
    MathematicsPicture(
      #"T = \sqrt{\frac{a}{b} + c_1 + c_2 + c_3 + c_4}"#,
      width: 24, baseline: 1,
      """
              (a            )
      T = sqrt(- + c_1 + c_2)
              (b            )
              (             )
              (  + c_3 + c_4)
      """),
    MathematicsPicture(
      #"s = \frac{x}{2} \left(1 + \tanh\left(\sqrt{2/\pi}\,(x + 0.044715\,x^3)\right)\right)"#,
      width: 32, baseline: 1,
      """
          x
      s = - (1 + tanh(sqrt(2/pi)
          2

                * (x + 0.044715 x^3)))
      """),
    MathematicsPicture(
      #"\eta = \frac{\text{time of useful arithmetic} + \text{time of waiting}}{\text{total time of one step}}"#,
      width: 30, baseline: 4,
      """
             time of useful
             arithmetic

               + time of waiting
      eta = ----------------------
            total time of one step
      """),
    MathematicsPicture(
      #"A = \begin{bmatrix} a & b & c & d & e \\ 1 & 2 & 3 & 4 & 5 \\ 0 & 0 & 0 & 0 & 0 \end{bmatrix}"#,
      width: 18, baseline: 2,
      """
          1 to 3
          [a  b  c  ...]
      A = [1  2  3  ...]
          [0  0  0  ...]

          4 to 5
          [...  d  e]
          [...  4  5]
          [...  0  0]
      """),
    MathematicsPicture(
      #"\mathbb{E}_{\tau}\left[\sum_t^T \left(\gamma^t \nabla_\theta \log \pi_\theta(u_t | x_t)\right)\right]"#,
      width: 24, baseline: 1,
      """
           [ T
      E_tau[sum (gamma^t
           [ t

                 * grad_theta

            log pi_theta(u_t

                   ]
            | x_t))]
                   ]
      """),
    MathematicsPicture(
      #"\epsilon\left[\frac{\partial f}{\partial u}(u(a, b), v(a, b)) + \frac{\partial f}{\partial v}(u(a, b), v(a, b))\right]."#,
      width: 24, baseline: 1,
      """
             [df
      epsilon[--
             [du

            (u(a, b), v(a, b))

                df
              + --
                dv

                            ]
          (u(a, b), v(a, b))].
                            ]
      """),
  ]
}
