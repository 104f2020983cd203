import ArgumentParser
import Content
import Engine
import Learning

/// Why a command could not do what it was asked: one message, and what to do.
struct Failure: Error {
  /// As in the JSON of errors: `name`, `unit`, `bounds`, `choice`, `syntax`, `io`.
  var kind: String
  var message: String
  var advice: String?
  var file: String?
  var line: Int?
  var column: Int?

  var exitCode: ExitCode { kind == "io" ? ExitStatus.io : ExitStatus.usage }

  init(_ kind: String, _ message: String, advice: String? = nil) {
    self.kind = kind
    self.message = message
    self.advice = advice
  }

  init(_ diagnostic: Diagnostic) {
    self.init(Failure.kind(of: diagnostic), diagnostic.message, advice: diagnostic.hint)
  }

  /// Programs are told of six kinds: a division by zero or an overflow and a list or search that is too long leave the
  /// bounds of what can be computed; in a cycle a name needs itself.
  private static func kind(of diagnostic: Diagnostic) -> String {
    switch diagnostic.kind {
    case .arithmetic, .limit: Diagnostic.Kind.bounds.rawValue
    case .cycle: Diagnostic.Kind.name.rawValue
    case .name, .unit, .bounds, .choice, .syntax: diagnostic.kind.rawValue
    }
  }

  /// - Parameter folder: the one that the error's file is named from.
  init(_ error: BookError, in folder: String? = nil) {
    self.init("io", error.message, advice: error.advice)
    file = error.file.map { (folder.map(FileNames.prefix) ?? "") + $0 }
    line = error.position?.line
    column = error.position?.column
  }

  /// The same as what `check` finds, where it stands in a file.
  var finding: Finding? {
    guard let file, let line else { return nil }
    return Finding(
      .error, file: file, at: SourcePosition(line: line, column: column ?? 1), message, advice: advice)
  }

  /// One line, or two with the advice.
  var text: String {
    var place = ""
    var message = message
    if let file, line == nil, let name = Self.subject(of: message), file == name || file.hasSuffix("/" + name)
    {
      // The message begins with the file's name: once is enough, and that in full.
      message = "'\(file)'" + message.dropFirst(name.count + 2)
    } else if let file {
      place = file
      if let line { place += ":\(line)" }
      if let column { place += ":\(column)" }
      place += ": "
    }
    return place + message + (advice.map { "\n  \($0)" } ?? "")
  }

  /// The name in quotes with which a message begins.
  private static func subject(of message: String) -> String? {
    guard let quote = message.first, quote == "`" || quote == "'" else { return nil }
    let rest = message.dropFirst()
    return rest.firstIndex(of: quote).map { String(rest[..<$0]) }
  }

  /// The same for programs.
  var json: JSONFailure {
    JSONFailure(
      error: .init(
        kind: kind, message: Output.quoted(advice.map { "\(message) \($0)" } ?? message), file: file,
        line: line,
        column: column))
  }
}

/// The shape of an error in JSON.
struct JSONFailure: Encodable {
  struct Body: Encodable {
    var kind: String
    var message: String
    var file: String?
    var line: Int?
    var column: Int?
  }

  var error: Body
}
