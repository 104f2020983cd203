import Engine

/// A choice of the library's figures that a table shows: constants of a topic, or machines or models of a class.
public struct LibrarySelection: Hashable, Sendable {
  /// What is shown.
  public enum Kind: String, Hashable, Sendable, CaseIterable { case constants, hardware, models }

  public var kind: Kind
  /// The topic of constants or the class of profiles; nil for all.
  public var group: String?
  /// Paths of figures, one for each column of profiles; empty for a row for each figure, with year and source.
  public var columns: [String]

  public init(kind: Kind, group: String? = nil, columns: [String] = []) {
    self.kind = kind
    self.group = group
    self.columns = columns
  }
}

extension Table {
  /// The table with the rows that its selection finds; one that an author wrote as it is.
  public func filled(from library: Library) -> Table {
    guard let selection else { return self }
    var table = self
    switch selection.kind {
    case .constants: table.fill(constants: selection, library)
    case .hardware: table.fill(profiles: selection, .hardware, library)
    case .models: table.fill(profiles: selection, .model, library)
    }
    table.dropEmptyColumns()
    return table
  }

  private mutating func dropEmptyColumns() {
    guard !rows.isEmpty else { return }
    let kept = header.indices.filter { column in rows.contains { $0[column].contains { $0 != .text("") } } }
    header = kept.map { header[$0] }
    alignments = kept.map { alignments[$0] }
    rows = rows.map { row in kept.map { row[$0] } }
  }

  private mutating func fill(constants selection: LibrarySelection, _ library: Library) {
    header = ["Figure", "Value", "For", "Year", "Source"].map { [.text($0)] }
    alignments = [.left, .right, .left, .left, .left]
    rows = library.constants.values.filter { selection.group == nil || $0.topic == selection.group }
      .sorted { ($0.title, $0.name) < ($1.title, $1.name) }
      .map { constant in
        [[.text(constant.title)], [.live(constant.name, as: constant.figure)], [.text(constant.per ?? "")]]
          + Self.origin(constant.figure)
      }
  }

  private mutating func fill(profiles selection: LibrarySelection, _ kind: Profile.Kind, _ library: Library) {
    let profiles = library.profiles.values
      .filter { $0.kind == kind && (selection.group == nil || $0.category == selection.group) }
      .sorted { ($0.year ?? 0, $0.name) < ($1.year ?? 0, $1.name) }
    func link(_ profile: Profile) -> [Inline] {
      [.link(to: PageAddress(kind.rawValue, profile.id), profile.name)]
    }
    let name: [Inline] = [.text(kind == .model ? "Model" : "Machine")]
    if selection.columns.isEmpty {
      header = [name] + ["Figure", "Value", "Year", "Source"].map { [.text($0)] }
      alignments = [.left, .left, .right, .left, .left]
      rows = profiles.flatMap { profile in
        profile.figures.sorted { $0.key < $1.key }.enumerated().map { index, entry in
          // The name stands once, above its figures.
          [
            index == 0 ? link(profile) : [], [.text(Profile.words(forFigure: entry.key))],
            [.live("\(profile.id).\(entry.key)", as: entry.value)],
          ]
            + Self.origin(entry.value, year: profile.year)
        }
      }
    } else {
      // Beyond the prefixes a column is in powers of ten throughout.
      let isHuge = selection.columns.map { path in profiles.contains { $0.figures[path]?.isHuge == true } }
      header = [name, [.text("Year")]] + selection.columns.map { [.text(Profile.words(forFigure: $0))] }
      alignments = [.left, .left] + selection.columns.map { _ in .right }
      // A profile without any of the figures says nothing here.
      rows = profiles.filter { profile in selection.columns.contains { profile.figures[$0] != nil } }.map {
        profile in
        [link(profile), [.text(profile.year.map(String.init) ?? "")]]
          + zip(selection.columns, isHuge).map { path, isHuge in
            profile.figures[path].map {
              [.live("\(profile.id).\(path)", as: $0, keepsUnit: isHuge)]
            } ?? []
          }
      }
    }
  }

  private static func origin(_ figure: Figure, year: Int? = nil) -> [[Inline]] {
    let source: [Inline] = figure.source.map { [.citation([$0])] } ?? []
    let kind: [Inline] = figure.kind == .estimate ? [.text(source.isEmpty ? "estimate" : " (estimate)")] : []
    return [[.text((figure.year ?? year).map(String.init) ?? "")], source + kind]
  }
}

extension Inline {
  /// A value of the library, live, in the unit in which its figure is written, or with the prefix that fits where its
  /// number would be long.
  fileprivate static func live(_ expression: String, as figure: Figure, keepsUnit: Bool = false) -> Inline {
    let unit = figure.isLong && !keepsUnit ? nil : figure.unitText
    let shown = unit.map { "\(expression) -> \($0)" } ?? expression
    return .live(LiveValue(expression: shown, calculator: nil, range: .generated))
  }
}

extension Figure {
  /// The unit of its text: `TB/s` of `3.35 TB/s`, `USD/kWh` of `$0.12/kWh`; nil for a text or a bare number.
  fileprivate var unitText: String? {
    guard case .quantity = value else { return nil }
    let isMoney = text.hasPrefix("$")
    let unit = text.drop { $0 == "$" }.dropFirst(numberText.count).drop { $0 == " " }
    if isMoney { return unit.isEmpty ? "USD" : "USD" + unit }
    return unit.isEmpty ? nil : String(unit)
  }

  /// Whether its number, in the unit of its text, needs six digits before the point: `1571e9 MAC`.
  fileprivate var isLong: Bool { (number ?? 0).magnitude >= 1e5 }

  /// Whether no prefix fits it.
  fileprivate var isHuge: Bool { (number ?? 0).magnitude >= 1e22 }

  private var number: Double? {
    guard case .quantity = value else { return nil }
    return Double(numberText.filter { $0 != "," && $0 != "_" })
  }

  private var numberText: Substring {
    text.drop { $0 == "$" }.prefix { $0.isNumber || ".,_eE+-".contains($0) }
  }
}
