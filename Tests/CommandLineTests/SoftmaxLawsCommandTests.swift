import Conformance
import Testing

@testable import softmax_laws

@Suite("The program")
struct SoftmaxLawsCommandTests {
  @Test(arguments: [
    ["sreve"], ["merge"], ["sweep", "sparsemax"], ["--nosuch"],
    ["check", "--format", "x"],
    ["check", "--report", "r.txt"], ["check", "--law", "nosuch"],
    ["check", "--implementation", "nosuch"], ["replay", "nosuch"], ["oracle", "nosuch"],
  ])
  func `says in one line what is wrong`(arguments: [String]) {
    let session = Session(arguments)
    #expect(session.status == .usage)
    #expect(session.output == "")
    #expect(session.errors.hasPrefix("softmax-laws: "))
    #expect(session.errors.hasSuffix("\n") && session.errors.filter { $0 == "\n" }.count == 1)
  }

  @Test func `names the text and the help`() {
    #expect(
      Session("--nosuch=\u{1B}").errors
        == "softmax-laws: there is no option '--nosuch' (see softmax-laws --help)\n")
    #expect(
      Session("se\u{1B}rve").errors
        == "softmax-laws: there is no command 'se\u{FFFD}rve', did you mean 'serve'? (see softmax-laws --help)\n"
    )
  }

  @Test func `prints its version and its help`() {
    #expect(Session("--version").output == "softmax-laws \(Suite.version)\n")
    let help = Session("--help")
    #expect(help.status == .success)
    let missing = (Command.check.options + ["oracle", "replay", "list"]).filter {
      !help.output.contains($0)
    }
    #expect(missing == [])
    #expect(help.lines.allSatisfy { $0.count <= 100 })
  }
}
