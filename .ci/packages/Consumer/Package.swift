// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "Consumer",
  platforms: [.macOS(.v15)],
  dependencies: [.package(path: "../SoftmaxLaws")],
  targets: [
    .testTarget(
      name: "PropertyTests",
      dependencies: [.product(name: "PropertyEngine", package: "SoftmaxLaws")]),
    .testTarget(
      name: "ReferenceTests",
      dependencies: [.product(name: "SoftmaxReference", package: "SoftmaxLaws")]),
  ]
)
