/// Damages texts, the same way for the same seed.
struct Mutation {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func number(below limit: Int) -> Int { limit < 1 ? 0 : Int(next() % UInt64(limit)) }

  /// What breaks parsers, to put anywhere.
  static let tokens = [
    "```", "```{calc}\n", "```{plot}\n#| kind: bar\n", "#| id: a\n", "#| covers: [", ":::\n",
    "::: {.question #q}\n",
    "::: {.quickcheck}\n", "---\n", "$$", "$", "\\frac{", "{#sec-a}", "{.blank}", "[^1]", "[^1]: ", "@sec-a",
    "[@a; ",
    "`{calc} a`", "> ", "- [x] ", "1. ", "\t", "    ", "\n\n", "|", "|-|\n", ": x {#tbl-a}\n", "<!--", "-->",
    "<?",
    "<![CDATA[", "*", "**", "_", "~~", "[", "](", "![", "&#0;", "\\", "\u{0}", "\u{1B}[2J", "\u{202E}",
    "\u{FEFF}",
    "\r", "é", "👩‍💻", "a\u{301}", "input a = ", "output b = ", "check a ≈ ", "use c = a.b\n",
    "fn f(a: 1) -> 1 = f(a)\n",
    "[x for x in range(1, 99999)]", "2^99999", "1/0", "-> GB", "1e999", "99999999999999999999", "\"", "'",
    "(", ")",
    "{", "}", "&a [*a]", "*a", "? ", ": ", "- ", "../../../etc/passwd", "/etc/passwd", "%00",
    "covers: [a/b/c]\n",
  ]

  /// The text with a few damages: bytes removed, repeated, exchanged or replaced, and tokens put in.
  mutating func damaged(_ text: String) -> String {
    var bytes = Array(text.utf8)
    for _ in 0...number(below: 6) {
      let start = number(below: bytes.count + 1)
      let end = min(bytes.count, start + number(below: number(below: 4) == 0 ? 2000 : 40))
      switch number(below: 7) {
      case 0: bytes.removeSubrange(start..<end)
      case 1: bytes.insert(contentsOf: bytes[start..<end], at: number(below: bytes.count + 1))
      case 2:
        let piece = Array(bytes[start..<end])
        let times = 1 + number(below: max(1, 4000 / max(1, piece.count)))
        bytes.insert(contentsOf: Array(repeating: piece, count: times).joined(), at: start)
      case 3 where start < bytes.count: bytes[start] = UInt8(truncatingIfNeeded: next())
      case 4:
        let token = Array(Self.tokens[number(below: Self.tokens.count)].utf8)
        bytes.insert(contentsOf: Array(repeating: token, count: 1 + number(below: 300)).joined(), at: start)
      default: bytes.insert(contentsOf: Self.tokens[number(below: Self.tokens.count)].utf8, at: start)
      }
    }
    return String(decoding: bytes.prefix(60_000), as: UTF8.self)
  }
}
