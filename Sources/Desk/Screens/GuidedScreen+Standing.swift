import Records

extension GuidedScreen {
  /// The two keys of a panel that asks for something.
  static func panelBar(_ wording: Wording) -> String {
    panelKeymap.bindings.filter { $0.action == .accept || $0.action == .close }
      .map { "\($0.print) \(wording($0.phrase))" }.joined(separator: "   ")
  }

  /// What a family has to know of a form that it can no longer simply change.
  func standingNote(_ wording: Wording) -> String? {
    switch record.status {
    case .draft, .submitted: nil
    case .approved: "！ \(wording(ReadBackPhrase.approvedFamily))"
    case .withdrawn: "！ \(wording(ReadBackPhrase.withdrawnFamily))"
    }
  }
}
