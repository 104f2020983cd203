import Engine

/// Profiles in tables: a list of many, and some side by side.
enum ProfileTables {
  /// The figures that stand in a list.
  private static let columns: [Profile.Kind: [(title: String, paths: [String])]] = [
    .hardware: [
      ("peak FP16", ["peak.fp16", "peak.bf16"]), ("memory", ["memory.capacity"]),
      ("bandwidth", ["memory.bandwidth"]),
    ],
    .model: [("parameters", ["parameters"]), ("operations", ["flops"]), ("size", ["size"])],
  ]

  /// Profiles by class.
  static func list(of profiles: [ProfileReport], kind: Profile.Kind, width: Int) -> String {
    let columns = columns[kind] ?? []
    var text = ""
    var rows: [[String]] = []
    for profile in profiles {
      let figures = columns.map { column in
        column.paths.lazy.compactMap { profile.figure($0)?.text }.first ?? "-"
      }
      rows.append([profile.id, profile.year.map(String.init) ?? ""] + figures + [profile.name])
    }
    // One table, so that columns of all classes stand under each other.
    let table = TextTable(
      header: ["id", "year"] + columns.map(\.title) + ["name"], rows: rows,
      numeric: Set(2..<2 + columns.count))
    var lines = table.text(width: width).split(separator: "\n", omittingEmptySubsequences: false)[...]
    text += lines.prefix(2).joined(separator: "\n") + "\n"
    lines = lines.dropFirst(2)
    var category: String?
    for line in lines where !line.isEmpty {
      let id = line.prefix { $0 != " " }
      if let profile = profiles.first(where: { $0.id == id }), profile.category != category {
        text += "\n\(profile.category ?? "other")\n"
        category = profile.category
      }
      text += line + "\n"
    }
    return text
  }

  /// A row for each figure that one of the profiles has; of two also how many times the first the second is.
  static func comparison(of profiles: [ProfileReport], width: Int) -> String {
    let paths = Set(profiles.flatMap { $0.figures.map(\.name) }).sorted()
    let ridges = Set(profiles.flatMap { $0.ridgePoints.map(\.peak) }).sorted()
    var rows = [
      ["class"] + profiles.map { $0.category ?? "-" },
      ["year"] + profiles.map { $0.year.map(String.init) ?? "-" },
    ]
    for path in paths {
      let figures = profiles.map { $0.figure(path) }
      rows.append([path] + figures.map { $0?.text ?? "-" })
      if profiles.count == 2 { rows[rows.count - 1].append(ratio(figures[0], figures[1])) }
    }
    for peak in ridges {
      let found = profiles.map { profile in profile.ridgePoints.first { $0.peak == peak } }
      rows.append(["ridge point, \(peak.dropFirst(5))"] + found.map { $0?.text ?? "-" })
      if profiles.count == 2, let a = found[0]?.value, let b = found[1]?.value, a != 0 {
        rows[rows.count - 1].append(times(b / a))
      }
    }
    let table = TextTable(
      header: [""] + profiles.map(\.id) + (profiles.count == 2 ? ["ratio"] : []), rows: rows,
      numeric: Set(1...profiles.count + 1))
    return table.text(width: width)
  }

  private static func ratio(_ first: FigureReport?, _ second: FigureReport?) -> String {
    guard case .number(let a)? = first?.value, case .number(let b)? = second?.value, a != 0,
      first?.unit == second?.unit
    else { return "" }
    return times(b / a)
  }

  /// `2.27×`.
  static func times(_ factor: Double) -> String {
    NumberFormat().text(Quantity(factor), digits: nil) + "×"
  }
}
