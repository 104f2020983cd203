import Content

/// A chapter that an author begins with: its file, and its pool of questions.
struct ChapterDraft {
  let id: String
  let title: String

  init(id: String, title: String) {
    self.id = id
    self.title = title
  }

  /// - Parameter name: an id with a number, or a title, which gets the next number after those of the book.
  init(named name: String, after ids: [String]) {
    let digits = name.prefix { $0.isASCII && $0.isNumber }
    if Slug.isID(name), !digits.isEmpty, name.dropFirst(digits.count).first == "-" {
      self.init(id: name, title: Slug.title(of: name))
      return
    }
    let last = ids.compactMap { Int($0.prefix { $0.isASCII && $0.isNumber }) }.max() ?? 0
    let number = last + 1
    self.init(id: (number < 10 ? "0" : "") + "\(number)-\(Slug.id(of: name))", title: name)
  }

  private var prefix: String { Slug.prefix(of: id) }

  var chapter: String {
    """
    ---
    title: \(BookTemplate.quoted(title))
    # What a reader can do afterwards. Each objective is asked for by a question that names its id.
    objectives:
      \(prefix)-size: Compute the memory that the weights of a model need.
      \(prefix)-time: Estimate how long it takes to read them once.
    ---

    <!-- A section is a second-level heading with an id: links, questions and the contents lead to it. Every example below
    works; replace it with yours. `napkin check` says what is wrong, and Content/README.md is the whole format. -->

    ## Weights {#sec-\(prefix)-weights}

    <!-- A box: definition, example, insight, fallacy, pitfall, takeaways, note, warning, … -->

    ::: {.definition title="Weights"}
    The numbers that a model learned. They stay the same while it answers.
    :::

    <!-- A calculator is a panel that readers change. `check` holds the value that you worked out by hand, so that the
    formula and the page can not drift apart. -->

    \(CalculatorTemplate.text(id: "\(prefix)-weights"))
    <!-- A number that follows from others is never typed: `{calc} name` shows it, whatever the reader has changed. -->

    At `{calc} bytes` a parameter, `{calc} parameters` parameters take `{calc} size`, and reading them once takes
    `{calc} time`. @calc-\(prefix)-weights computes both.[^unit]

    [^unit]: A footnote. Mathematics is LaTeX: $t = s / b$.

    ## The time of one pass {#sec-\(prefix)-time}

    The time is the bytes over the bandwidth:

    $$
    t = \\frac{s}{b}
    $$ {#eq-\(prefix)-time}

    | Bytes of a parameter | Share of the time |
    |:---------------------|------------------:|
    | 4                    |             100 % |
    | 2                    |              50 % |

    : Half the bytes take half the time. {#tbl-\(prefix)-time}

    @tbl-\(prefix)-time follows from @eq-\(prefix)-time, and @sec-\(prefix)-weights counts the bytes.

    <!-- One question in the flow; it also joins the pool of the chapter. -->

    ::: {.quickcheck}
    \(question("half", .choice, "sec-\(prefix)-time", "\(prefix)-time"))
    :::

    ::: {.checkpoint}
    - [ ] I can size the weights of a model.
    - [ ] I can estimate the time of one pass over them.
    :::

    """
  }

  var questions: String {
    let questions = [
      question("bytes", .numeric, "sec-\(prefix)-weights", "\(prefix)-size"),
      question("what", .multiple, "sec-\(prefix)-weights", "\(prefix)-size"),
      question("constant", .truefalse, "sec-\(prefix)-time", "\(prefix)-time"),
      question("name", .fill, "sec-\(prefix)-time", "\(prefix)-time"),
    ]
    return """
      <!-- The pool of the chapter of the same name: quizzes draw from it, at least five questions with those in the
      chapter. An id stays as it is once learners have answered the question. `napkin new question` adds one. -->


      """ + questions.joined(separator: "\n\n") + "\n"
  }

  private func question(_ name: String, _ kind: QuestionTemplate.Kind, _ section: String, _ objective: String)
    -> String
  {
    QuestionTemplate.question(
      id: "q-\(prefix)-\(name)", kind: kind, section: section, objective: objective,
      answer: ("\(prefix)-weights", "size", "bytes"))
  }
}
