// swift-tools-version: 6.2
import PackageDescription

/// Every module speaks Swift 6 and says `any` where it means it.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A module of the program; its dependencies show the one direction data takes.
func module(
  _ name: String, _ dependencies: [Target.Dependency] = [], path: String? = nil,
  exclude: [String] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, path: path, exclude: exclude, swiftSettings: settings)
}

/// A system library: a module map in `Sources/System`, nothing is compiled.
func system(_ name: String, debian package: String? = nil) -> Target {
  .systemLibrary(
    name: name, path: "Sources/System/\(name)", providers: package.map { [.apt([$0])] })
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
    .library(name: "Triage", targets: ["Triage"]),
  ],
  dependencies: [
    // Reads the command line, and makes the completions and the man page from the same table.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // Not linked, with what was measured on Debian 12 (200 starts each): GMime, which reads mails, is loaded when the
    // first mail is met (+1.3 ms a start if linked); libcurl (+3.0 ms) is the program curl, run as a child; Foundation
    // costs megabytes and start time, so that JSON is our own; GRDB took 115 s to build and 12 to 20 ms a start, so that
    // SQLite has a small typed wrapper; swift-subprocess 1.0.2 starts children in a session of their own as well as
    // we do, but wants async callers, +0.8 ms a start, +1.7 MB and 29 s of build with swift-system, against 420 lines.
    //
    // Draws on the terminal and knows its capabilities.
    system("CNcurses", debian: "libncursesw5-dev"),
    // glibc's own, which its headers hide: posix_spawn in a session of its own, pidfd_open.
    system("CSpawn"),
    // Keeps the reviews: whole or not at all, whatever happens to the process.
    system("CSQLite", debian: "libsqlite3-dev"),
    // SHA-256, by which reviews know a log again. 1.6 GB/s with the processor's instructions, +0.05 ms a
    // start (200 starts, Debian 12); it took the place of 200 lines of our own.
    system("CNettle", debian: "nettle-dev"),
    // Undoes the names that Rust and C++ give to functions. Linked statically: nothing at start.
    system("CLiberty", debian: "libiberty-dev"),
    // toml++, which reads the configuration: the whole of TOML 1.0, with the line of every key. Header only; +0.5 ms
    // a start for libstdc++, which the program loads anyway, and 2.3 s of build (Debian 12).
    .target(name: "CTOML"),
    // Unpack logs as they are passed on: .gz, .xz, .zst.
    system("CZlib", debian: "zlib1g-dev"),
    system("CLzma", debian: "liblzma-dev"),
    system("CZstd", debian: "libzstd-dev"),
    // The terminal emulator of the tests; the program does not link it. It took the place of 500 lines of our own.
    system("CVTerm", debian: "libvterm-dev"),

    // The path of the data: bytes, values, conclusions, decisions, texts, cells.
    .target(
      name: "Resources", path: "Resources", exclude: ["samples", "mails", "manual", "packaging"],
      resources: [.embedInCode("tables")], swiftSettings: settings),
    module("BisectionLog"),
    module("Symbols", ["CLiberty"]),
    module("Triage", ["BisectionLog", "Resources", "Symbols"], exclude: ["README.md"]),
    module("JSON"),
    module("Reviews", ["CNettle", "JSON"], exclude: ["Store"]),
    module("ReviewStore", ["CSQLite", "JSON", "Reviews"], path: "Sources/Reviews/Store"),
    module("Query", ["BisectionLog", "Reviews", "Triage"]),
    module("Cases", ["BisectionLog", "JSON"]),
    module("Exports", ["BisectionLog", "Cases", "Triage", "Reviews", "JSON", "Screen"]),
    module("Inputs", ["CZlib", "CLzma", "CZstd"]),
    module("ChildProcess", ["CSpawn"]),
    module("Fetching", ["CSpawn", "Cases", "ChildProcess", "Inputs", "JSON"]),
    module("Kernel", ["BisectionLog"], exclude: ["Git"]),
    module("KernelTree", ["BisectionLog", "ChildProcess", "Kernel"], path: "Sources/Kernel/Git"),
    module("Screen"),
    module(
      "Workbench",
      ["BisectionLog", "Cases", "Triage", "Reviews", "Query", "Exports", "Kernel", "Screen"]),
    module("Terminal", ["CNcurses", "CSpawn", "Screen"]),
    .executableTarget(
      name: "bisectty",
      dependencies: [
        "BisectionLog", "Cases", "JSON", "Triage", "Reviews", "ReviewStore", "Query", "Exports",
        "Inputs", "ChildProcess", "Fetching", "Kernel", "KernelTree", "Screen", "Workbench",
        "Terminal", "Resources", "CTOML",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    .target(
      name: "TestSupport", dependencies: ["BisectionLog", "CVTerm", "ChildProcess", "Screen"],
      path: "Tests/TestSupport",
      swiftSettings: settings),
    .executableTarget(
      name: "TerminalProbe", dependencies: ["Terminal", "Screen"], path: "Tests/TerminalProbe",
      swiftSettings: settings),
    // Measures speed: a program, since tests are built without optimisation. It is a handful of small
    // files that take a moment to build, so that every build checks it; nothing installs it.
    .executableTarget(
      name: "bisectty-benchmark",
      dependencies: [
        "BisectionLog", "ChildProcess", "Exports", "Inputs", "JSON", "Reviews", "Screen", "Triage",
        "Workbench",
      ],
      path: "Tests/Benchmark", swiftSettings: settings),
    tests("BisectionLogTests", ["BisectionLog"]),
    tests("SymbolsTests", ["Symbols"]),
    tests("TriageTests", ["BisectionLog", "Triage"]),
    tests("CasesTests", ["BisectionLog", "Cases", "JSON"]),
    tests("JSONTests", ["JSON"]),
    tests("ReviewsTests", ["Reviews"]),
    tests("ReviewStoreTests", ["Reviews", "ReviewStore"]),
    tests("QueryTests", ["BisectionLog", "Triage", "Reviews", "Query"]),
    tests(
      "ExportsTests", ["BisectionLog", "Cases", "JSON", "Triage", "Reviews", "Screen", "Exports"],
      exclude: ["Goldens"]),
    tests("InputsTests", ["Inputs"]),
    tests("ChildProcessTests", ["ChildProcess"]),
    tests("FetchingTests", ["Cases", "ChildProcess", "Fetching", "JSON"]),
    tests("KernelTests", ["BisectionLog", "Kernel"]),
    tests("KernelTreeTests", ["BisectionLog", "ChildProcess", "Kernel", "KernelTree"]),
    tests("ScreenTests", ["Screen"]),
    tests(
      "WorkbenchTests",
      ["BisectionLog", "Cases", "Triage", "Reviews", "Kernel", "Screen", "Workbench"],
      exclude: ["Goldens"]),
    tests("ProgramTests", ["bisectty", "Query", "Screen", "Workbench"]),
    tests("TerminalTests", ["CNcurses", "Terminal", "Screen", "TerminalProbe"]),
    tests(
      "EndToEndTests",
      [
        "BisectionLog", "bisectty", "JSON", "Kernel", "Reviews", "ReviewStore", "Screen",
        "Workbench",
      ]),
  ],
  swiftLanguageModes: [.v6], cxxLanguageStandard: .cxx17
)

// libFuzzer brings its own main function, so that this target exists only for Tests/Scripts/fuzz.sh.
if Context.environment["BISECTTY_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "bisectty-fuzz",
      dependencies: [
        "BisectionLog", "Cases", "Exports", "Fetching", "Inputs", "JSON", "Reviews", "TestSupport",
        "Triage",
      ], path: "Tests/Fuzz",
      swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])]))
}

// A part of the package for a quick loop: the named targets, with what they depend on. The name of a
// test target builds and runs its tests alone, as in `BISECTTY_ONLY=TriageTests swift test`.
if let names = Context.environment["BISECTTY_ONLY"] {
  var wanted: [String: Target] = [:]
  var waiting = names.split(separator: ",").map(String.init)
  while let name = waiting.popLast() {
    guard wanted[name] == nil, let target = package.targets.first(where: { $0.name == name })
    else { continue }
    wanted[name] = target
    waiting += target.dependencies.compactMap {
      switch $0 {
      case .byNameItem(let name, _), .targetItem(let name, _): name
      default: nil
      }
    }
  }
  package.targets = package.targets.filter { wanted[$0.name] != nil }
  package.products = []
}
