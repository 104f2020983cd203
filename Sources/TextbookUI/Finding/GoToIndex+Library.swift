import Content
import Engine

extension GoToIndex {
  /// Machines, models, equations and constants: each leads to its own page, a constant to its line.
  static func items(of book: Book) -> [GoToItem] {
    let library = book.workbook.library
    var items: [GoToItem] = []
    func add(
      _ title: String, _ destination: Destination, id: String, kind: String, aliases: [String] = [],
      shortNames: [String] = []
    ) {
      items.append(
        GoToItem(
          label: "", title: title, goal: .place(destination), id: id, kind: kind, aliases: aliases,
          shortNames: shortNames))
    }
    for profile in library.profiles.values.sorted(by: {
      ($0.kind.rawValue, $0.id) < ($1.kind.rawValue, $1.id)
    }) {
      let page = PageAddress(profile.kind.rawValue, profile.id).description
      add(
        profile.name, Destination(chapter: page), id: profile.id,
        kind: profile.kind == .hardware ? "machine" : "model", aliases: [profile.id],
        shortNames: shortNames(of: profile))
      items[items.count - 1].isPreferred = book.manifest.workbench.values.contains(profile.id)
    }
    for equation in library.equations.values.sorted(by: { $0.id < $1.id }) {
      let page = PageAddress("equation", equation.id).description
      add(
        equation.name, Destination(chapter: page), id: equation.id, kind: "equation", aliases: [equation.id])
    }
    let constants = PageAddress("constants").description
    for constant in library.constants.values.sorted(by: { $0.name < $1.name }) {
      let name = constant.name
      add(
        constant.title, Destination(chapter: constants, anchor: name), id: name, kind: "constant",
        aliases: [name])
      items[items.count - 1].value = constant.figure.text
    }
    return items
  }

  /// Its name without the first word, which mostly is the maker.
  private static func shortNames(of profile: Profile) -> [String] {
    let words = profile.name.split(separator: " ")
    return words.count > 1 ? [words.dropFirst().joined(separator: " ")] : []
  }
}
