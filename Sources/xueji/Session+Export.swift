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
    guard request.parts != nil else { return tell(.work(.exported([wording.sheetEnding(path)], isWritten: false))) }
    do {
      let form = try edition.map(context.forms.known) ?? context.forms.form
      let export = SheetExport(
        desk: ExportDesk(store: store, index: index, holder: holder, setting: context.setting),
        form: form, edition: try SheetEdition.load(of: form), setting: context.setting,
        classCodes: try store.settings().classCodes, words: wording.sheetWords)
      var outcome = try export.run(request, progress: { show($0, $1) }, added: { holdAgain($0) })
      outcome.files = outcome.files.map(ThisDesk.whole)
      tell(.work(.exported(wording.exported(outcome) + refusals(outcome), isWritten: true)))
    } catch let error as SheetExportError {
      tell(.work(.exported([wording.message(error)], isWritten: false)))
    } catch let error as FormProblem {
      tell(.work(.exported([wording.message(error)], isWritten: false)))
    } catch let error as StoreError {
      tell(.work(.exported([wording.message(error)], isWritten: false)))
    } catch {
      tell(.work(.exported([], isWritten: false)))
    }
  }

  /// What this desk has open stands there as another revision now.
  private mutating func holdAgain(_ sending: Sending) {
    if writer.hasOpened(sending.record), let record = try? store.record(id: sending.record, of: sending.begun) {
      know(record)
    }
  }

  /// Those that were left out and those that are odd, by name: the others are counted, and the list shows them.
  private func refusals(_ outcome: SheetExport.Outcome) -> [String] {
    outcome.lines.filter { $0.result.isRefused || !$0.warnings.isEmpty }.map { line in
      let sign = line.result.isRefused ? "✗" : "！"
      return
        "\(sign) \(line.code) \(line.name)  \(context.wording.message(line, form: line.edition.flatMap(context.forms.form) ?? context.form))"
    }
  }
}
