import Records
import Wording

extension GuidedScreen {
  /// The two keys of a panel that asks for something.
  static func panelBar(_ wording: Wording) -> String {
    panelKeymap.bindings.filter { $0.action == .accept || $0.action == .close }
      .map { "\($0.print) \(wording($0.phrase))" }.joined(separator: "   ")
  }

  /// What has to be known of a form that can no longer simply be changed, or that came back with a question.
  func standingNote(_ context: DeskContext) -> String? {
    switch record.status {
    case .draft, .submitted: question(context)
    case .approved: "！ \(context.wording(ReadBackPhrase.approvedFamily))"
    case .withdrawn: "！ \(context.wording(ReadBackPhrase.withdrawnFamily))"
    }
  }

  // MARK: Questions

  /// What a reviewer asked and nobody has answered yet.
  var openQueries: [Query] { record.queries.filter { $0.closed == nil } }

  /// The question about the present item; else what was said about the form as a whole.
  func question(_ context: DeskContext) -> String? {
    let name = context.form.fields[field].name
    let query = openQueries.first { $0.field == name } ?? openQueries.first { $0.field == nil }
    return query.map { context.wording.asked($0) }
  }

  /// The items that a reviewer asked about, in the order of asking.
  func askedFields(_ context: DeskContext) -> [Int] {
    let names = Set(openQueries.compactMap(\.field))
    return context.form.order.filter { names.contains(context.form.fields[$0].name) && isAsked($0, context) }
  }

  /// A draft in which nothing is blank is shown with what there is to say about it: somebody still has to hand it in.
  mutating func showWhatIsLeft(_ context: DeskContext) {
    guard record.status == .draft, firstGap(context) == nil, askedFields(context).isEmpty else { return }
    panel = .check(CheckPanel(self, context))
  }
}
