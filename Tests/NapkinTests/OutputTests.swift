import Foundation
import Testing

/// What comes out of the program: never a control character of a book or a note, and the styles and characters that the
/// terminal has.
@Suite struct OutputTests {
  /// A title for the window, a colour as a C1 control, delete and backspace, as they are.
  private static let raw = "\u{1B}]0;evil\u{7}\u{9B}31m\u{7F}\u{8}"
  /// The same in a quoted text of YAML.
  private static let escaped = #"\e]0;evil\a\x9B31m\x7F\b"#

  /// A text of the tiny book of `Content/README.md`, and what stands there instead; `R` and `Y` are the characters above.
  private static let poison: [(file: String, text: String, poisoned: String)] = [
    ("book.yaml", "title: A tiny book", #"title: "A tiny bookY""#),
    ("book.yaml", "title: Basics", #"title: "BasicsY""#),
    ("front/basics.md", "title: Basics", #"title: "BasicsY""#),
    ("front/basics.md", "One chapter", "One chapterR"),
    ("chapters/01-memory.md", "title: Memory", #"title: "MemoryY""#),
    (
      "chapters/01-memory.md", "size-weights: Compute the memory that the weights of a model need.",
      #"size-weights: "Compute the memoryY""#
    ),
    ("chapters/01-memory.md", "## Weights {", "## WeightsR {"),
    ("chapters/01-memory.md", #"title="Weights""#, #"title="WeightsR""#),
    ("chapters/01-memory.md", "They stay the same", "They stayR the `sameR` $xR$ [aR](https://b.c/R)"),
    (
      "chapters/01-memory.md", "title: Weights of a language model", #"title: "Weights of a language modelY""#
    ),
    ("chapters/01-memory.md", #""accelerator""#, #""acceleratorR""#),
    ("chapters/01-memory.md", #""weights""#, #""weightsR""#),
    ("chapters/01-memory.md", #""memory" if"#, #""memoryR" if"#),
    ("chapters/01-memory.md", "note   \"The energy", "note   \"The energyR"),
    ("chapters/01-memory.md", "| FP32   |", "| FP32R   |"),
    ("chapters/01-memory.md", ": Bytes of a value", ": Bytes of a valueR"),
    ("chapters/01-memory.md", "[^batch]: With", "[^batch]: WithR"),
    (
      "chapters/01-memory.md", "caption: One token on the roofline of the accelerator.",
      #"caption: "One tokenY""#
    ),
    (
      "chapters/01-memory.md",
      "alt: The point of one token lies on the slope of the roofline, far to the left of the ridge.",
      #"alt: "The pointY""#
    ),
    ("chapters/01-memory.md", "label: one token", #"label: "one tokenY""#),
    ("chapters/01-memory.md", "memory ──►", "memoryR ──►"),
    ("chapters/01-memory.md", "The weights go", "The weightsR go"),
    ("chapters/01-memory.md", "It halves.", "It halvesR."),
    ("chapters/01-memory.md", "Half the bytes cross", "HalfR the bytes cross"),
    ("chapters/01-memory.md", "Which of the two", "WhichR of the two"),
    ("chapters/01-memory.md", "I can size", "I can sizeR"),
    ("questions/01-memory.md", "Which of these", "WhichR of these"),
    ("questions/01-memory.md", "The number of", "The numberR of"),
    ("questions/01-memory.md", "Each parameter is", "Each parameterR is"),
    ("questions/01-memory.md", "1. Register", "1. RegisterR"),
    ("questions/01-memory.md", "| FP32 ", "| FP32R "),
    ("questions/01-memory.md", "[HBM|", "[HBMR|"), ("questions/01-memory.md", "- Says that", "- SaysR that"),
    ("glossary.md", "## HBM {", "## HBMR {"), ("glossary.md", "stacked", "stackedR"),
    ("glossary.md", "high-bandwidth", "high-bandwidthR"),
    ("references.yaml", "author: M. Horowitz", #"author: "M. HorowitzY""#),
    ("references.yaml", #"energy problem""#, #"energy problemY""#),
    ("equations/performance.md", "name: Time to move the bytes", #"name: "TimeY to move""#),
    (
      "equations/performance.md", "assumes: the link runs at its full bandwidth",
      #"assumes: "the linkY""#
    ),
    ("profiles/hardware/h100_sxm.yaml", "name: NVIDIA H100 SXM", #"name: "NVIDIA H100 SXMY""#),
    ("profiles/hardware/h100_sxm.yaml", "both directions", "bothY directions"),
    ("profiles/models/llama2_7b.yaml", "name: Llama 2 7B", #"name: "Llama 2 7BY""#),
    ("constants.yaml", "per: 32-bit word", #"label: "EnergyY of an access", per: "wordY""#),
    (
      "scenarios/faster-memory.yaml", "title: What if memory were twice as fast?", #"title: "TwiceY as fast""#
    ),
    ("exams/midterm.yaml", "title: Midterm", #"title: "MidtermY""#),
  ]

  /// The book of `Content/README.md` with control characters wherever an author can write.
  private static func book() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let page = try String(contentsOfFile: Program.book + "/README.md", encoding: .utf8)
    for part in page.components(separatedBy: "\n**`").dropFirst() {
      let name = part.prefix { $0 != "`" }
      let lines = part.components(separatedBy: "\n")
      guard let start = lines.firstIndex(where: { $0.hasPrefix("```") }) else { continue }
      let fence = lines[start].prefix { $0 == "`" }
      let end = try #require(lines[(start + 1)...].firstIndex { $0 == fence })
      var text = lines[(start + 1)..<end].joined(separator: "\n") + "\n"
      for entry in poison where entry.file == name {
        try #require(text.contains(entry.text), "\(entry)")
        text = text.replacingOccurrences(
          of: entry.text,
          with: entry.poisoned.replacingOccurrences(of: "R", with: raw).replacingOccurrences(
            of: "Y", with: escaped))
      }
      try folder.write(text, to: "book/\(name)")
    }
    try folder.write("# Draft\(raw)\n\nText\(raw) ~~gone\(raw)~~\n", to: "draft.md")
    try folder.write("[{\"id\": \"q\", \"stem\": \"a\u{7F}\u{9B}b\"}", to: "broken.json")
    return folder
  }

  /// What is typed; whether something of the book that the control characters stand in is printed.
  static let commands: [([String], Bool)] = [
    (["list"], true), (["list", "--json"], true), (["show", "1"], true), (["show", "1", "--plain"], true),
    (["show", "1", "--ansi"], true), (["show", "1", "--ascii"], true), (["show", "../draft.md"], true),
    (["show", "basics"], true), (["show", "h100_sxm"], true), (["show", "hbm"], true),
    (["show", "napkin:constants"], true),
    (["show", "napkin:equations"], true), (["show", "napkin:glossary"], true),
    (["show", "napkin:hardware"], true), (["show", "\u{1B}]0;evil\u{7}"], true),
    (["calc", "--list"], true), (["calc", "c01-weights"], true), (["calc", "c01-weights", "--json"], true),
    (["calc", "c01-weights", "--set", "hw=\u{1B}]0;evil\u{7}"], true),
    (["calc", "'\u{1B}]0;evil\u{7}'"], true),
    (["explain", "c01-weights"], true), (["explain", "c01-weights.limit", "--form", "markdown"], true),
    (["explain", "c01-weights.size", "--form", "latex"], false),
    (["explain", "c01-weights", "--json"], true),
    (["solve", "c01-weights", "--output", "size", "--target", "7 GB", "--over", "bytes"], false),
    (["sweep", "c01-weights", "--over", "bytes"], true),
    (["sweep", "c01-weights", "--over", "bytes", "--csv"], false),
    (["sweep", "c01-weights", "--over", "bytes", "--json"], true),
    (["sweep", "c01-weights", "--over", "bytes", "--output", "size", "--chart"], true),
    (["whatif", "h100_sxm.memory.bandwidth = 6.7 TB/s"], false),
    (["whatif", "h100_sxm.memory.bandwidth = 6.7 TB/s", "--json"], false),
    (["equations"], true), (["equations", "memory_time"], true), (["equations", "--json"], true),
    (["hardware"], true), (["hardware", "h100_sxm"], true), (["hardware", "--json"], true),
    (["models"], true), (["models", "llama2_7b"], true), (["scenarios"], true),
    (["scenarios", "--json"], true), (["scenarios", "faster-memory"], true), (["questions"], true),
    (["questions", "--json"], true), (["quiz", "1", "--line", "--count", "9", "--seed", "1"], true),
    (["review", "--line"], true), (["read", "1", "--line"], true), (["read", "hbm", "--line"], true),
    (["exam", "exams/midterm.yaml", "--preview"], true),
    (["exam", "exams/midterm.yaml", "--preview", "--json"], true),
    (["exam", "exams/midterm.yaml", "--student", "A", "--line", "--force"], true),
    (["search", "weights"], true), (["search", "weights", "--json"], true),
    (["search", "\u{1B}]0;evil\u{7}"], true), (["check"], true), (["check", "--json"], true),
    (["progress"], true), (["progress", "--json"], true), (["notes"], true), (["notes", "--json"], true),
    (["glossary"], true), (["glossary", "hbm"], true), (["glossary", "--json"], true), (["cite"], true),
    (["cite", "--bibtex"], true), (["cite", "--json"], true), (["export", "html", "1"], true),
    (["export", "markdown", "1"], true), (["export", "gift", "1"], true), (["export", "anki", "1"], true),
    (["export", "values"], true), (["export", "values", "--json"], true), (["export", "record"], true),
    (["import", "quarto", "../draft.md", "-o", "-"], true), (["import", "quizzes", "../broken.json"], false),
    (["gradebook", "../broken.json"], false), (["keys"], false), (["doctor"], true),
    (["doctor", "--json"], true), (["no\u{1B}]0;evil\u{7}", "5"], true),
    (["show", "1", "--wi\u{1B}]0;evil\u{7}"], true),
  ]

  @Test func noCommandPrintsAControlCharacterOfABook() throws {
    let folder = try Self.book()
    let environment = ["XDG_DATA_HOME": folder.path + "/data", "XDG_CACHE_HOME": folder.path + "/cache"]
    func run(_ arguments: [String], inTerminal isTerminal: Bool) throws -> Program.Result {
      let words = arguments.contains("--line") ? "1\\n2\\na\\n\\n\\nq\\nquit\\n" : "q"
      // util-linux's script gives a terminal; what it is given on standard input is typed.
      let shell =
        isTerminal
        ? "printf '\(words)' | timeout 30 script -qec \"$(printf '%s' \"$LINE\")\" /dev/null"
        : "printf '\(words)' | \"$0\" \"$@\""
      let quoted = ([Program.path] + arguments).map {
        "'" + $0.replacingOccurrences(of: "'", with: "'\\''") + "'"
      }
      return try Program.run(
        arguments, book: folder.path + "/book",
        environment: environment.merging(
          ["LINE": quoted.joined(separator: " "), "TERM": "xterm-256color", "SHELL": "/bin/sh"]) { $1 },
        directory: folder.path + "/book", shell: shell)
    }
    let note = try run(["notes", "1", "--add", "Mine \(Self.raw)"], inTerminal: false)
    #expect(note.status == 0, "\(note.errors)")
    for (arguments, isPoisoned) in Self.commands {
      let result = try run(arguments, inTerminal: false)
      let said = result.output + result.errors
      #expect(!said.isEmpty && !said.contains("Fatal error"), "\(arguments)")
      #expect(said.contains("]0;evil") == isPoisoned, "\(arguments): \(said.prefix(400))")
      let isStyled = arguments.contains("--ansi")
      let text = isStyled ? said.replacing(/\u{1B}\[[0-9;]*m/, with: "") : said
      let bad = text.unicodeScalars.filter {
        $0.value < 0x20 && $0 != "\n" && $0 != "\t" || (0x7F...0x9F).contains($0.value)
      }
      #expect(bad.isEmpty, "\(arguments): \(bad.prefix(5))")
    }
    #if os(Linux)
      for (arguments, _) in Self.commands + [(["read", "1"], true)] {
        let text = try run(arguments, inTerminal: true).output
        for sequence in ["\u{1B}]0;evil", "evil\u{7}", "\u{9B}", "\u{7F}\u{8}"] {
          #expect(!text.unicodeScalars.contains(sequence.unicodeScalars), "\(arguments) in a terminal")
        }
      }
    #endif
  }

  /// The kind of terminal, sequences that it takes, and some that it does not.
  @Test(arguments: [
    ("xterm-256color", ["\u{1B}[0;1;38;5;75m", "38;5;"], ["38;2;"]),
    ("xterm", ["\u{1B}[0;1;34m"], ["38;5;", "38;2;"]),
    ("linux", ["\u{1B}[0;1;34m"], ["38;5;", "38;2;", ";4;", "\u{1B}[0;3m"]),
    ("vt100", ["\u{1B}[0;1m", "\u{1B}[0;4m"], ["38;5;", "[0;3", "[0;9", ";3", "[0;2"]),
  ])
  func showHasTheColoursOfTheTerminal(kind: String, has: [String], lacks: [String]) throws {
    let result = try Program.run(["show", "5.4.5", "--ansi"], environment: ["TERM": kind])
    #expect(result.status == 0)
    for text in has { #expect(result.output.contains(text), "\(kind) has no \(text)") }
    for text in lacks { #expect(!result.output.contains(text), "\(kind) has \(text)") }
  }

  /// The kind of terminal, options, and whether the page is in ASCII.
  @Test(
    arguments: [
      ("linux", [], true), ("vt100", [], true), ("vt220", [], true), ("linux", ["--unicode"], false),
      ("xterm", [], false), ("xterm", ["--ascii"], true),
    ] as [(String, [String], Bool)])
  func consolesGetCharactersThatTheyHave(kind: String, options: [String], isASCII: Bool) throws {
    let result = try Program.run(
      ["show", "figure 5.13", "--ansi"] + options, environment: ["TERM": kind])
    #expect(result.status == 0)
    #expect(result.output.utf8.allSatisfy { $0 < 0x80 } == isASCII, "\(result.output)")
  }

  /// Options, and what is said of two links, of which one leads out of the book.
  @Test(
    arguments: [
      (["--ansi", "--links"], ["\u{1B}]8;;https://example.com/x\u{1B}\\", "\u{1B}]8;;\u{1B}\\"], 2),
      (["--ansi", "--no-links"], [], 0), (["--ansi"], [], 0), (["--plain", "--links"], [], 0),
      (["--links"], [], 0),
    ] as [([String], [String], Int)])
  func linksAreToldToATerminal(options: [String], has: [String], count: Int) throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      "A [link](https://example.com/x), [inner](#a), <https://example.com/\u{9B}y>, [mail](mailto:a@b.c).\n",
      to: "a.md")
    let environment = ["TERM": "xterm-256color", "VTE_VERSION": "7200"]
    let result = try Program.run(["show", file] + options, book: nil, environment: environment)
    #expect(result.status == 0)
    for text in has { #expect(result.output.contains(text)) }
    #expect(result.output.components(separatedBy: "\u{1B}]8;;").count - 1 == count, "\(result.output)")
  }

  @Test func theKindOfTerminalIsNothingToAFile() throws {
    let result = try Program.run(["show", "figure 5.13"], environment: ["TERM": "linux"])
    #expect(result.output.contains("⠁") || result.output.contains("⣀") || result.output.contains("⠉"))
    #expect(!result.output.contains("\u{1B}"))
  }

  @Test func aFileWithoutStylesSaysWhatItCanNotShow() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      "A [link](https://example.com/x), <https://example.com/y>, [inner](#a), ~~struck~~.\n", to: "a.md")
    let plain = try Program.run(["show", file, "--plain"], book: nil)
    #expect(
      plain.output.hasSuffix("A link <https://example.com/x>, https://example.com/y, inner, ~~struck~~.\n"),
      "\(plain.output)")
    let styled = try Program.run(["show", file, "--ansi"], book: nil)
    #expect(styled.output.contains("\u{1B}[0;9mstruck") && !styled.output.contains("~~"))
  }
}
