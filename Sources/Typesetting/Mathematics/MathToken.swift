/// A piece of TeX source and where it begins.
struct MathToken: Sendable {
  enum Kind: Hashable, Sendable {
    case character(Character)
    /// A command without its backslash: a run of letters, or one other character.
    case command(String)
    case open, close, `subscript`, superscript, alignment, newline, space, dollar
  }

  var kind: Kind
  /// UTF-8 offset in the source.
  var offset: Int
}

/// Splits TeX source into tokens. Comments vanish; control characters become `�`.
struct MathTokenizer {
  private(set) var tokens: [MathToken] = []
  private(set) var problems: [MathProblem] = []

  init(_ source: String) {
    let scalars = Array(source.unicodeScalars)
    let escapes = Self.doubledEscapes(in: scalars)
    tokens.reserveCapacity(scalars.count)
    var index = 0
    var offset = 0
    func advance() {
      offset += UTF8.width(scalars[index])
      index += 1
    }
    while index < scalars.count {
      let start = offset
      let scalar = scalars[index]
      advance()
      switch scalar {
      case "{": add(.open, start)
      case "}": add(.close, start)
      case "_": add(.subscript, start)
      case "^": add(.superscript, start)
      case "&": add(.alignment, start)
      case "~": add(.command("~"), start)
      case "%":
        while index < scalars.count, scalars[index] != "\n" { advance() }
        if index < scalars.count { advance() }
      case " ", "\t", "\n", "\r":
        if tokens.last?.kind != .space { add(.space, start) }
      case "$":
        add(.dollar, start)
      case "\\":
        guard index < scalars.count else {
          problems.append(MathProblem(message: "a backslash without a command", offset: start))
          break
        }
        var name = ""
        while index < scalars.count, Self.isLetter(scalars[index]) {
          name.unicodeScalars.append(scalars[index])
          advance()
        }
        if !name.isEmpty {
          add(.command(name), start)
        } else if scalars[index] == "\\" {
          advance()
          // `\\\\` for `\\`, and `\\{` for `\{`.
          if index + 1 < scalars.count, scalars[index] == "\\", scalars[index + 1] == "\\" {
            advance()
            advance()
          } else if index < scalars.count, escapes.contains(scalars[index]) {
            let following = scalars[index]
            advance()
            add(.command(String(Character(following))), start)
            continue
          }
          add(.newline, start)
        } else {
          let following = scalars[index]
          advance()
          add(.command(following.properties.isWhitespace ? " " : Self.shown(following)), start)
        }
      default:
        if DisplayWidth.of(scalar) == 0, scalar.value >= 0x300 {
          attach(scalar)
        } else {
          add(.character(Character(Self.shown(scalar))), start)
        }
      }
    }
  }

  /// What stands behind two backslashes because a Markdown that knows no formulas takes one away: braces in pairs, or
  /// an even number of bars, in a formula without rows.
  private static func doubledEscapes(in scalars: [Unicode.Scalar]) -> Set<Unicode.Scalar> {
    var (opening, closing, bars) = (0, 0, 0)
    var index = 0
    while index + 2 < scalars.count {
      defer { index += 1 }
      guard scalars[index] == "\\" else { continue }
      if scalars[index + 1] == "\\" {
        switch scalars[index + 2] {
        case "{": opening += 1
        case "}": closing += 1
        case "|": bars += 1
        default: break
        }
        index += 1
      } else if scalars[index + 1] == "b", scalars[(index + 1)...].starts(with: begin) {
        return []
      }
    }
    var escapes: Set<Unicode.Scalar> = opening > 0 && opening == closing ? ["{", "}"] : []
    if bars > 0, bars % 2 == 0, !scalars.contains("&") { escapes.insert("|") }
    return escapes
  }

  private static let begin = Array("begin".unicodeScalars)

  private mutating func add(_ kind: MathToken.Kind, _ offset: Int) {
    tokens.append(MathToken(kind: kind, offset: offset))
  }

  /// A combining mark belongs to the character before it; alone it has no place.
  private mutating func attach(_ mark: Unicode.Scalar) {
    guard let last = tokens.indices.last, case .character(let character) = tokens[last].kind,
      character.unicodeScalars.count < 4
    else { return }
    var text = String(character)
    text.unicodeScalars.append(mark)
    if text.count == 1, let combined = text.first { tokens[last].kind = .character(combined) }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }

  private static func shown(_ scalar: Unicode.Scalar) -> String {
    sanitized(String(Character(scalar)))
  }
}
