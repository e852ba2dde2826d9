import Glibc

/// Keys typed at a terminal, one by one and unseen.
enum UnseenKeys {
  /// Whether somebody sits there who can be asked something.
  static var isSomebodyThere: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

  /// Asks a question on standard error and lets `body` take one byte after the other, nil once the terminal has gone;
  /// nil where there is none.
  ///
  /// What was typed before the question is no answer to it.
  /// Ctrl-C is a byte like the others, so that no signal ends the program while the terminal shows nothing of what is
  /// typed.
  static func read<Result>(after question: String, _ body: (_ next: () -> UInt8?) -> Result) -> Result? {
    var before = termios()
    guard tcgetattr(STDIN_FILENO, &before) == 0 else { return nil }
    var unseen = before
    unseen.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG)
    guard tcsetattr(STDIN_FILENO, TCSAFLUSH, &unseen) == 0 else { return nil }
    defer { tcsetattr(STDIN_FILENO, TCSAFLUSH, &before) }
    Output.status("\(question) ")
    return body {
      var byte: UInt8 = 0
      while true {
        let count = Glibc.read(STDIN_FILENO, &byte, 1)
        if count < 0, errno == EINTR, !Interruption.hasCome { continue }
        return count == 1 ? byte : nil
      }
    }
  }

  /// Asks a question: `y` is yes, Enter and `n` are no, other keys are ignored; nil where somebody wants to hear no
  /// more questions (Ctrl-C, Ctrl-D) or the terminal has gone.
  static func agrees(_ question: String) -> Bool? {
    let answer = read(after: question) { next in
      while let byte = next() {
        switch byte {
        case UInt8(ascii: "y"), UInt8(ascii: "Y"): return Bool?.some(true)
        case UInt8(ascii: "n"), UInt8(ascii: "N"), 0x0A, 0x0D: return false
        case 0x03, 0x04, 0x1C: return nil
        default: continue
        }
      }
      return nil
    }
    Output.status(answer == true ? "y\n" : "\n")
    return answer ?? nil
  }
}
