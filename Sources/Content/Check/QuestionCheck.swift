import Engine

/// What questions name: sections, objectives, calculators, inputs.
enum QuestionCheck {
  static func findings(in context: CheckContext) -> [Finding] {
    var findings: [Finding] = []
    let terms = Set(context.book.glossary.map(\.id))
    for chapter in context.chapters {
      let sections = chapter.sections.compactMap(\.id)
      let objectives = chapter.objectives.map(\.id)
      for question in chapter.questions {
        func report(_ severity: Finding.Severity, _ message: String, _ advice: String?) {
          findings.append(
            Finding(severity, file: question.file, at: question.range.start, message, advice: advice))
        }
        name(question.section, "section", among: sections, in: context, report)
        name(question.objective, "objective", among: objectives, in: context, report)
        if let see = question.see, !context.anchors.contains(see) || terms.contains(see) {
          let like = context.suggestion(for: see, among: context.anchors).map { "did you mean `\($0)`?" }
          report(
            .error, "`see` names `\(see)`, which is no place in the book",
            like
              ?? "give the id to what teaches it, or remove `see`: the paragraph is then found by its words")
        }
        if case .numeric(let answer) = question.body { numeric(answer, in: context, report) }
      }
    }
    return findings
  }

  private typealias Report = (Finding.Severity, String, String?) -> Void

  private static func name(
    _ name: String?, _ what: String, among known: [String], in context: CheckContext, _ report: Report
  ) {
    guard let name else {
      return report(.warning, "the question names no \(what)", "add \(what)=\"…\" with an id of the chapter")
    }
    if known.contains(name) { return }
    let like = context.suggestion(for: name, among: known).map { "did you mean `\($0)`?" }
    let all = known.isEmpty ? "the chapter declares none" : "the chapter has \(CheckContext.list(known))"
    report(.error, "the chapter has no \(what) `\(name)`", like ?? all)
  }

  private static func numeric(_ answer: NumericAnswer, in context: CheckContext, _ report: Report) {
    let workbook = context.workbook
    if let (id, output) = answer.source {
      guard let calculator = workbook.calculator(id) else {
        let like = context.suggestion(for: id, among: workbook.calculatorIDs)
        return report(
          .error, "the answer names the calculator `\(id)`, which does not exist",
          like.map { "did you mean `\($0)`?" })
      }
      if let error = workbook.inline(answer.answer, near: nil).error {
        report(.error, "the answer `\(output)` of `\(id)`: \(error.message)", error.hint)
      }
      let inputs = calculator.inputs.map(\.name)
      for name in answer.vary where !inputs.contains(name) {
        report(
          .error, "`vary` names `\(name)`, which is no input of `\(id)`",
          inputs.isEmpty ? nil : "its inputs are \(inputs.joined(separator: ", "))")
      }
    } else {
      do throws(Diagnostic) {
        _ = try workbook.evaluate(answer.answer)
      } catch {
        report(.error, "the answer `\(answer.answer)`: \(error.message)", error.hint)
      }
    }
    guard let tolerance = answer.tolerance else { return }
    do throws(Diagnostic) {
      _ = try workbook.evaluate(tolerance)
    } catch {
      report(
        .error, "the tolerance `\(tolerance)`: \(error.message)", error.hint ?? "write a share such as 2 %")
    }
  }
}
