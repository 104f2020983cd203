import Typesetting

/// Formulas as papers and books of the field write them, with what they leave to a preamble or to the reader's eye.
enum MathematicsFieldTable {
  static let lines: [(String, String)] = [
    // Letters of the field's notations.
    (#"\vx^\T \mW \rvz \vtheta \bmu \mSigma"#, "𝐱ᵀ𝐖𝐳𝛉𝛍𝚺"),
    (#"\gG \cD \calL \sR \bbE \evx_i \emA_{ij}"#, "𝒢𝒟ℒℝ𝔼xᵢAᵢⱼ"),
    (#"\vect{x} + \mat{W} + \tensor{T}"#, "𝐱 + 𝐖 + 𝐓"),
    (#"\textbf{x}_i \ne \textbf{bold}"#, "𝐱ᵢ ≠ bold"),
    // Operators that a preamble defines, with their arguments in braces or in brackets.
    (#"\E{X} + \E_{x \sim p}[f(x)] + \Var{X} + \Cov{X}{Y}"#, "𝔼[X] + 𝔼_(x∼p)[f(x)] + Var(X) + Cov(X, Y)"),
    (#"\KL{p}{q} = \KL(p \| q)"#, "KL(p ‖ q) = KL(p ‖ q)"),
    (#"\argmin_{\theta} \L(\theta), \; \bigO{n^2}"#, "argmin_θ ℒ(θ), 𝒪(n²)"),
    (
      #"\norm{x}_2 \le \abs{y}, \; \inner{x}{y} = \dotp{x}{y}, \; \card{S}"#,
      "‖x‖₂ ≤ |y|, ⟨x, y⟩ = ⟨x, y⟩, |S|"
    ),
    (#"\vec(W) + \vec{w}"#, "vec(W) + w⃗"),
    (#"A \coloneqq \inv{B}, \; p(x \given y)"#, "A ≔ B⁻¹, p(x | y)"),
    // What authors type as several characters.
    (#"f(x) := 1, \; \{0, ..., n - 1\}"#, "f(x) := 1, {0, …, n − 1}"),
    (#"||x - y||_2 + |a||b| + D(P||Q)"#, "‖x − y‖₂ + |a||b| + D(P ‖ Q)"),
    (#"1{,}024 \times 4{,}096"#, "1,024 × 4,096"),
    // Backslashes doubled for a Markdown that takes one away.
    (#"\\|v\\|^2 \in \\{0, 1\\}"#, "‖v‖² ∈ {0, 1}"),
    (#"\begin{bmatrix} a & b \\\\ c & d \end{bmatrix}"#, "[a, b; c, d]"),
    // Colours, and operators by other commands.
    (#"a \textcolor{blue}{- b} + \mathop{\mathbb{E}}_{x} f"#, "a − b + 𝔼ₓ f"),
    (#"\operatornamewithlimits{\mathbb{E}}[R] \le \operatorname*{ess\,sup}_x f"#, "𝔼[R] ≤ ess supₓ f"),
    // Definitions in the formula.
    (#"\newcommand{\loss}[2][\theta]{\mathcal{L}_{#1}(#2)} \loss{x} + \loss[w]{y}"#, "ℒ_θ(x) + ℒ_w(y)"),
    (
      #"\frac{dX}{dt}|_{t=0} = \xi, \frac{dY}{dt}|_{t=0} = \eta, \; \|x\|_2 = 1"#,
      "dX/dt|ₜ₌₀ = ξ, dY/dt|ₜ₌₀ = η, ‖x‖₂ = 1"
    ),
    // Spaces.
    (#"\begin{cases} 0 & \mathrm{for\ } x < a \end{cases}"#, "{0, for x < a}"),
    (#"a \equiv b \pmod{n}"#, "a ≡ b  (mod n)"),
    (#"a \kern1pt b \mkern-3mu c \hskip 1em d \hspace{1em} e \hspace*{-1pt} f"#, "abc   d   ef"),
    (#"\approx \frac{p-1}{m} \text{ for } m \gg p"#, "≈ (p − 1)/m for m ≫ p"),
    (#"\text{with $x_i^2$ in it}"#, "with xᵢ² in it"),
    // Fractions whose numerator is a function without brackets.
    (
      #"\frac{\sin x}{x} + \frac{\log(n)}{n} + \frac{\partial \ln L}{\partial \beta}"#,
      "(sin x)/x + log(n)/n + ∂ ln L/∂β"
    ),
    // Units and degrees.
    (#"25\,^\circ\mathrm{C} = 25^\circ C"#, "25 °C = 25°C"),
    (#"\SIrange{1}{10}{\milli\second}, \; \numlist{1;2;3}"#, "1 to 10 ms, 1, 2, 3"),
    // What only a page in a browser needs.
    (#"\require{cancel} \bbox[5px]{x} + \enclose{circle}{y} + \unicode{x3b1}"#, "x + y + α"),
    (#"\underset{w}{\text{argmin}}\, \ell(w) + \underset{x}{y}"#, "argmin_w ℓ(w) + y [x]"),
    // The exponent of a letter with a large index belongs to the letter, and a root ends before the next factor.
    (
      #"s_d^t + W_Q^\top x + A_Q^{-1} + {U^Q_i}^\top + \sum_{t'=1}^n x"#,
      "sᵗ_d + Wᵀ_Q x + A⁻¹_Q + (Uᵢ^Q)ᵀ + ∑_(t′=1)ⁿ x"
    ),
    (
      #"\sqrt{\beta_t}\epsilon + \sqrt{\bar\alpha_t} + \sqrt{2}x + \sqrt{2x} + \sqrt{n}! + \sqrt{x}^2"#,
      "√(βₜ)ε + √ᾱₜ + √2 x + √(2x) + √n ! + (√x)²"
    ),
    // Exponents of one alphabet are set alike; bold and script indices are small as plain ones are.
    (#"N^\alpha + D^\beta + QW^Q + KW^K + A^T + x^2"#, "N^α + D^β + QW^Q + KW^K + Aᵀ + x²"),
    (#"\mathbf{e}_{\mathbf{2}} + \mathbf{d}_{\mathbf{j,i}} + \mathcal{V}_{\mathcal{t}}"#, "𝐞₂ + 𝐝ⱼ,ᵢ + 𝒱ₜ"),
    // What stands over or under a sign is no script of it.
    (
      #"x \stackrel{def}{=} a \stackrel{\triangle}{=} b \stackrel{d}{=} c \overset{p}{\to} d"#,
      "x ≝ a ≜ b =[d] c ── p ─→ d"
    ),
    (
      #"\underset{C}{v^\top K_j} + \overset{n}{X_i} + \underset{C}{\mathbb{E}}[X]"#,
      "(vᵀKⱼ) [C] + Xᵢ [n] + 𝔼_C[X]"
    ),
    (#"\mathbf{1}_{\{y=k\}} + \hat{x_i} + \bar{p_e} + \overline{ab}"#, "𝟏_({y=k}) + x̂ᵢ + p̄ₑ + a̅b̅"),
    // Lines between columns and rows, cells over several columns, and space before `&`.
    (
      #"\left[\begin{array}{cc|c} A & B & \mathbf{0} \\ \hline C & D & 1 \end{array}\right]"#,
      "[A, B | 𝟎; ───; C, D | 1]"
    ),
    (#"\begin{array}{c|cc} \multicolumn{2}{c}{x} & z \\ a & b & c \end{array}"#, "x, z; a | b, c"),
    (#"\begin{aligned} \min_x \quad & f(x) \\ \approx & g \end{aligned}"#, "minₓ   f(x); ≈ g"),
    // Two forms of a letter differ where a formula has both.
    (#"\phi(\varphi) \ne \epsilon + \varepsilon"#, "ϕ(φ) ≠ ϵ + ε"),
    (#"\phi(x) \ne \epsilon"#, "φ(x) ≠ ε"),
    (
      #"X \perp Y \mid Z + A \backslash B + G \star H + f^\star, \; x \triangleq y"#,
      "X ⊥ Y | Z + A ∖ B + G ⋆ H + f^⋆, x ≜ y"
    ),
    (#"F(x) - \Big|_0^1 + \smash{f} + y^{\prime\prime} + \pod{5}"#, "F(x) − |₀¹ + f + y″ +  (5)"),
    (
      #"\bm{\mathsfit{A}} + \bm{\mathcal{A}} + \underbracket{x+y}_{u} + \Set{a} + \fbox{no}"#,
      "𝐀 + 𝓐 + (x + y) [u] + {a} + [no]"
    ),
    (
      #"\overunderset{a}{b}{\to} \vphantom{\frac{a}{b}} \cmark \xmark \idotsint f \; \lBrace x \rBrace \angl{n}"#,
      "── a, b ─→ ✓✗ ∫⋯∫ f ⦃x⦄n⌉"
    ),
  ]

  static let asciiLines: [(String, String)] = [
    (
      #"\sqrt{\beta_t}\epsilon + {W^{(l)}}^T + s_d^t + \mathbf{1}_{\{y=k\}}"#,
      "sqrt(beta_t)epsilon + (W^(l))^T + s_d^t + 1_({y=k})"
    ),
    (#"A \backslash B + X \perp Y + \phi \ne \varphi"#, "A - B + X _|_ Y + phi != varphi"),
    (#"a \stackrel{def}{=} b \overset{p}{\to} c + \underset{C}{v K}"#, "a =[def] b -- p -> c + (vK) [C]"),
    (#"\begin{array}{c|c} a & b \\ \hline c & d \end{array}"#, "a | b; ---; c | d"),
    (#"\E_{\tau \sim \pi_\theta}[r]"#, "E_(tau~pi_theta)[r]"),
    (#"f(\cdot) + \|\cdot\|_p + a \cdot b"#, "f(.) + ||.||_p + a * b"),
    (#"\left\lfloor \frac{x}{s} \right\rceil + \lfloor y \rceil"#, "round(x/s) + round(y)"),
    (#"25\,^\circ\mathrm{C}, \; 5\,\mu\text{s}"#, "25 deg C, 5 us"),
    (#"\mathbf{1}_{\{x>0\}}"#, "1_({x>0})"),
    (#"\mathop{\sum\sum}_{i,j} x + \mathop{\mathbb{E}} y"#, "sum sum_(i,j) x + E y"),
  ]

  static let words: [(String, String)] = [
    (#"\E_{x \sim p}[f(x)]"#, "E sub x distributed as p end sub of open bracket f of x close bracket"),
    (
      #"\log D(x, y) = V(D, G)"#,
      "log D of open paren x , y close paren equals V of open paren D , G close paren"
    ),
    (#"v_* + L^{CLIP} + x*"#, "v sub star plus L superscript CLIP plus x star"),
    (#"\operatorname*{ess\,sup}_{r} Z"#, "the ess sup over r of Z"),
    (
      #"\frac{df}{dx}|_{x=0} = \left. f \right|_a^b"#,
      "the derivative of f with respect to x evaluated at x equals 0 end evaluation equals f evaluated from a to b"
    ),
    (#"y = P(X_i)."#, "y equals P of X sub i"),
    (#"3.5 x + .5"#, "3.5 x plus point 5"),
    (#"\nabla \cdot \mathbf{F} + \nabla^2 \phi"#, "the divergence of F plus nabla squared phi"),
    (
      #"\frac{\partial^2 f}{\partial x \, \partial y} = \frac{d^2 y}{d x^2}"#,
      "the second partial derivative of f with respect to x and y equals the second derivative of y with respect to x"
    ),
    (#"\frac{d}{dx} f(x)"#, "the derivative with respect to x of f of x"),
    (#"x_{i,:} + f: X \to Y"#, "x sub i , colon end sub plus f colon X to Y"),
    (#"\{x : x > 0\}"#, "open brace x such that x is greater than 0 close brace"),
    (#"w \leftarrow w - g"#, "w becomes w minus g"),
    (#"\text{m/s²} + \text{5–6 µs}"#, "m/s squared plus 5 to 6 micro s"),
    (#"||x||_2"#, "the norm of x end norm sub 2"),
    (#"\mathbb{1}[y = 1]"#, "indicator of open bracket y equals 1 close bracket"),
    (#"\lfloor y \rceil"#, "the nearest integer to y end rounding"),
    (#"25^\circ\mathrm{C}"#, "25 degrees C"),
  ]

  static let pictures: [MathematicsPicture] = [
    // A label of several words leaves the subscripts of the formula as they are.
    MathematicsPicture(
      #"\underbrace{\frac{D_{vol}}{BW}}_{\text{Data Time}} + \underbrace{L_{lat}}_{\text{Latency}}"#,
      baseline: 1,
      """
        Dᵥₒₗ
        ────    +  Lₗₐₜ
         BW        ╰┬─╯
        ╰┬─╯      Latency
      Data Time
      """),
    // A brace points to the line it belongs to.
    MathematicsPicture(
      #"\left\{ \frac{x^\star}{y} \right\}"#, baseline: 2,
      """
      ⎧ ⋆⎫
      ⎪x ⎪
      ⎨──⎬
      ⎩y ⎭
      """),
    // The bar of "evaluated at" is as tall as what stands before it.
    MathematicsPicture(
      #"\frac{df}{dx}|_{x=0} = 1"#, baseline: 1,
      """
      df│
      ──│    = 1
      dx│ₓ₌₀
      """),
    // A wide space is the first place to break.
    MathematicsPicture(
      #"p(x) = q(x) + r(x) \quad f(y) = g(y)"#, width: 22, baseline: 0,
      """
      p(x) = q(x) + r(x)
      f(y) = g(y)
      """),
    // Space before `&` stays, and so does what is written with it.
    MathematicsPicture(
      #"\begin{aligned} \min_x \quad & f(x) \\ \text{s.t.} \quad & g(x) \le 0 \\ \approx & h \end{aligned}"#,
      baseline: 2,
      """
       min   f(x)
        x

      s.t.   g(x) ≤ 0
           ≈ h
      """),
    // Lines between columns and rows.
    MathematicsPicture(
      #"\left[ \begin{array}{cc|c} 1 & 2 & 3 \\ 4 & 5 & 6 \\ \hline 7 & 8 & 9 \end{array} \right]"#,
      baseline: 1,
      """
      ⎡1  2 │ 3⎤
      ⎢4  5 │ 6⎥
      ⎢─────┼──⎥
      ⎣7  8 │ 9⎦
      """),
    MathematicsPicture(
      #"\left[\begin{array}{c|c} A & \mathbf{0} \\ \hline \mathbf{0}^\top & 1 \end{array}\right] = \left[\begin{array}{c|c} A & b \end{array}\right]"#,
      baseline: 1,
      """
      ⎡A  │ 𝟎⎤
      ⎢───┼──⎥ = [A │ b]
      ⎣𝟎ᵀ │ 1⎦
      """),
    MathematicsPicture(
      #"\begin{array}{|l|c|r|} \hline a & b & c \\ \hline \frac{a}{b} & 2 & 3 \\ \cline{2-3} 1 & 2 & 3 \\ \hline \end{array}"#,
      baseline: 4,
      """
      ┌───┬───┬───┐
      │ a │ b │ c │
      ├───┼───┼───┤
      │ a │   │   │
      │ ─ │ 2 │ 3 │
      │ b │   │   │
      │   ├───┼───┤
      │ 1 │ 2 │ 3 │
      └───┴───┴───┘
      """),
    // A cell over two columns.
    MathematicsPicture(
      #"\begin{array}{ccc} \multicolumn{2}{c}{\text{both}} & z \\ a & b & c \end{array}"#, baseline: 0,
      """
      both  z
      a  b  c
      """),
    MathematicsPicture(
      #"\begin{array}{c|c|c} \multicolumn{2}{c|}{\text{both of them}} & z \\ \hline a & b & c \end{array}"#,
      baseline: 1,
      """
      both of them │ z
      ──┼──────────┼──
      a │    b     │ c
      """),
    // What a script stands on is in brackets.
    MathematicsPicture(
      #"\frac{a}{b}^2 + \frac{a+b}{c}^2 + \frac{x}{y}_i + \sqrt{x}^2"#, baseline: 1,
      """
      ⎛a⎞²   ⎛a + b⎞²   ⎛x⎞
      ⎜─⎟  + ⎜─────⎟  + ⎜─⎟  + (√x)²
      ⎝b⎠    ⎝  c  ⎠    ⎝y⎠ᵢ
      """),
    // A mark stands on the letter, not on its index; one over letters is as wide as they are.
    MathematicsPicture(
      #"\hat{x_i} + \hat{A_t^{(k)}} + \bar{p_e} + \overrightarrow{OPQ} + \widehat{abc} + \widetilde{\frac{x}{y}}"#,
      baseline: 2,
      """
                                    ~
                        ──→   ^^^   x
      x̂ᵢ + Âₜ⁽ᵏ⁾ + p̄ₑ + OPQ + abc + ─
                                    y
      """),
    // A tag leaves the rows where they are; the last line of one equation stands at the right.
    MathematicsPicture(
      #"\begin{gather} a = b + c \\ d = e \tag{2} \\ \text{longer line} = f + g + h \end{gather}"#,
      baseline: 1,
      """
             a = b + c
               d = e             (2)
      longer line = f + g + h
      """),
    MathematicsPicture(
      #"\begin{multline} p(x) = a_0 + a_1 x + a_2 x^2 + a_3 x^3 \\ + a_4 x^4 + a_5 x^5 \\ + a_6 x^6 \end{multline}"#,
      baseline: 1,
      """
      p(x) = a₀ + a₁x + a₂x² + a₃x³
              + a₄x⁴ + a₅x⁵
                             + a₆x⁶
      """),
    // A root with an index below it has a bar where another factor follows.
    MathematicsPicture(
      #"\sqrt{\alpha_t}(1-\bar\alpha_{t-1}) + \sqrt{\beta_t}\epsilon_{t-1} + \sqrt{2}x + \sqrt{d_k}"#,
      baseline: 1,
      """
       ┌──               ┌──
      ╲│αₜ (1 − ᾱₜ₋₁) + ╲│βₜ εₜ₋₁ + √2 x + √dₖ
      """),
    // Exponents of one alphabet are set alike, and indices of one letter.
    MathematicsPicture(
      #"L(N,D) = E + \frac{A}{N^{\alpha}} + \frac{B}{D^{\beta}} + C^a"#, baseline: 1,
      """
                    A    B
      L(N, D) = E + ── + ── + Cᵃ
                     α    β
                    N    D
      """),
    MathematicsPicture(
      #"(QW_i^Q, KW_i^K) + (y_w, y_l) + A^T"#, baseline: 1,
      """
         Q    K
      (QWᵢ, KWᵢ) + (y , y ) + Aᵀ
                     w   l
      """),
    // Two rows without brackets have a middle where something stands beside them.
    MathematicsPicture(
      #"f + \begin{matrix} a \\ b \end{matrix} + \begin{aligned} c \\ d \end{aligned}"#, baseline: 1,
      """
          a   c
      f +   +
          b   d
      """),
    // The degree of a root stands in its crook.
    MathematicsPicture(
      #"\sqrt[3]{\frac{a}{b}} + \sqrt[n]{x+1}"#, baseline: 2,
      """
        ┌─
        │a     ┌─────
      ³ │─ + ⁿ╲│x + 1
       ╲│b
      """),
    // An arrow is as long as its label.
    MathematicsPicture(
      #"y \stackrel{\text{atomic add}}{\longleftarrow} x + \underbracket{p+q}_{u}"#, baseline: 1,
      """
         atomic add
      y ←─────────── x + p + q
                         ╰─┬─╯
                           u
      """),
    MathematicsPicture(
      #"\mathbf{d}_{\mathbf{j,i}} + y - \Big|_0^1"#, baseline: 0,
      """
      𝐝ⱼ,ᵢ + y − |₀¹
      """),
  ]
}
