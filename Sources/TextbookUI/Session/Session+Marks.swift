import Content

/// A mark that waits for its letter.
enum Naming: Hashable, Sendable { case set, go }

extension Session {
  mutating func name(_ naming: Naming) {
    if naming == .go, state.marks.isEmpty, state.history.back.isEmpty {
      say("There are no marks yet · M and a letter sets one")
      return
    }
    if naming == .set, state.isWritten {
      say("Marks stand in chapters; this page is written by the program.")
      return
    }
    state.naming = naming
  }

  /// The letter after `M` or `'`.
  mutating func takeMark(_ request: Request) {
    guard case .type(let character) = request else { return }
    let naming = state.naming
    state.naming = nil
    let name = String(character)
    if naming == .go, name == "'" || name == "`" {
      goBack()
      return
    }
    guard character.isLetter || character.isNumber else {
      complain("A mark is a letter or a digit, and \(name) is neither · M and a letter sets one")
      return
    }
    if naming == .set {
      state.marks[name] = here
      effects.append(.reading(.keepMarks(state.marks)))
      say("Mark \(name) is set here · ' \(name) comes back to it")
    } else if let place = state.marks[name] {
      remember()
      go(to: place, remembering: false)
    } else {
      let names = state.marks.keys.sorted().joined(separator: " ")
      complain("There is no mark \(name) · \(names.isEmpty ? "M \(name) sets it" : "there are \(names)")")
    }
  }

  /// To the place before which the given part of the chapter's text stands.
  mutating func goToPercent() {
    guard let percent = state.count else {
      say("Type a number before %: 50% goes to the middle of the chapter.")
      return
    }
    let page = page
    let wanted = Double(min(percent, 100)) / 100
    var block = 0
    while block + 1 < page.blockCount, page.index.part(before: block + 1, fraction: 0) <= wanted {
      block += 1
    }
    let start = page.index.part(before: block, fraction: 0)
    let end = page.index.part(before: block, fraction: 1)
    let fraction = end > start ? min(1, max(0, (wanted - start) / (end - start))) : 0
    show(page.restored(PagePosition(block: block, fraction: fraction)))
  }

  /// To the section of that number in the chapter: `3g`. Where none has a number, they are counted.
  mutating func goToSection(numbered count: Int) {
    let all = state.chapter.sections.filter { $0.level == 2 }
    let numbered = all.filter { $0.number != nil }
    let sections = numbered.isEmpty ? all : numbered
    guard !sections.isEmpty else {
      say("This page has no sections.")
      return
    }
    let wanted = sections.first { $0.number?.split(separator: ".").last.map(String.init) == String(count) }
    if wanted == nil, count > sections.count { say("The chapter has \(sections.count) sections.") }
    show(PagePosition(block: (wanted ?? sections[min(count, sections.count) - 1]).block))
  }
}
