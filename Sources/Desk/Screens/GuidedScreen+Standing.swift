import Records

extension GuidedScreen {
  /// What a family has to know of a form that it can no longer simply change.
  func standingNote(_ wording: Wording) -> String? {
    switch record.status {
    case .draft, .submitted: nil
    case .approved: "！ \(wording(ReadBackPhrase.approvedFamily))"
    case .withdrawn: "！ \(wording(ReadBackPhrase.withdrawnFamily))"
    }
  }
}
