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
    return table
  }

  private mutating func fill(constants selection: LibrarySelection, _ library: Library) {
    header = ["Figure", "Value", "For", "Year", "Source"].map { [.text($0)] }
    alignments = [.left, .right, .left, .left, .left]
    rows = library.constants.values.filter { selection.group == nil || $0.topic == selection.group }
      .sorted { $0.name < $1.name }
      .map { constant in
        let name = constant.name.split(separator: "_").joined(separator: " ")
        return [[.text(name)], [.live(constant.name, as: constant.figure)], [.text(constant.per ?? "")]]
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
            index == 0 ? link(profile) : [], [.text(entry.key)],
            [.live("\(profile.id).\(entry.key)", as: entry.value)],
          ]
            + Self.origin(entry.value, year: profile.year)
        }
      }
    } else {
      header = [name, [.text("Year")]] + selection.columns.map { [.text($0)] }
      alignments = [.left, .left] + selection.columns.map { _ in .right }
      rows = profiles.map { profile in
        [link(profile), [.text(profile.year.map(String.init) ?? "")]]
          + selection.columns.map { path in
            profile.figures[path].map { [.live("\(profile.id).\(path)", as: $0)] } ?? []
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
  /// A value of the library, live, in the unit in which its figure is written.
  fileprivate static func live(_ expression: String, as figure: Figure) -> Inline {
    let shown = figure.unitText.map { "\(expression) -> \($0)" } ?? expression
    return .live(LiveValue(expression: shown, calculator: nil, range: .generated))
  }
}

extension Figure {
  /// The unit of its text: `TB/s` of `3.35 TB/s`, `USD/kWh` of `$0.12/kWh`; nil for a text or a bare number.
  fileprivate var unitText: String? {
    guard case .quantity = value else { return nil }
    let isMoney = text.hasPrefix("$")
    let number = text.drop { $0 == "$" }.prefix { $0.isNumber || ".,_eE+-".contains($0) }
    let unit = text.drop { $0 == "$" }.dropFirst(number.count).drop { $0 == " " }
    // So large a number of a unit without prefix is better read with the prefix that fits.
    if !isMoney, (Double(number.filter { !",_".contains($0) }) ?? 0) >= 1e6 { return nil }
    if isMoney { return unit.isEmpty ? "USD" : "USD" + unit }
    return unit.isEmpty ? nil : String(unit)
  }
}
