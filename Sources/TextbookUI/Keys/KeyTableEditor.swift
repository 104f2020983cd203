import Content
import Engine
import Terminal

/// Applies a file of keys to the standard table.
struct KeyTableEditor {
  private(set) var bindings: [Binding]
  private(set) var problems: [SettingsFile.Problem]
  /// What the file binds: the keys of a request in a place, with the line.
  private(set) var changes: [Change] = []

  struct Change {
    var place: KeyPlace
    var request: Request
    var keys: [Key]
    var line: Int
  }

  init(problems: [SettingsFile.Problem]) {
    bindings = KeyTable.standardBindings
    self.problems = problems
  }

  mutating func take(_ section: SettingsFile.Place) {
    guard let place = KeyPlace(rawValue: section.name) else {
      let names = KeyPlace.allCases.map(\.rawValue)
      problems.append(
        .init(
          line: section.line, message: "there is no place `\(section.name)`",
          advice: Self.nearest(section.name, names) ?? "there are \(names.joined(separator: ", "))"))
      return
    }
    for entry in section.entries { take(entry, in: place) }
  }

  private mutating func take(_ entry: SettingsFile.Entry, in place: KeyPlace) {
    let present = bindings.filter { $0.places.contains(place) }
    guard let request = present.first(where: { $0.request.name == entry.name })?.request else {
      problems.append(
        .init(
          line: entry.line, message: "nothing in `\(place.rawValue)` is called `\(entry.name)`",
          advice: Self.nearest(entry.name, present.map(\.request.name)) ?? "`napkin keys` lists the names"))
      return
    }
    var keys: [Key] = []
    for name in entry.values {
      if let problem = problem(of: name, for: request, among: present, in: place) {
        problems.append(.init(line: entry.line, message: problem.message, advice: problem.advice))
      } else if let key = Key(named: name) {
        keys.append(key)
      }
    }
    if keys.isEmpty && !entry.values.isEmpty { return }
    if keys.isEmpty, request == .help || request == .quit {
      problems.append(
        .init(
          line: entry.line, message: "`\(entry.name)` has no key left in `\(place.rawValue)`",
          advice: "give it one: it is how the other keys are found, or the way out"))
      return
    }
    if let earlier = changes.first(where: { $0.place == place && !$0.keys.filter(keys.contains).isEmpty }) {
      problems.append(
        .init(
          line: entry.line,
          message:
            "`\(entry.name)` asks for a key that line \(earlier.line) gives to `\(earlier.request.name)`",
          advice: "give each another key"))
      return
    }
    changes.append(Change(place: place, request: request, keys: keys, line: entry.line))
  }

  private func problem(
    of name: String, for request: Request, among present: [Binding], in place: KeyPlace
  ) -> (message: String, advice: String)? {
    guard let key = Key(named: name) else {
      return (
        "there is no key `\(name)`",
        "write a character, or Ctrl-x, Alt-x, F5, Space, Enter, Tab, Shift-Tab, Up, PgDn, Home"
      )
    }
    if key == .control("c") || key == .escape {
      return ("\(key.name) keeps its meaning", "it is the way out of every place")
    }
    let digit = present.first { $0.keys.contains(key) && $0.request.isDigit }
    if digit != nil, !request.isDigit {
      return ("`\(name)` is a count for the next command in `\(place.rawValue)`", "choose another key")
    }
    if place.takesText, case .character = key {
      return ("`\(name)` is text in `\(place.rawValue)`", "choose a key with Ctrl, or a function key")
    }
    return nil
  }

  /// Puts the changes into the table: a request has the keys of the file, and what had them before gives way.
  mutating func giveWay() {
    for change in changes {
      remove(change)
      var binding = bindings.first { $0.request == change.request && $0.places.contains(change.place) }
      binding?.places = [change.place]
      binding?.keys = change.keys
      binding?.label = nil
      separate(change)
      if let binding { bindings.append(binding) }
    }
    bindings.removeAll { $0.places.isEmpty }
    for change in changes { complainOfLoss(of: change) }
  }

  /// Takes the keys of a change from what had them in its place.
  private mutating func remove(_ change: Change) {
    for index in bindings.indices.reversed() {
      let binding = bindings[index]
      guard binding.places.contains(change.place), binding.request != change.request,
        binding.keys.contains(where: change.keys.contains)
      else { continue }
      bindings[index].places.removeAll { $0 == change.place }
      var rest = binding
      rest.places = [change.place]
      rest.keys.removeAll(where: change.keys.contains)
      rest.label = nil
      bindings.insert(rest, at: index + 1)
    }
  }

  /// Takes the request's standard keys away in the change's place.
  private mutating func separate(_ change: Change) {
    for index in bindings.indices where bindings[index].request == change.request {
      bindings[index].places.removeAll { $0 == change.place }
    }
  }

  /// A request that lost its last key is named, with the line that took it.
  private mutating func complainOfLoss(of change: Change) {
    let lost = KeyTable.standardBindings.filter { binding in
      binding.places.contains(change.place) && binding.help != nil && binding.request != change.request
        && binding.keys.contains(where: change.keys.contains)
        && !bindings.contains {
          $0.places.contains(change.place) && $0.request == binding.request && !$0.keys.isEmpty
        }
    }
    for binding in lost {
      problems.append(
        .init(
          line: change.line,
          message: "`\(change.request.name)` takes the last key of `\(binding.request.name)`",
          advice: "give `\(binding.request.name)` another key in `\(change.place.rawValue)`"))
    }
  }

  private static func nearest(_ name: String, _ names: [String]) -> String? {
    Spelling.nearest(to: name, among: names).map { "did you mean `\($0)`?" }
  }
}

extension Request {
  /// Whether it is a digit of a count.
  fileprivate var isDigit: Bool {
    if case .digit = self { true } else { false }
  }
}
