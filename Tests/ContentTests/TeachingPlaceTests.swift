import Engine
import Foundation
import Testing

@testable import Content

/// The paragraph that teaches a question, as somebody who read the section would choose it.
@Suite struct TeachingPlaceTests {
  static let book: Book? = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Content").path
    guard let loader = try? BookLoader(folder: folder), let book = try? loader.open(chapter: nil) else {
      return nil
    }
    return loader.rest(of: book)
  }()

  /// Words of the paragraph, or of the title of the box.
  @Test(arguments: [
    ("q-ch05-rules-cost", "The expert systems of the 1980s"),
    ("q-ch05-six-classes", "The bottleneck is not those operations."),
    ("q-ch05-pick-model", "Is a network worth its price?"),
    ("q-ch05-double-descent", "Learned features also broke a rule of statistics."),
    ("q-ch05-ariane", "Ariane 5, 1996"),
    ("q-ch05-layout-traffic", "Layout has a price in traffic."),
    ("q-ch05-reuse-weights", "The remedy is company."),
    ("q-ch05-mac-flop", "Rates come in two currencies"),
    ("q-ch05-mac-blank", "Rates come in two currencies"),
    ("q-ch05-single-thread", "Many identical MACs want many identical units"),
    ("q-ch05-growth", "A shorter doubling time is a faster growth."),
    ("q-ch05-depth-budget", "Depth against width"),
    ("q-ch05-universal", "A shallow network can do the same in principle."),
    ("q-ch05-linear-stack", "depth is a fraud"),
    ("q-ch05-relu", "Its slope is 1 wherever the unit is active"),
    ("q-ch05-square-bug", "The first layer’s operands have the shapes"),
    ("q-ch05-xor-layer", "XOR is true when exactly one of two inputs is."),
    ("q-ch05-mixed", "Precision moves every row here"),
    ("q-ch05-silent-update", "run in a fixed order"),
    ("q-ch05-vectorize", "Why not loop over samples?"),
    ("q-ch05-first-loss", "The first value on a loss curve is known before the run."),
    ("q-ch05-mean-loss", "The mean, not the sum"),
    ("q-ch05-accumulate", "Because gradients add, a batch need not fit at once."),
    ("q-ch05-two-buffers", "Layer two reads what layer one wrote"),
    ("q-ch06-local-ratio", "Take a grey image of"),
    ("q-ch06-token-intensity", "Look at the left end."),
    ("q-ch06-approximation", "One hidden layer, if wide enough"),
    ("q-ch06-pipes", "Dense layers are right where nobody knows"),
    ("q-ch06-conv-neuron", "The weights carry no index for the place."),
    ("q-ch06-field", "receptive field"),
    ("q-ch06-detector", "Both properties are wanted, in turn."),
    ("q-ch06-depthwise-gpu", "Fourteen times fewer operations is fourteen times faster"),
    ("q-ch06-kws-energy", "Keyword spotting"),
    ("q-ch06-rnn-gpus", "A second accelerator does not shorten it"),
    ("q-ch06-softmax-blank", "The softmax of a row needs the row’s largest score"),
    ("q-ch06-heads", "more heads cost no more multiplications"),
    ("q-ch06-dlrm-order", "DLRM, which Facebook published in 2019"),
    ("q-ch06-broadcast", "data travel in four patterns"),
    ("q-ch06-bias-50k", "A strong bias is a bet."),
  ])
  func theParagraphOfAQuestion(id: String, words: String) throws {
    let book = try #require(Self.book)
    let chapter = try #require(book.chapters.values.first { $0.questions.contains { $0.id == id } })
    let question = try #require(chapter.questions.first { $0.id == id })
    var places = TeachingPlaces(book)
    let found = places.place(of: question, in: chapter.id)
    let place = try #require(found)
    #expect(place.chapter == chapter.id)
    let text = Self.text(of: chapter.blocks[place.block])
    #expect(text.contains(words), "it is \(text.prefix(80))")
  }

  private static func text(of block: Block) -> String {
    var text = ""
    block.walk { block in text += block.inlineRuns.map(\.plainText).joined(separator: " ") + " " }
    return text.replacing("'", with: "’")
  }

  @Test func everyQuestionHasAPlaceInItsSection() throws {
    let book = try #require(Self.book)
    var places = TeachingPlaces(book)
    var count = 0
    for chapter in book.chapters.values {
      for question in chapter.questions where question.see == nil {
        let found = places.place(of: question, in: chapter.id)
        let place = try #require(found, "\(question.id)")
        let section = chapter.sections.last { $0.block <= place.block && $0.id == question.section }
        #expect(section != nil, "\(question.id) is taught after the beginning of its section")
        if case .question = chapter.blocks[place.block] { Issue.record("\(question.id) teaches itself") }
        count += 1
      }
    }
    #expect(count > 270)
  }

  static let text = """
    ## One {#sec-one}

    A cache holds what was read last.

    Bandwidth is the bytes of a second.

    ::: {.note #note-far}
    Nothing of the kind.
    :::

    ## Two {#sec-two}

    A cache that is too small is read past.
    """

  private func place(_ attributes: String) throws -> (block: Int?, chapter: Chapter) {
    let pool = """
      ::: {.question #q-1 kind="choice" \(attributes)}
      What does a cache hold?

      - [x] What was read last
      - [ ] What was written first
        > No.
      :::
      """
    let chapter = chapter(Self.text, pool: pool)
    let manifest = Manifest(
      id: "b", title: "B", version: "1", parts: [Part(id: "p", title: "P", chapters: [chapter.id])])
    let book = Book(
      manifest: manifest, folder: "", chapters: [chapter.id: chapter], workbook: Workbook(library: Library()))
    var places = TeachingPlaces(book)
    let question = try #require(chapter.questions.first)
    return (places.place(of: question, in: chapter.id)?.block, chapter)
  }

  @Test(arguments: [
    (#"section="sec-one""#, "A cache holds"), (#"section="sec-two""#, "too small"),
    (#"section="sec-one" see="note-far""#, "Nothing of"),
    (##"section="sec-one" see="#note-far""##, "Nothing of"),
    (#"section="sec-one" see="nowhere""#, "A cache holds"),
  ])
  func whatTheAuthorNamesComesFirst(attributes: String, words: String) throws {
    let (block, chapter) = try place(attributes)
    #expect(Self.text(of: chapter.blocks[try #require(block)]).contains(words))
  }

  @Test func withoutASectionThereIsNoPlace() throws {
    #expect(try place(#"section="sec-three""#).block == nil)
  }

  @Test(arguments: [
    ["multiply", "multiplies", "multiplied", "multiplying"], ["store", "stores", "stored", "storing"],
    ["plan", "plans", "planned", "planning"], ["batch", "batches"], ["layer", "layers"],
    ["normalise", "normalize", "normalisation", "normalization"], ["gradient", "gradients"],
    ["pass", "passes"],
    ["bias", "biases"], ["quick", "quickly"],
  ])
  func formsOfAWordHaveOneStem(words: [String]) {
    #expect(Set(words.map(WordStem.of)).count == 1, "\(words.map(WordStem.of))")
  }

  @Test(arguments: [("weight", "width"), ("training", "trailing"), ("cache", "cash")])
  func otherWordsHaveOthers(one: String, other: String) {
    #expect(WordStem.of(one) != WordStem.of(other))
  }
}
