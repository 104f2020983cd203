extension Workbook {
  /// Changes one input. The entry is what a reader types: a number (in the unit of the author's value), a quantity, a
  /// choice, a profile's id, a list; thousands commas are allowed.
  ///
  /// - Returns: the ids of the calculators that were evaluated again.
  /// - Throws: what was expected, when the entry is no value for it; nothing is changed then.
  @discardableResult
  public mutating func setInput(_ name: String, of id: String, to entry: String) throws(Diagnostic) -> Set<
    String
  > {
    let (index, position) = try find(name, of: id)
    let value = try read(entry, cell: index, input: position)
    return set(value, cell: index, input: position)
  }

  /// Back to the author's value of one input, or of all inputs of a calculator when `name` is nil.
  @discardableResult
  public mutating func reset(_ name: String?, of id: String) -> Set<String> {
    guard let index = index(of: id), scenario.inputs[id] != nil else { return [] }
    if let name {
      guard scenario.inputs[id]?[name] != nil else { return [] }
      scenario.inputs[id]?[name] = nil
      entered[index]?[name] = nil
    }
    if name == nil || scenario.inputs[id]?.isEmpty == true {
      scenario.inputs[id] = nil
      entered[index] = nil
    }
    return evaluate([index], isAuthored: false)
  }

  /// Moves an input by `steps` of its step, through its choices, or along its logarithmic scale; `coarse` steps are
  /// ten times as large. Stays inside the bounds.
  @discardableResult
  public mutating func step(_ name: String, of id: String, by steps: Int, coarse: Bool = false) -> Set<String>
  {
    guard let (index, position) = try? find(name, of: id) else { return [] }
    let cell = cells[index]
    let input = cell.calculator.inputs[position]
    guard let present = current[index].values[cell.inputs[position].slot] else { return [] }
    let next: Value?
    let choices = values(ofChoices: position, cell: index)
    if let choices {
      let place = choices.firstIndex { $0.value == present } ?? 0
      next =
        choices.isEmpty
        ? nil
        : choices[min(max(place + min(max(steps, -choices.count), choices.count), 0), choices.count - 1)]
          .value
    } else if case .quantity(let quantity) = present {
      next = .quantity(
        Stepper(input: input).moved(
          quantity, by: coarse ? steps.multipliedReportingOverflow(by: 10).partialValue : steps))
    } else {
      next = nil
    }
    guard let next, next != present else { return [] }
    return set(next, cell: index, input: position)
  }

  /// Replaces a figure for the session: a constant's name or a profile's field (`h100_sxm.memory.bandwidth`); the
  /// book's figure again when `entry` is nil.
  ///
  /// - Returns: the ids of the calculators that were evaluated again.
  /// - Throws: what was expected, when there is no such figure or the entry has another dimension.
  @discardableResult
  public mutating func setOverride(_ name: String, to entry: String?) throws(Diagnostic) -> Set<String> {
    if let entry {
      overrides[name] = try override(name, entry)
      scenario.overrides[name] = entry
    } else {
      overrides[name] = nil
      scenario.overrides[name] = nil
    }
    return evaluate(readers(of: [name]), isAuthored: false)
  }

  /// Puts a profile on the workbench: what inputs marked `workbench` follow; the author's again when `profile` is nil.
  ///
  /// - Throws: when there is no such profile of this kind.
  @discardableResult
  public mutating func setWorkbench(_ kind: Profile.Kind, to profile: String?) throws(Diagnostic) -> Set<
    String
  > {
    if let profile { try checkWorkbench(kind.rawValue, profile) }
    scenario.workbench[kind.rawValue] = profile
    return evaluate(workbenchCells, isAuthored: false)
  }

  /// The same for the sake of some calculators: they, what they read and what reads them are right after it.
  ///
  /// - Returns: those and what reads them, by index.
  mutating func setWorkbench(
    _ kind: Profile.Kind, to profile: String, for wanted: Set<Int>
  ) throws(Diagnostic) -> [Int] {
    try checkWorkbench(kind.rawValue, profile)
    scenario.workbench[kind.rawValue] = profile
    let affected = graph.affected(by: wanted)
    evaluate(graph.sources(of: affected), isAuthored: false)
    return affected
  }

  /// Replaces the scenario; what in it no longer fits the book is left out and reported. Inputs of calculators that
  /// are not there stay in it, for chapters that are read later.
  public mutating func apply(_ scenario: Scenario) -> [Diagnostic] {
    let before = self.scenario
    self.scenario = scenario
    var problems: [Diagnostic] = []
    for (kind, profile) in scenario.workbench.sorted(by: { $0.key < $1.key }) {
      do { try checkWorkbench(kind, profile) } catch {
        problems.append(error)
        self.scenario.workbench[kind] = nil
      }
    }
    overrides = [:]
    for (name, entry) in scenario.overrides.sorted(by: { $0.key < $1.key }) {
      do { overrides[name] = try override(name, entry) } catch {
        problems.append(error)
        self.scenario.overrides[name] = nil
      }
    }
    entered = [:]
    var changed = readers(of: Set(before.overrides.keys).union(scenario.overrides.keys))
    for id in Set(before.inputs.keys).union(scenario.inputs.keys).sorted() {
      guard let index = index(of: id) else { continue }
      changed.insert(index)
      problems += readEntries(of: index)
    }
    if before.workbench != self.scenario.workbench { changed.formUnion(workbenchCells) }
    evaluate(changed, isAuthored: false)
    return problems
  }

  /// What an input may be set to, as entries with their descriptions; empty where any value in bounds goes.
  public func choices(of name: String, in id: String) -> [(entry: String, text: String)] {
    guard let (index, position) = try? find(name, of: id) else { return [] }
    return (values(ofChoices: position, cell: index) ?? []).map { choice in
      if case .profile(let id) = choice.value { return (choice.entry, library.profiles[id]?.name ?? id) }
      return (choice.entry, choice.entry.unquoted)
    }
  }

  // MARK: Parts

  func find(_ name: String, of id: String) throws(Diagnostic) -> (cell: Int, input: Int) {
    guard let index = index(of: id) else {
      let nearest = Spelling.nearest(to: id, among: calculatorIDs)
      throw Diagnostic(
        .name, "there is no calculator named “\(id)”", hint: nearest.map { "did you mean \($0)?" })
    }
    guard let position = cells[index].input(named: name) else {
      let names = cells[index].calculator.inputs.map(\.name)
      let nearest = Spelling.nearest(to: name, among: names).map { "did you mean \($0)?" }
      throw Diagnostic(
        .name, "\(id) has no input named “\(name)”",
        hint: nearest ?? (names.isEmpty ? "it has none" : "it has \(names.joined(separator: ", "))"))
    }
    return (index, position)
  }

  /// Choices with their values; nil where any value in bounds goes.
  func values(ofChoices position: Int, cell index: Int) -> [(entry: String, value: Value)]? {
    let input = cells[index].calculator.inputs[position]
    if let choices = cells[index].inputs[position].choices {
      var machine = Machine(program: cells[index].program, figures: FigureSource(library: library))
      return choices.compactMap { choice in
        (try? machine.value(of: choice.root)).map { (choice.entry.unquoted, $0) }
      }
    }
    if case .profile(let kind) = input.kind {
      let profiles = library.profiles.values.filter { $0.kind == kind }
        .sorted { ($0.category ?? "", $0.name, $0.id) < ($1.category ?? "", $1.name, $1.id) }
      return profiles.map { ($0.id, .profile($0.id)) }
    }
    return input.choices.map { $0.map { ($0, .truth($0 == "true")) } }
  }

  private func read(_ entry: String, cell index: Int, input position: Int) throws(Diagnostic) -> Value {
    let cell = cells[index]
    let slot = cell.inputs[position].slot
    let choices =
      cell.inputs[position].choices == nil && cell.calculator.inputs[position].choices == nil
      ? nil : values(ofChoices: position, cell: index)
    let values = authored[index].values
    return try EntryReader(library: library).value(
      of: entry, for: cell.calculator.inputs[position], choices: choices,
      authored: values.indices.contains(slot) ? values[slot] : nil)
  }

  private mutating func set(_ value: Value, cell index: Int, input position: Int) -> Set<String> {
    let input = cells[index].calculator.inputs[position]
    let id = calculatorIDs[index]
    let isDriven = input.isWorkbench && !scenario.workbench.isEmpty
    if !isDriven, authored[index].values[cells[index].inputs[position].slot] == value {
      entered[index]?[input.name] = nil
      scenario.inputs[id]?[input.name] = nil
      if scenario.inputs[id]?.isEmpty == true { scenario.inputs[id] = nil }
    } else {
      entered[index, default: [:]][input.name] = value
      scenario.inputs[id, default: [:]][input.name] = NumberFormat(units: library.units).entry(
        value, unit: input.unit)
    }
    return evaluate([index], isAuthored: false)
  }

  /// Reads the scenario's entries for a calculator; those that do not fit are left out and reported.
  mutating func readEntries(of index: Int) -> [Diagnostic] {
    let id = calculatorIDs[index]
    var problems: [Diagnostic] = []
    for (name, entry) in (scenario.inputs[id] ?? [:]).sorted(by: { $0.key < $1.key }) {
      do {
        let (_, position) = try find(name, of: id)
        entered[index, default: [:]][name] = try read(entry, cell: index, input: position)
      } catch {
        problems.append(error)
        scenario.inputs[id]?[name] = nil
      }
    }
    if scenario.inputs[id]?.isEmpty == true { scenario.inputs[id] = nil }
    return problems
  }

  /// The value of an override.
  private func override(_ name: String, _ entry: String) throws(Diagnostic) -> Value {
    let figure: Figure
    if let constant = library.constants[name] {
      figure = constant.figure
    } else {
      let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
      guard parts.count == 2, let profile = library.profiles[parts[0]] else {
        let nearest =
          Spelling.nearest(to: name, among: library.constants.keys.sorted())
          ?? Spelling.nearest(to: parts.first ?? "", among: library.profiles.keys.sorted())
        throw Diagnostic(
          .name, "there is no constant or profile figure named “\(name)”",
          hint: nearest.map { "did you mean \($0)?" }
            ?? exampleOfFigure.map {
              "name a constant, or a figure with its profile, such as \($0)"
            })
      }
      guard let found = profile.figures[parts[1]] else {
        let nearest = Spelling.nearest(to: parts[1], among: profile.figures.keys.sorted())
        throw Diagnostic(
          .name, "\(parts[1]) is not given for \(profile.name)",
          hint: nearest.map { "did you mean \(parts[0]).\($0)?" })
      }
      figure = found
    }
    guard case .quantity(let quantity) = figure.value else { return .text(entry) }
    let unit = library.unit(of: figure)
    return try EntryReader(library: library).quantity(
      entry.trimmed, unit: unit, expected: quantity.dimension, name: name)
  }

  private var exampleOfFigure: String? {
    library.profiles.values.min { $0.id < $1.id }.flatMap { profile in
      profile.figures.keys.min().map { "\(profile.id).\($0)" }
    }
  }

  private func checkWorkbench(_ kind: String, _ id: String) throws(Diagnostic) {
    guard let profile = library.profiles[id], profile.kind.rawValue == kind else {
      let ids = library.profiles.values.filter { $0.kind.rawValue == kind }.map(\.id).sorted()
      let nearest = Spelling.nearest(to: id, among: ids)
      throw Diagnostic(
        .choice, "there is no \(kind) profile named “\(id)”", hint: nearest.map { "did you mean \($0)?" })
    }
  }

  /// Calculators that may read one of these constants or figures.
  private func readers(of names: Set<String>) -> Set<Int> {
    guard !names.isEmpty else { return [] }
    let hasFigure = names.contains { library.constants[$0] == nil }
    return Set(
      cells.indices.filter {
        hasFigure && cells[$0].readsFigures || !cells[$0].constants.isDisjoint(with: names)
      })
  }

  private var workbenchCells: Set<Int> {
    Set(cells.indices.filter { cells[$0].calculator.inputs.contains(where: \.isWorkbench) })
  }
}
