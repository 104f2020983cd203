import Content
import Typesetting

/// The first row: chapter, section, workbench, part read.
struct TopLine {
  let state: ReaderState
  let part: Double

  func line(width: Int) -> StyledLine {
    let chapter = state.chapter
    var left = StyledLine(" ")
    if let number = chapter.number { left.append("\(number) ", Style(.label, .bold)) }
    left.append(chapter.title, Style(.heading))
    left = left.clipped(to: max(10, width * 3 / 5), marker: ellipsis)

    let percent =
      state.isInSitting || state.isInReview || state.isInExam ? "" : "\(Int((part * 100).rounded(.down))) %"
    var right = StyledLine()
    if state.unrecorded > 0 {
      right.append("   ")
      right.append("\(state.unrecorded) not recorded", Style(.error, .bold))
    }
    if state.pinned != nil {
      right.append("   ")
      right.append("pinned", Style(.changed))
    }
    for name in workbench {
      right.append("   ")
      right.append(name, Style(.changed, .bold))
    }
    let marks = state.marks(of: chapter)
    if marks.isBegun, !state.isWritten {
      right.append("   " + marks.text(isASCII: state.isASCII), Style(.label))
    }
    if let left = state.secondsLeft {
      let seconds = Int(left.rounded(.up))
      let digits = seconds % 60
      right.append("   \(seconds / 60):\(digits < 10 ? "0" : "")\(digits) left", Style(.caution, .bold))
    }
    right.append("   ")
    right.append(String(repeating: " ", count: max(0, 5 - percent.count)) + percent + " ", Style(.label))

    let room = width - left.width - right.width - 3
    var middle = StyledLine()
    if let section = chapter.section(at: state.top.block), room >= 8 {
      if let number = section.number {
        middle.append((state.isASCII ? "" : "§") + number + " ", Style(.label))
      }
      middle.append(section.title, Style(.label))
      middle = middle.clipped(to: room, marker: ellipsis)
    }
    var line = left
    line.append(String(repeating: " ", count: max(1, width - left.width - middle.width - right.width)))
    line.append(middle)
    line.append(right)
    return line.columns(0..<width)
  }

  private var ellipsis: String { state.isASCII ? "..." : "…" }

  /// The names of the machines and models that the reader put in place of the author's.
  private var workbench: [String] {
    let workbook = state.book.workbook
    return workbook.scenario.workbench.sorted { $0.key < $1.key }.map { _, id in
      workbook.library.profiles[id]?.name ?? id
    }
  }
}
