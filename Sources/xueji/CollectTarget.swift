import City
import Desk
import FormModel
import Records
import Standards
import Wording

/// Where records are gathered: a file of lines, or a store of many kindergartens.
struct CollectTarget {
  let path: String
  private let forms: FormLibrary

  init(_ output: String, _ forms: FormLibrary) {
    path = output.count > 1 && output.hasSuffix("/") ? String(output.dropLast()) : output
    self.forms = forms
  }

  var isLines: Bool { path.lowercased().hasSuffix(LinesFile.ending) }

  private var store: RecordStore { RecordStore(path: path, forms: forms) }

  /// Whether nothing was gathered there yet; a folder may be there already.
  var isEmpty: Bool { !isLines && FolderNames.list(path)?.isEmpty ?? true }

  /// Whether a file lies there.
  func holds(_ file: String) -> Bool { isLines ? file == path : file.hasPrefix(path + "/") }

  /// Whether records may be gathered there: a kindergarten's own store takes nobody else's.
  func takesRecords(_ wording: Wording) throws -> Bool {
    guard !isLines, store.exists, !isEmpty else { return true }
    do throws(StoreError) {
      return try store.settings().isCollected
    } catch {
      throw Output.refuse(wording.message(error), [error].exitCode)
    }
  }

  /// Writes what was gathered, and says how many of the changes; fewer than there are where somebody stopped it.
  func write(_ collection: inout RecordCollection, _ bar: ProgressBar) throws(StoreError) -> Int {
    try isLines ? writeLines(collection, bar) : writeStore(&collection, bar)
  }

  private func writeLines(_ collection: RecordCollection, _ bar: ProgressBar) throws(StoreError) -> Int {
    var bar = bar
    defer { bar.end() }
    let file = try LinesFile(path, replacing: true)
    var failure: StoreError?
    var written = 0
    collection.visit { line in
      do throws(StoreError) {
        try file.write(line: line)
        written += 1
        bar.show(written, of: collection.count)
        return !Interruption.hasCome
      } catch {
        failure = error
        return false
      }
    }
    do throws(StoreError) {
      if let failure { throw failure }
      guard written == collection.count else {
        file.discard()
        return 0
      }
      try file.publish()
      return collection.changes
    } catch {
      file.discard()
      throw error
    }
  }

  private func writeStore(_ collection: inout RecordCollection, _ bar: ProgressBar) throws(StoreError) -> Int {
    var bar = bar
    defer { bar.end() }
    let (store, all) = (store, collection.changes)
    // The marks first: no record stands in a store that does not say whose it is, or could send an invented child out.
    var settings = Settings(wasAsked: true)
    (settings.isCollected, settings.isSimulated) = (true, collection.isSimulated ?? false)
    try store.save(settings, since: Settings())
    var failure: StoreError?
    var written = 0
    collection.visitChanges { records in
      do throws(StoreError) {
        try store.take(records)
        written += records.count
        bar.show(written, of: all)
        return !Interruption.hasCome
      } catch {
        failure = error
        return false
      }
    }
    if let failure { throw failure }
    return written
  }
}
