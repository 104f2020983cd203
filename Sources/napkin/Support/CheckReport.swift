import Content

/// What `check` found, in one book or several.
struct CheckReport {
  private(set) var findings: [Finding] = []
  private var known: Set<Finding> = []
  private(set) var checks = 0
  private(set) var notes = 0
  private(set) var tolerances = 0
  private(set) var calculators = 0

  /// Adds the findings on wanted files. Those of a book are named from the present folder.
  mutating func add(_ check: BookCheck, of book: Book?, isWanted: (String) -> Bool) {
    let prefix = book.map { FileNames.prefix(of: $0.folder) } ?? ""
    for var finding in check.findings where isWanted(finding.file) {
      finding.file = prefix + finding.file
      if known.insert(finding).inserted { findings.append(finding) }
    }
    checks += check.checkCount
    notes += check.noteCount
    tolerances += check.toleranceCount
    calculators += check.calculatorCount
  }

  /// Adds what kept a book from being read.
  mutating func add(_ finding: Finding) {
    if known.insert(finding).inserted { findings.append(finding) }
  }

  func isFailure(strict: Bool) -> Bool {
    strict ? !findings.isEmpty : findings.contains { $0.severity == .error }
  }

  func lines(as form: FindingReport.Form) -> [String] {
    findings.map { FindingReport.text(of: $0, as: form) } + [
      "\(FindingReport.counted(calculators, "calculator")), \(FindingReport.counted(checks, "check")) "
        + "(\(tolerances) with a tolerance, \(FindingReport.counted(notes, "note"))): "
        + FindingReport.summary(findings)
    ]
  }

  var json: JSON {
    JSON(findings: findings.map(JSONFinding.init), checks: checks, notes: notes, tolerances: tolerances)
  }

  struct JSON: Encodable {
    var findings: [JSONFinding]
    var checks: Int
    var notes: Int
    var tolerances: Int
  }
}
