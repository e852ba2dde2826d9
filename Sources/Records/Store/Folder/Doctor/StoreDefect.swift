import Standards

/// Something in a store that is not as it is promised, where it is, and what a repair does about it.
public struct StoreDefect: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// Cut off, no JSON, not of this store, or with something in it that cannot be.
    case unreadable(detail: String)
    /// A file or a folder whose name is none that the store gives.
    case foreignName
    /// It can be read, and is not what this program has written: a person with an editor, or a bad disk.
    case changedOutside
    /// The id in the file is not the one in its name.
    case otherID
    /// The record was begun on another day than that of its folder.
    case otherDay(CalendarDate)
    /// Only the revision before is there.
    case missingRecord
    /// The same id stands under two days; the other file.
    case doubledID(other: String)
    /// Another version of the record with this code, which another program has kept beside it.
    case otherVersion(RecordCode)
    /// Two records bear one code; the other's file.
    case doubledCode(RecordCode, other: String)
    /// The history tells of later revisions than the record states.
    case behindHistory(record: Int, history: Int)
    /// Written by a later version: it can be looked at and is not changed.
    case newer(format: String)
    /// Made with another form: it can be looked at with that.
    case otherForm(String)
    /// A journal whose last entry is not whole.
    case tornJournal(bytes: Int)
    /// A journal with something unreadable before its last entry.
    case brokenJournal(bytes: Int)
    /// A journal of a session that ended without putting the record away.
    case waitingJournal
    /// A journal of a session that runs now.
    case runningJournal
    /// What somebody was typing on a page that changes no record, and who: it comes back when they open that page again, or
    /// a session that runs now has it.
    case draft(StoredDraft, isRunning: Bool)
    /// Such a draft, torn by a power cut.
    case tornDraft
    /// Half a save that a crash has left.
    case leftover
    /// Half an archive that was to lie elsewhere, at this path; the program that wrote it was ended.
    case leftBackup(String)
    /// Others than the owner have rights to it, or the owner lacks some.
    case rights(mode: Int)
    case link
    /// A pipe, a socket or a device, or a folder in a file's place.
    case notAFile
    /// So many records that were changed on a day are not in its list.
    case missingFromDay(count: Int)
    case badIndex
    /// A line of the ledger that cannot be read; the first of so many.
    case badLedger(line: Int, count: Int)
    /// Something that could not be looked at.
    case unexamined(StoreError)
  }

  public enum Remedy: Hashable, Sendable {
    /// Nothing needs to be done.
    case nothing
    /// A repair cannot know what is right: a person decides.
    case person
    /// Stays where it is until the record is opened, which offers what is in it.
    case keep
    /// Stays where it is until whoever typed it opens its page again: nothing is wrong.
    case waitForOwner
    /// Done again and joined with the record, by whoever knows the desk's pages.
    case join
    /// Moved to `aside/` with the reason.
    case setAside
    /// Moved to `aside/`, and the revision before takes its place.
    case previous
    /// The revision before takes the empty place.
    case bringBack
    /// Removed: it can be made again from other files, or is not needed.
    case remove
    case close
    case move(CalendarDate)
    /// Joined with the record, as two desks' changes are; then the file goes to `aside/`.
    case merge
    case raiseRevision(Int)
    case addToDay([RecordID])
    /// A copy goes to `aside/`, and the readable lines stay.
    case keepGoodLines
  }

  /// The file or folder below the store's.
  public var path: String
  public var kind: Kind
  public var remedy: Remedy

  /// Whether it makes the store unsound; other defects are only reported.
  public var counts: Bool {
    switch remedy {
    case .nothing, .waitForOwner: false
    case .person, .keep, .join, .setAside, .previous, .bringBack, .remove, .close, .move, .merge, .raiseRevision,
      .addToDay,
      .keepGoodLines:
      true
    }
  }

  /// Whether a repair does something about it.
  public var isRepairable: Bool {
    switch remedy {
    case .nothing, .waitForOwner, .person, .keep: false
    case .join, .setAside, .previous, .bringBack, .remove, .close, .move, .merge, .raiseRevision, .addToDay,
      .keepGoodLines:
      true
    }
  }
}

extension StoreDefect.Kind {
  /// The stable code, as it stands in the reason beside a file that was set aside.
  public var code: String {
    switch self {
    case .unreadable: "unreadable"
    case .foreignName: "foreign-name"
    case .changedOutside: "changed-outside"
    case .otherID: "other-id"
    case .otherDay: "other-day"
    case .missingRecord: "missing-record"
    case .doubledID: "doubled-id"
    case .doubledCode: "doubled-code"
    case .otherVersion: "other-version"
    case .behindHistory: "behind-history"
    case .newer: "newer"
    case .otherForm: "other-form"
    case .tornJournal: "torn-journal"
    case .brokenJournal: "broken-journal"
    case .waitingJournal: "waiting-journal"
    case .runningJournal: "running-journal"
    case .draft: "draft"
    case .tornDraft: "torn-draft"
    case .leftover: "leftover"
    case .leftBackup: "left-backup"
    case .rights: "rights"
    case .link: "link"
    case .notAFile: "not-a-file"
    case .missingFromDay: "missing-from-day"
    case .badIndex: "bad-index"
    case .badLedger: "bad-ledger"
    case .unexamined: "unexamined"
    }
  }

  var detail: String {
    switch self {
    case .unreadable(let detail): detail
    case .otherDay(let day): day.iso
    case .leftBackup(let path): path
    case .doubledID(let other): other
    case .otherVersion(let code): code.text
    case .doubledCode(let code, let other): "\(code) \(other)"
    case .behindHistory(let record, let history): "\(record) < \(history)"
    case .newer(let format): format
    case .otherForm(let form): form
    case .tornJournal(let bytes), .brokenJournal(let bytes): String(bytes)
    case .rights(let mode): String(mode, radix: 8)
    case .missingFromDay(let count): String(count)
    case .badLedger(let line, let count): "\(line) (\(count))"
    case .unexamined(let error): error.code.rawValue
    // The text of a draft belongs to whoever typed it.
    case .draft, .tornDraft, .foreignName, .changedOutside, .otherID, .missingRecord, .waitingJournal, .runningJournal,
      .leftover, .link, .notAFile, .badIndex:
      ""
    }
  }
}
