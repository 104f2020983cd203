import Content
import Engine
import Foundation
import Learning
import Typesetting

extension LineReader {
  /// Does what a line asks for.
  mutating func perform(_ line: String) {
    if let number = Int(line) { return take(number) }
    let (word, rest) = LineCommand.words(line)
    guard let command = LineCommand(word) else {
      terminal.say("There is no command \"\(word)\". help lists them; goto \(line) looks for a place.")
      return
    }
    guard command.takesWords || rest.isEmpty else {
      return terminal.say(
        "\(command.name) is typed alone, and \"\(rest)\" stands behind it."
          + (rest.contains("=") ? " calc opens a calculator, in which NAME=VALUE sets an input." : ""))
    }
    switch command {
    case .next: next()
    case .previous: previous()
    case .back: back()
    case .forward: forward()
    case .again: saySection()
    case .contents: listSections()
    case .chapters: listChapters()
    case .go: go(to: rest)
    case .search: search(rest)
    case .term: define(rest)
    case .sources: saySources(rest)
    case .pages: listPages()
    case .calculators: listCalculators()
    case .open: open(calculator: rest)
    case .questions: askQuestions()
    case .quiz: quiz(rest)
    case .review: review(rest)
    case .whatIf: whatIf(rest)
    case .reset: reset(rest)
    case .teach: teach()
    case .footnotes: sayFootnotes()
    case .note: note(rest)
    case .notes: listNotes()
    case .remove: removeNote(rest)
    case .mark: setMark(rest)
    case .marks: listMarks()
    case .position: sayPosition()
    case .help: terminal.say(LineCommand.helpLines)
    case .leave: isOver = true
    }
  }

  private mutating func take(_ number: Int) {
    guard items.indices.contains(number - 1) else {
      terminal.say(
        items.isEmpty
          ? "There is no list to take \(number) from." : "Expected a number from 1 to \(items.count).")
      return
    }
    switch items[number - 1] {
    case .place(let chapter, let section): go(chapter: chapter, section: section)
    case .calculator(let id): use(id)
    case .page(let address, let id): sayPage(address, id: id)
    case .part(let address, let index): sayPart(index, of: address)
    case .destination(let place): read(place)
    case .thing(let place): sayThing(place)
    case .workbench(let address): setWorkbench(address)
    case .note(let id): goToNote(id)
    case .question(let id): if !ask(id) { terminal.say("Back in the text.") }
    case .paragraph(let place): sayParagraph(place)
    case .figure(let id): askForFigure(id)
    case .tick(let key, let text):
      let isSet = context.ticked.insert(key).inserted
      if !isSet { context.ticked.remove(key) }
      record.setTick(key, isSet)
      terminal.say((isSet ? "Ticked: " : "No longer ticked: ") + text)
    }
  }

  // MARK: Moving

  private mutating func listSections() {
    items = []
    for (index, part) in sections.enumerated() {
      items.append(.place(chapter: context.chapter.id, section: index))
      let indent = String(repeating: "  ", count: max(0, min(part.level, 5) - 1))
      let here = index == section ? ", you are here" : ""
      terminal.say("\(indent)\(index + 1). \(part.number.map { $0 + " " } ?? "")\(part.title)\(here)")
    }
  }

  private mutating func listChapters() {
    items = []
    for id in context.book.manifest.chapterIDs {
      guard let chapter = context.book.chapters[id] else { continue }
      items.append(.place(chapter: id, section: 0))
      let here = id == context.chapter.id ? ", you are here" : ""
      terminal.say("\(items.count). \(chapter.number.map { "Chapter \($0), " } ?? "")\(chapter.title)\(here)")
    }
  }

  /// Goes to a section, chapter, anchor or calculator by number, id, or words of its title.
  private mutating func go(to name: String) {
    guard !name.isEmpty else { return terminal.say("Expected a place, as in goto 5.2 or goto figure 5.13.") }
    if let address = PageAddress(parsing: name) { return sayPage(address) }
    if ["references", "sources", "bibliography"].contains(name.lowercased()) {
      return terminal.say(
        "sources reads the sources that this section cites, sources WORDS those with these words.")
    }
    if context.book.bibliography[name] != nil { return saySources(name) }
    let finder = PlaceFinder(context.book)
    if let chapter = chapter(named: name) { return go(chapter: chapter, section: 0) }
    guard let place = finder.place(named: name) else {
      let keys = sources(with: name)
      if !keys.isEmpty { return say(sources: keys) }
      let near = finder.names(like: name)
      return terminal.say(
        "There is no place \"\(name)\". "
          + (near.isEmpty
            ? "contents lists the sections, search looks for words."
            : "Did you mean \(near.joined(separator: ", "))? search looks for words."))
    }
    read(place.destination)
  }

  private func chapter(named name: String) -> String? {
    let wanted = name.lowercased()
    return context.book.manifest.chapterIDs.first {
      $0 == name || context.book.chapters[$0]?.number?.lowercased() == wanted
    }
  }

  private mutating func search(_ text: String) {
    guard !text.isEmpty else { return terminal.say("Expected words, as in search memory bandwidth.") }
    items = []
    let limit = 20
    var seen: Set<Item> = []
    for hit in searchIndex.hits(for: text) where items.count < limit {
      guard let item = item(of: hit), seen.insert(item).inserted else { continue }
      items.append(item)
      var name = hit.place
      let title = hit.title.text
      if !title.isEmpty, !hit.place.hasSuffix(title) { name += ", " + title }
      let snippet = hit.snippet.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        .replacing("…", with: "...").replacing(" · ", with: ", ")
      let line = "\(items.count). \(name)" + (snippet.isEmpty ? "" : ": " + snippet)
      terminal.say(spokenText(line, isASCII: terminal.isASCII))
    }
    if items.isEmpty {
      terminal.say("No section has \"\(text)\".")
    } else if items.count == limit {
      terminal.say("These are the first \(limit). More words find fewer.")
    }
  }

  /// What a number takes of a hit: the section, or the page of the program.
  private func item(of hit: SearchHit) -> Item? {
    if let address = PageAddress(parsing: hit.page) { return .page(address, id: hit.id) }
    guard let chapter = context.book.chapters[hit.page] else { return nil }
    return .place(chapter: hit.page, section: chapter.lineSection(at: hit.block) ?? 0)
  }

  // MARK: Calculating

  private mutating func listCalculators() {
    items = []
    for calculator in context.chapter.calculators {
      items.append(.calculator(calculator.id))
      terminal.say("\(items.count). \(LineCalculator.name(of: calculator.id, in: context.book))")
    }
    if items.isEmpty { terminal.say("This chapter has no calculators.") }
  }

  /// Opens the calculator that is meant, or lists those that may be.
  private mutating func open(calculator name: String) {
    guard !name.isEmpty else {
      return terminal.say(
        "Expected a calculator: its number, as in calc 5.5, its id, or words of its title. calculators lists those of this chapter."
      )
    }
    let ids = CalculatorFinder(context.book, chapter: context.chapter.id).calculators(named: name)
    guard ids.count != 1 else { return use(ids[0]) }
    if ids.isEmpty {
      return terminal.say("There is no calculator \"\(name)\". calculators lists those of this chapter.")
    }
    items = ids.map { .calculator($0) }
    terminal.say("\(ids.count) calculators fit, by number:")
    for (index, id) in ids.enumerated() {
      terminal.say("  \(index + 1). \(LineCalculator.name(of: id, in: context.book))")
    }
  }

  private mutating func use(_ id: String) {
    var calculator = LineCalculator(id, context: context, terminal: terminal)
    let goesOn = calculator.run { workbook in
      record.save(workbook.scenario)
      record.noteUse(of: id)
    }
    context = calculator.context
    if !goesOn { isOver = true }
  }

  // MARK: Questions

  private mutating func askQuestions() {
    var ids: [String] = []
    if let part = currentSection {
      for block in context.chapter.blocks[part.blocks] {
        block.walk { if case .question(let question) = $0 { ids.append(question.id) } }
      }
    }
    if ids.isEmpty { return terminal.say("This section has no questions.") }
    for (index, id) in ids.enumerated() {
      terminal.say("Question \(index + 1) of \(ids.count).")
      if !ask(id) { return terminal.say("Back in the text.") }
    }
  }

  /// Asks a question of the page; false where the learner left.
  private mutating func ask(_ id: String) -> Bool {
    guard let question = context.chapter.questions.first(where: { $0.id == id }) else {
      terminal.say("There is no question \(id).")
      return true
    }
    return ask(question, in: context, origin: .page)
  }

  /// Asks a question and keeps the answer; false where the learner left.
  ///
  /// - Parameter answered: is called with what was kept, and gives whether the learner goes on.
  mutating func ask(
    _ question: Question, in context: PageContext, origin: Attempt.Origin,
    answered: (inout Self, Attempt) -> Bool = { _, _ in true }
  ) -> Bool {
    let asking = LineQuestion(
      question, seed: origin == .page ? nil : .random(in: 0...UInt64.max), in: context)
    let began = Date()
    switch asking.ask(on: terminal, keep: { record.keep($0, on: question.id) }) {
    case .left, .command: return false
    case .skipped: return true
    case .answered(let answer, let grade, let draw, let usedHint, let sureness):
      var attempt = Attempt(
        question, book: record.book, answer: answer, draw: draw, grade: grade,
        seconds: Date().timeIntervalSince(began), usedHint: usedHint, origin: origin)
      attempt.sureness = sureness
      record.keep(attempt)
      asking.explain(grade, of: answer, on: terminal)
      if !grade.isRight {
        missed = (question, context.chapter.id)
        if origin == .page { terminal.say("teach reads what the book says on it.") }
      }
      return answered(&self, attempt)
    }
  }

  private mutating func quiz(_ rest: String) {
    guard rest.isEmpty || Int(rest).map({ (1...500).contains($0) }) == true else {
      return terminal.say("Expected a count from 1 to 500, found \"\(rest)\".")
    }
    let request = QuizRequest(
      chapter: context.chapter.id, plan: Int(rest).map { QuizPlan(count: $0) })
    if !takeQuiz(request) {
      terminal.say(
        "This chapter has no questions that are asked. chapters lists the others; goto and quiz ask theirs.")
    }
  }

  /// Reads the paragraph that teaches the question that was missed last.
  private func teach() {
    guard let missed else { return terminal.say("No question was missed yet.") }
    var places = TeachingPlaces(context.book)
    guard let place = places.place(of: missed.question, in: missed.chapter) else {
      return terminal.say("The question names no section of its chapter.")
    }
    terminal.say(context.book.title(of: place).replacing("§", with: "Section ") + ".")
    sayParagraph(place)
  }

  /// Reads a paragraph; the place in the book stays.
  private func sayParagraph(_ place: BookPlace) {
    guard let chapter = context.book.chapters[place.chapter], chapter.blocks.indices.contains(place.block)
    else { return }
    var page = context
    page.chapter = chapter
    terminal.say(words(of: [chapter.blocks[place.block]], in: page))
    if let number = chapter.sections.last(where: { $0.block <= place.block && $0.number != nil })?.number {
      terminal.say()
      terminal.say("goto \(number) reads the section that it is in.")
    }
  }

  private func sayFootnotes() {
    guard let part = currentSection else { return }
    let notes = context.chapter.footnotes(in: Array(context.chapter.blocks[part.blocks]))
    if notes.isEmpty { return terminal.say("This section has no footnotes.") }
    for note in notes {
      let lines = words(of: note.blocks, in: context)
      terminal.say("Note \(note.number): \(lines.first ?? "")")
      terminal.say(lines.dropFirst().map { "  " + $0 })
    }
  }
}
