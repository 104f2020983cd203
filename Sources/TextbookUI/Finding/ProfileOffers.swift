import Content
import Engine
import Typesetting

/// Machines or models to choose from, with the figures by which one chooses in columns.
struct ProfileOffers {
  let workbook: Workbook
  let kind: Profile.Kind
  /// How many values of the book each would leave empty, by id; what leaves any comes last, the emptiest at the end.
  var missing: [String: Int] = [:]
  /// The id of the present one.
  var chosen: String?
  /// Whether a word before each says what it is, where there are others beside them.
  var isLabelled = false

  /// - Parameters:
  ///   - ids: those that can be chosen; nil for all of the kind.
  ///   - address: what choosing one does.
  func items(_ ids: Set<String>? = nil, address: (Profile) -> PageAddress) -> [GoToItem] {
    let profiles = workbook.library.profiles.values
      .filter { $0.kind == kind && ids?.contains($0.id) ?? true }
      .sorted {
        (missing[$0.id] ?? 0, $0.category ?? "", $0.name) < (
          missing[$1.id] ?? 0, $1.category ?? "", $1.name
        )
      }
    let figures = profiles.map(figures)
    let widths = (figures.first ?? []).indices.map { column in
      figures.map { DisplayWidth.of($0[column]) }.max() ?? 0
    }
    return zip(profiles, figures).map { profile, figures in
      var columns = zip(figures, widths).map { text, width in
        String(repeating: " ", count: width - DisplayWidth.of(text)) + text
      }
      if profile.id == chosen { columns.append("chosen") }
      if let lack = lack(of: profile) { columns.append(lack) }
      return GoToItem(
        label: isLabelled ? (kind == .hardware ? "hardware" : "model") : "", title: profile.name,
        destination: Destination(chapter: address(profile).description), id: profile.id,
        detail: columns.joined(separator: "  "))
    }
  }

  /// Year and figures; nothing where one is not given.
  private func figures(of profile: Profile) -> [String] {
    [profile.year.map(String.init) ?? ""]
      + ProfileColumns.columns(of: kind).map { column in
        column.paths.lazy.compactMap { profile.figures[$0].map { workbook.library.shortText(of: $0) } }.first
          ?? ""
      }
  }

  private func lack(of profile: Profile) -> String? {
    guard let count = missing[profile.id], count > 0 else { return nil }
    return count == 1 ? "1 value left empty" : "\(count) values left empty"
  }
}
