import Engine

/// Finds the unit that a typed word stands for: as the book writes it, spelled out, or with careless capitals.
struct TypedUnit {
  var units: UnitTable

  /// The unit that a text names, where several fit the one that measures `dimension`; nil when none does.
  ///
  /// - Parameter expected: of careless capitals (`pj`) the reading that is this unit is taken.
  func unit(_ text: String, measuring dimension: Dimension, like expected: Unit? = nil) -> Unit? {
    if let literal = units.unit(text), literal.dimension == dimension { return literal }
    let readings = readings(of: text).compactMap { units.unit($0) }
    let fitting = readings.filter { $0.dimension == dimension }
    return fitting.first { $0.factor == expected?.factor } ?? fitting.first ?? readings.first
  }

  /// The unit of an answer with another prefix, where only that was typed: `K` for an answer in MB is KB.
  func unit(prefix: String, before expected: Unit) -> Unit? {
    guard let symbols = Self.lonePrefixes[prefix] else { return nil }
    for dropped in 0...2 where dropped < expected.text.count {
      let base = expected.text.dropFirst(dropped)
      guard units.unit(String(base))?.dimension == expected.dimension else { continue }
      for symbol in symbols {
        if let unit = units.unit(symbol + base), unit.dimension == expected.dimension { return unit }
      }
    }
    return nil
  }

  private static let lonePrefixes: [String: [String]] = [
    "k": ["K", "k"], "K": ["K", "k"], "M": ["M"], "G": ["G"], "T": ["T"], "P": ["P"], "Ki": ["Ki"],
    "Mi": ["Mi"],
    "Gi": ["Gi"], "Ti": ["Ti"], "kilo": ["K", "k"], "mega": ["M"], "giga": ["G"], "tera": ["T"],
    "peta": ["P"],
  ]

  /// Every writing that the text may stand for, the most literal first.
  private func readings(of text: String) -> [String] {
    var readings = [text, text.filter { $0 != " " }]
    // A large B is a byte, whatever bps alone means.
    if text.hasSuffix("Bps") { readings.insert(text.dropLast(3) + "B/s", at: 0) }
    let parts = split(text)
    guard parts.count <= 4 else { return readings }
    var combined = [""]
    for part in parts {
      let names = [part.name, part.name.lowercased()] + Self.names(for: part.name)
      combined = combined.flatMap { start in names.map { start + part.sign + $0 + part.power } }
      if combined.count > 2_000 { return readings }
    }
    readings += combined
    if parts.count == 1, let part = parts.first {
      // "TFLOPS" is operations per second as often as it is many operations.
      readings += Self.names(for: part.name).filter { $0.hasSuffix("OP") }.map { $0 + "/s" }
    }
    return readings
  }

  private func split(_ text: String) -> [(sign: String, name: String, power: String)] {
    var parts: [(sign: String, name: String, power: String)] = [("", "", "")]
    for character in text {
      if character == "/" || character == "·" {
        parts.append((String(character), "", ""))
      } else if character == "^" || !parts[parts.count - 1].power.isEmpty {
        parts[parts.count - 1].power.append(character)
      } else if !(character == " " && parts[parts.count - 1].name.isEmpty) {
        parts[parts.count - 1].name.append(character)
      }
    }
    return parts
  }

  /// Symbols for a word (`kilobytes`, `secs`) or for a symbol in the wrong case (`gb`, `TFLOPS`).
  static func names(for name: String) -> [String] {
    let word = name.lowercased()
    if let symbol = symbols[word] { return symbol }
    let singular = word.count > 2 && word.hasSuffix("s") ? String(word.dropLast()) : word
    if let symbol = symbols[singular] { return symbol }
    for (prefix, symbol) in prefixWords where singular.hasPrefix(prefix) {
      let base = String(singular.dropFirst(prefix.count))
      if let bases = symbols[base] {
        return bases.flatMap { base in base == "B" && symbol == "k" ? ["KB"] : [symbol + base] }
      }
    }
    for candidate in [word, singular] {
      for (prefix, symbols) in prefixLetters where candidate.hasPrefix(prefix) {
        if let bases = bases[String(candidate.dropFirst(prefix.count))] {
          return symbols.flatMap { symbol in bases.map { symbol + $0 } }
        }
      }
    }
    return []
  }

  private static let symbols: [String: [String]] = [
    "byte": ["B"], "octet": ["B"], "b": ["B"], "bit": ["bit", "b"], "bps": ["bps", "bit/s"], "second": ["s"],
    "sec": ["s"],
    "msec": ["ms"], "usec": ["µs"], "us": ["µs"], "minute": ["min"], "mins": ["min"], "hour": ["h"],
    "hr": ["h"], "hrs": ["h"], "day": ["day", "d"], "d": ["day", "d"], "year": ["year"], "yr": ["year"],
    "month": ["month"],
    "flop": ["FLOP"], "op": ["OP"], "operation": ["OP"], "mac": ["MAC"], "joule": ["J"], "watt": ["W"],
    "watthour": ["Wh"], "watt-hour": ["Wh"], "kwh": ["kWh"], "hertz": ["Hz"], "dollar": ["USD"],
    "usd": ["USD"],
    "us dollar": ["USD"], "$": ["USD"], "euro": ["EUR"], "eur": ["EUR"], "€": ["EUR"], "cent": ["cent"],
    "percent": ["%"], "pct": ["%"], "% point": ["pp"], "percentage point": ["pp"], "time": ["x"],
    "fold": ["x"],
    "×": ["x"], "x": ["x"], "gram": ["g"], "metre": ["m"], "meter": ["m"], "kelvin": ["K"], "celsius": ["°C"],
    "degrees celsius": ["°C"], "deg c": ["°C"], "c": ["°C"], "volt": ["V"], "ampere": ["A"], "amp": ["A"],
    "kg co2": ["kgCO2e"], "kgco2": ["kgCO2e"], "kg co2e": ["kgCO2e"],
  ]

  private static let prefixWords = [
    ("kilo", "k"), ("mega", "M"), ("giga", "G"), ("tera", "T"), ("peta", "P"), ("exa", "E"), ("milli", "m"),
    ("micro", "µ"), ("nano", "n"), ("pico", "p"), ("kibi", "Ki"), ("mebi", "Mi"), ("gibi", "Gi"),
    ("tebi", "Ti"),
    ("pebi", "Pi"),
  ]

  private static let prefixLetters = [
    ("ki", ["Ki"]), ("mi", ["Mi"]), ("gi", ["Gi"]), ("ti", ["Ti"]), ("pi", ["Pi"]), ("k", ["K", "k"]),
    ("m", ["M", "m"]), ("g", ["G"]), ("t", ["T"]), ("p", ["P", "p"]), ("e", ["E"]), ("u", ["µ"]),
    ("µ", ["µ"]),
    ("n", ["n"]), ("", [""]),
  ]

  private static let bases: [String: [String]] = [
    "b": ["B"], "byte": ["B"], "o": ["B"], "bps": ["bps", "b/s"], "bit": ["b", "bit"], "flop": ["FLOP"],
    "op": ["OP"],
    "mac": ["MAC"], "w": ["W"], "wh": ["Wh"], "j": ["J"], "hz": ["Hz"], "s": ["s"], "sec": ["s"], "g": ["g"],
    "m": ["m"],
  ]
}
