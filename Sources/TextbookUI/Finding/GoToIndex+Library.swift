import Content
import Engine

extension GoToIndex {
  /// Machines, models, equations and constants: each leads to its own page, a constant to its line.
  static func items(of book: Book) -> [GoToItem] {
    let library = book.workbook.library
    var items: [GoToItem] = []
    func add(_ title: String, _ destination: Destination, id: String, kind: String) {
      items.append(GoToItem(label: "", title: title, goal: .place(destination), id: id, kind: kind))
    }
    for profile in library.profiles.values.sorted(by: {
      ($0.kind.rawValue, $0.id) < ($1.kind.rawValue, $1.id)
    }) {
      let page = PageAddress(profile.kind.rawValue, profile.id).description
      add(
        profile.name, Destination(chapter: page), id: profile.id,
        kind: profile.kind == .hardware ? "machine" : "model")
    }
    for equation in library.equations.values.sorted(by: { $0.id < $1.id }) {
      let page = PageAddress("equation", equation.id).description
      add(equation.name, Destination(chapter: page), id: equation.id, kind: "equation")
    }
    let constants = PageAddress("constants").description
    for constant in library.constants.values.sorted(by: { $0.name < $1.name }) {
      let name = constant.name
      add(constant.title, Destination(chapter: constants, anchor: name), id: name, kind: "constant")
    }
    return items
  }
}
