import FormModel

/// The words of printing at the pages of teachers and staff.
public enum PrintPhrase: Phrase {
  case titleForm
  case titleSlips
  case titleForms
  case titlePrefilled
  case hint
  case nameForm
  case nameSlips
  case nameForms
  case namePrefilled
  case nothingToPrint
  case written
  case openHTML
  case openText
  case close
  case keyPrint

  public var text: Localized {
    switch self {
    case .titleForm: Localized("打印这张表：存成哪个文件？", "Print this form: into which file?")
    case .titleSlips: Localized("打印 {} 家的补交单：存成哪个文件？", "Print the slips ({}): into which file?")
    case .titleForms: Localized("打印 {} 份给家长签字的表：存成哪个文件？", "Print the forms to sign ({}): into which file?")
    case .titlePrefilled:
      Localized("打印 {} 份填了一半的表，缺的地方留着格子：存成哪个文件？", "Print forms with room for what is missing ({}): which file?")
    case .hint:
      Localized(
        "对就按 Enter。名字用 .html 结尾，在浏览器里打印；用 .txt 结尾，给针式打印机。",
        "Enter writes it. A name that ends in .html is for a browser, in .txt for a line printer.")
    case .nameForm: Localized("登记表-{}-{}", "form-{}-{}")
    case .nameSlips: Localized("补交单-{}", "slips-{}")
    case .nameForms: Localized("登记表-{}", "forms-{}")
    case .namePrefilled: Localized("待填表-{}", "to-fill-in-{}")
    case .nothingToPrint: Localized("没有要打印的补交单。", "There is no slip to print.")
    case .written: Localized("✓ 写好了，在这里：", "✓ Written; it is here:")
    case .openHTML: Localized("用浏览器打开它，按 Ctrl-P 打印。", "Open it in a browser and press Ctrl-P to print.")
    case .openText: Localized("把它送到针式打印机，比如用 lp 命令。", "Send it to the line printer, for example with lp.")
    case .close:
      Localized("里面有孩子的资料，打完请删掉。按任意键回去。", "It holds a child's data: delete it once printed. Any key goes back.")
    case .keyPrint: Localized("打印", "print")
    }
  }
}
