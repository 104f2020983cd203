/// Mathematics on one line of plain text: `\frac{O}{R_{peak}}` as `O/Rₚₑₐₖ`, `10^{-3}` as `10⁻³`.
///
/// For verdicts and lists; the page sets mathematics with Typesetting. What it does not know keeps its name.
enum PlainMathematics {
  static func text(_ tex: String) -> String {
    var reader = Reader(rest: Array(tex.prefix(longest))[...])
    var words = reader.sequence(until: nil, depth: 0).split(separator: " ").joined(separator: " ")
    for (loose, tight) in [("( ", "("), (" )", ")"), (" ,", ",")] {
      words = words.replacing(loose, with: tight)
    }
    return words
  }

  private static let longest = 2000
  private static let deepest = 30

  private struct Reader {
    var rest: ArraySlice<Character>

    mutating func sequence(until end: Character?, depth: Int) -> String {
      var text = ""
      while let character = rest.first {
        rest.removeFirst()
        if character == end { return text }
        switch character {
        case "\\": text += command(depth: depth)
        case "{": text += depth < deepest ? sequence(until: "}", depth: depth + 1) : ""
        case "}": break
        case "^": text += script(argument(depth: depth), table: superscripts, mark: "^")
        case "_": text += script(argument(depth: depth), table: subscripts, mark: "_")
        case "~", "&": text += " "
        case "-": text += "−"
        case "'": text += "′"
        default: text.append(character)
        }
      }
      return text
    }

    /// What a command or a script applies to: a group, a command, or one character.
    private mutating func argument(depth: Int) -> String {
      rest = rest.drop { $0 == " " }
      guard depth < deepest, let first = rest.first else { return "" }
      rest.removeFirst()
      switch first {
      case "{": return sequence(until: "}", depth: depth + 1)
      case "\\": return command(depth: depth + 1)
      case "-": return "−"
      default: return String(first)
      }
    }

    private mutating func command(depth: Int) -> String {
      guard let first = rest.first else { return "" }
      guard first.isASCII, first.isLetter else {
        rest.removeFirst()
        return [",", ";", ":", " ", "\\"].contains(first) ? " " : (first == "!" ? "" : String(first))
      }
      let name = String(rest.prefix { $0.isASCII && $0.isLetter })
      rest = rest.dropFirst(name.count)
      switch name {
      case "frac", "dfrac", "tfrac":
        return grouped(argument(depth: depth)) + "/" + grouped(argument(depth: depth))
      case "sqrt": return "√" + grouped(argument(depth: depth))
      case "text", "mathrm", "mathbf", "mathit", "mathsf", "operatorname", "textbf", "boldsymbol", "mathbb",
        "mathcal", "texttt", "mathtt":
        return argument(depth: depth)
      case "hat": return argument(depth: depth) + "\u{302}"
      case "bar", "overline": return argument(depth: depth) + "\u{304}"
      case "tilde": return argument(depth: depth) + "\u{303}"
      case "left", "right", "big", "Big", "bigl", "bigr", "displaystyle", "limits": return ""
      case "begin", "end":
        _ = argument(depth: depth)
        return " "
      default: return symbols[name] ?? (functions.contains(name) ? name + " " : name)
      }
    }

    /// In parentheses where it is more than one term.
    private func grouped(_ text: String) -> String {
      let plain = text.split(separator: " ").joined(separator: " ")
      return plain.contains { " +−·×/=".contains($0) } ? "(\(plain))" : plain
    }

    private func script(_ text: String, table: [Character: Character], mark: String) -> String {
      let raised = text.filter { $0 != " " }.map { table[$0] }
      if !raised.isEmpty, raised.allSatisfy({ $0 != nil }) { return String(raised.compactMap(\.self)) }
      let plain = grouped(text)
      return plain.count > 1 && mark == "^" && !plain.hasPrefix("(") ? "^(\(plain))" : mark + plain
    }
  }

  private static let superscripts = table("0123456789+−-=()niTkᵀ", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱᵀᵏᵀ")
  private static let subscripts = table(
    "0123456789+−-=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ")

  private static func table(_ from: String, _ to: String) -> [Character: Character] {
    Dictionary(zip(from, to), uniquingKeysWith: { first, _ in first })
  }

  private static let functions: Set<String> = ["log", "ln", "exp", "max", "min", "sin", "cos", "tanh", "arg"]

  private static let symbols: [String: String] = [
    "times": " × ", "cdot": " · ", "div": " ÷ ", "pm": " ± ", "approx": " ≈ ", "le": " ≤ ", "leq": " ≤ ",
    "ge": " ≥ ", "geq": " ≥ ", "ne": " ≠ ", "neq": " ≠ ", "ll": " ≪ ", "gg": " ≫ ", "to": " → ",
    "rightarrow": " → ", "Rightarrow": " ⇒ ", "in": " ∈ ", "infty": "∞", "sum": "Σ ", "prod": "Π ",
    "int": "∫ ",
    "partial": "∂", "nabla": "∇", "odot": " ⊙ ", "propto": " ∝ ", "sim": " ~ ", "ldots": "…", "dots": "…",
    "cdots": "⋯", "quad": " ", "qquad": " ", "mid": " | ", "lfloor": "⌊", "rfloor": "⌋", "lceil": "⌈",
    "rceil": "⌉", "langle": "⟨", "rangle": "⟩", "top": "ᵀ", "circ": "°", "prime": "′", "ell": "ℓ",
    "star": "*",
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε", "zeta": "ζ",
    "eta": "η", "theta": "θ", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π",
    "rho": "ρ", "sigma": "σ", "tau": "τ", "phi": "φ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω",
    "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ",
    "Omega": "Ω",
  ]
}
