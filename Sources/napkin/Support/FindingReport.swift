import Content

/// Findings as `check` prints them.
enum FindingReport {
  /// The forms of the output.
  enum Form: String, CaseIterable {
    case text
    /// Annotations of GitHub's workflows.
    case github
  }

  static func text(of finding: Finding, as form: Form) -> String {
    switch form {
    case .text:
      var text = "\(finding.file):\(finding.position.line):\(finding.position.column): "
      text += "\(finding.severity.rawValue): \(finding.message)"
      if let advice = finding.advice { text += "\n  \(advice)" }
      return text
    case .github:
      let place =
        "file=\(escaped(finding.file, isProperty: true)),line=\(finding.position.line),col=\(finding.position.column)"
      let message = finding.message + (finding.advice.map { "\n\($0)" } ?? "")
      return "::\(finding.severity.rawValue) \(place)::\(escaped(message, isProperty: false))"
    }
  }

  /// As the commands of workflows are written.
  private static func escaped(_ text: String, isProperty: Bool) -> String {
    let text = text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
    return isProperty ? text.replacing(":", with: "%3A").replacing(",", with: "%2C") : text
  }

  /// `3 errors, 1 warning`, or that nothing is wrong.
  static func summary(_ findings: [Finding]) -> String {
    let errors = findings.count { $0.severity == .error }
    return findings.isEmpty
      ? "nothing is wrong." : "\(counted(errors, "error")), \(counted(findings.count - errors, "warning"))."
  }

  static func counted(_ number: Int, _ thing: String) -> String {
    "\(number) \(thing)\(number == 1 ? "" : "s")"
  }
}

/// A finding in JSON.
struct JSONFinding: Encodable {
  var severity: String
  var file: String
  var line: Int
  var column: Int
  var message: String
  var advice: String?

  init(_ finding: Finding) {
    severity = finding.severity.rawValue
    file = finding.file
    line = finding.position.line
    column = finding.position.column
    message = finding.message
    advice = finding.advice
  }
}
