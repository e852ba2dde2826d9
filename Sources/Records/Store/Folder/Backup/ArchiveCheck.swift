import Glibc
import Standards

/// A whole archive gone through, every byte of it, before anything is done with it.
struct ArchiveCheck {
  private(set) var entries: [Manifest.Entry] = []
  /// Whether it says of itself what is in it; archives from before 2026-11-29 do not.
  private(set) var hasManifest = false
  /// Whether its first block says so too.
  private(set) var promisesManifest = false
  /// What is wrong with it: the entry, or what of its form; nil where it is whole.
  private(set) var problem: String?

  var records: Int { entries.count { Manifest.isRecord($0.name) } }

  init(_ name: String, in folder: Folder, while isWanted: () -> Bool = { true }) throws(StoreError) {
    do throws(StoreError) {
      var reader = try TarReader(name, in: folder)
      var manifest: Manifest?
      while let entry = try reader.next() {
        guard isWanted() else { throw StoreError(.io, path: "\(folder.path)/\(name)", detail: "given up") }
        guard entry.kind == .file else { continue }
        if entry.plainName == StoreLayout.manifest {
          hasManifest = true
          manifest = Manifest(try reader.bytes())
          if manifest == nil { problem = StoreLayout.manifest }
        } else {
          entries.append(
            Manifest.Entry(
              name: entry.plainName, size: entry.size, checksum: try reader.checksum()))
        }
      }
      if !reader.isWhole { problem = "end" }
      // An archive of nothing, or of zeros, is none.
      if entries.isEmpty, !hasManifest { problem = "empty" }
      promisesManifest = reader.promisesManifest
      if promisesManifest, !hasManifest { problem = StoreLayout.manifest }
      if let difference = manifest?.difference(from: entries) { problem = problem ?? difference }
    } catch {
      guard error.code == .damaged else { throw error }
      problem = error.detail
    }
  }

  /// How many records an archive has, by its manifest's last line, or else by the names in it. A disk that fails now is
  /// an error: the archive may be the fullest.
  static func records(of name: String, in folder: Folder) throws(StoreError) -> Int {
    if let line = try lastLine(of: name, in: folder), let counted = Manifest.counts(line) { return counted.records }
    var records = 0
    do throws(StoreError) {
      var reader = try TarReader(name, in: folder)
      while let entry = try reader.next() { if Manifest.isRecord(entry.plainName) { records += 1 } }
    } catch  where !error.isOfTheMachine {
      // What can be read of it is all that anybody would get back.
    }
    return records
  }

  /// The last line of text before the zeros at an archive's end.
  private static func lastLine(of name: String, in folder: Folder) throws(StoreError) -> ArraySlice<UInt8>? {
    guard let size = try folder.status(name)?.size else { return nil }
    let opened = try folder.openForReading(name)
    defer { close(opened) }
    var bytes = [UInt8](repeating: 0, count: min(size, TarHeader.longestEnd + TarHeader.block * 2))
    let got = bytes.withUnsafeMutableBytes {
      folder.operations.readAt(opened, $0.baseAddress, $0.count, off_t(size - $0.count))
    }
    guard got >= 0 else { throw .system("\(folder.path)/\(name)") }
    guard got == bytes.count, let end = bytes.lastIndex(where: { $0 != 0 }), bytes[end] == UInt8(ascii: "\n") else {
      return nil
    }
    let start = bytes[..<end].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes[..<end].lastIndex(of: 0)
    return start.map { bytes[$0..<end] }
  }
}
