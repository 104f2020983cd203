/// What a question asks for, by kind.
public enum QuestionBody: Hashable, Sendable {
  /// One right option.
  case choice([QuestionOption])
  /// Any number of right options.
  case multiple([QuestionOption])
  case trueFalse(answer: Bool, feedback: [Block])
  case numeric(NumericAnswer)
  /// For each gap what is accepted, the first being the model.
  case fill([[String]])
  /// Items in the right order.
  case order([[Block]])
  /// Left and right of each pair.
  case match([MatchPair])
  case short(answer: [Block], rubric: [[Block]])

  /// The name of the kind as authors write it.
  public var kind: String {
    switch self {
    case .choice: "choice"
    case .multiple: "multiple"
    case .trueFalse: "truefalse"
    case .numeric: "numeric"
    case .fill: "fill"
    case .order: "order"
    case .match: "match"
    case .short: "short"
    }
  }
}

/// An option of a `choice` or `multiple` question.
public struct QuestionOption: Hashable, Sendable {
  public var content: [Block]
  public var isCorrect: Bool
  /// Why it is right or wrong.
  public var feedback: [Block]

  public init(content: [Block], isCorrect: Bool, feedback: [Block] = []) {
    self.content = content
    self.isCorrect = isCorrect
    self.feedback = feedback
  }
}

/// The answer of a `numeric` question.
public struct NumericAnswer: Hashable, Sendable {
  /// `calculator.output`, or a quantity.
  public var answer: String
  /// `2 %` of the answer, or a quantity; nil for the digits of the answer.
  public var tolerance: String?
  /// Inputs of the answer's calculator that are drawn anew on every attempt.
  public var vary: [String]

  public init(answer: String, tolerance: String? = nil, vary: [String] = []) {
    self.answer = answer
    self.tolerance = tolerance
    self.vary = vary
  }
}

/// Two things that belong together.
public struct MatchPair: Hashable, Sendable {
  public var left: [Inline]
  public var right: [Inline]

  public init(left: [Inline], right: [Inline]) {
    self.left = left
    self.right = right
  }
}
