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
    (#"\underset{w}{\text{argmin}}\, \ell(w) + \underset{x}{y}"#, "argmin_w ℓ(w) + yₓ"),
  ]

  static let asciiLines: [(String, String)] = [
    (#"\E_{\tau \sim \pi_\theta}[r]"#, "E_(tau~pi_theta)[r]"),
    (#"f(\cdot) + \|\cdot\|_p + a \cdot b"#, "f(.) + ||.||_p + a * b"),
    (#"\left\lfloor \frac{x}{s} \right\rceil + \lfloor y \rceil"#, "round(x/s) + round(y)"),
    (#"25\,^\circ\mathrm{C}, \; 5\,\mu\text{s}"#, "25 deg C, 5 us"),
    (#"\mathbf{1}_{\{x>0\}}"#, "1_{x>0}"),
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
  ]
}
