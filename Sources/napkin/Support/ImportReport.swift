import Exchange

/// What an import wrote, and what it could not carry over.
struct ImportReport: Encodable {
  struct Note: Encodable {
    var file: String
    var line: Int
    var message: String
  }

  var files: [String] = []
  var notes: [Note] = []
  /// What is left to the author.
  var advice: [String] = []

  mutating func add(_ notes: [ImportNote], of file: String) {
    self.notes += notes.map { Note(file: file, line: $0.line, message: $0.message) }
  }

  /// Prints the files on standard output, unless the content itself went there, and the notes on standard error.
  func print(json: Bool) throws(Failure) {
    if json { return try Output.json(self) }
    for note in notes { Output.remark("\(note.file):\(note.line): \(note.message)") }
    for line in advice { Output.remark(line) }
    for file in files where file != "-" { try Output.line(file) }
  }
}
