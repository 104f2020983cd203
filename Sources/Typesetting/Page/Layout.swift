import Content

extension Block {
  /// Sets the block, without blank lines before or after it.
  public func layout(in context: PageContext) -> BlockLayout { BlockLayout() }
}
