import Desk
import FormModel
import Records
import Sheets
import Standards

extension Session {
  /// Writes the approved children of a day, or all, into a sheet of a form, and tells what became of them.
  mutating func export(_ day: CalendarDate?, of edition: FormEdition?, to path: String, for holder: Authority) {
    let wording = context.wording
    // Families are alone with a kiosk: nothing is written for them beside the store.
    guard !isKiosk, holder.role == .staff else { return }
    finishSaving()
    let request = SheetExport.Request(
      .approved(day), to: path, stamp: Stamp(at: context.now, by: holder.person))
    guard request.parts != nil else { return refuse(wording.sheetEnding(path)) }
    let (form, sheet): (Form, SheetEdition)
    do throws(FormProblem) {
      form = if let edition { try context.forms.known(edition) } else { context.forms.form }
      sheet = try SheetEdition.load(of: form)
    } catch {
      return refuse(wording.message(error))
    }
    let classCodes: [String: String]
    do throws(StoreError) {
      classCodes = try store.settings().classCodes
    } catch {
      return refuse(wording.message(error))
    }
    let export = SheetExport(
      desk: ExportDesk(store: store, index: index, holder: holder, setting: context.setting),
      form: form, edition: sheet, setting: context.setting, classCodes: classCodes, words: wording.sheetWords)
    do throws(SheetExportError) {
      var outcome = try export.run(request, progress: { show($0, $1) }, added: { holdAgain($0) })
      outcome.files = outcome.files.map(ThisDesk.whole)
      tell(.work(.exported(wording.exported(outcome) + refusals(outcome), isWritten: true)))
    } catch {
      refuse(wording.message(error))
    }
  }

  private mutating func refuse(_ sentence: String) { tell(.work(.exported([sentence], isWritten: false))) }

  /// Reads a record again that this desk has open, since the export has given it a new revision.
  private mutating func holdAgain(_ sending: Sending) {
    if writer.hasOpened(sending.record), let record = try? store.record(id: sending.record, of: sending.begun) {
      know(record)
    }
  }

  /// Those that were left out and those that are odd, by name: the others are counted, and the list shows them.
  private func refusals(_ outcome: SheetExport.Outcome) -> [String] {
    outcome.lines.filter { $0.result.isRefused || !$0.warnings.isEmpty || !$0.rare.isEmpty }.map { line in
      let sign = line.result.isRefused ? "✗" : "！"
      return
        "\(sign) \(line.code) \(line.name)  \(context.wording.message(line, form: line.edition.flatMap(context.forms.form) ?? context.form))"
    }
  }
}
