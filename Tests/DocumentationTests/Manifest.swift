import FixtureSupport

/// The targets of `Package.swift`, as they are written there.
struct Manifest {
  /// A target, with what it may import.
  struct Target {
    /// The function that makes it: `module`, `program` or `tests`.
    let kind: String
    let name: String
    let imports: Set<String>
  }

  let targets: [Target]

  init() throws {
    let text = try ProjectFile.text(of: "Package.swift")
    let calls = text.matches(
      of: /\b(module|program|tests)\(\s*"([^"]+)"(?:,\s*(?:imports|using): \[([^\]]*)\])?/)
    targets = calls.map { call in
      let names = (call.output.3 ?? "").matches(of: /"([^"]+)"/).map { String($0.output.1) }
      return Target(
        kind: String(call.output.1), name: String(call.output.2), imports: Set(names))
    }
  }

  /// The targets under `Sources`.
  var sources: [Target] { targets.filter { $0.kind != "tests" } }

  /// The modules that others can import.
  var modules: [Target] { targets.filter { $0.kind == "module" } }

  /// What a target imports, and what that imports, all the way down.
  func reach(of name: String) -> Set<String> {
    let imports = targets.first { $0.name == name }?.imports ?? []
    return imports.reduce(into: imports) { $0.formUnion(reach(of: $1)) }
  }

  /// What a target imports that nothing else it imports leads to.
  func arrows(of target: Target) -> Set<String> {
    target.imports.filter { name in
      !target.imports.contains { $0 != name && reach(of: $0).contains(name) }
    }
  }
}
