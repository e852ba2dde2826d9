import Glibc

/// Why the store could not do something.
public struct StoreError: Error, Hashable, Sendable {
  public enum Code: String, Sendable, CaseIterable {
    case full
    case readOnly = "read-only"
    case permission
    case vanished
    case tooManyFiles = "too-many-files"
    case notAFolder = "not-a-folder"
    case notFound = "not-found"
    case tooLarge = "too-large"
    case damaged
    case newer
    case otherForm = "other-form"
    /// Somebody else has saved the record since it was opened.
    case conflict
    /// A record that was only just begun would take the place of another.
    case otherRecord = "other-record"
    /// There is something of that name, and it is not written over.
    case exists
    /// The record can be read, but something else has changed its file since this program wrote it.
    case changedOutside = "changed-outside"
    /// Another program holds the folder: `detail` says which, `number` for how many seconds it has been seen to.
    case locked
    /// Another version of a record, as another program or a second day has it: `detail` is the record's code.
    case otherVersion = "other-version"
    /// Records of several kindergartens bear the code: `detail` names them.
    case severalRecords = "several-records"
    /// Whoever waited for a long look has ended it.
    case brokenOff = "broken-off"
    /// An archive was written and lacks something that is there, or was: `detail` says how much.
    case incomplete
    case io
  }

  public var code: Code
  /// The file or folder, below the store's.
  public var path: String
  /// The system's error number, or 0.
  public var number: Int32
  /// What more there is to say, such as the place in a damaged file.
  public var detail: String

  public init(_ code: Code, path: String, number: Int32 = 0, detail: String = "") {
    (self.code, self.path, self.number, self.detail) = (code, path, number, detail)
  }

  /// Whether there is nothing of that name, which is in order where nothing was saved yet; a disk that is gone is not.
  var isAbsence: Bool { code == .vanished && number == ENOENT }

  /// Whether the machine failed, and not what is in a file: a look that met with it is not whole, and may be another
  /// time.
  public var isOfTheMachine: Bool {
    switch code {
    case .full, .readOnly, .vanished, .tooManyFiles, .locked, .io: true
    case .permission, .notAFolder, .notFound, .tooLarge, .damaged, .newer, .otherForm, .conflict, .otherRecord,
      .exists, .changedOutside, .otherVersion, .severalRecords, .brokenOff, .incomplete:
      false
    }
  }

  /// Whether something was not looked at, and not only found to be damaged: anything may be in it.
  public var isUnseen: Bool { isOfTheMachine || code == .permission || code == .notAFolder || code == .brokenOff }

  /// Whether another desk is making the archive of the day: one that holds it longer than ten minutes makes none.
  public var isArchiveUnderWay: Bool { code == .locked && number < 600 }

  /// Whether the ledger is damaged, without which nothing may go out.
  public var isDamagedLedger: Bool { code == .damaged && path == StoreLayout.ledger }

  /// What the system's last error means for a person.
  public static func system(_ path: String, number: Int32 = errno) -> StoreError {
    let code: Code =
      switch number {
      case ENOSPC, EDQUOT: .full
      case EROFS: .readOnly
      case EACCES, EPERM, ELOOP: .permission
      case ENOENT, ENODEV, ENXIO, ESTALE: .vanished
      case EMFILE, ENFILE: .tooManyFiles
      case ENOTDIR: .notAFolder
      case EEXIST: .exists
      default: .io
      }
    return StoreError(code, path: path, number: number)
  }
}
