import Content
import Engine

extension Session {
  /// The name under which what was replaced last is kept.
  static let previous = "before"

  /// Loads a scenario by the name of the book's file, or else of the learner's.
  mutating func followScenario(_ name: String) {
    if let scenario = state.book.scenarios[name] {
      load(scenario)
    } else if let scenario = state.scenarios[name] {
      load(ScenarioFile(title: name, scenario: scenario))
    } else {
      complain("There is no scenario “\(name)” · :scenarios lists those that there are")
    }
  }

  /// Puts a scenario in the place of what is changed, which is kept for the way back.
  mutating func load(_ named: ScenarioFile) {
    let before = state.scenario
    if let book = named.book, book != state.book.manifest.id {
      complain("“\(named.title)” is a scenario of the book \(book), and this is \(state.book.manifest.id).")
      return
    }
    let problems = state.book.workbook.apply(named.scenario)
    state.savedScenario = nil
    numbersChanged()
    if !before.isEmpty, before != named.scenario { keep(before, as: Self.previous) }
    let count = state.book.workbook.differences(from: Scenario(), to: state.scenario).count
    if let problem = problems.first {
      complain("“\(named.title)”: \(problems.count) of its changes do not fit: \(problem.message)")
    } else {
      say(
        "Scenario “\(named.title)”: \(count == 1 ? "1 number differs" : "\(count) numbers differ") "
          + "· a the author's values")
    }
  }

  private mutating func keep(_ scenario: Scenario?, as name: String) {
    state.scenarios[name] = scenario
    state.numbersRevision += 1
    effects.append(.keepScenario(name, scenario))
  }

  /// - Returns: why it can not be kept.
  mutating func keepScenario(as name: String) -> String? {
    guard !name.isEmpty else { return "A scenario needs a name." }
    guard name != "current" else { return "“current” is what is changed now; choose another name." }
    guard name.utf8.count <= 100 else { return "A name has at most 100 letters." }
    let isNew = state.scenarios[name] == nil
    keep(state.scenario, as: name)
    say(isNew ? "Kept as “\(name)”." : "Kept as “\(name)”, in place of the one that was there.")
    return nil
  }

  /// - Returns: what is wrong with the file's name.
  mutating func write(_ name: String, to path: String) -> String? {
    guard !path.isEmpty else { return "A file needs a name." }
    let scenario = state.scenarios[name] ?? state.scenario
    let named = ScenarioFile(title: name, book: state.book.manifest.id, scenario: scenario)
    effects.append(.writeFile(path: path, text: named.text))
    return nil
  }

  /// What the links of the page of scenarios ask for.
  mutating func changeScenarios(_ address: PageAddress) {
    let name = address.path.count > 1 ? address.path[1] : ""
    switch address.path.first {
    case "keep":
      state.prompt = Prompt(kind: .ask(.scenarioName), origin: state.top)
    case "read":
      state.prompt = Prompt(kind: .ask(.fileToRead), origin: state.top)
    case "write":
      state.prompt = Prompt(
        kind: .ask(.fileToWrite(name)), entry: .init("\(Self.fileName(name)).yaml"), origin: state.top)
    case "delete":
      keep(nil, as: name)
      say("“\(name)” is deleted.")
    default: break
    }
  }

  private static func fileName(_ name: String) -> String {
    String(name.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "-" })
  }
}

extension ReaderState {
  /// What is changed now, the learner's scenarios and the book's.
  var scenariosPage: Chapter {
    var builder = PageBuilder(title: "Scenarios")
    builder.paragraph(
      "A scenario is everything that you changed: inputs, figures, hardware and model. It stays until you "
        + "change it back, also when you close the book.")
    builder.heading("Now")
    let scenario = scenario
    if scenario.isEmpty {
      builder.paragraph("All numbers are the author's.")
      builder.paragraph([link("read one from a file", "read")])
    } else {
      builder.paragraph(scenario.words)
      builder.paragraph(
        [
          [link("keep it under a name", "keep")], [link("write it to a file", "write", "my scenario")],
          [link("read one from a file", "read")],
          [.link(to: PageAddress("whatif"), "see what follows from it")],
        ].listed)
    }
    if !scenarios.isEmpty {
      builder.heading("Yours")
      builder.table(
        [[.text("name")], [.text("changes")], [.text("")]],
        scenarios.sorted { $0.key < $1.key }.map { name, scenario in
          [
            [.link(to: PageAddress("scenario", name), name)], [.text(scenario.words)],
            [[link("write to a file", "write", name)], [link("delete", "delete", name)]].listed,
          ]
        })
    }
    if !book.scenarios.isEmpty {
      builder.heading("Of the book")
      builder.table(
        [[.text("name")], [.text("what it is")]],
        book.scenarios.sorted { $0.key < $1.key }.map { name, scenario in
          [
            [.link(to: PageAddress("scenario", name), scenario.title)],
            [.text(scenario.note ?? scenario.scenario.words)],
          ]
        })
    }
    return builder.page
  }

  private func link(_ text: String, _ path: String...) -> Inline {
    var address = PageAddress("scenarios")
    address.path = path
    return .link(to: address, text)
  }
}
