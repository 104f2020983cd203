import ArgumentParser
import Content
import Foundation
import Learning
import Terminal
import TextbookUI

/// Looks at everything that reading needs, and says of each whether it works.
struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what works here: terminal, record, cache, book, keys; and what to do about the rest.",
    discussion: """
      Each line says ok, note (it works, with less) or problem, and what to do. The exit status is 1 when there is a \
      problem. Nothing is changed and nothing is sent anywhere.
      """)

  @Flag(help: "For programs.")
  var json = false

  @OptionGroup var options: BookOptions

  func run() throws {
    var findings = Checkup.terminal(TerminalFacts())
    findings += [Checkup.editor, Checkup.book(options), Checkup.record]
    findings += [Checkup.cache, Checkup.keys, Checkup.versions]
    if json {
      try Output.json(findings)
    } else {
      let column = findings.map(\.subject.count).max() ?? 0
      for finding in findings { try Output.plain(finding.text(column: column, width: Output.textWidth)) }
    }
    if findings.contains(where: { $0.status == .problem }) { throw ExitStatus.findings }
  }
}

/// What was found of one thing.
struct Checkup: Encodable {
  enum Status: String, Encodable { case ok, note, problem }

  var status: Status
  var subject: String
  var words: String
  /// What to do.
  var advice: String?

  init(_ status: Status, _ subject: String, _ words: String, advice: String? = nil) {
    self.status = status
    self.subject = subject
    self.words = words
    self.advice = advice
  }

  func text(column: Int, width: Int) -> String {
    let lead =
      status.rawValue + spaces(9 - status.rawValue.count) + subject + spaces(column - subject.count + 2)
    let lines = wrapped(words, to: max(20, width - lead.count))
    var text = ""
    for (index, line) in lines.enumerated() {
      text += (index == 0 ? lead : spaces(lead.count)) + line + "\n"
    }
    guard let advice else { return text }
    return text
      + wrapped(advice, to: max(20, width - lead.count)).map { spaces(lead.count) + $0 + "\n" }.joined()
  }
}
