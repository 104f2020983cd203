import ArgumentParser

/// Takes over what other programs or machines wrote.
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take in a record from another machine.", subcommands: [ImportRecord.self])
}
