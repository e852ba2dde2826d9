import Desk
import Records
import Sheets

extension Session {
  /// Writes what a page of teachers or staff wants on paper into a new file, and tells where it lies or why it does not.
  mutating func print(_ printout: Printout, to path: String, for holder: Authority) {
    // Families are alone with a kiosk: nothing is written for them beside the store.
    guard !isKiosk, holder.role != .guardian else { return }
    guard let format = Paper.Format(ofFileNamed: path) else {
      return tell(.work(.printed(to: path, .unknownKind(path))))
    }
    do throws(StoreError) {
      let paper = try paper(printout, for: holder)
      try AtomicFile.create(paper.bytes(as: format), to: path)
      tell(.work(.printed(to: ThisDesk.whole(path), nil)))
    } catch {
      tell(.work(.printed(to: path, .notWritten(error))))
    }
  }

  /// Hands a family's slip to the printer's command, if staff have set one.
  mutating func printSlip(of record: Record) {
    let lines = FamilySlip(codeOf: record, context).lines.map(Output.plain)
    let isDone = context.settings.printer.map { Printer($0).print(lines.joined(separator: "\n") + "\n") } ?? false
    tell(.desk(.slipPrinted(isDone: isDone)))
  }

  private mutating func paper(_ printout: Printout, for holder: Authority) throws(StoreError) -> Paper {
    switch printout {
    case .form(let record): return .forms(of: [record], context)
    case .papers(let kind, let ids):
      finishSaving()
      var records: [Record] = []
      for id in ids {
        let record = try index.record(named: id.text, setting: context.setting, progress: { show($0, $1) })
        guard let record, holder.maySee(record) else {
          throw StoreError(.notFound, path: id.text)
        }
        records.append(record)
      }
      return .papers(kind, of: records, context)
    }
  }
}
