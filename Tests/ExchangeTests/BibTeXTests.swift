import Exchange
import Testing

@Suite struct BibTeXTests {
  static let entries: [(bibtex: String, yaml: String)] = [
    (
      "@article{a1,\n author = {Smith, John and M{\\\"u}ller, Ann}, title = {The {GPU} \"story\"}, year = 2020,\n journal = \"J. of X\", doi={10.1/2}}",
      "\"a1\": {author: \"John Smith; Ann Müller\", year: 2020, title: \"The GPU \\\"story\\\"\", where: \"J. of X\", url: \"https://doi.org/10.1/2\"}"
    ),
    ("@misc{a1, title={x}, date = {2021-05-01}", "\"a1\": {year: 2021, title: \"x\"}"),
    ("@book{a1,}", "\"a1\": {title: \"Source a1\"}"),
    (
      "@comment{x}\n@string{y = {z}}\n@online{a1, author={{Open Group}}, url={https://x.org}}",
      "\"a1\": {author: \"Open Group\", title: \"Source a1\", url: \"https://x.org\"}"
    ),
  ]

  @Test(arguments: entries) func entriesBecomeYAML(entry: (bibtex: String, yaml: String)) {
    #expect(
      BibTeX.entries(of: entry.bibtex)["a1"]?.yaml == entry.yaml.replacing("Müller", with: "Mu\u{308}ller"))
  }

  @Test func brokenFilesEnd() {
    for text in [
      "@", "@a{", "@a{b,c", "@a{b,c=", "@a{b,c={", "@a{b,c=\"", "@a{b,c=\\",
      String(repeating: "@a{b,", count: 2000),
    ] {
      _ = BibTeX.entries(of: text)
    }
  }
}
