import FormModel

/// The words of exporting, on the screen.
public enum ExportPhrase: Phrase {
  case key
  case titleAll
  case titleDay
  case hint
  case whichForm
  case fileStem

  public var text: Localized {
    switch self {
    case .key: Localized("导出", "export")
    case .titleAll:
      Localized(
        "导出全国系统要的表：所有已通过、还没导出的孩子", "The sheet for the national system: all approved children that have not gone out")
    case .titleDay:
      Localized(
        "导出全国系统要的表：{} 登记、已通过、还没导出的孩子",
        "The sheet for the national system: approved children of {} that have not gone out")
    case .hint:
      Localized(
        "写到这个文件里，Enter 开始。同一个孩子不会导出两次；更正过的另写一张。",
        "Enter writes it into this file. No child goes out twice; corrections go to a sheet of their own.")
    case .whichForm: Localized("导出哪一种表？", "The sheet of which form?")
    case .fileStem: Localized("幼儿信息", "children")
    }
  }
}
