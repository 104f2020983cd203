import Foundation

/// A folder with the files of a book, removed when it is no longer used.
final class TemporaryBook {
  let folder: String

  init(_ files: [String: String]) throws {
    folder = NSTemporaryDirectory() + "napkin-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (path, text) in files { try write(Data(text.utf8), to: path) }
  }

  func write(_ data: Data, to path: String) throws {
    let full = folder + "/" + path
    let directory = (full as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    try data.write(to: URL(fileURLWithPath: full))
  }

  func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: folder + "/" + path, withDestinationPath: target)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  static let manifest = """
    id: small
    title: A small book
    parts:
      - {id: one, title: One, chapters: [01-first, 02-second]}
    """

  /// Four questions in the flow of the first chapter, so that a pool of one is enough for a quiz.
  private static let quickChecks = (1...4).map { number in
    """
    ::: {.quickcheck}
    ::: {.question #q-quick-\(number) kind="numeric" answer="\(number)" section="sec-weights" objective="size"}
    How many?
    :::
    :::

    """
  }.joined(separator: "\n")

  /// A small book without a fault.
  static let small = [
    "book.yaml": manifest,
    "units.yaml": "token: {base: token, aliases: [tok, tokens]}\n",
    "constants.yaml":
      "dram_access: {value: 640 pJ, per: 32-bit word, source: horowitz, year: 2014, topic: energy}\n",
    "references.yaml": "horowitz: {author: M. Horowitz, year: 2014, title: Energy, where: ISSCC}\n",
    "glossary.md": "## HBM {#term-hbm also=\"stacked memory\"}\n\nMemory beside the chip.\n",
    "profiles/hardware/h100.yaml": """
    id: h100
    name: H100
    class: datacenter
    peak:
      fp16: {value: 989 TFLOP/s, source: horowitz, kind: datasheet,
             sparse: {value: 1979 TFLOP/s, source: horowitz}}
    memory: {bandwidth: {value: 3.35 TB/s, source: horowitz}}
    link: {nvlink: {kind: NVLink 4}}
    """,
    "equations/performance.md": """
    # Performance

    ```{equation}
    #| id: memory_time
    #| tex: T = D / B
    #| symbols: {D: bytes, B: bandwidth}
    fn memory_time(D: B, B: B/s) -> s = D / B
    ```
    """,
    "chapters/01-first.md": """
    ---
    title: The first steps
    objectives: {size: Size a model.}
    ---

    ## Weights {#sec-weights}

    ```{calc}
    #| id: c01-weights
    #| title: Weights
    input count = 7e9 "parameters"
    input bytes = 2 B {4 B, 2 B, 1 B}
    output size = count * bytes -> GB "weights"
    check size ≈ 14 GB
    ```

    They take `{calc} size` [@horowitz]. See @sec-second and @calc-c01-weights.[^n]

    [^n]: A note.

    \(quickChecks)
    """,
    "questions/01-first.md": """
    ::: {.question #q-size kind="numeric" answer="c01-weights.size" tolerance="2 %" vary="bytes" section="sec-weights" objective="size"}
    How much at `{calc} bytes`?
    :::
    """,
    "chapters/02-second.md":
      "---\ntitle: Second\n---\n\n## More {#sec-second}\n\nBack to @sec-weights and @term-hbm.\n",
  ]

  /// The small book with other files, or without those that are nil.
  static func small(with changes: [String: String?]) throws -> TemporaryBook {
    var files = small
    for (path, text) in changes { files[path] = text }
    return try TemporaryBook(files)
  }
}
