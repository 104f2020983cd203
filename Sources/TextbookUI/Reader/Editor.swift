#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The reader's editor: `VISUAL`, else `EDITOR`, else vi.
enum Editor {
  /// Editors that take the line as `+12`.
  private static let takesLine: Set<String> = [
    "vi", "vim", "nvim", "gvim", "view", "nano", "pico", "emacs", "emacsclient", "micro", "joe", "jed", "ne",
    "kak", "mg",
    "vile", "ex", "ed",
  ]

  /// Opens a file and waits until the editor ends. The terminal must be the editor's in the meantime.
  ///
  /// - Returns: what went wrong, with what to do; nil if nothing did.
  static func open(_ file: String, line: Int) -> String? {
    let command = variable("VISUAL") ?? variable("EDITOR") ?? "vi"
    let program = command.split(separator: " ").first?.split(separator: "/").last.map(String.init) ?? command
    var words = ["sh", "-c", "\(command) \"$@\"", "editor"]
    if takesLine.contains(program) { words.append("+\(line)") }
    words.append(file)
    guard let status = run("/bin/sh", words) else { return "The editor could not be started." }
    return switch status {
    case 0: nil
    case 127: "There is no editor `\(command)` · set EDITOR to yours"
    default: "The editor `\(command)` ended with status \(status)."
    }
  }

  /// Whether the reader named one.
  static var isNamed: Bool { variable("VISUAL") != nil || variable("EDITOR") != nil }

  private static func variable(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// - Returns: the exit status; nil where the program could not be started.
  private static func run(_ path: String, _ words: [String]) -> Int32? {
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process = pid_t()
    guard posix_spawn(&process, path, nil, nil, &arguments, environ) == 0 else { return nil }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      if errno != EINTR { return nil }
    }
    return status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f)
  }
}
