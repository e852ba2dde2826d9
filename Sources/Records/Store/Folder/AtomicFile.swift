/// A file that is written whole or not at all.
public enum AtomicFile {
  /// Writes bytes so that a reader sees the old file or the new one, synced, with mode 0600.
  ///
  /// The folder must be there. A symbolic link of that name is replaced, never written through.
  public static func write(_ bytes: [UInt8], to path: String) throws(StoreError) {
    let (folder, name) = try split(path)
    try Folder.open(folder, create: false).replace(name, with: bytes)
  }

  /// Writes a file that is not there yet, whole or not at all, synced, with mode 0600.
  ///
  /// The folder must be there. Where anything bears the name already, a symbolic link included, it fails with `exists`.
  public static func create(_ bytes: [UInt8], to path: String) throws(StoreError) {
    let (folder, name) = try split(path)
    do throws(StoreError) {
      try Folder.open(folder, create: false).create(name, with: bytes)
    } catch {
      // The error names the path as the caller gave it.
      throw error.code == .exists ? StoreError(.exists, path: path) : error
    }
  }

  /// The folder that a file lies in, and the file's name.
  static func split(_ path: String) throws(StoreError) -> (folder: String, name: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard let name = parts.last, !name.isEmpty, name != ".", name != ".." else {
      throw StoreError(.notFound, path: path)
    }
    let folder = parts.dropLast().joined(separator: "/")
    return (parts.count == 1 ? "." : folder.isEmpty ? "/" : folder, String(name))
  }
}
