import Desk
import FormModel
import Records
import Sheets
import Wording

extension Paper {
  /// Papers of one kind, for each of these records.
  static func papers(_ kind: PaperKind, of records: [Record], _ context: DeskContext) -> Paper {
    switch kind {
    case .slips: slips(of: records, context)
    case .forms: forms(of: records, context)
    case .prefilled: prefilled(of: records, context)
    }
  }

  /// The forms of these records, for their guardians to sign.
  static func forms(of records: [Record], _ context: DeskContext) -> Paper {
    .forms(
      records.map {
        PaperForm(
          $0, form: context.forms.form(of: $0), setting: context.setting, kindergarten: context.settings.kindergarten,
          words: PaperSentences(context.wording))
      })
  }

  /// The empty form, for a power cut.
  static func blank(_ context: DeskContext) -> Paper {
    .forms([
      PaperForm(
        blank: context.form, kindergarten: context.settings.kindergarten, classes: context.settings.classes,
        words: PaperSentences(context.wording))
    ])
  }

  /// The forms of these records with what is known, to be completed by hand.
  static func prefilled(of records: [Record], _ context: DeskContext) -> Paper {
    .forms(
      records.map {
        PaperForm(
          completing: $0, form: context.forms.form(of: $0), setting: context.setting, settings: context.settings,
          words: PaperSentences(context.wording))
      })
  }

  /// A slip for each of these families, class after class.
  static func slips(of records: [Record], _ context: DeskContext) -> Paper {
    let slips = byClass(records, context.settings).map {
      Slip(className: $0.contact.className ?? "", lines: FamilySlip(record: $0, context).lines)
    }
    return .slips(slips, title: context.wording.slipTitle, context.language)
  }

  /// In the order of the settings' classes; within a class as they came.
  private static func byClass(_ records: [Record], _ settings: Settings) -> [Record] {
    func place(_ record: Record) -> Int {
      record.contact.className.flatMap(settings.classes.firstIndex(of:)) ?? settings.classes.count
    }
    return records.enumerated().sorted {
      let names = ($0.element.contact.className ?? "", $1.element.contact.className ?? "")
      return (place($0.element), names.0, $0.offset) < (place($1.element), names.1, $1.offset)
    }.map(\.element)
  }
}
