import Testing

@testable import Terminal

@Suite struct LocaleNameTests {
  /// LC_ALL, LC_CTYPE and LANG, and whether they name other characters than those of Unicode.
  @Test(arguments: [
    ("", "", "", false), ("C", "", "", true), ("POSIX", "", "", true), ("C.UTF-8", "", "C", false),
    ("", "C", "en_US.UTF-8", true), ("", "en_US.utf8", "C", false), ("", "", "C", true),
    ("", "", "de_DE.ISO-8859-1", true), ("", "", "de_DE@euro", true), ("", "", "sr_RS.UTF-8@latin", false),
  ])
  func namesACharacterSet(all: String, type: String, lang: String, isNarrow: Bool) {
    let name = LocaleName(environment: ["LC_ALL": all, "LC_CTYPE": type, "LANG": lang])
    #expect(name.isNarrow == isNarrow)
  }

  @Test func nothingNamedIsUnicode() { #expect(!LocaleName(environment: [:]).isNarrow) }
}
