import ArgumentParser
import Foundation
import TextbookUI

/// Prints the keys of the reader, and what is wrong with the file that changes them.
struct Keys: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: "Print the keys of the reader by place, with the names to rebind them.",
    discussion: """
      Keys are changed in keys.yaml in $XDG_CONFIG_HOME/napkin (else ~/.config/napkin): a place, names in it, and for \
      each the keys that are to ask for it in place of the standard ones.

        page:
          scroll-down: [n, Down]
          next-match: ","
      """)

  @Flag(help: "For programs.")
  var json = false

  func run() throws {
    let file = Program.keys
    if json {
      try Output.json(
        Report(
          file: file.path,
          keys: file.lines.map { Report.Line(place: $0.place, name: $0.name, keys: $0.keys, does: $0.text) },
          problems: file.messages))
    } else {
      var place = ""
      for line in file.lines {
        if line.place != place {
          if !place.isEmpty { try Output.line() }
          try Output.line("\(line.place):   # \(KeyFile.title(ofPlace: line.place) ?? "")")
          place = line.place
        }
        let name = "  \(line.name):".padding(
          toLength: max(26, line.name.count + 4), withPad: " ", startingAt: 0)
        let keys = line.keys.padding(toLength: max(28, line.keys.count + 1), withPad: " ", startingAt: 0)
        try Output.line(line.text.isEmpty ? "\(name)\(line.keys)" : "\(name)\(keys)\(line.text)")
      }
    }
    if file.problems.isEmpty { return }
    for message in file.messages { Output.complain(message) }
    throw ExitStatus.findings
  }

  private struct Report: Encodable {
    struct Line: Encodable { var place, name, keys, does: String }
    var file: String
    var keys: [Line]
    var problems: [String]
  }
}
