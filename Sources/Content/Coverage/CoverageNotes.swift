/// `coverage.yaml`: what of an inventory has no counterpart in the book, and why; and which chapter a file belongs to.
///
/// ```yaml
/// files: {seed004: 5, glossary: none}
/// ch05/hardware/16: 400 photocells, told with the perceptron
/// s000-xor-forward: symbolic in the source
/// ch05-mnist-macs.rounded: a rounding of another output
/// ```
struct CoverageNotes {
  static let file = "coverage.yaml"

  /// What has no counterpart, with the places of the lines.
  private(set) var argued: [Declaration] = []
  /// Outputs of examples that no calculator yields, and inputs that none takes, as `example.name`.
  private(set) var exceptions: [Declaration] = []
  /// The number or id of a chapter, or `none`, by the name of a file.
  private(set) var chapters: [String: Declaration] = [:]
  private(set) var findings: [Finding] = []

  init(_ store: FileStore) {
    var reader = LibraryReader(store: store)
    for entry in reader.entries(of: Self.file) {
      if entry.key == "files", let files = entry.value.entries {
        for file in files {
          chapters[file.key] = Declaration(id: file.value.text ?? "", position: file.position)
        }
        continue
      }
      if LinePass.trimmed(entry.value.text ?? "").isEmpty {
        findings.append(
          Finding(
            .error, file: Self.file, at: entry.position, "`\(entry.key)` has no reason",
            advice: "say in one line why the book has no counterpart"))
      }
      let declaration = Declaration(id: entry.key, position: entry.position)
      if !entry.key.contains("/"), entry.key.contains(".") {
        exceptions.append(declaration)
      } else {
        argued.append(declaration)
      }
    }
    findings += reader.findings
  }
}
