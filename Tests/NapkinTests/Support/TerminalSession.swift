import Foundation
import Testing

/// The program in a real terminal: tmux on a socket of its own.
final class TerminalSession {
  private let socket = "napkin-\(UUID().uuidString)"
  let home: TemporaryFolder
  private let columns: Int
  private let rows: Int

  /// Starts a shell, so that what the program leaves behind can be seen.
  init(columns: Int = 80, rows: Int = 24, home: TemporaryFolder? = nil) throws {
    self.home = try home ?? TemporaryFolder()
    self.columns = columns
    self.rows = rows
    try tmux("-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "env -i /bin/sh")
    try tmux("set-option", "-g", "default-terminal", "screen-256color")
    try run(
      "export PATH=/usr/bin:/bin TERM=screen-256color LC_ALL=C.UTF-8 HOME='\(self.home.path)' PS1='ready> ' "
        + "XDG_DATA_HOME='\(self.home.path)/data' XDG_CONFIG_HOME='\(self.home.path)/config' "
        + "XDG_CACHE_HOME='\(self.home.path)/cache' napkin='\(Program.path)' book='\(Program.book)'; clear")
    try wait(for: "the prompt") { $0.hasPrefix("ready>") }
  }

  deinit { _ = try? tmux("kill-server") }

  /// Types a line at the shell.
  func run(_ line: String) throws {
    try tmux("send-keys", "-l", line)
    try tmux("send-keys", "Enter")
  }

  /// Presses keys by tmux's names: `j`, `Tab`, `Enter`, `Escape`, `C-o`.
  func press(_ keys: String...) throws { for key in keys { try tmux("send-keys", key) } }

  /// Types text as it is.
  func type(_ text: String) throws { try tmux("send-keys", "-l", text) }

  /// Sends bytes as if the terminal had.
  func send(bytes: [UInt8]) throws {
    let digits = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
    try spawn(["tmux", "-L", socket, "send-keys", "-H"] + digits)
  }

  /// Pastes a text as a terminal does: marked as such if the program asked for that.
  func paste(_ text: String) throws {
    try tmux("set-buffer", text)
    try tmux("paste-buffer", "-p")
  }

  /// What the screen shows, with the sequences for its colours.
  func styledScreen() throws -> String { try tmux("capture-pane", "-e", "-p") }

  /// Closes the terminal under the program.
  func close() throws { try tmux("kill-server") }

  /// The program's process.
  func program() throws -> pid_t {
    let shell = try tmux("display-message", "-p", "#{pane_pid}").trimmingCharacters(
      in: .whitespacesAndNewlines)
    try spawn(["pgrep", "-P", shell, "napkin"])
    let text = try String(contentsOfFile: outputFile, encoding: .utf8)
    return try #require(pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines)))
  }

  /// Sends a signal to the program.
  func signal(_ name: String) throws {
    let shell = try tmux("display-message", "-p", "#{pane_pid}").trimmingCharacters(
      in: .whitespacesAndNewlines)
    try spawn(["pkill", "-\(name)", "-P", shell, "napkin"])
  }

  func resize(columns: Int, rows: Int) throws {
    try tmux("resize-window", "-x", "\(columns)", "-y", "\(rows)")
  }

  /// What the screen shows, without spaces at the ends of lines.
  func screen() throws -> String {
    try tmux("capture-pane", "-p").split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0.reversed().drop { $0 == " " }.reversed()) }.joined(separator: "\n")
  }

  /// Where the cursor stands, which is on what has the focus.
  func cursor() throws -> String { try tmux("display-message", "-p", "#{cursor_x},#{cursor_y}") }

  /// Polls the screen until it is as wished; fails with the last screen when that takes longer than half a minute.
  @discardableResult
  func wait(
    for wish: String, sourceLocation: SourceLocation = #_sourceLocation, until holds: (String) -> Bool
  ) throws -> String {
    let limit = Date().addingTimeInterval(30)
    var last = ""
    repeat {
      last = try screen()
      if holds(last) { return last }
      usleep(20_000)
    } while Date() < limit
    Issue.record("waited in vain for \(wish); the screen is:\n\(last)", sourceLocation: sourceLocation)
    return last
  }

  @discardableResult
  func wait(forText text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> String {
    try wait(for: "'\(text)'", sourceLocation: sourceLocation) { $0.contains(text) }
  }

  @discardableResult
  private func tmux(_ arguments: String...) throws -> String {
    try spawn(["tmux", "-L", socket] + arguments)
    return try String(contentsOfFile: outputFile, encoding: .utf8)
  }

  private var outputFile: String { home.path + "/tmux-output" }

  /// Runs a command to its end. Foundation's `Process` would wait for the server that the first call to tmux leaves
  /// behind, since that inherits the socket by which it notices an end.
  private func spawn(_ arguments: [String]) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, outputFile, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let environment = ["PATH=\(path)", "LC_ALL=C.UTF-8"]
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) } + [nil]
    defer { for pointer in words + variables { free(pointer) } }
    // A thread of the tests may block signals; a server that inherits that never ends.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var noSignals = sigset_t()
    sigemptyset(&noSignals)
    posix_spawnattr_setsigmask(&attributes, &noSignals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var process: pid_t = 0
    let status = posix_spawnp(&process, arguments[0], &actions, &attributes, &words, &variables)
    guard status == 0 else { throw CocoaError(.executableLoad) }
    var result: Int32 = 0
    while waitpid(process, &result, 0) == -1 && errno == EINTR {}
  }
}
