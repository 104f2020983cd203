import ArgumentParser

/// How the program ends.
enum ExitStatus {
  /// `check` found something.
  static let findings = ExitCode(1)
  /// Bad input or usage.
  static let usage = ExitCode(2)
  /// Something could not be read or written.
  static let io = ExitCode(3)
}
