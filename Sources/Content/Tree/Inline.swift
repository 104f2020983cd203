/// A piece of a line.
public indirect enum Inline: Hashable, Sendable {
  case text(String)
  case emphasis([Inline])
  case strong([Inline])
  case strikethrough([Inline])
  case code(String)
  /// `$…$`.
  case mathematics(String)
  case link(destination: String, title: String?, content: [Inline])
  case image(source: String, title: String?, alternative: [Inline])
  case reference(Reference)
  /// `[@key; @key]`.
  case citation([String])
  /// `[^label]`.
  case footnote(label: String)
  case live(LiveValue)
  /// A gap of a `fill` question, counted from 0.
  case blank(Int)
  case html(String)
  /// A line end in the source that is none on the page.
  case softBreak
  case lineBreak
}
