import Engine

extension Book {
  /// Machines or models: all in a table, one with its figures, or some side by side, as the address says.
  func profilePage(_ address: PageAddress, _ kind: Profile.Kind) -> Chapter {
    if let ids = address.options["compare"] {
      return comparisonPage(of: ids.split(separator: ",").map(String.init), kind)
    }
    guard let id = address.path.first else { return profilesPage(address, kind) }
    guard let profile = workbook.library.profiles[id], profile.kind == kind else {
      return Self.empty(kind.title, "There is no \(kind.word) \(id) in this book.")
    }
    return profilePage(profile)
  }

  // MARK: The list

  private func profilesPage(_ address: PageAddress, _ kind: Profile.Kind) -> Chapter {
    let columns = ProfileColumns.columns(of: kind)
    let other = address.options["with"].flatMap { workbook.library.profiles[$0] }
    var builder = PageBuilder(title: other.map { "Compare \($0.name) with" } ?? kind.title)
    let sort = address.options["sort"] ?? "class"
    let keys = ["name", "class", "year"] + columns.map(\.key)
    let isReversed = address.options["order"] == "reversed"
    builder.keyHint(
      [
        .text("Sorted by "), .strong([.text(keys.contains(sort) ? sort : "class")]),
        .text(
          Self.order(of: sort, isReversed: isReversed)
            + "; Enter on a column's name sorts by it, and once more the other way round. Each name leads to its figures with their sources"
            + (kind == .hardware ? " and its roofline." : ".")),
      ])
    func head(_ key: String, _ title: String) -> [Inline] {
      var target = address
      target.options["sort"] = key
      target.options["order"] = key == sort && !isReversed ? "reversed" : nil
      return [.link(to: target, title)]
    }
    let titles = ["name": "name", "class": "class", "year": "year"]
    let header = keys.map { key in head(key, titles[key] ?? columns.first { $0.key == key }?.title ?? key) }
    var rows = sorted(workbook.library.profiles.values.filter { $0.kind == kind }, by: sort, columns)
    if isReversed { rows.reverse() }
    builder.table(
      header,
      rows.map { profile in
        let target =
          other.map { PageAddress(kind.rawValue, options: ["compare": "\($0.id),\(profile.id)"]) }
          ?? PageAddress(kind.rawValue, profile.id)
        return [
          [.link(to: target, profile.name)], [.text(profile.categoryWords ?? "")],
          [.text(profile.year.map(String.init) ?? "")],
        ]
          + columns.map { column in
            [.text(profile.figure(column.paths).map { shown(profile, $0.path) } ?? "")]
          }
      }, alignments: [.left, .left, .right] + columns.map { _ in .right })
    return builder.page
  }

  private static func order(of key: String, isReversed: Bool) -> String {
    switch key {
    case "name", "class": isReversed ? ", from Z to A" : ", from A to Z"
    case "year": isReversed ? ", the oldest first" : ", the newest first"
    default: isReversed ? ", the smallest first" : ", the largest first"
    }
  }

  /// The text of a figure under the present scenario.
  private func shown(_ profile: Profile, _ path: String) -> String {
    workbook.shortText(ofFigure: "\(profile.id).\(path)") ?? ""
  }

  private func sorted(_ profiles: [Profile], by key: String, _ columns: [ProfileColumns.Column]) -> [Profile]
  {
    let named = profiles.sorted {
      ($0.category ?? "", $0.year ?? 0, $0.name) < ($1.category ?? "", $1.year ?? 0, $1.name)
    }
    switch key {
    case "name": return named.sorted { $0.name.lowercased() < $1.name.lowercased() }
    case "year": return stable(named) { Double($0.year ?? 0) }
    default:
      guard let column = columns.first(where: { $0.key == key }) else { return named }
      return stable(named) { profile in
        guard let path = profile.figure(column.paths)?.path,
          case .quantity(let quantity)? = (try? workbook.evaluate("\(profile.id).\(path)"))?.value
        else { return -1 }
        return quantity.magnitude
      }
    }
  }

  /// The largest first; those that are alike stay in their order.
  private func stable(_ profiles: [Profile], by number: (Profile) -> Double) -> [Profile] {
    profiles.enumerated().map { (place: $0, profile: $1, number: number($1)) }
      .sorted { ($1.number, $0.place) < ($0.number, $1.place) }.map(\.profile)
  }

  // MARK: One

  private func profilePage(_ profile: Profile) -> Chapter {
    var builder = PageBuilder(title: profile.name)
    let about = [profile.categoryWords, profile.year.map(String.init)].compactMap(\.self).joined(
      separator: ", ")
    var line: [[Inline]] = about.isEmpty ? [] : [[.text(about)]]
    let bench = PageAddress("workbench", options: [profile.kind.rawValue: profile.id])
    if workbook.scenario.workbench[profile.kind.rawValue] == profile.id {
      line.append([.text("you read the book on it")])
    } else {
      line.append([.link(to: bench, "read the book \(profile.kind == .hardware ? "on it" : "with it")")])
    }
    line.append(
      [
        .link(
          to: PageAddress(profile.kind.rawValue, options: ["with": profile.id]), "compare it with another")
      ])
    builder.paragraph(line.listed)
    addRoofline(of: [profile], to: &builder)
    builder.heading("Figures")
    builder.table(
      [[.text("figure")], [.text("value")], [.text("from")]],
      profile.figures.keys.sorted().compactMap { path in
        guard let figure = profile.figures[path] else { return nil }
        var origin: [[Inline]] = []
        let words = [figure.kind?.rawValue, figure.year.map(String.init)].compactMap(\.self)
        if !words.isEmpty { origin.append([.text(words.joined(separator: " "))]) }
        if let source = figure.source {
          origin.append([bibliography[source] == nil ? .text(source) : .citation([source])])
        }
        if let note = figure.note { origin.append([.text(note)]) }
        return [
          [.text(Profile.title(ofFigure: path))], [figureLink("\(profile.id).\(path)", figure)],
          origin.listed,
        ]
      }, alignments: [.left, .right, .left])
    addUses(of: profile, to: &builder)
    builder.paragraph([.link(to: PageAddress(profile.kind.rawValue), "All \(profile.kind.plural)")])
    return builder.page
  }

  private func addUses(of profile: Profile, to builder: inout PageBuilder) {
    let users = workbook.calculatorIDs.filter { id in
      workbook.figures(readBy: id).contains { $0.id.hasPrefix(profile.id + ".") }
    }
    guard !users.isEmpty else { return }
    builder.heading("Calculators that use its figures")
    builder.paragraph(users.map { [link(toCalculator: $0)] }.listed)
  }

  // MARK: Some side by side

  private func comparisonPage(of ids: [String], _ kind: Profile.Kind) -> Chapter {
    let profiles = ids.compactMap { workbook.library.profiles[$0] }.filter { $0.kind == kind }
    guard !profiles.isEmpty else { return Self.empty(kind.title, "There is nothing to compare.") }
    var builder = PageBuilder(title: profiles.map(\.name).joined(separator: " and "))
    addRoofline(of: profiles, to: &builder)
    let isPair = profiles.count == 2
    var rows: [[[Inline]]] = [
      [[.text("class")]] + profiles.map { [.text($0.categoryWords ?? "–")] } + (isPair ? [[]] : []),
      [[.text("year")]] + profiles.map { [.text($0.year.map(String.init) ?? "–")] } + (isPair ? [[]] : []),
    ]
    for path in Set(profiles.flatMap { $0.figures.keys }).sorted() {
      var row: [[Inline]] = [[.text(Profile.title(ofFigure: path))]]
      row += profiles.map { profile in
        [profile.figures[path].map { figureLink("\(profile.id).\(path)", $0) } ?? .text("–")]
      }
      if isPair { row.append([.text(ratio(profiles.map { "\($0.id).\(path)" }))]) }
      rows.append(row)
    }
    for peak in Set(profiles.flatMap(\.peaks)).sorted() {
      let ridges = profiles.map { workbook.ridgePoint(of: $0.id, peak: peak) }
      guard ridges.contains(where: { $0 != nil }) else { continue }
      let format = NumberFormat(units: workbook.library.units)
      var row: [[Inline]] = [[.text("ridge point, \(Profile.words(forFigure: peak))")]]
      row += ridges.map { [.text($0.map { format.text($0) } ?? "–")] }
      if isPair, let first = ridges[0], let second = ridges[1], first.magnitude != 0 {
        row.append([.text(format.times(second.magnitude / first.magnitude))])
      } else if isPair {
        row.append([])
      }
      rows.append(row)
    }
    builder.table(
      [[]] + profiles.map { [.link(to: PageAddress(kind.rawValue, $0.id), $0.name)] }
        + (isPair ? [[.text("ratio")]] : []), rows,
      alignments: [.left] + Array(repeating: .right, count: profiles.count + (isPair ? 1 : 0)))
    if profiles.count == 1 || isPair {
      builder.paragraph([
        .link(to: PageAddress(kind.rawValue, options: ["with": profiles[0].id]), "Compare with another")
      ])
    }
    return builder.page
  }

  private func ratio(_ figures: [String]) -> String {
    guard case .quantity(let ratio)? = (try? workbook.evaluate("\(figures[1]) / \(figures[0])"))?.value,
      ratio.dimension == .one, ratio.magnitude.isFinite
    else { return "" }
    return NumberFormat().times(ratio.magnitude)
  }

  // MARK: Rooflines

  /// One roof for each machine: at FP16 where it is given, else at its fastest rate. One rate in all where there is one.
  private func addRoofline(of profiles: [Profile], to builder: inout PageBuilder) {
    let common = ["peak.fp16", "peak.bf16", "peak.fp32", "peak.int8"].first { path in
      profiles.allSatisfy { $0.figures[path] != nil }
    }
    let machines = profiles.compactMap { profile -> PlotData.Machine? in
      guard let peak = common ?? profile.figure(["peak.fp16", "peak.bf16"])?.path ?? profile.peaks.first,
        let rate = magnitude("\(profile.id).\(peak)"),
        let bandwidth = magnitude("\(profile.id).memory.bandwidth")
      else { return nil }
      return PlotData.Machine(
        label: "\(profile.name), \(peak.dropFirst(5).uppercased())", peak: rate, bandwidth: bandwidth)
    }
    guard !machines.isEmpty else { return }
    builder.plot(.roofline(machines, points: []))
  }

  private func magnitude(_ figure: String) -> Double? {
    guard case .quantity(let quantity)? = (try? workbook.evaluate(figure))?.value else { return nil }
    return quantity.magnitude
  }
}

extension NumberFormat {
  /// `2.27×`.
  public func times(_ factor: Double) -> String { text(Quantity(factor), digits: nil) + "×" }
}

extension Profile.Kind {
  var title: String { self == .hardware ? "Hardware" : "Models" }
  var word: String { self == .hardware ? "machine" : "model" }
  var plural: String { self == .hardware ? "machines" : "models" }
}
