import Content
import Learning
import Testing

/// Answers as people type them, with what they are told.
@Suite struct TypedAnswersTests {
  private func grade(_ answer: String, _ typed: String) -> Grade {
    let body = QuestionBody.numeric(NumericAnswer(answer: answer))
    return Grader.grade(question(body), answer: .text([typed]), workbook: emptyWorkbook)
  }

  /// Every way to say 437.5 KB.
  @Test(arguments: [
    "437.5KB", "437.5kB", "437.5 kB", "437.5 KByte", "437.5 kBytes", "437.5 kbytes", "437.5 K bytes",
    "437.5 kilo bytes", "437.5K", "437.5k", "437.5 K", "437.5 Ko", "0.4375 MB", ".4375MB", ".4375 MB",
    "0,4375 MB",
    "0.4375 Mo", "0.4375M", "0.4375 MBytes", "0.44 MB", "0.0004375 GB", "437,500 bytes", "437,500 Bytes",
    "437, 500 bytes", "437 500 B", "437'500 B", "437.500,0 B", "437500B", "437500 byte", "437500.0 B",
    "437.5e3 B",
    "4.4e5 B", "4.4E5 B", "4.4 e5 B", "4,4e5 B", "4.375 * 10^5 B", "4.375*10**5 bytes", "4.375 × 10⁵ B",
    "4.375x10^5B", "437.5 thousand bytes", "0.4375 million bytes", "~438 kB", "~438kB", "≈ 438 KB",
    "approx. 438 KB",
    "approximately 438 kilobytes", "about 438 KB", "c. 438 KB", "roughly 0.44 MB", "(437.5 KB)", "437.5 KB!",
    "437.5 KB ?", "437.5 KB of memory", "437.5 KB total", "= 437.5 KB", "+437.5 KB", "４３７．５ＫＢ",
    "437.5\u{202F}KB",
    "427.25 KiB", "427.25 Ki", "3.5 Mbit", "3.5 Mb", "3500 kbit", "3 500 000 bits",
  ])
  func right(typed: String) {
    let grade = grade("437.5 KB", typed)
    #expect(grade.credit == 1, "\(grade.verdict)")
    #expect(grade.verdict == "Right.")
  }

  @Test(
    arguments: [
      ("437.5 KB", "437.5", 1, "Right, taken as KB."),
      ("437.5 KB", "437.5 KiB", 0.5, "The number is right, the unit is not: 437.5 KB, not KiB."),
      ("437.5 KB", "437.5 kbit", 0.5, "The number is right, the unit is not: 437.5 KB, not kbit."),
      ("437.5 KB", "437.5 M", 0.5, "The number is right, the unit is not: 437.5 KB, not M."),
      ("437.5 KB", "4375 KB", 0, "Not right. That is too large by a factor of 10."),
      ("437.5 KB", "43.75 KB", 0, "Not right. That is too small by a factor of 10."),
      ("437.5 KB", "437.5 B", 0.5, "The number is right, the unit is not: 437.5 KB, not B."),
      ("437.5 KB", "0.4375", 0, "Not right. Taken as KB, that is too small by a factor of 1,000."),
      ("437.5 KB", "437500", 1, "Right, taken as B."),
      ("437.5 KB", "43750", 0, "Not right. Taken as KB, that is too large by a factor of 100."),
      ("207.5 ms", "0.2075", 1, "Right, taken as s."),
      ("207.5 ms", "207.5", 1, "Right, taken as ms."),
      ("3.35 TB/s", "3.35e12", 1, "Right, taken as B/s."),
      ("104 KB", "52000*2 B", 1, "Right."),
      ("104 KB", "52,000 × 2 bytes", 1, "Right."),
      ("1605632", "784*2048", 1, "Right."),
      ("1605632", "784 × 2048", 1, "Right."),
      ("1605632", "784x2048", 1, "Right."),
      ("23.75 GB/s", "190/8 GB/s", 1, "Right."),
      ("$42.3", "$42.3", 1, "Right."),
      ("42300 USD", "$42.3k", 1, "Right."),
      ("6.62", "×6.62", 1, "Right."),
      ("6.62", "a factor of 6.62", 1, "Right."),
      ("70.8 pJ/FLOP", "70.8 pJ", 1, "Right."),
      ("70.8 pJ/FLOP", "70.8 pj/flop", 1, "Right."),
      ("70.8 pJ/FLOP", "70.8 nJ", 0.5, "The number is right, the unit is not: 70.8 pJ/FLOP, not nJ."),
      ("25 day", "25 days", 1, "Right."),
      ("25 day", "25 d", 1, "Right."),
      ("25 day", "25 accelerator-days", 1, "Right."),
      ("25 day", "25 device days", 1, "Right."),
      ("25 day", "600 hours", 1, "Right."),
      ("437.5 KB", "4.4e6 B", 0, "Not right. That is too large by a factor of 10."),
      (
        "437.5 KB", "437.5 FLOP", 0.5,
        "The number is right, the unit is not: FLOP and KB do not measure the same thing."
      ),
      ("3.35 TB/s", "3.35T", 1, "Right."),
      ("3.35 TB/s", "3350G", 1, "Right."),
      ("3.35 TB/s", "3350 GB/sec", 1, "Right."),
      ("3.35 TB/s", "3350 GBps", 1, "Right."),
      ("989 TFLOP/s", "989T", 1, "Right."),
      ("989 TFLOP/s", "989 TFLOPS/s", 1, "Right."),
      ("989 TFLOP/s", "989 teraflops", 1, "Right."),
      ("989 TFLOP/s", "0.989 petaflops", 1, "Right."),
      ("218 KFLOP", "218k", 1, "Right."),
      ("109386", "109.386", 0, "Not right. That is too small by a factor of 1,000."),
      ("109386", "109 386", 1, "Right."),
      ("109386", "109k params", 1, "Right."),
      ("109386", "0.11 million", 1, "Right."),
      ("4.57 ms", "4.57ms", 1, "Right."),
      ("4.57 ms", "0.0046 s", 1, "Right."),
      ("4.57 ms", "4.57 s", 0.5, "The number is right, the unit is not: 4.57 ms, not s."),
      ("45 %", "0.45", 1, "Right."),
      ("45 %", "45 pct", 1, "Right."),
      ("45 %", "450 %", 0, "Not right. That is too large by a factor of 10."),
      ("16 x", "16x", 1, "Right."),
      ("16 x", "16×", 1, "Right."),
      ("16 x", "16 times faster", 1, "Right."),
      ("$2.50/h", "2.50 $/h", 1, "Right."),
      (
        "$2.50/h", "2.50 dollars an hour", 0,
        "“dollars an hour” is no unit that this book knows. Write one such as USD/h."
      ),
      ("640 pJ", "6.4e-10 J", 1, "Right."),
      ("640 pJ", "640e-12 J", 1, "Right."),
    ] as [(String, String, Double, String?)])
  func told(answer: String, typed: String, credit: Double, verdict: String?) {
    let grade = grade(answer, typed)
    #expect(grade.credit == credit, "\(grade.verdict)")
    if let verdict { #expect(grade.verdict == verdict) }
  }

  /// Mathematics in what is expected, as people read it.
  @Test(arguments: [
    (#"\frac{O}{R_{peak}}"#, "O/Rₚₑₐₖ"), (#"10^{-3}"#, "10⁻³"), (#"a \times b"#, "a × b"),
    (#"\frac{a + b}{2}"#, "(a + b)/2"), (#"\sigma(z) = \frac{1}{1 + e^{-z}}"#, "σ(z) = 1/(1 + e^(−z))"),
    (#"W^\top x"#, "Wᵀ x"), (#"x_{ij}"#, "xᵢⱼ"), (#"\text{total bytes}"#, "total bytes"),
    (#"\max(0, z)"#, "max (0, z)"), (#"\sqrt{d_k}"#, "√dₖ"), (#"2 \cdot N^2"#, "2 · N²"),
    (#"\unknown{x}"#, "unknownx"),
    (#"O(N^2 d)"#, "O(N² d)"), (#"{{{"#, ""), (#"\"#, ""), (#"a^"#, "a^"),
  ])
  func mathematics(tex: String, text: String) {
    let options = [
      QuestionOption(
        content: [.paragraph(Paragraph(content: [.mathematics(tex)], range: nowhere))], isCorrect: true)
    ]
    let grade = Grader.grade(question(.choice(options)), answer: .options([0]), workbook: emptyWorkbook)
    #expect(grade.expected == text)
  }
}
