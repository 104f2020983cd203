import Content
import Testing

@testable import Typesetting

@Suite struct TextTests {
  @Test(
    "Where lines break",
    arguments: [
      ("short words go on", 9, ["short", "words", "go on"]),
      ("one two three four five six", 13, ["one two three", "four five six"]),
      (
        "A last line of one short word is avoided so", 41, ["A last line of one short word is", "avoided so"]
      ),
      ("the cache holds 80\u{A0}GB of it", 18, ["the cache holds", "80 GB of it"]),
      ("it moves 3.35 TB/s of data", 13, ["it moves", "3.35 TB/s", "of data"]),
      ("it holds 1,024 KB.", 14, ["it holds", "1,024 KB."]),
      ("high-bandwidth memory", 12, ["high-", "bandwidth", "memory"]),
      ("784-128-64-10 is kept", 14, ["784-128-64-10", "is kept"]),
      ("a self\u{AD}attention\u{AD}layer", 14, ["a self-", "attentionlayer"]),
      ("one\u{200B}two", 4, ["one", "two"]),
      ("one\u{200B}two", 8, ["onetwo"]),
      ("incomprehensibilities here", 10, ["incomprehe", "nsibilitie", "s here"]),
      ("日本語の文章は続く。", 10, ["日本語の文", "章は続く。"]),
      ("日本語。次", 6, ["日本", "語。次"]),
      ("図 5.1 は ReLU を示す", 10, ["図 5.1 は", "ReLU を", "示す"]),
      ("e\u{301}tude e\u{301}tude", 6, ["e\u{301}tude", "e\u{301}tude"]),
      ("a 👩\u{200D}💻 👍🏽 ☀\u{FE0F} b", 20, ["a 👩 👍 ☀ b"]),
      ("a 🏴\u{E0067}\u{E0062}\u{E007F} 🇩🇪 1\u{FE0F}\u{20E3} b", 20, ["a 🏴 🇩🇪 1\u{20E3} b"]),
      ("say—as one does—that", 9, ["say—as", "one does—", "that"]),
      ("  spaces   collapse  ", 40, ["spaces collapse"]),
      ("\u{1B}[31mred\u{7}", 40, ["␛[31mred␇"]),
      ("", 10, []),
    ] as [(String, Int, [String])])
  func lines(text: String, width: Int, expected: [String]) {
    #expect(paragraph(text).layout(in: page(width)).lines.map(\.plain) == expected)
  }

  @Test func hardBreaksAndSoftBreaks() {
    let block = paragraph(
      .text("one"), .softBreak, .text("two"), .lineBreak, .text("three"), .html("<br>"), .text("four"))
    #expect(picture([block], in: page(40)) == ["one two", "three", "four"])
  }

  @Test func stylesOfInlines() {
    let block = paragraph(
      .text("plain "), .emphasis([.text("slanted "), .strong([.text("both")])]), .text(" "), .code("x = 1"),
      .text(" "),
      .strikethrough([.text("gone")]), .text(" "),
      .link(destination: "u", title: nil, content: [.text("a link")]),
      .text("."))
    let runs = block.layout(in: page(80)).lines[0].runs
    #expect(
      runs == [
        Run("plain "), Run("slanted ", Style(.body, .italic)), Run("both", Style(.body, [.italic, .bold])),
        Run(" "),
        Run("x = 1", Style(.code)), Run(" ~~"), Run("gone", Style(.body, .strikethrough)), Run("~~ "),
        Run("a link", Style(.link, .underline)), Run("."),
      ])
  }

  @Test func struckTextIsToldApartWhereNothingStrikesItOut() {
    let block = paragraph(.text("It is "), .strikethrough([.text("slow")]), .text(" fast."))
    #expect(picture([block], in: page(80)) == ["It is ~~slow~~ fast."])
    var striking = page(80)
    striking.marksStrikethrough = false
    #expect(picture([block], in: striking) == ["It is slow fast."])
  }

  @Test func referencesFootnotesAndCitations() {
    let block = paragraph(
      .text("See "), .reference(Reference(id: "sec-size", range: nowhere)), .text(", "),
      .reference(Reference(id: "sec-none", range: nowhere)), .footnote(label: "a"), .footnote(label: "b"),
      .text(" "),
      .citation(["horowitz-2014"]), .text(" "), .citation(["rumelhart-1986", "nvidia-h100"]), .text(" "),
      .citation(["missing"]), .footnote(label: "nobody"))
    #expect(
      picture([block], in: page(200)) == [
        "See Section 5.2, sec-none?¹,¹² (Horowitz 2014) (Rumelhart et al. 1986; NVIDIA Corporation 2023) (missing?)[nobody?]"
      ])
    #expect(
      picture([block], in: page(200, isASCII: true))[0].hasPrefix(
        "See Section 5.2, sec-none?[1],[12] (Horowitz"))
  }

  @Test(arguments: [
    ("M. Horowitz", "Horowitz"), ("Jia Deng", "Deng"), ("Horowitz, M.", "Horowitz"),
    ("D. E. Rumelhart, G. E. Hinton and R. J. Williams", "Rumelhart et al."),
    ("Rumelhart, D. E., Hinton, G. E.", "Rumelhart and Hinton"),
    ("A. Vaswani and N. Shazeer", "Vaswani and Shazeer"),
    ("Jouppi, N. P. and Young, C.", "Jouppi and Young"), ("NVIDIA", "NVIDIA"), ("Meta AI", "Meta AI"),
    ("International Energy Agency", "International Energy Agency"), ("K. He; X. Zhang; S. Ren", "He et al."),
    ("T. Dettmers et al.", "T. Dettmers et al."), ("", ""),
  ])
  func namesInCitations(author: String, short: String) {
    #expect(Citation.names(author) == short)
  }

  @Test func asciiForms() {
    let block = paragraph("“Größe” – 3 × 4 ≈ 12 µs → ∂L, naïve… 日本 x² λ")
    #expect(
      picture([block], in: page(80, isASCII: true)) == [
        "\"Grosse\" - 3 x 4 ~ 12 us -> dL, naive... ?? x^2 lambda"
      ])
  }

  @Test func tagsOfRunningTextLeaveTheirContent() {
    let block = paragraph(
      .text("H"), .html("<sub>"), .text("2"), .html("</sub>"), .text("O, List"), .html("<T>"))
    #expect(picture([block], in: page(40)) == ["H₂O, List<T>"])
  }
}
