/// What a learner answered. All indices are the author's, from 0, however the question was shuffled.
///
/// As JSON an answer is an object with one key that names its form: `{"options": [2]}`, `{"text": ["437.5 KB"]}`.
public enum Answer: Hashable, Sendable {
  /// The options chosen, of `choice` and `multiple`.
  case options([Int])
  case truth(Bool)
  /// What was typed: one text for `numeric`, one for each gap of `fill`.
  case text([String])
  /// The items in the learner's order: `[2, 0, 1]` puts the author's third item first.
  case order([Int])
  /// For each left side, whose right side was put beside it; -1 for none.
  case match([Int])
  /// The text of a `short` answer, with the points of the rubric that the learner ticked.
  case rubric(text: String, points: [Int])
}

extension Answer: Codable {
  private enum Key: String, CodingKey { case options, truth, text, order, match, rubric }

  private struct Rubric: Codable {
    var text: String
    var points: [Int]
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    switch container.allKeys.first {
    case .options: self = .options(try container.decode([Int].self, forKey: .options))
    case .truth: self = .truth(try container.decode(Bool.self, forKey: .truth))
    case .text: self = .text(try container.decode([String].self, forKey: .text))
    case .order: self = .order(try container.decode([Int].self, forKey: .order))
    case .match: self = .match(try container.decode([Int].self, forKey: .match))
    case .rubric:
      let rubric = try container.decode(Rubric.self, forKey: .rubric)
      self = .rubric(text: rubric.text, points: rubric.points)
    case nil:
      throw DecodingError.dataCorrupted(
        DecodingError.Context(
          codingPath: decoder.codingPath,
          debugDescription: "expected one of options, truth, text, order, match, rubric"))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .options(let indices): try container.encode(indices, forKey: .options)
    case .truth(let value): try container.encode(value, forKey: .truth)
    case .text(let texts): try container.encode(texts, forKey: .text)
    case .order(let indices): try container.encode(indices, forKey: .order)
    case .match(let indices): try container.encode(indices, forKey: .match)
    case .rubric(let text, let points):
      try container.encode(Rubric(text: text, points: points), forKey: .rubric)
    }
  }
}
