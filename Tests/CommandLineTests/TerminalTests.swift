import Testing

@testable import softmax_laws

@Suite("A terminal")
struct TerminalTests {
  @Test func `gives each stream its lines`() {
    let (output, errors) = (Transcript(), Transcript())
    let terminal = Terminal(output: output.append, errors: errors.append)
    terminal.print("a")
    terminal.print()
    terminal.complain("b")
    terminal.progress("c")
    #expect(output.text == "a\n\n")
    #expect(errors.text == "softmax-laws: b\n")
  }

  @Test func `replaces the progress by the next line`() {
    let (output, errors) = (Transcript(), Transcript())
    let terminal = Terminal(output: output.append, errors: errors.append, showsProgress: true)
    terminal.progress("1/2")
    terminal.progress("2/2")
    terminal.print("done")
    #expect(output.text == "done\n")
    #expect(errors.text == "\r\u{1B}[K1/2\r\u{1B}[K2/2\r\u{1B}[K")
  }

  @Test func `has colours unless asked to be plain`() {
    let terminal = Terminal(output: { _ in }, errors: { _ in }, isColored: true)
    #expect(terminal.colored("a", .red) == "\u{1B}[31ma\u{1B}[0m")
    #expect(terminal.plain(false).colored("a", .bold) == "\u{1B}[1ma\u{1B}[0m")
    #expect(terminal.plain(true).colored("a", .red) == "a")
  }
}
