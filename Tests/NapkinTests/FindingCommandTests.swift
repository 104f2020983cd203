import Foundation
import Testing

/// What commands find by number and name, and how they say that there is nothing.
@Suite struct FindingCommandTests {
  /// What is typed, and what is printed: its first line, and something in it.
  @Test(arguments: [
    (["show", "5.4.5"], "5.4.5 Weight update and optimization", "Gradient descent"),
    (["show", "figure", "5.13"], "output", "Figure 5.13"),
    (["show", "figure 5.13"], "output", "Figure 5.13"),
    (["show", "Calculator 5.10"], "┌ Calculator 5.10 · Where training memory goes", "training batch"),
    (["show", "a100"], "NVIDIA A100 80GB", "data centre, 2020"),
    (["show", "h100_sxm"], "NVIDIA H100 SXM", "data centre, 2022"),
    (["show", "formula 5.7"], "", "(5.7)"), (["show", "checkpoint 5.2"], "┌ Checkpoint 5.2", "☐"),
    (["show", "memory wall"], "Memory wall", "chips"), (["show", "hardware"], "Hardware", "NVIDIA"),
    (["show", "table a.1"], "Machine", "Table A.1"), (["show", "sec-activations"], "", "activation"),
  ])
  func showPrintsWhatIsCalledSo(_ arguments: [String], first: String, words: String) throws {
    let result = try Program.run(arguments + ["--width", "80"])
    #expect(result.status == 0, "it says: \(result.errors)")
    let line = result.output.split(separator: "\n").first.map(String.init) ?? ""
    #expect(line.hasPrefix(first), "\(line)")
    #expect(result.output.contains(words), "\(result.output.prefix(300))")
  }

  /// What is typed, where line mode begins, and the prompt there.
  @Test(arguments: [
    ("5.4", "Section 5.4, "), ("figure 5.13", "Section 5.3.4, "), ("a100", "NVIDIA A100 80GB."),
    ("memory wall", "Memory wall"),
  ])
  func readBeginsThere(_ name: String, words: String) throws {
    let result = try Program.run(["read", name, "--line"], shell: "printf 'q\\n' | \"$0\" \"$@\"")
    #expect(result.status == 0, "it says: \(result.errors)")
    #expect(result.output.contains(words), "\(result.output.prefix(300))")
  }

  /// What is typed, and what is said: always in one style.
  @Test(arguments: [
    (
      ["read", "77"],
      "napkin: nothing in this book is called '77'.\n  Type a chapter (about, notation, part2, 5, 6, A)"
    ),
    (["show", "hardwire"], "napkin: nothing in this book is called 'hardwire'.\n  Did you mean 'Hardware'"),
    (["show", "napkin:nothing"], "napkin: there is no page 'napkin:nothing'."),
    (["quiz", "77"], "napkin: there is no chapter '77'\n  the chapters are about, notation, part2, 5, 6, A"),
    (["calc", "ch05"], "have 'ch05' in their names; 'napkin calc --list'"),
    (["explain", "kv"], "napkin: there is no calculator 'kv' in this book.\n"),
    (["explain", "ch06-kv-cache.kv"], "Did you mean 'ch06-kv-cache-7b.kv'?"),
    (["search", "zzqqzz"], "napkin: nothing in the book has 'zzqqzz'"),
    (["search", ""], "napkin: expected words to look for, or a phrase in quotes"),
    (["search", "x", "--limit", "-1"], "expected a whole number from 1 to 1000, found -1"),
    (
      ["show", "figure 9.9"],
      "napkin: nothing in this book is called 'figure 9.9'.\n  Of the kind 'figure' there are: 5.1 to 5."
    ),
    (
      ["show", "references"],
      "napkin: the sources of the book are no part of it.\n  'napkin cite' lists them."
    ),
    (
      ["show", "horowitz-2014"],
      "napkin: 'horowitz-2014' is a source.\n  'napkin cite horowitz-2014' prints it."
    ),
    (["show"], "napkin: Missing expected argument"),
    (["show", "--widht"], "napkin: Unknown option '--widht'. Did you mean '--width'?\nUsage: napkin show"),
    (["explain", "--bogus"], "napkin: Unknown option '--bogus'."),
    (["calc", "--bogus"], "napkin: Unknown option '--bogus'."),
    (["import", "quarto", "--bogus"], "napkin: Unknown option '--bogus'."),
    (["help", "shw"], "napkin: there is no command 'shw'.\n  Did you mean 'show'?"),
    (["show", "none.md"], "napkin: 'none.md' can not be read: there is no such file"),
    (
      ["exam", "none/none.yaml", "--preview"],
      "napkin: 'none.yaml' can not be read: there is no such file"
    ),
    (["show", "5", "--width", "3"], "napkin: --width: expected 20 to 400 columns, found 3"),
  ])
  func whatIsNotThereIsSaidInOneStyle(_ arguments: [String], words: String) throws {
    let result = try Program.run(arguments)
    #expect(result.status != 0)
    #expect(result.errors.hasPrefix("napkin: ") && result.errors.contains(words), "it says: \(result.errors)")
    #expect(!result.errors.contains { "`“”".contains($0) })
  }

  @Test(arguments: [40, 60, 80]) func calcHonoursTheWidthAndLeadsWithLabels(_ columns: Int) throws {
    let result = try Program.run(["calc", "ch06-kv-cache-7b"], environment: ["COLUMNS": "\(columns)"])
    let lines = result.output.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= columns }, "\(result.output)")
    #expect(lines.contains { $0.hasPrefix("  requests ") && $0.hasSuffix(" users") })
  }

  @Test func numbersStayWithTheirUnitsAndTextsInQuotes() throws {
    let result = try Program.run(
      ["explain", "ch05-mnist-training-memory"], environment: ["COLUMNS": "40"])
    for line in result.output.split(separator: "\n") {
      let start = line.drop { $0 == " " }
      #expect(!["KB", "MB", "B"].contains(start), "\(result.output)")
    }
  }

  @Test func sweepLeavesOutWhatStaysTheSame() throws {
    let result = try Program.run(["sweep", "ch05-learning-rate", "--over", "rate"])
    #expect(result.output.contains("learning rate  factor of a step"))
    #expect(result.output.contains("    0.0001000            0.9985"))
    #expect(result.output.contains("The same everywhere: largest stable rate = 0.1333; "))
    #expect(!result.output.contains("0.000100000"))
    let chosen = try Program.run(["sweep", "ch05-learning-rate", "--over", "rate", "--output", "limit"])
    #expect(chosen.output.contains("largest stable rate") && !chosen.output.contains("The same everywhere"))
  }

  /// The locale, and whether the page is ASCII.
  @Test(arguments: [("C", true), ("POSIX", true), ("C.UTF-8", false), ("de_DE.ISO-8859-1", true)])
  func aLocaleWithoutUnicodeMeansASCII(_ locale: String, isASCII: Bool) throws {
    for arguments in [["show", "5.4.5"], ["calc", "ch05-learning-rate"], ["equations", "memory_time"]] {
      let result = try Program.run(arguments, environment: ["LC_ALL": locale])
      #expect(result.status == 0)
      if isASCII { #expect(result.output.utf8.allSatisfy { $0 < 0x80 }, "\(arguments)") }
    }
  }
}
