import Content
import Engine
import Typesetting

/// Results over the values of an input, a row for each.
extension LineCalculator {
  private static let noValue = "no value"

  private struct SweptResult {
    var name: String
    /// In the order of the input's values.
    var texts: [String]
  }

  /// `sweep total over batch from 1 to 1024 points 5 log`; what is not said is asked for.
  mutating func sweep(_ text: String) {
    if inputs.isEmpty {
      return terminal.say(
        "Nothing here can be varied: its results stand on figures. explain says which; on the page whatif changes them."
      )
    }
    var sweep: LineSweep
    if text.isEmpty {
      guard let input = chooseInput() else { return }
      sweep = LineSweep(input: input)
    } else {
      switch LineSweep.read(text, isInput: { inputName($0) != nil }) {
      case .failure(let misread):
        return terminal.say(
          misread.message
            + " As in sweep \((inputs.first { $0.number != nil })?.name ?? "NAME") from 1 to 10 points 4.")
      case .success(let read): sweep = read
      }
    }
    guard let input = inputName(sweep.input) else { return sayNoInput(sweep.input) }
    sweep.input = input
    var wanted: String?
    if let result = sweep.result, result.lowercased() != "all" {
      guard let name = resultName(result) else { return }
      wanted = name
    }
    guard let (values, results) = sweepTable(sweep) else { return }
    let moving = results.filter { Set($0.texts).count > 1 }
    var shown = wanted.map { name in results.filter { $0.name == name } } ?? moving
    if shown.isEmpty {
      return terminal.say(
        wanted.map { "\"\(label(of: $0))\" is no number, and can not be swept." }
          ?? "No result follows \(input): each is the same for all \(values.count) values.")
    }
    if sweep.result == nil, shown.count > 1 {
      terminal.say("\(shown.count) results follow \(input), by number:")
      for (index, result) in shown.enumerated() { terminal.say("  \(index + 1). \(label(of: result.name))") }
      guard let places = chooseResults(outOf: shown.map(\.name)) else { return }
      shown = places.map { shown[$0] }
    }
    say(values, shown, over: input)
  }

  /// An input that can be varied; nil where none is taken.
  private mutating func chooseInput() -> String? {
    let varied = inputs.filter { $0.number != nil || !workbook.choices(of: $0.name, in: id).isEmpty }
    if varied.count < 2 {
      if varied.isEmpty { terminal.say("No input of it is a single number or a choice.") }
      return varied.first?.name
    }
    let chosen = choose(
      "Over which input? A number, or Enter for none",
      from: varied.map { input in
        let label = label(of: input.name)
        return input.name + (label == input.name ? "" : ", " + label)
      },
      read: { calculator, line in
        Int(line) == nil
          ? calculator.inputName(line).flatMap { name in varied.firstIndex { $0.name == name } } : nil
      })
    return chosen.map { varied[$0].name }
  }

  /// The places of the results that are taken from a list; nil for none.
  private mutating func chooseResults(outOf names: [String]) -> [Int]? {
    var isAll = false
    let chosen = choose("Which of them? A number, all, or Enter for none", outOf: names.count) {
      calculator, line in
      if line.lowercased() == "all" {
        isAll = true
        return 0
      }
      return calculator.resultNames(line).first.flatMap { names.firstIndex(of: $0) }
    }
    return isAll ? Array(names.indices) : chosen.map { [$0] }
  }

  /// The values of an input as texts, and what each result is there; nil where it can not be varied so, which is said.
  private func sweepTable(_ sweep: LineSweep) -> (values: [String], results: [SweptResult])? {
    let choices = workbook.choices(of: sweep.input, in: id)
    if choices.isEmpty { return numericTable(sweep) }
    if sweep.from != nil || sweep.count != nil || sweep.isLogarithmic != nil {
      terminal.say(
        "\(sweep.input) takes one of \(choices.count), and is swept over all of them: sweep \(sweep.input), without from, "
          + "points and log.")
      return nil
    }
    let rows = workbook.each(choices, of: sweep.input, in: id) { choice, workbook in
      (choice.text, workbook.result(of: id)?.outputs.map(text) ?? [])
    }
    let swept = results.enumerated().map { index, result in
      SweptResult(name: result.name, texts: rows.map { $0.1.indices.contains(index) ? $0.1[index] : "" })
    }
    return (rows.map { spoken($0.0) }, swept)
  }

  private func text(_ result: OutputResult) -> String {
    result.missing != nil || result.error != nil ? Self.noValue : spoken(result.text)
  }

  private func numericTable(_ sweep: LineSweep) -> (values: [String], results: [SweptResult])? {
    let units = workbook.library.units
    let format = NumberFormat(units: units)
    do throws(Diagnostic) {
      let range = SweepRange(
        sweep.input, from: sweep.from, to: sweep.to, count: sweep.count ?? 11,
        isLogarithmic: sweep.isLogarithmic)
      let found = try workbook.sweep(id, over: [range])
      guard let axis = found.axes.first else { return nil }
      let values = format.texts(tellingApart: axis.numbers, in: units.unit(axis.unit))
      let results = found.series.map { series in
        let unit = units.unit(series.unit)
        return SweptResult(
          name: series.name,
          texts: series.numbers.map { number in
            number.map { number in
              spoken(
                format.text(unit.map { Quantity(number, in: $0) } ?? Quantity(number), unit: unit, digits: 4))
            } ?? Self.noValue
          })
      }
      return (values.map(spoken), results)
    } catch {
      say(error)
      return nil
    }
  }

  private func say(_ values: [String], _ results: [SweptResult], over input: String) {
    let over = label(of: input)
    let present = inputs.first { $0.name == input }?.text ?? ""
    let isOne = results.count == 1
    let name = isOne ? "\"\(label(of: results[0].name))\"" : "\(results.count) results"
    terminal.say("\(name) over \"\(over)\", \(values.count) values:")
    // A machine without the figure is no row of its own.
    let isEmpty = values.indices.map { row in results.allSatisfy { $0.texts[row] == Self.noValue } }
    for (row, value) in values.enumerated() where !isEmpty[row] {
      let said = results.map { result in (isOne ? "" : label(of: result.name) + ": ") + result.texts[row] }
      terminal.say("- \(value): \(said.joined(separator: "; "))")
    }
    let lost = isEmpty.count { $0 }
    if lost > 0 { terminal.say("\(lost) of the \(values.count) give no value.") }
    let now = results.map { result in
      (isOne ? "" : label(of: result.name) + ": ")
        + spoken(workbook.inline("\(id).\(result.name)", near: nil).text)
    }
    terminal.say("Now, at \(spoken(present)): \(now.joined(separator: "; ")).")
  }
}
