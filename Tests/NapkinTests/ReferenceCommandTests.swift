import Foundation
import Learning
import Testing

/// `napkin glossary`, `napkin cite`, `napkin doctor`.
@Suite struct ReferenceCommandTests {
  @Test func aTermIsFoundByItsNameItsOtherNamesAndItsBeginning() throws {
    for words in [["arithmetic", "intensity"], ["operational", "intensity"], ["Arithmetic", "int"]] {
      let result = try Program.run(["glossary"] + words)
      #expect(result.status == 0)
      #expect(result.output.lowercased().hasPrefix("arithmetic intensity\n"), "\(words): \(result.output)")
      #expect(result.output.contains("byte"))
    }
    let all = try Program.run(["glossary"])
    #expect(all.output.split(separator: "\n").count > 20)
    let json = try Program.run(["glossary", "arithmetic intensity", "--json"])
    #expect(json.output.contains("\"id\" : \"term-arithmetic-intensity\""))
  }

  @Test func aTermThatThereIsNotIsReportedWithTheNearest() throws {
    let result = try Program.run(["glossary", "arithmetic", "intensty"])
    #expect(result.status == 2)
    #expect(result.errors.contains("Did you mean 'arithmetic intensity'?"))
  }

  @Test func aSourceIsPrintedAsTextAndAsBibTeX() throws {
    let text = try Program.run(["cite", "amdahl-1967"])
    #expect(text.status == 0)
    #expect(text.output.hasPrefix("G. M. Amdahl (1967). Validity of the single processor approach"))
    let entry = try Program.run(["cite", "ba-2016", "brown-2020", "aws-ec2-pricing", "--bibtex"]).output
    #expect(
      entry.hasPrefix(
        """
        @misc{ba-2016,
          author = {J. L. Ba and J. R. Kiros and G. E. Hinton},
          title = {{Layer normalization}},
          howpublished = {arXiv},
          year = {2016},
          url = {https://arxiv.org/abs/1607.06450}
        }

        """))
    #expect(entry.contains("author = {T. Brown and others}"))
    #expect(entry.contains("author = {{Amazon Web Services}}"))
    let unknown = try Program.run(["cite", "amdahl-1966"])
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("Did you mean 'amdahl-1967'?"))
  }

  @Test func aHealthyPlaceIsSaidToBeOne() throws {
    let result = try Program.run(["doctor"], environment: ["TERM": "xterm-256color", "EDITOR": "cat"])
    #expect(result.status == 0, "\(result.output)")
    #expect(result.output.contains("ok       TERM        xterm-256color"))
    #expect(result.output.contains("ok       record      none yet"))
    #expect(result.output.contains("ok       keys        the standard ones"))
    #expect(!result.output.contains("problem"))
  }

  @Test func whatIsWrongIsSaidWithWhatToDo() throws {
    let home = try TemporaryFolder()
    try home.write("page:\n  hlp: F1\n", to: "config/napkin/keys.yaml")
    try home.write("This is no database.", to: "data/napkin/record.sqlite")
    let result = try Program.run(
      ["doctor", "--book", home.path],
      environment: [
        "TERM": "no-such-terminal", "EDITOR": "no-such-editor", "XDG_CONFIG_HOME": home.path + "/config",
        "XDG_DATA_HOME": home.path + "/data", "XDG_CACHE_HOME": "/proc/1/nowhere",
      ])
    #expect(result.status == 1)
    let words = result.output.split(separator: "\n").map(String.init)
    func line(_ subject: String) -> String {
      words.first { $0.split(separator: " ").dropFirst().first == subject[...] } ?? "none for \(subject)"
    }
    #expect(line("TERM").hasPrefix("problem"))
    #expect(line("editor").hasPrefix("problem"))
    #expect(line("book").hasPrefix("problem"))
    #expect(line("record").hasPrefix("problem"))
    #expect(line("keys").hasPrefix("problem"))
    #expect(line("cache").hasPrefix("note"))
    #expect(result.output.contains("install ncurses-term"))
    #expect(result.output.contains("Set EDITOR to yours"))
  }

  @Test func theRecordIsReadWhole() throws {
    let home = try TemporaryFolder()
    _ = try Record(path: home.path + "/napkin/record.sqlite")
    let result = try Program.run(["doctor"], environment: ["XDG_DATA_HOME": home.path, "TERM": "xterm"])
    #expect(result.output.contains("0 answers"))
    #expect(result.output.contains(", whole"))
  }
}
