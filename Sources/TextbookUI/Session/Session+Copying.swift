import Content
import Engine

extension Session {
  /// `y`: what of the number is to be copied.
  mutating func openCopying() {
    guard let subject = subjectOrInput else {
      say("Tab to a number first; y copies it or its derivation.")
      return
    }
    let label = state.book.label(of: subject.value, in: subject.calculator)
    let forms = [
      ("value", "the value"), ("text", "the derivation as text"), ("markdown", "the derivation in Markdown"),
      ("latex", "the derivation in LaTeX"),
    ]
    let isInput =
      state.book.workbook.derivation(of: subject.value, in: subject.calculator)?.steps.isEmpty ?? true
    let items = forms.prefix(isInput ? 1 : 4).map { form, title in
      let address = PageAddress("copy", of: subject.value, in: subject.calculator, options: ["as": form])
      return GoToItem(
        label: "", title: title, destination: Destination(chapter: address.description),
        detail: form == "value" ? text(of: subject) : nil)
    }
    choose("Copy \(label):", items)
  }

  /// The number in focus, an input too.
  private var subjectOrInput: ValueSubject? {
    if state.panel == nil, case .live(let live) = focused?.action {
      let result = state.book.workbook.inline(live.expression, near: live.calculator)
      if let id = result.calculator, let name = result.name {
        return ValueSubject(calculator: id, value: name)
      }
    }
    return askedSubject
  }

  private func text(of subject: ValueSubject) -> String {
    state.book.workbook.inline("\(subject.calculator).\(subject.value)", near: nil).text
  }

  mutating func copy(_ address: PageAddress) {
    guard let (id, value) = address.subject, let value, let calculator = state.book.workbook.calculator(id)
    else {
      return
    }
    let explanation = Explanation(state.book.workbook, of: calculator, value: value)
    let copied =
      switch address.options["as"] {
      case "text": explanation.text
      case "markdown": explanation.markdown(in: state.book)
      case "latex": explanation.latex
      default: text(of: ValueSubject(calculator: id, value: value))
      }
    effects.append(.copy(copied))
  }
}
