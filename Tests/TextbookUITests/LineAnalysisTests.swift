import Content
import Engine
import Foundation
import Learning
import Testing

@testable import TextbookUI

/// Line mode calculates as the screen does: it solves, sweeps, derives and compares.
@Suite struct LineAnalysisTests {
  private func transcript(_ lines: [String], record: Record? = nil, book: Book? = nil) throws -> String {
    try LineModeTests().transcript(
      lines, width: 400, record: record, book: try book ?? FixtureBook.book())
  }

  /// What was said in a calculator of the fixture, each line with its answer.
  private func answers(_ lines: [String], record: Record? = nil) throws -> String {
    try transcript(["calc t01-memory"] + lines, record: record)
  }

  // MARK: Solving

  private static let total = "What is \"total\" to be? It is 563 KB now> "

  /// Said in one line or asked for part by part, it is one question.
  @Test(arguments: [
    ["solve total = 1 MB"], ["solve total 1 MB"], ["solve tot = 1 MB"], ["solve \"total\" = 1MB"],
    ["solve", "3", "1 MB"], ["solve", "total", "1 MB"], ["solve total", "1 MB"],
    ["solve total", "1 s", "1 MB"],
  ])
  func theInputsThatGiveAValueAreFound(lines: [String]) throws {
    let text = try answers(lines + ["2", "done"])
    #expect(
      text.contains(
        """
        "total" is 1 MB where one input is changed alone:
          1. batch size = 142, which gives 0.996784 MB; it is 32 now
          2. batch size = 143, which gives 1.00073 MB
        bytes a value: none of 4 B, 2 B, 1 B: 0.141 MB to 0.563 MB.
        Without effect on it: machine.
        Set which? A number, or Enter for none> 2
        batch = 143, batch size, was 32.
        Results that change:
        """))
    #expect(text.hasSuffix("> done\n1/4> (end)\n"))
  }

  @Test func whatIsFoundNeedNotBeSet() throws {
    let text = try answers([
      "solve total = 1 MB", "", "solve total = 1 MB for batch", "9", "results", "inputs",
    ])
    #expect(text.contains("Set which? A number, or Enter for none> \nCalculator 1.1> solve"))
    #expect(text.contains("Expected a number from 1 to 2, found 9. Enter alone takes none.\n"))
    // What is typed in place of a number is done.
    #expect(text.contains("Set which? A number, or Enter for none> results\nResults:\n"))
    #expect(text.contains("  1. batch = 32, batch size\n"))
    let left = try answers(["solve total", "done"])
    #expect(left.contains("It is 563 KB now> done\n1/4> (end)"))
    let wrong = try answers(["solve total = 3 s for bytes"])
    #expect(wrong.contains("“total” takes a data size (B), got a time (s).\n"))
    let one = try answers(["solve total = 281.6 KB for bytes", "1"])
    #expect(
      one.contains(
        "No input alone makes \"total\" 281.6 KB.\nbytes a value: none of 4 B, 2 B, 1 B: 141 KB to 563 KB.\nCalc"
      ))
  }

  @Test(arguments: [
    ("solve total = 1 TB", "No input alone makes \"total\" 1 TB.\n"),
    (
      "solve total = 1 TB",
      "No batch size gives total = 1 TB. Between the ends that were searched, total goes from "
    ),
    ("solve total = 3 s", "“total” takes a data size (B), got a time (s).\nType a number in KB.\n"),
    (
      "solve nothing = 3",
      "It has no result \"nothing\"; it has weights; activations; total; share of the machine.\n"
    ),
    (
      "solve nothing",
      "It has no result \"nothing\"; it has weights; activations; total; share of the machine.\n"
    ),
    ("solve t = 3", "4 results fit \"t\": weights; activations; total; share of the machine.\n"),
    ("solve total = 1 MB for zzz", "There is no input \"zzz\"; there are batch, bytes, hw.\n"),
    ("solve total =", "Expected solve RESULT = VALUE, as in solve weights = "),
    ("total = 1 MB", "\"total\" is a result. solve total = 1 MB finds the input that gives it.\n"),
    ("total", "total: 563 KB. explain total says how it comes about.\n"),
  ])
  func whatCanNotBeSolvedIsSaid(line: String, said: String) throws {
    let text = try answers([line])
    #expect(text.contains(said), "\(text)")
  }

  // MARK: Sweeping

  @Test(arguments: [
    (
      ["sweep total over batch from 1 to 4 points 4 linear"],
      ["1: 440.7 KB", "2: 444.6 KB", "3: 448.6 KB", "4: 452.5 KB"]
    ),
    (["sweep batch from 1 to 100 points 3", "total"], ["1: 440.7 KB", "10: 476.2 KB", "100: 831.1 KB"]),
    (["w batch from 1 to 100 points 3 log", "2"], ["1: 440.7 KB", "10: 476.2 KB", "100: 831.1 KB"]),
    (["sweep total over bytes a value"], ["4 B: 563 KB", "2 B: 281 KB", "1 B: 141 KB"]),
    (["sweep", "2", "3"], ["4 B: 563 KB", "2 B: 281 KB", "1 B: 141 KB"]),
    (["sweep share of over hw"], ["Big GPU: 0.000704 %", "Small GPU: 0.00352 %"]),
    (["sweep hw"], ["Big GPU: 0.000704 %", "Small GPU: 0.00352 %"]),
  ])
  func aSweepIsSaidInRows(lines: [String], rows: [String]) throws {
    let text = try answers(lines + ["done"])
    let said = text.components(separatedBy: "\n").filter { $0.hasPrefix("- ") }
    #expect(said == rows.map { "- " + $0 }, "\(text)")
    #expect(text.contains("\nNow, at "))
  }

  @Test func severalResultsAreSaidInOneRow() throws {
    let text = try answers(["sweep batch from 1 to 2", "all", "sweep all over bytes"])
    #expect(
      text.contains(
        "3 results follow batch, by number:\n  1. activations\n  2. total\n  3. share of the machine\n"))
    #expect(
      text.contains(
        "\n3 results over \"batch size\", 2 values:\n- 1: activations: 3.944 KB; total: 440.7 KB; share"))
    #expect(
      text.contains(
        "\n4 results over \"bytes a value\", 3 values:\n- 4 B: weights: 437 KB; activations: 126 KB;"))
  }

  @Test(arguments: [
    ("sweep zzz", "There is no input \"zzz\"; there are batch, bytes, hw.\n"),
    ("sweep zzz over batch", "It has no result \"zzz\"; it has "),
    (
      "sweep batch from 3",
      "Expected from VALUE to VALUE, found \"from 3\". As in sweep batch from 1 to 10 points 4.\n"
    ),
    ("sweep batch from 9 to 3", "The range of “batch” is empty.\nGive the smaller end first.\n"),
    (
      "sweep batch from 1 to 3 s",
      "“batch” takes a plain number, got a time (s).\nType a number without a unit.\n"
    ),
    ("sweep batch points 1", "Expected points from 2 to 100, found \"1\"."),
    (
      "sweep bytes from 1 B to 2 B",
      "bytes takes one of 3, and is swept over all of them: sweep bytes, without from"
    ),
  ])
  func whatCanNotBeSweptIsSaid(line: String, said: String) throws {
    let text = try answers([line])
    #expect(text.contains("> \(line)\n\(said)"), "\(text)")
  }

  @Test func aMachineThatLacksAFigureIsNoRow() throws {
    var book = try FixtureBook.book()
    book.workbook.add([
      Calculator(
        id: "t01-choice", title: "Choice",
        body: "input n = 1 {0, 1, 2}\noutput y = 6 / n \"share\"", units: book.workbook.library.units)
    ])
    let text = try transcript(["calc t01-choice", "sweep n"], book: book)
    #expect(
      text.contains("\"share\" over \"n\", 3 values:\n- 1: 6\n- 2: 3\n1 of the 3 give no value.\n"), "\(text)"
    )
  }

  /// Words that are read as parts of a sweep; an input that is called so is found whole.
  @Test(arguments: [
    ("a", LineSweep(input: "a")),
    ("a log", LineSweep(input: "a", isLogarithmic: true)),
    ("r over a linear", LineSweep(result: "r", input: "a", isLogarithmic: false)),
    ("p over q over a", LineSweep(result: "p over q", input: "a")),
    ("a from 1 to 2 points 5", LineSweep(input: "a", from: "1", to: "2", count: 5)),
    (
      "r over a from 1 GB to 2 GB points 5 log",
      LineSweep(
        result: "r", input: "a", from: "1 GB", to: "2 GB", count: 5, isLogarithmic: true)
    ),
    ("time from A to B", LineSweep(input: "time from A to B")),
    (
      "r over time from A to B from 1 to 2",
      LineSweep(result: "r", input: "time from A to B", from: "1", to: "2")
    ),
  ])
  func aLineIsReadAsASweep(line: String, sweep: LineSweep) {
    let inputs = ["a", "time from A to B", "q over a"]
    #expect(LineSweep.read(line, isInput: { inputs.dropLast().contains($0) }) == .success(sweep))
  }

  // MARK: Derivations

  /// What is given with where it is from, then each step in words.
  @Test func aDerivationIsSaidInWords() throws {
    let text = try answers(["batch = 64", "explain share of the machine", "explain batch", "x nothing"])
    #expect(
      text.contains(
        """
        > explain share of the machine
        Given:
          hw = Big GPU, machine
          batch = 64, batch size, 32 in the book
          bytes = 4 B, bytes a value
          hw.memory.capacity = 80 GB, Big GPU, datasheet
        """), "\(text)")
    #expect(
      text.contains("\nThen, in 5 steps:\n  1. values equals 784 plus 128 plus 64 plus 10; equals 986.\n"))
    #expect(
      text.contains(
        "  4. total equals weights plus activations; equals 437 KB plus 252 KB; equals 689 KB.\n"), "\(text)")
    #expect(text.contains("  5. share of the machine: share equals total over hw.memory.capacity; "))
    #expect(
      text.contains("> explain batch\nbatch is an input, and nothing leads to it. batch=VALUE sets it.\n"))
    #expect(text.contains("> x nothing\nIt has no result \"nothing\"; it has weights; "))
  }

  @Test func whatAResultDependsOnIsSaid() throws {
    let text = try answers(["sensitivity total", "t", "4", "sensitivity nothing"])
    #expect(
      text.contains(
        "> sensitivity total\n\"total\", for 1 percent more of each alone, at the values that they have:\n- bytes a value: about 1 % more\n- batch size: about 0.224 % more\n"
      ), "\(text)")
    #expect(text.contains("- memory, Big GPU: about 1 % less\n") || text.contains("about 1 % less\n"))
    #expect(text.contains("> sensitivity nothing\nIt has no result \"nothing\""))
  }

  // MARK: Comparing

  @Test func whatIsChangedIsComparedWithTheAuthors() throws {
    let record = try Record(path: ":memory:")
    let text = try answers(
      [
        "compare", "batch = 64", "bytes = 2 B", "compare", "reset bytes", "compare", "r", "c", "reset",
        "reset batch",
      ],
      record: record)
    let parts = text.components(separatedBy: "Calculator 1.1> ").dropFirst()
    let said = Array(parts)
    #expect(said[0] == "compare\nEvery number of it is the author's.\n")
    #expect(
      said[3].hasPrefix(
        """
        compare
        Changed:
          batch size: 64, was 32
          bytes a value: 2 B, was 4 B
        What follows, the largest change first:
          weights: 218 KB, was 437 KB, 0.5 times

        """), "\(said[3])")
    #expect(said[5].contains("  activations: 252 KB, was 126 KB, 2 times\n"), "\(said[5])")
    #expect(!said[5].contains("bytes a value"))
    #expect(said[6].hasPrefix("r\nAll inputs are the author's again.\n"))
    #expect(said[7] == "c\nEvery number of it is the author's.\n")
    #expect(said[8] == "reset\nNo input of it was changed.\n")
    #expect(
      said[9] == "reset batch\nbatch was not changed.\n(end)\n"
        || said[9].hasPrefix("reset batch\nbatch was not changed.\n"))
    #expect(try record.scenario(book: "interface-test")?.isEmpty == true)
  }

  @Test func afterTheWorkbenchTheInputsAreNotToBlame() throws {
    let text = try transcript(["goto napkin:hardware/small_gpu", "4", "calc t01-memory", "reset", "compare"])
    #expect(text.contains("> reset\nNo input of it was changed. compare says what its results follow.\n"))
    #expect(
      text.contains(
        "> compare\nChanged:\n  workbench: machine: Small GPU, was the author's\nWhat follows, the largest change first:\n  share of the machine: "
      ), "\(text)")
  }

  // MARK: What if

  @Test func aFigureIsSomethingElseForTheWholeBook() throws {
    let record = try Record(path: ":memory:")
    let text = try transcript(
      [
        "whatif", "whatif big_gpu.memory.capacity = 160 GB", "whatif t01-memory.batch = 64", "whatif", "1",
        "reset big_gpu.memory.capacity", "reset zzz", "reset t01-memory.batch", "whatif",
      ], record: record)
    let said = text.components(separatedBy: "> ").map { $0 }
    #expect(
      said[1].hasPrefix(
        "whatif\nAll numbers are the author's. whatif NAME = VALUE changes a figure, as in whatif big_gpu.memory.capacity = 80 GB;"
      ))
    #expect(
      said[2].hasPrefix(
        "whatif big_gpu.memory.capacity = 160 GB\nbig_gpu.memory.capacity is 160 GB: 1 value changes in the book. whatif says them.\n"
      ), "\(said[2])")
    #expect(
      said[4].hasPrefix(
        """
        whatif
        Changed:
        - memory of Big GPU: 160 GB, was 80 GB
        - Where training memory goes, batch size: 64, was 32
        3 values change in 1 calculator, the largest change first:
          1. activations, Section 1.1: 252 KB, was 126 KB, 2 times

        """), "\(said[4])")
    #expect(said[5].hasPrefix("1\nSection 1.1, Where memory goes, 2 of 4.\n"))
    #expect(said[6].contains("big_gpu.memory.capacity is the author's again: 1 value changes in the book."))
    #expect(said[7].contains("\"zzz\" is nothing that was changed. whatif says what was"))
    #expect(said[9].hasPrefix("whatif\nAll numbers are the author's."))
    #expect(try record.scenario(book: "interface-test")?.isEmpty == true)
  }

  @Test(arguments: [
    (
      "whatif big_gpu = 3",
      "“big_gpu” is Big GPU as a whole, and one of its figures is expected.\nSuch as big_gpu."
    ),
    (
      "whatif big_gpu.memory.capacity = 3 s",
      "“big_gpu.memory.capacity” takes a data size (B), got a time (s).\n"
    ),
    ("whatif nosuch = 3", "There is no constant or profile figure named “nosuch”.\n"),
    (
      "whatif big_gpu.memory.capacity",
      "Expected whatif NAME = VALUE, as in whatif big_gpu.memory.capacity = 80 GB"
    ),
    ("whatif = 3", "Expected whatif NAME = VALUE"),
  ])
  func whatCanNotBeChangedIsSaid(line: String, said: String) throws {
    let text = try transcript([line])
    #expect(text.contains("> \(line)\n\(said)"), "\(text)")
  }

  /// The rows of figures are taken by number, as Enter takes them on the screen.
  @Test func aFigureOfAPageIsChangedByItsNumber() throws {
    let text = try transcript(["goto napkin:hardware/small_gpu", "2", "1 s", "32 GB", "2", "", "whatif"])
    #expect(text.contains("\n2. memory: value: 16 GB; from: datasheet, (The maker 2020)\n"), "\(text)")
    #expect(
      text.contains("> 2\nsmall_gpu.memory.capacity is 16 GB. What is it to be? Enter leaves it> 1 s\n"))
    #expect(text.contains("Enter leaves it> 32 GB\nsmall_gpu.memory.capacity is 32 GB: "))
    #expect(text.contains("> 2\nsmall_gpu.memory.capacity is 32 GB. What is it to be? Enter leaves it> \n"))
  }

  // MARK: Choosing

  @Test func machinesAreChosenFromAList() throws {
    let text = try answers([
      "choices hw", "2", "hw = big", "hw = gpu", "1", "hw = gpu", "", "hw = zzz", "inputs",
    ])
    #expect(text.contains("> choices hw\n  1. Big GPU, big_gpu, chosen now\n  2. Small GPU, small_gpu\n"))
    #expect(
      text.contains(
        "Which for hw? A number, or Enter to leave it> 2\nhw = Small GPU, machine, was Big GPU.\n"))
    #expect(text.contains("> hw = big\nhw = Big GPU, machine.\n"))
    #expect(text.contains("> hw = gpu\n2 of its choices are called so, by number:\n  1. Big GPU, big_gpu\n"))
    #expect(text.contains("there is none named “zzz”.\nchoices hw lists them by number.\n"))
  }

  /// What is long goes by pages; a number is taken at any of them.
  @Test func aLongListGoesByPages() throws {
    var book = try FixtureBook.book()
    let choices = (1...45).map(String.init).joined(separator: ", ")
    book.workbook.add([
      Calculator(
        id: "t01-long", title: "Long", body: "input n = 1 {\(choices)}\noutput y = n * 2",
        units: book.workbook.library.units)
    ])
    let text = try transcript(
      ["calc t01-long", "choices n", "", "", "choices n", "44", "choices n", "done"], book: book)
    #expect(text.contains("  20. 20\nWhich for n? A number, or Enter for more, 20 of 45> \n  21. 21\n"))
    #expect(text.contains("  45. 45\nWhich for n? A number, or Enter to leave it> \nCalculator> choices n\n"))
    #expect(text.contains("Enter for more, 20 of 45> 44\nn = 44, was 1.\n"))
    #expect(text.hasSuffix("Enter for more, 20 of 45> done\n1/4> (end)\n"))
  }

  @Test func theHelpNamesWhatThereIs() throws {
    let text = try answers(["help"])
    for word in ["solve", "sweep", "sensitivity", "compare", "explain", "reset", "choices", "done"] {
      #expect(text.contains("\n  \(word)"))
    }
    #expect(try transcript(["help"]).contains("\n  whatif NAME = VALUE: what you changed"))
  }

  /// Results that are called the same are told apart by their names.
  @Test func equalLabelsAreToldApart() throws {
    var book = try FixtureBook.book()
    book.workbook.add([
      Calculator(
        id: "t01-twins", title: "Twins",
        body: "input a = 2\noutput first = a * 2 \"slope\"\noutput second = a * 3 \"slope\"",
        units: book.workbook.library.units)
    ])
    let text = try transcript(["calc t01-twins", "explain slope", "explain second"], book: book)
    #expect(text.contains("> explain slope\n2 results fit \"slope\": slope, first; slope, second.\n"))
    #expect(text.contains("second equals a times 3; equals 2 times 3; equals 6.\n"), "\(text)")
  }

  @Test func withoutAFigureThatIsSaid() throws {
    #expect(try answers(["figure"]).contains("> figure\nNo figure follows its inputs.\n"))
  }
}
