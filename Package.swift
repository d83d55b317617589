// swift-tools-version: 6.2

import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// A module under Sources and the modules it may import.
func module(_ name: String, imports dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// A program under Sources.
func program(_ name: String, imports dependencies: [Target.Dependency]) -> Target {
  .executableTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// The tests of one module, which mirror it file by file.
func tests(_ name: String, using dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

let package = Package(
  name: "SoftmaxLaws",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "PropertyEngine", targets: ["PropertyEngine", "Randomness", "Arithmetic"]),
    .library(
      name: "SoftmaxReference", targets: ["SoftmaxReference", "SoftmaxFamily", "Arithmetic"]),
    .library(
      name: "SoftmaxLawsTesting",
      targets: [
        "SoftmaxLawsTesting", "Conformance", "ProcessBridge", "SoftmaxLaws", "SoftmaxFamily",
        "PropertyEngine", "Arithmetic", "StrictJSON",
      ]),
    .executable(name: "softmax-laws", targets: ["softmax-laws"]),
  ],
  targets: [
    // MARK: - Numbers, choices and texts
    module("Randomness"),
    module("Arithmetic"),
    module("StrictJSON"),
    module("PropertyEngine", imports: ["Randomness", "Arithmetic"]),

    // MARK: - The softmax family
    module("SoftmaxFamily", imports: ["Arithmetic"]),
    module("SoftmaxReference", imports: ["SoftmaxFamily", "Arithmetic"]),
    module("SoftmaxLaws", imports: ["PropertyEngine", "SoftmaxFamily", "Arithmetic"]),
    module("Specimens", imports: ["SoftmaxFamily", "Arithmetic"]),

    // MARK: - Checking
    module(
      "Conformance",
      imports: [
        "SoftmaxLaws", "SoftmaxReference", "Specimens", "SoftmaxFamily", "PropertyEngine",
        "Randomness", "Arithmetic", "StrictJSON",
      ]),
    module("ProcessBridge", imports: ["SoftmaxFamily", "Arithmetic", "StrictJSON"]),
    module(
      "SoftmaxLawsTesting",
      imports: ["Conformance", "SoftmaxLaws", "SoftmaxFamily", "PropertyEngine", "Arithmetic"]),

    // MARK: - Programs
    program(
      "softmax-laws",
      imports: [
        "Conformance", "ProcessBridge", "Specimens", "SoftmaxLaws", "SoftmaxReference",
        "SoftmaxFamily", "PropertyEngine", "Arithmetic",
      ]),
    program(
      "softmax-laws-benchmarks",
      imports: [
        "Conformance", "ProcessBridge", "Specimens", "SoftmaxLaws", "SoftmaxReference",
        "SoftmaxFamily", "PropertyEngine", "Randomness", "Arithmetic",
      ]),

    // MARK: - Tests
    .target(
      name: "FixtureSupport", dependencies: ["SoftmaxFamily", "Arithmetic"],
      path: "Tests/FixtureSupport", swiftSettings: settings),
    tests("RandomnessTests", using: ["Randomness"]),
    tests("ArithmeticTests", using: ["Arithmetic", "FixtureSupport"]),
    tests("StrictJSONTests", using: ["StrictJSON"]),
    tests(
      "PropertyEngineTests",
      using: ["PropertyEngine", "Randomness", "Arithmetic", "FixtureSupport"]),
    tests("SoftmaxFamilyTests", using: ["SoftmaxFamily", "Arithmetic"]),
    tests(
      "SoftmaxReferenceTests",
      using: [
        "SoftmaxReference", "SoftmaxFamily", "Arithmetic", "FixtureSupport", "Conformance",
        "SoftmaxLaws", "PropertyEngine",
      ]),
    tests(
      "ProcessBridgeTests",
      using: ["ProcessBridge", "SoftmaxFamily", "Arithmetic", "StrictJSON", "FixtureSupport"]),
    tests(
      "SoftmaxLawsTests",
      using: [
        "SoftmaxLaws", "SoftmaxReference", "PropertyEngine", "SoftmaxFamily", "Arithmetic",
        "FixtureSupport",
      ]),
    tests("SpecimensTests", using: ["Specimens", "SoftmaxFamily", "Arithmetic"]),
    tests(
      "ConformanceTests",
      using: [
        "Conformance", "Specimens", "SoftmaxLaws", "SoftmaxReference", "SoftmaxFamily",
        "PropertyEngine", "Arithmetic", "StrictJSON",
      ]),
    tests(
      "SoftmaxLawsTestingTests",
      using: [
        "SoftmaxLawsTesting", "Specimens", "SoftmaxLaws", "SoftmaxFamily", "PropertyEngine",
        "Arithmetic",
      ]),
    tests(
      "CommandLineTests",
      using: [
        "softmax-laws", "Conformance", "ProcessBridge", "Specimens", "SoftmaxLaws",
        "SoftmaxReference", "SoftmaxFamily", "Arithmetic", "FixtureSupport",
      ]),
    tests(
      "DocumentationTests",
      using: [
        "SoftmaxLawsTesting", "Conformance", "ProcessBridge", "SoftmaxLaws", "SoftmaxFamily",
        "PropertyEngine", "Arithmetic", "FixtureSupport",
      ]),
  ]
)
