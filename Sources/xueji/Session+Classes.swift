import Desk
import Records

extension Session {
  mutating func countChildren(_ classes: [String]) {
    finishSaving()
    var children: [String: Int] = [:]
    for name in classes {
      let listing = index.list(
        SummaryFilter(className: name), for: .staff(name: ""), setting: context.setting, progress: { show($0, $1) })
      if let problem = listing.unreadable.first { tell(.desk(.settingsFailed(problem))) }
      let count = listing.summaries.count { $0.status != .withdrawn }
      if count > 0 { children[name] = count }
    }
    tell(.desk(.children(children)))
  }

  /// The children of a class and the teachers who have it go along with its new name; the sheet has only the class's code.
  mutating func rename(_ renames: [ClassRename], _ holder: Authority) {
    do throws(StoreError) {
      for rename in renames {
        let listing = index.list(
          SummaryFilter(className: rename.old), for: .staff(name: ""), setting: context.setting,
          progress: { show($0, $1) })
        // A child in a file that cannot be read would stay in the class that is gone.
        if let problem = listing.unreadable.first { tell(.desk(.settingsFailed(problem))) }
        for summary in listing.summaries { try move(summary.id, to: rename.new, holder) }
        try store.renameClass(rename.old, to: rename.new, Stamp(at: context.now, by: holder.person))
      }
      finishSaving()
    } catch {
      tell(.desk(.settingsFailed(error)))
    }
  }

  private mutating func move(_ id: RecordID, to className: String, _ holder: Authority) throws(StoreError) {
    guard let found = try index.record(named: id.text, setting: context.setting, progress: { show($0, $1) }),
      var held = HeldRecord(know(found), holder: holder)
    else { return }
    var contact = held.record.contact
    contact.className = className
    guard
      held.make(
        .setContact(contact), at: context.now, form: store.forms.form(of: held.record), setting: context.setting)
        == nil
    else {
      return
    }
    writer.submit(held.record, today: context.now.date)
  }
}
