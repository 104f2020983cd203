/// Content text as it may stand on the page: safe, emoji sequences reduced to their first part, and in the ASCII form
/// folded to ASCII. Marks that steer line breaking (soft hyphen, no-break and zero-width space) stay only for the one
/// who breaks lines.
public func shown(_ text: String, isASCII: Bool, keepsBreaks: Bool = false) -> String {
  let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
  if isPlain { return text }
  var result = sanitized(text)
  if result.unicodeScalars.contains(where: isJoining) { result = firstParts(of: result) }
  if isASCII { result = folded(result) }
  return keepsBreaks ? result : withoutBreaks(result)
}

private func withoutBreaks(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0xA0, 0x202F: result.append(" ")
    case 0xAD, 0x200B, 0x2060, 0xFEFF: continue
    default: result.append(scalar)
    }
  }
  return String(result)
}

private func isJoining(_ scalar: Unicode.Scalar) -> Bool {
  scalar.value == 0x200D || scalar.value == 0xFE0F || (0x1F3FB...0x1F3FF).contains(scalar.value)
    || isTag(scalar.value)
}

/// A letter of the name of a flag such as that of Scotland, which stands behind the flag and has no width.
private func isTag(_ value: UInt32) -> Bool {
  (0xE0020...0xE007F).contains(value)
}

/// Without variation selectors, skin tones after an emoji, and what a joiner ties to an emoji: the number of columns
/// that a terminal gives to a whole sequence can not be known.
private func firstParts(of text: String) -> String {
  var result = ""
  result.reserveCapacity(text.utf8.count)
  var previous: UInt32 = 0
  var skipsNext = false
  for scalar in text.unicodeScalars {
    let value = scalar.value
    let followsEmoji = previous >= 0x1F000 || (0x2600...0x27BF).contains(previous)
    if value == 0xFE0F || isTag(value) { continue }
    if value == 0x200D && followsEmoji {
      skipsNext = true
      continue
    }
    if skipsNext {
      skipsNext = false
      continue
    }
    if (0x1F3FB...0x1F3FF).contains(value) && followsEmoji { continue }
    result.unicodeScalars.append(scalar)
    previous = value
  }
  return result
}

/// ASCII in the place of every other character; `?` where there is none that says the same.
private func folded(_ text: String) -> String {
  var result = ""
  result.reserveCapacity(text.utf8.count)
  for scalar in text.unicodeScalars {
    // Soft hyphens, no-break and zero-width spaces still steer line breaking.
    if scalar.isASCII || scalar.value == 0xA0 || scalar.value == 0xAD || scalar.value == 0x200B {
      result.unicodeScalars.append(scalar)
    } else if let text = asciiForms[scalar] {
      result += text
    } else if DisplayWidth.of(scalar) > 0 {
      result += "?"
    }
  }
  return result
}

private let asciiForms: [Unicode.Scalar: String] = {
  var forms: [Unicode.Scalar: String] = [
    "\u{202F}": "\u{A0}", "\u{2009}": " ", "–": "-", "—": "--", "‐": "-", "‑": "-", "−": "-", "“": "\"",
    "”": "\"", "„": "\"", "«": "\"", "»": "\"", "‘": "'", "’": "'", "…": "...", "•": "*", "·": ".", "×": "x",
    "÷": "/", "±": "+-", "≈": "~", "≃": "~", "∼": "~", "≤": "<=", "≥": ">=", "≠": "!=", "≪": "<<", "≫": ">>",
    "→": "->", "←": "<-", "↔": "<->", "⇒": "=>", "↑": "^", "↓": "v", "∞": "inf", "√": "sqrt", "∂": "d",
    "∇": "grad", "ℓ": "l", "∑": "sum", "∏": "prod", "∫": "int", "∈": "in", "°": "deg", "µ": "u", "μ": "u",
    "Ω": "Ohm",
    "€": "EUR", "£": "GBP", "§": "sec. ", "¶": "P", "©": "(c)", "®": "(R)", "™": "(TM)", "½": "1/2",
    "¼": "1/4", "¾": "3/4", "ß": "ss", "æ": "ae", "Æ": "AE", "ø": "o", "Ø": "O", "œ": "oe", "Œ": "OE",
    "ł": "l", "Ł": "L", "′": "'", "″": "\"", "⋅": "*", "∗": "*", "⊙": "(*)", "⊕": "(+)", "⊗": "(x)",
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ζ": "zeta", "η": "eta",
    "θ": "theta", "κ": "kappa", "λ": "lambda", "ν": "nu", "ξ": "xi", "π": "pi", "ρ": "rho", "σ": "sigma",
    "τ": "tau", "φ": "phi", "χ": "chi", "ψ": "psi", "ω": "omega", "Γ": "Gamma", "Δ": "Delta", "Θ": "Theta",
    "Λ": "Lambda", "Π": "Pi", "Σ": "Sigma", "Φ": "Phi", "Ψ": "Psi", "✓": "v", "✗": "x", "─": "-", "│": "|",
    "┌": "+", "┐": "+", "└": "+", "┘": "+", "├": "+", "┤": "+", "┬": "+", "┴": "+", "┼": "+", "▸": ">",
    "◂": "<", "▾": "v", "█": "#", "▶": ">", "►": ">", "◀": "<", "◄": "<", "▲": "^", "▼": "v", "●": "*",
    "○": "o",
  ]
  let digits = Array("0123456789")
  for (scalar, digit) in zip("⁰¹²³⁴⁵⁶⁷⁸⁹".unicodeScalars, digits) { forms[scalar] = "^\(digit)" }
  for (scalar, digit) in zip("₀₁₂₃₄₅₆₇₈₉".unicodeScalars, digits) { forms[scalar] = "_\(digit)" }
  for (letter, base) in [("ŷ", "y^"), ("ŵ", "w^"), ("ẑ", "z^"), ("\u{302}", "^")] {
    for scalar in letter.unicodeScalars { forms[scalar] = base }
  }
  forms["⁻"] = "^-"
  forms["⁺"] = "^+"
  forms["ⁿ"] = "^n"
  let accents: [(String, String)] = [
    ("àáâãäåā", "a"), ("ÀÁÂÃÄÅĀ", "A"), ("çćč", "c"), ("ÇĆČ", "C"), ("èéêëēě", "e"), ("ÈÉÊËĒĚ", "E"),
    ("ìíîïī", "i"), ("ÌÍÎÏĪ", "I"), ("ñńň", "n"), ("ÑŃŇ", "N"), ("òóôõöōő", "o"), ("ÒÓÔÕÖŌŐ", "O"),
    ("ùúûüūűů", "u"), ("ÙÚÛÜŪŰŮ", "U"), ("ýÿ", "y"), ("Ý", "Y"), ("šś", "s"), ("ŠŚ", "S"), ("žźż", "z"),
    ("ŽŹŻ", "Z"), ("ğ", "g"), ("ř", "r"),
  ]
  for (letters, base) in accents {
    for scalar in letters.unicodeScalars { forms[scalar] = base }
  }
  return forms
}()
