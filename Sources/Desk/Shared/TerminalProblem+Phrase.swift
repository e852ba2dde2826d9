import Terminal
import Wording

extension TerminalProblem {
  /// Why the screen cannot be used, and what to do.
  public func message(_ wording: Wording) -> String {
    let phrase: TerminalPhrase =
      switch self {
      case .noTerminal: .noTerminal
      case .dumbTerminal: .dumbTerminal
      case .kernelConsole: .kernelConsole
      case .notUTF8: .notUTF8
      case .unknownTerminal: .unknownTerminal
      }
    return wording(phrase, wording.program)
  }
}
