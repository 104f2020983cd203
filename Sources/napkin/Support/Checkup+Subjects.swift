import Content
import Foundation
import Learning
import Terminal
import TextbookUI

extension Checkup {
  // MARK: The terminal

  static func terminal(_ facts: TerminalFacts) -> [Checkup] {
    var findings: [Checkup] = []
    if facts.isOutputTerminal, facts.isInputTerminal {
      findings.append(Checkup(.ok, "terminal", facts.isInTmux ? "inside tmux" : "yes"))
    } else {
      findings.append(
        Checkup(
          .note, "terminal",
          "\(facts.isOutputTerminal ? "standard input" : "standard output") is no terminal",
          advice:
            "The full screen needs one; `napkin show` prints, and `napkin read --line` reads by prompts."))
    }
    if let problem = facts.problem {
      findings.append(Checkup(.problem, "TERM", facts.kind ?? "is not set", advice: problem.description))
    } else {
      findings.append(Checkup(.ok, "TERM", facts.kind ?? ""))
      findings.append(colors(facts))
    }
    findings.append(
      facts.isUnicode && facts.isLimited
        ? Checkup(
          .note, "characters",
          "UTF-8, but TERM=\(facts.kind ?? "") has few of them: formulas and charts are in ASCII",
          advice: "If this one has them, with braille and mathematical letters, ask with --unicode.")
        : facts.isUnicode
          ? Checkup(.ok, "characters", "UTF-8")
          : Checkup(
            .note, "characters",
            "the locale is not UTF-8 and there is no C.UTF-8: formulas and charts are in ASCII",
            advice: "Set LC_ALL to a locale that `locale -a` lists with utf8, for instance C.UTF-8."))
    if let size = facts.size {
      let smallest = Reader.smallestScreen
      let text = "\(size.columns)x\(size.rows)"
      findings.append(
        size.columns >= smallest.columns && size.rows >= smallest.rows
          ? Checkup(
            .ok, "size",
            text
              + (size.columns < Reader.contentsFrom
                ? "; contents at the left from \(Reader.contentsFrom) columns" : ""))
          : Checkup(
            .problem, "size", text,
            advice: "Make it at least \(smallest.columns)x\(smallest.rows); 80x24 is comfortable."))
    }
    if facts.problem == nil, !facts.hasClipboard {
      findings.append(
        Checkup(.note, "clipboard", "none: what y copies goes into a file, which it names"))
    }
    return findings
  }

  private static func colors(_ facts: TerminalFacts) -> Checkup {
    if !facts.allowsColor {
      return Checkup(.ok, "colours", "none, since NO_COLOR is set; everything has a mark or an emphasis too")
    }
    if facts.styles.colors < 8 {
      return Checkup(
        .note, "colours", "none with this TERM",
        advice: "If the terminal has some, set TERM to its kind, often xterm-256color; in tmux tmux-256color."
      )
    }
    if facts.styles.colors < 256 {
      return Checkup(
        .note, "colours", "\(facts.styles.colors)",
        advice: "If the terminal has 256, set TERM to its kind, often xterm-256color; in tmux tmux-256color.")
    }
    let background =
      facts.canTellBackground
      ? "the terminal is asked for its background"
      : "it can not be asked for its background: T chooses dark or light colours"
    return Checkup(.ok, "colours", "\(facts.styles.colors); \(background)")
  }

  // MARK: What is around

  static var editor: Checkup {
    let variables = ProcessInfo.processInfo.environment
    let named = ["VISUAL", "EDITOR"].compactMap { variables[$0] }.first { !$0.isEmpty }
    let command = named ?? "vi"
    let program = command.split(separator: " ").first.map(String.init) ?? command
    let folders = (variables["PATH"] ?? "").split(separator: ":").map(String.init)
    let isThere =
      program.contains("/")
      ? access(program, X_OK) == 0 : folders.contains { access("\($0)/\(program)", X_OK) == 0 }
    if isThere {
      return Checkup(
        .ok, "editor", named == nil ? "vi; notes are written on a line, since EDITOR is not set" : command)
    }
    return Checkup(
      named == nil ? .note : .problem, "editor", "there is no \(program)",
      advice: "Set EDITOR to yours; e opens the page's file in it, A a note.")
  }

  static func book(_ options: BookOptions) -> Checkup {
    do throws(Failure) {
      let book = try options.book()
      let errors = (book.findings + book.chapters.values.flatMap(\.findings)).filter { $0.severity == .error }
      let count = book.chapters.count
      let words =
        "\(book.manifest.title), version \(book.manifest.version), \(count) \(count == 1 ? "chapter" : "chapters") in \(book.folder)"
      guard let first = errors.first else { return Checkup(.ok, "book", words) }
      return Checkup(
        .problem, "book",
        words
          + "; \(errors.count) \(errors.count == 1 ? "mistake" : "mistakes"), first \(first.file):\(first.position.line)",
        advice: "`napkin check` says all of them.")
    } catch {
      return Checkup(.problem, "book", error.message, advice: error.advice)
    }
  }

  static var record: Checkup {
    let path = LearnerRecord.path
    guard access(path, F_OK) == 0 else {
      return Checkup(.ok, "record", "none yet; it will be \(path)")
    }
    do throws(RecordError) {
      let found = try Record(path: path).examination()
      let words =
        "\(path), version \(found.version), \(found.answers) \(found.answers == 1 ? "answer" : "answers"), \((found.bytes + 1023) / 1024) KiB"
      if let first = found.damages.first {
        return Checkup(
          .problem, "record", "\(words); damaged: \(first)",
          advice:
            "Copy it away, save what can be read with `napkin export record`, or try `sqlite3 FILE .recover`."
        )
      }
      return Checkup(.ok, "record", words + ", whole")
    } catch {
      return Checkup(.problem, "record", error.message, advice: error.advice)
    }
  }

  static var cache: Checkup {
    guard let path = Program.cache("first-frame") else {
      return Checkup(
        .note, "cache", "there is no place for one: every start reads the book anew",
        advice: "Set HOME, or XDG_CACHE_HOME to a folder of yours.")
    }
    let folder = (path as NSString).deletingLastPathComponent
    // The first start makes it; what counts is the nearest folder that is there.
    var present = folder
    while access(present, F_OK) != 0, present.count > 1 {
      present = (present as NSString).deletingLastPathComponent
    }
    if access(present, W_OK) == 0 {
      let kilobytes = (size(of: folder) + 1023) / 1024
      return Checkup(.ok, "cache", "\(folder), \(kilobytes) KiB; it may be deleted at any time")
    }
    return Checkup(
      .note, "cache", "\(present) can not be written: every start reads the book anew",
      advice: "Make it writable, or set XDG_CACHE_HOME to another folder.")
  }

  private static func size(of folder: String) -> Int {
    let files = FileManager.default.enumerator(atPath: folder)
    var bytes = 0
    while files?.nextObject() != nil { bytes += files?.fileAttributes?[.size] as? Int ?? 0 }
    return bytes
  }

  static var keys: Checkup {
    let file = Program.keys
    let path = Program.settings.map { $0 + "/keys.yaml" }
    if let problem = file.messages.first {
      let more = file.messages.count > 1 ? " (and \(file.messages.count - 1) more)" : ""
      return Checkup(
        .problem, "keys", problem + more, advice: "`napkin keys` lists the keys with their names.")
    }
    guard let path, access(path, F_OK) == 0 else {
      return Checkup(
        .ok, "keys", "the standard ones" + (path.map { "; your own would stand in \($0)" } ?? ""))
    }
    if access(path, R_OK) != 0 {
      return Checkup(.problem, "keys", "\(path) can not be read", advice: "Make it readable: chmod u+r.")
    }
    return Checkup(.ok, "keys", "your own, in \(path)")
  }

  static var versions: Checkup {
    let system = ProcessInfo.processInfo.operatingSystemVersionString
    return Checkup(
      .ok, "versions",
      "napkin \(Napkin.configuration.version), \(TerminalFacts().library), SQLite \(Record.databaseVersion), \(system)"
    )
  }
}
