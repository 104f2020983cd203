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
  /// Whether a comment may hold another.
  var nestsComments = false
  /// Whether hashes may stand around the quotes of a string.
  var hasRawStrings = false
  /// What begins code within a string.
  var interpolation: [Character]?
  /// Whether `<<WORD` begins a document that a line of that word ends.
  var hasDocuments = false
  /// Whether a hash begins a comment only where a word could begin.
  var commentsBeginWords: Bool { hasDocuments || hasBlocks }
  /// Whether `|` and `>` begin a block of text.
  var hasBlocks = false

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
        strings: [.init(mark: "\"\"\"", spansLines: true), .init(mark: "\"")], keywordPrefixes: ["@", "#"],
        nestsComments: true, hasRawStrings: true, interpolation: ["\\", "("])
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
          __device__ __host__ __shared__ __constant__ __restrict__ __syncthreads threadIdx blockIdx blockDim gridDim
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
        ], keywordPrefixes: ["$"], interpolation: ["$", "("], hasDocuments: true)
    ),
    (
      ["rust", "rs"],
      CodeLanguage(
        keywords: words(
          """
          as async await break const continue crate dyn else enum extern false fn for if impl in let loop match mod
          move mut pub ref return self Self static struct super trait true type unsafe use where while
          """),
        lineComment: ["//"], blockComment: ("/*", "*/"), strings: [.init(mark: "\"", spansLines: true)],
        keywordPrefixes: ["#"], nestsComments: true)
    ),
    (
      ["go", "golang"],
      CodeLanguage(
        keywords: words(
          """
          break case chan const continue default defer else fallthrough false for func go goto if import interface map
          nil package range return select struct switch true type var
          """),
        lineComment: ["//"], blockComment: ("/*", "*/"),
        strings: [.init(mark: "`", hasEscapes: false, spansLines: true), .init(mark: "\""), .init(mark: "'")])
    ),
    (
      ["javascript", "js", "jsx", "typescript", "ts", "tsx", "java", "kotlin", "scala", "csharp", "cs"],
      CodeLanguage(
        keywords: words(
          """
          abstract as async await boolean break case catch class const continue default delete do double else enum
          export extends false final finally float for from function if implements import in instanceof int interface
          let long namespace new null of override package private protected public return static super switch this
          throw throws true try type typeof undefined val var void while yield
          """),
        lineComment: ["//"], blockComment: ("/*", "*/"),
        strings: [.init(mark: "`", spansLines: true), .init(mark: "\""), .init(mark: "'")],
        keywordPrefixes: ["@"])
    ),
    (
      ["sql"],
      CodeLanguage(
        keywords: words(
          """
          AND AS ASC BY CASE CREATE DELETE DESC DISTINCT DROP ELSE END FROM GROUP HAVING IN INDEX INSERT INTO IS JOIN
          LEFT LIKE LIMIT NOT NULL ON OR ORDER PRIMARY KEY SELECT SET TABLE THEN UNION UPDATE VALUES WHEN WHERE WITH
          and as asc by case create delete desc distinct drop else end from group having in index insert into is join
          left like limit not null on or order primary key select set table then union update values when where with
          """),
        lineComment: ["--"], blockComment: ("/*", "*/"), strings: [.init(mark: "'")])
    ),
    (
      ["toml", "ini", "cfg", "dockerfile", "makefile", "make", "cmake"],
      CodeLanguage(
        keywords: words(
          "true false FROM RUN CMD COPY ADD ENV ARG WORKDIR ENTRYPOINT EXPOSE LABEL USER VOLUME ifeq else endif"
        ),
        lineComment: ["#"], strings: [.init(mark: "\""), .init(mark: "'", hasEscapes: false)])
    ),
    (
      ["yaml", "yml"],
      CodeLanguage(
        keywords: ["true", "false", "null", "yes", "no"], lineComment: ["#"],
        strings: [.init(mark: "\""), .init(mark: "'", hasEscapes: false)], hasKeys: true, hasBlocks: true)
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
