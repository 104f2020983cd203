import ArgumentParser
import Content
import Engine

/// What is asked of machines or models.
struct ProfileOptions: ParsableArguments {
  @Argument(help: "Profiles by their ids; a list of all without.")
  var ids: [String] = []

  @Option(name: .customLong("class"), help: ArgumentHelp("Only those of a class.", valueName: "class"))
  var category: String?

  @Flag(help: "Set profiles side by side.")
  var compare = false

  @Flag(help: "For programs.")
  var json = false

  @OptionGroup var options: BookOptions

  func validate() throws {
    if category != nil, !ids.isEmpty { throw ValidationError("expected ids or --class, not both") }
    if compare, ids.count < 2, category == nil {
      throw ValidationError("--compare expects two or more ids, or --class")
    }
  }

  func run(_ kind: Profile.Kind) throws(Failure) {
    let book = try options.book()
    let wanted = try profiles(of: kind, in: book)
    let reports = wanted.map { ProfileReport($0, in: book.workbook) }
    if json { return ids.count == 1 ? try Output.json(reports[0]) : try Output.json(reports) }
    if compare {
      try Output.plain(ProfileTables.comparison(of: reports, width: Output.pageWidth))
    } else if ids.isEmpty {
      try Output.plain(ProfileTables.list(of: reports, kind: kind, width: Output.pageWidth))
    } else {
      let texts = reports.map { $0.text(in: book, width: Output.textWidth) }
      try Output.plain(texts.joined(separator: "\n\n"))
    }
  }

  private func profiles(of kind: Profile.Kind, in book: Book) throws(Failure) -> [Profile] {
    let all = book.workbook.library.profiles
    var found = all.values.filter { $0.kind == kind }
      .sorted { ($0.category ?? "", $0.year ?? 0, $0.id) < ($1.category ?? "", $1.year ?? 0, $1.id) }
    let word = kind == .hardware ? "machine" : "model"
    if !ids.isEmpty {
      let known = found.map(\.id)
      found = try ids.map { id throws(Failure) -> Profile in
        if let profile = all[id], profile.kind == kind { return profile }
        let command = kind == .hardware ? "models" : "hardware"
        let advice =
          all[id] != nil
          ? "It is among those of napkin \(command)."
          : nearest(to: id, among: known).map { "Did you mean '\($0)'?" }
            ?? "napkin \(kind == .hardware ? "hardware" : "models") lists all."
        throw Failure("name", "there is no \(word) '\(id)' in this book.", advice: advice)
      }
    }
    guard let category else { return found }
    let chosen = found.filter { $0.category == category }
    if chosen.isEmpty {
      let classes = Set(found.compactMap(\.category)).sorted()
      throw Failure(
        "choice", "there is no \(word) of the class '\(category)'.",
        advice: nearest(to: category, among: classes).map { "Did you mean '\($0)'?" }
          ?? "The classes are \(classes.joined(separator: ", ")).")
    }
    return chosen
  }
}
