import Content
import Engine
import Typesetting

extension Session {
  /// Does what an address says that shows no page of its own: sets an input, chooses a machine, goes to a paragraph.
  ///
  /// - Returns: whether it is such an address.
  mutating func follow(_ address: PageAddress) -> Bool {
    let name = address.path.first ?? ""
    switch address.kind {
    case "at":
      let block = address.path.count > 1 ? Int(address.path[1]) ?? 0 : 0
      go(to: Destination(chapter: name, position: PagePosition(block: block)))
    case "set": setInput(address)
    case "input": if let (id, input) = address.subject { openPanel(id, input: input) }
    case "override": askForFigure(name)
    case "workbench": setWorkbench(address)
    case "copy": copy(address)
    case "scenario": followScenario(name)
    case "scenarios" where !address.path.isEmpty: changeScenarios(address)
    default: return false
    }
    return true
  }

  private mutating func setInput(_ address: PageAddress) {
    guard let (id, name) = address.subject, let name, let entry = address.options["to"] else { return }
    do throws(Diagnostic) {
      try state.book.workbook.setInput(name, of: id, to: entry)
      noteUse(of: id)
      numbersChanged()
      let input = state.book.workbook.result(of: id)?.inputs.first { $0.name == name }
      let way = state.panel == nil ? " · Esc back" : ""
      say("\(input?.label ?? name) is \(input?.text ?? entry) now\(way)")
    } catch {
      complain(Self.words(error))
    }
  }

  /// `W`: machines and models to read the book with.
  mutating func openWorkbench() {
    let chosen = state.book.workbook.scenario.workbench
    var items: [GoToItem] = []
    for kind in Profile.Kind.allCases {
      let word = kind == .hardware ? "hardware" : "model"
      let author = PageAddress("workbench", options: [kind.rawValue: ""])
      items.append(
        GoToItem(
          label: word, title: "the author's \(word)", destination: Destination(chapter: author.description),
          detail: chosen[kind.rawValue] == nil ? "chosen" : "as the examples say"))
    }
    for kind in Profile.Kind.allCases {
      let offers = ProfileOffers(
        workbook: state.book.workbook, kind: kind, missing: missingCounts(of: kind).counts,
        chosen: chosen[kind.rawValue], isLabelled: true)
      items += offers.items { PageAddress("workbench", options: [kind.rawValue: $0.id]) }
    }
    choose("Read the book with:", items)
  }

  /// A few things to choose from, by typing a part of a name.
  ///
  /// - Parameters:
  ///   - typed: what is typed already.
  ///   - present: the id of the one under the cursor.
  mutating func choose(_ lead: String, _ items: [GoToItem], typed: String = "", present: String? = nil) {
    var prompt = Prompt(kind: .choose(lead), entry: EntryState(typed), origin: state.top)
    let index = GoToIndex(items)
    prompt.index = index
    prompt.offers = index.offers(for: typed, chapter: state.chapterID)
    if typed.isEmpty { prompt.cursor = prompt.offers.firstIndex { $0.id == present } ?? 0 }
    state.prompt = prompt
  }

  private mutating func setWorkbench(_ address: PageAddress) {
    let before = state.scenario
    for kind in Profile.Kind.allCases {
      guard let id = address.options[kind.rawValue] else { continue }
      do throws(Diagnostic) {
        try state.book.workbook.setWorkbench(kind, to: id.isEmpty ? nil : id)
      } catch {
        complain(Self.words(error))
        return
      }
      numbersChanged()
      let count = state.book.workbook.differences(from: before, to: state.scenario).count
      let name = state.book.workbook.library.profiles[id]?.name ?? id
      let what =
        id.isEmpty
        ? "The author's \(kind.rawValue) again"
        : "The book is read \(kind == .hardware ? "on" : "with") \(name)"
      let missing = state.book.workbook.missingCount
      let follows =
        (count == 1 ? "1 number follows" : "\(count) numbers follow")
        + (missing == 0 ? "" : missing == 1 ? ", 1 is missing" : ", \(missing) are missing")
      say("\(what): \(follows)" + (id.isEmpty ? "" : " · a undoes it"))
    }
  }

  /// `C`: pins the numbers; then shows what differs from them; then takes the pin away.
  mutating func pin() {
    guard let pinned = state.pinned else {
      state.pinned = state.book.workbook
      state.numbersRevision += 1
      say("Pinned: calculators show both values now, C lists all that differs.")
      return
    }
    let address = PageAddress("compare")
    if state.chapterID == address.description || pinned.scenario == state.book.workbook.scenario {
      state.pinned = nil
      state.numbersRevision += 1
      if state.chapterID == address.description { leavePage() }
      say("No longer pinned.")
    } else {
      go(to: Destination(chapter: address.description))
    }
  }
}

extension ReaderState {
  /// What a link to an address leads to, and what Enter does with it; nil for an unknown one.
  func words(for address: PageAddress) -> (name: String, verb: String?)? {
    let name = address.path.first ?? ""
    switch address.kind {
    case "note":
      guard let note = notes.notes.first(where: { $0.id == name }) else { return ("Your note", "go there") }
      let section = notes.blocks[name].flatMap { book.chapters[note.chapter]?.section(at: $0) }
      let place = [section?.number, section?.title].compactMap(\.self).joined(separator: " ")
      let what = note.text.isEmpty ? "Your mark" : "Your note"
      return (place.isEmpty ? what : "\(what) in \(place)", "go there")
    case "chapter":
      let chapter = book.chapters[name]
      return (
        [chapter?.number, chapter?.title ?? name].compactMap(\.self).joined(separator: " "), "go there"
      )
    default:
      return book.words(for: address)
        ?? Self.pages.first { $0.address.kind == address.kind }.map { ($0.title, "go there") }
    }
  }
}

extension Book {
  /// What a link on the page of an exam, quiz or review does.
  private static func sittingWords(_ name: String, number: Int?) -> (name: String, verb: String?) {
    switch name {
    case "question": ("Question \((number ?? 0) + 1)", "go there")
    case "list": ("All questions", "go there")
    case "submit": ("Hand in", "hand it in")
    case "retry": ("The missed ones again", "begin")
    case "new": ("Another quiz", "begin")
    case "more": ("What else there is for today", "go on")
    case "cards": ("What reviews ask", "change it")
    default: ("Back to the book", "go there")
    }
  }

  /// What a link that sets an input would set it to, as pages write numbers.
  private func text(ofEntry address: PageAddress) -> String {
    let entry = address.options["to"] ?? ""
    guard let (id, name) = address.subject,
      let input = workbook.calculator(id)?.inputs.first(where: { $0.name == name }),
      case .quantity(let quantity)? = workbook.inline(entry, near: nil).value
    else { return entry }
    return NumberFormat(units: workbook.library.units).text(quantity, unit: input.unit, digits: 4)
  }

  /// What a link to an address leads to, and what Enter does with it; nil for an unknown one.
  func words(for address: PageAddress) -> (name: String, verb: String?)? {
    let name = address.path.first ?? ""
    let value = address.subject.flatMap { id, value in value.map { label(of: $0, in: id) } } ?? name
    let calculator = address.subject.flatMap { workbook.calculator($0.calculator)?.title } ?? name
    let profile = workbook.library.profiles[name]?.name ?? name
    switch address.kind {
    case "at":
      let block = address.path.count > 1 ? Int(address.path[1]) ?? 0 : 0
      return (title(of: BookPlace(chapter: name, block: block)), "go there")
    case "set": return ("\(value) = \(text(ofEntry: address))", "set it")
    case "input": return ("\(value), \(calculator)", "change it")
    case "override":
      return ("\(title(ofFigure: name)) = \(workbook.text(ofFigure: name) ?? "")", "type another")
    case "workbench": return ("the workbench", "choose it")
    case "derivation": return ("Derivation: \(value)", "go there")
    case "sweep": return ("\(value) as a chart", "go there")
    case "solve", "sensitivity": return (value, "go there")
    case "equation": return (workbook.library.equations[name]?.name ?? name, "go there")
    case "hardware", "model", "models":
      let title = address.kind == "hardware" ? "Hardware" : "Models"
      if let sort = address.options["sort"], name.isEmpty { return ("\(title) by \(sort)", "sort") }
      return (name.isEmpty ? title : profile, "go there")
    case "scenario": return ("Scenario “\(scenarios[name]?.title ?? name)”", "load it")
    case "scenarios": return ("Scenarios", address.path.isEmpty ? "go there" : "do it")
    case "compare": return ("What differs from the pin", "go there")
    case "exam", "quiz", "review": return Self.sittingWords(name, number: address.path.last.flatMap(Int.init))
    default:
      return Self.pages.first { $0.address.kind == address.kind }.map { ($0.title, "go there") }
    }
  }
}
