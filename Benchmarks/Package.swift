// swift-tools-version: 6.2

import PackageDescription

/// A package of its own, so that who builds dealboard builds no benchmark.
let package = Package(
  name: "Benchmarks",
  targets: [
    .target(name: "CPseudoTerminal"),
    .executableTarget(name: "Floor", linkerSettings: [.linkedLibrary("ncursesw")]),
    .executableTarget(name: "bench", dependencies: ["CPseudoTerminal"]),
  ],
  swiftLanguageModes: [.v6]
)
