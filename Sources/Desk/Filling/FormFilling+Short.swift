import Filling
import FormModel
import Records
import Wording

extension FormFilling {
  /// The whole form in short lines; what was answered with one key is marked, since nobody may have read it.
  func short(_ context: DeskContext) -> ShortForm {
    ShortForm(of: Set(context.form.fields.indices), context) { field in
      let (wording, takesLines) = (context.wording, context.desk.takesLines)
      if record.answers[field]?.owed != nil {
        let label = context.form.fields[field].label[context.language]
        return takesLines ? wording(ReadBackPhrase.later, label) : "… \(label)"
      }
      guard let value = value(of: field, context.filling) else { return nil }
      let said = context.spoken(context.shown(value, of: field), code: value, of: field)
      // A sign is read aloud as a sign, and what it means stands elsewhere.
      return switch ease(of: field, isNumbered: FieldEditor.isNumbered(field, context), context.filling) {
      case .offered: takesLines ? wording(PlainPhrase.offered, said) : "~" + said
      case .digit: takesLines ? wording(PlainPhrase.oneDigit, said) : "#" + said
      case nil: said
      }
    }
  }
}

extension Record {
  /// What the family has to bring, and by when; what staff look up is nothing for the family to bring.
  func owedLines(_ context: DeskContext) -> [String] {
    context.form.order.compactMap { field in
      guard let owed = answers[field]?.owed, owed.who != .staff else { return nil }
      let label = context.form.fields[field].label[context.language]
      guard let due = owed.due else { return label }
      return context.wording(CheckPhrase.owedLine, label, context.wording.date(due))
    }
  }
}

extension DeskContext {
  /// A value as the read-back says it: a bare yes would say too little.
  func spoken(_ shown: String, code: String, of field: Int) -> String {
    let spoken = form.fields[field].spoken ?? .plain
    return spoken.values[code]?[language] ?? wording.fill(spoken.said[language], [shown])
  }
}
