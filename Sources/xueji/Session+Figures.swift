import City
import Desk
import FormModel
import Records
import Wording

extension Session {
  /// Counts the children of the store for staff. A folder is read as a bureau's sources are, on all processors; any other store
  /// record by record.
  mutating func countFigures(_ grouping: Grouping, _ listing: Int?, _ holder: Authority) {
    guard holder.role == .staff else { return }
    finishSaving()
    let (forms, today) = (context.forms, context.today)
    guard let set = FigureSet.named(forms.form) else {
      return tell(.unreadable(StoreError(.notFound, path: "figures/\(forms.form.name).json")))
    }
    var figures = Figures(set, by: grouping)
    let checks = RecordChecks(forms, simulated: forms, setting: context.setting)
    if let folder = store as? RecordStore {
      let source = SourceFiles([folder.path])
      var bytes = 0
      figures.count(source, checks, forms: forms, on: today, listing: listing) { read in
        bytes += read
        show(source.files.count * bytes / max(1, source.bytes), source.files.count)
        return true
      }
    } else {
      figures.count(store, checks, of: Origin(context.settings), on: today, listing: listing)
    }
    tell(.work(.figures(FigureSheet(figures, listing: listing))))
  }
}
