import Content
import Engine
import Typesetting

/// What the screen answers on pages: how a result comes about, what it depends on, and what was changed.
extension LineCalculator {
  // MARK: Derivation

  /// Says what is given and where it is from, then each step in words.
  func explain(_ text: String) {
    guard let calculator = workbook.calculator(id) else { return }
    var value: String?
    if !text.isEmpty {
      if let input = inputName(text), resultNames(text).isEmpty {
        return terminal.say("\(input) is an input, and nothing leads to it. \(input)=VALUE sets it.")
      }
      guard let name = resultName(text) else { return }
      value = name
    }
    let explanation = Explanation(workbook, of: calculator, value: value)
    if explanation.steps.isEmpty { return terminal.say("It has no results.") }
    if !explanation.given.isEmpty {
      terminal.say("Given:")
      for given in explanation.given { terminal.say("  " + words(of: given)) }
    }
    terminal.say(explanation.steps.count == 1 ? "Then:" : "Then, in \(explanation.steps.count) steps:")
    for (index, step) in explanation.steps.enumerated() {
      let label = step.label.map { $0 == step.name || $0.isEmpty ? "" : spoken($0) + ": " } ?? ""
      let number = explanation.steps.count == 1 ? "" : "\(index + 1). "
      terminal.say("  \(number)\(label)\(words(of: [.mathematics(step.latex)])).")
    }
    let equations = explanation.equations.compactMap { workbook.library.equations[$0]?.name }
    if !equations.isEmpty { terminal.say("By: \(spoken(equations.joined(separator: "; "))).") }
  }

  /// `batch = 64, training batch, 32 in the book`
  private func words(of given: Explanation.Given) -> String {
    var parts = [spoken("\(given.name) = \(given.text)")]
    if given.isInput {
      let label = label(of: given.name)
      if label != given.name { parts.append(label) }
    } else if let figure = given.figure, let figureID = given.figureID {
      parts.append(words(of: context.book.origin(of: figure, figureID)))
    }
    if let authored = given.authored { parts.append(spoken(authored) + " in the book") }
    return parts.joined(separator: ", ")
  }

  private func words(of content: [Inline]) -> String { Typesetting.words(of: content, in: context) }

  // MARK: Sensitivity

  /// Says how strongly results follow inputs and figures.
  mutating func saySensitivities(of text: String) {
    guard let result = text.isEmpty ? chooseResult() : resultName(text) else { return }
    let influences = Influences(context.book, of: id, value: result)
    let label = label(of: result)
    if influences.moving.isEmpty {
      return terminal.say(
        influences.all.isEmpty
          ? "\"\(label)\" is no number, or follows no input that is one."
          : "No input moves \"\(label)\" at the values that they have.")
    }
    terminal.say("\"\(label)\", for 1 percent more of each alone, at the values that they have:")
    for influence in influences.moving {
      terminal.say("- " + spoken("\(influence.label): about \(influence.effect)"))
    }
    if !influences.still.isEmpty {
      terminal.say(spoken("Without effect here: \(influences.still.joined(separator: "; "))."))
    }
    if !influences.others.isEmpty {
      terminal.say(spoken("Not varied by a percent: \(influences.others.joined(separator: "; "))."))
    }
  }

  /// The only result, or the one of the list that is taken; nil where none is.
  mutating func chooseResult() -> String? {
    let results = results
    if results.count < 2 {
      if results.isEmpty { terminal.say("It has no results.") }
      return results.first?.name
    }
    let chosen = choose(
      "Which result? A number, or Enter for none", from: CalculatorWords(context: context).outputs(of: id),
      read: { calculator, line in
        calculator.resultNames(line).first.flatMap { name in results.firstIndex { $0.name == name } }
      })
    return chosen.map { results[$0].name }
  }

  // MARK: Comparing

  /// What is changed, and what follows from it against the author's numbers.
  func compare() {
    let scenario = workbook.scenario
    let differences = workbook.differences(from: Scenario(), to: scenario)
    let own = differences.filter { $0.calculator == id }
    let changes = context.book.changes(from: Scenario(), to: scenario).filter { change in
      change.calculator.map { $0 == id || isRead($0) } ?? !own.isEmpty
    }
    if changes.isEmpty {
      terminal.say("Every number of it is the author's.")
    } else {
      terminal.say("Changed:")
      for change in changes {
        let title = change.calculator.flatMap { $0 == id ? nil : workbook.calculator($0)?.title }
        terminal.say(
          "  "
            + spoken((title.map { $0 + ", " } ?? "") + "\(change.name): \(change.now), was \(change.before)"))
      }
      terminal.say(own.isEmpty ? "No result of it changes." : "What follows, the largest change first:")
      for difference in own { terminal.say("  " + words(of: difference)) }
    }
    let others = differences.filter { $0.calculator != id }
    if !others.isEmpty {
      terminal.say("Elsewhere in the book \(others.words). On the page, whatif lists them.")
    }
  }

  /// Whether results here may follow those of another calculator.
  private func isRead(_ other: String) -> Bool {
    var known: Set<String> = [other]
    var pending = [other]
    while let next = pending.popLast() {
      for reader in workbook.dependents(of: next) where known.insert(reader).inserted {
        pending.append(reader)
      }
    }
    return known.contains(id)
  }

  private func words(of difference: Difference) -> String {
    difference.words(label: difference.label, isASCII: terminal.isASCII, book: context.book)
  }
}

extension Difference {
  /// `training, all: 2.00 MB, was 1.88 MB, 1.07 times`
  func words(label: String, isASCII: Bool, book: Book) -> String {
    let format = NumberFormat(units: book.workbook.library.units)
    let factor = ratio.map { ", " + format.times($0) } ?? ""
    return spokenText("\(label): \(after), was \(before)\(factor)", isASCII: isASCII)
  }
}
