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

  /// The number that the margin derives: where an input has the focus and no output was chosen, the first one that
  /// follows from it.
  func derivedSubject(of action: Target.Action?) -> ValueSubject? {
    guard var subject = subject(of: action) else { return nil }
    let workbook = book.workbook
    guard panel?.output == nil, let input = subject.input,
      let result = workbook.result(of: subject.calculator),
      result.inputs.contains(where: { $0.name == input })
    else { return subject }
    let follower = result.outputs.first { output in
      workbook.derivation(of: output.name, in: subject.calculator)?.given
        .contains { $0.name == input || $0.name.hasPrefix(input + ".") } == true
    }
    if let follower { subject.value = follower.name }
    return subject
  }
}
