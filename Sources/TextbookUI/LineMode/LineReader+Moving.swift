import Content
import Foundation
import Learning
import Typesetting

/// From place to place, and back.
extension LineReader {
  var currentSection: LineSection? {
    let all = sections
    return all.indices.contains(section) ? all[section] : nil
  }

  /// What was read last, as `back` and a mark come back to it.
  var here: Destination {
    if let aside { return aside }
    let block = currentSection?.blocks.lowerBound ?? 0
    return Destination(
      chapter: context.chapter.id, position: PagePosition(block: block),
      words: context.chapter.firstWords(of: block))
  }

  /// Notes the place before a jump, so that `back` returns to it.
  mutating func leaveHere() {
    history.leave(here)
    record.save(history)
  }

  mutating func next() {
    if heard?.chapter == context.chapter.id, heard?.section == section, let id = currentSection?.id {
      record.setRead(id, chapter: context.chapter.id)
    }
    if section + 1 < sections.count { return go(chapter: context.chapter.id, section: section + 1) }
    guard let id = neighbour(1) else { return terminal.say("This is the end of the book.") }
    go(chapter: id, section: 0)
  }

  mutating func previous() {
    if section > 0 { return go(chapter: context.chapter.id, section: section - 1) }
    guard let id = neighbour(-1) else { return terminal.say("This is the beginning of the book.") }
    go(chapter: id, section: .max)
  }

  mutating func back() {
    if !retrace(\.back, \.forward) {
      terminal.say("There is nowhere to go back to. previous goes to the section before.")
    }
  }

  mutating func forward() {
    if !retrace(\.forward, \.back) {
      terminal.say("There is nowhere to go forward to. next goes to the next section.")
    }
  }

  /// Reads the last place of one half of the history and notes the present one in the other.
  private mutating func retrace(
    _ from: WritableKeyPath<History, [Destination]>, _ to: WritableKeyPath<History, [Destination]>
  ) -> Bool {
    while let place = history[keyPath: from].popLast() {
      // The screen also notes places that line mode has not, such as the page of a quiz.
      guard isReadable(place), place != here else { continue }
      history[keyPath: to].append(here)
      record.save(history)
      read(place, remembering: false)
      return true
    }
    return false
  }

  private func isReadable(_ place: Destination) -> Bool {
    PageAddress(parsing: place.chapter).map { context.book.page(at: $0) != nil }
      ?? (context.book.chapters[place.chapter] != nil)
  }

  /// The chapter before or after this one.
  private func neighbour(_ step: Int) -> String? {
    let ids = context.book.manifest.chapterIDs.filter { context.book.chapters[$0] != nil }
    guard let index = ids.firstIndex(of: context.chapter.id), ids.indices.contains(index + step) else {
      return nil
    }
    return ids[index + step]
  }

  /// Reads what stands at a place: a page, one thing of a chapter, or else the section.
  mutating func read(_ place: Destination, remembering: Bool = true) {
    if let address = PageAddress(parsing: place.chapter) {
      return sayPage(address, id: place.anchor, remembering: remembering)
    }
    guard let chapter = context.book.chapters[place.chapter] else {
      return terminal.say("The chapter \(place.chapter) can not be read.")
    }
    if let id = place.anchor, !chapter.sections.contains(where: { $0.id == id }) {
      return sayThing(place, remembering: remembering)
    }
    let section = chapter.lineSection(at: block(of: place, in: chapter)) ?? 0
    go(chapter: chapter.id, section: section, remembering: remembering)
  }

  private func block(of place: Destination, in chapter: Chapter) -> Int {
    place.anchor.flatMap { chapter.block(of: $0) }
      ?? chapter.block(near: place.position.block, text: place.words)
  }

  /// Reads one thing, such as a figure or a paragraph, with its place in the chapter.
  mutating func sayThing(_ place: Destination, remembering: Bool = true) {
    guard let chapter = context.book.chapters[place.chapter], !chapter.blocks.isEmpty else {
      return terminal.say("The chapter \(place.chapter) can not be read.")
    }
    let index = min(max(0, block(of: place, in: chapter)), chapter.blocks.count - 1)
    if remembering { leaveHere() }
    context.chapter = chapter
    section = chapter.lineSection(at: index) ?? 0
    aside = place
    let label = place.anchor.flatMap { id in chapter.anchors.first { $0.id == id } }?.label ?? ""
    // Only what has a number is called by its label; the label of another is its first words.
    let name = label.last?.isNumber == true ? label + ", in " : ""
    terminal.say(name + placeWords + ".")
    terminal.say()
    let thing = chapter.thing(place.anchor, in: index)
    terminal.say(words(of: [thing], in: context))
    sayNotes(in: index..<index + 1)
    listItems(of: [thing])
    terminal.say("again reads its section.")
    record.save(ReadingPlace(chapter: chapter.id, section: currentSection?.id, block: index, fraction: 0))
  }

  /// `Section 5.3.4, Activation functions, 12 of 48`
  private var placeWords: String {
    let part = currentSection
    let name = part?.number.map { "Section \($0), " } ?? ""
    return "\(name)\(part?.title ?? context.chapter.title), \(section + 1) of \(sections.count)"
  }
}
