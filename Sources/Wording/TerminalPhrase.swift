import FormModel

/// Why the screen cannot be used; a program can show it anywhere.
public enum TerminalPhrase: Phrase {
  case noTerminal, dumbTerminal, kernelConsole, notUTF8, unknownTerminal

  public var text: Localized {
    switch self {
    case .noTerminal:
      Localized(
        "这里没有终端，请在终端窗口里运行；不用屏幕填表，请用 {} fill --plain。",
        "This is no terminal; run it in a terminal window, or fill a form in line by line with {} fill --plain."
      )
    case .dumbTerminal:
      Localized(
        "这个终端（TERM=dumb）不能显示表格，请换一个终端窗口，或用 {} fill --plain 一行一行地填。",
        "This terminal (TERM=dumb) cannot show a form; use another window, or {} fill --plain, line by line.")
    case .kernelConsole:
      Localized(
        "Linux console has no Chinese characters; run fbterm, or log in from a terminal window. 控制台没有中文字，请用 fbterm 或图形界面的终端窗口。",
        "The Linux console has no Chinese characters; run fbterm, or use a terminal window.")
    case .notUTF8:
      Localized(
        "UTF-8 is needed: run  LC_ALL=C.UTF-8 {}  and try again. 需要 UTF-8 环境。",
        "A UTF-8 locale is needed: run  LC_ALL=C.UTF-8 {}  instead.")
    case .unknownTerminal:
      Localized(
        "不认识这个终端，请设置 TERM=xterm-256color 再试。", "This terminal is not known; set TERM=xterm-256color and try again.")
    }
  }
}
