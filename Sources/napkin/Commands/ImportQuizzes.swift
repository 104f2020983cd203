import ArgumentParser
import Exchange

/// Makes a file of questions of a JSON file of quizzes.
struct ImportQuizzes: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quizzes", abstract: "Make a file of questions of a JSON file of quizzes.",
    discussion: """
      napkin import quizzes training_quizzes.json --chapter 8
      napkin import quizzes training_quizzes.json -o questions.md

      The file is an object with `sections`, each with `section_id`, `section_title` and `quiz_data.questions`; a question \
      has `question_type` (MCQ, TF, FILL, SHORT, ORDER or CALC), `question`, `choices`, `answer` and \
      `learning_objective`.
      """)

  @Argument(help: "The .json file, - for standard input.")
  var file: String

  @OptionGroup var options: QuestionImportOptions

  func run() throws {
    let declares = options.addObjectives
    try options.run(file: file) { text, target throws(ImportProblem) in
      try QuizImporter.questions(of: text, for: target, declaresObjectives: declares)
    }
  }
}
