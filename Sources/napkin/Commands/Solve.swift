import ArgumentParser
import Content
import Engine

/// Finds the values of an input for which an output has a value, or the largest that satisfies a condition.
struct Solve: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "solve",
    abstract: "Find the input that brings an output to a target, or the largest that satisfies a condition.",
    discussion: """
      napkin solve ch05-mnist-training-memory --output training --equals '16 MB' --for batch
      napkin solve ch05-mnist-training-memory --where 'training <= 16 MB' --largest --for batch

      Solutions are looked for within the input's bounds, or from --from to --to: on a grid of 256 points, then \
      between two points whose outputs lie on both sides of the target.
      """)

  @Argument(help: "A calculator's id, or the id of a worked example that one covers.")
  var subject: String

  @Option(help: "The output that is to have a value.")
  var output: String?

  @Option(help: ArgumentHelp("Its value; a bare number takes the output's unit.", valueName: "target"))
  var equals: String?

  @Option(name: .customLong("for"), help: ArgumentHelp("The input to find.", valueName: "input"))
  var input: String

  @Option(
    name: .customLong("where"),
    help: ArgumentHelp("A condition on the calculator's names.", valueName: "condition"))
  var condition: String?

  @Flag(exclusivity: .exclusive, help: "Which whole number that satisfies the condition is wanted.")
  var extreme: Extreme?

  @Option(help: ArgumentHelp("The smallest value to try.", valueName: "value"))
  var from: String?

  @Option(help: ArgumentHelp("The largest value to try.", valueName: "value"))
  var to: String?

  @OptionGroup var change: ChangeOptions

  @Flag(help: "For programs.")
  var json = false

  @OptionGroup var scenario: ScenarioOptions

  @OptionGroup var options: BookOptions

  enum Extreme: String, EnumerableFlag { case largest, smallest }

  func validate() throws {
    if condition == nil {
      if extreme != nil { throw ValidationError("--largest and --smallest expect --where 'condition'") }
      if output == nil || equals == nil {
        throw ValidationError("expected --output NAME --equals TARGET, or --where 'condition' --largest")
      }
    } else {
      if output != nil || equals != nil {
        throw ValidationError("expected --output and --equals, or --where, not both")
      }
      if extreme == nil { throw ValidationError("--where expects --largest or --smallest") }
      if from != nil || to != nil {
        throw ValidationError("--where searches within the input's bounds; put other ends into the condition")
      }
    }
  }

  func run() throws {
    let book = try options.book(with: scenario)
    let view = try CalculatorView.named(subject, changes: change.changes, in: book)
    if let condition, let extreme {
      let report = try SearchReport(condition, extreme, input: input, of: view)
      return json ? try Output.json(report) : try Output.plain(report.text(width: Output.textWidth))
    }
    guard let output, let equals else { return }
    let range = SweepRange(view.ownInput(input), from: from, to: to, count: 256)
    let report = try SolutionReport(output: output, equals: equals, for: range, named: input, of: view)
    if json { try Output.json(report) } else { try Output.plain(report.text(width: Output.textWidth)) }
  }
}
