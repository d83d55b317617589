import FixtureSupport
import Foundation
import Testing

@Suite("The layout") struct LayoutTests {
  private let manifest: Manifest

  init() throws { manifest = try Manifest() }

  /// The lines `name   what it is   ← what it imports` of the README.
  private static func picture() throws -> [(name: String, arrows: Set<String>)] {
    let text = try ProjectFile.text(of: "README.md")
    let section = try #require(text.components(separatedBy: "\n## Layout\n").dropFirst().first)
    return section.matches(of: /\n    (\S+) +\S.*?  +(?:imports nothing|← (.+))/).map { line in
      let arrows = line.output.2?.components(separatedBy: ", ") ?? []
      return (String(line.output.1), Set(arrows))
    }
  }

  @Test func `is drawn in the README with the arrows of Package.swift`() throws {
    let picture = try Self.picture()
    #expect(picture.map(\.name) == manifest.sources.map(\.name))
    for (target, drawn) in zip(manifest.sources, picture) {
      #expect(drawn.arrows == manifest.arrows(of: target), "\(target.name)")
    }
  }

  @Test func `is kept by the import lines of every file`() throws {
    let names = Set(manifest.sources.map { $0.name })
    for target in manifest.targets {
      let folder = target.kind == "tests" ? "Tests/" : "Sources/"
      let imported = try Self.imports(in: folder + target.name)
      #expect(
        imported.intersection(names)
          == target.imports.intersection(names).filter { $0 != "softmax-laws" },
        "\(target.name)")
    }
  }

  @Test func `leaves Testing to the tests and one module, and Foundation to those that need it`()
    throws
  {
    for target in manifest.sources {
      let imported = try Self.imports(in: "Sources/" + target.name)
      #expect(imported.contains("Testing") == (target.name == "SoftmaxLawsTesting"))
      let isPure = [
        "Randomness", "Arithmetic", "PropertyEngine", "SoftmaxFamily", "SoftmaxReference",
        "SoftmaxLaws",
      ].contains(target.name)
      #expect(!isPure || !imported.contains("Foundation"), "\(target.name)")
    }
  }

  @Test func `has a documentation catalogue for every module, with a page that begins with it`()
    throws
  {
    for module in manifest.modules {
      let page = "Sources/\(module.name)/\(module.name).docc/\(module.name).md"
      let text = try ProjectFile.text(of: page)
      #expect(text.hasPrefix("# ``\(module.name)``\n\n"), "\(page)")
    }
  }

  /// The modules that the files of a folder import.
  private static func imports(in folder: String) throws -> Set<String> {
    let files = ProjectFile.paths(in: folder, ending: ".swift")
    return try files.reduce(into: []) { names, file in
      let lines = try ProjectFile.text(of: file).matches(
        of: /(?m)^(?:@\w+ )*(?:public |package )?import (\w+)$/)
      names.formUnion(lines.map { String($0.output.1) })
    }
  }
}
