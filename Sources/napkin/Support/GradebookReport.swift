import Content
import Learning

/// A gradebook for people, spreadsheets and programs.
struct GradebookReport: Encodable {
  struct Quiz: Encodable {
    var id, title: String
    var students, passed: Int
    var passRate, meanCredit: Double
  }

  struct Grade: Encodable {
    var quiz, file, trust: String
    var credit, minutes: Double
    var passed: Bool
    var count: Int
    /// 1 for the first.
    var sitting: Int
  }

  struct Student: Encodable {
    var name: String
    var grades: [Grade]
  }

  struct Choice: Encodable {
    var text: String
    var students: [String]
  }

  struct Item: Encodable {
    var quiz, question: String
    var stem: String?
    var asked, omitted: Int
    var difficulty: Double
    var discrimination: Double?
    var wrong: [Choice]
    var meanSeconds: Double
  }

  var quizzes: [Quiz]
  var students: [Student]
  var items: [Item]
  var edited, unsigned, mixedBooks: [String]
  /// Files that are no results.
  var unreadable: [String] = []

  /// A line for each file that does not count.
  var leftOut: [String] {
    let kinds = [
      (edited, "edited after it was handed in, and left out"), (unsigned, "not signed, and left out"),
      (unreadable, "no result of an exam, and left out"),
    ]
    return kinds.flatMap { files, words in files.map { "\($0): \(words)" } }
  }

  /// A line for each grade of an exam that the student had handed in before.
  var laterSittings: [String] {
    students.flatMap { student in
      student.grades.compactMap { grade in
        let number = max(grade.sitting, grade.count)
        return number > 1
          ? "\(student.name), \(grade.quiz): sitting \(number), \(grade.count) of them in these files" : nil
      }
    }
  }

  /// - Parameter book: for the words of questions and options, where it is at hand.
  init(_ gradebook: Gradebook, book: Book?) {
    var places: [String: (chapter: Chapter, question: Question)] = [:]
    for chapter in (book?.chapters ?? [:]).values {
      for question in chapter.questions { places[question.id] = (chapter, question) }
    }
    quizzes = gradebook.quizzes.map {
      Quiz(
        id: $0.id, title: $0.title, students: $0.students, passed: $0.passed, passRate: $0.passRate,
        meanCredit: $0.meanCredit)
    }
    students = gradebook.students.map { student in
      Student(
        name: student.name,
        grades: student.grades.sorted { $0.key < $1.key }.map { quiz, entry in
          Grade(
            quiz: quiz, file: entry.file, trust: entry.trust.rawValue, credit: entry.credit,
            minutes: entry.minutes, passed: entry.isPassed, count: entry.count,
            sitting: entry.sitting)
        })
    }
    items = gradebook.items.map { item in
      let place = places[item.question]
      let report = place.flatMap { place in
        book.map { QuestionReport(place.question, of: place.chapter, in: $0) }
      }
      return Item(
        quiz: item.exam, question: item.question,
        stem: report.map {
          $0.stem + (place?.question.isVaried == true ? " (each student with other numbers)" : "")
        },
        asked: item.asked,
        omitted: item.omitted,
        difficulty: item.difficulty, discrimination: item.discrimination,
        wrong: item.wrong.map { choice in
          var text = choice.text ?? "option \((choice.option ?? 0) + 1)"
          if let option = choice.option, let options = report?.options, options.indices.contains(option) {
            text = options[option].text
          }
          return Choice(text: text, students: choice.students)
        }, meanSeconds: item.meanSeconds)
    }
    edited = gradebook.edited
    unsigned = gradebook.unsigned
    mixedBooks = gradebook.mixedBooks
  }

  /// Students by quizzes; `*` beside what did not pass.
  var text: String {
    var table = TextTable(header: ["student"] + quizzes.map(\.id), numeric: Set(1...max(1, quizzes.count)))
    for student in students {
      table.rows.append([student.name] + quizzes.map { quiz in cell(student, quiz) })
    }
    table.rows.append(["passed"] + quizzes.map { "\($0.passed) of \($0.students)" })
    table.rows.append(["mean"] + quizzes.map { Self.percent($0.meanCredit) })
    var text = table.text(width: Output.pageWidth)
    if students.contains(where: { $0.grades.contains { !$0.passed } }) { text += "* below the pass mark\n" }
    for line in laterSittings + leftOut { text += line + "\n" }
    for exam in mixedBooks { text += "\(exam): taken with different versions of the book\n" }
    return text
  }

  private func cell(_ student: Student, _ quiz: Quiz) -> String {
    guard let grade = student.grades.first(where: { $0.quiz == quiz.id }) else { return "" }
    return Self.percent(grade.credit) + (grade.passed ? " " : "*")
  }

  /// Questions, the hardest first.
  var itemsText: String {
    var text = ""
    for item in items.sorted(by: {
      ($0.quiz, $0.difficulty, $0.question) < ($1.quiz, $1.difficulty, $1.question)
    }) {
      let discrimination = item.discrimination.map { Self.decimal($0) } ?? "–"
      text += "\(item.question)  \(item.quiz)  \(Self.percent(item.difficulty)) of \(item.asked), "
      text +=
        "discrimination \(discrimination)\(item.omitted > 0 ? ", \(item.omitted) without an answer" : "")\n"
      if let stem = item.stem {
        text += paragraph(stem.replacing("\n", with: " "), indent: 2, width: Output.textWidth)
      }
      for choice in item.wrong {
        let line = "\(choice.students.count) × \(choice.text): \(choice.students.joined(separator: ", "))"
        text += paragraph(line.replacing("\n", with: " "), indent: 4, width: Output.textWidth)
      }
    }
    return text
  }

  /// A row a student: name, then credit and pass of each quiz.
  var studentsCSV: String {
    var text = CSVText.line(
      ["student"] + quizzes.flatMap { [$0.id, "\($0.id) passed", "\($0.id) minutes", "\($0.id) sitting"] })
    for student in students {
      text += CSVText.line(
        [student.name]
          + quizzes.flatMap { quiz in
            student.grades.first { $0.quiz == quiz.id }.map {
              [
                Self.decimal($0.credit, digits: 4), $0.passed ? "yes" : "no",
                Self.decimal($0.minutes, digits: 1), String(max($0.sitting, $0.count)),
              ]
            } ?? ["", "", "", ""]
          })
    }
    return text
  }

  /// A row a question and wrong answer.
  var itemsCSV: String {
    var text = CSVText.line([
      "quiz", "question", "asked", "omitted", "difficulty", "discrimination", "wrong answer", "count",
      "students",
    ])
    for item in items {
      let start = [
        item.quiz, item.question, String(item.asked), String(item.omitted),
        Self.decimal(item.difficulty, digits: 4),
        item.discrimination.map { Self.decimal($0, digits: 4) } ?? "",
      ]
      if item.wrong.isEmpty { text += CSVText.line(start + ["", "0", ""]) }
      for choice in item.wrong {
        text += CSVText.line(
          start + [choice.text, String(choice.students.count), choice.students.joined(separator: "; ")])
      }
    }
    return text
  }

  private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

  /// A number with a fixed count of decimals.
  private static func decimal(_ value: Double, digits: Int = 2) -> String {
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let units = Int((abs(value) * scale).rounded())
    let whole = Int(scale)
    let fraction = String(units % whole)
    return (value < 0 && units > 0 ? "-" : "") + "\(units / whole)."
      + String(repeating: "0", count: max(0, digits - fraction.count)) + fraction
  }
}

extension Question {
  /// Whether its numbers are drawn for each attempt.
  fileprivate var isVaried: Bool {
    if case .numeric(let numeric) = body { !numeric.vary.isEmpty } else { false }
  }
}
