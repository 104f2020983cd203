import Terminal

extension KeyTable {
  static func keys(_ text: String) -> [Key] { text.map { .character($0) } }

  /// Places in which letters are commands.
  static let commands: [KeyPlace] = KeyPlace.allCases.filter { !$0.takesText }
  private static let typing: [KeyPlace] = KeyPlace.allCases.filter(\.takesText)
  private static let questions: [KeyPlace] = [.options, .arranging, .matching, .gaps, .rubric, .answered]

  /// Keys as readers of less and vim know them.
  static let standardBindings: [Binding] =
    reading + marking + contents + calculators + answering + lines + program

  private static let reading: [Binding] =
    [
      Binding([.page, .popup, .help], keys("j") + [.down, .control("e")], .scroll(1), "one line down"),
      Binding([.page, .popup, .help], keys("k") + [.up, .control("y")], .scroll(-1), "one line up"),
      Binding([.page, .answered], keys("d") + [.control("d")], .scrollHalf(1), "half a page down"),
      Binding([.page, .answered], keys("u") + [.control("u")], .scrollHalf(-1), "half a page up"),
      Binding(
        [.page, .popup, .help, .answered], keys(" f") + [.pageDown, .control("f")], .scrollPage(1),
        "one page down"),
      Binding(
        [.page, .popup, .help, .answered], keys("b") + [.pageUp, .control("b")], .scrollPage(-1),
        "one page up"),
      Binding(
        [.panel, .entry, .options, .arranging, .matching, .gaps, .writing, .rubric], [.pageDown],
        .scrollPage(1),
        "one page down"),
      Binding(
        [.panel, .entry, .options, .arranging, .matching, .gaps, .writing, .rubric], [.pageUp],
        .scrollPage(-1),
        "one page up"),
      Binding([.page, .popup, .help], keys("g") + [.home], .top, "to the top; 3g to section 3"),
      Binding([.page, .popup, .help], keys("G") + [.end], .bottom, "to the bottom"),
      Binding([.page], keys("]"), .section(1), "next section"),
      Binding([.page], keys("["), .section(-1), "previous section"),
      Binding([.page], keys("}"), .chapter(1), "next chapter"),
      Binding([.page], keys("{"), .chapter(-1), "previous chapter"),
      Binding(
        [.page, .panel], keys(":"), .goTo, "go to anything by number or name; commands too"),
      Binding([.page], [.tab], .target(1), "next thing to act on"),
      Binding([.page], [.backTab], .target(-1), "previous thing to act on"),
      Binding([.page], [.enter], .activate, "act on it; without a focus one line down"),
      Binding([.page], [.backspace, .control("o")] + keys("H"), .back, "back to where you came from"),
      Binding([.page], keys("L"), .forward, "forward again"),
      Binding([.page], keys("/"), .search, "search in the chapter"),
      Binding([.page], keys("S"), .find, "search the book"),
      Binding([.page], keys("n"), .match(1), "next match"),
      Binding([.page], keys("N"), .match(-1), "previous match"),
      Binding([.page], keys("c"), .contents, "contents"),
      Binding([.page], keys("e"), .edit, "edit the page's file in $EDITOR, at this place"),
      Binding([.page], keys("a"), .restoreAuthor, "all numbers back to the author's values"),
      Binding([.page], [.escape], .leave, "drop focus and search"),
      Binding(
        [.page], keys("Q"), .quiz, "a quiz of this chapter, or go on with the one you left"),
      Binding([.page], keys("P"), .askProgress, "your progress"),
      Binding([.page], keys("V"), .review(minutes: nil), "review what is due today"),
      Binding([.page], keys("m"), .toggleMouse, "mouse on or off (off: select text)"),
    ]
    + (0...9).map { digit in
      Binding(
        [.page], keys(String(digit)), .digit(digit), digit == 0 ? "a count for the next command" : nil,
        label: "0…9")
    }

  private static let contents: [Binding] = [
    Binding([.contents], keys("j") + [.down], .cursor(1), "down"),
    Binding([.contents], keys("k") + [.up], .cursor(-1), "up"),
    Binding([.contents], keys(" ") + [.pageDown], .cursorPage(1), "one page down"),
    Binding([.contents], keys("b") + [.pageUp], .cursorPage(-1), "one page up"),
    Binding([.contents], keys("g") + [.home], .cursorEnd(-1), "to the first"),
    Binding([.contents], keys("G") + [.end], .cursorEnd(1), "to the last"),
    Binding([.contents], [.enter], .activate, "go there"),
    Binding([.contents], keys("c"), .hideContents, "hide the contents"),
    Binding([.contents], [.escape, .tab], .leave, "back to the text"),
  ]

  private static let calculators: [Binding] =
    [
      Binding([.panel], [.tab, .down] + keys("j"), .cursor(1), "next input"),
      Binding([.panel], [.backTab, .up] + keys("k"), .cursor(-1), "previous input"),
      Binding([.panel], [.right] + keys("l"), .step(1, coarse: false), "one step up, or the next choice"),
      Binding([.panel], [.left] + keys("h"), .step(-1, coarse: false), "one step down, or the choice before"),
      Binding([.panel], [.shiftRight] + keys("+"), .step(1, coarse: true), "ten steps up"),
      Binding([.panel], [.shiftLeft] + keys("_"), .step(-1, coarse: true), "ten steps down"),
      Binding([.panel], [.enter], .activate, "change the value by typing"),
      Binding([.page, .panel], keys("x"), .analyse(.derivation), "how the number comes about, step by step"),
      Binding([.page, .panel], keys("w"), .analyse(.sweep), "sweep: the number over an input, as a chart"),
      Binding([.page, .panel], keys("s"), .analyse(.solve), "solve: the input that brings it to a value"),
      Binding([.page, .panel], keys("t"), .analyse(.sensitivity), "what the number depends on most"),
      Binding([.panel], keys("o"), .output(1), "the next output of the calculator for x w s t"),
      Binding([.panel], keys("O"), .output(-1), "the output before"),
      Binding([.panel], keys("L"), .nextScale, "in a sweep: linear or logarithmic"),
      Binding([.panel], keys("c"), .pin, "compare: pin the numbers, then see what differs, then unpin"),
      Binding([.page], keys("C"), .pin, "compare: pin the numbers, then see what differs, then unpin"),
      Binding([.page, .panel], keys("W"), .workbench, "workbench: hardware and model for the whole book"),
      Binding([.page, .panel], keys("X"), .whatIf, "what if: change any figure, see what follows"),
      Binding([.page, .panel], keys("y"), .copy, "copy the number or its derivation"),
      Binding([.panel], keys("r"), .resetInput, "this input back to the author's value"),
      Binding([.panel], keys("R"), .resetCalculator, "all inputs back to the author's values"),
      Binding([.panel], [.escape], .leave, "close the calculator"),
      Binding([.entry], [.enter, .tab], .activate, "take the value"),
      Binding([.entry], [.escape], .leave, "leave the value as it was"),
    ]
    + "0123456789.-$".enumerated().map { index, character in
      Binding(
        [.panel, .gaps], [.character(character)], .type(character),
        index == 0 ? "begin to type a value" : nil,
        label: "0…9 . - $")
    }

  private static let answering: [Binding] =
    [
      Binding(
        [.options, .arranging, .matching, .gaps, .rubric], keys("j") + [.down, .tab], .cursor(1), "down"),
      Binding(
        [.options, .arranging, .matching, .gaps, .rubric], keys("k") + [.up, .backTab], .cursor(-1), "up"),
      Binding([.options, .rubric], keys(" x"), .toggle, "choose, or choose no longer"),
      Binding([.arranging], keys("J") + [.right], .moveItem(1), "move the item down"),
      Binding([.arranging], keys("K") + [.left], .moveItem(-1), "move the item up"),
      Binding([.matching], keys(" x") + [.backspace], .toggle, "take the letter of the line away"),
      Binding([.options, .arranging, .matching, .rubric], [.enter], .answer, "answer"),
      Binding([.gaps], [.enter], .activate, "type"),
      Binding([.options, .arranging, .matching, .gaps], keys("h"), .hint, "hint"),
      Binding([.options, .arranging, .matching, .gaps, .rubric], [.escape], .leave, "leave the question"),
      Binding([.writing], [.enter], .answer, "next gap; after the last one: answer"),
      Binding([.writing], [.tab, .down], .cursor(1), "next gap"),
      Binding([.writing], [.backTab, .up], .cursor(-1), "previous gap"),
      Binding([.writing], [.control("t")], .hint, "hint"),
      Binding([.writing], [.escape], .leave, "stop typing"),
      Binding([.answered], keys("j") + [.down], .scroll(1), "one line down"),
      Binding([.answered], keys("k") + [.up], .scroll(-1), "one line up"),
      Binding([.answered], keys("t"), .tryAgain, "try again"),
      Binding([.answered], keys("r"), .readAgain, "read the paragraph that teaches it; Backspace leads back"),
      Binding([.answered], [.enter, .tab], .activate, "go on: reading, or to the next question of a quiz"),
      Binding([.answered], [.escape], .leave, "leave the question"),
      Binding(
        [.options, .arranging, .matching, .gaps, .rubric], keys("s"), .sureness,
        "say how sure you are: not, fairly, very"),
      Binding([.answered], keys("E"), .easy, "in a review, after a right answer: it was easy, or was not"),
      Binding(questions, keys("!"), .flag, "say what is wrong with the question"),
      Binding(questions, keys("Z"), .suspend, "do not ask this again, or do"),
      Binding(questions, keys("N"), .newQuiz, "in a quiz: begin a new one"),
      Binding(questions, keys("Q"), .quiz),
      Binding(questions, keys("}"), .chapter(1)),
      Binding(questions, keys("{"), .chapter(-1)),
    ]
    + "abcdefg".enumerated().map { index, letter in
      Binding(
        [.options, .rubric], [.character(letter)], .option(index), index == 0 ? "choose an option" : nil,
        label: "a…g")
    }
    + "abcdefg".enumerated().map { index, letter in
      Binding(
        [.matching], [.character(letter)], .option(index),
        index == 0 ? "give the line the letter of what belongs to it" : nil, label: "a…g")
    }

  private static let lines: [Binding] = [
    Binding(typing, [.backspace], .eraseBackward, "erase"),
    Binding(typing, [.delete], .eraseForward),
    Binding(typing, [.control("u")], .eraseAll, "erase all"),
    Binding(typing, [.left], .moveInEntry(-1)),
    Binding(typing, [.right], .moveInEntry(1)),
    Binding(typing, [.home, .control("a")], .moveInEntry(-EntryLimits.whole)),
    Binding(typing, [.end, .control("e")], .moveInEntry(EntryLimits.whole)),
    Binding([.search, .goTo, .find], [.enter], .activate, "go there"),
    Binding([.asking], [.enter], .activate, "take it"),
    Binding([.asking], [.escape], .leave, "leave it as it was"),
    Binding([.remark], [.enter], .activate, "keep it"),
    Binding([.remark], [.escape], .leave, "keep nothing"),
    Binding([.search, .goTo, .find], [.escape], .leave, "back to where you were"),
    Binding([.noting], [.enter], .activate, "keep the note"),
    Binding([.noting], [.escape], .leave, "write no note"),
    Binding([.naming], [.escape], .leave, "name nothing"),
    Binding([.goTo, .find], [.down, .tab, .control("n")], .cursor(1), "next offer"),
    Binding([.goTo, .find], [.up, .backTab, .control("p")], .cursor(-1), "offer before"),
  ]

  private static let program: [Binding] = [
    Binding([.popup, .help], [.escape, .enter], .leave, "close"),
    Binding(commands.filter { $0 != .help }, keys("?"), .help, "these keys"),
    Binding([.page], keys("q"), .quit, "quit; your place is kept"),
    Binding(commands.filter { $0 != .page }, keys("q"), .leave),
    Binding([.help], keys("?"), .leave),
    Binding(KeyPlace.allCases, [.control("c")], .quit, "quit from anywhere"),
    Binding(KeyPlace.allCases, [.control("z")], .stop, "suspend"),
    Binding(KeyPlace.allCases, [.control("l")], .redraw, "draw the screen anew"),
  ]
}

/// Distances in an entry.
enum EntryLimits {
  /// Further than any entry is long.
  static let whole = 10_000
}
