import Content

extension Question {
  /// A name for what is asked and what is right: it changes when the author edits the stem, an option, an item or the
  /// answer, and stays when the question moves in its file or gets another hint, feedback or explanation.
  ///
  /// Sixteen hexadecimal digits: 64-bit FNV-1a over the words.
  public var version: String {
    let plain = PlainText(keepsTeX: true)
    var parts = [body.kind, plain.text(stem)]
    switch body {
    case .choice(let options), .multiple(let options):
      for option in options { parts += [option.isCorrect ? "x" : " ", plain.text(option.content)] }
    case .trueFalse(let answer, _): parts.append("\(answer)")
    case .numeric(let answer): parts += [answer.answer, answer.tolerance ?? ""] + answer.vary
    case .fill(let gaps): for gap in gaps { parts += ["gap"] + gap }
    case .order(let items): parts += items.map(plain.text)
    case .match(let pairs): for pair in pairs { parts += [plain.text(pair.left), plain.text(pair.right)] }
    case .short(let answer, let rubric): parts += [plain.text(answer)] + rubric.map(plain.text)
    }
    return Fingerprint.text(of: parts)
  }
}
