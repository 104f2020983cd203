import ArgumentParser
import Engine

/// Lists machines, shows some, or sets them side by side.
struct Hardware: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hardware",
    abstract: "List the machines of the book, show some with sources, or compare them.",
    discussion: """
      napkin hardware --class edge
      napkin hardware h100_sxm
      napkin hardware a100_80gb h100_sxm --compare

      Ridge points are computed: the peak rate over the bandwidth of the memory.
      """)

  @OptionGroup var profiles: ProfileOptions

  func run() throws { try profiles.run(.hardware) }
}

/// Lists models, shows some, or sets them side by side.
struct Models: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "models",
    abstract: "List the models of the book, show some with sources, or compare them.",
    discussion: """
      napkin models --class language
      napkin models llama2_7b
      napkin models resnet50 mobilenet_v2 --compare
      """)

  @OptionGroup var profiles: ProfileOptions

  func run() throws { try profiles.run(.model) }
}
