import Testing

@testable import Content

@Suite struct TermLinkTests {
  private static let glossary = [
    Term(id: "term-kv-cache", name: "KV cache", synonyms: ["key-value cache", "store"], definition: []),
    Term(id: "term-cache", name: "Cache", definition: []),
    Term(id: "term-hbm", name: "High-bandwidth memory", synonyms: ["HBM"], definition: []),
  ]

  /// The text with links in brackets.
  private static func shown(_ texts: String...) -> String {
    let blocks = texts.map { text -> Block in
      text.hasPrefix("## ")
        ? .heading(Heading(level: 2, content: [.text(String(text.dropFirst(3)))], range: .generated))
        : .paragraph(Paragraph(content: [.text(text)], range: .generated))
    }
    return TermFinder(glossary).linked(blocks).flatMap(\.inlineRuns).joined().map { inline in
      if case .link(let destination, _, let content) = inline {
        "[\(content.plainText)|\(destination)]"
      } else {
        inline.plainText
      }
    }.joined()
  }

  @Test(arguments: [
    ("A KV cache grows.", "A [KV cache|#term-kv-cache] grows."),
    ("KV caches and caches.", "[KV caches|#term-kv-cache] and [caches|#term-cache]."),
    ("kv  cache", "kv  [cache|#term-cache]"),
    ("a KV, cache", "a KV, [cache|#term-cache]"),
    ("key-value cache, HBM", "[key-value cache|#term-kv-cache], [HBM|#term-hbm]"),
    ("a store of goods", "a store of goods"),
    ("cached, cacheable", "cached, cacheable"),
    ("cache cache", "[cache|#term-cache] cache"),
    ("", ""),
  ]) func firstUsesAreLinked(_ text: String, _ expected: String) { #expect(Self.shown(text) == expected) }

  @Test func eachSectionHasAFirstUseAndHeadingsAreLeftAlone() {
    #expect(
      Self.shown("A cache.", "A cache.", "## The cache", "A cache.")
        == "A [cache|#term-cache].A cache.The cacheA [cache|#term-cache].")
  }

  @Test func linkingTwiceChangesNothing() {
    let finder = TermFinder(Self.glossary)
    let once = finder.linked([.paragraph(Paragraph(content: [.text("cache and cache")], range: .generated))])
    #expect(finder.linked(once) == once)
  }
}
