/// The commands that are more than one atom.
enum MathCommands {
  /// Spaces, in columns.
  static let spaces: [String: Int] = [
    ",": 1, ":": 1, ">": 1, ";": 1, " ": 1, "~": 1, "!": 0, "quad": 3, "qquad": 6, "thinspace": 1,
    "medspace": 1,
    "thickspace": 1, "enspace": 1, "enskip": 1, "space": 1, "nobreakspace": 1, "negthinspace": 0, "/": 0,
    "hfill": 3, "null": 0, "negmedspace": 0, "negthickspace": 0, "hss": 0, "xspace": 0,
  ]

  /// `\mathbf{…}` and its kin.
  static let alphabets: [String: MathFont] = [
    "mathbf": .bold, "boldsymbol": .bold, "bm": .bold, "pmb": .bold, "symbf": .bold, "mathbfit": .bold,
    "mathcal": .script, "mathscr": .script, "mathbb": .doubleStruck, "mathds": .doubleStruck,
    "Bbb": .doubleStruck,
    "mathfrak": .fraktur, "mathrm": .upright, "mathsf": .upright, "mathtt": .upright, "mathup": .upright,
    "mathit": .upright, "mathnormal": .normal, "bold": .bold, "mathbold": .bold, "mathrmbf": .bold,
    "vect": .bold, "vecb": .bold, "mat": .bold, "matr": .bold, "mtx": .bold, "tensor": .bold,
    "mathbfcal": .boldScript, "mathbfscr": .boldScript, "mathsfit": .normal, "mathpzc": .script,
    "mathbbm": .doubleStruck, "bbone": .doubleStruck, "frak": .fraktur,
  ]

  /// Fonts that last to the end of the group.
  static let switches: [String: MathFont] = [
    "bf": .bold, "bfseries": .bold, "cal": .script, "rm": .upright, "it": .upright, "sf": .upright,
    "tt": .upright,
    "normalfont": .upright, "boldmath": .bold,
  ]

  /// `\text{…}` and its kin.
  static let textFonts: Set<String> = [
    "text", "textrm", "textbf", "textit", "texttt", "textsf", "textnormal", "textup", "textsc", "emph",
    "mbox", "hbox", "textmd", "textsl", "intertext", "shortintertext", "textcircled", "vbox",
  ]

  static let accents: [String: MathAccent] = [
    "hat": .hat, "widehat": .hat, "bar": .bar, "tilde": .tilde, "widetilde": .tilde, "vec": .vector,
    "overrightarrow": .vector, "dot": .dot, "ddot": .doubleDot, "dddot": .tripleDot, "check": .check,
    "widecheck": .check, "breve": .breve, "mathring": .ring, "acute": .acute, "grave": .grave,
    "overline": .overline, "underline": .underline, "underbar": .underline, "cancel": .cancel,
    "bcancel": .cancel, "xcancel": .cancel, "sout": .cancel, "slashed": .cancel,
    "overleftarrow": .leftVector, "overleftharpoon": .leftVector, "overrightharpoon": .vector,
    "Overrightarrow": .vector, "overleftrightarrow": .bothVector, "ddddot": .quadrupleDot,
    "overlinesegment": .overline, "wideparen": .hat, "overparen": .hat, "overgroup": .overline,
    "underrightarrow": .underline, "underleftarrow": .underline, "underleftrightarrow": .underline,
    "underlinesegment": .underline, "underparen": .underline, "undergroup": .underline,
    "utilde": .underline,
  ]

  /// Sizes of delimiters; here a delimiter has the size of what stands between.
  static let sizes: [String: AtomClass?] = {
    var table: [String: AtomClass?] = [:]
    for size in ["big", "Big", "bigg", "Bigg"] {
      table[size] = .some(nil)
      table[size + "l"] = .opening
      table[size + "r"] = .closing
      table[size + "m"] = .relation
    }
    return table
  }()

  /// Arrows with words over them.
  static let arrows: [String: (unicode: String, ascii: String, spoken: String)] = [
    "xrightarrow": ("→", "->", "to"), "xleftarrow": ("←", "<-", "from"),
    "xleftrightarrow": ("↔", "<->", "both ways"), "xRightarrow": ("⇒", "=>", "implies"),
    "xLeftarrow": ("⇐", "<=", "is implied by"), "xLeftrightarrow": ("⇔", "<=>", "if and only if"),
    "xmapsto": ("↦", "|->", "maps to"), "xhookrightarrow": ("↪", "->", "to"),
    "xhookleftarrow": ("←", "<-", "from"), "xtwoheadrightarrow": ("→", "->", "onto"),
    "xtwoheadleftarrow": ("←", "<-", "from"), "xrightharpoonup": ("→", "->", "to"),
    "xrightharpoondown": ("→", "->", "to"), "xleftharpoonup": ("←", "<-", "from"),
    "xleftharpoondown": ("←", "<-", "from"), "xrightleftharpoons": ("↔", "<->", "in balance with"),
    "xleftrightharpoons": ("↔", "<->", "in balance with"), "xtofrom": ("↔", "<->", "both ways"),
    "xlongequal": ("=", "=", "equals"),
  ]

  /// Environments, with their delimiters.
  static let environments: [String: (kind: MathMatrix.Kind, left: String, right: String)] = [
    "matrix": (.matrix, "", ""), "pmatrix": (.matrix, "(", ")"), "bmatrix": (.matrix, "[", "]"),
    "Bmatrix": (.matrix, "{", "}"), "vmatrix": (.matrix, "|", "|"), "Vmatrix": (.matrix, "‖", "‖"),
    "smallmatrix": (.small, "", ""), "psmallmatrix": (.small, "(", ")"), "bsmallmatrix": (.small, "[", "]"),
    "drcases": (.cases, "", "}"), "multlined": (.gathered, "", ""), "subequations": (.gathered, "", ""),
    "IEEEeqnarray": (.aligned, "", ""), "darray": (.matrix, "", ""), "array": (.matrix, "", ""),
    "subarray": (.small, "", ""),
    "tabular": (.matrix, "", ""),
    "cases": (.cases, "{", ""), "dcases": (.cases, "{", ""), "rcases": (.cases, "", "}"),
    "aligned": (.aligned, "", ""), "align": (.aligned, "", ""), "alignedat": (.aligned, "", ""),
    "alignat": (.aligned, "", ""), "split": (.aligned, "", ""), "eqnarray": (.aligned, "", ""),
    "flalign": (.aligned, "", ""),
    "gather": (.gathered, "", ""), "gathered": (.gathered, "", ""), "multline": (.gathered, "", ""),
    "equation": (.gathered, "", ""), "math": (.gathered, "", ""), "displaymath": (.gathered, "", ""),
  ]

  static let vulgarFractions: [String: String] = [
    "1/2": "½", "1/3": "⅓", "2/3": "⅔", "1/4": "¼", "3/4": "¾", "1/5": "⅕", "2/5": "⅖", "1/6": "⅙",
    "1/8": "⅛",
  ]

  /// Commands without effect here.
  static func isIgnored(_ name: String) -> Bool {
    ignored.contains(name)
  }

  private static let ignored: Set<String> = [
    "displaystyle", "textstyle", "scriptstyle", "scriptscriptstyle", "limits", "nolimits", "displaylimits",
    "nonumber",
    "notag", "hline", "hdashline", "toprule", "midrule", "bottomrule", "strut", "mathstrut", "left.",
    "right.", "protect",
    "allowbreak",
    "nobreak", "break", "newline", "relax", "centering", "noindent", "small", "large", "Large",
    "footnotesize", "tiny",
    "normalsize", "hfil", "par", "-", "begingroup", "endgroup", "bgroup", "egroup", "unboldmath",
    "cr", "crcr", "LARGE", "huge", "Huge", "sixptsize", "oldstyle", "allowdisplaybreaks", "qedhere", "vfill",
    "raggedright", "middle.", "mathsurround", "nobreakdash", "scriptsize", "medmuskip", "thickmuskip",
  ]

  /// Commands whose one argument says nothing to a reader.
  static let swallowing: Set<String> = [
    "label", "vspace", "color", "vphantom", "cline", "cmidrule", "rowcolor", "cellcolor",
    "columncolor", "numberwithin", "hypertarget", "phantomsection", "arrayrulecolor", "require", "index",
  ]

  /// Lines between rows: whether they run over all columns, or over those that their argument names.
  static let rules: [String: Bool] = [
    "hline": true, "hdashline": true, "toprule": true, "midrule": true, "bottomrule": true, "cline": false,
    "cmidrule": false,
  ]

  /// Greek letters with two forms, and the sign of the straight one where a formula has both.
  static let variants: [(straight: String, curled: String, sign: String)] = [
    ("phi", "varphi", "ϕ"), ("epsilon", "varepsilon", "ϵ"),
  ]

  /// Commands whose argument, with or without braces, is a length.
  static let lengths: Set<String> = ["hspace", "mspace", "hskip", "kern", "mkern", "mskip", "vskip"]

  /// The columns of space that stand for a length such as `1em`, `3mu` or `10pt`; none for one that goes back.
  static func columns(ofLength text: String) -> Int {
    let unit = String(text.reversed().prefix { $0.isLetter }.reversed())
    let digits = text.dropLast(unit.count).filter { $0.isNumber || $0 == "." || $0 == "-" }
    guard let number = Double(digits), number > 0 else { return 0 }
    let columns = number * (columnsOfUnit[unit] ?? 0)
    return columns < 0.5 ? 0 : min(6, max(1, Int(columns.rounded())))
  }

  /// An em is the space of `\quad`, which has three columns.
  private static let columnsOfUnit = [
    "em": 3, "ex": 1.3, "mu": 1.0 / 6, "pt": 0.3, "mm": 0.85, "cm": 8.5, "in": 21.6,
  ]

  /// What stands between two parts of a group, with the delimiters that it puts around them.
  static let infixes = ["over": "", "above": "", "atop": "", "choose": "()", "brace": "{}", "brack": "[]"]

  /// Commands that put delimiters around their argument.
  static let enclosing = [
    "abs": "||", "norm": "‖‖", "bra": "⟨|", "ket": "|⟩", "Bra": "⟨|", "Ket": "|⟩", "braket": "⟨⟩",
    "Braket": "⟨⟩", "set": "{}", "floor": "⌊⌋", "ceil": "⌈⌉", "inner": "⟨⟩", "ip": "⟨⟩", "card": "||",
    "paren": "()", "parens": "()", "brackets": "[]", "sbr": "[]", "braces": "{}", "curly": "{}", "Set": "{}",
    "dotp": "⟨⟩", "inp": "⟨⟩", "inprod": "⟨⟩", "innerprod": "⟨⟩", "dotprod": "⟨⟩",
    "nint": "⌊⌉",
  ]

  /// Commands whose last argument is what shows, by how many stand before it.
  static let wrapping = [
    "textcolor": 1, "colorbox": 1, "mathcolor": 1, "fcolorbox": 2, "scalebox": 1, "rotatebox": 1,
    "resizebox": 2, "multirow": 2, "smash": 0, "vcenter": 0, "mathlarger": 0, "mathsmaller": 0, "makebox": 0,
    "raisebox": 1, "mathrel": 0, "mathbin": 0, "mathord": 0, "mathopen": 0, "mathclose": 0, "mathpunct": 0,
    "mathinner": 0, "ensuremath": 0, "mathclap": 0, "mathllap": 0, "mathrlap": 0, "angln": 0, "htmlClass": 1,
    "enclose": 1, "bbox": 0, "mmlToken": 1, "class": 1, "cssId": 1, "style": 1, "hyperlink": 1, "llap": 0,
    "rlap": 0, "clap": 0,
  ]

  /// What `\not` makes of a relation.
  static let negated: [String: String] = [
    "=": "ne", "∈": "notin", "<": "nless", ">": "ngtr", "≤": "nleq", "≥": "ngeq", "∼": "nsim", "≅": "ncong",
    "|": "nmid", "∥": "nparallel", "⊆": "nsubseteq",
    "⊂": "nsubset", "⊃": "nsupset", "⊇": "nsupseteq", "≡": "nequiv", "≈": "napprox", "≺": "nprec",
    "≻": "nsucc", "∋": "notni", "⊢": "nvdash", "⇒": "nRightarrow", "⊨": "nvDash", "→": "nrightarrow",
    "∃": "nexists",
  ]
}
