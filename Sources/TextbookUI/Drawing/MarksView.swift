import Typesetting

/// The marks that there are, while a letter is waited for.
struct MarksView {
  let state: ReaderState

  var layout: BlockLayout {
    let width = Drawer.room(width: state.geometry.textWidth)
    let ellipsis = state.isASCII ? "..." : "…"
    let room = max(1, state.geometry.textRows - 3)
    var lines: [StyledLine] = []
    for name in state.marks.keys.sorted().prefix(room) {
      guard let place = state.marks[name] else { continue }
      var line = StyledLine("\(name)  ", Style(.label, .bold))
      line.append(title(of: place), Style(.label))
      if let words = words(at: place) { line.append("  " + sanitized(words), Style(.faint)) }
      lines.append(line.clipped(to: width, marker: ellipsis))
    }
    if lines.isEmpty { lines = [StyledLine("There are no marks yet.", Style(.faint))] }
    let title = state.naming == .set ? "Set a mark: type a letter" : "Go to a mark: type its letter, ' back"
    let drawer = Drawer(title: title, width: state.geometry.textWidth, isASCII: state.isASCII)
    return BlockLayout(lines: drawer.around(lines))
  }

  private func title(of place: Destination) -> String {
    guard let chapter = state.book.chapters[place.chapter] else { return place.chapter }
    let section = chapter.section(at: place.position.block)
    // The number of a section begins with that of its chapter.
    if let section, section.number == nil { return "\(chapter.title): \(section.title)" }
    return [section?.number ?? chapter.number, section?.title ?? chapter.title].compactMap { $0 }
      .joined(separator: " ")
  }

  /// The first words at the place that are not its heading, which stands before them already.
  private func words(at place: Destination) -> String? {
    guard let chapter = state.book.chapters[place.chapter] else { return place.words }
    let blocks = chapter.blocks
    let start = chapter.block(near: place.position.block, text: place.words)
    let block = (start..<max(start, min(start + 8, blocks.count))).first { index in
      if case .heading = blocks[index] { return false }
      return true
    }
    guard let block, blocks.indices.contains(block) else { return place.words }
    let text = chapter.quoted(block, in: state.book, limit: 80)
    return text.isEmpty ? place.words : text
  }
}
