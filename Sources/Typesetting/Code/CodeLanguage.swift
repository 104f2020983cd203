/// What a highlighter knows of a language: its words and how comments and strings begin and end.
struct CodeLanguage: Sendable {
  var keywords: Set<String>
  var lineComment: [String]
  var blockComment: (open: String, close: String)?
  /// Opening and closing marks of strings; the longer ones first. `spansLines` ones go on over line ends.
  var strings: [Quotation]
  /// Names that begin with it are keywords (`@main`, `#include`).
  var keywordPrefixes: [Character] = []
  /// Whether a name before a colon is set as a keyword (YAML, JSON).
  var hasKeys = false

  /// Marks around a string.
  struct Quotation: Sendable {
    var mark: String
    var hasEscapes = true
    var spansLines = false
  }

  /// The language of this name in an info string.
  static func named(_ name: String) -> CodeLanguage? { table[name.lowercased()] }

  private static let table: [String: CodeLanguage] = {
    var table: [String: CodeLanguage] = [:]
    for (names, language) in languages {
      for name in names { table[name] = language }
    }
    return table
  }()

  private static let languages: [([String], CodeLanguage)] = [
    (
      ["python", "py", "python3", "{python}"],
      CodeLanguage(
        keywords: words(
          """
          and as assert async await break class continue def del elif else except finally for from global if import
          in is lambda match nonlocal not or pass raise return try while with yield None True False self
          """),
        lineComment: ["#"],
        strings: [
          .init(mark: "\"\"\"", spansLines: true), .init(mark: "'''", spansLines: true), .init(mark: "\""),
          .init(mark: "'"),
        ], keywordPrefixes: ["@"])
    ),
    (
      ["swift"],
      CodeLanguage(
        keywords: words(
          """
          actor any as async await break case catch class continue default defer do else enum extension false
          fileprivate for func guard if import in init inout internal is let mutating nil nonisolated private
          protocol public repeat rethrows return self Self some static struct subscript switch throw throws true try
          typealias var where while
          """),
        lineComment: ["//"], blockComment: ("/*", "*/"),
        strings: [.init(mark: "\"\"\"", spansLines: true), .init(mark: "\"")], keywordPrefixes: ["@", "#"])
    ),
    (
      ["c", "h", "cpp", "c++", "cc", "cuda", "cu", "hip", "opencl"],
      CodeLanguage(
        keywords: words(
          """
          auto bool break case char class const constexpr continue default delete do double else enum extern false
          float for goto if inline int long namespace new nullptr private public register restrict return short
          signed sizeof static struct switch template this true typedef typename union unsigned using virtual void
          volatile while int8_t int16_t int32_t int64_t uint8_t uint16_t uint32_t uint64_t size_t half __global__
          __device__ __host__ __shared__ __constant__ __restrict__ __syncthreads
          """),
        lineComment: ["//"], blockComment: ("/*", "*/"), strings: [.init(mark: "\""), .init(mark: "'")],
        keywordPrefixes: ["#"])
    ),
    (
      ["sh", "bash", "shell", "zsh", "console"],
      CodeLanguage(
        keywords: words(
          """
          case do done elif else esac exit export fi for function if in local read return select set shift source
          then trap unset until while
          """),
        lineComment: ["#"],
        strings: [
          .init(mark: "\"", spansLines: true), .init(mark: "'", hasEscapes: false, spansLines: true),
        ], keywordPrefixes: ["$"])
    ),
    (
      ["yaml", "yml"],
      CodeLanguage(
        keywords: ["true", "false", "null", "yes", "no"], lineComment: ["#"],
        strings: [.init(mark: "\""), .init(mark: "'", hasEscapes: false)], hasKeys: true)
    ),
    (
      ["json", "jsonc"],
      CodeLanguage(
        keywords: ["true", "false", "null"], lineComment: ["//"], strings: [.init(mark: "\"")], hasKeys: true)
    ),
    (
      ["calc", "{calc}"],
      CodeLanguage(
        keywords: words(
          "input let output check fn use note workbench and or not if else for in log int real step digits"),
        lineComment: ["#"], strings: [.init(mark: "\""), .init(mark: "'")])
    ),
  ]

  private static func words(_ text: String) -> Set<String> {
    Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))
  }
}
