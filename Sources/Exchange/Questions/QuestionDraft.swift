/// A question on its way into a file of ours; all texts are Markdown.
public struct QuestionDraft: Hashable, Sendable {
  /// An option of a choice.
  public struct Option: Hashable, Sendable {
    public var text: String
    public var isCorrect: Bool
    public var feedback: String

    public init(_ text: String, isCorrect: Bool, feedback: String = "") {
      self.text = text
      self.isCorrect = isCorrect
      self.feedback = feedback
    }
  }

  /// Two things that belong together.
  public struct Pair: Hashable, Sendable {
    public var left: String
    public var right: String

    public init(_ left: String, _ right: String) {
      self.left = left
      self.right = right
    }
  }

  /// What it asks for.
  public enum Body: Hashable, Sendable {
    case choice([Option])
    case multiple([Option])
    case trueFalse(Bool, feedback: String)
    case numeric(answer: String, tolerance: String?, vary: String?)
    /// The gaps stand in the stem: `[answer|other]{.blank}`.
    case fill
    case order([String])
    case match([Pair])
    case short(answer: String, rubric: [String])
  }

  public var id: String
  public var section: String?
  public var objective: String?
  public var difficulty: Int?
  public var stem: String
  public var body: Body
  public var hint = ""
  public var explanation = ""
  /// What has no place in the question, kept beside it.
  public var comment = ""

  public init(id: String, stem: String, body: Body) {
    self.id = id
    self.stem = stem
    self.body = body
  }
}
