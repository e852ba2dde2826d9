import FormModel

/// What the pages of help have in common, and what is said of a command line that cannot be followed.
public enum UsagePhrase: Phrase {
  case usage, anyOptions, anyCommand, arguments, options, commands, usual, moreOfCommand, values, ordinary, inBrackets
  case unknownOption, missingArgument, missingValue, unwantedValue, badValue, badDay, manualName, manualUse,
    unlistedValue, unexpected, notUnderstood
  case see

  public var text: Localized {
    switch self {
    case .usage: Localized("用法：{}", "USAGE: {}")
    case .anyOptions: Localized("[选项]", "[options]")
    case .anyCommand: Localized("<命令>", "<command>")
    case .arguments: Localized("参数：", "ARGUMENTS:")
    case .options: Localized("选项：", "OPTIONS:")
    case .commands: Localized("命令：", "COMMANDS:")
    case .usual: Localized("（不写就是它）", " (also without its name)")
    case .moreOfCommand: Localized("某个命令的详细说明：{} <命令>", "More about a command: {} <command>")
    case .values: Localized("可以是：{}", "one of: {}")
    case .ordinary: Localized("不写就是 {}", "otherwise {}")
    case .inBrackets: Localized("（{}）", " ({})")
    case .unknownOption: Localized("没有 {} 这个选项", "There is no option {}")
    case .missingArgument: Localized("少了 {}", "{} is missing")
    case .missingValue: Localized("{} 后面少了内容", "{} lacks its value")
    case .unwantedValue: Localized("{} 后面不写内容，这里写了“{}”", "{} takes no value, and has “{}”")
    case .badValue: Localized("{} 不能是“{}”", "{} cannot be “{}”")
    case .badDay: Localized("{} 不能是“{}”，请写成 2026-03-01 这样", "{} cannot be “{}”; write a day like 2026-03-01")
    case .manualName: Localized("名称", "NAME")
    case .manualUse: Localized("用法", "SYNOPSIS")
    case .unlistedValue: Localized("{} 不能是“{}”，可以是 {}", "{} cannot be “{}”, only one of {}")
    case .unexpected: Localized("不认识“{}”", "“{}” is not understood")
    case .notUnderstood: Localized("这样用不对", "This cannot be followed")
    case .see: Localized("{}；用法请看 {}。", "{}; see {}.")
    }
  }
}
