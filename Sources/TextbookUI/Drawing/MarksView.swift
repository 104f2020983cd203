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
      if let words = place.words { line.append("  " + sanitized(words), Style(.faint)) }
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
    return [section?.number ?? chapter.number, section?.title ?? chapter.title].compactMap { $0 }
      .joined(separator: " ")
  }
}
