import Foundation
import TextbookUI
import Typesetting

extension Program {
  /// The folder of the reader's settings; nil where there is no place for one.
  static var settings: String? {
    if let folder = getenv("XDG_CONFIG_HOME").map({ String(cString: $0) }), folder.hasPrefix("/") {
      return "\(folder)/napkin"
    }
    return environment["HOME"].map { "\($0)/.config/napkin" }
  }

  /// The reader's own keys, or the standard ones where there is no file.
  static var keys: KeyFile {
    guard let path = settings.map({ $0 + "/keys.yaml" }), access(path, F_OK) == 0 else { return .standard }
    guard let data = FileManager.default.contents(atPath: path) else {
      return KeyFile(
        unreadable: path, "the file can not be read", advice: "make it a file of text that you may read")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      return KeyFile(unreadable: path, "the file is not UTF-8", advice: "save it in the encoding UTF-8")
    }
    return KeyFile(text, path: path)
  }

  /// What tells terminals of one person apart: their kind, and the program that is the terminal.
  static var kindOfTerminal: String {
    let kind = getenv("TERM").map { String(cString: $0) } ?? ""
    guard let program = getenv("TERM_PROGRAM").map({ String(cString: $0) }) else { return kind }
    return kind.isEmpty ? program : "\(kind) \(program)"
  }

  /// The theme for the terminal's background, where the terminal says which it is: COLORFGBG ends in its number.
  static var themeOfTerminal: Theme {
    guard let text = getenv("COLORFGBG").map({ String(cString: $0) }),
      let background = text.split(separator: ";").last.flatMap({ Int($0) })
    else { return .dark }
    return background == 7 || background == 15 ? .light : .dark
  }
}
