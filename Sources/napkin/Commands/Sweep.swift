import ArgumentParser
import Content
import Engine
import Foundation
import Typesetting

/// Evaluates a calculator over a range of one or two inputs.
struct Sweep: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep",
    abstract: "Evaluate a calculator over a range of one or two inputs: a table, CSV or a chart.",
    discussion: """
      napkin sweep ch05-mnist-training-memory --over batch --output training --from 1 --to 1024 --log
      napkin sweep ch05-mnist-training-memory --over batch --output training --chart
      napkin sweep ch05-gradient-20-layers --over layers --over2 max_derivative --csv

      Without --from and --to an input goes over its bounds, or from a hundredth to a hundredfold where it has none.
      """)

  @Argument(help: "A calculator's id, or the id of a worked example that one covers.")
  var subject: String

  @Option(help: ArgumentHelp("The input to vary.", valueName: "input"))
  var over: String

  @Option(help: ArgumentHelp("A second one; it runs fastest.", valueName: "input"))
  var over2: String?

  @Option(help: ArgumentHelp("The first value.", valueName: "value"))
  var from: String?

  @Option(help: ArgumentHelp("The last value.", valueName: "value"))
  var to: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many values; 11 without, 64 for a chart.", valueName: "count"))
  var points: Int?

  @Option(help: ArgumentHelp("The first value of the second input.", valueName: "value"))
  var from2: String?

  @Option(help: ArgumentHelp("The last value of the second input.", valueName: "value"))
  var to2: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many values of the second input; 4 without.", valueName: "count"))
  var points2: Int?

  @Flag(help: "Equal factors between the values of the first input.")
  var log = false

  @Option(
    name: .customLong("output"), parsing: .singleValue,
    help: ArgumentHelp("An output to show; may be given many times. All without.", valueName: "name"))
  var outputs: [String] = []

  @OptionGroup var change: ChangeOptions

  @Flag(exclusivity: .exclusive, help: "In place of a table: for programs, for spreadsheets, or a picture.")
  var form: Form?

  @Option(parsing: .unconditional, help: ArgumentHelp("Lines of a chart.", valueName: "lines"))
  var height = 16

  @OptionGroup var characters: CharacterOptions

  @OptionGroup var scenario: ScenarioOptions

  @OptionGroup var options: BookOptions

  /// What is printed.
  enum Form: String, EnumerableFlag { case json, csv, chart }

  func validate() throws {
    for (name, count) in [("--points", points), ("--points2", points2)] {
      if let count, !(2...10_000).contains(count) {
        throw ValidationError("\(name): expected 2 to 10000, found \(count)")
      }
    }
    guard (5...200).contains(height) else {
      throw ValidationError("--height: expected 5 to 200 lines, found \(height)")
    }
    if over2 == nil, from2 != nil || to2 != nil || points2 != nil {
      throw ValidationError("--from2, --to2 and --points2 expect --over2")
    }
    if over2 == over { throw ValidationError("--over2: expected another input than '\(over)'") }
  }

  func run() throws {
    let book = try options.book(with: scenario)
    let view = try CalculatorView.named(subject, changes: change.changes, in: book)
    var ranges = [
      SweepRange(
        view.ownInput(over), from: from, to: to, count: points ?? (form == .chart ? 64 : 11),
        isLogarithmic: log ? true : nil)
    ]
    if let over2 {
      ranges.append(SweepRange(view.ownInput(over2), from: from2, to: to2, count: points2 ?? 4))
    }
    let report = try SweepReport(
      view, over: ranges, outputs: outputs.isEmpty ? nil : outputs.map(view.ownOutput))
    switch form {
    case .json: try Output.json(report)
    case .csv: try Output.plain(report.csv)
    case nil: try Output.plain(report.table(width: Output.pageWidth))
    case .chart:
      let lines = try report.chart(
        height: height, width: Output.textWidth, isASCII: Output.isASCII(characters.repertoire),
        units: book.workbook.library.units)
      try Output.lines(lines, look: Output.look)
    }
  }
}
