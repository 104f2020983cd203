import Content
import Engine

let nowhere = SourceRange(SourcePosition(line: 1), SourcePosition(line: 1))

func words(_ text: String) -> [Block] {
  [.paragraph(Paragraph(content: [.text(text)], range: nowhere))]
}

func question(
  _ body: QuestionBody, id: String = "q-test", section: String? = nil, objective: String? = nil,
  stem: String = "Stem"
) -> Question {
  Question(
    id: id, section: section, objective: objective, stem: words(stem), body: body, file: "questions/05.md",
    range: nowhere)
}

/// Options with a star before the right ones.
func options(_ texts: String...) -> [QuestionOption] {
  texts.map { text in
    QuestionOption(
      content: words(text.hasPrefix("*") ? String(text.dropFirst()) : text), isCorrect: text.hasPrefix("*"))
  }
}

func pairs(_ pairs: (String, String)...) -> [MatchPair] {
  pairs.map { MatchPair(left: [.text($0)], right: [.text($1)]) }
}

let emptyWorkbook = Workbook(library: Library())
