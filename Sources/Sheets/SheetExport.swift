import FormModel
import Records
import Standards

/// Writes the records that are to go out into a sheet, and what was corrected since into another; reads both back; and
/// only then enters them in the ledger, gives the files their names, and notes it in the records.
///
/// A program that ends in between leaves either nothing, or children that the ledger knows and that are not in a file of
/// that name: those are named the next time, and never sent twice unseen.
public struct SheetExport {
  /// What became of one record.
  public enum Result: Hashable, Sendable {
    case sent(row: Int)
    /// In the correction sheet, with what changed since it went out.
    case corrected(row: Int, [Change])
    /// In the correction sheet, since it was withdrawn after it went out.
    case withdrawn(row: Int)
    /// It went out before, and nothing has changed since.
    case out(Ledger.Out)
    /// Another record of the same child went out.
    case childOut(RecordCode, Ledger.Out)
    case notApproved(Status)
    /// It was made with the form of this name, which goes out in a sheet of its own.
    case otherForm(String)
    /// The sheet would be rejected.
    case refused([Finding])
    /// Other records that were handed in bear the child's number.
    case duplicate([RecordCode])
    case unreadable(StoreError)
    case missing
  }

  /// A column that is another than it was.
  public struct Change: Hashable, Sendable {
    public var heading: String
    public var old: String
  }

  /// A character beyond the Basic Plane.
  public struct Rare: Hashable, Sendable {
    public var field: Int
    public var character: Unicode.Scalar
  }

  public struct Line: Hashable, Sendable {
    /// The record's code; where no record can be read, the name that was asked for, the record's id or the file's path.
    public var code: String
    public var name: String
    public var result: Result
    /// The form of the record, which the findings are about; nil where there is none to be read.
    public var edition: FormEdition?
    /// What is odd about it and nobody has accepted, although it goes out: rules and the kindergarten's place may have
    /// changed since it was approved.
    public var warnings: [Finding] = []
    /// Characters that not every machine can show or read, beyond the Basic Plane, with the items that have them.
    public var rare: [Rare] = []
  }

  public struct Outcome: Sendable {
    public var lines: [Line] = []
    /// The files that were written: the sheet, the correction sheet, and the one guide beside them.
    public var files: [String] = []
    /// Records of the selection that are not approved yet.
    public var waiting = 0
    /// Children who went out without a class code.
    public var withoutClassCode = 0
    /// Corrections that only add a class code that was issued after the children went out.
    public var lateClassCodes = 0
  }

  /// What to write, and where.
  public struct Request: Sendable {
    public var selection: ExportDesk.Selection
    /// The sheet's file; its ending, `.xlsx` or `.csv`, says what it is.
    public var path: String
    public var encoding: SheetEncoding
    /// Why children that went out before go out once more; nil where they do not.
    public var again: String?
    public var stamp: Stamp

    public init(
      _ selection: ExportDesk.Selection, to path: String, encoding: SheetEncoding = .utf8, again: String? = nil,
      stamp: Stamp
    ) {
      self.selection = selection
      self.path = path
      self.encoding = encoding
      self.again = again
      self.stamp = stamp
    }

    /// The path without its ending, and the ending as it is written; nil for any other ending.
    public var parts: (stem: String, ending: String)? {
      for ending in [".xlsx", ".csv"] where path.lowercased().hasSuffix(ending) && path.utf8.count > ending.utf8.count {
        return (String(path.dropLast(ending.count)), String(path.suffix(ending.count)))
      }
      return nil
    }
  }

  /// So many records are in memory at once.
  private static let batch = 256

  let desk: ExportDesk
  let form: Form
  let edition: SheetEdition
  let setting: CheckSetting
  let classCodes: [String: String]
  let words: SheetWords

  public init(
    desk: ExportDesk, form: Form, edition: SheetEdition, setting: CheckSetting, classCodes: [String: String],
    words: SheetWords
  ) {
    self.desk = desk
    self.form = form
    self.edition = edition
    self.setting = CheckSetting(today: setting.today, kindergarten: setting.kindergarten, place: .sheet)
    self.classCodes = classCodes
    self.words = words
  }

  /// Exports; `added` is told of every record that is saved with it, for whoever has records open.
  public func run(
    _ request: Request, progress: ReadingProgress = { _, _ in }, added: (Sending) -> Void = { _ in }
  ) throws(SheetExportError) -> Outcome {
    guard !form.lists.folder.isSimulated else { throw .simulated }
    let found: ExportDesk.Found
    let ledger: Ledger
    do throws(StoreError) {
      ledger = try desk.store.ledger()
      found = try desk.find(request.selection, of: form.name, progress: progress)
    } catch {
      throw .store(error)
    }
    var run = SheetExportRun(self, request, ledger)
    do throws(SheetExportError) {
      var rest = found.sendings[...]
      while !rest.isEmpty {
        try run.take(Array(rest.prefix(Self.batch)))
        rest = rest.dropFirst(Self.batch)
        progress(found.sendings.count - rest.count, found.sendings.count)
      }
      try run.verify()
      try run.publish()
    } catch {
      run.discard()
      throw error
    }
    run.addExports(progress: progress, added: added)
    var outcome = run.outcome
    outcome.waiting = found.waiting
    outcome.lines += found.missing.map { Line(code: $0, name: "", result: .missing) }
    // A file that cannot be read may hold an approved record.
    outcome.lines += found.unseen.map { Line(code: $0.path, name: "", result: .unreadable($0)) }
    return outcome
  }
}
