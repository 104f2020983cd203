import Engine
import Typesetting

/// What the input in focus takes: its label with its bounds or choices.
struct InputHint {
  let text: String

  /// nil where no input is in focus.
  init?(state: ReaderState) {
    let workbook = state.book.workbook
    guard let panel = state.panel, let name = panel.input,
      let input = workbook.calculator(panel.calculator)?.inputs.first(where: { $0.name == name })
    else { return nil }
    let choices = workbook.choices(of: name, in: panel.calculator)
    var expected = ""
    if case .profile = input.kind {
      expected = "\(choices.count) to choose from"
    } else if !choices.isEmpty {
      expected = choices.map(\.text).joined(separator: ", ")
    } else if let bounds = Self.bounds(of: input, in: workbook) {
      expected = bounds
    }
    let label = input.label ?? input.name
    text = expected.isEmpty ? label : "\(label): \(expected.withMinusSigns)"
  }

  /// `from 1 to 4,096`; nil for an input without bounds.
  static func bounds(of input: Input, in workbook: Workbook) -> String? {
    guard let lowest = input.lowest, let highest = input.highest else { return nil }
    let format = NumberFormat(units: workbook.library.units)
    let bounds = [lowest, highest].map { format.text($0, unit: input.unit) }
    return "from \(bounds[0]) to \(bounds[1])"
  }
}
