/// The locale that the environment names.
public struct LocaleName: Sendable {
  private let name: String

  /// The one for characters: of LC_ALL, LC_CTYPE and LANG the first that is not empty (POSIX, 8.2).
  public init(environment: [String: String]) {
    name = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
  }

  /// Whether it is named, and its characters are not those of Unicode: `C`, `POSIX`, `de_DE.ISO-8859-1`, `en_US`.
  public var isNarrow: Bool {
    let folded = name.lowercased().filter { $0 != "-" }
    return !folded.isEmpty && !folded.contains("utf8")
  }
}
