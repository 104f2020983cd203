import Content
import Terminal

/// The reader's own keys: a file that names requests and the keys that ask for them, place by place.
///
/// ```yaml
/// page:
///   scroll-down: [j, n, Down]   # in place of the standard keys for it
///   next-match: ","
/// ```
public struct KeyFile: Sendable {
  /// Where it is; for messages.
  public let path: String
  let table: KeyTable
  /// What of it is not taken, in the order of its lines.
  public private(set) var problems: [SettingsFile.Problem]

  /// The standard keys, where there is no file.
  public static let standard = KeyFile()

  private init() { (path, table, problems) = ("", .standard, []) }

  /// Reads the text of a file. A line that is wrong leaves the standard keys for it.
  public init(_ text: String, path: String) {
    self.path = path
    let file = SettingsFile(text)
    var editor = KeyTableEditor(problems: file.problems)
    for place in file.places { editor.take(place) }
    editor.giveWay()
    problems = editor.problems.sorted { $0.line < $1.line }
    table = editor.changes.isEmpty ? .standard : KeyTable(editor.bindings)
  }

  /// A file that can not be read: the standard keys, and why.
  public init(unreadable path: String, _ message: String, advice: String) {
    (self.path, table) = (path, .standard)
    problems = [.init(line: 0, message: message, advice: advice)]
  }

  /// The problems as a person reads them, one a line.
  public var messages: [String] {
    problems.map { problem in
      let place = problem.line > 0 ? "\(path):\(problem.line)" : path
      return "\(place): \(problem.message); \(problem.advice)"
    }
  }

  /// All keys: the place as the file names it, the name of the request, the keys, what they do.
  public var lines: [(place: String, name: String, keys: String, text: String)] {
    KeyPlace.allCases.flatMap { place in
      table.bindings.filter { $0.places.contains(place) && !$0.keys.isEmpty }.map {
        (place.rawValue, $0.request.name, $0.keys.map(\.name).joined(separator: " "), $0.help ?? "")
      }
    }
  }

  /// The title of a place, as the help has it; nil for a name that is none.
  public static func title(ofPlace name: String) -> String? { KeyPlace(rawValue: name)?.title }
}
