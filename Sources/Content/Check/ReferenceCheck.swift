/// Whatever names something else: references, citations, footnotes, links, sources of figures.
enum ReferenceCheck {
  static func findings(in context: CheckContext) -> [Finding] {
    var findings: [Finding] = []
    let calculators = context.calculatorIDs
    for (file, notes) in context.files {
      func report(_ severity: Finding.Severity, _ use: Use, _ message: String, _ advice: String?) {
        findings.append(Finding(severity, file: file, at: use.range.start, message, advice: advice))
      }
      var footnotes: Set<String> = []
      for use in notes.uses {
        switch use.kind {
        case .reference(let reference):
          let known = reference.isCalculator ? calculators : context.anchors
          if known.contains(reference.id) {
            guard reference.isCalculator, !context.anchors.contains(reference.id) else { continue }
            report(
              .warning, use, "`@calc-\(reference.id)` refers to a calculator without a place on the page",
              "show it as a panel, or name its section")
            continue
          }
          let name = (reference.isCalculator ? "calc-" : "") + reference.id
          let like = context.suggestion(for: reference.id, among: known)
          report(
            .error, use, "`@\(name)` refers to nothing",
            like.map { "did you mean `@\(reference.isCalculator ? "calc-" : "")\($0)`?" }
              ?? "give the id to what is meant, or remove the reference")
        case .citation(let key):
          if context.extent == .page || context.lacksSources || context.book.bibliography[key] != nil {
            continue
          }
          let like = context.suggestion(for: key, among: context.book.bibliography.keys)
          report(
            .error, use, "references.yaml has no source `\(key)`",
            like.map { "did you mean `\($0)`?" } ?? "add it with author, year and title")
        case .footnote(let label): footnotes.insert(label.lowercased())
        case .undefinedFootnote(let label):
          report(.error, use, "the footnote `[^\(label)]` is not defined", "add a line `[^\(label)]: …`")
        case .link(let destination), .image(let destination):
          if let problem = problem(with: destination, from: file, in: context) {
            report(.error, use, problem, "check the name; files are named from the one that links to them")
          }
        }
      }
      for definition in notes.definedFootnotes {
        guard case .footnote(let label) = definition.kind, !footnotes.contains(label.lowercased()) else {
          continue
        }
        report(
          .warning, definition, "nothing refers to the footnote `[^\(label)]`",
          "refer to it with [^\(label)], or remove it")
      }
    }
    return findings + figures(in: context)
  }

  /// What is wrong with a link to a place of the book.
  private static func problem(with destination: String, from file: String, in context: CheckContext)
    -> String?
  {
    let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(
      String.init)
    let path = decoded(parts[0])
    if path.isEmpty {
      guard parts.count > 1, !context.anchors.contains(parts[1]) else { return nil }
      return "the link `\(destination)` leads to no id of the book"
    }
    if let colon = path.firstIndex(of: ":"),
      path[..<colon].allSatisfy({ $0.isLetter || $0 == "+" || $0 == "-" })
    {
      return nil
    }
    guard let target = resolved(path, from: file) else {
      return "the link `\(destination)` leads out of the book"
    }
    guard FileStore(folder: context.book.folder).exists(target) else {
      return "the link `\(destination)` leads to no file: there is no \(target)"
    }
    return nil
  }

  /// A path from the book's folder; nil when it leaves the folder.
  static func resolved(_ path: String, from file: String) -> String? {
    if path.hasPrefix("/") { return nil }
    var parts = file.split(separator: "/").dropLast().map(String.init)
    for part in path.split(separator: "/") where part != "." {
      if part == ".." {
        guard parts.popLast() != nil else { return nil }
      } else {
        parts.append(String(part))
      }
    }
    return parts.isEmpty ? nil : parts.joined(separator: "/")
  }

  /// A destination without its percent escapes.
  private static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func figures(in context: CheckContext) -> [Finding] {
    context.book.figureSources.compactMap { figure in
      if let key = figure.key {
        if context.lacksSources || context.book.bibliography[key] != nil { return nil }
        let like = context.suggestion(for: key, among: context.book.bibliography.keys)
        return Finding(
          .error, file: figure.file, at: figure.position, "references.yaml has no source `\(key)`",
          advice: like.map { "did you mean `\($0)`?" } ?? "add it with author, year and title")
      }
      return Finding(
        .warning, file: figure.file, at: figure.position, "the figure `\(figure.path)` has no source",
        advice: "write {value: …, source: …} with a key of references.yaml")
    }
  }
}
