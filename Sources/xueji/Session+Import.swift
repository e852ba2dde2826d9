import Desk
import FormModel
import Glibc
import Records
import Sheets
import Standards
import Wording

extension Session {
  /// Looks at a file of children, tries what would come of it, or brings it in.
  mutating func bringIn(_ request: RosterRequest, _ step: RosterRequest.Step, for holder: Authority) {
    // Families are alone with a kiosk: nothing is read or written beside the store there.
    guard !isKiosk, holder.role == .staff else { return }
    finishSaving()
    if step == .look, let folder = Self.folder(request.path) { return tell(.work(.roster(look(into: folder)))) }
    let wording = context.wording
    do throws(RosterFile.Refusal) {
      let settings: Settings
      do throws(StoreError) {
        settings = try store.settings()
      } catch {
        // Without the settings' classes a sheet that is called after one would bring its children in without it.
        throw RosterFile.Refusal(wording.message(error), 74)
      }
      let options = RosterFile.Options(changes: request.changes, classes: settings.classes)
      let roster = try RosterFile(reading: request.path, for: .children, options, context.forms.form, wording)
      switch step {
      case .look: tell(.work(.roster(.read(view(of: roster)))))
      case .attempt, .take:
        let lines = try take(roster, request, isDone: step == .take, settings, holder)
        tell(.work(.roster(.took(lines, step))))
      }
    } catch {
      tell(.work(.roster(.refused(error.sentence))))
    }
  }

  // MARK: Looking

  /// The folder that is meant; nil where it is a file's name. An empty name is the home folder.
  static func folder(_ path: String) -> String? {
    let path = path.isEmpty ? Environment.value("HOME") ?? "." : path
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR ? path : nil
  }

  /// The tables and the folders in a folder, by their names; hidden ones are left out.
  func look(into path: String) -> RosterNews {
    guard let names = FolderNames.list(path) else { return .refused(context.wording.message(StoreError.system(path))) }
    var entries: [RosterEntry] = []
    for name in names {
      let whole = path.hasSuffix("/") ? path + name : "\(path)/\(name)"
      let isFolder = Self.folder(whole) != nil
      let isTable = [".xlsx", ".csv"].contains { name.lowercased().hasSuffix($0) }
      if isFolder || isTable { entries.append(RosterEntry(name: name, path: whole, isFolder: isFolder)) }
    }
    guard !entries.isEmpty else { return .refused(context.wording(ImportPhrase.emptyFolder)) }
    // Tables first: they are what is looked for.
    return .folder(entries.sorted { ($0.isFolder ? 1 : 0, $0.name) < ($1.isFolder ? 1 : 0, $1.name) })
  }

  private func view(of roster: RosterFile) -> RosterView {
    let (wording, form) = (context.wording, context.forms.form)
    let sheets = roster.sheets.map { sheet in
      let habits = RosterHabits(sheet, form: form, setting: context.setting)
      return RosterView.Sheet(
        name: sheet.name ?? "", children: sheet.children.count,
        columns: sheet.mapping.columns.map { column in
          RosterView.Column(
            name: column.heading.isEmpty ? column.letters : column.heading, line: wording.line(of: column, form))
        },
        remarks: (sheet.titles.isEmpty ? [] : [wording.titles(of: sheet)])
          + [sheet.className.map { wording.classOfSheet($0) }, habits.order.flatMap { wording.line(of: $0) }]
          .compactMap(\.self))
    }
    let items = roster.headings.choices(form).map { name, item in
      RosterView.Item(name: name, label: wording.name(item, form))
    }
    return RosterView(
      sheets: sheets, items: items, unread: roster.unread.isEmpty ? nil : wording.unread(roster.unread))
  }

  // MARK: Taking

  private mutating func take(
    _ roster: RosterFile, _ request: RosterRequest, isDone: Bool, _ settings: Settings, _ holder: Authority
  ) throws(RosterFile.Refusal) -> [String] {
    let wording = context.wording
    let sheets = roster.sheets.filter { !request.left.contains($0.name ?? "") }
    guard let files = RestFiles(beside: request.path, sheets) else {
      throw RosterFile.Refusal(wording(ImportPhrase.noRoom), 64)
    }
    let listing = index.list(SummaryFilter(), for: holder, setting: context.setting, progress: { show($0, $1) })
    let place = Workplace(store: store, forms: context.forms, wording: wording, setting: context.setting)
    var run = ImportRun(
      place, sheets, words: roster.headings.words, listing.summaries, holder: holder,
      differences: request.takesDifferences ? .take : .keep, isDone: isDone)
    var rows: [ImportRun<Keeper>.Row] = []
    let now = context.now
    var work = LongWork(at: now)
    let end = run.takeAll(
      at: { now }, ImportRun<Keeper>.Listener(tell: { rows.append($0) }), goesOn: { goesOn(&work, $0, of: $1) })
    if !isDone, case .interrupted = end { throw RosterFile.Refusal(wording(ImportPhrase.attemptStopped), 130) }
    var written: [String] = []
    var problems = listing.unreadable.map { "！ \(wording.message($0))" }
    switch end {
    case .whole: break
    case .interrupted: problems.append("！ \(wording.importInterrupted)")
    case .failed(let error): problems.append("✗ \(wording.storeFailed(error))")
    }
    do throws(RestFiles.NotWritten) {
      if isDone { written = try files.write(run.rests) }
    } catch {
      problems.append("✗ \(wording.restNotWritten(error.path, error.error))")
    }
    let counts = wording.importCounts(run.counts)
    let head =
      isDone
      ? wording.imported(run.counts, rest: run.restCount, restPaths: written, isDone: true)
      : wording(ImportPhrase.would, counts)
    let unknown = run.classes.filter { !settings.classes.contains($0) }
    let remarks =
      wording.leftOut(run.leftOut, sheets) + (unknown.isEmpty ? [] : [wording.unknownClasses(unknown.sorted())])
    // What somebody has to see to stands before what went well.
    let (bad, good) = (rows.filter(\.isForSomebody), rows.filter { !$0.isForSomebody })
    return [head] + problems + remarks + (bad + good).map(\.line)
  }
}

extension ImportRun.Row {
  /// Whether somebody has to see to it.
  fileprivate var isForSomebody: Bool {
    switch result {
    case .refused, .differs: true
    case .created, .filled, .same, .leftOut: errors > 0
    }
  }

  /// In one line, for somebody who reads.
  fileprivate var line: String {
    let sign =
      switch result {
      case .created: "＋"
      case .filled: "✓"
      case .same: "＝"
      case .differs: "！"
      case .refused: "✗"
      case .leftOut: "－"
      }
    let place = sheet.isEmpty ? "\(number)" : "\(sheet) \(number)"
    return ([sign, place, code, name] + messages).filter { !$0.isEmpty }.joined(separator: "  ")
  }
}
