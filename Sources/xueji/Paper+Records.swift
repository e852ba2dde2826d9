import Desk
import FormModel
import Records
import Sheets
import Wording

extension Paper {
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

  /// A slip for each of these families.
  static func slips(of records: [Record], _ context: DeskContext) -> Paper {
    .slips(
      records.map { FamilySlip(record: $0, form: context.forms.form(of: $0), wording: context.wording).lines },
      title: context.wording.slipTitle, context.language)
  }
}
