import CNcurses

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the environment says about characters and colours.
enum Locale {
  /// Takes the character set of the environment, and C.UTF-8 where none is named or the one of Unicode is not installed.
  /// Only characters: how numbers are written is the book's affair.
  ///
  /// - Parameter isAskedFor: whether a person wants Unicode whatever the environment names.
  /// - Returns: whether text is UTF-8 now.
  static func useUnicode(isAskedFor: Bool = false) -> Bool {
    setlocale(LC_CTYPE, "")
    if napkin_is_utf8() != 0 { return true }
    var environment: [String: String] = [:]
    for name in ["LC_ALL", "LC_CTYPE", "LANG"] {
      if let value = getenv(name) { environment[name] = String(cString: value) }
    }
    if !isAskedFor, LocaleName(environment: environment).isNarrow {
      setlocale(LC_CTYPE, "C")
      return false
    }
    for name in ["C.UTF-8", "en_US.UTF-8"] where setlocale(LC_CTYPE, name) != nil && napkin_is_utf8() != 0 {
      return true
    }
    setlocale(LC_CTYPE, "C")
    return false
  }

  /// Whether nothing in the environment forbids colours (https://no-color.org).
  static var allowsColor: Bool {
    guard let value = getenv("NO_COLOR") else { return true }
    return value.pointee == 0
  }
}
