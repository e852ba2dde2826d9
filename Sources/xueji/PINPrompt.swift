import ArgumentParser
import Desk
import Glibc
import Records
import Wording

/// Asks for a PIN: twice and unseen at a terminal, else one line of standard input.
enum PINPrompt {
  /// The PIN, or one sentence and an exit code.
  static func read(for name: String, _ wording: Wording) throws -> PIN {
    guard isatty(STDIN_FILENO) != 0 else {
      var lines = LineReader(descriptor: STDIN_FILENO, limit: 1_000)
      return try pin(String(decoding: lines.next() ?? [], as: UTF8.self), wording)
    }
    guard let first = ask(wording.askPIN(name)) else { throw ExitCode(130) }
    let pin = try pin(first, wording)
    guard let second = ask(wording.askPINAgain) else { throw ExitCode(130) }
    guard first == second else { throw Output.refuse(wording.pinsDiffer, 65) }
    return pin
  }

  private static func pin(_ typed: String, _ wording: Wording) throws -> PIN {
    guard let pin = PIN(typed) else { throw Output.refuse(wording.badPIN, 65) }
    // Before it is typed a second time.
    if pin.isEasy { throw Output.refuse(wording.easyPIN, 65) }
    return pin
  }

  /// One line typed unseen; nil where somebody thought better of it (Ctrl-C, Ctrl-D) or the terminal has gone.
  private static func ask(_ question: String) -> String? {
    defer { Output.status("\n") }
    let typed = UnseenKeys.read(after: question) { next in
      var typed: [UInt8] = []
      while let byte = next() {
        switch byte {
        case 0x0A, 0x0D: return String?.some(String(decoding: typed, as: UTF8.self))
        case 0x03, 0x04, 0x1C: return nil
        case 0x08, 0x7F: _ = typed.popLast()
        case 0x15: typed = []
        default: if typed.count < 1_000 { typed.append(byte) }
        }
      }
      return nil
    }
    return typed ?? nil
  }
}
