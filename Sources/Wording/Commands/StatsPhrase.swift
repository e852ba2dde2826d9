import City
import FormModel

/// The words of the page of figures.
public enum StatsPhrase: Phrase {
  case title, titleBetween, causes, kindergarten, className, county, day, age, sex, years, unknown, noClass, sum,
    errors, hidden

  public var text: Localized {
    switch self {
    case .title: Localized("在园幼儿统计 · {}", "Children in kindergartens · {}")
    case .titleBetween: Localized("{} 到 {} 谁来了、谁走了", "Who came and went, {} to {}")
    case .causes: Localized("撤回的（份数、为什么），没有算在上面", "Withdrawn and not counted above, by cause")
    case .kindergarten: Localized("幼儿园", "kindergarten")
    case .className: Localized("班级", "class")
    case .county: Localized("区县", "county")
    case .day: Localized("登记的日子", "day of registration")
    case .age: Localized("9 月 1 日的年龄", "age on 1 September")
    case .sex: Localized("性别", "sex")
    case .years: Localized("{} 岁", "{} years")
    case .unknown: Localized("不详", "not known")
    case .noClass: Localized("没有分班", "no class")
    case .sum: Localized("合计", "all")
    case .errors: Localized("还有错误的（人数、规则）", "Children with errors, by rule")
    case .hidden: Localized("* 人数太少，或者会露出太少的人数，没有写出来。", "* too few to be told, or would tell what is too few.")
    }
  }
}

/// The figures that are the same for every form, by what programs call them.
public enum FigurePhrase: String, Phrase {
  case all, draft, submitted, approved, whole, missing, wrong

  public var text: Localized {
    switch self {
    case .all: Localized("人数", "children")
    case .draft: Localized("填写中", "drafts")
    case .submitted: Localized("待审", "handed in")
    case .approved: Localized("通过", "approved")
    case .whole: Localized("齐全无误", "whole")
    case .missing: Localized("还缺", "with gaps")
    case .wrong: Localized("有错", "wrong")
    }
  }
}

/// The figures of who came and went, by what programs call them.
public enum StayPhrase: String, Phrase {
  case there, before, came, went, transfer, left, unsaid, end, duplicate, mistake

  public var text: Localized {
    switch self {
    case .there: Localized("这段时间在园的", "there at some time")
    case .before: Localized("原来在园", "there before")
    case .came: Localized("新来", "came")
    case .went: Localized("走了", "went")
    case .transfer: Localized("转园", "moved")
    case .left: Localized("离园", "left")
    case .unsaid: Localized("走了没写为什么", "went, not said why")
    case .end: Localized("最后一天在园", "there at the end")
    case .duplicate: Localized("重复的登记", "entered twice")
    case .mistake: Localized("误建的登记", "made by mistake")
    }
  }
}

extension FigureSet {
  /// What is counted of the children of a form, with what the program's own figures are called; nil where nothing says it.
  public static func named(_ form: Form) -> FigureSet? {
    FigureSet(form: form) { FigurePhrase(rawValue: $0)?.text ?? Localized($0, $0) }
  }

  /// The same of who came and went.
  public static func named(_ form: Form, in period: Period) -> FigureSet {
    FigureSet(form: form, in: period) { StayPhrase(rawValue: $0)?.text ?? Localized($0, $0) }
  }
}
