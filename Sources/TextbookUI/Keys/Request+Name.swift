extension Request {
  /// As a reader names it in a file of keys: `scroll-down`, `next-section`.
  var name: String {
    if let name = Self.names[self] { return name }
    if case .type(let character) = self { return "type-\(character)" }
    // The case with its values: `.moveInEntry(-1)` is move-in-entry-back-1.
    let text: String
    if case .reading(let request) = self { text = "\(request)" } else { text = "\(self)" }
    return text.kebab
  }

  private static let names: [Request: String] = [
    .scroll(1): "scroll-down", .scroll(-1): "scroll-up", .scrollHalf(1): "half-page-down",
    .scrollHalf(-1): "half-page-up", .scrollPage(1): "page-down", .scrollPage(-1): "page-up",
    .section(1): "next-section", .section(-1): "previous-section", .chapter(1): "next-chapter",
    .chapter(-1): "previous-chapter", .target(1): "next-target", .target(-1): "previous-target",
    .match(1): "next-match", .match(-1): "previous-match", .cursor(1): "next", .cursor(-1): "previous",
    .cursorPage(1): "next-page", .cursorPage(-1): "previous-page", .cursorEnd(-1): "first",
    .cursorEnd(1): "last", .step(1, coarse: false): "step-up", .step(-1, coarse: false): "step-down",
    .step(1, coarse: true): "big-step-up", .step(-1, coarse: true): "big-step-down",
    .moveItem(1): "move-item-down", .moveItem(-1): "move-item-up", .find: "search-book",
    .moveInEntry(1): "right", .moveInEntry(-1): "left", .moveInEntry(-EntryLimits.whole): "to-start",
    .moveInEntry(EntryLimits.whole): "to-end", .stop: "stop", .toggleMouse: "mouse",
    .restoreAuthor: "author-values", .edit: "edit-file", .review(minutes: nil): "review",
    .askProgress: "progress", .analyse(.derivation): "derivation", .analyse(.sweep): "sweep",
    .analyse(.solve): "solve", .analyse(.sensitivity): "sensitivity",
    .reading(.setMark): "set-mark", .reading(.goToMark): "go-to-mark", .reading(.select): "select",
    .reading(.selectNext(1)): "next", .reading(.selectNext(-1)): "previous",
    .reading(.extendSelection(1)): "take-more", .reading(.extendSelection(-1)): "take-less",
    .reading(.writeNote): "note", .reading(.removeNotes): "remove", .reading(.restoreNotes): "restore",
    .reading(.widen(1)): "wider", .reading(.widen(-1)): "narrower",
    .reading(.changeMargin(1)): "wider-margin", .reading(.standardWidths): "standard-widths",
    .reading(.changeMargin(-1)): "narrower-margin", .reading(.sideways(1)): "sideways-right",
    .reading(.sideways(-1)): "sideways-left",
  ]
}

extension String {
  /// Words in lower case with hyphens: of `moveInEntry(-1)`, move-in-entry-back-1.
  fileprivate var kebab: String {
    var result = ""
    for character in self {
      if character.isUppercase {
        result += "-" + character.lowercased()
      } else if character == "-" {
        result += "-back-"
      } else if character.isLetter || character.isNumber {
        result.append(character)
      } else {
        result += "-"
      }
    }
    return result.split(separator: "-").joined(separator: "-")
  }
}
