import Terminal

extension KeyTable {
  /// Marks, notes and the look of the page.
  static let marking: [Binding] =
    [
      Binding([.page], keys("M"), .reading(.setMark), "set a mark: M and a letter"),
      Binding([.page], keys("'"), .reading(.goToMark), "go to a mark; '' back again"),
      Binding([.page], keys("%"), .reading(.percent), "50% to the middle of the chapter"),
      Binding([.page], keys("v"), .reading(.select), "choose paragraphs: read a note, write one, mark them"),
      Binding([.page, .selecting], keys("A"), .reading(.writeNote), "write a note on the paragraph"),
      Binding([.page], keys("<"), .reading(.widen(-1)), "narrower text, room for notes in the margin"),
      Binding([.page], keys(">"), .reading(.widen(1)), "wider text"),
      Binding([.page], keys("("), .reading(.changeMargin(-1)), "narrower margin, then none"),
      Binding([.page], keys(")"), .reading(.changeMargin(1)), "wider margin; the text makes room"),
      Binding(
        [.page], keys("="), .reading(.standardWidths), "text and margin as wide as suits the screen"),
      Binding([.page], keys("J"), .reading(.justify), "lines filled to the right edge, or ragged"),
      Binding([.page], keys("|"), .reading(.columns), "two columns of text, or one"),
      Binding([.page], keys("#"), .reading(.lineNumbers), "line numbers in listings"),
      Binding([.page], [.right], .reading(.sideways(1)), "move what is too wide to the left"),
      Binding([.page], [.left], .reading(.sideways(-1)), "and back to the right"),
      Binding([.page], keys("T"), .reading(.theme), "other colours: dark, light, terminal, contrast, mono"),
      Binding([.selecting], keys("j") + [.down, .tab], .reading(.selectNext(1)), "the next paragraph"),
      Binding([.selecting], keys("k") + [.up, .backTab], .reading(.selectNext(-1)), "the paragraph before"),
      Binding([.selecting], keys("J"), .reading(.extendSelection(1)), "take the next one too"),
      Binding(
        [.selecting], keys("K"), .reading(.extendSelection(-1)), "take one less, or the one before too"),
      Binding(
        [.selecting], keys("v") + [.enter], .reading(.highlight), "mark, or take the mark away"),
      Binding([.selecting], keys("x"), .reading(.removeNotes), "remove mark and note"),
      Binding([.selecting], keys("u"), .reading(.restoreNotes), "bring back what was removed last"),
      Binding([.selecting], [.pageDown] + keys(" "), .scrollPage(1), "one page down"),
      Binding([.selecting], [.pageUp] + keys("b"), .scrollPage(-1), "one page up"),
      Binding([.selecting], [.escape], .leave, "back to reading"),
    ]
    + (0...9).map { digit in
      Binding([.contents, .popup, .help, .selecting], keys(String(digit)), .digit(digit))
    }
}
