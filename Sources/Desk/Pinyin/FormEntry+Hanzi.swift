import FormModel
import Standards

extension FormEntry {
  /// The line in which hanzi are typed now, with the counties whose places are likely: the kindergarten's and the one in
  /// the child's number.
  func hanzi(_ context: DeskContext) -> HanziLine? {
    var line = hanziLine(context)
    if line?.item == .address {
      let number = filling.childNumber(context.filling).map { String($0.prefix(6)) }
      line?.near = [context.settings.division, number].compactMap(\.self)
    }
    return line
  }

  private func hanziLine(_ context: DeskContext) -> HanziLine? {
    switch panel {
    case nil:
      guard case .text(let line) = editor, case .text(let kind) = context.form.fields[field].kind else { return nil }
      return HanziLine(kind.pinyinItem(hasPlaces: context.form.fields[field].places != nil), line)
    case .owed(let panel): return panel.steps.hanzi
    case .unlisted(let panel): return panel.steps.hanzi
    case .filler(let panel): return panel.steps.hanzi
    case .jump, .place, .check, .unsaved, .dispute: return nil
    }
  }
}
