/// Where figures of profiles and constants come from: the library with what the reader put over it.
struct FigureSource: Sendable {
  var library: Library
  /// Values by constant name or `profile.path`.
  var overrides: [String: Value] = [:]

  func constant(_ name: String) throws(Diagnostic) -> Value {
    if let value = overrides[name] { return value }
    guard let constant = library.constants[name] else {
      throw Diagnostic(.name, "there is no constant named “\(name)”")
    }
    return constant.figure.value
  }

  /// A figure of a profile, or its name, id, year or class.
  func figure(_ path: String, of id: String) throws(Diagnostic) -> Value {
    if !overrides.isEmpty, let value = overrides["\(id).\(path)"] { return value }
    guard let profile = library.profiles[id] else {
      throw Diagnostic(.name, "there is no profile named “\(id)”")
    }
    if let figure = profile.figures[path] { return figure.value }
    switch path {
    case "name": return .text(profile.name)
    case "id": return .text(profile.id)
    case "class": return .text(profile.category ?? "")
    case "year": if let year = profile.year { return .quantity(Quantity(Double(year))) }
    default: break
    }
    let group = profile.figures.keys.filter { $0.hasPrefix(path + ".") }.sorted()
    if !group.isEmpty {
      throw Diagnostic(
        .name, "\(path) of \(profile.name) is a group of figures",
        hint: "write \(group.prefix(4).joined(separator: " or "))")
    }
    let known = Set(library.profiles.values.flatMap { $0.kind == profile.kind ? Array($0.figures.keys) : [] })
    let nearest = known.contains(path) ? nil : Spelling.nearest(to: path, among: known)
    var diagnostic = Diagnostic(
      .name, "\(path) is not given for \(profile.name)", hint: nearest.map { "did you mean \($0)?" })
    if known.contains(path) { diagnostic.missing = diagnostic.message }
    throw diagnostic
  }
}
