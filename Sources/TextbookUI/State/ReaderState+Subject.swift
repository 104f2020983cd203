import Content
import Engine
import Typesetting

extension ReaderState {
  /// The number that a question about what is in focus would be about: of the open calculator, else of the target.
  func subject(of action: Target.Action?) -> ValueSubject? {
    if let panel { return subject(panel.calculator, panel.output, input: panel.input) }
    switch action {
    case .live(let live):
      let result = book.workbook.inline(live.expression, near: live.calculator)
      if let id = result.calculator, let name = result.name { return subject(id, name, input: nil) }
    case .calculator(let id): return subject(id, nil, input: nil)
    case .output(let id, let name), .input(let id, let name): return subject(id, name, input: nil)
    default: break
    }
    return nil
  }

  /// - Parameter name: a value; an input stands for the first output.
  func subject(_ id: String, _ name: String?, input: String?) -> ValueSubject? {
    guard let result = book.workbook.result(of: id) else { return nil }
    let isInput = result.inputs.contains { $0.name == name }
    let first = result.outputs.first { $0.number != nil } ?? result.outputs.first
    guard let value = isInput ? first?.name : name ?? first?.name else { return nil }
    return ValueSubject(calculator: id, value: value, input: isInput ? name : input)
  }
}
