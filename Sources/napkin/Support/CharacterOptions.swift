import ArgumentParser
import Terminal

/// Which characters pages are drawn with.
struct CharacterOptions: ParsableArguments {
  @Flag(
    exclusivity: .exclusive,
    help: ArgumentHelp("Characters of ASCII alone, or of all of Unicode; without, as the terminal suits."))
  var repertoire: Repertoire?
}

extension Repertoire: EnumerableFlag {}
