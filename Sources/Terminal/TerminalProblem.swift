/// Why the screen cannot be used; said before anything of it is touched.
public enum TerminalProblem: Error, Hashable, Sendable, CaseIterable {
  /// Input or output is a file or a pipe.
  case noTerminal
  /// TERM names a terminal that cannot place its cursor.
  case dumbTerminal
  /// Linux's own console, which has no Chinese glyphs.
  case kernelConsole
  /// The locale names a character set that is not UTF-8.
  case notUTF8
  /// Nothing is known about the terminal that TERM names, nor about xterm; or TERM is missing.
  case unknownTerminal
}
