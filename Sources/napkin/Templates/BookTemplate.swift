/// The files of a new book, without its chapters.
enum BookTemplate {
  static func manifest(id: String, title: String, chapter: String) -> String {
    """
    # The book: what it is called, and its chapters in order. A chapter is a file in chapters/, named without its ending;
    # the file of the same name in questions/ is its pool of questions. `napkin new chapter TITLE` adds one.
    id: \(id)
    title: \(quoted(title))
    version: 1
    parts:
      - {id: main, title: Chapters, chapters: [\(chapter)]}
    # Ways through the book for one kind of reader:
    # paths: [{id: short, title: The short way, chapters: [1]}]
    # Machines and models of profiles/ that the reader starts with:
    # workbench: {hardware: my_gpu, model: my_model}

    """
  }

  static let glossary = """
    <!-- One term for each second-level heading; `also` holds other names for it. A page links to a term as @term-id. -->

    ## Weights {#term-weights also="parameters"}

    The numbers that a model learned. They stay the same while it answers.

    """

  static let references = """
    # Sources that [@key] cites, and that figures name. Quote a title that holds a colon.
    horowitz-2014:
      author: M. Horowitz
      year: 2014
      title: "Computing's energy problem"
      where: ISSCC

    """

  static let constants = """
    # Figures with a name, which every calculator may use. Each has a source.
    dram_access: {value: 640 pJ, per: 32-bit word, source: horowitz-2014, year: 2014, topic: energy}

    """

  /// A text as a YAML scalar.
  static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: " ") + "\""
  }
}
