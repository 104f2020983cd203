import Typesetting

extension Session {
  /// To what was chosen in the palette; a command is done as if its key had been pressed.
  mutating func follow(_ goal: GoToItem.Goal) {
    switch goal {
    case .place(let destination):
      remember()
      go(to: destination, remembering: false)
    case .term(let id): act(on: .reference(id))
    case .command(let request):
      let earlier = effects
      let later = perform(request)
      effects = earlier + later
    }
  }
}
