/// Formulas as authors of this field write them, one a line.
enum FormulaTable {
  /// Typical ones, each with the line that it is set as.
  static let typical: [(tex: String, inline: String)] = [
    (#"T = \frac{D_{vol}}{BW} + \frac{O}{R_{peak}\,\eta} + L_{lat}"#, "T = Dᵥₒₗ/(BW) + O/(Rₚₑₐₖ η) + Lₗₐₜ"),
    (#"I = \frac{\text{FLOPs}}{\text{bytes accessed}}"#, "I = FLOPs/(bytes accessed)"),
    (#"S = \frac{1}{(1-p) + \frac{p}{s}}"#, "S = 1/((1 − p) + p/s)"),
    (#"\hat{y} = \sigma\left(\mathbf{w}^\top \mathbf{x} + b\right)"#, "ŷ = σ(𝐰ᵀ𝐱 + b)"),
    (#"A^{(l)} = f\left(W^{(l)} A^{(l-1)} + b^{(l)}\right)"#, "A⁽ˡ⁾ = f(W⁽ˡ⁾A⁽ˡ⁻¹⁾ + b⁽ˡ⁾)"),
    (#"\sigma(z) = \frac{1}{1 + e^{-z}}"#, "σ(z) = 1/(1 + e⁻ᶻ)"),
    (#"\mathrm{ReLU}(x) = \max(0, x)"#, "ReLU(x) = max(0, x)"),
    (#"\text{softmax}(z_i) = \frac{e^{z_i}}{\sum_{j=1}^K e^{z_j}}"#, "softmax(zᵢ) = e^(zᵢ)/(∑ⱼ₌₁ᴷ e^(zⱼ))"),
    (
      #"\mathcal{L}(\theta) = -\frac{1}{N}\sum_{i=1}^{N} \log p_\theta(y_i \mid x_i)"#,
      "ℒ(θ) = −(1/N) ∑ᵢ₌₁ᴺ log p_θ(yᵢ | xᵢ)"
    ),
    (#"\theta_{t+1} = \theta_t - \eta \nabla_\theta \mathcal{L}(\theta_t)"#, "θₜ₊₁ = θₜ − η∇_θ ℒ(θₜ)"),
    (#"m_t = \beta_1 m_{t-1} + (1 - \beta_1) g_t"#, "mₜ = β₁mₜ₋₁ + (1 − β₁)gₜ"),
    (#"\hat{m}_t = \frac{m_t}{1 - \beta_1^t}"#, "m̂ₜ = mₜ/(1 − β₁ᵗ)"),
    (
      #"\theta_t = \theta_{t-1} - \alpha\frac{\hat m_t}{\sqrt{\hat v_t} + \epsilon}"#,
      "θₜ = θₜ₋₁ − α m̂ₜ/(√v̂ₜ + ε)"
    ),
    (
      #"\text{Attention}(Q, K, V) = \text{softmax}\left(\frac{QK^T}{\sqrt{d_k}}\right)V"#,
      "Attention(Q, K, V) = softmax(QKᵀ/√dₖ)V"
    ),
    (
      #"\frac{\partial \mathcal{L}}{\partial W^{(l)}} = \frac{\partial \mathcal{L}}{\partial a^{(l)}} \cdot \frac{\partial a^{(l)}}{\partial W^{(l)}}"#,
      "∂ℒ/∂W⁽ˡ⁾ = ∂ℒ/∂a⁽ˡ⁾ · ∂a⁽ˡ⁾/∂W⁽ˡ⁾"
    ),
    (#"D_{KL}(P \| Q) = \sum_x P(x) \log\frac{P(x)}{Q(x)}"#, "D_KL(P ‖ Q) = ∑ₓ P(x) log(P(x)/Q(x))"),
    (#"H(p, q) = -\mathbb{E}_{x\sim p}[\log q(x)]"#, "H(p, q) = −𝔼_(x∼p)[log q(x)]"),
    (#"\mathbf{X} \in \mathbb{R}^{n \times d}"#, "𝐗 ∈ ℝ^(n×d)"),
    (#"\lVert \mathbf{x} \rVert_2 = \sqrt{\sum_i x_i^2}"#, "‖𝐱‖₂ = √(∑ᵢ xᵢ²)"),
    (
      #"\hat{\theta} = \underset{\theta}{\operatorname{argmin}}\; \mathbb{E}[\ell(f_\theta(x), y)]"#,
      "θ̂ = argmin_θ 𝔼[ℓ(f_θ(x), y)]"
    ),
    (#"\arg\max_{a} Q(s, a)"#, "arg maxₐ Q(s, a)"),
    (
      #"q = \operatorname{round}\left(\frac{x}{s}\right) + z, \quad s = \frac{x_{max} - x_{min}}{2^b - 1}"#,
      "q = round(x/s) + z,   s = (xₘₐₓ − xₘᵢₙ)/(2ᵇ − 1)"
    ),
    (#"O(n^3) \to O(n^{2.81})"#, "O(n³) → O(n^2.81)"),
    (#"C \approx 6ND"#, "C ≈ 6ND"),
    (
      #"L(N) = \left(\frac{N_c}{N}\right)^{\alpha_N}, \; \alpha_N \approx 0.076"#,
      "L(N) = (N_c/N)^(α_N), α_N ≈ 0.076"
    ),
    (#"P(A \mid B) = \frac{P(B \mid A)\,P(A)}{P(B)}"#, "P(A | B) = P(B | A) P(A)/P(B)"),
    (
      #"f(x) = \begin{cases} x & \text{if } x > 0, \\ \alpha x & \text{otherwise.} \end{cases}"#,
      "f(x) = {x, if x > 0; αx, otherwise.}"
    ),
    (
      #"\begin{bmatrix} a & b \\ c & d \end{bmatrix} \begin{bmatrix} x \\ y \end{bmatrix}"#,
      "[a, b; c, d][x; y]"
    ),
    (#"\begin{aligned} z &= Wx + b \\ a &= \sigma(z) \end{aligned}"#, "z = Wx + b; a = σ(z)"),
    (
      #"\underbrace{2P}_{\text{weights}} + \overbrace{2P}^{\text{gradients}}"#,
      "(2P) [weights] + (2P) [gradients]"
    ),
    (#"\left.\frac{\partial f}{\partial x}\right|_{x=0}"#, "∂f/∂x|ₓ₌₀"),
    (#"\lim_{n \to \infty} \left(1 + \frac{1}{n}\right)^n = e"#, "lim_(n→∞) (1 + 1/n)ⁿ = e"),
    (#"\int_0^\infty e^{-x^2}\,dx = \frac{\sqrt{\pi}}{2}"#, "∫₀^∞ e^(−x²) dx = √π/2"),
    (#"\prod_{i=1}^{n} p(x_i)"#, "∏ᵢ₌₁ⁿ p(xᵢ)"),
    (#"\|W\|_F^2 = \mathrm{tr}(W^\top W)"#, "‖W‖²_F = tr(WᵀW)"),
    (#"\mathcal{N}(\mu, \sigma^2)"#, "𝒩(μ, σ²)"),
    (
      #"\bar{x} = \frac{1}{n}\sum x_i, \quad \tilde{x}, \vec{v}, \dot{x}, \ddot{x}"#,
      "x̄ = (1/n) ∑ xᵢ,   x̃, v⃗, ẋ, ẍ"
    ),
    (#"\lfloor x \rfloor + \lceil y \rceil"#, "⌊x⌋ + ⌈y⌉"),
    (#"\binom{n}{k} = \frac{n!}{k!\,(n-k)!}"#, "C(n, k) = n!/(k! (n − k)!)"),
    (#"x \mapsto x^2, \quad A \Rightarrow B \iff C"#, "x ↦ x²,   A ⇒ B ⇔ C"),
    (#"\forall \epsilon > 0\; \exists \delta : |x - a| < \delta"#, "∀ε > 0 ∃δ : |x − a| < δ"),
    (#"\{x_i\}_{i=1}^{N} \subset \mathcal{X}"#, "{xᵢ}ᵢ₌₁ᴺ ⊂ 𝒳"),
    (#"x \notin A \cup B, \; A \cap B = \emptyset"#, "x ∉ A ∪ B, A ∩ B = ∅"),
    (#"y = \sqrt[3]{x} + \sqrt{x^2 + y^2}"#, "y = ∛x + √(x² + y²)"),
    (#"1.6\times/\text{yr}"#, "1.6×/yr"),
    (#"E = 640\,\text{pJ}, \; B = 3.35\,\text{TB/s}"#, "E = 640 pJ, B = 3.35 TB/s"),
    (#"\text{cost} = \$2.50/\text{h} \times 8\ \text{h}"#, "cost = $2.50/h × 8 h"),
    (#"90\% \text{ of } N_{\text{params}}"#, "90% of Nₚₐᵣₐₘₛ"),
    (#"W' = W + \Delta W = W + BA"#, "W′ = W + ΔW = W + BA"),
    (#"f'(x), f''(x), f^{(n)}(x)"#, "f′(x), f″(x), f⁽ⁿ⁾(x)"),
    (#"a_1, a_2, \ldots, a_n"#, "a₁, a₂, …, aₙ"),
    (#"x_1 + x_2 + \cdots + x_n"#, "x₁ + x₂ + ⋯ + xₙ"),
    (#"\boldsymbol{\mu}_k, \boldsymbol{\Sigma}_k"#, "𝛍ₖ, 𝚺ₖ"),
    (#"\mathbb{1}[\hat{y} = y]"#, "𝟙[ŷ = y]"),
    (#"\text{MFU} = \frac{6 N D}{T \cdot R_{peak}}"#, "MFU = 6ND/(T · Rₚₑₐₖ)"),
    (#"t_{comm} = 2\,\frac{N-1}{N}\cdot\frac{S}{BW}"#, "t_comm = 2 (N − 1)/N · S/(BW)"),
    (#"X \sim \mathrm{Bernoulli}(p)"#, "X ∼ Bernoulli(p)"),
    (#"x \xrightarrow{f} y"#, "x ── f ─→ y"),
    (#"\boxed{E = mc^2}"#, "[E = mc²]"),
    (
      #"\mathbf{h}_t = \tanh(\mathbf{W}_h \mathbf{h}_{t-1} + \mathbf{W}_x \mathbf{x}_t)"#,
      "𝐡ₜ = tanh(𝐖ₕ𝐡ₜ₋₁ + 𝐖ₓ𝐱ₜ)"
    ),
    (#"\frac{a}{2(c-b)}"#, "a/(2(c − b))"),
    (#"\sum_{\substack{i<j \\ j \le n}} a_{ij}"#, "∑_(i<j; j≤n) aᵢⱼ"),
    (#"10^{-3} \ll 1 \le 10^{3}"#, "10⁻³ ≪ 1 ≤ 10³"),
    (#"\SI{80}{\giga\byte}"#, "80 GB"),
    (#"\newcommand{\R}{\mathbb{R}} x \in \R^n"#, "x ∈ ℝⁿ"),
  ]

  /// Of every kind.
  static let all = typical.map(\.tex) + others.split(separator: "\n").map(String.init)

  private static let others = ##"""
    C=\alpha AB+\beta C
    P=2d,\;O(BSd)
    T=\frac{D_{vol}}{BW}+\frac{O}{R_{peak}\eta}+L_{lat}
    \text{MFU}=\frac{\text{achieved}}{\text{peak}}
    O(\log N)\;\text{or}\;O(N)
    \log\frac{p}{1-p}
    M_{train}=16P
    \text{round}(255(x-x_{min})/\alpha)
    T_{pipelined}=\max\left(\frac{D_{vol}}{BW},\frac{O}{R_{peak}\,\eta}\right)+L_{lat}
    T_{bottleneck}=\max\left(\frac{D_{vol}}{BW},\frac{O}{R_{peak}\,\eta},T_{network}\right)+L_{lat}
    E=P\times T,\quad \mathrm{Battery}=\int P\,dt
    t=\frac{D}{BW_{up}}
    \text{ratio} = \frac{32\,E_{bit}}{E_{MAC}}
    \kappa = \frac{p_o - p_e}{1 - p_e}
    \text{Speedup} \le \frac{1}{S + \frac{p}{N}}
    t_{human} = \frac{t}{0.5\,ns}\cdot 1\,s
    z = \sum (x_i \cdot w_{ij}) + b
    \mathbf{z} = \mathbf{x}\mathbf{W} + \mathbf{b}
    F = 2\, n_{in}\, n_{out}\, B
    \mathbf{Z}^{(l)} = \mathbf{A}^{(l-1)}\mathbf{W}^{(l)} + \mathbf{b}^{(l)}
    \mathcal{L}_{batch} = \frac{1}{B}\sum_{i=1}^{B} \mathcal{L}(\hat{y}_i,y_i)
    M \approx M_{weights} + M_{optimizer} + M_{activations}
    \eta' = \eta\frac{B'}{B}
    \text{Intensity} \approx \frac{2MN}{4MN} = 0.5
    (f * \mathbf{w})[i, j] = \sum_{m,n} \mathbf{w}[m, n] \cdot \mathbf{x}[i + m, j + n]
    \text{MACs} = h^2 + d\,h
    M_{KV} = 2\,L\,H\,N\,d_h\,b\,B
    y = \mathcal{F}(x) + x
    \frac{R_{peak}\,\eta}{F}
    \frac{N_{prod} \cdot (T_{eager} - T_{compiled})}{T_{compile} + N_{dev} \cdot T_{compile}}
    (ab)' = a\,b' + b\,a'
    O = t\,R_{peak}
    \frac{\partial \mathcal{L}}{\partial W_2} = h^T \frac{\partial \mathcal{L}}{\partial \text{logits}}
    x\cdot\frac{1}{2}\left[1+\mathrm{erf}\left(\frac{x}{\sqrt2}\right)\right]
    \hat m=\frac{m}{1-\beta_1^t},\ \hat v=\frac{v}{1-\beta_2^t}
    I^{*}=R_{peak}/BW
    R_{system}=\min(R_{pipeline},R_{compute})
    t_{preprocessing}<t_{GPU\_compute}
    \mathrm{softmax}\left(\frac{QK^T}{\sqrt{d_k}}\right)V
    M(k)=kA+\frac{L}{k}A,\ k^{*}=\sqrt{L}
    \mathrm{ICR}(D)=\frac{dI/dD}{dC/dD}\approx\frac{1}{O\cdot D}
    \frac{|A\cap B|}{|A\cup B|}
    \min(eR_{data},R_{GPU})
    \int_0^N \mathrm{Acc}(n)\,dn
    \lambda\|W\|_1
    \mathcal A\approx\sum_{r=1}^{k}u_r\otimes v_r\otimes w_r
    z=\mathrm{round}(-\alpha/s)
    FLOPs\propto d\,w^2r^2
    O(n^2)\to O(n)
    I=\frac{FLOP}{B}
    CV=\sigma/\mu
    \frac{T(1)}{N\,T(N)}\cdot100\%
    C_{1M}=\frac{P_{hr}}{3600\,X}\times10^6
    W_{p99}\approx\frac{4.6\,S}{1-\rho}
    E[L_{lat,wait}]=\frac{T}{2}
    L_{lat,p99}\approx T+S(b_{p99})
    \frac{X_{INT8}}{X_{FP32}}=\frac{32}{8}=4
    C_{skew}=e\,Q\,c
    T^*=\arg\min_T\frac{C_{stale}(T)+C}{T}
    C\approx f\,m\,(c_{in}+c_{st})
    C(T)=c_{fp}FP(T)+c_{fn}FN(T)
    TPR=\frac{TP}{TP+FN}
    N_{total}=\frac{n}{\pi_g}
    C_{train}=c\,k
    C_{move}(D)\gg C_{move}(\text{Compute})
    \Delta\text{Acc}\approx\mathbb{E}[|f_{serve}(x)-f_{train}(x)|]
    C_{move}(D) \gg C_{move}(Compute)
    Acc(t)\approx Acc_0-\lambda\,D(P_t\|P_0)
    \text{ReLU}(x) = \max(0, x)
    \mathbf{Z}^{(\ell)} = \mathbf{A}^{(\ell-1)}\mathbf{W}^{(\ell)} + \mathbf{b}^{(\ell)}
    \mathcal{L}_{\text{batch}} = -\frac{1}{B}\sum_{i=1}^B \sum_{j=1}^{10} y_{ij} \log(\hat{y}_{ij})
    P = \sum_\ell (n_{\ell-1} n_\ell + n_\ell)
    P \times 4 \times 4 < \text{VRAM}
    \text{manual\_rate}(t) C_{\text{manual}} + \text{error\_rate}(t) C_{\text{misroute}}
    0.5x(1 + \tanh(\sqrt{2/\pi}(x + 0.044715x^3)))
    \frac{1}{N}\sum |y-\hat{y}|
    \text{softmax}(\frac{\mathbf{XW_Q}(\mathbf{XW_K})^T}{\sqrt{d_k}})\mathbf{XW_V}
    d_{\text{in}} \times d_{\text{out}}
    3 \times d_{\text{model}}^2
    \prod_{t=1}^{T} \partial h_t / \partial h_{t-1}
    \frac{e^{z_i-\max z}}{\sum_j e^{z_j-\max z}}
    J = \text{diag}(\sigma'(z))W
    \frac{a-\text{mean}}{\sqrt{\text{var}+\epsilon}}
    z = \sum_i x_i w_i + b
    \sigma(x)(1 - \sigma(x))
    64 \times 128
    \text{MACs} = \sum_{\ell=1}^{L} n_{\ell-1}\, n_\ell
    O = B\,(4 S^2 d + 8 S d^2)
    P = K^2\,C_{in} + C_{in}\,C_{out}
    D_{KL}(P \| Q) = \sum_i P_i \ln \frac{P_i}{Q_i}
    \text{behaviour} \approx f(\text{data})
    y_i = \gamma_i\,\frac{x_i}{\sqrt{\frac{1}{H}\sum_j x_j^2 + \epsilon}}
    M_a = B \sum_\ell n_\ell\, s
    B_{max} = \frac{M - M_{model}}{M_{sample}}
    a \leftarrow a + b \times c
    \text{softmax}(z)_i = \frac{e^{z_i - \max z}}{\sum_j e^{z_j - \max z}}
    \text{MACs} = \sum_\ell n_{\ell-1}\,n_\ell
    \mathbf{a} \cdot \mathbf{b} = |\mathbf{a}|\,|\mathbf{b}| \cos\theta
    T_m = \frac{D_{vol}}{BW}
    I = \frac{2 B D_{in} D_{out}}{D_{in} D_{out}\,s} = \frac{2B}{s}
    L = \lambda W
    R = f\,O_{frame}
    \mathcal{L}_{batch} = \frac{1}{B} \sum_{i=1}^{B} \mathcal{L}(\hat{y}_i, y_i)
    \eta' = \eta\,\frac{B'}{B}
    T = \frac{6 P D}{N X U}
    \hat{m}_t \leftarrow \beta_1 m_t / {(1-\beta_1^{t+1})} + (1 - \beta_1) g_t / {(1-\beta_1^t)}.
    G = \sum_{t=1}^\tau g_t g_t^\top
    \text{diag} (G) = (G_{ii})_{i=1}^p
    w_{t+1} = w_{t} - \eta \cdot \text{diag}(G + \epsilon I)^{-1/2} \cdot g_t
    u_t \leftarrow -\alpha_t (g_t + N(0, \sigma_t^2)),
    \sigma_t^2 = \frac{\eta}{(1+t)^\gamma},
    S_0 := \{\mu_0, w_1\} = \{0, 0\}
    s \min\left\{\frac{f(x) - f^\star}{\|\nabla f(x)\|^2 + \epsilon}, \gamma_{\max}\right\}\,,
    \langle u, \nabla f(w)\rangle
    f(w + \eta u) \leq (1+\delta)f(w) + \eta c \langle u, \nabla f(w) \rangle + \epsilon \,,
    \sqrt{\varepsilon_{machine}}
    \eta \rightarrow f(w + \eta u)
    \partial f(w_\eta; x)(u) = \nabla f(w_\eta)^\top u
    C \in \mathbb{R}^{n \times m }
    \beta_3, \alpha, \varepsilon, \bar{\varepsilon}
    S_0 := (m^{(1)}_0, m^{(2)}_0, \nu_0) = (0, 0, 0)
    (w_i \log(\exp x_i /(\sum_i \exp x_i )) )_{i=1}^n
    p_t = \begin{cases} p & \text{if } y = 1 \\ 1-p & \text{if } y = 0 \end{cases}
    \ell(s, y) = -\sum_i y_i \log \frac{\exp(s_i)}{\sum_j \exp(s_j)}
    f_\sigma(x) = \mathbb{E}_{z \sim \mu} f(x + \sigma z)
    \underset{p}{\text{argmin}} ~ \|x - p\|_2^2 \quad \textrm{subject to} \quad p \ge 0
    \operatorname{proj}_a x = \frac{\langle x, a \rangle}{\langle a, a \rangle} a
    \exp\left(-\lambda\right)\sum_{i=0}^{y}\frac{\lambda^{i}}{i!}
    \ln L=\sum_{i=1}^{n}\left[-\lambda_{i}+y_{i}x_{i}^{\prime}\beta-\ln y_{i}!\right]
    \ln L=\sum_{i}\ln\Lambda \left(q_{i}x_{i}^{\prime}\beta\right)
    \ln L=\sum_{i}\ln\Phi\left(q_{i}x_{i}^{\prime}\beta\right)
    \boldsymbol{1}\left(j=l\right)
    y\frac{\phi(X\beta)}{\Phi(X\beta)}-(1-y)\frac{\phi(X\beta)}{1-\Phi(X\beta)}
    argmax(y_i) \neq argmax(p_i)
    \theta\in[-1,\infty)\backslash\{0\}
    \theta\in \mathbb{R}\backslash\{0\}, \mathbf{u} \in [0, 1]^d
    C_R^{\text{Gauss}}(u) = \Phi_R\left(\Phi^{-1}(u_1),\dots, \Phi^{-1}(u_d) \right),
    P \left( \sup_x \left| F(x) - \hat(F)_n(X) \right| > \epsilon \right) \leq 2e^{-2n\epsilon^2}
    \mu_0 = (Y + \overline{Y})/2
    llf = -nobs / 2 * (\log(SSR) + (1 + \log(2 \pi / nobs)))
    Constant = \ln \Gamma{(Y_i + 1/ \alpha )} - \ln \Gamma(Y_i + 1) - \ln \Gamma{(1/ \alpha )}
    \mathrm{DL}_{j+1} = \mathrm{DL}_j
    \phi(L) = \frac{1}{4}(L\circ L,(I-\gamma C)(L\circ L)N),
    \phi(L) =\frac{1-\kappa}{4} (L\circ L,(L\circ L)N) -\frac{1}{4}(L\circ L,M(L\circ L)),
    K_{h}(X_{i},X_{j})=\prod_{s=1}^ {q}h_{s}^{-1}k\left(\frac{X_{is}-X_{js}}{h_{s}}\right)
    \int\left[\hat{f}(x)-f(x)\right]^{2}dx
    F(y|x)=\frac{n^{-1}\sum_{i=1}^{n}G(\frac{y-Y_{i}}{h_{0}}) W_{h}(X_{i},x)}{\widehat{\mu}(x)}
    u_t = \rho_1 u_{t-1} + \cdots + \rho_p u_{t-p} + \epsilon_t,
    D=-2\log\left(\frac{\mathcal{L}_{null}} {\mathcal{L}_{alternative}}\right)
    \tilde \sigma_*^{-1} \tilde v_t
    s_t = \left ( \sum_{j=k+1}^t w_j^2 \right ) \Bigg / \left ( \sum_{j=k+1}^T w_j^2 \right )
    \rho(z) = a^{-2} \cdot (1 - \exp(-a \lvert z \rvert ) \cdot (1 + a \lvert z \rvert))
    \psi(z) = z \cdot \exp(-a \cdot \lvert z \rvert)
    (X' \Sigma X + \lambda R' \sigma^2 \Sigma_p^{-1} R) b = X' \Sigma y + \lambda R' \Sigma_p^{-1} q
    f_{i,s,t} & = \sin\left(2 \pi i \tau_t \right) \\ f_{i,c,t} & = \cos\left(2 \pi i \tau_t \right)
    l_{-1}, b_{-1}, s_{-1}, \ldots, s_{-m}
    l(\theta, x_0|y) = - \frac{n}{2}(\log(2\pi s^2) + 1) - \sum\limits_{t=1}^n \log(k_t)
    k = m - h + m \lfloor (h-1)/m \rfloor
    \hat \alpha_t = E[\alpha_t \mid Y^n ]
    Var(\varepsilon_t) \equiv \Sigma
    Z_t = Z_{t+1} ~ \forall ~ t
    \zeta_t \sim N(0, \sigma_\zeta^2)
    \omega_t, \tilde \omega_t iid N(0, \sigma_{\tilde \omega}^2)
    \epsilon_t \sim N(0, \Omega)
    \Psi_\infty = \sum_{i=0}^\infty \Phi_i
    \sqrt(T) (\bar{y} - \mu) \rightarrow {\cal N}(0, \Sigma_{\bar{y}}) \\
    \tilde{\Pi}, \tilde{\Gamma}
    vec(B R) = (B' \otimes I) vec(R)
    m = - s_{y} + max_{y' \ne y} s_{y'}
    \emptyset \lor H \lor W \lor G \lor \{ H, W, G \}
    (H \land W) \lor (H \land G) \lor (W \land G)
    h_{\mathrm{gate}} \colon \mathbb{R}^F \to \mathbb{R}
    x_{\pi_1,d} \le \dots \le x_{\pi_i,d} \le \dots \le x_{\pi_n,d}
    \mathbf{q}^{*}_t &= \mathbf{q}_t \, \Vert \, \mathbf{r}_t,
    \mathbf{X}^{\prime} = \sum_{k=1}^{K} \mathbf{Z}^{(k)} \cdot \mathbf{\Theta}^{(k)}
    X \in \mathbb{R}^{|E| \times \textit{in_channels}}
    \bigoplus_{j \in \mathcal{N}(i)}
    \textrm{pos_j} - \textrm{pos_i} + \Delta \textrm{pos}_i
    \mathbf{e}_h + \mathbf{e}_r \approx \mathbf{e}_t,
    \textbf{x}_i = \sum_{l=0}^{L} \alpha_l \textbf{x}^{(l)}_i,
    k = \lceil \mathrm{ratio} \cdot N \rceil
    {\rm score} = \beta_1 \mathbf{X} \cdot \mathbf{p} + \beta_2 {\rm deg}(\mathbf{M})
    \mathbf{X}^{\prime} &= (\mathbf{X} \odot \mathrm{tanh}(\mathbf{y}))_{\mathbf{i}}
    \mathcal{E}^{\prime} &= \{ (e_1, e_2) : e_1 \cap e_2 \neq \emptyset \}
    DN(i) = \{ \deg(j) \mid j \in \mathcal{N}(i) \}
    \frac{| \{ (v,w) : (v,w) \in \mathcal{E} \wedge y_v = y_w \} | } {|\mathcal{E}|}
    J(A,B) = \frac{|A\cap B|}{|A\cup B|}
    PQ^{\dagger}_c = \frac{IOU_c}{|S_c|}
    \text{DP} = \dfrac{\min_a PR_a}{\max_a PR_a}.
    V = \sqrt{\frac{\chi^2 / n}{\min(r - 1, k - 1)}}
    CRPS(F, y) = \int_{-\infty}^{\infty} (F(x) - 1_{x \geq y})^2 dx
    S_0 := (m_0, v_0) = (0, 0)
    |\langle \nabla f(w + \eta u), u \rangle| \leq c_2 |\langle \nabla f(w), \rangle| + \epsilon\,,
    \sigma_i = \log\left(\frac{\exp(x_{i y_i})}{\sum_j \exp(x_{i j})}\right)\,.
    \operatorname{argmin}_y \|x - y\|_2^2 \quad \text{subject to} \quad \langle a, y \rangle = b
    \frac{\partial\ln L_{i}}{\partial\beta}=\left(y_{i}-\lambda_{i}\right)x_{i}
    C_\theta(u,v) = \left[ \max\left\{ u^{-\theta} + v^{-\theta} -1 ; 0 \right\} \right]^{-1/\theta}
    resid\_anscombe_i = \frac{A(y)-A(\mu)}{A'(\mu)\sqrt{Var[\mu]}} * \sqrt(var\_weights)
    min_parmas \sum (y - f(params))**2
    \phi(L) =\frac{1}{2}\|W\circ(L-H)\|^2.
    SSR=\left(Y-\hat{Y}\right)^\prime W \left(Y-\hat{Y}\right)
    \text{weights}(z) = \exp(-a \cdot \lvert z \rvert)
    \sum_{t=2}^T((e_t - e_{t-1})^2)/\sum_{t=1}^Te_t^2
    \Sigma = \text{diag}(\sigma_1^2, \dots, \sigma_n^2)
    B_t F_t B_t' = L_t^{-1} L_t L_t' (L_t')^{-1} = I
    y_t^+ = d_t + Z_t \alpha_t^+ + \varepsilon_t^+
    \varepsilon_t = \rho(L) \varepsilon_{t-1} + \epsilon_t \\ \epsilon_t \sim N(0, \sigma_\epsilon^2)
    (\Sigma, \phi_1, \dots, \phi_p)
    y_t = \mu + \sum_{i=0}^\infty \Phi_i u_{t-i}
    \Gamma_1, \ldots, \Gamma_{k_{ar}-1}
    f(x) = \frac{\textrm{fid}_{+}}{1 - \textrm{fid}_{-}}
    R(\mathbf{y}) = \textrm{softplus}(\lambda) \cdot {\| \mathbf{y} \|}^2_2
    \mathrm{SAB}(\mathbf{X}) = \mathrm{MAB}(\mathbf{x}, \mathbf{y})
    \mathbf{X}^{\prime} &= \mathbf{X}^{(K)},
    \mathbf{\hat{A}} = {(\mathbf{D} + \mathbf{I})}^{-1}(\mathbf{A} + \mathbf{I})
    ((|\mathcal{V}_t|, H * F_{out})
    \mathbf{W} \in \mathbb{R}^M
    x^{(k)}_{a(i)}, x^{(k)}_{b(i)}, x^{(k)}_{c(i)}
    \mathbf{x}_j \leftarrow \sigma ( \mathbf{W}_3 \mathbf{x}_j + \mathbf{b})
    \mathcal{L}_E = \frac{1}{N} \sum_{n=1}^N H(\mathbf{S}_n).
    \{ \mathcal{O}^{(t-k-1)}_r(s), \ldots, \mathcal{O}^{(t-1)}_r(s) \}
    \mathbf{c} \in \{ 0, \ldots, N - 1 \}^N
    \in \mathbb{R}^{N \times d}
    \mathcal{V}^{\prime} &= \mathcal{E}
    \mathbf{e}_{i,j} \cdot \left( \frac{1}{\deg(i)} + \frac{1}{\deg(j)} \right)
    AP = \sum_{n} (R_n - R_{n-1}) P_n
    y \in {0, ..., \mathrm{C}}
    ARS(U, V) = (\text{RS} - \text{Expected RS}) / (\text{Max RS} - \text{Expected RS})
    \text{DP} = \dfrac{\min_a TPR_a}{\max_a TPR_a}.
    H(X|Y) = \sum_{x, y ~ (X, Y)} p(x, y)\frac{p(y)}{p(x, y)}
    tau_a = \frac{C - D}{C + D}
    D_s = \\sqrt[q]{\frac{1}{L}\\sum_{l=1}^L|Q(\\hat{G_l}, P) - Q(\tilde{G}, \tilde{P})|^q}
    \text{MAPE} = \frac{1}{n}\sum_{i=1}^n\frac{| y_i - \hat{y_i} |}{\max(\epsilon, | y_i |)}
    wip = \frac{C}{N} * \frac{C}{P}
    \DeclareMathOperator*{\argmax}{arg\,max} \hat{y} = \argmax_y p(y \mid x)
    \def\E{\mathbb{E}} \E[x] = \sum_x x p(x)
    \ce{CO2} + \ce{H2O}
    \genfrac{(}{)}{0pt}{}{n}{k} + \genfrac{}{}{}{}{a}{b}
    \sideset{_a^b}{_c^d}\prod_{i=1}^n x_i
    \sideset{}{'}\sum_{i} a_i
    {n \atop k} + {n \brace k} + {n \brack k} + {a \above 1pt b}
    \abs{x - y} + \norm{v} + \braket{a|b} + \ket{0} + \bra{1}
    \pdv{f}{x} + \dv[2]{y}{t} + \dd{x}
    A \xlongequal{def} B \xrightarrow[n \to \infty]{d} C \xrightleftharpoons{k} D
    x\textsuperscript{2} + \eqref{eq:loss} + \verb|a_b| + \LaTeX
    \overleftrightarrow{AB} + \overleftarrow{AB} + \ddddot{x}
    1.6\times/\text{yr} + \frac{a}{2(c-b)}(c-z)^2
    \widehat{Fdr}(t) = \mathbb{1}(x) R^{n\times m}
    a\lvert z \rvert - 1
    \begin{cases} y_i, & \text{if }i\text{ is training node,}\\ z_i, & \text{else} \end{cases}
    \begin{aligned} a &= b \\ c &= \frac{d}{e} \\ f &= g \\ h &= i \end{aligned}
    \left. \frac{\partial f}{\partial x} \right|_{x=0} \Big( \big[ \Bigg\{ x \Bigg\} \big] \Big)
    \textcolor{red}{x} + {\color{blue} y} + \boxed{E = mc^2} + \phantom{xx} z
    \lim\limits_{x \to 0} f(x) \quad \int\limits_a^b f \quad \sum\nolimits_{i} x_i
    50\% \, \$5 \, \#3 \, A\&B \, a\_b \{x\}
    \not= \not\in \not\subset \not\equiv
    \cancel{x} + \bcancel{y} + \xcancel{z} + \cancelto{0}{x}
    \begin{array}{c|c} a & b \\ \hline c & d \end{array} \begin{vmatrix} a & b \\ c & d \end{vmatrix}
    \text{if } x > 0 \text{ and $y < 1$ else } \mathrm{GB/s}
    f\colon X\to Y, \quad x \coloneqq 3, \quad f'(x), f''(x), f^{(n)}(x)
    """##
}
