import Content
import Engine
import Typesetting

extension Session {
  /// The number that a question would be about: of the open calculator, in focus, or on the page of the program.
  var subject: ValueSubject? {
    if let subject = state.subject(of: focused?.action) { return subject }
    guard let address = analysisPage, let (id, value) = address.subject else { return nil }
    return state.subject(id, value, input: address.options["over"] ?? address.options["for"])
  }

  /// The same, but where an input has the focus and no output was chosen, the first that follows the input.
  var askedSubject: ValueSubject? {
    guard var subject else { return nil }
    if let panel = state.panel, panel.output == nil, let input = panel.input {
      subject.value =
        state.book.workbook.firstOutput(of: panel.calculator, following: input) ?? subject.value
    }
    return subject
  }

  /// Puts the focus on the first link to such an address, so that Enter follows it.
  mutating func focusFirst(_ isWanted: (PageAddress) -> Bool) {
    let page = page
    for block in 0..<page.blockCount where page.index.needs[block].hasTargets {
      let found = page.layout(block).targets.firstIndex { target in
        guard case .link(let link) = target.action, let address = PageAddress(parsing: link) else {
          return false
        }
        return isWanted(address)
      }
      guard let found else { continue }
      state.focus = Focus(block: block, target: found)
      return
    }
  }

  /// The input of a question where the number follows it, else the one that it follows most, else the first that a chart
  /// can have as its axis: a list can not be varied.
  private func variedInput(of subject: ValueSubject) -> String? {
    let workbook = state.book.workbook
    let inputs = workbook.result(of: subject.calculator)?.inputs ?? []
    let varied = inputs.filter { input in
      input.number != nil || !workbook.choices(of: input.name, in: subject.calculator).isEmpty
    }.map(\.name)
    func isFollowed(_ input: String) -> Bool {
      workbook.hasEffect(of: input, on: subject.value, in: subject.calculator)
    }
    if let input = subject.input, varied.contains(input), isFollowed(input) { return input }
    let strongest = workbook.sensitivities(of: subject.calculator)
      .first { $0.output == subject.value && $0.elasticity != 0 && varied.contains($0.input) }
    return strongest?.input ?? varied.first(where: isFollowed) ?? subject.input ?? varied.first
      ?? inputs.first?.name
  }

  /// The address of the page on the screen, if it answers a question about a number.
  var analysisPage: PageAddress? {
    guard state.isWritten, let address = PageAddress(parsing: state.chapterID),
      Analysis(rawValue: address.kind) != nil
    else { return nil }
    return address
  }

  /// `x`, `w`, `s`, `t`.
  mutating func analyse(_ analysis: Analysis) {
    guard let subject = askedSubject else {
      say("Tab to a number or a calculator first, or open one.")
      return
    }
    if analysis == .sweep || analysis == .solve, !canVary(subject.calculator) {
      say("Nothing here can be varied: it stands on figures · x which · X changes them")
      return
    }
    if analysis != .derivation, let words = noOutput(subject) {
      say(words)
      return
    }
    if analysis == .solve {
      state.prompt = Prompt(kind: .ask(.target(subject)), origin: state.top)
    } else {
      open(analysis, of: subject)
    }
  }

  /// Why nothing but a derivation can be asked of a number that is a step of a calculator; nil for an output.
  private func noOutput(_ subject: ValueSubject) -> String? {
    guard let calculator = state.book.workbook.calculator(subject.calculator),
      !calculator.outputs.contains(where: { $0.name == subject.value })
    else { return nil }
    return "A step of “\(calculator.title)”, no output · x derives it"
  }

  /// Whether a calculator has an input.
  private func canVary(_ calculator: String) -> Bool {
    state.book.workbook.calculator(calculator)?.inputs.isEmpty == false
  }

  /// Shows the page that answers a question. From one to the next leaves no trace: back leads to where the first was
  /// asked.
  mutating func open(_ analysis: Analysis, of subject: ValueSubject, target: String? = nil) {
    if state.isClosedByExam(subject.calculator) {
      say(Self.closedByExam)
      return
    }
    var address = PageAddress(analysis.rawValue, of: subject.value, in: subject.calculator)
    switch analysis {
    case .sweep: address.options["over"] = variedInput(of: subject)
    case .solve:
      address.options["for"] = subject.input
      address.options["target"] = target
    case .derivation, .sensitivity: break
    }
    let left =
      analysisPage == nil
      ? state.panel.map {
        LeftPanel(chapter: state.chapterID, panel: $0, origin: state.panelOrigin)
      } : state.leftPanel
    go(to: Destination(chapter: address.description), remembering: analysisPage == nil)
    guard state.chapterID == address.description else { return }
    state.leftPanel = left
    if analysis == .solve { focusFirst { $0.kind == "set" } }
    guard analysis == .sweep || analysis == .sensitivity else { return }
    openPanel(subject.calculator, input: address.options["over"] ?? subject.input)
    state.panel?.output = subject.value
    state.panelOpener = nil
    if analysis == .sweep, let input = subject.input, let axis = address.options["over"], axis != input,
      !state.book.workbook.hasEffect(of: input, on: subject.value, in: subject.calculator)
    {
      let labels = [input, subject.value, axis].map { state.book.label(of: $0, in: subject.calculator) }
      say("\(labels[0]) has no effect on \(labels[1]) · this is over \(labels[2])")
    }
  }

  /// The page of a sweep follows the input in focus.
  mutating func followPanel() {
    guard var address = analysisPage, address.kind == Analysis.sweep.rawValue, let panel = state.panel,
      address.subject?.calculator == panel.calculator, let input = panel.input,
      address.options["over"] != input
    else { return }
    address.options["over"] = input
    address.options["scale"] = nil
    rewrite(as: address)
  }

  /// `o`, `O`: another output of the open calculator is the one that questions are about.
  mutating func moveOutput(_ direction: Int) {
    guard let panel = state.panel else { return }
    let outputs = state.book.workbook.result(of: panel.calculator)?.outputs ?? []
    guard outputs.count > 1 else {
      say(outputs.isEmpty ? "This calculator has no output." : "This calculator has one output.")
      return
    }
    let present = outputs.firstIndex { $0.name == (panel.output ?? subject?.value) } ?? 0
    let next = outputs[(present + direction + outputs.count) % outputs.count]
    state.panel?.output = next.name
    guard var address = analysisPage, address.subject?.calculator == panel.calculator,
      address.kind != Analysis.solve.rawValue
    else {
      say("x w s t are about \(next.label) now.")
      return
    }
    address.path = ["\(panel.calculator).\(next.name)"]
    rewrite(as: address)
  }

  /// Back on the page from which a number was asked about in an open calculator: opens that again.
  mutating func reopenPanel() {
    guard let left = state.leftPanel, left.chapter == state.chapterID else { return }
    state.leftPanel = nil
    openPanel(left.panel.calculator, input: left.panel.input)
    state.panel?.output = left.panel.output
    state.panelOrigin = left.origin
  }

  /// `L`: a sweep at equal distances or at equal factors.
  mutating func changeScale() {
    guard var address = analysisPage, address.kind == Analysis.sweep.rawValue else {
      say("w shows the number over this input; there L changes the scale.")
      return
    }
    let input = state.panel.flatMap { panel in
      state.book.workbook.calculator(panel.calculator)?.inputs.first { $0.name == panel.input }
    }
    let isLogarithmic = address.options["scale"].map { $0 == "log" } ?? input?.isLogarithmic ?? false
    address.options["scale"] = isLogarithmic ? "linear" : "log"
    rewrite(as: address)
  }

  /// Esc in a calculator: closes it, and on a page about a number with its calculator open goes back.
  mutating func leavePanel() {
    let opening = [Analysis.sweep, .sensitivity].map(\.rawValue)
    let isOpenedByPage = analysisPage.map { opening.contains($0.kind) } == true && state.panelOpener == nil
    closePanel()
    if isOpenedByPage { leavePage() }
  }

  /// Back from a page of the program to where it was opened, past places on the page itself.
  mutating func leavePage() {
    while state.history.back.last?.chapter == state.chapterID { state.history.back.removeLast() }
    goBack()
  }

  /// Looks for the inputs that bring a number to a value.
  mutating func solve(_ subject: ValueSubject, for target: String) -> Diagnostic? {
    let workbook = state.book.workbook
    let inputs = workbook.result(of: subject.calculator)?.inputs ?? []
    if let input = inputs.first(where: { $0.number != nil }) {
      do throws(Diagnostic) {
        _ = try workbook.solve(
          subject.calculator, output: subject.value, equals: target, for: SweepRange(input.name, count: 2))
      } catch {
        return error
      }
    }
    open(.solve, of: subject, target: target)
    return nil
  }
}
