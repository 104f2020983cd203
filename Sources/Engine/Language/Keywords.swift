/// Words with a meaning of their own.
enum Keywords {
  /// Words that begin a statement, as a line's first word.
  static let statements: Set<String> = ["input", "let", "output", "check", "fn", "use", "note"]
  /// Words of expressions, which can not name a value.
  static let expressions: Set<String> = ["if", "else", "for", "in", "and", "or", "not", "true", "false"]
  /// Words that may follow a number and are no units.
  static let neverUnits: Set<String> = [
    "if", "else", "for", "in", "and", "or", "not", "step", "log", "int", "real", "workbench", "digits",
  ]
}
