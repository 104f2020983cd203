import Typesetting

extension Session {
  /// What the focus is on, to find it again when more can be acted on in its block.
  struct FocusedAction {
    var block: Int
    var action: Target.Action
    /// How many of the block's targets before it do the same.
    var before: Int
  }

  var focusedAction: FocusedAction? {
    guard let focus = state.focus, let target = target(at: focus) else { return nil }
    let targets = page.layout(focus.block).targets
    return FocusedAction(
      block: focus.block, action: target.action,
      before: targets[..<focus.target].count { $0.action == target.action })
  }

  /// Puts the focus on what it was on, in a page that was laid out anew.
  mutating func focusAgain(_ focused: FocusedAction?) {
    guard let focused, let block = state.focus?.block else { return }
    let targets = page.layout(block).targets
    let same = targets.indices.filter { targets[$0].action == focused.action }
    if same.indices.contains(focused.before) {
      state.focus = Focus(block: block, target: same[focused.before])
    }
  }
}
