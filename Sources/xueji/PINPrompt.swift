import ArgumentParser
import Desk
import Glibc
import Records

/// Asks for a PIN: twice and unseen at a terminal, else one line of standard input.
enum PINPrompt {
  /// The PIN, or one sentence and an exit code.
  static func read(for name: String, _ wording: Wording) throws -> PIN {
    guard isatty(STDIN_FILENO) != 0 else {
      var lines = LineReader(descriptor: STDIN_FILENO, limit: 1_000)
      guard let pin = PIN(String(decoding: lines.next() ?? [], as: UTF8.self)) else {
        throw Output.refuse(wording.badPIN, 65)
      }
      return pin
    }
    guard let first = ask(wording.askPIN(name)) else { throw ExitCode(130) }
    guard let pin = PIN(first) else { throw Output.refuse(wording.badPIN, 65) }
    guard let second = ask(wording.askPINAgain) else { throw ExitCode(130) }
    guard first == second else { throw Output.refuse(wording.pinsDiffer, 65) }
    return pin
  }

  /// One line typed unseen; nil where somebody thought better of it (Ctrl-C, Ctrl-D) or the terminal has gone.
  ///
  /// Keys are read one by one, so that no signal ends the program while the terminal shows nothing of what is typed.
  private static func ask(_ question: String) -> String? {
    var before = termios()
    guard tcgetattr(STDIN_FILENO, &before) == 0 else { return nil }
    var unseen = before
    unseen.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG)
    guard tcsetattr(STDIN_FILENO, TCSAFLUSH, &unseen) == 0 else { return nil }
    defer {
      tcsetattr(STDIN_FILENO, TCSAFLUSH, &before)
      Output.ask("\n")
    }
    Output.ask("\(question) ")
    var typed: [UInt8] = []
    while true {
      var byte: UInt8 = 0
      let count = Glibc.read(STDIN_FILENO, &byte, 1)
      if count < 0, errno == EINTR { continue }
      guard count == 1 else { return nil }
      switch byte {
      case 0x0A, 0x0D: return String(decoding: typed, as: UTF8.self)
      case 0x03, 0x04, 0x1C: return nil
      case 0x08, 0x7F: _ = typed.popLast()
      case 0x15: typed = []
      default: if typed.count < 1_000 { typed.append(byte) }
      }
    }
  }
}

extension Output {
  /// A question on standard error, so that standard output stays what a script reads.
  fileprivate static func ask(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
