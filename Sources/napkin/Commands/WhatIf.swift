import ArgumentParser
import Content
import Engine

/// Prints what in the book changes with a figure.
struct WhatIf: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "whatif",
    abstract: "Change figures, constants or inputs, and see everything in the book that follows.",
    discussion: """
      napkin whatif 'h100_sxm.memory.bandwidth = 6.7 TB/s'
      napkin whatif 'dram_access = 320 pJ' 'ch05-mnist-training-memory.batch = 64'

      The largest relative change stands first; twice as much and half as much are changes of one size.
      """)

  @Argument(
    help: ArgumentHelp(
      "A profile's figure, a constant, or a calculator's input with its new value.", valueName: "name = value"
    ))
  var changes: [String]

  @Flag(help: "For programs.")
  var json = false

  @OptionGroup var options: BookOptions

  func run() throws {
    let book = try options.book()
    var workbook = book.workbook
    for change in changes { try apply(change, to: &workbook) }
    let differences = book.workbook.differences(from: Scenario(), to: workbook.scenario)
    let report = DifferenceReport(changes: changes, differences: differences)
    if json { try Output.json(report) } else { try Output.plain(report.text(width: Output.pageWidth)) }
  }

  private func apply(_ change: String, to workbook: inout Workbook) throws(Failure) {
    guard let sign = change.firstIndex(of: "=") else {
      throw Failure(
        "syntax", "expected 'name = value', found '\(change)'.",
        advice: "As in: napkin whatif 'h100_sxm.memory.bandwidth = 6.7 TB/s'")
    }
    let name = String(change[..<sign]).trimmed
    let entry = String(change[change.index(after: sign)...]).trimmed
    guard !name.isEmpty, !entry.isEmpty else {
      throw Failure("syntax", "expected 'name = value', found '\(change)'.")
    }
    do throws(Diagnostic) { try workbook.change(name, to: entry) } catch { throw Failure(error) }
  }
}
