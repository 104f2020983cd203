import ArgumentParser

@main
struct Napkin: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "napkin", abstract: "An interactive textbook of machine learning systems for the terminal.")
}
