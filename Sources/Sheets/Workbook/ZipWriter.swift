internal import CMinizip
internal import Glibc
import Records

/// Writes the parts of a zip file, one after the other, as their bytes come.
final class ZipWriter {
  private var file: zipFile?
  private let path: String

  /// Quick rather than small: a sheet packs to a twentieth all the same.
  private static let level: Int32 = 2

  /// Writes into a file that exists already and keeps its permissions.
  init(path: String) throws(SheetExportError) {
    self.path = path
    errno = 0
    file = zipOpen64(path, APPEND_STATUS_CREATE)
    guard file != nil else { throw failure }
  }

  deinit { if file != nil { zipClose(file, nil) } }

  /// Begins a part; what is written goes into it until the next.
  func begin(_ part: String) throws(SheetExportError) {
    // Every part bears the same date, so that the same children give the same bytes.
    var info = zip_fileinfo()
    info.tmz_date.tm_mday = 1
    info.tmz_date.tm_year = 1980
    try check(
      zipOpenNewFileInZip64(file, part, &info, nil, 0, nil, 0, nil, Z_DEFLATED, Self.level, 0))
  }

  func write(_ bytes: [UInt8]) throws(SheetExportError) {
    guard !bytes.isEmpty else { return }
    try check(zipWriteInFileInZip(file, bytes, UInt32(bytes.count)))
  }

  func end() throws(SheetExportError) { try check(zipCloseFileInZip(file)) }

  func finish() throws(SheetExportError) {
    let file = self.file
    self.file = nil
    try check(zipClose(file, nil))
  }

  private func check(_ code: Int32) throws(SheetExportError) {
    guard code == ZIP_OK else { throw failure }
  }

  /// Where the system failed, `errno` still says why.
  private var failure: SheetExportError { .store(.system(path, number: errno == 0 ? EIO : errno)) }
}
