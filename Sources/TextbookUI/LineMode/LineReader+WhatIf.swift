import Content
import Engine
import Typesetting

/// What was changed anywhere in the book, and what follows from it.
extension LineReader {
  /// How many values are listed where not all are asked for.
  private static let shownDifferences = 20

  /// Says what was changed and what follows, or changes a figure for the whole book.
  mutating func whatIf(_ text: String) {
    guard let sign = text.firstIndex(of: "=") else {
      if text.isEmpty || text.lowercased() == "all" { return sayChanges(areAll: !text.isEmpty) }
      return terminal.say(
        "Expected whatif NAME = VALUE, as in whatif \(exampleOfFigure), or whatif alone, found \"whatif \(text)\"."
      )
    }
    let name = String(text[..<sign]).trimmed
    let entry = String(text[text.index(after: sign)...]).trimmed
    guard !name.isEmpty, !entry.isEmpty else {
      return terminal.say(
        "Expected whatif NAME = VALUE, as in whatif \(exampleOfFigure), found \"whatif \(text)\".")
    }
    change(name, to: entry)
  }

  /// Changes one thing, or takes that back, and says how many values follow.
  ///
  /// - Returns: whether it could be changed so.
  @discardableResult
  private mutating func change(_ name: String, to entry: String?) -> Bool {
    let before = context.book.workbook.scenario
    do throws(Diagnostic) { try context.book.workbook.change(name, to: entry) } catch {
      terminal.say(spoken(LineCalculator.sentence(error.message)))
      if let hint = error.hint { terminal.say(spoken(LineCalculator.sentence(hint))) }
      return false
    }
    let workbook = context.book.workbook
    record.save(workbook.scenario)
    let count = workbook.differences(from: before, to: workbook.scenario).count
    let what =
      entry.map { "\(name) is \(workbook.text(ofFigure: name) ?? $0)" } ?? "\(name) is the author's again"
    terminal.say(
      spoken(what) + ": \(count) \(count == 1 ? "value changes" : "values change") in the book."
        + (workbook.scenario.isEmpty || count == 0 ? "" : " whatif says them."))
    return true
  }

  /// Asks what a constant or figure is to be.
  mutating func askForFigure(_ id: String) {
    let workbook = context.book.workbook
    guard let text = workbook.text(ofFigure: id) else { return terminal.say("There is no figure \(id).") }
    let question = spoken("\(id) is \(text). What is it to be? Enter leaves it") + "> "
    while let entry = terminal.ask(question), !entry.isEmpty, !LineQuestion.leaves(entry) {
      if change(id, to: entry) { return }
    }
  }

  private mutating func sayChanges(areAll: Bool) {
    let scenario = context.book.workbook.scenario
    guard !scenario.isEmpty else {
      return terminal.say(
        "All numbers are the author's. whatif NAME = VALUE changes a figure, as in whatif \(exampleOfFigure); a calculator "
          + "changes its inputs.")
    }
    items = []
    terminal.say("Changed:")
    for change in context.book.changes(from: Scenario(), to: scenario) {
      let title = change.calculator.flatMap { context.book.workbook.calculator($0)?.title }
      terminal.say(
        "- " + spoken((title.map { $0 + ", " } ?? "") + "\(change.name): \(change.now), was \(change.before)")
      )
    }
    let differences = context.book.workbook.differences(from: Scenario(), to: scenario)
    guard !differences.isEmpty else { return terminal.say("No value of the book changes.") }
    terminal.say("\(differences.words), the largest change first:")
    let shown = areAll ? differences : Array(differences.prefix(Self.shownDifferences))
    for (index, difference) in shown.enumerated() {
      // Where it stands nowhere, its calculator is opened.
      items.append(
        context.book.place(of: difference).map { place in
          .thing(Destination(chapter: place.chapter, position: PagePosition(block: place.block)))
        } ?? .calculator(difference.calculator))
      let words = difference.words(
        label: context.book.name(of: difference), isASCII: terminal.isASCII, book: context.book)
      terminal.say("  \(index + 1). \(words)")
    }
    let more = differences.count - shown.count
    if more > 0 { terminal.say("And \(more) more with smaller changes. whatif all says them too.") }
    terminal.say("A number reads where the value stands, reset takes the changes back.")
  }

  private func spoken(_ text: String) -> String { spokenText(text, isASCII: terminal.isASCII) }

  /// A figure with what it is, to be typed as it stands.
  private var exampleOfFigure: String {
    let library = context.book.workbook.library
    let used = context.book.workbook.calculatorIDs.lazy
      .flatMap { context.book.workbook.figures(readBy: $0) }.first { library.constants[$0.id] == nil }
    return used.map { "\($0.id) = \(context.book.workbook.entry(ofFigure: $0.id) ?? "VALUE")" }
      ?? "NAME = VALUE"
  }

  // MARK: Back to the author's

  /// Takes back one change, or all of them.
  mutating func reset(_ name: String) {
    let scenario = context.book.workbook.scenario
    if scenario.isEmpty { return terminal.say("All numbers are the author's.") }
    if name.isEmpty {
      _ = context.book.workbook.apply(Scenario())
      record.save(context.book.workbook.scenario)
      return terminal.say("All numbers are the author's again. again reads the section with them.")
    }
    if let kind = Profile.Kind(rawValue: name.lowercased()), scenario.workbench[kind.rawValue] != nil {
      var address = PageAddress("workbench")
      address.options[kind.rawValue] = ""
      return setWorkbench(address)
    }
    let ids = CalculatorFinder(context.book, chapter: context.chapter.id).calculators(named: name)
    if ids.count == 1, scenario.inputs[ids[0]] != nil {
      context.book.workbook.reset(nil, of: ids[0])
      record.save(context.book.workbook.scenario)
      let title = context.book.workbook.calculator(ids[0])?.title ?? ids[0]
      return terminal.say("All inputs of \(spoken(title)) are the author's again.")
    }
    guard isChanged(name, in: scenario) else {
      return terminal.say(
        "\"\(name)\" is nothing that was changed. whatif says what was, reset alone takes all of it back.")
    }
    change(name, to: nil)
  }

  private func isChanged(_ name: String, in scenario: Scenario) -> Bool {
    if scenario.overrides[name] != nil { return true }
    guard let dot = name.lastIndex(of: ".") else { return false }
    return scenario.inputs[String(name[..<dot])]?[String(name[name.index(after: dot)...])] != nil
  }
}
