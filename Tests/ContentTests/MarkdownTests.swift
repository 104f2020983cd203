import Testing

@testable import Content

/// Plain Markdown as HTML through our tree. The expected text is what cmark-gfm writes.
@Suite struct MarkdownTests {
  static let cases: [(markdown: String, html: String)] = [
    ("a\nb\n", "<p>a\nb</p>\n"),
    ("a  \nb\n", "<p>a<br />\nb</p>\n"),
    ("a\\\nb\n", "<p>a<br />\nb</p>\n"),
    ("# A\n\n###### B\n\n####### C\n", "<h1>A</h1>\n<h6>B</h6>\n<p>####### C</p>\n"),
    ("A\n===\n\nB\n---\n", "<h1>A</h1>\n<h2>B</h2>\n"),
    ("#a\n", "<p>#a</p>\n"),
    ("\\# a\n", "<p># a</p>\n"),
    (
      "*a* _b_ **c** __d__ ***e***\n",
      "<p><em>a</em> <em>b</em> <strong>c</strong> <strong>d</strong> <em><strong>e</strong></em></p>\n"
    ),
    ("a*b*c a_b_c\n", "<p>a<em>b</em>c a_b_c</p>\n"),
    ("**a*\n", "<p>*<em>a</em></p>\n"),
    ("*a **b** c*\n", "<p><em>a <strong>b</strong> c</em></p>\n"),
    ("`a` ``b`c`` ` d `\n", "<p><code>a</code> <code>b`c</code> <code>d</code></p>\n"),
    ("`a\nb`\n", "<p><code>a b</code></p>\n"),
    ("- a\n- b\n", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
    ("- a\n\n- b\n", "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>\n"),
    (
      "- a\n  - b\n    - c\n",
      "<ul>\n<li>a\n<ul>\n<li>b\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>\n</li>\n</ul>\n"
    ),
    ("1. a\n2. b\n", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n"),
    ("7) a\n8) b\n", "<ol start=\"7\">\n<li>a</li>\n<li>b</li>\n</ol>\n"),
    ("- a\n\n  b\n", "<ul>\n<li>\n<p>a</p>\n<p>b</p>\n</li>\n</ul>\n"),
    ("* a\n+ b\n", "<ul>\n<li>a</li>\n</ul>\n<ul>\n<li>b</li>\n</ul>\n"),
    ("-\n", "<ul>\n<li></li>\n</ul>\n"),
    ("- a\n-\n- b\n", "<ul>\n<li>a</li>\n<li></li>\n<li>b</li>\n</ul>\n"),
    ("> a\n> b\n", "<blockquote>\n<p>a\nb</p>\n</blockquote>\n"),
    ("> a\nb\n", "<blockquote>\n<p>a\nb</p>\n</blockquote>\n"),
    ("> - a\n> - b\n", "<blockquote>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n</blockquote>\n"),
    ("> > a\n", "<blockquote>\n<blockquote>\n<p>a</p>\n</blockquote>\n</blockquote>\n"),
    ("```\na <b>\n```\n", "<pre><code>a &lt;b&gt;\n</code></pre>\n"),
    ("~~~ swift\na\n~~~\n", "<pre><code class=\"language-swift\">a\n</code></pre>\n"),
    ("```\na\n", "<pre><code>a\n</code></pre>\n"),
    ("    a\n\n    b\n", "<pre><code>a\n\nb\n</code></pre>\n"),
    ("\ta\n", "<pre><code>a\n</code></pre>\n"),
    ("***\n", "<hr />\n"),
    ("- - -\n", "<hr />\n"),
    ("a\n\n---\n", "<p>a</p>\n<hr />\n"),
    ("[a](b)\n", "<p><a href=\"b\">a</a></p>\n"),
    ("[a](<b c> \"T\")\n", "<p><a href=\"b%20c\" title=\"T\">a</a></p>\n"),
    ("[a][r]\n\n[r]: /u 'T'\n", "<p><a href=\"/u\" title=\"T\">a</a></p>\n"),
    ("[r]\n\n[R]: <u>\n", "<p><a href=\"u\">r</a></p>\n"),
    ("[a]\n", "<p>[a]</p>\n"),
    ("![a *b*](c \"d\")\n", "<p><img src=\"c\" alt=\"a b\" title=\"d\" /></p>\n"),
    ("<http://a.b/c?d&e>\n", "<p><a href=\"http://a.b/c?d&amp;e\">http://a.b/c?d&amp;e</a></p>\n"),
    ("<a@b.org>\n", "<p><a href=\"mailto:a@b.org\">a@b.org</a></p>\n"),
    ("www.a.org\n", "<p><a href=\"http://www.a.org\">www.a.org</a></p>\n"),
    ("http://a.org/b_c_d.\n", "<p><a href=\"http://a.org/b_c_d\">http://a.org/b_c_d</a>.</p>\n"),
    ("[a](javascript:b)\n", "<p><a href=\"javascript:b\">a</a></p>\n"),
    ("[a](b%20ü)\n", "<p><a href=\"b%20%C3%BC\">a</a></p>\n"),
    ("&amp; &copy; &#65; &x;\n", "<p>&amp; © A &amp;x;</p>\n"),
    ("\\* \\a\n", "<p>* \\a</p>\n"),
    ("<b>a</b>\n", "<p><b>a</b></p>\n"),
    ("<div>\n*a*\n</div>\n", "<div>\n*a*\n</div>\n"),
    ("<!-- a -->\n", "<!-- a -->\n"),
    ("<?php ?>\n", "<?php ?>\n"),
    ("a <br/> b\n", "<p>a <br/> b</p>\n"),
    (
      "| a | b |\n|---|---|\n| c | d |\n",
      "<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>c</td>\n<td>d</td>\n</tr>\n</tbody>\n</table>\n"
    ),
    (
      "a | b\n:-: | -:\nc | d\n",
      "<table>\n<thead>\n<tr>\n<th align=\"center\">a</th>\n<th align=\"right\">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td align=\"center\">c</td>\n<td align=\"right\">d</td>\n</tr>\n</tbody>\n</table>\n"
    ),
    ("| a |\n|---|\n", "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n</table>\n"),
    (
      "| a | b |\n|---|---|\n| c |\n| d | e | f |\n",
      "<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>c</td>\n<td></td>\n</tr>\n<tr>\n<td>d</td>\n<td>e</td>\n</tr>\n</tbody>\n</table>\n"
    ),
    (
      "| `a\\|b` |\n|---|\n| \\| |\n",
      "<table>\n<thead>\n<tr>\n<th><code>a|b</code></th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>|</td>\n</tr>\n</tbody>\n</table>\n"
    ),
    (
      "| a |\n|---|\n| b |\n> c\n",
      "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>b</td>\n</tr>\n</tbody>\n</table>\n<blockquote>\n<p>c</p>\n</blockquote>\n"
    ),
    ("~~a~~ ~b~ ~~~c~~~\n", "<p><del>a</del> <del>b</del> ~~~c~~~</p>\n"),
    (
      "- [ ] a\n- [x] b\n",
      "<ul>\n<li><input type=\"checkbox\" disabled=\"\" /> a</li>\n<li><input type=\"checkbox\" checked=\"\" disabled=\"\" /> b</li>\n</ul>\n"
    ),
    ("- [ ]a\n", "<ul>\n<li>[ ]a</li>\n</ul>\n"),
    ("a[^1]\n\n[^1]: b\n", "<p>a<a href=\"b\">^1</a></p>\n"),
    ("$a$ @sec-b {c}\n", "<p>$a$ @sec-b {c}</p>\n"),
    ("::: note\na\n:::\n", "<p>::: note\na\n:::</p>\n"),
    ("a\tb\n", "<p>a\tb</p>\n"),
    ("  a\n   b\n", "<p>a\nb</p>\n"),
    ("\n\na\n\n\n\nb\n", "<p>a</p>\n<p>b</p>\n"),
    ("<script>\na\n\nb\n</script>\n", "<script>\na\n\nb\n</script>\n"),
    ("\"a\" -- 'b'\n", "<p>&quot;a&quot; -- 'b'</p>\n"),
    ("äöü 漢字 😀\n", "<p>äöü 漢字 😀</p>\n"),
    ("a\u{A0}b\n", "<p>a\u{A0}b</p>\n"),
    ("*ä*ö*\n", "<p><em>ä</em>ö*</p>\n"),
    ("\u{0}\n", "<p>\u{FFFD}</p>\n"),
    ("- a\n\n\n- b\n", "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>\n"),
    ("1. a\n\n   ```\n   b\n   ```\n", "<ol>\n<li>\n<p>a</p>\n<pre><code>b\n</code></pre>\n</li>\n</ol>\n"),
    (
      "- # a\n- > b\n",
      "<ul>\n<li>\n<h1>a</h1>\n</li>\n<li>\n<blockquote>\n<p>b</p>\n</blockquote>\n</li>\n</ul>\n"
    ),
    ("a\n# b\nc\n", "<p>a</p>\n<h1>b</h1>\n<p>c</p>\n"),
    ("a\n- b\n", "<p>a</p>\n<ul>\n<li>b</li>\n</ul>\n"),
    ("a\n1. b\n", "<p>a</p>\n<ol>\n<li>b</li>\n</ol>\n"),
    ("a\n2. b\n", "<p>a\n2. b</p>\n"),
    ("[a](b 'c' d)\n", "<p>[a](b 'c' d)</p>\n"),
    ("[a [b](c)](d)\n", "<p>[a <a href=\"c\">b</a>](d)</p>\n"),
    ("![[a](b)](c)\n", "<p><img src=\"c\" alt=\"a\" /></p>\n"),
    ("[a]: b\n", ""),
    ("**a `b*` c**\n", "<p><strong>a <code>b*</code> c</strong></p>\n"),
    ("_a*b_c*\n", "<p>_a<em>b_c</em></p>\n"),
    ("<a href=\"b\">\n", "<a href=\"b\">\n"),
    ("&lt;b&gt;\n", "<p>&lt;b&gt;</p>\n"),
    ("\\\\\n", "<p>\\</p>\n"),
    ("`` ` ``\n", "<p><code>`</code></p>\n"),
    ("a `b\n", "<p>a `b</p>\n"),
    ("[ ](a)\n", "<p><a href=\"a\"> </a></p>\n"),
    ("[]()\n", "<p><a href=\"\"></a></p>\n"),
    ("1986\\. a\n", "<p>1986. a</p>\n"),
    ("+ a\n\n    b\n", "<ul>\n<li>\n<p>a</p>\n<p>b</p>\n</li>\n</ul>\n"),
    ("* * a\n", "<ul>\n<li>\n<ul>\n<li>a</li>\n</ul>\n</li>\n</ul>\n"),
    (
      "| a\n|-\n| b\n",
      "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>b</td>\n</tr>\n</tbody>\n</table>\n"
    ),
  ]

  @Test(arguments: cases.indices) func isWritten(_ index: Int) {
    #expect(HTMLWriter.bare(Self.cases[index].markdown) == Self.cases[index].html)
  }
}
