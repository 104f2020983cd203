// swift-tools-version: 6.2
import Foundation
import PackageDescription

// CI sets NAPKIN_STRICT, so that a warning fails there and never blocks an experiment at home.
let strict: [SwiftSetting] =
  ProcessInfo.processInfo.environment["NAPKIN_STRICT"] == nil ? [] : [.treatAllWarnings(as: .error)]

// Debian's ncursesw.pc defines macros that the package manager refuses with a warning; its headers and libraries are
// where every compiler looks. Homebrew keeps its own out of the way, and there the file is needed.
#if os(Linux)
  let ncursesw: String? = nil
#else
  let ncursesw: String? = "ncursesw"
#endif

let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "napkin",
  products: [.executable(name: "napkin", targets: ["napkin"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CNcurses", pkgConfig: ncursesw,
      providers: [.apt(["libncursesw5-dev"]), .brew(["ncurses"])]),
    .systemLibrary(
      name: "CCmarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"])]),

    .target(name: "CAllocator"),
    .target(name: "Engine", swiftSettings: strict),
    .target(name: "Content", dependencies: ["Engine", "CCmarkGFM", yams, grdb], swiftSettings: strict),
    .target(name: "Learning", dependencies: ["Engine", "Content", grdb], swiftSettings: strict),
    .target(name: "Typesetting", dependencies: ["Engine", "Content"], swiftSettings: strict),
    .target(name: "Exchange", dependencies: ["Engine", "Content", "Typesetting"], swiftSettings: strict),
    .target(name: "Terminal", dependencies: ["Typesetting", "CNcurses"], swiftSettings: strict),
    .target(
      name: "TextbookUI", dependencies: ["Engine", "Content", "Learning", "Typesetting", "Terminal"],
      swiftSettings: strict),
    .executableTarget(
      name: "napkin",
      dependencies: [
        "CAllocator", "Engine", "Content", "Learning", "Typesetting", "Exchange", "Terminal", "TextbookUI",
        argumentParser,
      ],
      swiftSettings: strict),

    // Not among the products: what builds the product napkin leaves it alone.
    .executableTarget(
      name: "napkin-benchmarks", dependencies: ["Engine"], path: "Benchmarks/Engine", swiftSettings: strict),

    .testTarget(
      name: "EngineTests", dependencies: ["Engine"], exclude: ["Errors"], swiftSettings: strict),
    // A test sees what it imports, not what the libraries under Content add to every text.
    .testTarget(
      name: "ContentTests", dependencies: ["Content"],
      swiftSettings: strict + [.enableUpcomingFeature("MemberImportVisibility")]),
    .testTarget(name: "TypesettingTests", dependencies: ["Typesetting"], swiftSettings: strict),
    .testTarget(name: "ExchangeTests", dependencies: ["Exchange"], swiftSettings: strict),
    .testTarget(name: "LearningTests", dependencies: ["Learning"], swiftSettings: strict),
    .testTarget(name: "TerminalTests", dependencies: ["Terminal"], swiftSettings: strict),
    .testTarget(
      name: "TextbookUITests", dependencies: ["TextbookUI"], exclude: ["Fixtures", "Screens"],
      swiftSettings: strict),
    .testTarget(name: "NapkinTests", dependencies: ["napkin", "Learning"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
