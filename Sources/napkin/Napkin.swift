import ArgumentParser
import Foundation

/// The command line: subcommands, nothing else.
struct Napkin: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "napkin",
    abstract: "An interactive textbook of machine learning systems for the terminal.",
    discussion: """
      Without a command it opens the book where you left it. Every number on a page is computed there: put the cursor \
      on it with Tab, open it with Enter, change an input, and watch the page follow.
      """,
    version: "0.1.0",
    subcommands: [
      Read.self, List.self, Show.self, Calc.self, Explain.self, Solve.self, Sweep.self, WhatIf.self,
      Equations.self, Hardware.self, Models.self, Scenarios.self, Questions.self, Quiz.self, Search.self,
      Check.self,
      ReviewCommand.self, ExamCommand.self, GradebookCommand.self, ProgressCommand.self, Notes.self,
      Import.self, Export.self,
      Glossary.self, Cite.self, New.self, Preview.self, Keys.self, Doctor.self,
    ],
    defaultSubcommand: Read.self)
}

@main
enum Main {
  static func main() {
    guard standardStreamsAreOpen() else { exit(ExitStatus.io.rawValue) }
    do {
      // The first page need not wait for a parser where there is nothing to parse.
      switch opening {
      case .place?:
        return try Read.open(chapter: nil, loader: BookOptions.loader(folder: nil))
      case .chapter(let name)?:
        return try Read.open(chapter: name, loader: BookOptions.loader(folder: nil))
      case nil: break
      }
      if let failure = unknownCommand() { throw failure }
      var command = try Napkin.parseAsRoot()
      try command.run()
    } catch let failure as Failure {
      end(failure)
    } catch let code as ExitCode {
      exit(code.rawValue)
    } catch {
      end(parsing: error)
    }
  }

  /// What to open where no option is given: `napkin`, `napkin 5`, `napkin read 5`.
  private enum Opening {
    case place
    case chapter(String)
  }

  /// What to open; nil for words that the parser reads.
  private static var opening: Opening? {
    var words = CommandLine.arguments.dropFirst()
    let isCommand = words.first == "read"
    if isCommand { words = words.dropFirst() }
    guard let name = words.first else { return .place }
    guard words.count == 1, !name.hasPrefix("-"), isCommand || !commandNames.contains(name) else {
      return nil
    }
    return .chapter(name)
  }

  private static var commandNames: [String] {
    Napkin.configuration.subcommands.map { $0._commandName } + ["help"]
  }

  /// A first word that is no command is taken as a chapter's name; with another word after it, it was meant as one.
  private static func unknownCommand() -> Failure? {
    let words = CommandLine.arguments.dropFirst().prefix(2)
    guard words.count == 2, var first = words.first, !words.contains(where: { $0.hasPrefix("-") }) else {
      return nil
    }
    if first == "help", let subject = words.last { first = subject }
    if commandNames.contains(first) { return nil }
    return Failure(
      "name", "there is no command '\(first)'.",
      advice: nearest(to: first, among: commandNames).map { "Did you mean '\($0)'?" }
        ?? "`napkin --help` lists the commands.")
  }

  /// A file opened on a closed descriptor would take what is printed, so the gaps are filled first.
  private static func standardStreamsAreOpen() -> Bool {
    let isOutputOpen = fcntl(1, F_GETFD) != -1
    for descriptor in Int32(0)...2 where fcntl(descriptor, F_GETFD) == -1 {
      _ = open("/dev/null", descriptor == 0 ? O_RDONLY : O_WRONLY)
    }
    if !isOutputOpen { Output.complain("standard output is closed; there is nowhere to print or draw.") }
    return isOutputOpen
  }

  private static func end(_ failure: Failure) -> Never {
    if CommandLine.arguments.contains("--json") {
      try? Output.json(failure.json)
    } else {
      Output.complain(failure.text)
    }
    exit(failure.exitCode.rawValue)
  }

  /// That an option is none of the command's, which says more than the argument that is missing beside it.
  private static func unknownOption() -> String? {
    var command: any ParsableCommand.Type = Napkin.self
    var words = CommandLine.arguments.dropFirst()
    while let name = words.first,
      let next = command.configuration.subcommands.first(where: { $0._commandName == name })
    {
      command = next
      words = words.dropFirst()
    }
    if command == Napkin.self { command = Read.self }
    let known = Napkin.helpMessage(for: command).split { !$0.isLetter && !$0.isNumber && $0 != "-" }
      .filter { $0.hasPrefix("--") }.map(String.init)
    let options = words.prefix { $0 != "--" }.filter { $0.hasPrefix("--") }.map { $0.prefix { $0 != "=" } }
    guard let option = options.first(where: { !known.contains(String($0)) }) else { return nil }
    let advice = nearest(to: String(option), among: known).map { " Did you mean '\($0)'?" } ?? ""
    return "Unknown option '\(option)'.\(advice)"
  }

  /// Help and versions go to standard output; mistakes of usage to standard error, with status 2 in place of 64.
  private static func end(parsing error: Error) -> Never {
    let code = Napkin.exitCode(for: error)
    var message = Napkin.fullMessage(for: error)
    if code == .success {
      if !message.isEmpty { try? Output.line(message) }
      exit(0)
    }
    var words = Napkin.message(for: error)
    if let option = unknownOption(), !words.hasPrefix("Unknown option") {
      let usage = message.range(of: "\nUsage:").map { String(message[$0.lowerBound...]) } ?? ""
      words = option
      message = "Error: " + option + usage
    }
    if CommandLine.arguments.contains("--json") {
      try? Output.json(Failure("syntax", words).json)
    } else {
      let words = message.hasPrefix("Error: ") ? "napkin: " + message.dropFirst(7) : message
      Output.remark(Output.quoted(words))
    }
    exit(ExitStatus.usage.rawValue)
  }
}
