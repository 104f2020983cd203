import Content
import Engine
import Learning
import Typesetting

/// Asks one question by prompts and grades the answer.
struct LineQuestion {
  /// How it ended.
  enum Ending {
    /// - Parameter sureness: as `Sureness` has it; nil where nothing was said.
    case answered(Answer, Grade, QuestionDraw, usedHint: Bool, sureness: Int?)
    case skipped
    /// The learner wants to leave, or the input ended.
    case left
    /// A command of whoever asks was typed.
    case command(String)
  }

  /// What the learner says of the question itself.
  enum Remark {
    /// Not to be asked again, or again if it was not.
    case never
    /// What is wrong with it.
    case wrong(String)
  }

  let question: Question
  let draw: QuestionDraw
  /// In an exam: no hint, no model answer, and these commands beside answers.
  var examCommands: Set<String>?
  /// Whether it was read right before, and is asked on.
  var isHeard = false
  private let context: PageContext
  private let authored: Workbook

  /// - Parameter seed: decides how options are shuffled and inputs drawn; nil for a question as its page shows it.
  init(_ question: Question, seed: UInt64?, in context: PageContext) {
    self.question = question
    var authored = context.book.workbook
    if !authored.scenario.isEmpty { _ = authored.apply(Scenario()) }
    self.authored = authored
    draw =
      seed.map { QuestionDraw(question, workbook: authored, seed: $0) }
      ?? QuestionDraw(asShown: question, workbook: authored)
    var page = context
    page.book.workbook = draw.applied(to: authored)
    self.context = page
  }

  /// Shows the question and asks until there is an answer.
  ///
  /// - Parameter keep: keeps a remark and gives what to say to it.
  func ask(on terminal: LineTerminal, keep: (Remark) -> String) -> Ending {
    let options = self.options
    if !isHeard {
      terminal.say(words(of: question.stem))
      show(options, on: terminal)
    }
    let typed = TypedAnswer(question: question, order: draw.optionOrder)
    var help = Help()
    while true {
      guard let text = terminal.ask(prompt(typed) + "> ") else { return .left }
      switch carryOut(text, &help, takesWords: takesWords, on: terminal, keep: keep) {
      case .ended(let ending): return ending
      case .done: continue
      case .again:
        terminal.say(words(of: question.stem))
        show(options, on: terminal)
        continue
      case .answer: break
      }
      switch typed.read(text, options: options) {
      case .failure(let misread):
        let found = text.isEmpty ? "nothing" : "\"\(text)\""
        terminal.say("\(misread.message.dropLast()), found \(found). help says what else can be typed.")
      case .success(var answer):
        if case .rubric(let text, _) = answer, examCommands == nil {
          switch tickPoints(&help, on: terminal, keep: keep) {
          case .ticked(let points): answer = .rubric(text: text, points: points)
          case .ended(let ending): return ending
          }
        }
        let grade = Grader.grade(question, answer: answer, workbook: authored, drawn: draw.inputs)
        guard grade.isCounted else {
          terminal.say(spoken(grade.verdict) + " help says what else can be typed.")
          continue
        }
        return .answered(answer, grade, draw, usedHint: help.usedHint, sureness: help.sureness)
      }
    }
  }

  /// What was asked for beside the answer.
  private struct Help {
    var usedHint = false
    var sureness: Int?
  }

  /// What a line was at the prompt of an answer.
  private enum Reply {
    /// To be read as an answer.
    case answer
    /// A command that was carried out.
    case done
    /// The question is to be said once more.
    case again
    case ended(Ending)
  }

  /// Carries out the words that are taken at every prompt of a question.
  ///
  /// - Parameter takesWords: whether any word may be the answer, so that only those are taken that are none.
  private func carryOut(
    _ text: String, _ help: inout Help, takesWords: Bool, on terminal: LineTerminal, keep: (Remark) -> String
  ) -> Reply {
    let command = text.lowercased()
    if let examCommands, examCommands.contains(command) || examCommands.contains(Self.verb(of: command)) {
      return .ended(.command(command))
    }
    if Self.leaves(command) { return .ended(.left) }
    switch command {
    case "skip": return .ended(.skipped)
    case "help" where !isAnswer(command):
      terminal.say(self.help(takesWords: takesWords))
      return .done
    case "stop" where !takesWords: return .ended(.left)
    case "hint", "?":
      if examCommands != nil {
        terminal.say("An exam gives no hints.")
      } else {
        help.usedHint = help.usedHint || !question.hint.isEmpty
        terminal.say(question.hint.isEmpty ? "There is no hint." : "Hint: " + line(of: question.hint))
      }
      return .done
    case "again", "repeat": return .again
    default: break
    }
    if examCommands != nil { return .answer }
    let (verb, rest) = LineCommand.words(text)
    if verb == "sure", let step = Int(rest), Sureness.steps.indices.contains(step - 1) {
      help.sureness = Sureness.steps[step - 1].value
      terminal.say("You are \(Sureness.steps[step - 1].name).")
      return .done
    }
    if !takesWords, command == "never" || verb == "wrong" && !rest.isEmpty {
      terminal.say(keep(command == "never" ? .never : .wrong(rest)))
      return .done
    }
    return .answer
  }

  /// Whether a word leaves a question, at its prompt or at one that follows.
  static func leaves(_ text: String) -> Bool { ["quit", "exit", "q!"].contains(text.lowercased()) }

  /// The first word of a command with a number.
  private static func verb(of command: String) -> String {
    let words = command.split(separator: " ")
    return words.count == 2 && Int(words[1]) != nil ? String(words[0]) : command
  }

  /// What can be typed in place of an answer.
  private var help: String { help(takesWords: takesWords) }

  private func help(takesWords: Bool) -> String {
    examCommands == nil
      ? "hint helps, again says the question once more, skip goes on, quit leaves. sure 1, 2 or 3 says how sure you are"
        + (takesWords ? "." : ", never that it is not to be asked again, wrong WORDS what is wrong with it.")
      : "again says the question once more, skip goes on, list says what is open, quit leaves."
  }

  /// Whether a gap is filled by this word.
  private func isAnswer(_ word: String) -> Bool {
    guard case .fill(let gaps) = question.body else { return false }
    return gaps.contains { $0.contains { $0.lowercased() == word } }
  }

  /// Whether any word may be the answer.
  private var takesWords: Bool {
    switch question.body {
    case .fill, .short: true
    default: false
    }
  }

  /// What grading says, and why.
  func explain(_ grade: Grade, of answer: Answer, on terminal: LineTerminal) {
    terminal.say(spoken(grade.verdict))
    if !grade.isRight, let expected = grade.expected {
      terminal.say("The right answer: " + spoken(rightAnswer(expected)))
    }
    let feedback = self.feedback(grade, answer)
    terminal.say(feedback)
    if !question.explanation.isEmpty { terminal.say(words(of: question.explanation)) }
  }

  private func spoken(_ text: String) -> String { spokenText(text, isASCII: context.isASCII) }

  /// What is right, with the letters and numbers by which it was read.
  private func rightAnswer(_ expected: String) -> String {
    func without(_ text: String) -> String { text.hasSuffix(".") ? String(text.dropLast()) : text }
    switch question.body {
    case .choice(let options), .multiple(let options):
      let named = draw.optionOrder.enumerated().filter { options[$0.element].isCorrect }.map {
        "\(TypedAnswer.letter($0.offset)). \(without(line(of: options[$0.element].content)))"
      }
      return named.isEmpty ? expected : named.joined(separator: "; ") + "."
    case .order(let items):
      let places = items.indices.compactMap { item in draw.optionOrder.firstIndex(of: item) }
      return zip(places, items).map { "\($0 + 1). \(without(line(of: $1)))" }.joined(separator: "; ") + "."
    case .match(let pairs):
      return pairs.enumerated().map { index, pair in
        let letter = draw.optionOrder.firstIndex(of: index).map(TypedAnswer.letter) ?? ""
        let sides = [pair.left, pair.right].map {
          Typesetting.words(of: $0, in: context, marksChanges: false)
        }
        return "\(index + 1)\(letter). \(sides[0]): \(without(sides[1]))"
      }.joined(separator: "; ") + "."
    default: return expected
    }
  }

  private func prompt(_ typed: TypedAnswer) -> String {
    let unit = Grader.unitWords(of: question, workbook: authored, drawn: draw.inputs)
    return typed.prompt + (unit.map { " " + $0 } ?? "")
  }

  private func words(of blocks: [Block]) -> [String] {
    Typesetting.words(of: blocks, in: context, marksChanges: false)
  }

  private func line(of blocks: [Block]) -> String {
    words(of: blocks).filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Options, items or right sides in the order of showing.
  private var options: [String] {
    switch question.body {
    case .choice(let options), .multiple(let options): draw.optionOrder.map { line(of: options[$0].content) }
    case .order(let items): draw.optionOrder.map { line(of: items[$0]) }
    case .match(let pairs):
      draw.optionOrder.map { Typesetting.words(of: pairs[$0].right, in: context, marksChanges: false) }
    case .trueFalse, .numeric, .fill, .short: []
    }
  }

  private func show(_ options: [String], on terminal: LineTerminal) {
    switch question.body {
    case .order:
      for (place, option) in options.enumerated() { terminal.say("  \(place + 1). \(option)") }
    case .match(let pairs):
      for (index, pair) in pairs.enumerated() {
        let left = Typesetting.words(of: pair.left, in: context, marksChanges: false)
        terminal.say("  \(index + 1). \(left)")
      }
      for (place, option) in options.enumerated() {
        terminal.say("  \(TypedAnswer.letter(place)). \(option)")
      }
    default:
      for (place, option) in options.enumerated() {
        terminal.say("  \(TypedAnswer.letter(place)). \(option)")
      }
    }
  }

  /// How the ticking of points ended.
  private enum Ticking {
    case ticked([Int])
    case ended(Ending)
  }

  /// Asks for the points of a short answer that the learner made.
  private func tickPoints(_ help: inout Help, on terminal: LineTerminal, keep: (Remark) -> String) -> Ticking
  {
    guard case .short(let model, let rubric) = question.body else { return .ticked([]) }
    func sayPoints() {
      terminal.say("Model answer: " + line(of: model))
      for (index, point) in rubric.enumerated() { terminal.say("  \(index + 1). \(line(of: point))") }
    }
    sayPoints()
    if rubric.isEmpty { return .ticked([]) }
    while true {
      guard let text = terminal.ask("Which of these points did you make? Numbers, all or none> ") else {
        return .ended(.left)
      }
      switch carryOut(text, &help, takesWords: false, on: terminal, keep: keep) {
      case .ended(let ending): return .ended(ending)
      case .done: continue
      case .again:
        sayPoints()
        continue
      case .answer: break
      }
      switch text.lowercased() {
      case "none", "0", "-", "no": return .ticked([])
      case "all", "yes": return .ticked(Array(rubric.indices))
      default:
        let parts = text.split { $0.isWhitespace || ",;.".contains($0) }
          .filter { $0.lowercased() != "and" }
        let numbers = parts.compactMap { Int($0) }
        if !numbers.isEmpty, numbers.count == parts.count,
          numbers.allSatisfy({ rubric.indices.contains($0 - 1) })
        {
          return .ticked(Set(numbers.map { $0 - 1 }).sorted())
        }
        terminal.say(
          "Expected numbers from 1 to \(rubric.count), all or none, found \"\(text)\". help says what else can be "
            + "typed.")
      }
    }
  }

  private func feedback(_ grade: Grade, _ answer: Answer) -> [String] {
    switch question.body {
    case .choice(let options), .multiple(let options):
      // In the order in which they were read.
      return draw.optionOrder.enumerated().compactMap { place, index in
        guard grade.optionFeedback.contains(index), !options[index].feedback.isEmpty else { return nil }
        return "\(TypedAnswer.letter(place)): " + line(of: options[index].feedback)
      }
    case .trueFalse(_, let feedback): return feedback.isEmpty || grade.isRight ? [] : [line(of: feedback)]
    default: return []
    }
  }
}
