import Content
import Typesetting

extension Session {
  /// Shows a page that the program writes.
  mutating func goToWritten(_ address: PageAddress, at destination: Destination, remembering: Bool) {
    if address.kind == "note", let id = address.path.first {
      goToNote(id)
      return
    }
    let isAsking = [Sitting.address.kind, ReviewRound.address.kind, ExamRound.address.kind].contains(
      address.kind)
    guard state.isComplete || isAsking else {
      state.destination = destination
      say("Reading the book …")
      return
    }
    state.destination = nil
    if address.kind == Sitting.address.kind, state.sitting == nil || !address.path.isEmpty {
      actInSitting(address.path.first ?? "")
      return
    }
    if address.kind == ExamRound.address.kind, state.exam == nil || !address.path.isEmpty {
      actInExam(address.path)
      return
    }
    if address.kind == "chapter", let id = address.path.first {
      go(to: Destination(chapter: id))
      return
    }
    if address.kind == "progress", state.progress == nil {
      effects.append(.findProgress)
      return
    }
    if address.kind == ReviewRound.address.kind, state.round == nil || !address.path.isEmpty {
      actInReview(address.path)
      return
    }
    guard let chapter = state.page(at: address) else {
      complain("There is no page \(address) · : goes to what there is")
      return
    }
    present(chapter, at: destination, remembering: remembering)
  }

  /// Puts a page of the program on the screen.
  mutating func present(_ chapter: Chapter, at destination: Destination, remembering: Bool = true) {
    if !state.isWritten {
      savePlace()
      state.lastPlace = here
    }
    let isNew = state.chapterID != chapter.id
    if remembering, isNew { remember() }
    if isNew {
      closePlaces()
      state.search = nil
    }
    state.chapterID = chapter.id
    keep(chapter)
    var position = destination.position
    if let id = destination.anchor { position = PagePosition(block: chapter.block(of: id) ?? 0) }
    show(destination.anchor == nil ? page.restored(position) : position, remembering: false)
    if let id = destination.anchor { focusFigure(id, in: position.block) }
  }

  /// Of a table of figures the one that was gone to.
  private mutating func focusFigure(_ id: String, in block: Int) {
    let targets = page.layout(block).targets
    let wanted = Target.Action.link(PageAddress("override", id).description)
    guard let index = targets.firstIndex(where: { $0.action == wanted }) else { return }
    state.focus = Focus(block: block, target: index)
    reveal(Page.Row(block: block, line: targets[index].line))
  }

  /// Writes the page on the screen again where the book or its numbers changed.
  mutating func renewWrittenPage() {
    guard state.isWritten, let address = PageAddress(parsing: state.chapterID) else { return }
    if let written = state.written, written.chapter.id == state.chapterID,
      written.numbersRevision == state.numbersRevision, written.bookRevision == state.bookRevision,
      written.pageNumber == state.pageNumber
    {
      return
    }
    rewrite(as: address)
  }

  /// Puts another page of the program in the place of the one on the screen: at the same section, with the same thing in
  /// focus and the same calculator open.
  mutating func rewrite(as address: PageAddress) {
    guard let chapter = state.page(at: address) else { return }
    let before = state.chapter
    let focused = focusedAction
    state.chapterID = chapter.id
    keep(chapter)
    state.top.block = chapter.block(like: state.top.block, of: before)
    if let focus = state.focus {
      state.focus?.block = chapter.block(like: focus.block, of: before)
      focusAgain(focused)
      if target(at: state.focus ?? focus) == nil { state.focus = nil }
    }
    settle()
    if let panel = state.panel, let block = page.index.panels[panel.calculator] { focusPanel(in: block) }
  }

  private mutating func keep(_ chapter: Chapter) {
    state.written = WrittenPage(
      chapter: chapter, bookRevision: state.bookRevision, numbersRevision: state.numbersRevision,
      pageNumber: state.pageNumber,
      edition: (state.written?.edition ?? 0) + 1)
  }
}

extension Chapter {
  /// The block at the same distance from the heading of the same name, where that stands elsewhere now.
  fileprivate func block(like block: Int, of before: Chapter) -> Int {
    guard let section = before.section(at: block),
      let same = sections.first(where: { $0.title == section.title && $0.level == section.level })
    else { return block }
    return min(same.block + block - section.block, max(0, blocks.count - 1))
  }
}

extension ReaderState {
  /// The page at an address; nil for a kind that there is not.
  func page(at address: PageAddress) -> Chapter? {
    if address.kind == Sitting.address.kind {
      return sitting.map { SittingPage(sitting: $0, state: self).page }
    }
    if address.kind == ReviewRound.address.kind {
      return round.map { ReviewPage(round: $0, state: self).page }
    }
    switch address.kind {
    case "notes": return named(notesPage, address)
    case "exam": return exam.map { ExamPage(round: $0, state: self).page }
    case "progress": return progress.map { ProgressPage(progress: $0).page }
    case "compare": return pinned.map { named(book.comparisonPage(from: $0.scenario), address) }
    case "scenarios": return named(scenariosPage, address)
    default: return book.page(at: address)
    }
  }

  private func named(_ page: Chapter, _ address: PageAddress) -> Chapter {
    var page = page
    page.id = address.description
    return page
  }
}
