// swift-tools-version: 6.2
import PackageDescription

/// Every module speaks Swift 6 and says `any` where it means it.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A module of the program; its dependencies show the one direction data takes.
func module(
  _ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
  .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

/// The tests of a module, with the shared helpers.
func tests(
  _ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
  .testTarget(
    name: name, dependencies: ["TestSupport"] + dependencies,
    exclude: exclude, swiftSettings: settings)
}

let package = Package(
  name: "bisectty",
  products: [
    .executable(name: "bisectty", targets: ["bisectty"]),
    .library(name: "BisectionLog", targets: ["BisectionLog"]),
  ],
  dependencies: [
    // Reads the command line, and makes the completions and the man page from the same table.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // System libraries: module maps only, nothing is compiled here.
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncursesw5-dev"])]),
    .systemLibrary(name: "CSpawn"),
    .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CSHA256"),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CLzma", providers: [.apt(["liblzma-dev"])]),
    .systemLibrary(name: "CZstd", providers: [.apt(["libzstd-dev"])]),

    // The path of the data: bytes, values, conclusions, decisions, texts, cells.
    .target(
      name: "Resources", path: "Resources", exclude: ["samples", "manual"],
      resources: [.embedInCode("tables")], swiftSettings: settings),
    module("BisectionLog"),
    module("Triage", ["BisectionLog", "Resources"], exclude: ["README.md"]),
    module("JSON"),
    module("Reviews", ["CSHA256", "JSON"]),
    module("ReviewStore", ["CSQLite", "JSON", "Reviews"]),
    module("Query"),
    module("Exports", ["BisectionLog", "Triage", "Reviews", "JSON", "Screen"]),
    module("Inputs", ["CZlib", "CLzma", "CZstd"]),
    module("Listing", ["BisectionLog", "Triage", "Reviews", "Query"]),
    module("ChildProcess", ["CSpawn"]),
    module("Kernel", ["BisectionLog"]),
    module("KernelTree", ["BisectionLog", "ChildProcess", "Kernel"]),
    module("Screen"),
    module(
      "Workbench",
      ["BisectionLog", "Triage", "Reviews", "Query", "Listing", "Exports", "Kernel", "Screen"]),
    module("Configuration", ["Query", "Screen", "Workbench"]),
    module("Manual", ["Configuration", "JSON", "Listing", "Query", "Workbench"]),
    module("Sessions", ["JSON", "Query", "Reviews", "Workbench"]),
    module("Terminal", ["CNcurses", "Screen"]),
    .executableTarget(
      name: "bisectty",
      dependencies: [
        "BisectionLog", "JSON", "Triage", "Reviews", "ReviewStore", "Query", "Listing", "Exports",
        "Inputs",
        "ChildProcess", "Kernel", "KernelTree", "Screen", "Workbench", "Configuration", "Manual",
        "Sessions",
        "Terminal", "Resources",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    .target(
      name: "TestSupport", dependencies: ["BisectionLog", "ChildProcess", "Screen"],
      path: "Tests/TestSupport",
      swiftSettings: settings),
    .executableTarget(
      name: "TerminalProbe", dependencies: ["Terminal", "Screen"], path: "Tests/TerminalProbe",
      swiftSettings: settings),
    // Measures speed: a program, since tests are built without optimisation. It is a handful of small
    // files that take a moment to build, so that every build checks it; nothing installs it.
    .executableTarget(
      name: "bisectty-benchmark", dependencies: ["BisectionLog", "ChildProcess", "Inputs"],
      path: "Tests/Benchmark", swiftSettings: settings),
    tests("BisectionLogTests", ["BisectionLog"]),
    tests("TriageTests", ["BisectionLog", "Triage"]),
    tests("JSONTests", ["JSON"]),
    tests("ReviewsTests", ["Reviews"]),
    tests("ReviewStoreTests", ["Reviews", "ReviewStore"]),
    tests("QueryTests", ["Query"]),
    tests("ListingTests", ["BisectionLog", "Triage", "Reviews", "Query", "Listing"]),
    tests(
      "ExportsTests", ["BisectionLog", "JSON", "Triage", "Reviews", "Screen", "Exports"],
      exclude: ["Goldens"]),
    tests("InputsTests", ["Inputs"]),
    tests("ChildProcessTests", ["ChildProcess"]),
    tests("KernelTests", ["BisectionLog", "Kernel"]),
    tests("KernelTreeTests", ["BisectionLog", "ChildProcess", "Kernel", "KernelTree"]),
    tests("ScreenTests", ["Screen"]),
    tests(
      "WorkbenchTests", ["BisectionLog", "Triage", "Reviews", "Kernel", "Screen", "Workbench"],
      exclude: ["Goldens"]),
    tests("ConfigurationTests", ["Configuration", "Screen", "Workbench"]),
    tests("SessionsTests", ["Query", "Sessions", "Workbench"]),
    tests("TerminalTests", ["CNcurses", "Terminal", "Screen", "TerminalProbe"]),
    tests(
      "EndToEndTests",
      [
        "BisectionLog", "bisectty", "JSON", "Kernel", "Reviews", "ReviewStore", "Screen",
        "Workbench",
      ]),
  ],
  swiftLanguageModes: [.v6]
)

// libFuzzer brings its own main function, so that this target exists only for Tests/Fuzz/fuzz.sh.
if Context.environment["BISECTTY_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "bisectty-fuzz", dependencies: ["BisectionLog", "TestSupport"], path: "Tests/Fuzz",
      exclude: ["fuzz.sh"],
      swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])]))
}
