import FormModel

/// The words of the page of figures.
public enum StatsPhrase: Phrase {
  case title, kindergarten, className, county, day, age, sex, years, unknown, noClass, sum, errors, hidden

  public var text: Localized {
    switch self {
    case .title: Localized("在园幼儿统计 · {}", "Children in kindergartens · {}")
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
