/// A file that is written whole or not at all.
public enum AtomicFile {
  /// Writes bytes so that a reader sees the old file or the new one, synced, with mode 0600.
  ///
  /// The folder must be there. A symbolic link of that name is replaced, never written through.
  public static func write(_ bytes: [UInt8], to path: String) throws(StoreError) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard let name = parts.last, !name.isEmpty, name != ".", name != ".." else {
      throw StoreError(.notFound, path: path)
    }
    let folder = parts.dropLast().joined(separator: "/")
    let parent = parts.count == 1 ? "." : folder.isEmpty ? "/" : folder
    try Folder.open(parent, create: false).replace(String(name), with: bytes)
  }
}
