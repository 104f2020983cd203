import Terminal

/// Keys that ask for one thing in one place, with the words of the help.
struct Binding: Hashable, Sendable {
  var places: [KeyPlace]
  var keys: [Key]
  var request: Request
  /// What it does; nil where another line of the help says it too.
  var help: String?
  /// What the keys are called in the help, where their names alone would not do.
  var label: String?

  init(_ places: [KeyPlace], _ keys: [Key], _ request: Request, _ help: String? = nil, label: String? = nil) {
    self.places = places
    self.keys = keys
    self.request = request
    self.help = help
    self.label = label
  }

  /// As the help prints them.
  var names: String { label ?? keys.map(\.name).joined(separator: " ") }
}

/// The one table of keys: it binds them, and the help is made from it.
struct KeyTable: Sendable {
  /// Nil for the standard ones, which are made when a key first asks for them: a first page needs none.
  private let changed: [Binding]?

  static let standard = KeyTable(nil)

  init(_ bindings: [Binding]) { self.init(.some(bindings)) }

  private init(_ changed: [Binding]?) { self.changed = changed }

  var bindings: [Binding] { changed ?? Self.standardBindings }

  /// Whether no reader changed it.
  var isStandard: Bool { changed == nil }

  /// What a key asks for in a place.
  func request(for key: Key, in place: KeyPlace) -> Request {
    if let binding = bindings.last(where: { $0.keys.contains(key) && $0.places.contains(place) }) {
      return binding.request
    }
    if place.takesText, case .character(let character) = key { return .type(character) }
    return .unknown(key)
  }

  /// The keys that ask for something in a place, in the order of the table.
  func keys(for request: Request, in place: KeyPlace) -> [Key] {
    bindings.filter { $0.places.contains(place) && $0.request == request }.flatMap(\.keys)
  }

  /// Standard names of keys, separated by spaces, as this table has them.
  func renamed(_ names: String, in place: KeyPlace) -> String {
    if isStandard { return names }
    return names.split(separator: " ").map { name -> String in
      guard let key = Key(named: String(name)) else { return String(name) }
      let request = Self.standard.request(for: key, in: place)
      if self.request(for: key, in: place) == request { return String(name) }
      return keys(for: request, in: place).first?.name ?? String(name)
    }.joined(separator: " ")
  }

  /// Keys that are bound twice in a place; there must be none.
  var clashes: [(place: KeyPlace, key: Key)] {
    var seen: [KeyPlace: Set<Key>] = [:]
    var clashes: [(place: KeyPlace, key: Key)] = []
    for binding in bindings {
      for place in binding.places {
        for key in binding.keys where !seen[place, default: []].insert(key).inserted {
          clashes.append((place, key))
        }
      }
    }
    return clashes
  }

  /// The lines of the help for a place: keys and what they do.
  func help(in place: KeyPlace) -> [(keys: String, text: String)] {
    bindings.compactMap { binding in
      guard binding.places.contains(place), let help = binding.help else { return nil }
      return (binding.names, help)
    }
  }
}
