import FormModel

/// The words of the work room's first page.
enum WorkPhrase: Phrase {
  case menuTitle
  case menuNewForm
  case menuNewFormNote
  case menuCompletion
  case menuCompletionNote
  case menuReview
  case menuReviewNote
  case menuDayClose
  case menuDayCloseNote

  var text: Localized {
    switch self {
    case .menuTitle: Localized("{}，您好。要做什么？", "Hello, {}. What would you like to do?")
    case .menuNewForm: Localized("代填一张表", "Fill a form in")
    case .menuNewFormNote: Localized("家长不在时代填，以后请家长确认", "for a family that is away; it confirms later")
    case .menuCompletion: Localized("补录、确认", "Complete, confirm")
    case .menuCompletionNote: Localized("谁还缺什么，补上或请家长确认", "who owes what; fill it in or have it confirmed")
    case .menuReview: Localized("审核", "Review")
    case .menuReviewNote: Localized("看交上来的表，通过或退回", "what was handed in; approve it or give it back")
    case .menuDayClose: Localized("今天收尾", "Close the day")
    case .menuDayCloseNote: Localized("数一数，谁还要带什么来", "the balance, and who is to bring what")
    }
  }
}
