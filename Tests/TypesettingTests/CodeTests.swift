import Content
import Testing

@testable import Typesetting

@Suite struct CodeTests {
  @Test(
    "What is coloured in a listing",
    arguments: [
      ("python", "def f(x): return x + 1  # one", "keyword def|keyword return|number 1|comment # one"),
      (
        "py", "s = 'it\\'s' if x is None else f\"{y}\"",
        "string 'it\\'s'|keyword if|keyword is|keyword None|keyword else|string \"{y}\""
      ),
      ("python", "\"\"\"doc\nstill doc\"\"\" ; x = 3", "string \"\"\"doc|string still doc\"\"\"|number 3"),
      ("python", "@torch.no_grad", "keyword @torch"),
      (
        "swift", "@main struct A { let b = 0x1F /* c */ }",
        "keyword @main|keyword struct|keyword let|number 0x1F|comment /* c */"
      ),
      ("swift", "/* one\ntwo */ let x", "comment /* one|comment two */|keyword let"),
      (
        "cuda", "__global__ void k(float *x) { x[0] = 1e-3f; } // k",
        "keyword __global__|keyword void|keyword float|number 0|number 1e-3f|comment // k"
      ),
      ("c", "#include <stdio.h>", "keyword #include"),
      (
        "sh", "for f in *.md; do echo \"$f\" # all",
        "keyword for|keyword in|keyword do|string \"$f\"|comment # all"
      ),
      ("bash", "echo a#b $HOME", "keyword $HOME"),
      ("sh", "echo a#b $# ${x#y} ;#c", "comment #c"),
      ("yaml", "a: b#c #d", "keyword a|comment #d"),
      ("python", "x = .5 + a.0", "number .5|number 0"),
      ("yaml", "batch-size: 64  # images", "keyword batch-size|number 64|comment # images"),
      ("json", "{\"a\": [1.5, true, \"b\"]}", "keyword \"a\"|number 1.5|keyword true|string \"b\""),
      ("c", "char *s = \"open", "keyword char|string \"open"),
      ("cpp", "std::vector<T> v{1'000'000};", "number 1'000'000"),
      ("rust", "fn f(x: &'a u32) -> u32 { *x } // r", "keyword fn|comment // r"),
      ("go", "s := `raw \\` + \"a\"", "string `raw \\`|string \"a\""),
      ("ts", "const f = (x: number) => `a${x}`", "keyword const|string `a${x}`"),
      ("sql", "SELECT a FROM t -- all", "keyword SELECT|keyword FROM|comment -- all"),
      ("toml", "name = \"x\" # n", "string \"x\"|comment # n"),
      (
        "swift", "/* a /* b */ c */ let x = \"n\\(f(\"d\"))e\" // end",
        "comment /* a /* b */ c */|keyword let|string \"n\\(f(\"d\"))e\"|comment // end"
      ),
      ("swift", "/* a /* b\nc */ d\n*/ let x", "comment /* a /* b|comment c */ d|comment */|keyword let"),
      (
        "swift", "let r = #\"a \"b\" \\\"#; let s = \"open\\(x",
        "keyword let|string #\"a \"b\" \\\"#|keyword let|string \"open\\(x"
      ),
      (
        "swift", "#if DEBUG\n##\"\"\"\na \"\"\" b\n\"\"\"## + 1",
        "keyword #if|string ##\"\"\"|string a \"\"\" b|string \"\"\"##|number 1"
      ),
      (
        "bash", "cat <<EOF | grep 'x'\nit's $y\nEOF\nexport A=1",
        "string 'x'|string it's $y|string EOF|keyword export|number 1"
      ),
      ("sh", "cat <<-'E' # c\n  x\n  E\nfi", "string 'E'|comment # c|string   x|string   E|keyword fi"),
      (
        "sh", "wc <<< x\necho $((1 << 2)) \"$(ls \"a b\") c\"\nfi",
        "number 1|number 2|string \"$(ls \"a b\") c\"|keyword fi"
      ),
      (
        "yaml", "run: |\n  a: 1\n\n  b: 'x\nnext: >- # c\n  d\nlast: a | b",
        "keyword run|string   a: 1|string   b: 'x|keyword next|comment # c|string   d|keyword last"
      ),
      ("rust", "/* a /* b */ c */ fn", "comment /* a /* b */ c */|keyword fn"),
      ("cobol", "MOVE 1 TO X", ""),
      ("python", "", ""),
    ])
  func colours(language: String, text: String, expected: String) {
    let lines = listing(language, text).layout(in: page(80, isPrinted: true)).lines
    let found = lines.flatMap(\.runs).filter { $0.style.role != .code && $0.style.role != .body }
      .map { "\($0.style.role) \($0.text)" }
    #expect(found.joined(separator: "|") == expected)
    #expect(lines.map(\.plain).joined(separator: "\n").filter { $0 != " " } == text.filter { $0 != " " })
  }

  @Test func longListingsTakeLinearTime() {
    let text =
      String(repeating: "x = \"\"\"never closed\n", count: 4000) + String(repeating: "(", count: 20_000)
    #expect(listing("python", text).layout(in: page(40)).lines.count == 4001)
  }
}
