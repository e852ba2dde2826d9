import Terminal
import TestSupport
import Testing

@Suite struct ScriptedTerminalTests {
  @Test func `it says its list, remembers what it was shown, and is lost at the end`() {
    var terminal: any TerminalDevice = ScriptedTerminal(
      size: Size(80, 24), events: [.key(.enter), .resize(Size(60, 20))])
    terminal.present(Canvas(size: terminal.size))
    #expect(terminal.nextEvent(timeout: nil) == .key(.enter))
    #expect(terminal.nextEvent(timeout: 5) == .resize(Size(60, 20)))
    #expect(terminal.size == Size(60, 20))
    #expect(terminal.nextEvent(timeout: nil) == .lost)
    terminal.restore()
    let scripted = terminal as? ScriptedTerminal
    #expect(scripted?.screens == [Canvas(size: Size(80, 24))])
    #expect(scripted?.isRestored == true)
  }
}
