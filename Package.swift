// swift-tools-version: 6.2

import PackageDescription

let checked: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .enableUpcomingFeature("ImmutableWeakCaptures"),
  .treatAllWarnings(as: .error),
]

/// For targets that call neither C nor the system.
let pure: [SwiftSetting] = checked + [.strictMemorySafety()]

let package = Package(
  name: "dealboard",
  products: [.executable(name: "dealboard", targets: ["dealboard"])],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/LebJe/TOMLKit", exact: "0.6.0"),
  ],
  targets: [
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"])]),
    .target(name: "CGuard"),
    .target(name: "Terminal", dependencies: ["CNcurses", "CGuard"], swiftSettings: checked),
    .target(name: "Pipeline", swiftSettings: pure),
    .target(name: "Interchange", dependencies: ["Pipeline"], swiftSettings: pure),
    .target(name: "CDefensive", linkerSettings: [.linkedLibrary("sqlite3")]),
    .target(
      name: "Store",
      dependencies: [
        "CDefensive", "Pipeline",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: checked
    ),
    .target(name: "Board", dependencies: ["Pipeline"], swiftSettings: pure),
    .target(
      name: "Settings",
      dependencies: ["Board", .product(name: "TOMLKit", package: "TOMLKit")],
      resources: [.embedInCode("Themes")],
      swiftSettings: checked
    ),
    .executableTarget(
      name: "dealboard",
      dependencies: [
        "Terminal", "Pipeline", "Interchange", "Store", "Board", "Settings",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: checked
    ),
    .testTarget(
      name: "PipelineTests",
      dependencies: ["Pipeline", "EdgeCaseHistories"],
      swiftSettings: checked
    ),
    .testTarget(
      name: "InterchangeTests",
      dependencies: ["Interchange", "MemoryWorkspace", "Pipeline"],
      resources: [.copy("Fixtures")],
      swiftSettings: checked
    ),
    .testTarget(
      name: "StoreTests",
      dependencies: ["Store", "Pipeline", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: checked
    ),
    .testTarget(
      name: "BoardTests",
      dependencies: ["Board", "Pipeline", "EdgeCaseHistories"],
      resources: [.copy("Golden")],
      swiftSettings: checked
    ),
    .target(
      name: "CPowerCut",
      path: "Tests/Support/CPowerCut",
      linkerSettings: [.linkedLibrary("sqlite3")]
    ),
    .executableTarget(
      name: "torture",
      dependencies: [
        "CPowerCut", "Store", "Pipeline", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      path: "Tests/Torture",
      swiftSettings: checked
    ),
    .testTarget(
      name: "SettingsTests",
      dependencies: ["Settings", "Board", "Terminal"],
      swiftSettings: checked
    ),
    .testTarget(
      name: "TerminalTests",
      dependencies: ["Terminal", "TerminalModel"],
      swiftSettings: checked
    ),
    .target(
      name: "EdgeCaseHistories",
      dependencies: ["Pipeline"],
      path: "Tests/Support/EdgeCases",
      resources: [.copy("Fixtures")],
      swiftSettings: checked
    ),
    .target(
      name: "MemoryWorkspace",
      dependencies: ["Interchange", "Pipeline"],
      path: "Tests/Support/MemoryWorkspace",
      swiftSettings: checked
    ),
    .target(name: "CPseudoTerminal", path: "Tests/Support/CPseudoTerminal"),
    .target(
      name: "TerminalModel",
      dependencies: ["CPseudoTerminal"],
      path: "Tests/Support/TerminalModel",
      swiftSettings: checked
    ),
    .testTarget(
      name: "ProgramTests",
      dependencies: ["TerminalModel"],
      resources: [.copy("Fixtures")],
      swiftSettings: checked
    ),
  ],
  swiftLanguageModes: [.v6]
)

// `make fuzz` alone builds it: it needs a sanitizer, and tests' access to what it feeds.
if Context.environment["DEALBOARD_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "Fuzz",
      dependencies: [
        "Board", "Interchange", "MemoryWorkspace", "Pipeline", "Settings", "Store", "Terminal",
      ],
      path: "Fuzz",
      exclude: ["run", "workspace.json"],
      swiftSettings: [.unsafeFlags(["-parse-as-library", "-sanitize=fuzzer,address"])],
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address", "-use-ld=lld"])]
    )
  )
}
