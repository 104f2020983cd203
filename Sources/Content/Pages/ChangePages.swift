import Engine

/// Pages about what is changed: the figures that can be overridden, and what two states of the book give differently.
extension Book {
  /// How many changed values are listed.
  private static let longestList = 400

  // MARK: What if

  /// What was changed, what follows from it, and every constant and figure that the book uses.
  func whatIfPage(_ address: PageAddress) -> Chapter {
    var builder = PageBuilder(title: "What if?")
    let scenario = workbook.scenario
    builder.keyHint([
      .text(
        "Any figure below can be something else for you: Enter on its value, type another. Every chapter "
          + "follows; a brings the author's values back.")
    ])
    if !scenario.isEmpty {
      builder.heading("Changed")
      addChanges(from: Scenario(), to: scenario, to: &builder)
      addDifferences(from: Scenario(), to: scenario, to: &builder)
    }
    addFigures(to: &builder)
    return builder.page
  }

  /// Every constant and figure that some calculator reads, by machine or topic.
  private func addFigures(to builder: inout PageBuilder) {
    var users: [String: Int] = [:]
    for id in workbook.calculatorIDs {
      for figure in Set(workbook.figures(readBy: id).map(\.id)) { users[figure, default: 0] += 1 }
    }
    // A figure that was changed stays in the list when nothing reads it any more.
    for id in workbook.scenario.overrides.keys where users[id] == nil { users[id] = 0 }
    if users.isEmpty { builder.paragraph("No calculator of the book reads a figure.") }
    let parts: [(title: String, ids: [String: [String]])] =
      Profile.Kind.allCases.map { kind in
        (
          kind == .hardware ? "Machines" : "Models",
          Dictionary(grouping: users.keys.filter { profile(ofFigure: $0)?.kind == kind }) {
            profile(ofFigure: $0)?.name ?? $0
          }
        )
      } + [
        (
          "Constants",
          Dictionary(grouping: users.keys.filter { workbook.library.constants[$0] != nil }) {
            topic(ofConstant: $0)
          }
        )
      ]
    let rows = users.mapValues { $0 == 1 ? "1 calculator" : "\($0) calculators" }
    let texts = rows.map { id, users in
      [nameOnPage(id), workbook.text(ofFigure: id) ?? "", textInBook(ofChanged: id), users]
    }
    // Tables below one another have the same columns.
    let widths = [0, 1, 2, 3].map { column in texts.map { $0[column].count }.max() ?? 0 }
    for part in parts where !part.ids.isEmpty {
      builder.heading(part.title)
      for (group, ids) in part.ids.sorted(by: { $0.key.lowercased() < $1.key.lowercased() }) {
        builder.heading(group, level: 3)
        builder.table(
          [[.text("figure")], [.text("value")], [.text("in the book")], [.text("used by")]],
          ids.sorted { (nameOnPage($0), $0) < (nameOnPage($1), $1) }.compactMap { id in
            guard let figure = workbook.library.figure(id) else { return nil }
            return [
              [.text(nameOnPage(id))], [figureLink(id, figure)], [.text(textInBook(ofChanged: id))],
              [.text(rows[id] ?? "")],
            ]
          }, alignments: [.left, .right, .right, .left], leastWidths: widths)
      }
    }
  }

  /// The book's value of a figure that the reader changed; nothing for any other.
  private func textInBook(ofChanged id: String) -> String {
    guard workbook.scenario.overrides[id] != nil, let figure = workbook.library.figure(id) else { return "" }
    return workbook.library.text(of: figure)
  }

  func profile(ofFigure id: String) -> Profile? {
    id.firstIndex(of: ".").flatMap { workbook.library.profiles[String(id[..<$0])] }
  }

  private func topic(ofConstant id: String) -> String {
    (workbook.library.constants[id]?.topic ?? "other").topicTitle
  }

  /// A constant's label; of a figure what it is called in its machine or model.
  func nameOnPage(_ id: String) -> String {
    workbook.library.constants[id]?.title
      ?? Profile.title(
        ofFigure: String(id[(id.firstIndex(of: ".").map { id.index(after: $0) } ?? id.startIndex)...]))
  }

  // MARK: Differences

  /// The page that sets a state of the book beside the present one.
  public func comparisonPage(from pinned: Scenario) -> Chapter {
    var builder = PageBuilder(title: "Compared with what you pinned")
    builder.paragraph("What is different now, the largest change first. C again takes the pin away.")
    addChanges(from: pinned, to: workbook.scenario, to: &builder)
    addDifferences(from: pinned, to: workbook.scenario, to: &builder)
    return builder.page
  }

  /// What the reader set differently: inputs, figures, the workbench.
  func addChanges(from first: Scenario, to second: Scenario, to builder: inout PageBuilder) {
    let changes = changes(from: first, to: second)
    if changes.isEmpty {
      builder.paragraph("Nothing is set differently.")
    } else {
      builder.table(
        [[.text("set")], [.text("before")], [.text("now")]],
        changes.map { change in
          let name: [Inline] =
            change.calculator.map { [link(toCalculator: $0), .text(": \(change.name)")] }
            ?? [.text(change.name)]
          let now = Inline.link(to: change.address, change.now)
          let figure = change.address.kind == "override" ? change.address.path.first : nil
          let isReplaced = figure.map { workbook.scenario.overrides[$0] != nil } ?? false
          return [name, [.text(change.before)], [isReplaced ? .strong([now]) : now]]
        }, alignments: [.left, .right, .right])
    }
  }

  /// Every value of the book that two states give differently, the largest change first, with the way to its place.
  func addDifferences(from first: Scenario, to second: Scenario, to builder: inout PageBuilder) {
    let differences = workbook.differences(from: first, to: second)
    guard !differences.isEmpty else {
      builder.paragraph("No value of the book changes.")
      return
    }
    builder.heading("What follows")
    builder.paragraph(differences.words + ".")
    let format = NumberFormat(units: workbook.library.units)
    builder.table(
      [[.text("factor")], [.text("before")], [.text("now")], [.text("value")]],
      differences.prefix(Self.longestList).map { difference in
        let words = name(of: difference)
        return [
          [.text(difference.ratio.map { format.times($0) } ?? "")], [.text(difference.before)],
          [.text(difference.after)],
          [place(of: difference).map { .link(to: PageAddress($0), words) } ?? .text(words)],
        ]
      }, alignments: [.right, .right, .right, .left])
    if differences.count > Self.longestList {
      builder.paragraph("And \(differences.count - Self.longestList) more with smaller changes.")
    }
  }
}
