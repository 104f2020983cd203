import ArgumentParser

/// Whether questions are asked by prompts.
struct LineOptions: ParsableArguments {
  @Flag(
    inversion: .prefixedNo,
    help: ArgumentHelp(
      "By prompts, reading answers from standard input, or not; without it as `read --line` was told."))
  var line: Bool?
}
