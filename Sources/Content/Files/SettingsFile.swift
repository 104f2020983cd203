/// A small YAML file of settings: places, names in them, and one or several values for each.
///
/// ```yaml
/// page:
///   scroll-down: [j, n]
///   search: /
/// ```
public struct SettingsFile: Sendable {
  /// A name with what stands at it.
  public struct Entry: Hashable, Sendable {
    public var name: String
    public var values: [String]
    public var line: Int
  }

  /// A place with its entries.
  public struct Place: Hashable, Sendable {
    public var name: String
    public var entries: [Entry]
    public var line: Int
  }

  /// Why a line is not taken, and what to do.
  public struct Problem: Error, Hashable, Sendable {
    public var line: Int
    public var message: String
    public var advice: String

    public init(line: Int, message: String, advice: String) {
      self.line = line
      self.message = message
      self.advice = advice
    }
  }

  public private(set) var places: [Place] = []
  /// What is not of that form; the rest is read all the same.
  public private(set) var problems: [Problem] = []

  public init(_ text: String) {
    do throws(YAMLProblem) {
      guard let root = try YAMLNode.parse(text, at: SourcePosition(line: 1)) else { return }
      guard let entries = root.entries else {
        note(root, "places with names in them expected, found \(root.kindName)")
        return
      }
      for place in entries { read(place) }
    } catch {
      problems.append(
        Problem(line: error.position.line, message: error.message, advice: error.advice ?? Self.advice))
    }
  }

  private mutating func read(_ place: YAMLEntry) {
    guard let entries = place.value.entries else {
      note(place.value, "`\(place.key)` must hold names with their values, found \(place.value.kindName)")
      return
    }
    var read: [Entry] = []
    for entry in entries {
      let nodes = entry.value.sequence ?? [entry.value]
      let values = nodes.compactMap(\.text)
      if values.count == nodes.count {
        read.append(Entry(name: entry.key, values: values, line: entry.position.line))
      } else {
        note(entry.value, "`\(entry.key)` must be one value or a list of values")
      }
    }
    places.append(Place(name: place.key, entries: read, line: place.position.line))
  }

  private mutating func note(_ node: YAMLNode, _ message: String) {
    problems.append(Problem(line: node.position.line, message: message, advice: Self.advice))
  }

  private static let advice = "write it as `page:` with lines like `  scroll-down: [j, n]` below"
}
