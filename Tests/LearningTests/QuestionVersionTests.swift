import Content
import Learning
import Testing

@Suite struct QuestionVersionTests {
  let original = question(GraderTests.choice)

  @Test func isTheSameOnEveryMachine() {
    #expect(original.version == "5042e1cc8e20271d")
  }

  @Test func staysWhereNothingAskedChanges() {
    var moved = original
    moved.range = SourceRange(SourcePosition(line: 40), SourcePosition(line: 52))
    moved.stem = [
      .paragraph(Paragraph(content: [.text("Stem")], range: moved.range))
    ]
    moved.hint = words("A hint")
    moved.explanation = words("Because")
    moved.difficulty = 3
    moved.section = "sec-other"
    #expect(moved.version == original.version)
  }

  @Test(arguments: [
    question(GraderTests.choice, stem: "Another stem"),
    question(.choice(options("sigmoid", "ReLU", "*tanh"))),
    question(.choice(options("sigmoid", "*ReLU"))),
    question(.multiple(options("sigmoid", "*ReLU", "tanh"))),
  ])
  func changesWithWhatIsAsked(_ edited: Question) {
    #expect(edited.version != original.version)
  }
}
