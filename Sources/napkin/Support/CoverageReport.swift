import Content
import Foundation

/// What `check --coverage` prints.
struct CoverageReport {
  let coverage: Coverage
  /// Whether files of chapters that the book does not have are listed too.
  let isAll: Bool
  /// Whether every file that is listed was asked for by name, so that all of it is demanded.
  let isNamed: Bool
  let form: FindingReport.Form
  /// Of the book.
  let folder: String

  var files: [Coverage.File] { coverage.files.filter { isAll || isNamed || $0.isDemanded } }

  private var demanded: [Coverage.File] { coverage.files.filter { isNamed || $0.isDemanded } }

  /// Whether everything that is demanded has a counterpart, and every declaration is right.
  var isComplete: Bool { findings.isEmpty && demanded.allSatisfy(\.open.isEmpty) }

  private var findings: [Finding] {
    let prefix = FileNames.prefix(of: folder)
    return coverage.unread
      + coverage.findings.map { finding in
        var finding = finding
        finding.file = prefix + finding.file
        return finding
      }
  }

  var lines: [String] {
    var lines = files.flatMap { file in
      ["\(file.name) \(file.title): \(file.open.count) of \(file.total) open"] + openLines(of: file)
    }
    lines += findings.map { FindingReport.text(of: $0, as: form) }
    let total = demanded.reduce(0) { $0 + $1.total }
    let open = demanded.reduce(0) { $0 + $1.open.count }
    lines.append(
      "\(total - open) of \(FindingReport.counted(total, "counterpart")) declared, "
        + "\(FindingReport.counted(coverage.exampleCount, "worked example")) compared: "
        + FindingReport.summary(findings))
    return lines
  }

  private func openLines(of file: Coverage.File) -> [String] {
    let width = file.open.map(\.key.count).max() ?? 0
    return file.open.map { item in
      let key = item.key.padding(toLength: width, withPad: " ", startingAt: 0)
      return "  \(key)  \(item.title)" + (item.reason.map { "\n      \($0)" } ?? "")
    }
  }
}

extension CoverageReport {
  /// The same for programs.
  var json: JSON {
    JSON(
      files: files.map { file in
        JSON.File(
          name: file.name, title: file.title, demanded: file.isDemanded, total: file.total,
          open: file.open.map {
            JSON.Open(kind: $0.kind, key: $0.key, title: $0.title, reason: $0.reason)
          })
      },
      findings: findings.map(JSONFinding.init), examples: coverage.exampleCount)
  }

  struct JSON: Encodable {
    struct File: Encodable {
      var name: String
      var title: String
      var demanded: Bool
      var total: Int
      var open: [Open]
    }

    struct Open: Encodable {
      var kind: String
      var key: String
      var title: String
      var reason: String?
    }

    var files: [File]
    var findings: [JSONFinding]
    /// How many worked examples were compared.
    var examples: Int
  }
}
